import type { SetCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const actaKeyRepeated: SetCheck = {
  id: 'acta-key-repeated',
  family: 'identity',
  severity: 'error',
  kind: 'set',
  needs: ['actaKey'],
  title: { es: 'Clave de acta repetida', en: 'Acta key published more than once' },
  source: leeme({ es: 'CLAVE_ACTA: «clave única de acta»', en: 'CLAVE_ACTA: “single key of the acta”' }),
  publisher: {
    es: 'Cada CLAVE_ACTA debe aparecer una sola vez. Revise si la casilla está dos veces en el catálogo o si dos actas recibieron la misma clave.',
    en: 'Each CLAVE_ACTA must appear once. See whether the casilla is twice in the catalogue or two actas were given one key.',
  },
  overseer: {
    es: 'No se sabe cuál de las filas es el acta. Si las dos están contabilizadas, sus votos cuentan dos veces. Las claves recortadas y las de casillas especiales o voto anticipado se informan aparte.',
    en: 'It is not known which of the rows is the acta. If both are counted their votes count twice. Truncated keys and those of special casillas or early vote are told apart.',
  },
};
