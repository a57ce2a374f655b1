import { dayAfter, daysBetween } from '../../core/days.ts';
import type { IsoDate } from '../../core/event.ts';
import { subjectOf } from '../../core/subject.ts';
import type { OpenProcess, Opl } from '../process/views.ts';
import type { PlannedObligation, ReplanDecision } from './events.ts';
import type { AdoptedPlan, Progress } from './state.ts';

/** Days on which no deadline runs. `to` is the first day after them; absent: until a plan is adopted. */
export type Halt = { readonly from: IsoDate; readonly to?: IsoDate };

/** One date of one plan for one OPL, with all that decides whether anybody can be late for it. */
export type Deadline = {
  readonly obligation: PlannedObligation;
  /** The day on which its plan was adopted: nobody can meet a date that had passed by then. */
  readonly adoptedOn: IsoDate;
  /** Left out by the act that adopted its plan: it has no date in force. */
  readonly omitted: boolean;
  readonly halts: readonly Halt[];
};

/**
 * The days on which the dates of a plan do not run: while the process is suspended, and from a change of election day
 * for which no plan has been adopted yet, until it is moved back. A late change must not invent lateness.
 */
export function haltsOf(process: OpenProcess, plan: AdoptedPlan): readonly Halt[] {
  const { electionDays, suspensions } = process;
  const suspended = suspensions.filter(({ to }) => to === undefined || to > plan.on);
  const fixed = electionDays.findLastIndex((one) => one.jornada === plan.jornada && one.on <= plan.on);
  const elsewhere = electionDays.slice(fixed + 1).flatMap(({ jornada, on }, i, later): readonly Halt[] => {
    const next = later[i + 1];
    return fixed < 0 || jornada === plan.jornada ? [] : [{ from: on, ...(next ? { to: next.on } : {}) }];
  });
  return [...suspended, ...elsewhere];
}

export const isHalted = (halts: readonly Halt[], day: IsoDate): boolean =>
  halts.some(({ from, to }) => from <= day && (to === undefined || day < to));

/** Whether the act that adopted the plan left this obligation of this OPL without a date. */
export const isLeftOut = (plan: AdoptedPlan, opl: string, { key, code }: PlannedObligation): boolean =>
  plan.decided.get(subjectOf('obligation', opl, key))?.choice === 'drop' ||
  plan.omitted.some((one) => one.opl === opl && one.codes.includes(code));

/** The dates of one plan for one OPL: `of` an obligation of that plan. */
export type Deadlines = { readonly plan: AdoptedPlan; readonly of: (obligation: PlannedObligation) => Deadline };

/** `former`: the dates of the plan before it, which an obligation that keeps its date still answers to. */
export function deadlinesOf(process: OpenProcess, plan: AdoptedPlan, opl: Opl, former?: Deadlines): Deadlines {
  const halts = haltsOf(process, plan);
  const omitted = new Set(plan.omitted.filter((one) => one.opl === opl.id).flatMap((one) => one.codes));
  const plain = (obligation: PlannedObligation): Deadline => ({
    obligation,
    adoptedOn: plan.on,
    omitted: omitted.has(obligation.code),
    halts,
  });
  if (plan.decided.size === 0) return { plan, of: plain };
  const of = (obligation: PlannedObligation): Deadline => {
    const decision = plan.decided.get(subjectOf('obligation', opl.id, obligation.key));
    if (decision?.choice === 'drop') return { ...plain(obligation), omitted: true };
    const before = decision?.choice === 'keep' ? former?.plan.byKey.get(obligation.key) : undefined;
    if (former && before) return kept(former.of(before), plan.on, halts);
    return decision?.choice === 'date' ? { ...plain(obligation), obligation: dated(obligation, decision, plan) } : plain(obligation);
  };
  return { plan, of };
}

/** Its date, with whoever was late for it, but for the days on which the former plan stood still until the new one. */
function kept(former: Deadline, on: IsoDate, halts: readonly Halt[]): Deadline {
  const before = former.halts
    .map(({ from, to }) => ({ from, to: to === undefined || to > on ? on : to }))
    .filter(({ from, to }) => from < to);
  return { ...former, halts: [...before, ...halts] };
}

