import type { IsoDate } from '../../core/event.ts';
import {
  type Circulation,
  emptyRecord,
  type MinutesState,
  type Outcome,
  type Presence,
  type Record,
  type Revision,
  type Turn,
} from './state.ts';

export type { Circulation, MinutesState, Outcome, Presence, Record, Revision, Turn };

/** What is recorded of a meeting; of one nobody recorded anything of, nothing. */
export const recordOf = (state: MinutesState, meeting: number): Record => state.records.get(meeting) ?? emptyRecord(meeting);

/** Who is there at this moment; without one, who has not left. */
export const presentAt = (record: Record, moment?: string): readonly Presence[] =>
  record.presences.filter((one) =>
    moment === undefined ? one.left === undefined : one.arrived <= moment && (one.left === undefined || moment < one.left),
  );

/** Offices that were there at any time: each once. */
export const attended = (record: Record): readonly string[] => [...new Set(record.presences.map((one) => one.office))];

/** The point under discussion: the last one taken up. */
export const currentItem = (record: Record): number | undefined => [...record.takenUp.keys()].at(-1);

/** In the order in which they asked. */
export const waiting = (record: Record): readonly Turn[] => record.turns.filter((one) => one.state === 'waiting');

/** The outcomes that stand. */
export const standing = (record: Record): readonly Outcome[] => record.outcomes.filter((one) => one.struck === undefined);

export const latestText = (record: Record): Revision | undefined => record.revisions.at(-1);
export const latestCirculation = (record: Record): Circulation | undefined => record.circulations.at(-1);

/** What proves the step of the minutes in the cycle: when they were first circulated. */
export const minutesCirculatedOn = (state: MinutesState, meeting: number): IsoDate | undefined =>
  state.records.get(meeting)?.circulations[0]?.on;
