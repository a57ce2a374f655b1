import type { IsoDate } from '../../core/event.ts';
import type { Requirement } from './gate-events.ts';
import { type Condition, type Gate, type GateStatus, gateStatus, type Met, requirementKey, type Waiver } from './gate-state.ts';
import type { System } from './state.ts';

export const requirementStates = ['met', 'waived', 'expired', 'lacking'] as const;
export type RequirementState = (typeof requirementStates)[number];

/** One line of the gate: a requirement, of one entity where it is asked of each. */
export type RequirementRow = {
  readonly key: string;
  readonly item: Requirement;
  readonly entity?: string;
  readonly state: RequirementState;
  readonly met?: Met;
  readonly waiver?: Waiver;
};

/** What is asked of each entity, when nobody stated which entities use the system, is asked once. */
export function requirementsOf({ description }: System, gate: Gate, day: IsoDate): readonly RequirementRow[] {
  const entities = description.entities ?? [];
  return gate.items.flatMap((item) =>
    item.perEntity && entities.length > 0 ? entities.map((entity) => lineOf(gate, item, day, entity)) : [lineOf(gate, item, day)],
  );
}

function lineOf(gate: Gate, item: Requirement, day: IsoDate, entity?: string): RequirementRow {
  const key = requirementKey(item.id, entity);
  const met = gate.met.get(key);
  const waiver = gate.waived.get(key);
  const state = met ? 'met' : waiver ? (day <= waiver.until ? 'waived' : 'expired') : 'lacking';
  return { key, item, state, ...(entity === undefined ? {} : { entity }), ...(met ? { met } : {}), ...(waiver ? { waiver } : {}) };
}

export const isLacking = ({ item, state }: RequirementRow): boolean => item.obligatory && (state === 'lacking' || state === 'expired');

export type GateView = {
  readonly gate: Gate;
  readonly status: GateStatus;
  readonly requirements: readonly RequirementRow[];
  /** Obligatory lines that have neither evidence nor a waiver in force. */
  readonly lacking: readonly RequirementRow[];
  readonly conditions: readonly (Condition & { readonly overdue: boolean })[];
  /** The observation window covers the day. */
  readonly observing: boolean;
};

/** The gate in force, as of a day; absent: nobody opened one. */
export function gateOf(system: System, day: IsoDate): GateView | undefined {
  const gate = system.gates.at(-1);
  if (!gate) return undefined;
  const requirements = requirementsOf(system, gate, day);
  const decision = gate.decisions.at(-1);
  const status = gateStatus(gate);
  const until = decision?.observeUntil;
  return {
    gate,
    status,
    requirements,
    lacking: requirements.filter(isLacking),
    conditions: (decision?.conditions ?? []).map((one) => ({ ...one, overdue: !one.met && one.due < day })),
    observing: (status === 'approved' || status === 'conditional') && until !== undefined && day <= until,
  };
}
