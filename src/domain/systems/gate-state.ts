import type { By, IsoDate } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Evidence } from './basics.ts';
import type { SystemsEvent } from './events.ts';
import type { Requirement, RollbackVerdict, TestFigure, Verdict } from './gate-events.ts';

export type Met = { readonly on: IsoDate; readonly by: By; readonly evidence: Evidence; readonly figures: readonly TestFigure[] };
export type Waiver = { readonly on: IsoDate; readonly by: By; readonly reason: string; readonly until: IsoDate };
export type Condition = {
  readonly id: string;
  readonly text: string;
  readonly due: IsoDate;
  readonly met?: { readonly on: IsoDate; readonly evidence: Evidence };
};
export type GoLiveDecision = {
  readonly verdict: Verdict;
  readonly on: IsoDate;
  readonly office: string;
  readonly by: By;
  readonly conditions: readonly Condition[];
  readonly observeUntil?: IsoDate;
  readonly reason?: string;
  readonly document?: Evidence;
};
export type RollbackDecision = {
  readonly verdict: RollbackVerdict;
  readonly on: IsoDate;
  readonly office: string;
  readonly by: By;
  readonly reason: string;
  readonly document?: Evidence;
};

export type Gate = {
  readonly openedOn: IsoDate;
  readonly checklist: string;
  readonly decider: string;
  readonly items: readonly Requirement[];
  /** By `requirementKey`. */
  readonly met: ReadonlyMap<string, Met>;
  readonly waived: ReadonlyMap<string, Waiver>;
  /** Oldest first; the last one is in force. */
  readonly decisions: readonly GoLiveDecision[];
  readonly rollback?: RollbackDecision;
  readonly changedOn: IsoDate;
};

export const gateStatuses = ['open', 'refused', 'conditional', 'approved', 'kept', 'rolledBack'] as const;
export type GateStatus = (typeof gateStatuses)[number];

export function gateStatus({ decisions, rollback }: Gate): GateStatus {
  if (rollback) return rollback.verdict === 'keep' ? 'kept' : 'rolledBack';
  const last = decisions.at(-1);
  if (!last) return 'open';
  if (last.verdict === 'no') return 'refused';
  return last.conditions.some(({ met }) => !met) ? 'conditional' : 'approved';
}

export const requirementKey = (item: string, entity?: string): string => (entity === undefined ? item : `${item}/${entity}`);

export type GateEvent = Extract<
  SystemsEvent,
  { type: 'GateOpened' | 'RequirementMet' | 'RequirementWaived' | 'GoLiveDecided' | 'ConditionMet' | 'RollbackDecided' }
>;

/** The gates of a system after one more event; a system that was rolled back is given another gate. */
export function gatesAfter(gates: readonly Gate[], event: GateEvent): readonly Gate[] {
  if (event.type === 'GateOpened') {
    const { system: _, ...data } = event.data;
    const opened = { ...data, openedOn: event.on, changedOn: event.on, met: new Map(), waived: new Map(), decisions: [] };
    return [...gates, opened];
  }
  const gate = must(gates.at(-1), `event ${event.seq} (${event.type}) speaks of a gate that was never opened`);
  return [...gates.slice(0, -1), { ...changed(gate, event), changedOn: event.on }];
}

function changed(gate: Gate, event: Exclude<GateEvent, { type: 'GateOpened' }>): Gate {
  const { on, by } = event;
  switch (event.type) {
    case 'RequirementMet': {
      const { item, entity, evidence, figures = [] } = event.data;
      return { ...gate, met: new Map(gate.met).set(requirementKey(item, entity), { on, by, evidence, figures }) };
    }
    case 'RequirementWaived': {
      const { item, entity, reason, until } = event.data;
      return { ...gate, waived: new Map(gate.waived).set(requirementKey(item, entity), { on, by, reason, until }) };
    }
    case 'GoLiveDecided': {
      const { system: _, ...decision } = event.data;
      return { ...gate, decisions: [...gate.decisions, { ...decision, on, by }] };
    }
    case 'ConditionMet': {
      const last = must(gate.decisions.at(-1), `event ${event.seq} meets a condition that nobody set`);
      const { condition, evidence } = event.data;
      const conditions = last.conditions.map((one) => (one.id === condition ? { ...one, met: { on, evidence } } : one));
      return { ...gate, decisions: [...gate.decisions.slice(0, -1), { ...last, conditions }] };
    }
    case 'RollbackDecided': {
      const { system: _, ...rollback } = event.data;
      return { ...gate, rollback: { ...rollback, on, by } };
    }
    default:
      return unreachable(event);
  }
}
