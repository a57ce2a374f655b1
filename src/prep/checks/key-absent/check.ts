import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const keyAbsent: RowCheck = {
  id: 'key-absent',
  family: 'identity',
  severity: 'error',
  kind: 'row',
  needs: ['key', 'actaKey'],
  title: { es: 'Acta del catálogo sin clave', en: 'Acta of the catalogue without a key' },
  source: leeme({ es: 'CLAVE_CASILLA y CLAVE_ACTA', en: 'CLAVE_CASILLA and CLAVE_ACTA' }),
  publisher: {
    es: 'Publique CLAVE_CASILLA y CLAVE_ACTA en cada fila. Sólo las actas fuera de catálogo llevan guion.',
    en: 'Publish CLAVE_CASILLA and CLAVE_ACTA in every row. Only actas out of catalogue carry a dash.',
  },
  overseer: {
    es: 'Sin clave no se puede seguir el acta de un corte a otro ni cotejarla con los cómputos. Pregunte a qué casilla corresponde.',
    en: 'Without a key the acta cannot be followed from one cut to the next nor compared with the final count. Ask which casilla it belongs to.',
  },
};
