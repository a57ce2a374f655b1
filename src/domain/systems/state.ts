import type { Fold, IsoDate } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Source } from '../process/events.ts';
import type { Evidence } from './basics.ts';
import type { ActivityDay, Description, Environment, MilestoneKind, SystemsEvent, Tie } from './events.ts';
import { type Gate, gatesAfter } from './gate-state.ts';
import { noOperation, type Operation, operationAfter } from './operation-state.ts';

export type Activity = {
  readonly id: string;
  readonly name: Bilingual;
  readonly opl?: string;
  readonly day?: ActivityDay;
  readonly source: Source;
};

export type Release = {
  readonly version: string;
  readonly releasedOn: IsoDate;
  readonly environment: Environment;
  readonly note?: string;
  readonly source?: Source;
};

/** A date a milestone had, until `replacedOn`, and why it was given another. */
export type FormerDue = { readonly due?: IsoDate; readonly replacedOn: IsoDate; readonly reason: string };

export type MilestoneStanding =
  | { readonly kind: 'planned' }
  | { readonly kind: 'reached'; readonly on: IsoDate; readonly evidence?: Evidence; readonly source?: Source }
  | { readonly kind: 'dropped'; readonly on: IsoDate; readonly reason: string };

export type Milestone = {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly name?: Bilingual;
  /** In force; absent: planned for a day nobody knows. */
  readonly due?: IsoDate;
  /** The first date it ever had: slippage is counted from it. */
  readonly firstDue?: IsoDate;
  readonly tie?: Tie;
  readonly weight: number;
  readonly plannedOn: IsoDate;
  /** The day of the last thing recorded of it. */
  readonly changedOn: IsoDate;
  /** Oldest first. */
  readonly former: readonly FormerDue[];
  readonly standing: MilestoneStanding;
  /** The days it was said to be reached and was not, with the reason. */
  readonly reopened: readonly { readonly on: IsoDate; readonly reason: string }[];
  readonly source?: Source;
};

export type System = {
  readonly id: string;
  readonly description: Description;
  readonly registeredOn: IsoDate;
  readonly reportingSince?: IsoDate;
  /** In the order they became known. */
  readonly releases: readonly Release[];
  /** Activities it serves and systems it needs, by id. */
  readonly activities: readonly string[];
  readonly needs: readonly string[];
  readonly milestones: ReadonlyMap<string, Milestone>;
  /** Oldest first; another is opened only after the system was rolled back. */
  readonly gates: readonly Gate[];
  readonly operation: Operation;
};

export type SystemsState = { readonly activities: Map<string, Activity>; readonly systems: Map<string, System> };

export const systemsFold: Fold<SystemsState, SystemsEvent> = {
  initial: () => ({ activities: new Map(), systems: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'ActivityDefined') {
      const { activity, ...data } = event.data;
      state.activities.set(activity, { id: activity, ...data });
      return state;
    }
    if (event.type === 'SystemRegistered') {
      const { system, ...description } = event.data;
      const nothing = { releases: [], activities: [], needs: [], milestones: new Map(), gates: [], operation: noOperation };
      state.systems.set(system, { id: system, description, registeredOn: event.on, ...nothing });
      return state;
    }
    const system = must(state.systems.get(event.data.system), `event ${event.seq} (${event.type}) speaks of an unknown system`);
    state.systems.set(system.id, change(system, event));
    return state;
  },
};

type Change = Exclude<SystemsEvent, { type: 'ActivityDefined' | 'SystemRegistered' }>;

function change(system: System, event: Change): System {
  switch (event.type) {
    case 'SystemAmended': {
      const { system: _, reason: __, ...description } = event.data;
      return { ...system, description };
    }
    case 'ReleaseRecorded': {
      const { system: _, ...release } = event.data;
      return { ...system, releases: [...system.releases, release] };
    }
    case 'SystemReportingOpened':
      return { ...system, reportingSince: event.on };
    case 'DependencyDeclared': {
      const list = listOf[event.data.kind];
      return { ...system, [list]: [...system[list], event.data.target] };
    }
    case 'DependencyWithdrawn': {
      const list = listOf[event.data.kind];
      return { ...system, [list]: system[list].filter((one) => one !== event.data.target) };
    }
    case 'MilestonePlanned':
    case 'MilestoneReplanned':
    case 'MilestoneReached':
    case 'MilestoneReopened':
    case 'MilestoneDropped': {
      const milestones = new Map(system.milestones);
      milestones.set(event.data.milestone, milestoneAfter(milestones.get(event.data.milestone), event));
      return { ...system, milestones };
    }
    case 'GateOpened':
    case 'RequirementMet':
    case 'RequirementWaived':
    case 'GoLiveDecided':
    case 'ConditionMet':
    case 'RollbackDecided':
      return { ...system, gates: gatesAfter(system.gates, event) };
    default: {
      const operation = operationAfter(system.operation, event);
      return operation === system.operation ? system : { ...system, operation };
    }
  }
}

export const listOf = { activity: 'activities', system: 'needs' } as const;

type MilestoneEvent = Extract<SystemsEvent, { data: { milestone: string } }>;

function milestoneAfter(before: Milestone | undefined, event: MilestoneEvent): Milestone {
  if (event.type === 'MilestonePlanned') {
    const { system: _, milestone, ...data } = event.data;
    return {
      id: milestone,
      ...data,
      ...(data.due === undefined ? {} : { firstDue: data.due }),
      plannedOn: event.on,
      changedOn: event.on,
      former: [],
      standing: { kind: 'planned' },
      reopened: [],
    };
  }
  const known = must(before, `event ${event.seq} (${event.type}) speaks of a milestone that was never planned`);
  const changed = { ...known, changedOn: event.on };
  switch (event.type) {
    case 'MilestoneReplanned': {
      const { due, tie, reason } = event.data;
      const { tie: _, ...rest } = changed;
      const was = { ...(known.due === undefined ? {} : { due: known.due }), replacedOn: event.on, reason };
      const first = known.firstDue ?? due;
      return { ...rest, due, firstDue: first, ...(tie === undefined ? {} : { tie }), former: [...known.former, was] };
    }
    case 'MilestoneReached': {
      const { system: _, milestone: __, ...shown } = event.data;
      return { ...changed, standing: { kind: 'reached', on: event.on, ...shown } };
    }
    case 'MilestoneReopened':
      return {
        ...changed,
        standing: { kind: 'planned' },
        reopened: [...known.reopened, { on: event.on, reason: event.data.reason }],
      };
    case 'MilestoneDropped':
      return { ...changed, standing: { kind: 'dropped', on: event.on, reason: event.data.reason } };
    default:
      return unreachable(event);
  }
}
