import type { IsoDate } from '../../core/event.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Agreement } from './events.ts';
import type { ElectionDay, Fact, OpenProcess, Opl, ProcessState, Suspension } from './state.ts';

export type { ElectionDay, Fact, OpenProcess, Opl, ProcessState, Suspension };

/** The election day in force, with the act that fixed it; absent while none is fixed. */
export const electionDayOf = (process: OpenProcess): ElectionDay | undefined => process.electionDays.at(-1);

/** The suspension that covers `day`: from its act up to, not including, the act that ended it. */
export const suspensionOn = (process: OpenProcess, day: IsoDate): Suspension | undefined =>
  process.suspensions.find((one) => one.from <= day && (one.to === undefined || day < one.to));

export const oplOf = (process: OpenProcess, opl: string): Opl | undefined => process.opls.find((one) => one.id === opl);

/** Facts of one OPL and of the whole process, oldest first; of everybody when `opl` is absent. */
export const factsOf = (process: OpenProcess, opl?: string): readonly Fact[] =>
  process.facts
    .filter((fact) => opl === undefined || fact.opl === undefined || fact.opl === opl)
    .sort((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1));

/** Facts that happened after `from` and up to `to`, both dates as stated in the facts. */
export const factsBetween = (process: OpenProcess, from: IsoDate, to: IsoDate): readonly Fact[] =>
  factsOf(process).filter((fact) => fact.on > from && fact.on <= to);

/** What was decided on the whole process: an election day fixed or moved, a suspension. */
export type ProcessDecision = { readonly on: IsoDate; readonly agreement: Agreement; readonly reason?: Bilingual } & (
  | { readonly kind: 'election-day-set' | 'election-day-moved'; readonly jornada: IsoDate }
  | { readonly kind: 'suspended' }
);

/** Decisions dated after `from` and up to `to`, oldest first. */
export function decisionsBetween(process: OpenProcess, from: IsoDate, to: IsoDate): readonly ProcessDecision[] {
  const days = process.electionDays.map(
    (one, index): ProcessDecision => ({ kind: index === 0 ? 'election-day-set' : 'election-day-moved', ...one }),
  );
  const suspensions = process.suspensions.map(
    ({ from: on, agreement, reason }): ProcessDecision => ({ kind: 'suspended', on, agreement, reason }),
  );
  return [...days, ...suspensions].filter(({ on }) => on > from && on <= to).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Whole days from `day` to the election day; negative once it has passed. */
export const daysToJornada = (jornada: IsoDate, day: IsoDate): number =>
  Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(jornada), { largestUnit: 'days' }).days;
