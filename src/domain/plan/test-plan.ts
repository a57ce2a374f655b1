import { stateAfter } from '../../../test/given.ts';
import type { Fold } from '../../core/event.ts';
import type { ProcessEvent } from '../process/events.ts';
import { processFold } from '../process/state.ts';
import { agreed, by, said } from '../process/test-process.ts';
import type { PlanContext } from './decide.ts';
import { type NewPlanEvent, type PlanEvent, type PlannedObligation, planEvents } from './events.ts';
import { replanItems } from './replan.ts';
import { decideReplan } from './replan-decide.ts';
import { planFold, type Step, steps } from './state.ts';

/** The process and its plan together: what the plan's rules decide on. */
export type AnyEvent = ProcessEvent | PlanEvent;
export const contextFold: Fold<PlanContext, AnyEvent> = {
  initial: () => ({ process: processFold.initial(), plan: planFold.initial() }),
  evolve: ({ process, plan }, event) =>
    Object.hasOwn(planEvents, event.type)
      ? { process, plan: planFold.evolve(plan, event as PlanEvent) } // its type is one of the plan's
      : { process: processFold.evolve(process, event as ProcessEvent), plan }, // there are only the two slices
};

type Dated = { readonly due: string; readonly sendBy?: string; readonly kind?: 'deliverable' | 'milestone'; readonly topic?: string };

/** An obligation with nothing but what its date needs. */
export function obligation(key: string, { due, sendBy, kind = 'deliverable', topic = 'simulacros' }: Dated): PlannedObligation {
  const citation = 'Anexo 13';
  const confirmation = 'to-confirm' as const;
  return {
    key,
    code: key.replace(/@.*$/, ''),
    title: said(`Obligación ${key}`),
    topic,
    responsible: said('OPL'),
    evidence: said('Documento'),
    kind,
    due,
    ...(sendBy === undefined ? {} : { sendBy }),
    dependsOn: [],
    citation,
    confirmation,
    explanation: { rule: said('Regla'), inputs: [], steps: [{ text: said('Jornada'), result: due }], citation, confirmation },
  };
}

export const topics = [
  { id: 'ente-auditor', name: said('Ente auditor') },
  { id: 'simulacros', name: said('Simulacros') },
];

/** A deliverable without a day to send it, one with it, a milestone, and one month's report. */
export const june = [
  obligation('E14', { due: '2020-02-07', topic: 'ente-auditor' }),
  obligation('E15b', { due: '2020-03-07', sendBy: '2020-03-12', topic: 'ente-auditor' }),
  obligation('E03@2020-04', { due: '2020-05-05' }),
  obligation('M02', { due: '2020-05-17', kind: 'milestone' }),
];
/** The same for the October election day; its E14 had passed when it was adopted, and April's report is not in it. */
export const october = [
  obligation('E14', { due: '2020-06-18', topic: 'ente-auditor' }),
  obligation('E15b', { due: '2020-08-18', sendBy: '2020-08-23', topic: 'ente-auditor' }),
  obligation('E03@2020-08', { due: '2020-09-05' }),
  obligation('M02', { due: '2020-09-27', kind: 'milestone' }),
];

export const adoption = (
  obligations: readonly PlannedObligation[],
  jornada: string,
  name: string,
  omitted: readonly { opl: string; codes: readonly string[] }[] = [],
) => ({
  norm: 'anexo13-2016',
  jornada,
  agreement: agreed(name),
  topics,
  obligations,
  omitted: omitted.map((one) => ({ ...one, source: agreed(name).source })),
});
export const firstPlan = adoption(june, '2020-06-07', 'INE/CG433/2019');
export const secondPlan = adoption(october, '2020-10-18', 'INE/CG170/2020');
export const adopted = (data: ReturnType<typeof adoption> = firstPlan, on = '2019-09-30') =>
  ({ type: 'PlanAdopted', on, by, data }) satisfies NewPlanEvent;
export const reporting = (on = '2020-01-01', opl = 'iec') => ({ type: 'ReportingOpened', on, by, data: { opl } }) satisfies NewPlanEvent;

type More = { readonly opl?: string; readonly effectiveDate?: string; readonly note?: ReturnType<typeof said> };
/** One step recorded of an obligation, of the IEC's unless it says another. */
export const step = (verb: Step, key: string, on: string, { opl = 'iec', ...more }: More = {}): NewPlanEvent => ({
  type: steps[verb],
  on,
  by,
  data: { opl, key, ...more },
});

/** A re-planning for October, as the norm would give it. */
export const proposal = { norm: 'anexo13-2016', jornada: '2020-10-18', topics, obligations: october, matters: [] };
export const proposed = (on = '2020-07-30') => ({ type: 'ReplanProposed', on, by, data: proposal }) satisfies NewPlanEvent;

/** Every item of the re-planning that these events leave under way, adopted as proposed. */
export function decidedAll(log: Parameters<typeof stateAfter<PlanContext, AnyEvent>>[1], on: string): NewPlanEvent {
  const { process, plan } = stateAfter(contextFold, log);
  if (process.kind === 'absent' || !plan.replan) throw new Error('no re-planning is under way');
  const subjects = replanItems(process, plan, plan.replan, on).map(({ subject }) => subject);
  const decided = decideReplan({ process, plan }, { on, by, subjects, choice: 'adopt' });
  if (!decided.ok || !decided.value[0]) throw new Error('the items can be adopted');
  return decided.value[0];
}
