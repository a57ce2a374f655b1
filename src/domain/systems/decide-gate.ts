import type { IsoDate } from '../../core/event.ts';
import { ok, refuse } from '../../core/result.ts';
import { blank, type Command, type Decision, ofSystem, type SystemsContext } from './decide.ts';
import { isLacking, requirementsOf } from './gate.ts';
import type { Requirement, Verdict } from './gate-events.ts';
import { type Gate, type GateStatus, gateStatus } from './gate-state.ts';
import type { System } from './state.ts';

export type GateRefusal =
  | { readonly kind: 'gate-open-already'; readonly since: IsoDate }
  | { readonly kind: 'gate-not-open' }
  | { readonly kind: 'gate-decided'; readonly status: GateStatus }
  | { readonly kind: 'requirement-unknown'; readonly item: string; readonly entity?: string }
  | { readonly kind: 'figures-missing'; readonly item: Requirement }
  | { readonly kind: 'waiver-past'; readonly until: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'not-the-named-office'; readonly office: string; readonly decider: string }
  | { readonly kind: 'transcribed-without-document'; readonly office: string }
  | { readonly kind: 'requirements-lacking'; readonly items: readonly { readonly item: Requirement; readonly entity?: string }[] }
  | { readonly kind: 'conditions-missing' }
  | { readonly kind: 'conditions-not-expected'; readonly verdict: Verdict }
  | { readonly kind: 'condition-past'; readonly due: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'condition-unknown'; readonly condition: string }
  | { readonly kind: 'condition-met-already'; readonly on: IsoDate }
  | { readonly kind: 'window-past'; readonly until: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'not-approved'; readonly status: GateStatus };

/** A system is given one gate; another only after it was rolled back. */
export function openGate(context: SystemsContext, command: Command<'GateOpened'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, ({ gates }) => {
    const last = gates.at(-1);
    if (last && gateStatus(last) !== 'rolledBack') return refuse({ kind: 'gate-open-already', since: last.openedOn });
    if (last && on < last.changedOn) return refuse({ kind: 'before-last', on, last: last.changedOn });
    return ok([{ type: 'GateOpened', on, by, data }]);
  });
}

export function meetRequirement(context: SystemsContext, command: Command<'RequirementMet'>): Decision {
  const { on, by, ...data } = command;
  return ofItem(context, command, (item) => {
    if (item.figures && (data.figures ?? []).length === 0) return refuse({ kind: 'figures-missing', item });
    return ok([{ type: 'RequirementMet', on, by, data }]);
  });
}

/** Whoever decides waives, and nobody else. */
export function waiveRequirement(context: SystemsContext, command: Command<'RequirementWaived'>): Decision {
  const { on, by, ...data } = command;
  return ofItem(context, command, (_, { decider }) => {
    if (by.office !== decider) return refuse({ kind: 'not-the-named-office', office: by.office, decider });
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    if (data.until < on) return refuse({ kind: 'waiver-past', until: data.until, on });
    return ok([{ type: 'RequirementWaived', on, by, data }]);
  });
}

/** «Yes» and «conditional» need every obligatory line shown or waived on that day; «no» may be said at any time. */
export function decideGoLive(context: SystemsContext, command: Command<'GoLiveDecided'>): Decision {
  const { on, by, ...data } = command;
  return ofGate(context, command, (gate, system) => {
    const refused = notDecider(gate, command);
    if (refused) return refuse(refused);
    if (!isUndecided(gate)) return refuse({ kind: 'gate-decided', status: gateStatus(gate) });
    const lacking = data.verdict === 'no' ? [] : requirementsOf(system, gate, on).filter(isLacking);
    if (lacking.length > 0)
      return refuse({ kind: 'requirements-lacking', items: lacking.map(({ item, entity }) => ({ item, ...(entity ? { entity } : {}) })) });
    if (data.verdict === 'conditional' && data.conditions.length === 0) return refuse({ kind: 'conditions-missing' });
    if (data.verdict !== 'conditional' && data.conditions.length > 0)
      return refuse({ kind: 'conditions-not-expected', verdict: data.verdict });
    const past = data.conditions.find(({ due }) => due < on);
    if (past) return refuse({ kind: 'condition-past', due: past.due, on });
    if (data.verdict === 'no' && blank(data.reason ?? '')) return refuse({ kind: 'reason-missing' });
    if (data.observeUntil !== undefined && data.observeUntil < on) return refuse({ kind: 'window-past', until: data.observeUntil, on });
    return ok([{ type: 'GoLiveDecided', on, by, data }]);
  });
}

