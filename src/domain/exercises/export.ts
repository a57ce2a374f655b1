import type { Table } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Lang, pick } from '../../core/words.ts';
import type { Opl } from '../process/views.ts';
import { exercisePageWords } from './page-words.ts';
import {
  actasAfter,
  type ExercisesState,
  exerciseRows,
  gapOf,
  judgementsOf,
  measureOf,
  observationsOn,
  outcomeOn,
  planOf,
  publishedPercentOf,
  verdictByRule,
} from './views.ts';
import { exerciseName, outcomeNames, verdictNames } from './words.ts';

/** Every exercise of every OPL, recorded or not, as plain values. What is not known is an empty cell, never a zero. */
export function exercisesTable(opls: readonly Opl[], state: ExercisesState, lang: Lang, day: IsoDate): Table {
  const t = exercisePageWords(lang);
  const titles = [
    t.entity,
    t.exercise,
    t.state,
    t.plannedDay,
    t.heldDay,
    t.planned,
    t.captured,
    t.published,
    t.gap,
    `${t.percent} %`,
    t.open,
    t.byRule,
    t.byPerson,
  ];
  const rows = opls.flatMap((opl) =>
    exerciseRows(state, opl.id).map(({ slot, exercise }) => {
      const name = [opl.acronym, exerciseName(slot, lang)];
      if (!exercise) return [...name, pick(outcomeNames.unknown, lang), null, null, null, null, null, null, null, null, null, null];
      const figures = measureOf(exercise);
      const judged = judgementsOf(exercise).map((one) => pick(verdictNames[one.verdict], lang));
      return [
        ...name,
        pick(outcomeNames[outcomeOn(exercise, day)], lang),
        planOf(exercise).date,
        exercise.status.kind === 'held' ? exercise.status.on : null,
        planOf(exercise).actas ?? null,
        (figures && actasAfter(figures, 'captura')) ?? null,
        (figures && actasAfter(figures, 'publicacion')) ?? null,
        gapOf(exercise) ?? null,
        publishedPercentOf(exercise) ?? null,
        observationsOn(state, exercise.id).filter((one) => one.standing !== 'attended').length,
        pick(verdictNames[verdictByRule(exercise).verdict], lang),
        judged.length > 0 ? [...new Set(judged)].join(', ') : null,
      ];
    }),
  );
  return { kind: 'table', id: 'simulacros', caption: t.exercises, columns: titles.map((title) => ({ title })), rows };
}
