import { dayAfter, daysBetween } from '../../core/days.ts';
import type { IsoDate } from '../../core/event.ts';
import { type OpenProcess, suspensionOn } from '../process/views.ts';
import { dateOf } from './activities.ts';
import { milestoneKinds } from './events.ts';
import type { Milestone, System, SystemsState } from './state.ts';

/** Where a milestone stands on a day. Derived; nobody types it in. */
export const milestoneStatuses = ['reached', 'reached-late', 'planned', 'to-replan', 'suspended', 'late', 'dropped', 'unknown'] as const;
export type MilestoneStatus = (typeof milestoneStatuses)[number];

export type MilestoneRow = {
  readonly system: System;
  readonly milestone: Milestone;
  readonly status: MilestoneStatus;
  /** The day it was reached, or the date in force. */
  readonly date?: IsoDate;
  /** Days from its first date to `date`; absent when either is not known. */
  readonly slipDays?: number;
  /** Days past the date in force when late; 0 otherwise. */
  readonly daysLate: number;
  /** The date its tie would give it, when that is another. */
  readonly proposed?: IsoDate;
};

export function milestoneRow(process: OpenProcess, state: SystemsState, system: System, milestone: Milestone, day: IsoDate): MilestoneRow {
  const { standing, due, firstDue } = milestone;
  const date = standing.kind === 'reached' ? standing.on : due;
  const slipDays = firstDue === undefined || date === undefined ? undefined : daysBetween(firstDue, date);
  const proposed = standing.kind === 'planned' ? proposedFor(process, state, milestone) : undefined;
  const status = statusOf(process, system, milestone, day, proposed !== undefined);
  return {
    system,
    milestone,
    status,
    daysLate: status === 'late' && due !== undefined ? daysBetween(due, day) : 0,
    ...(date === undefined ? {} : { date }),
    ...(slipDays === undefined || standing.kind === 'dropped' ? {} : { slipDays }),
    ...(proposed === undefined ? {} : { proposed }),
  };
}

/** What the tie gives today, when it is not the date in force. */
function proposedFor(process: OpenProcess, state: SystemsState, { tie, due }: Milestone): IsoDate | undefined {
  const activity = tie && state.activities.get(tie.activity);
  const day = activity && dateOf(process, activity);
  const proposed = tie && day !== undefined ? dayAfter(day, tie.days) : undefined;
  return proposed === due ? undefined : proposed;
}

/**
 * Silence is lateness only for a system whose areas report through Atalaya since before the date, and only while deadlines
 * run: a suspended process makes nobody late, and a date whose election day moved waits to be replanned.
 */
function statusOf(process: OpenProcess, system: System, milestone: Milestone, day: IsoDate, moved: boolean): MilestoneStatus {
  const { standing, due, plannedOn } = milestone;
  switch (standing.kind) {
    case 'dropped':
      return 'dropped';
    case 'reached':
      return due !== undefined && standing.on > due ? 'reached-late' : 'reached';
    case 'planned':
      if (suspensionOn(process, day)) return 'suspended';
      if (moved) return 'to-replan';
      if (due === undefined) return 'unknown';
      if (day <= due) return 'planned';
      if (system.reportingSince === undefined || due < system.reportingSince || due < plannedOn) return 'unknown';
      return 'late';
  }
}

const order = new Map(milestoneKinds.map((kind, index) => [kind, index]));

/** The milestones of a system in the order of its life; within a kind, by date. */
export function milestonesOf(process: OpenProcess, state: SystemsState, system: System, day: IsoDate): readonly MilestoneRow[] {
  return [...system.milestones.values()]
    .map((milestone) => milestoneRow(process, state, system, milestone, day))
    .sort((a, b) => rank(a) - rank(b) || ((a.date ?? '9') < (b.date ?? '9') ? -1 : 1));
}
const rank = ({ milestone }: MilestoneRow): number => order.get(milestone.kind) ?? milestoneKinds.length;

/** Weight reached over the weight of all that was not dropped, from 0 to 1; absent when there is nothing to weigh. */
export function progressOf(rows: readonly MilestoneRow[]): number | undefined {
  const kept = rows.filter((row) => row.status !== 'dropped');
  const total = kept.reduce((sum, row) => sum + row.milestone.weight, 0);
  const reached = kept.filter(isReached).reduce((sum, row) => sum + row.milestone.weight, 0);
  return total === 0 ? undefined : reached / total;
}
export const isReached = ({ status }: MilestoneRow): boolean => status === 'reached' || status === 'reached-late';
export const isOpen = ({ milestone }: MilestoneRow): boolean => milestone.standing.kind === 'planned';
