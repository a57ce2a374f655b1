import { longDate } from '../../../core/date-words.ts';
import { subjectOf } from '../../../core/subject.ts';
import type { ExerciseObservation } from '../../exercises/views.ts';
import { electionDayOf, type Opl } from '../../process/views.ts';
import { chainOf, type Drills, drillSpans, drillsOn, isAttended } from '../drills.ts';
import { nearElection } from '../near.ts';
import type { Found, Reading, Rule } from '../rule.ts';
import { overlaps, runStart, type Span } from '../spans.ts';

export const repeatedObservation: Rule = {
  id: 'repeated-observation',
  severity: 'red',
  owner: 'opl',
  name: { es: 'La misma observación en dos simulacros', en: 'The same observation in two drills' },
  about: {
    es: 'Lo que se observó en un ejercicio volvió a observarse en otro y no consta que se haya atendido: lo corregido no quedó corregido.',
    en: 'What was observed in one exercise was observed again in another, and nothing shows that it was attended to: what was mended did not stay mended.',
  },
  threshold: {
    unit: 'times',
    usual: 2,
    least: 2,
    most: 6,
    reason: {
      es: 'Dos: la segunda vez ya no es un descuido, y entre simulacros hubo una semana para corregir.',
      en: 'Two: the second time it is no oversight any more, and between drills there was a week to mend it.',
    },
  },
  find: (reading, times) => chains(reading, (chain) => isOpen(chain) && new Set(chain.map((one) => one.exercise)).size >= times),
};

export const blockingOpen: Rule = {
  id: 'blocking-open',
  severity: 'red',
  owner: 'opl',
  name: { es: 'Observación bloqueante abierta', en: 'Blocking observation open' },
  about: {
    es: 'La jornada está a pocos días y sigue abierta una observación que, mientras no se atienda, impide que el PREP opere.',
    en: 'Election day is a few days away and an observation is still open that keeps the PREP from working until it is attended to.',
  },
  threshold: {
    unit: 'days',
    usual: 7,
    least: 1,
    most: 60,
    reason: {
      es: 'Una semana: tras el tercer simulacro queda lo justo para corregir, probar de nuevo y decidir el plan B.',
      en: 'A week: after the third drill there is just time to mend, test again and decide on plan B.',
    },
  },
  find: (reading, days) =>
    chains(
      reading,
      (chain) => isOpen(chain) && chain.some((one) => one.weight === 'blocking'),
      nearElection(reading.process, { days: days + 1 }),
    ),
};

const isOpen = (chain: readonly ExerciseObservation[]): boolean => chain.some((one) => !isAttended(one));

/** One finding for each kind of observation of which `holds` says so, on days of `frame`. */
function chains(reading: Reading, holds: (chain: readonly ExerciseObservation[]) => boolean, frame?: readonly Span[]): readonly Found[] {
  if (frame && runStart(frame, reading.day) === undefined) return [];
  return reading.process.opls.flatMap((opl) => {
    const known = drillsOn(reading.exercises, opl.id, reading.day);
    const firsts = known.observations.filter((one) => one.repeats === undefined && holds(chainOf(known, one.id)));
    return firsts.map((first) => found(reading, opl, known, first, holds, frame));
  });
}

function found(
  { exercises, process, day }: Reading,
  opl: Opl,
  known: Drills,
  first: ExerciseObservation,
  holds: (chain: readonly ExerciseObservation[]) => boolean,
  frame: readonly Span[] | undefined,
): Found {
  const chain = chainOf(known, first.id);
  const held = drillSpans(exercises, opl.id, day, (then) => holds(chainOf(then, first.id)));
  const jornada = electionDayOf(process)?.jornada;
  const seen = (lang: 'es' | 'en') => chain.map((one) => longDate(one.on, lang)).join(', ');
  return {
    subject: subjectOf('observation', first.id),
    opl: opl.id,
    title: { es: `${opl.acronym} · ${first.text.es}`, en: `${opl.acronym} · ${first.text.en}` },
    spans: frame ? held.flatMap((span) => overlaps(frame, span)) : held,
    explanation: {
      es: `Observada el ${seen('es')} y no consta que se haya atendido.${frame && jornada ? ` La jornada es el ${longDate(jornada, 'es')}.` : ''}`,
      en: `Observed on ${seen('en')} and nothing shows that it was attended to.${frame && jornada ? ` Election day is ${longDate(jornada, 'en')}.` : ''}`,
    },
  };
}
