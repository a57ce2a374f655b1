import type { Act, IsoDate } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Agreement, Source } from '../process/events.ts';
import { electionDayOf } from '../process/views.ts';
import type { PlanContext } from './decide.ts';
import type { NewPlanEvent, PlannedObligation, ReplanChoice, ReplanDecision, ReplanMatter, Topic } from './events.ts';
import { type ReplanItem, replanItems, undecidedOf } from './replan.ts';
import { afterUnrecorded, type PlanState, type Replan } from './state.ts';

export type ReplanRefusal =
  | { readonly kind: 'process-unknown' }
  | { readonly kind: 'no-plan' }
  | { readonly kind: 'election-day-missing' }
  | { readonly kind: 'plan-in-force'; readonly jornada: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'plan-for-another-day'; readonly jornada: IsoDate; readonly expected: IsoDate }
  | { readonly kind: 'replan-open'; readonly jornada: IsoDate }
  | { readonly kind: 'no-replan' }
  | { readonly kind: 'before-last-decision'; readonly on: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'item-unknown'; readonly subject: string }
  | { readonly kind: 'choice-reason-missing'; readonly choice: ReplanChoice }
  | { readonly kind: 'date-missing' }
  | { readonly kind: 'date-after-election'; readonly due: IsoDate; readonly jornada: IsoDate }
  | { readonly kind: 'nothing-proposed'; readonly subject: string }
  | { readonly kind: 'nothing-to-keep'; readonly subject: string }
  | { readonly kind: 'undecided'; readonly count: number; readonly first: Bilingual };

type Decision = Result<readonly NewPlanEvent[], ReplanRefusal>;

export type ProposeReplan = Act & {
  readonly norm: string;
  readonly jornada: IsoDate;
  readonly topics: readonly Topic[];
  readonly obligations: readonly PlannedObligation[];
  readonly matters: readonly ReplanMatter[];
  readonly source?: Source;
};

/** Proposes a date for every open item of the plan in force, for the election day that has moved. A second proposal replaces one for another day. */
export function proposeReplan({ process, plan }: PlanContext, command: ProposeReplan): Decision {
  if (process.kind === 'absent') return refuse({ kind: 'process-unknown' });
  const { on, by, ...data } = command;
  const inForce = plan.plans.at(-1);
  if (!inForce) return refuse({ kind: 'no-plan' });
  const fixed = electionDayOf(process);
  if (!fixed) return refuse({ kind: 'election-day-missing' });
  if (fixed.jornada !== data.jornada) return refuse({ kind: 'plan-for-another-day', jornada: data.jornada, expected: fixed.jornada });
  if (inForce.jornada === data.jornada) return refuse({ kind: 'plan-in-force', jornada: inForce.jornada, on: inForce.on });
  if (plan.replan?.jornada === data.jornada) return refuse({ kind: 'replan-open', jornada: data.jornada });
  const last = inForce.on > fixed.on ? inForce.on : fixed.on;
  if (on < last) return refuse({ kind: 'before-last-decision', on, last });
  return ok([{ type: 'ReplanProposed', on, by, data }]);
}

export type ChooseReplan = {
  readonly choice: ReplanChoice;
  readonly due?: IsoDate;
  readonly reason?: Bilingual;
  readonly source?: Source;
};
export type DecideReplan = Act & ChooseReplan & { readonly subjects: readonly string[] };

/** Decides one item or many alike. What is decided again replaces what was. */
export function decideReplan({ process, plan }: PlanContext, command: DecideReplan): Decision {
  if (process.kind === 'absent') return refuse({ kind: 'process-unknown' });
  const { on, by, subjects, ...choice } = command;
  const { replan } = plan;
  if (!replan) return refuse({ kind: 'no-replan' });
  if (on < replan.lastOn) return refuse({ kind: 'before-last-decision', on, last: replan.lastOn });
  if ((choice.choice === 'drop' || choice.choice === 'date') && !choice.reason?.es.trim())
    return refuse({ kind: 'choice-reason-missing', choice: choice.choice });
  const items = new Map(replanItems(process, plan, replan, on).map((item) => [item.subject, item]));
  const decisions: ReplanDecision[] = [];
  for (const subject of subjects) {
    const item = items.get(subject);
    if (!item) return refuse({ kind: 'item-unknown', subject });
    const decided = decisionOn(item, choice, replan);
    if (!decided.ok) return decided;
    decisions.push(decided.value);
  }
  const [first] = decisions;
  return first ? ok([{ type: 'ReplanDecided', on, by, data: { decisions } }]) : refuse({ kind: 'item-unknown', subject: '' });
}

