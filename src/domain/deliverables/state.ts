import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { DeliverableEvent } from './events.ts';

/** When something was said to happen, when the log learnt it, and who recorded it. */
export type Told = { readonly on: IsoDate; readonly at: IsoInstant; readonly seq: number; readonly by: By };
type DataOf<Type extends DeliverableEvent['type']> = Extract<DeliverableEvent, { type: Type }>['data'];
type Its<Type extends DeliverableEvent['type']> = Omit<DataOf<Type>, 'opl' | 'key'>;

export type Version = Told & Its<'DeliverableSubmitted'>;
export type Answer = Told & Omit<DataOf<'ObservationAnswered'>, 'observation'>;
export type Settlement = Told & Omit<DataOf<'ObservationSettled'>, 'observation'>;
export type Observation = Told &
  DataOf<'ObservationMade'> & { readonly answers: readonly Answer[]; readonly settlements: readonly Settlement[] };
export type Reservation = Told & Its<'DeliverableReserved'>;

export type Deliverable = {
  readonly opl: string;
  readonly key: string;
  /** Oldest first; version n stands at n − 1. */
  readonly versions: readonly Version[];
  readonly reviews: readonly (Told & { readonly version: number })[];
  /** Ids of its observations, in their order. */
  readonly observations: readonly string[];
  readonly acceptance?: Told & Its<'DeliverableAccepted'>;
  readonly waivers: readonly (Told & Its<'DeliverableWaived'>)[];
  readonly reservations: readonly Reservation[];
  /** The day of the last of all this. */
  readonly lastOn: IsoDate;
};

export type DeliverablesState = {
  /** By `opl/key`. */
  readonly deliverables: Map<string, Deliverable>;
  readonly observations: Map<string, Observation>;
};

export const deliverableId = (opl: string, key: string): string => `${opl}/${key}`;

export const deliverablesFold: Fold<DeliverablesState, DeliverableEvent> = {
  initial: () => ({ deliverables: new Map(), observations: new Map() }),
  evolve: (state, event) => {
    const told = { on: event.on, at: event.at, seq: event.seq, by: event.by };
    switch (event.type) {
      case 'DeliverableSubmitted':
        return change(state, event, (one) => ({ versions: [...one.versions, { ...own(event.data), ...told }] }));
      case 'DeliverableReviewed':
        return change(state, event, (one) => ({ reviews: [...one.reviews, { version: event.data.version, ...told }] }));
      case 'ObservationMade': {
        const { observation } = event.data;
        state.observations.set(observation, { ...event.data, ...told, answers: [], settlements: [] });
        return change(state, event, (one) => ({ observations: [...one.observations, observation] }));
      }
      case 'ObservationAnswered': {
        const { observation: id, ...answer } = event.data;
        return observed(state, event, id, (one) => ({ answers: [...one.answers, { ...answer, ...told }] }));
      }
      case 'ObservationSettled': {
        const { observation: id, ...settlement } = event.data;
        return observed(state, event, id, (one) => ({ settlements: [...one.settlements, { ...settlement, ...told }] }));
      }
      case 'DeliverableAccepted':
        return change(state, event, () => ({ acceptance: { ...own(event.data), ...told } }));
      case 'DeliverableWaived':
        return change(state, event, (one) => ({ waivers: [...one.waivers, { ...own(event.data), ...told }] }));
      case 'DeliverableReserved':
        return change(state, event, (one) => ({ reservations: [...one.reservations, { ...own(event.data), ...told }] }));
      default:
        return unreachable(event);
    }
  },
};

function own<D extends { readonly opl: string; readonly key: string }>(data: D): Omit<D, 'opl' | 'key'> {
  const { opl: _, key: __, ...rest } = data;
  return rest;
}

const none = { versions: [], reviews: [], observations: [], waivers: [], reservations: [] };

function change(
  state: DeliverablesState,
  { on, data }: { readonly on: IsoDate; readonly data: { readonly opl: string; readonly key: string } },
  with_: (one: Deliverable) => Partial<Deliverable>,
): DeliverablesState {
  const { opl, key } = data;
  const known = state.deliverables.get(deliverableId(opl, key)) ?? { opl, key, ...none, lastOn: on };
  // A new object each time: whoever was given the former one keeps what it said.
  state.deliverables.set(deliverableId(opl, key), { ...known, ...with_(known), lastOn: on > known.lastOn ? on : known.lastOn });
  return state;
}

function observed(
  state: DeliverablesState,
  { on }: { readonly on: IsoDate },
  id: string,
  with_: (one: Observation) => Partial<Observation>,
): DeliverablesState {
  const one = must(state.observations.get(id), `the observation ${id} was made before anything else was said of it`);
  state.observations.set(id, { ...one, ...with_(one) });
  return change(state, { on, data: one }, () => ({}));
}