export function meetCondition(context: SystemsContext, command: Command<'ConditionMet'>): Decision {
  const { on, by, ...data } = command;
  return ofGate(context, command, (gate) => {
    if (gateStatus(gate) !== 'conditional') return refuse({ kind: 'not-approved', status: gateStatus(gate) });
    const condition = gate.decisions.at(-1)?.conditions.find(({ id }) => id === data.condition);
    if (!condition) return refuse({ kind: 'condition-unknown', condition: data.condition });
    if (condition.met) return refuse({ kind: 'condition-met-already', on: condition.met.on });
    return ok([{ type: 'ConditionMet', on, by, data }]);
  });
}

/** Ends the observation window. Rolling back also takes the system out of production: its go-live milestone is open again. */
export function decideRollback(context: SystemsContext, command: Command<'RollbackDecided'>): Decision {
  const { on, by, ...data } = command;
  return ofGate(context, command, (gate, system) => {
    const refused = notDecider(gate, command);
    if (refused) return refuse(refused);
    const status = gateStatus(gate);
    if (status !== 'approved' && status !== 'conditional') return refuse({ kind: 'not-approved', status });
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    const live = [...system.milestones.values()].filter(({ kind, standing }) => kind === 'go-live' && standing.kind === 'reached');
    const reopened = data.verdict === 'keep' ? [] : live;
    const late = reopened.find(({ changedOn }) => on < changedOn);
    if (late) return refuse({ kind: 'before-last', on, last: late.changedOn });
    return ok([
      { type: 'RollbackDecided', on, by, data },
      ...reopened.map(({ id }) => {
        const of = { system: system.id, milestone: id, reason: data.reason };
        return { type: 'MilestoneReopened' as const, on, by, data: of };
      }),
    ]);
  });
}

const isUndecided = (gate: Gate): boolean => gateStatus(gate) === 'open' || gateStatus(gate) === 'refused';

type OfGate = { readonly on: IsoDate; readonly system: string };

function ofGate(context: SystemsContext, { on, system: id }: OfGate, then: (gate: Gate, system: System) => Decision): Decision {
  return ofSystem(context, id, (system) => {
    const gate = system.gates.at(-1);
    if (!gate) return refuse({ kind: 'gate-not-open' });
    return on < gate.changedOn ? refuse({ kind: 'before-last', on, last: gate.changedOn }) : then(gate, system);
  });
}

type OfItem = OfGate & { readonly item: string; readonly entity?: string };

/** A line of the gate while its decision is to come. */
function ofItem(context: SystemsContext, command: OfItem, then: (item: Requirement, gate: Gate) => Decision): Decision {
  return ofGate(context, command, (gate, system) => {
    if (!isUndecided(gate)) return refuse({ kind: 'gate-decided', status: gateStatus(gate) });
    const { item, entity } = command;
    const line = requirementsOf(system, gate, command.on).find((one) => one.item.id === item && one.entity === entity);
    return line ? then(line.item, gate) : refuse({ kind: 'requirement-unknown', item, ...(entity === undefined ? {} : { entity }) });
  });
}

/** The decision is that of the office the gate names; whoever else records it shows the document. */
function notDecider(gate: Gate, { office, by, document }: Command<'GoLiveDecided'> | Command<'RollbackDecided'>): GateRefusal | undefined {
  if (office !== gate.decider) return { kind: 'not-the-named-office', office, decider: gate.decider };
  return by.office !== office && document === undefined ? { kind: 'transcribed-without-document', office } : undefined;
}
