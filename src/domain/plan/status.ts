import { daysBetween } from '../../core/days.ts';
import type { IsoDate } from '../../core/event.ts';
import { unreachable } from '../../core/result.ts';
import { type Deadline, isHalted, lateBy, limitOf } from './deadline.ts';
import type { Progress } from './state.ts';

/** The twelve states of an obligation (product.md, «plan»). All are derived; none is ever typed in. */
export const statuses = [
  'not-started',
  'in-progress',
  'delivered',
  'in-review',
  'observed',
  'concluded',
  'concluded-late',
  'overdue',
  'not-applicable',
  'rescheduled',
  'suspended',
  'unknown',
] as const;
export type Status = (typeof statuses)[number];

/** What the status of one obligation of one OPL depends on, as of one day. */
export type StatusInputs = {
  /** In the plan in force on the day. */
  readonly deadline: Deadline;
  /** In the plan that was in force when it was handed in: a later plan moves what is open and judges nothing that was done. */
  readonly judgedBy: Deadline;
  /** The date in the plan before the one in force, when there was one. */
  readonly formerDue: IsoDate | undefined;
  /** What is known to have happened up to the day, in the ledger's order. */
  readonly progress: readonly Progress[];
  readonly day: IsoDate;
  /** The day from which the OPL delivers through Atalaya; absent: silence means nothing. */
  readonly reportingSince: IsoDate | undefined;
};

/** `daysLate`: by how much it came when concluded late; since when it is awaited when overdue; 0 otherwise. */
export type Standing = { readonly status: Status; readonly daysLate: number };

/**
 * Where an obligation stands. Only what somebody recorded makes it advance, and only an OPL that delivers through
 * Atalaya can be late by silence: for the others a past date without news is «sin información», never lateness.
 */
export function standingOf(inputs: StatusInputs): Standing {
  const { deadline, judgedBy, progress, day } = inputs;
  const last = progress.at(-1);
  const step = last?.step ?? 'nothing';
  switch (step) {
    case 'exempt':
      if (last?.until === undefined || day <= last.until) return inTime('not-applicable');
      return standingOf({ ...inputs, progress: [] }); // it ended: nothing else was said
    case 'conclude': {
      const daysLate = lateBy(judgedBy, progress);
      return daysLate > 0 ? { status: 'concluded-late', daysLate } : inTime('concluded');
    }
    case 'observe':
      return inTime('observed');
    case 'review':
      return inTime('in-review');
    case 'deliver':
      return inTime('delivered');
    case 'start':
    case 'nothing': {
      const status = openStatus(inputs, last);
      return status === 'overdue' ? { status, daysLate: daysBetween(limitOf(deadline.obligation), day) } : inTime(status);
    }
    default:
      return unreachable(step);
  }
}

const inTime = (status: Status): Standing => ({ status, daysLate: 0 });

/** Of an obligation that nobody has handed in. Work begun while deadlines stood still goes on all the same. */
function openStatus(inputs: StatusInputs, started: Progress | undefined): Status {
  const status = byDate(inputs);
  if (!started || status === 'overdue') return status;
  return status === 'suspended' && !isHalted(inputs.deadline.halts, started.on) ? 'suspended' : 'in-progress';
}

/** What the date alone says. Between the due date and the day to send it nobody can know yet whether it was met. */
function byDate({ deadline, formerDue, day, reportingSince }: StatusInputs): Status {
  const { obligation, adoptedOn, omitted, halts } = deadline;
  const { due } = obligation;
  if (omitted) return 'unknown';
  if (isHalted(halts, due)) return 'suspended';
  if (day <= due) return formerDue === undefined || formerDue === due ? 'not-started' : 'rescheduled';
  if (reportingSince === undefined || due < reportingSince || due < adoptedOn) return 'unknown';
  const limit = limitOf(obligation);
  if (isHalted(halts, limit) || isHalted(halts, day)) return 'suspended';
  return day > limit ? 'overdue' : 'unknown';
}
