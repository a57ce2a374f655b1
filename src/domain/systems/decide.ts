import type { Act, IsoDate } from '../../core/event.ts';
import { must, ok, type Result, refuse } from '../../core/result.ts';
import { oplOf, type ProcessState } from '../process/views.ts';
import type { GateRefusal } from './decide-gate.ts';
import type { OperationRefusal } from './decide-operation.ts';
import type { NewSystemsEvent, SystemsEvent } from './events.ts';
import { listOf, type Milestone, type System, type SystemsState } from './state.ts';

/** What a decision on systems looks at. */
export type SystemsContext = { readonly process: ProcessState; readonly systems: SystemsState };
export type Command<Type extends SystemsEvent['type']> = Act & Extract<NewSystemsEvent, { type: Type }>['data'];

export type SystemsRefusal =
  | { readonly kind: 'system-unknown'; readonly system: string }
  | { readonly kind: 'system-taken'; readonly system: string }
  | { readonly kind: 'activity-unknown'; readonly activity: string }
  | { readonly kind: 'activity-taken'; readonly activity: string }
  | { readonly kind: 'opl-unknown'; readonly opl: string }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'before-last'; readonly on: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'released-ahead'; readonly releasedOn: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'reporting-already'; readonly since: IsoDate }
  | { readonly kind: 'depends-already'; readonly target: string }
  | { readonly kind: 'depends-not'; readonly target: string }
  | { readonly kind: 'circle'; readonly path: readonly string[] }
  | { readonly kind: 'milestone-unknown'; readonly milestone: string }
  | { readonly kind: 'milestone-taken'; readonly milestone: string }
  | { readonly kind: 'milestone-reached-already'; readonly milestone: string; readonly on: IsoDate }
  | { readonly kind: 'milestone-dropped-already'; readonly milestone: string; readonly on: IsoDate }
  | { readonly kind: 'milestone-not-reached'; readonly milestone: string }
  | GateRefusal
  | OperationRefusal;

export type Decision = Result<readonly NewSystemsEvent[], SystemsRefusal>;
export const blank = (reason: string): boolean => reason.trim() === '';

export function defineActivity({ process, systems }: SystemsContext, command: Command<'ActivityDefined'>): Decision {
  const { on, by, ...data } = command;
  if (systems.activities.has(data.activity)) return refuse({ kind: 'activity-taken', activity: data.activity });
  const unknown = unknownOpl(process, data.opl === undefined ? [] : [data.opl]);
  return unknown ? refuse(unknown) : ok([{ type: 'ActivityDefined', on, by, data }]);
}

export function registerSystem({ process, systems }: SystemsContext, command: Command<'SystemRegistered'>): Decision {
  const { on, by, ...data } = command;
  if (systems.systems.has(data.system)) return refuse({ kind: 'system-taken', system: data.system });
  const unknown = unknownOpl(process, data.entities ?? []);
  return unknown ? refuse(unknown) : ok([{ type: 'SystemRegistered', on, by, data }]);
}

/** States the whole row of the catalogue again, with the reason. */
export function amendSystem(context: SystemsContext, command: Command<'SystemAmended'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, ({ description }) => {
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    const { system: _, reason: __, ...stated } = data;
    if (isSame(stated, description)) return refuse({ kind: 'nothing-changed' });
    const unknown = unknownOpl(context.process, data.entities ?? []);
    return unknown ? refuse(unknown) : ok([{ type: 'SystemAmended', on, by, data }]);
  });
}

export function recordRelease(context: SystemsContext, command: Command<'ReleaseRecorded'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, ({ releases }) => {
    if (data.releasedOn > on) return refuse({ kind: 'released-ahead', releasedOn: data.releasedOn, on });
    const same = releases.some((one) => one.version === data.version && one.environment === data.environment);
    return same ? refuse({ kind: 'nothing-changed' }) : ok([{ type: 'ReleaseRecorded', on, by, data }]);
  });
}

/** From this day on, silence means that nothing was done. */
export function openSystemReporting(context: SystemsContext, command: Command<'SystemReportingOpened'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, ({ reportingSince: since }) =>
    since === undefined ? ok([{ type: 'SystemReportingOpened', on, by, data }]) : refuse({ kind: 'reporting-already', since }),
  );
}

export function declareDependency(context: SystemsContext, command: Command<'DependencyDeclared'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, (system) => {
    const { target } = data;
    if (data.kind === 'activity' && !context.systems.activities.has(target)) return refuse({ kind: 'activity-unknown', activity: target });
    if (data.kind === 'system' && !context.systems.systems.has(target)) return refuse({ kind: 'system-unknown', system: target });
    if (system[listOf[data.kind]].includes(target)) return refuse({ kind: 'depends-already', target });
    const path = data.kind === 'system' ? pathTo(context.systems, target, system.id) : undefined;
    if (path) return refuse({ kind: 'circle', path: [system.id, ...path] });
    return ok([{ type: 'DependencyDeclared', on, by, data }]);
  });
}

