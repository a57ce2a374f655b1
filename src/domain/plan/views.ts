import type { IsoDate } from '../../core/event.ts';
import type { OplId } from '../../core/ids.ts';
import { remembered } from '../../core/remembered.ts';
import { type Subject, subjectOf } from '../../core/subject.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Source } from '../process/events.ts';
import type { OpenProcess, Opl } from '../process/views.ts';
import {
  afterExemption,
  type Deadlines,
  deadlinesOf,
  type Halt,
  haltsOf,
  handedIn,
  isHalted,
  isLeftOut,
  judgedBy,
  lateBy,
  limitOf,
  overdueSince,
} from './deadline.ts';
import { advanceObligation, lastStepOf, type PlanContext, type PlanRefusal } from './decide.ts';
import type { PlannedObligation, Topic } from './events.ts';
import { type AdoptedPlan, type PlanState, type Progress, progressOn, type Replan, type Step } from './state.ts';
import { type Status, standingOf, statuses } from './status.ts';
import { confirmationWords, planRefusalText, shapeOf, statusMark, statusWords } from './words.ts';

export {
  type AdoptedPlan,
  advanceObligation,
  confirmationWords,
  handedIn,
  isHalted,
  lastStepOf,
  limitOf,
  type PlanContext,
  type PlannedObligation,
  type PlanRefusal,
  type PlanState,
  type Progress,
  planRefusalText,
  type Replan,
  type Status,
  type Step,
  shapeOf,
  statuses,
  statusMark,
  statusWords,
  type Topic,
};

/** One obligation of one OPL, as of a day. */
export type Item = {
  readonly opl: Opl;
  readonly obligation: PlannedObligation;
  readonly status: Status;
  /** Days late when concluded late, days since the last day to hand it in when overdue; 0 otherwise. */
  readonly daysLate: number;
  /** Days by which its first delivery came late, whatever became of it since; 0 when in time, or not handed in. */
  readonly handedInLate: number;
  /** Since when it is overdue, when it is. */
  readonly overdueSince?: IsoDate;
  readonly progress: readonly Progress[];
  /** The date in the plan before the one in force. */
  readonly formerDue?: IsoDate;
  /** The act that adopted the plan in force left this obligation out. */
  readonly omitted: boolean;
};

/** What receipts, questions and alerts about this obligation name. */
export const obligationSubject = ({ opl, obligation }: Pick<Item, 'opl' | 'obligation'>): Subject =>
  subjectOf('obligation', opl.id, obligation.key);

/** Observations were recorded on it: from then on it matters who was shown it. */
export const wasObserved = ({ progress }: Pick<Item, 'progress'>): boolean => progress.some(({ step }) => step === 'observe');

/** The plan in force on the day the state was folded to; absent before the first one is adopted. */
export const planInForce = (state: PlanState): AdoptedPlan | undefined => state.plans.at(-1);

const noProgress: readonly Progress[] = [];

/** The obligations of one OPL in the order of the norm, as of `day` (the state holds nothing later than it). */
export function itemsOf(process: OpenProcess, state: PlanState, opl: Opl, day: IsoDate): readonly Item[] {
  const plans: Deadlines[] = [];
  for (const plan of state.plans) plans.push(deadlinesOf(process, plan, opl, plans.at(-1)));
  const inForce = plans.at(-1);
  if (!inForce) return [];
  const former = plans.at(-2);
  const reportingSince = state.reportingSince.get(opl.id);
  return inForce.plan.obligations.map((obligation) => {
    const progress = progressOn(state, opl.id, obligation.key) ?? noProgress;
    const before = former?.plan.byKey.get(obligation.key);
    const formerDue = former && before ? former.of(before).obligation.due : undefined;
    const deadline = inForce.of(obligation);
    const judged = afterExemption(judgedBy(plans, progress, deadline), progress);
    const running = afterExemption(deadline, progress);
    const standing = standingOf({ deadline: running, judgedBy: judged, formerDue, progress, day, reportingSince });
    // Field by field: a matrix makes two thousand of these, and joining objects took as long as judging them.
    const item: { -readonly [K in keyof Item]: Item[K] } = {
      opl,
      obligation: deadline.obligation,
      status: standing.status,
      daysLate: standing.daysLate,
      handedInLate: progress.length === 0 ? 0 : lateBy(judged, progress),
      progress,
      omitted: deadline.omitted,
    };
    if (standing.status === 'overdue') item.overdueSince = overdueSince(running, day);
    if (formerDue !== undefined) item.formerDue = formerDue;
    return item;
  });
}

/** Days on which the dates of the plan in force stand still: every suspension, and a change of election day without a plan for it. */
export function standstillsOf(process: OpenProcess, state: PlanState): readonly Halt[] {
  const plan = planInForce(state);
  return [...process.suspensions, ...(plan ? haltsOf(process, plan) : [])];
}

/** The date of one OPL for an obligation of a plan: as decided for it, or the plan's; absent when it was left out. */
export const dueFor = (plan: AdoptedPlan, opl: string, obligation: PlannedObligation): IsoDate | undefined =>
  isLeftOut(plan, opl, obligation) ? undefined : (plan.decided.get(subjectOf('obligation', opl, obligation.key))?.due ?? obligation.due);

/** Why a plan left an obligation of an OPL out, and where that is told. */
export function leftOutWhy(
  plan: AdoptedPlan,
  opl: string,
  { key, code }: PlannedObligation,
): readonly { reason?: Bilingual; source?: Source }[] {
  const decision = plan.decided.get(subjectOf('obligation', opl, key));
  const acts = plan.omitted.filter((one) => one.opl === opl && one.codes.includes(code)).map(({ source }) => ({ source }));
  return decision?.choice === 'drop' ? [decision, ...acts] : acts;
}

