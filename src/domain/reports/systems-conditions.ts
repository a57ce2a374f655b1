import { mediumDate } from '../../core/date-words.ts';
import type { Block, Inline } from '../../core/document.ts';
import type { Lang } from '../../core/words.ts';
import type { Row } from '../systems/views.ts';
import { nameOf } from './systems-status.ts';
import { systemsReportWords } from './systems-words.ts';

/** What going into production was made to depend on: each condition, by when, and whether it was met. No block when nobody set one. */
export function conditionsOf(rows: readonly Row[], lang: Lang): readonly Block[] {
  const s = systemsReportWords(lang);
  const told = rows.flatMap((row) => {
    const decidedOn = row.gate?.gate.decisions.at(-1)?.on;
    return decidedOn === undefined ? [] : (row.gate?.conditions ?? []).map((condition) => ({ row, condition, decidedOn }));
  });
  if (told.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'condiciones',
      caption: s.conditions,
      columns: [
        { title: s.system, head: true, width: 2.4 },
        { title: s.condition, width: 4 },
        { title: s.decidedOn, width: 1.3 },
        { title: s.due, width: 1.3 },
        { title: s.state, width: 1.9 },
      ],
      rows: told.map(({ row, condition: { text, due, met, overdue }, decidedOn }) => {
        const state: Inline = [
          {
            mark: 'status',
            status: met
              ? { shape: 'done', word: s.conditionMet(mediumDate(met.on, lang)) }
              : overdue
                ? { shape: 'late', word: s.conditionOverdue }
                : { shape: 'todo', word: s.conditionOpen },
          },
        ];
        return [nameOf(row, lang), text, mediumDate(decidedOn, lang), mediumDate(due, lang), state];
      }),
    },
  ];
}
