import { mediumDate } from '../../core/date-words.ts';
import type { Block, Cell } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import {
  actasAfter,
  dayOf,
  type Exercise,
  exerciseName,
  exercisesOf,
  judgementsOf,
  measureOf,
  observationsOf,
  planOf,
  standingMark,
  standingOf,
  verdictByRule,
  verdictNames,
} from '../exercises/views.ts';
import type { Reading, ReportInputs, Section } from './section.ts';

/** The exercises recorded by the cut-off; an informe of a time at which nobody recorded any has no such section, and keeps its bytes. */
const recorded = ({ process, exercises }: Reading): readonly { readonly acronym: string; readonly exercise: Exercise }[] =>
  exercises === undefined
    ? []
    : process.opls.flatMap((opl) => exercisesOf(exercises, opl.id).map((exercise) => ({ acronym: opl.acronym, exercise })));

export const drillsSection: Section = {
  id: 'simulacros',
  title: { es: 'Simulacros y prueba funcional', en: 'Drills and functional test' },
  area: 'systems-unit',
  when: ({ now }) => recorded(now).length > 0,
  of: (inputs) => [tableOf(inputs), repeatedOf(inputs)],
};

const titles = {
  es: ['OPL', 'Ejercicio', 'Día', 'Resultado', 'Previstas', 'Capturadas', 'Publicadas', 'Por regla', 'Por oficina'],
  en: ['OPL', 'Exercise', 'Day', 'Result', 'Planned', 'Captured', 'Published', 'By rule', 'By office'],
} as const;

function tableOf({ now, cutoff, lang }: ReportInputs): Block {
  const rows = recorded(now).map(({ acronym, exercise }): readonly Cell[] => {
    const figures = measureOf(exercise);
    const judged = judgementsOf(exercise).map((one) => pick(verdictNames[one.verdict], lang));
    return [
      acronym,
      exerciseName(exercise, lang),
      mediumDate(dayOf(exercise), lang),
      [{ mark: 'status', status: standingMark(standingOf(exercise, cutoff), lang) }],
      planOf(exercise).actas ?? null,
      (figures && actasAfter(figures, 'captura')) ?? null,
      (figures && actasAfter(figures, 'publicacion')) ?? null,
      pick(verdictNames[verdictByRule(exercise).verdict], lang),
      judged.length > 0 ? [...new Set(judged)].join(', ') : null,
    ];
  });
  const caption = lang === 'es' ? 'Ejercicios registrados hasta el corte' : 'Exercises recorded by the cut-off';
  return { kind: 'table', id: 'ejercicios', caption, columns: titles[lang].map((title) => ({ title })), rows };
}

/** What was observed and came back: the sign that an exercise left nothing better. */
function repeatedOf({ now, lang }: ReportInputs): Block {
  const { exercises, process } = now;
  const rows =
    exercises === undefined
      ? []
      : process.opls.flatMap((opl) =>
          observationsOf(exercises, opl.id)
            .filter(({ again }) => again.length > 0)
            .map(({ observation, again }): readonly Cell[] => [
              opl.acronym,
              pick(observation.text, lang),
              mediumDate(observation.on, lang),
              again.length,
            ]),
        );
  const words =
    lang === 'es'
      ? {
          caption: 'Observaciones que se repiten',
          columns: ['OPL', 'Observación', 'Desde', 'Veces que volvió'],
          empty: 'Ninguna observación se ha repetido.',
        }
      : {
          caption: 'Observations that come back',
          columns: ['OPL', 'Observation', 'Since', 'Times it came back'],
          empty: 'No observation has come back.',
        };
  return {
    kind: 'table',
    id: 'repetidas',
    caption: words.caption,
    columns: words.columns.map((title) => ({ title })),
    rows,
    empty: words.empty,
  };
}