/** The plan as it would stand after a decision that nobody records. */
export const simulated = (plan: PlanState, decision: Decision): Result<PlanState, ReplanRefusal> =>
  decision.ok ? ok(afterUnrecorded({ ...plan }, decision.value)) : decision;

function decisionOn(
  item: ReplanItem,
  { choice, due, reason, source }: ChooseReplan,
  { jornada }: Replan,
): Result<ReplanDecision, ReplanRefusal> {
  const { subject } = item;
  const told = { subject, choice, ...(reason ? { reason } : {}), ...(source ? { source } : {}) };
  switch (choice) {
    case 'drop':
      return ok(told);
    case 'adopt': {
      if (item.proposed === undefined) return refuse({ kind: 'nothing-proposed', subject });
      const sendBy = item.obligation?.sendBy;
      return ok({ ...told, due: item.proposed, ...(sendBy === undefined ? {} : { sendBy }) });
    }
    case 'keep': {
      if (item.due === undefined) return refuse({ kind: 'nothing-to-keep', subject });
      const sendBy = item.item?.obligation.sendBy;
      return ok({ ...told, due: item.due, ...(sendBy === undefined ? {} : { sendBy }) });
    }
    case 'date': {
      if (due === undefined) return refuse({ kind: 'date-missing' });
      if (due > jornada && (item.proposed ?? due) <= jornada) return refuse({ kind: 'date-after-election', due, jornada });
      const { obligation } = item;
      const days = obligation?.sendBy === undefined ? undefined : daysBetween(obligation.due, obligation.sendBy);
      return ok({ ...told, due, ...(days === undefined ? {} : { sendBy: Temporal.PlainDate.from(due).add({ days }).toString() }) });
    }
  }
}

const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** The plan that the decisions give, adopted by an agreement. Refused while one item is undecided: nothing is left out in silence. */
export function approveReplan({ process, plan }: PlanContext, command: Act & { readonly agreement: Agreement }): Decision {
  if (process.kind === 'absent') return refuse({ kind: 'process-unknown' });
  const { on, by, agreement } = command;
  const { replan } = plan;
  if (!replan) return refuse({ kind: 'no-replan' });
  const expected = electionDayOf(process)?.jornada ?? replan.jornada;
  if (expected !== replan.jornada) return refuse({ kind: 'plan-for-another-day', jornada: replan.jornada, expected });
  if (on < replan.lastOn) return refuse({ kind: 'before-last-decision', on, last: replan.lastOn });
  const items = replanItems(process, plan, replan, on);
  const undecided = undecidedOf(items);
  const [first] = undecided;
  if (first) return refuse({ kind: 'undecided', count: undecided.length, first: first.title });
  const { norm, jornada, topics } = replan;
  const decisions = items.flatMap(({ decision }) => decision ?? []);
  const obligations = [...replan.obligations, ...besides(items, replan)];
  return ok([{ type: 'PlanAdopted', on, by, data: { norm, jornada, agreement, topics, obligations, omitted: [], decisions } }]);
}

/** Obligations that the norm does not give for the new day and that somebody keeps, or leaves out, all the same: they stay in sight. */
function besides(items: readonly ReplanItem[], replan: Replan): readonly PlannedObligation[] {
  const given = new Set(replan.obligations.map((one) => one.key));
  const others = items.flatMap(({ item }) => (item && !given.has(item.obligation.key) ? [item.obligation] : []));
  return [...new Map(others.map((one) => [one.key, one])).values()];
}
