import type { SetCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const keyTruncated: SetCheck = {
  id: 'key-truncated',
  family: 'identity',
  severity: 'error',
  kind: 'set',
  needs: ['section', 'casillaType', 'casillaId'],
  title: { es: 'Número de casilla recortado por quien publica', en: 'Casilla number truncated by the publisher' },
  source: leeme({ es: 'ID_CASILLA, a dos dígitos', en: 'ID_CASILLA, of two digits' }),
  publisher: {
    es: 'La sección tiene más de nueve contiguas y de las de dos cifras sólo se publica la primera: la 10 sale como 01. Publique ID_CASILLA y las claves con el número completo.',
    en: 'The section has more than nine contiguas and only the first digit of those with two is published: 10 comes out as 01. Publish ID_CASILLA and the keys with the whole number.',
  },
  overseer: {
    es: 'Actas distintas llevan la misma clave. Los votos no cambian, pero ninguna de estas filas se puede atribuir con certeza a su casilla, ni entre cortes ni contra los cómputos.',
    en: 'Different actas carry one key. Votes do not change, but none of these rows can be given to its casilla for certain, neither between cuts nor against the final count.',
  },
};
