import { daysBetween } from '../../core/days.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Subject, subjectOf } from '../../core/subject.ts';
import type { Confirmation } from '../process/events.ts';
import { type OpenProcess, suspensionOn } from '../process/views.ts';
import { nextServed, type Served } from './activities.ts';
import { type GateView, gateOf } from './gate.ts';
import { isOpen, isReached, type MilestoneRow, milestonesOf, progressOf } from './milestones.ts';
import type { Release, System, SystemsState } from './state.ts';

/** Where a system stands on a day, the most pressing first. */
export const stages = ['late', 'rolled-back', 'to-replan', 'observing', 'preparing', 'operating', 'suspended', 'unknown'] as const;
export type Stage = (typeof stages)[number];

/** One system as of a day: what a line of the list says. */
export type Row = {
  readonly system: System;
  readonly stage: Stage;
  readonly milestones: readonly MilestoneRow[];
  /** From 0 to 1; absent when nobody planned a milestone. */
  readonly progress?: number;
  readonly served?: Served;
  /** The day it went into production; absent: it did not, or nobody recorded it. */
  readonly liveSince?: IsoDate;
  /** The planned day of going into production, while it is ahead. */
  readonly goLive?: MilestoneRow;
  /** The open milestone that comes next, or the one that is late. */
  readonly next?: MilestoneRow;
  /** Days of slippage of going into production, or the most of any milestone when that is not planned. */
  readonly slipDays?: number;
  readonly release?: Release;
  readonly gate?: GateView;
  readonly confirmation: Confirmation;
};

export function rowOf(process: OpenProcess, state: SystemsState, system: System, day: IsoDate): Row {
  const milestones = milestonesOf(process, state, system, day);
  const progress = progressOf(milestones);
  const served = nextServed(process, state, system.activities, day);
  const live = milestones.find((row) => row.milestone.kind === 'go-live' && isReached(row));
  const goLive = milestones.find((row) => row.milestone.kind === 'go-live' && isOpen(row));
  const open = milestones.filter(isOpen).sort((a, b) => ((a.date ?? '9') < (b.date ?? '9') ? -1 : 1));
  const slips = ((live ?? goLive) ? [live ?? goLive] : milestones).flatMap((row) => row?.slipDays ?? []);
  const release = releaseOn(system);
  const gate = gateOf(system, day);
  return {
    system,
    stage: stageOf(process, milestones, live !== undefined, gate, day),
    milestones,
    confirmation: confirmationOf(system),
    ...(progress === undefined ? {} : { progress }),
    ...(served === undefined ? {} : { served }),
    ...(live?.date === undefined ? {} : { liveSince: live.date }),
    ...(goLive === undefined ? {} : { goLive }),
    ...(open[0] === undefined ? {} : { next: open[0] }),
    ...(slips.length === 0 ? {} : { slipDays: Math.max(...slips) }),
    ...(release === undefined ? {} : { release }),
    ...(gate === undefined ? {} : { gate }),
  };
}

function stageOf(
  process: OpenProcess,
  milestones: readonly MilestoneRow[],
  live: boolean,
  gate: GateView | undefined,
  day: IsoDate,
): Stage {
  if (milestones.some((row) => row.status === 'late')) return 'late';
  if (gate?.status === 'rolledBack') return 'rolled-back';
  if (live) return gate?.observing ? 'observing' : 'operating';
  if (milestones.some((row) => row.status === 'suspended') && suspensionOn(process, day)) return 'suspended';
  if (milestones.some((row) => row.status === 'to-replan')) return 'to-replan';
  return gate !== undefined || milestones.some((row) => isReached(row) || row.status === 'planned') ? 'preparing' : 'unknown';
}

/** Every system in the order of the catalogue. */
export const rowsOf = (process: OpenProcess, state: SystemsState, day: IsoDate): readonly Row[] =>
  [...state.systems.values()].map((system) => rowOf(process, state, system, day));

/** The version in production, or the latest known of any environment. */
export const releaseOn = ({ releases }: System): Release | undefined =>
  releases.findLast((one) => one.environment === 'production') ?? releases.at(-1);

const weakest = ['to-confirm', 'computed', 'seen'] as const;
/** The weakest of what is known of the row: one thing to be confirmed makes it a row to be confirmed. */
export const confirmationOf = ({ description }: System): Confirmation =>
  weakest.find((one) => description.sources.some((source) => source.confirmation === one)) ?? 'to-confirm';

/** Systems that need this one. */
export const neededBy = (state: SystemsState, id: string): readonly System[] =>
  [...state.systems.values()].filter(({ needs }) => needs.includes(id));

/** Days between going into production (or its planned day) and the activity it serves; negative: it comes after it. */
export function marginDays({ served, liveSince, goLive }: Row): number | undefined {
  const live = liveSince ?? goLive?.date;
  return served?.date === undefined || live === undefined ? undefined : daysBetween(live, served.date);
}

/** What a change of election day asks of the milestones: those whose tie gives another date than the one in force. */
export type Proposal = { readonly subject: Subject; readonly system: System; readonly row: MilestoneRow; readonly proposed: IsoDate };
export const proposalsOf = (process: OpenProcess, state: SystemsState, day: IsoDate): readonly Proposal[] =>
  [...state.systems.values()].flatMap((system) =>
    milestonesOf(process, state, system, day).flatMap((row) =>
      row.proposed === undefined
        ? []
        : [{ subject: subjectOf('system', system.id, row.milestone.id), system, row, proposed: row.proposed }],
    ),
  );