/** A date that a person gave: its reason is that person's, and the rule's is what it replaced. */
function dated(obligation: PlannedObligation, { due, sendBy, reason }: ReplanDecision, plan: AdoptedPlan): PlannedObligation {
  if (due === undefined) return obligation;
  const { sendBy: _, ...rest } = obligation;
  const text = reason ?? obligation.explanation.rule;
  const explanation = {
    ...obligation.explanation,
    rule: {
      es: 'Fecha fijada al reprogramar, en lugar de la que da la regla.',
      en: 'Date given when re-planning, in place of the one the rule gives.',
    },
    steps: [
      { text: { es: 'La regla daría', en: 'The rule would give' }, result: obligation.due },
      { text, result: due },
    ],
    citation: `${plan.agreement.name}; ${obligation.explanation.citation}`,
  };
  return { ...rest, due, ...(sendBy === undefined ? {} : { sendBy }), explanation };
}

/** The last day on which handing it in is in time: by the day to send it, where the norm gives one. */
export const limitOf = ({ due, sendBy }: PlannedObligation): IsoDate => sendBy ?? due;

/** What an obligation's punctuality is judged by: its first delivery, or its conclusion when no delivery was recorded. */
export const handedIn = (progress: readonly Progress[]): Progress | undefined =>
  progress.find((one) => one.step === 'deliver') ?? progress.find((one) => one.step === 'conclude');

/**
 * The deadline in force when it was handed in (before any plan: that of the first). `now`, that of the plan in force
 * today, when it has not been handed in or that plan did not have it: a later plan moves only what is open.
 * `plans`: oldest first.
 */
export function judgedBy(plans: readonly Deadlines[], progress: readonly Progress[], now: Deadline): Deadline {
  const handed = handedIn(progress);
  if (!handed) return now;
  const then = plans.findLast(({ plan }) => plan.on <= handed.on) ?? plans[0];
  const obligation = then?.plan.byKey.get(now.obligation.key);
  return then && obligation ? then.of(obligation) : now;
}

/** What a temporary exemption makes of a deadline: nobody was asked for anything before it ended. */
export function afterExemption(deadline: Deadline, progress: readonly Progress[]): Deadline {
  const until = progress.findLast((one) => one.step === 'exempt' && one.until !== undefined)?.until;
  const { obligation } = deadline;
  if (until === undefined || until <= obligation.due) return deadline;
  const { sendBy } = obligation;
  return { ...deadline, obligation: { ...obligation, due: until, ...(sendBy === undefined || sendBy >= until ? {} : { sendBy: until }) } };
}

/**
 * Whole days by which what was handed in came late; 0 when in time, or when the date bound nobody. A document's own date
 * counts against the due date and the day of delivery against the day by which it must be sent (the due date when the norm
 * gives no other); a milestone happens, so only the day on which it happened counts.
 */
export function lateBy({ obligation, adoptedOn, omitted, halts }: Deadline, progress: readonly Progress[]): number {
  const handed = handedIn(progress);
  const { due, kind } = obligation;
  if (!handed || omitted || due < adoptedOn) return 0;
  const { on, effectiveDate } = handed;
  const after = (limit: IsoDate, day: IsoDate): number => (day <= limit || isHalted(halts, limit) ? 0 : daysBetween(limit, day));
  if (kind === 'milestone') return after(due, effectiveDate ?? on);
  return Math.max(after(limitOf(obligation), on), effectiveDate === undefined ? 0 : after(due, effectiveDate));
}

/** The first day of the run of days, up to `day`, on which an overdue obligation has been overdue: suspended days break it. */
export function overdueSince({ obligation, halts }: Deadline, day: IsoDate): IsoDate {
  const first = dayAfter(limitOf(obligation));
  return halts.reduce((since, { to }) => (to !== undefined && to <= day && to > since ? to : since), first);
}
