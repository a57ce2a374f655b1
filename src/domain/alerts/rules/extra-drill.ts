import { longDate } from '../../../core/date-words.ts';
import { subjectOf } from '../../../core/subject.ts';
import { type Exercise, exercisesOf, planOf } from '../../exercises/views.ts';
import type { Opl } from '../../process/views.ts';
import { untilElection } from '../near.ts';
import type { Found, Rule } from '../rule.ts';
import { overlaps, runStart, type Span } from '../spans.ts';

export const extraDrill: Rule = {
  id: 'extra-drill',
  severity: 'amber',
  owner: 'systems-unit',
  name: { es: 'Simulacro adicional', en: 'Extra drill' },
  about: {
    es: 'Se programó un simulacro más que los tres que pide la norma. Repetir es prudente; también es señal de que los otros no bastaron. Se dice hasta la jornada.',
    en: 'A drill beyond the three the norm asks for was scheduled. Repeating is prudent; it is also a sign that the others were not enough. It is said until election day.',
  },
  find: ({ process, exercises, day }) => {
    const ahead = untilElection(process);
    if (runStart(ahead, day) === undefined) return [];
    return process.opls.flatMap((opl) =>
      exercisesOf(exercises, opl.id).flatMap((run) =>
        run.kind === 'extra-drill' && run.status.kind !== 'cancelled' ? [found(run, opl, ahead)] : [],
      ),
    );
  },
};

function found(run: Exercise, opl: Opl, ahead: readonly Span[]): Found {
  const { date } = planOf(run);
  return {
    subject: subjectOf('exercise', run.id),
    opl: opl.id,
    title: {
      es: `${opl.acronym} · Simulacro adicional ${run.number ?? ''}`.trim(),
      en: `${opl.acronym} · Extra drill ${run.number ?? ''}`.trim(),
    },
    spans: overlaps(ahead, { from: run.plans[0].on }),
    explanation: {
      es: `Programado para el ${longDate(date, 'es')}, además de los tres de la norma.`,
      en: `Scheduled for ${longDate(date, 'en')}, beyond the three of the norm.`,
    },
  };
}
