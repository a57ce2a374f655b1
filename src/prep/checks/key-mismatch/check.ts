import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const keyMismatch: RowCheck = {
  id: 'key-mismatch',
  family: 'identity',
  severity: 'error',
  kind: 'row',
  needs: ['key', 'stateId', 'section', 'casillaType', 'ext'],
  title: { es: 'La clave de casilla no es la de sus columnas', en: 'The casilla key is not that of its columns' },
  source: leeme('CLAVE_CASILLA = ID_ENTIDAD + SECCION + TIPO_CASILLA + ID_CASILLA + EXT_CONTIGUA'),
  publisher: {
    es: 'Forme CLAVE_CASILLA con entidad (2), sección (4), tipo (1), número (2) y extensión (2), y revise cuál de las columnas está mal.',
    en: 'Make CLAVE_CASILLA of entity (2), section (4), type (1), number (2) and extension (2), and see which of the columns is wrong.',
  },
  overseer: {
    es: 'La fila se contradice: no se sabe si su clave o sus columnas señalan la casilla. Mientras no se aclare, sus votos pueden estar atribuidos a otra.',
    en: 'The row contradicts itself: it is not known whether its key or its columns name the casilla. Until that is cleared up its votes may stand under another one.',
  },
};
