import type { FailureKind, Outcome, Schedule } from './probe.ts';

/** What is held to be true of an address, after confirmation. `unknown` until enough answers agree. */
export type Condition = 'up' | 'down' | 'unknown';

export type Standing = {
  readonly condition: Condition;
  /** Consecutive outcomes that speak against the condition, newest last, and when the first of them was. */
  readonly against: number;
  readonly againstSince?: string;
  readonly failure?: FailureKind;
};

export const atFirst: Standing = { condition: 'unknown', against: 0 };

/** A confirmed change: from when (the first outcome that spoke for it), and confirmed when. */
export type Turn = {
  readonly from: Condition;
  readonly to: 'up' | 'down';
  readonly since: string;
  readonly confirmedAt: string;
  readonly failure?: FailureKind;
  readonly detail?: string;
};

/**
 * One outcome after the other: a single failure is not an outage, nor one answer its end. What comes during maintenance says nothing
 * and confirms nothing. `at`: UTC instant of the outcome.
 */
export function confirm(
  standing: Standing,
  outcome: Outcome,
  at: string,
  rule: Pick<Schedule, 'failuresToConfirm' | 'answersToRecover'>,
  inMaintenance: boolean,
): { readonly standing: Standing; readonly turn?: Turn } {
  if (inMaintenance) return { standing: { condition: standing.condition, against: 0 } };
  const says = outcome.ok ? 'up' : 'down';
  if (standing.condition === says) return { standing: { condition: says, against: 0 } };
  // Before anything is known, failures must be confirmed like any other; one answer is enough to know that it answers.
  const needed = says === 'down' ? rule.failuresToConfirm : standing.condition === 'unknown' ? 1 : rule.answersToRecover;
  const isAgain = standing.against > 0 && (standing.condition !== 'unknown' || says === 'down');
  const against = isAgain ? standing.against + 1 : 1;
  const since = (isAgain ? standing.againstSince : undefined) ?? at;
  const failure = outcome.ok ? {} : { failure: outcome.failure };
  if (against < needed) return { standing: { condition: standing.condition, against, againstSince: since, ...failure } };
  const detail = outcome.ok ? {} : { failure: outcome.failure, detail: outcome.detail };
  return {
    standing: { condition: says, against: 0 },
    turn: { from: standing.condition, to: says, since, confirmedAt: at, ...detail },
  };
}

/** Seconds until the next question: sooner while something is being confirmed. */
export const nextIn = ({ against }: Standing, schedule: Schedule): number =>
  against > 0 ? Math.min(schedule.retrySeconds, schedule.everySeconds) : schedule.everySeconds;
