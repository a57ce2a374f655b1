import type { Route } from '../../web/visit.ts';
import { alertSubject } from '../alerts/pages.tsx';
import { alertsTold, BoardPage, type BoardWorld, cutoffBefore, riskTold } from './pages.tsx';
import { boardWords } from './words.ts';

export const boardRoutes: readonly Route<BoardWorld>[] = [
  {
    method: 'GET',
    path: '/:process/',
    may: 'anyone',
    answer: async (visit) => {
      const cutoff = cutoffBefore(visit);
      const world = cutoff === undefined ? undefined : await visit.worldOn(cutoff);
      const before = cutoff !== undefined && world ? { cutoff, world } : undefined;
      const risk = riskTold(visit);
      return {
        kind: 'page',
        title: boardWords(visit.lang).board,
        here: 'tablero',
        shown: alertsTold(risk).map(alertSubject),
        body: <BoardPage visit={visit} before={before} risk={risk} />,
      };
    },
  },
];
