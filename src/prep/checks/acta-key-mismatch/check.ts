import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const actaKeyMismatch: RowCheck = {
  id: 'acta-key-mismatch',
  family: 'identity',
  severity: 'warning',
  kind: 'row',
  needs: ['key', 'actaKey'],
  title: { es: 'La clave del acta no empieza con la de su casilla', en: 'The acta key does not begin with that of its casilla' },
  source: leeme('CLAVE_ACTA = CLAVE_CASILLA + TIPO_ACTA'),
  publisher: {
    es: 'Forme CLAVE_ACTA con CLAVE_CASILLA seguida del tipo de acta.',
    en: 'Make CLAVE_ACTA of CLAVE_CASILLA followed by the acta type.',
  },
  overseer: {
    es: 'Las dos claves de la fila señalan casillas distintas. Pregunte cuál de las dos es la buena.',
    en: 'The two keys of the row name different casillas. Ask which of the two is right.',
  },
};
