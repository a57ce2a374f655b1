import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { moveElectionDay } from '../process/decide.ts';
import { agreed, by, moved, said, under } from '../process/test-process.ts';
import { electionDayOf } from '../process/views.ts';
import { adoptPlan, advanceObligation, openReporting, type PlanContext } from './decide.ts';
import { approveReplan, proposeReplan } from './replan-decide.ts';
import { type Step, steps } from './state.ts';
import {
  type AnyEvent,
  adopted,
  contextFold,
  decidedAll,
  firstPlan,
  proposal,
  proposed,
  reporting,
  secondPlan,
  step,
} from './test-plan.ts';
import { planInForce } from './views.ts';

type Log = readonly Parameters<typeof stateAfter<PlanContext, AnyEvent>>[1][number][];
const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const [obligationDiagram = '', planDiagram = ''] = [...readme.matchAll(/```mermaid\n([\s\S]*?)```/g)].map((match) => match[1]);
const edgesOf = (diagram: string) =>
  [...diagram.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);

const nameAfter: Readonly<Record<Step | 'nothing', string>> = {
  nothing: '[*]',
  start: 'started',
  deliver: 'delivered',
  review: 'reviewed',
  observe: 'observed',
  conclude: 'concluded',
  exempt: 'exempted',
};
/** A way to each state, from nothing. */
const ways: readonly (readonly Step[])[] = [
  [],
  ['start'],
  ['deliver'],
  ['deliver', 'review'],
  ['deliver', 'observe'],
  ['conclude'],
  ['exempt'],
];
const on = '2020-02-05';

describe('the diagrams of the README', () => {
  test('draw exactly the steps that an obligation may take, each tried from each state', () => {
    const allowed = ways.flatMap((way) => {
      const state = stateAfter(contextFold, [...under, adopted(), ...way.map((verb) => step(verb, 'E14', on))]);
      const from = nameAfter[way.at(-1) ?? 'nothing'];
      // The keys of `steps` are the verbs.
      return (Object.keys(steps) as Step[])
        .filter((verb) => advanceObligation(state, { on, by, step: verb, opl: 'iec', key: 'E14', note: said('Motivo') }).ok)
        .map((verb) => `${from} --> ${nameAfter[verb]}: ${verb}`);
    });
    expect(edgesOf(obligationDiagram)).toHaveLength(15);
    expect(allowed.toSorted()).toEqual(edgesOf(obligationDiagram).toSorted());
  });

  test('draw exactly the changes of the plan, and of an OPL that begins to report', () => {
    const late = '2020-08-01';
    const agreement = agreed('INE/CG1/2020');
    const replanned: Log = [...under, adopted(), moved(), proposed()];
    const worlds: readonly Log[] = [
      under,
      [...under, adopted()],
      [...under, adopted(), moved()],
      replanned,
      [...replanned, decidedAll(replanned, late)],
      [...under, reporting()],
    ];
    const verbs = {
      adoptPlan: (state: PlanContext) =>
        adoptPlan(state, { ...(jornadaOf(state) === secondPlan.jornada ? secondPlan : firstPlan), on: late, by }),
      proposeReplan: (state: PlanContext) => proposeReplan(state, { ...proposal, jornada: jornadaOf(state) ?? '', on: late, by }),
      approveReplan: (state: PlanContext) => approveReplan(state, { on: late, by, agreement }),
      moveElectionDay: ({ process }: PlanContext) =>
        moveElectionDay(process, { on: late, by, jornada: '2020-11-01', agreement, reason: said('Motivo') }),
      openReporting: (state: PlanContext) => openReporting(state, { on: late, by, opl: 'iec' }),
    };
    const changes = worlds.flatMap((log) =>
      Object.entries(verbs).flatMap(([verb, decide]) => {
        const decision = decide(stateAfter(contextFold, log));
        const from = standOf(stateAfter(contextFold, log));
        if (!decision.ok) return [];
        const to = standOf(stateAfter(contextFold, [...log, ...decision.value]));
        return (['plan', 'reporting'] as const).flatMap((of) => (from[of] === to[of] ? [] : [`${from[of]} --> ${to[of]}: ${verb}`]));
      }),
    );
    expect([...new Set(changes)].toSorted()).toEqual(edgesOf(planDiagram).toSorted());
  });
});

const jornadaOf = ({ process }: PlanContext) => (process.kind === 'open' ? electionDayOf(process)?.jornada : undefined);

/** The plan: none, in force for the election day, or superseded by another day. The IEC's reporting: none yet, or open. */
function standOf(state: PlanContext): { readonly plan: string; readonly reporting: string } {
  const plan = planInForce(state.plan);
  return {
    plan:
      plan === undefined
        ? '[*]'
        : state.plan.replan?.jornada === jornadaOf(state)
          ? 'proposed'
          : plan.jornada === jornadaOf(state)
            ? 'inForce'
            : 'superseded',
    reporting: state.plan.reportingSince.has('iec') ? 'reporting' : '[*]',
  };
}
