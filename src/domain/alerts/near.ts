import { dayAfter } from '../../core/days.ts';
import type { IsoDate } from '../../core/event.ts';
import type { OpenProcess } from '../process/views.ts';
import { latest, overlap, type Span, without } from './spans.ts';

/** Days on which an election day in force lies ahead or is that day, from the one that `from` gives for it. */
export const untilElection = ({ electionDays }: OpenProcess, from: (jornada: IsoDate) => IsoDate = () => '0000-01-01'): readonly Span[] =>
  electionDays.flatMap(({ jornada, on }, i) => {
    const next = electionDays[i + 1];
    return overlap({ from: latest(on, from(jornada)), to: dayAfter(jornada) }, { from: on, ...(next ? { to: next.on } : {}) }) ?? [];
  });

/** Days after the one that lies `ahead` of the election day in force, without those of suspension. `{ months: 4 }`: less than four months are left. */
export const nearElection = (process: OpenProcess, ahead: Temporal.DurationLike): readonly Span[] =>
  without(
    untilElection(process, (jornada) => dayAfter(Temporal.PlainDate.from(jornada).subtract(ahead).toString())),
    process.suspensions,
  );
