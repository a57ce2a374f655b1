import { longDate } from '../../../core/date-words.ts';
import type { IsoDate } from '../../../core/event.ts';
import { subjectOf } from '../../../core/subject.ts';
import { dayOf } from '../../exercises/views.ts';
import { electionDayOf, type Opl } from '../../process/views.ts';
import { type Drills, drillSpans, drillsOn, isDrill, succeeded } from '../drills.ts';
import { nearElection } from '../near.ts';
import type { Found, Reading, Rule } from '../rule.ts';
import { overlaps, runStart, type Span } from '../spans.ts';

export const noSuccessfulDrill: Rule = {
  id: 'no-successful-drill',
  severity: 'red',
  owner: 'opl',
  name: { es: 'Ningún simulacro exitoso', en: 'No successful drill' },
  about: {
    es: 'La jornada está a pocos días y ningún simulacro ha sido exitoso: consta que alguno no lo fue, o el OPL entrega por Atalaya y no consta ninguno. Vale la regla o lo que dijo quien calificó; un «no» basta.',
    en: 'Election day is a few days away and no drill has been successful: some drill is known not to have been, or the OPL delivers through Atalaya and none is recorded. By rule, or by whoever judged; one “no” is enough.',
  },
  threshold: {
    unit: 'days',
    usual: 14,
    least: 1,
    most: 60,
    reason: {
      es: 'Dos semanas: el primer simulacro ya pasó y quedan dos domingos para corregir y repetir.',
      en: 'Two weeks: the first drill is past, and two Sundays are left to mend and repeat.',
    },
  },
  find: (reading, days) => {
    // «At −14 days» includes the fourteenth day itself.
    const near = nearElection(reading.process, { days: days + 1 });
    if (runStart(near, reading.day) === undefined) return [];
    return reading.process.opls.flatMap((opl) => found(opl, reading, near) ?? []);
  },
};

const hasSuccess = ({ runs }: Drills): boolean => runs.some((run) => isDrill(run) && succeeded(run) === true);
const hasFailure = ({ runs }: Drills): boolean => runs.some((run) => isDrill(run) && succeeded(run) === false);

function found(opl: Opl, reading: Reading, near: readonly Span[]): Found | undefined {
  const { exercises, plan, process, day } = reading;
  const since = plan.reportingSince.get(opl.id);
  const known = drillsOn(exercises, opl.id, day);
  if (hasSuccess(known) || (since === undefined && !hasFailure(known))) return undefined;
  const holds = (one: Drills, on: IsoDate) => !hasSuccess(one) && (hasFailure(one) || (since !== undefined && since <= on));
  const failing = drillSpans(exercises, opl.id, day, (one) => holds(one, '0000-01-01'));
  const silent = since === undefined ? [] : withoutSuccess(reading, opl, since);
  const spans = [...failing, ...silent].flatMap((span) => overlaps(near, span));
  if (runStart(spans, day) === undefined) return undefined;
  const runs = known.runs.filter(isDrill);
  const jornada = electionDayOf(process)?.jornada ?? day;
  const dates = (lang: 'es' | 'en') => runs.map((run) => longDate(dayOf(run), lang)).join(', ');
  return {
    subject: subjectOf('opl', opl.id),
    opl: opl.id,
    title: { es: `${opl.acronym} · Simulacros del PREP`, en: `${opl.acronym} · PREP drills` },
    spans,
    explanation: {
      es: `La jornada es el ${longDate(jornada, 'es')} y ${runs.length === 0 ? 'no consta ningún simulacro.' : `de los ${runs.length} que constan (${dates('es')}) ninguno fue exitoso.`}`,
      en: `Election day is ${longDate(jornada, 'en')} and ${runs.length === 0 ? 'no drill is recorded.' : `of the ${runs.length} recorded (${dates('en')}) none was successful.`}`,
    },
  };
}

/** Of an OPL that delivers here, from that day on: every day on which no success was known, the days before its first drill too. */
function withoutSuccess({ exercises, day }: Reading, opl: Opl, since: IsoDate): readonly Span[] {
  const frame = { from: since };
  const successes = drillSpans(exercises, opl.id, day, hasSuccess);
  const [first] = successes;
  const before: readonly Span[] = [{ from: '0000-01-01', ...(first ? { to: first.from } : {}) }];
  return overlaps([...before, ...drillSpans(exercises, opl.id, day, (one) => !hasSuccess(one))], frame);
}
