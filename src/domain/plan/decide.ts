import type { Act, IsoDate } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Agreement, Source } from '../process/events.ts';
import type { OpenProcess, ProcessState } from '../process/views.ts';
import type { NewPlanEvent, PlannedObligation, ProgressData, Topic } from './events.ts';
import { type PlanState, type Progress, progressOn, type Step, steps } from './state.ts';

export type PlanRefusal =
  | { readonly kind: 'process-unknown' }
  | { readonly kind: 'election-day-missing' }
  | { readonly kind: 'plan-in-force'; readonly jornada: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'replan-needed'; readonly jornada: IsoDate }
  | { readonly kind: 'plan-for-another-day'; readonly jornada: IsoDate; readonly expected: IsoDate }
  | { readonly kind: 'before-last-decision'; readonly on: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'no-plan' }
  | { readonly kind: 'opl-unknown'; readonly opl: string }
  | { readonly kind: 'obligation-unknown'; readonly key: string }
  | { readonly kind: 'code-unknown'; readonly code: string }
  | { readonly kind: 'reporting-open'; readonly opl: string; readonly since: IsoDate }
  | { readonly kind: 'step-not-possible'; readonly step: Step; readonly after: Step | 'nothing' }
  | { readonly kind: 'before-last-step'; readonly on: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'document-dated-later'; readonly effectiveDate: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'until-elsewhere'; readonly step: Step }
  | { readonly kind: 'reason-missing' };

type Decision = Result<readonly NewPlanEvent[], PlanRefusal>;
/** What the plan's rules need to know: the plan itself and the process it belongs to. */
export type PlanContext = { readonly process: ProcessState; readonly plan: PlanState };

export type AdoptPlan = Act & {
  readonly norm: string;
  readonly jornada: IsoDate;
  readonly agreement: Agreement;
  readonly topics: readonly Topic[];
  readonly obligations: readonly PlannedObligation[];
  readonly omitted: readonly { readonly opl: string; readonly codes: readonly string[]; readonly source: Source }[];
};

/** Adopts the first plan. When election day moves afterwards, re-planning decides every open date (`approveReplan`): none is left out in silence. */
export function adoptPlan(context: PlanContext, command: AdoptPlan): Decision {
  const inForce = context.plan.plans.at(-1);
  if (inForce && inForce.jornada !== command.jornada) return refuse({ kind: 'replan-needed', jornada: inForce.jornada });
  return planAdoption(context, command);
}

/** The plan for the election day in force, as an act adopts it whole. A later one is for another day, and the former stays visible. */
export function planAdoption({ process, plan }: PlanContext, command: AdoptPlan): Decision {
  return whenOpen(process, (open) => {
    const { on, by, topics, obligations, omitted, ...rest } = command;
    const fixed = open.electionDays.at(-1);
    if (!fixed) return refuse({ kind: 'election-day-missing' });
    if (fixed.jornada !== rest.jornada) return refuse({ kind: 'plan-for-another-day', jornada: rest.jornada, expected: fixed.jornada });
    const inForce = plan.plans.at(-1);
    if (inForce && inForce.jornada === rest.jornada) return refuse({ kind: 'plan-in-force', jornada: inForce.jornada, on: inForce.on });
    const last = inForce && inForce.on > fixed.on ? inForce.on : fixed.on;
    if (on < last) return refuse({ kind: 'before-last-decision', on, last });
    for (const { opl, codes } of omitted) {
      if (!open.opls.some((one) => one.id === opl)) return refuse({ kind: 'opl-unknown', opl });
      const strange = codes.find((code) => !obligations.some((one) => one.code === code));
      if (strange !== undefined) return refuse({ kind: 'code-unknown', code: strange });
    }
    return ok([{ type: 'PlanAdopted', on, by, data: { ...rest, topics, obligations, omitted } }]);
  });
}

export function openReporting({ process, plan }: PlanContext, command: Act & { opl: string }): Decision {
  return whenOpen(process, (open) => {
    const { on, by, opl } = command;
    if (!open.opls.some((one) => one.id === opl)) return refuse({ kind: 'opl-unknown', opl });
    const since = plan.reportingSince.get(opl);
    if (since !== undefined) return refuse({ kind: 'reporting-open', opl, since });
    return ok([{ type: 'ReportingOpened', on, by, data: { opl } }]);
  });
}

/** Which verb may follow which: the edges of the state diagram in this slice's README. */
const follows: Readonly<Record<Step, readonly (Step | 'nothing')[]>> = {
  start: ['nothing'],
  deliver: ['nothing', 'start', 'observe', 'deliver'],
  review: ['deliver'],
  observe: ['deliver', 'review'],
  conclude: ['nothing', 'start', 'deliver', 'review', 'observe'],
  exempt: ['nothing', 'start'],
};

/** Verbs that may be used now, for the buttons of a page. */
export const possibleSteps = (plan: PlanState, opl: string, key: string): readonly Step[] => {
  const after = stepBefore(lastStep(plan, opl, key));
  // The keys of `steps` are exactly the verbs.
  return (Object.keys(steps) as Step[]).filter((step) => follows[step].includes(after));
};

/** An exemption that ends some day leaves the obligation as if nothing had been said of it. */
const stepBefore = (last: Progress | undefined): Step | 'nothing' =>
  last === undefined || (last.step === 'exempt' && last.until !== undefined) ? 'nothing' : last.step;

/** The last step recorded of an obligation; absent: none. */
export const lastStepOf = (plan: PlanState, opl: string, key: string): Step | undefined => lastStep(plan, opl, key)?.step;

const lastStep = (plan: PlanState, opl: string, key: string): Progress | undefined => progressOn(plan, opl, key)?.at(-1);

export type AdvanceObligation = Act & { readonly step: Step } & ProgressData;

/** Records one step of an obligation: started, delivered, put in review, observed, concluded, or exempted. */
export function advanceObligation({ process, plan }: PlanContext, command: AdvanceObligation): Decision {
  return whenOpen(process, (open) => {
    const { on, by, step, ...data } = command;
    const inForce = plan.plans.at(-1);
    if (!inForce) return refuse({ kind: 'no-plan' });
    if (!open.opls.some((one) => one.id === data.opl)) return refuse({ kind: 'opl-unknown', opl: data.opl });
    if (!inForce.byKey.has(data.key)) return refuse({ kind: 'obligation-unknown', key: data.key });
    const last = lastStep(plan, data.opl, data.key);
    const after = stepBefore(last);
    if (!follows[step].includes(after)) return refuse({ kind: 'step-not-possible', step, after });
    if (last && on < last.on) return refuse({ kind: 'before-last-step', on, last: last.on });
    const { effectiveDate, note } = data;
    if (effectiveDate !== undefined && effectiveDate > on) return refuse({ kind: 'document-dated-later', effectiveDate, on });
    if (step !== 'exempt' && data.until !== undefined) return refuse({ kind: 'until-elsewhere', step });
    if (step === 'exempt' && !note?.es.trim()) return refuse({ kind: 'reason-missing' });
    return ok([{ type: steps[step], on, by, data }]);
  });
}

function whenOpen(process: ProcessState, then: (open: OpenProcess) => Decision): Decision {
  return process.kind === 'open' ? then(process) : refuse({ kind: 'process-unknown' });
}
