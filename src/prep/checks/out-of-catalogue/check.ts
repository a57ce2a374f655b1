import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const outOfCatalogue: RowCheck = {
  id: 'out-of-catalogue',
  family: 'identity',
  severity: 'note',
  kind: 'row',
  title: { es: 'Acta fuera de catálogo', en: 'Acta out of catalogue' },
  source: leeme('ACTAS_FUERA_CATALOGO'),
  publisher: {
    es: 'Revise la identificación del acta: con la imagen suele poder asociarse a una casilla aprobada.',
    en: 'Check the identification of the acta: with its image it can usually be given to an approved casilla.',
  },
  overseer: {
    es: 'El acta no se pudo asociar a una casilla aprobada; no cuenta ni entra en los porcentajes. No es un error por sí misma.',
    en: 'The acta could not be given to an approved casilla; it does not count nor enter the percentages. It is no error by itself.',
  },
};
