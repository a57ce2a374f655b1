import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const overLimitCounted: RowCheck = {
  id: 'over-limit-counted',
  family: 'arithmetic',
  severity: 'error',
  kind: 'row',
  needs: ['list'],
  title: { es: 'Acta contabilizada con más votos que su límite', en: 'Counted acta with more votes than its limit' },
  source: leeme({
    es: 'ACTAS_CONTABILIZADAS: los votos no exceden la lista nominal más los representantes',
    en: 'ACTAS_CONTABILIZADAS: votes do not exceed the list plus the representatives',
  }),
  publisher: {
    es: 'Un acta con más votos que LISTA_NOMINAL + REPRESENTANTES_PP_CI no se contabiliza y lleva la observación de que excede la lista. Revise la captura y la lista de la casilla.',
    en: 'An acta with more votes than LISTA_NOMINAL + REPRESENTANTES_PP_CI is not counted and carries the observation that it exceeds the list. Check the capture and the casilla’s list.',
  },
  overseer: {
    es: 'Sus votos están en los totales contra la regla publicada. Puede ser la captura, la lista o el acta; causa desconocida. Las casillas especiales quedan fuera: su límite son las boletas, que no se publican.',
    en: 'Its votes are in the totals against the published rule. It may be the capture, the list or the acta; cause unknown. Special casillas are left out: their limit is the ballots, which are not published.',
  },
};
