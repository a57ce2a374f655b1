import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const countedNothingLegible: RowCheck = {
  id: 'counted-nothing-legible',
  family: 'status',
  severity: 'error',
  kind: 'row',
  title: { es: 'Acta contabilizada sin ningún voto legible', en: 'Counted acta without one legible vote' },
  source: leeme({
    es: 'ACTAS_CONTABILIZADAS: al menos un campo de votos contiene un dato legible',
    en: 'ACTAS_CONTABILIZADAS: at least one vote field holds a legible datum',
  }),
  publisher: {
    es: 'Si ningún campo de votos tiene un número, el acta no se contabiliza. Corrija CONTABILIZADA o los votos.',
    en: 'If no vote field holds a number the acta is not counted. Mend CONTABILIZADA or the votes.',
  },
  overseer: {
    es: 'El acta suma a las contabilizadas y su lista a la participación, sin aportar un voto. Pregunte por qué.',
    en: 'The acta adds to those counted and its list to participation, without giving one vote. Ask why.',
  },
};