export function withdrawDependency(context: SystemsContext, command: Command<'DependencyWithdrawn'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, (system) => {
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    if (!system[listOf[data.kind]].includes(data.target)) return refuse({ kind: 'depends-not', target: data.target });
    return ok([{ type: 'DependencyWithdrawn', on, by, data }]);
  });
}

export function planMilestone(context: SystemsContext, command: Command<'MilestonePlanned'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, ({ milestones }) => {
    if (milestones.has(data.milestone)) return refuse({ kind: 'milestone-taken', milestone: data.milestone });
    if (data.tie && !context.systems.activities.has(data.tie.activity))
      return refuse({ kind: 'activity-unknown', activity: data.tie.activity });
    return ok([{ type: 'MilestonePlanned', on, by, data }]);
  });
}

export function replanMilestone(context: SystemsContext, command: Command<'MilestoneReplanned'>): Decision {
  const { on, by, ...data } = command;
  return ofMilestone(context, command, (milestone) => {
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    const closed = closedAlready(milestone);
    if (closed) return refuse(closed);
    if (data.tie && !context.systems.activities.has(data.tie.activity))
      return refuse({ kind: 'activity-unknown', activity: data.tie.activity });
    if (data.due === milestone.due && isSame(data.tie, milestone.tie)) return refuse({ kind: 'nothing-changed' });
    return ok([{ type: 'MilestoneReplanned', on, by, data }]);
  });
}

/** `on` is the day it was reached, as stated; it may lie before the day it was planned for. */
export function reachMilestone(context: SystemsContext, command: Command<'MilestoneReached'>): Decision {
  const { on, by, ...data } = command;
  return ofMilestone(context, command, (milestone) => {
    const closed = closedAlready(milestone);
    return closed ? refuse(closed) : ok([{ type: 'MilestoneReached', on, by, data }]);
  });
}

/** It was said to be reached, and was not. */
export function reopenMilestone(context: SystemsContext, command: Command<'MilestoneReopened'>): Decision {
  const { on, by, ...data } = command;
  return ofMilestone(context, command, ({ id, standing }) => {
    if (standing.kind !== 'reached') return refuse({ kind: 'milestone-not-reached', milestone: id });
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    return ok([{ type: 'MilestoneReopened', on, by, data }]);
  });
}

export function dropMilestone(context: SystemsContext, command: Command<'MilestoneDropped'>): Decision {
  const { on, by, ...data } = command;
  return ofMilestone(context, command, (milestone) => {
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    const closed = closedAlready(milestone);
    return closed ? refuse(closed) : ok([{ type: 'MilestoneDropped', on, by, data }]);
  });
}

export function ofSystem({ systems }: SystemsContext, id: string, then: (system: System) => Decision): Decision {
  const system = systems.systems.get(id);
  return system ? then(system) : refuse({ kind: 'system-unknown', system: id });
}

type OfMilestone = Act & { readonly system: string; readonly milestone: string };

/** A decision on a milestone is not dated before the last one on it: every as-of view folds. */
function ofMilestone(context: SystemsContext, { on, system, milestone: id }: OfMilestone, then: (one: Milestone) => Decision): Decision {
  return ofSystem(context, system, ({ milestones }) => {
    const milestone = milestones.get(id);
    if (!milestone) return refuse({ kind: 'milestone-unknown', milestone: id });
    return on < milestone.changedOn ? refuse({ kind: 'before-last', on, last: milestone.changedOn }) : then(milestone);
  });
}

function closedAlready({ id, standing }: Milestone): SystemsRefusal | undefined {
  if (standing.kind === 'planned') return undefined;
  const kind = standing.kind === 'reached' ? 'milestone-reached-already' : 'milestone-dropped-already';
  return { kind, milestone: id, on: standing.on };
}

export function unknownOpl(
  process: ProcessState,
  opls: readonly string[],
): { readonly kind: 'opl-unknown'; readonly opl: string } | undefined {
  const unknown = opls.find((opl) => process.kind !== 'open' || !oplOf(process, opl));
  return unknown === undefined ? undefined : { kind: 'opl-unknown', opl: unknown };
}

/** From one system to another along what each needs; absent: there is no way. */
function pathTo(state: SystemsState, from: string, to: string): readonly string[] | undefined {
  if (from === to) return [from];
  for (const next of must(state.systems.get(from), 'only systems that are registered are depended on').needs) {
    const rest = pathTo(state, next, to);
    if (rest) return [from, ...rest];
  }
  return undefined;
}

/** Plain data of one schema, compared as the log would keep them. */
const isSame = (a: object = {}, b: object = {}): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: object): object => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
