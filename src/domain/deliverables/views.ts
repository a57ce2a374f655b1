import type { IsoDate } from '../../core/event.ts';
import { type Subject, subjectOf } from '../../core/subject.ts';
import type { Outcome } from './events.ts';
import {
  type Deliverable,
  type DeliverablesState,
  deliverableId,
  type Observation,
  type Reservation,
  type Settlement,
  type Version,
} from './state.ts';

export { type Deliverable, type DeliverablesState, deliverableId, type Observation, type Reservation, type Version };

/** Open: nobody answered. Answered: the OPL did, and the reviewer has to say what it is worth. The rest is what the reviewer said. */
export type ObservationState = 'open' | 'answered' | Outcome;
export const observationStates = ['open', 'answered', 'attended', 'partly', 'not'] as const satisfies readonly ObservationState[];

export const deliverableOf = (state: DeliverablesState, opl: string, key: string): Deliverable | undefined =>
  state.deliverables.get(deliverableId(opl, key));

export const latestOf = (deliverable: Deliverable | undefined): Version | undefined => deliverable?.versions.at(-1);

export function observationState(observation: Observation): ObservationState {
  const answer = observation.answers.at(-1);
  const settlement = observation.settlements.at(-1);
  if (settlement && (!answer || settlement.seq > answer.seq)) return settlement.outcome;
  return answer ? 'answered' : 'open';
}

/** The OPL owes an answer, or a better one. */
export const awaitsAnswer = (observation: Observation): boolean => ['open', 'partly', 'not'].includes(observationState(observation));
/** The reviewer owes a word on the answer. */
export const awaitsSettlement = (observation: Observation): boolean => observationState(observation) === 'answered';
/** It stands in the way of acceptance. */
export const isBlocking = (observation: Observation): boolean =>
  observation.weight === 'mandatory' && observationState(observation) !== 'attended';

export const lastSettlement = (observation: Observation): Settlement | undefined => observation.settlements.at(-1);

/** In the order in which they were made. */
export const observationsOf = (state: DeliverablesState, opl: string, key: string): readonly Observation[] =>
  (deliverableOf(state, opl, key)?.observations ?? []).flatMap((id) => state.observations.get(id) ?? []);

export const allObservations = (state: DeliverablesState): readonly Observation[] => [...state.observations.values()];

/** Those that say again what this one said first. */
export const repetitionsOf = (state: DeliverablesState, first: string): readonly Observation[] =>
  allObservations(state).filter((one) => one.repeats === first);

/** The reservation in force on `day`; its last day included. */
export function reservationOn(deliverable: Deliverable | undefined, day: IsoDate): Reservation | undefined {
  const last = deliverable?.reservations.at(-1);
  return last && day <= last.until ? last : undefined;
}

/** What waits for whoever reviews: delivered and not yet accepted, with what is to be done; the longest waiting first. */
export type Waiting = {
  readonly deliverable: Deliverable;
  readonly version: Version;
  readonly task: 'review' | 'settle' | 'decide';
  readonly since: IsoDate;
};
export function reviewQueue(state: DeliverablesState): readonly Waiting[] {
  const waiting = [...state.deliverables.values()].flatMap((deliverable): readonly Waiting[] => {
    const version = deliverable.versions.at(-1);
    if (!version || deliverable.acceptance) return [];
    const observations = deliverable.observations.flatMap((id) => state.observations.get(id) ?? []);
    const answered = observations.filter(awaitsSettlement);
    if (answered.length > 0) return [{ deliverable, version, task: 'settle', since: answered[0]?.answers.at(-1)?.on ?? version.on }];
    const seen =
      observations.some((one) => one.version === version.version) ||
      deliverable.reviews.some((one) => one.version === version.version) ||
      observations.some((one) => one.settlements.some(({ seq }) => seq > version.seq));
    if (!seen) return [{ deliverable, version, task: 'review', since: version.on }];
    if (observations.some((one) => isBlocking(one))) return []; // the OPL's turn
    return [{ deliverable, version, task: 'decide', since: deliverable.lastOn }];
  });
  return waiting.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

export const observationSubject = (id: string): Subject => subjectOf('observation', id);
/** Where a version stands in the log is its folio: unique, and provable. */
export const folioOf = (acronym: string, version: Version): string => `${acronym}-${String(version.seq).padStart(6, '0')}`;
