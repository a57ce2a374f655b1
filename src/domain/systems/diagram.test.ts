import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Decision,
  dropMilestone,
  planMilestone,
  reachMilestone,
  reopenMilestone,
  replanMilestone,
  type SystemsContext,
} from './decide.ts';
import { decideGoLive, decideRollback, meetCondition, meetRequirement, openGate, waiveRequirement } from './decide-gate.ts';
import { closeIncident, mitigateIncident, noteIncident, openIncident, resolveIncident } from './decide-operation.ts';
import type { NewSystemsEvent } from './events.ts';
import { gateStatus } from './gate-state.ts';
import { base, by, contextOf, goLive, goLivePlanned, reached } from './test-systems.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
/** The edges drawn under one heading of the README. */
const edgesUnder = (heading: string): readonly string[] => {
  const section = readme.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);
};

describe('the diagram of milestones', () => {
  const on = '2020-05-02';
  const reason = 'Motivo';
  const dropped = { type: 'MilestoneDropped', on: '2020-05-01', by, data: { ...goLive, reason } } as const;
  const worlds: Readonly<Record<string, readonly NewSystemsEvent[]>> = {
    '[*]': [],
    planned: [goLivePlanned()],
    reached: [goLivePlanned(), reached('2020-05-01')],
    dropped: [goLivePlanned(), dropped],
  };
  const verbs = {
    planMilestone: (context: SystemsContext) => planMilestone(context, { on, by, ...goLive, kind: 'go-live', weight: 1 }),
    replanMilestone: (context: SystemsContext) => replanMilestone(context, { on, by, ...goLive, due: '2020-06-01', reason }),
    reachMilestone: (context: SystemsContext) => reachMilestone(context, { on, by, ...goLive }),
    reopenMilestone: (context: SystemsContext) => reopenMilestone(context, { on, by, ...goLive, reason }),
    dropMilestone: (context: SystemsContext) => dropMilestone(context, { on, by, ...goLive, reason }),
  };

  test('draws exactly the changes that are allowed, each verb tried from each state', () => {
    const allowed = Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, decide]) => {
        const decision = decide(contextOf(...base, ...events));
        if (!decision.ok) return [];
        const after = contextOf(...base, ...events, ...decision.value)
          .systems.systems.get('sije')
          ?.milestones.get('go-live');
        return [`${from} --> ${after?.standing.kind}: ${verb}`];
      }),
    );
    expect(allowed.toSorted()).toEqual(edgesUnder('Milestones').toSorted());
  });
});