/** From which day the plans have left this obligation out without a break; absent when the one in force does not. */
export function leftOutSince({ plans }: PlanState, opl: string, obligation: PlannedObligation): IsoDate | undefined {
  const within = plans.findLastIndex((plan) => !isLeftOut(plan, opl, obligation));
  return plans[within + 1]?.on;
}

/**
 * From which day the date in force has been the same without a break: that of the plan in force, or of an earlier one when the
 * later was adopted on the very day on which election day moved.
 */
export function dateInForceSince(process: OpenProcess, { plans }: PlanState, opl: string, obligation: PlannedObligation): IsoDate {
  let since = '';
  for (const plan of plans.toReversed()) {
    const due = plan.decided.get(subjectOf('obligation', opl, obligation.key))?.due ?? plan.byKey.get(obligation.key)?.due;
    if (isLeftOut(plan, opl, obligation) || due !== obligation.due) break;
    since = plan.on;
    if (!process.electionDays.some((one) => one.on === plan.on)) break;
  }
  return since;
}

/** All OPLs of the process, in the order they joined. */
export function matrixOf(process: OpenProcess, state: PlanState, day: IsoDate): readonly { opl: Opl; items: readonly Item[] }[] {
  return process.opls.map((opl) => ({ opl, items: itemsOf(process, state, opl, day) }));
}

/** The same for the same world and day, worked out once: `world` must be one that never changes after it was made (`core/remembered.ts`). */
export const matrixOn: (world: PlanWorld, day: IsoDate) => ReturnType<typeof matrixOf> = remembered((world: PlanWorld, day) =>
  matrixOf(world.process, world.plan, day),
);
type PlanWorld = { readonly process: OpenProcess; readonly plan: PlanState };

export const isOpen = (status: Status): boolean => status !== 'concluded' && status !== 'concluded-late' && status !== 'not-applicable';

/** Nobody has handed it in yet, or what was handed in came back, and its date runs. */
export const isAwaited = (status: Status): boolean =>
  status === 'not-started' || status === 'rescheduled' || status === 'in-progress' || status === 'observed';

/** What is awaited from `day` to `days` later, soonest first. A suspended date is nobody's next date, nor is one left out of the plan. */
export function dueSoon(items: readonly Item[], day: IsoDate, days: number): readonly Item[] {
  const until = Temporal.PlainDate.from(day).add({ days }).toString();
  return items
    .filter((item) => isAwaited(item.status) && !item.omitted && item.obligation.due >= day && item.obligation.due <= until)
    .sort((a, b) => (a.obligation.due < b.obligation.due ? -1 : a.obligation.due > b.obligation.due ? 1 : 0));
}

/** What needs an explanation now: overdue, observed, or open and left out of the plan in force. */
export const atRisk = (items: readonly Item[]): readonly Item[] =>
  items.filter((item) => item.status === 'overdue' || item.status === 'observed' || (item.omitted && isOpen(item.status)));

/**
 * What moved for one obligation of one OPL between two readings. `before` absent: the earlier reading did not have it.
 * `gone`: the later one does not, and `item` is as it last was.
 */
export type Change = { readonly item: Item; readonly before: Status | undefined; readonly formerDue?: IsoDate; readonly gone: boolean };

/**
 * Obligations whose status or date differs between two readings, those of the later one first, then those it lost.
 * Passing from «por iniciar» to «sin información» is no news.
 */
export function changesBetween(before: readonly Item[], now: readonly Item[]): readonly Change[] {
  const past = placesOf(before);
  let met = 0;
  const changed = now.flatMap((item): readonly Change[] => {
    const was = past.get(item.opl.id)?.get(item.obligation.key);
    if (!was) return [{ item, before: undefined, gone: false }];
    met += 1;
    const moved = was.obligation.due !== item.obligation.due;
    const told = was.status !== item.status && item.status !== 'unknown';
    if (!moved && !told && was.omitted === item.omitted) return [];
    return [{ item, before: was.status, ...(moved ? { formerDue: was.obligation.due } : {}), gone: false }];
  });
  if (met === before.length) return changed;
  const present = placesOf(now);
  const lost = before.filter((item) => !present.get(item.opl.id)?.has(item.obligation.key));
  return [...changed, ...lost.map((item) => ({ item, before: item.status, gone: true }))];
}

/** By OPL and then by key: two thousand texts joined to be looked up would cost more than the comparison. */
function placesOf(items: readonly Item[]): ReadonlyMap<OplId, ReadonlyMap<string, Item>> {
  const places = new Map<OplId, Map<string, Item>>();
  for (const item of items) {
    const own = places.get(item.opl.id) ?? new Map<string, Item>();
    places.set(item.opl.id, own.set(item.obligation.key, item));
  }
  return places;
}

/** How often each status occurs; every status has its number, in the fixed order. */
export function tally(items: readonly Item[]): Readonly<Record<Status, number>> {
  // Every status is a key: the list of statuses is what the entries are made from.
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;
  for (const item of items) counts[item.status] += 1;
  return counts;
}

/**
 * Which status speaks for a group of obligations: the most pressing of them. A group is concluded only when nothing in it
 * is open or without information.
 */
const pressing: readonly Status[] = [
  'overdue',
  'observed',
  'in-review',
  'delivered',
  'in-progress',
  'suspended',
  'rescheduled',
  'not-started',
  'unknown',
  'concluded-late',
  'concluded',
  'not-applicable',
];

export const worstOf = (items: readonly Item[]): Status =>
  pressing.find((status) => items.some((item) => item.status === status)) ?? 'not-applicable';
