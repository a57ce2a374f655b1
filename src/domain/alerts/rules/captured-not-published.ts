import { longDate } from '../../../core/date-words.ts';
import { must } from '../../../core/result.ts';
import { subjectOf } from '../../../core/subject.ts';
import { dayOf, type Exercise, gapOf } from '../../exercises/views.ts';
import type { Opl } from '../../process/views.ts';
import { type Drills, drillSpans, drillsOn, matches } from '../drills.ts';
import type { Found, Reading, Rule } from '../rule.ts';

export const capturedNotPublished: Rule = {
  id: 'captured-not-published',
  severity: 'red',
  owner: 'opl',
  name: { es: 'Lo capturado no es lo publicado', en: 'What was captured is not what was published' },
  about: {
    es: 'Al cierre de un ejercicio, las actas capturadas y las publicadas no coincidieron, y ninguno posterior ha cerrado con las mismas.',
    en: 'At the close of an exercise the actas captured and those published differed, and no later one has closed with the same.',
  },
  find: (reading) => reading.process.opls.flatMap((opl) => found(opl, reading) ?? []),
};

/** The last exercises whose match is known, while they did not match: the latest run of failures. */
function failing({ runs }: Drills): readonly Exercise[] {
  const told = runs.filter((run) => matches(run) !== undefined);
  return told.slice(told.findLastIndex((run) => matches(run) === true) + 1);
}

function found(opl: Opl, { exercises, day }: Reading): Found | undefined {
  const runs = failing(drillsOn(exercises, opl.id, day));
  if (runs.length === 0) return undefined;
  const last = must(runs.at(-1), 'there is one');
  const gap = gapOf(last);
  const dates = (lang: 'es' | 'en') => runs.map((run) => longDate(dayOf(run), lang)).join(', ');
  return {
    subject: subjectOf('opl', opl.id),
    opl: opl.id,
    title: { es: `${opl.acronym} · Ejercicios del PREP`, en: `${opl.acronym} · PREP exercises` },
    spans: drillSpans(exercises, opl.id, day, (known) => failing(known).length > 0),
    explanation: {
      es: `No coincidieron en ${runs.length === 1 ? 'el ejercicio' : `los ${runs.length} ejercicios`} del ${dates('es')}.${gap === undefined ? ' No se conoce la diferencia.' : ` En el último faltaron ${gap} por publicar.`}`,
      en: `They differed in the ${runs.length === 1 ? 'exercise' : `${runs.length} exercises`} of ${dates('en')}.${gap === undefined ? ' By how much is not known.' : ` In the last one ${gap} were left unpublished.`}`,
    },
  };
}