describe('the diagram of the gate', () => {
  const decider = { office: 'deoe' };
  const system = 'sije';
  const on = '2020-03-01';
  const item = { id: 'carga', name: { es: 'Carga', en: 'Load' }, obligatory: false, perEntity: false, figures: false };
  const items = [{ ...item, citation: 'Práctica', confirmation: 'to-confirm' as const }];
  const conditions = [{ id: 'c1', text: 'Repetir', due: '2020-04-01' }];
  const decide = (verdict: 'yes' | 'conditional' | 'no', day = on) => {
    const data = { system, verdict, office: 'deoe', conditions: verdict === 'conditional' ? conditions : [], reason: 'Motivo' };
    return { type: 'GoLiveDecided', on: day, by: decider, data } as const;
  };
  const rollback = (verdict: 'keep' | 'roll-back') =>
    ({ type: 'RollbackDecided', on, by: decider, data: { system, verdict, office: 'deoe', reason: 'Motivo' } }) as const;
  const opened = { type: 'GateOpened', on: '2020-02-01', by, data: { system, checklist: 'x', decider: 'deoe', items } } as const;
  const worlds: Readonly<Record<string, readonly NewSystemsEvent[]>> = {
    '[*]': [],
    open: [opened],
    refused: [opened, decide('no', '2020-02-02')],
    conditional: [opened, decide('conditional', '2020-02-02')],
    approved: [opened, decide('yes', '2020-02-02')],
    kept: [opened, decide('yes', '2020-02-02'), rollback('keep')],
    rolledBack: [opened, decide('yes', '2020-02-02'), rollback('roll-back')],
  };
  const act = { on, by: decider };
  const verbs: Readonly<Record<string, readonly ((context: SystemsContext) => Decision)[]>> = {
    openGate: [(context) => openGate(context, { on, by, ...opened.data })],
    meetRequirement: [(context) => meetRequirement(context, { ...act, system, item: 'carga', evidence: { text: 'Acta' } })],
    waiveRequirement: [(context) => waiveRequirement(context, { ...act, system, item: 'carga', reason: 'Motivo', until: on })],
    decideGoLive: (['yes', 'conditional', 'no'] as const).map(
      (verdict) => (context: SystemsContext) => decideGoLive(context, { ...act, ...decide(verdict).data }),
    ),
    meetCondition: [(context) => meetCondition(context, { ...act, system, condition: 'c1', evidence: { text: 'Acta' } })],
    decideRollback: (['keep', 'roll-back'] as const).map(
      (verdict) => (context: SystemsContext) => decideRollback(context, { ...act, ...rollback(verdict).data }),
    ),
  };

  test('draws exactly the changes that are allowed, each verb tried from each state', () => {
    const allowed = Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, ways]) =>
        ways.flatMap((way) => {
          const decision = way(contextOf(...base, ...events));
          if (!decision.ok) return [];
          const gate = contextOf(...base, ...events, ...decision.value)
            .systems.systems.get(system)
            ?.gates.at(-1);
          return gate ? [`${from} --> ${gateStatus(gate)}: ${verb}`] : [];
        }),
      ),
    );
    expect([...new Set(allowed)].toSorted()).toEqual(edgesUnder('Gate').toSorted());
  });
});

describe('the diagram of operation', () => {
  const on = '2020-06-07';
  const at = `${on}T15:00:00.000Z`;
  const of = { system: 'sije', incident: 'i1' };
  const opening = { ...of, severity: 'minor', title: 'Lento', startedAt: at, detectedAt: at, entities: [] } as const;
  const event = <const T extends string, const D>(type: T, data: D) => ({ type, on, by, data }) as const;
  const opened = event('IncidentOpened', opening);
  const mitigated = event('IncidentMitigated', { ...of, at });
  const resolved = event('IncidentResolved', { ...of, at, cause: 'Consulta' });
  const worlds: Readonly<Record<string, readonly NewSystemsEvent[]>> = {
    '[*]': [],
    open: [opened],
    mitigated: [opened, mitigated],
    resolved: [opened, resolved],
    closed: [opened, resolved, event('IncidentClosed', { ...of, followUp: [] })],
  };
  const verbs: Readonly<Record<string, (context: SystemsContext) => Decision>> = {
    openIncident: (context) => openIncident(context, { on, by, ...opening }),
    noteIncident: (context) => noteIncident(context, { on, by, ...of, at, text: 'Nota' }),
    mitigateIncident: (context) => mitigateIncident(context, { on, by, ...of, at }),
    resolveIncident: (context) => resolveIncident(context, { on, by, ...of, at, cause: 'Consulta' }),
    closeIncident: (context) => closeIncident(context, { on, by, ...of, followUp: [] }),
  };

  test('draws exactly the changes that are allowed, each verb tried from each state', () => {
    const allowed = Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, decide]) => {
        const decision = decide(contextOf(...base, ...events));
        if (!decision.ok) return [];
        const after = contextOf(...base, ...events, ...decision.value)
          .systems.systems.get('sije')
          ?.operation.incidents.get('i1');
        return [`${from} --> ${after?.status}: ${verb}`];
      }),
    );
    expect(allowed.toSorted()).toEqual(edgesUnder('Operation').toSorted());
  });
});
