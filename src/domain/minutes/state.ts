import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { MinutesEvent, OutcomeKind, PresenceKind } from './events.ts';

export type Presence = {
  readonly office: string;
  readonly how: PresenceKind;
  readonly from?: string;
  readonly remote: boolean;
  readonly person?: string;
  readonly arrived: string;
  /** Absent: still there, or until the end. */
  readonly left?: string;
};
export type Turn = {
  readonly turn: number;
  readonly office: string;
  readonly about?: string;
  readonly state: 'waiting' | 'given' | 'withdrawn';
  readonly time?: string;
};
export type Note = { readonly item: number; readonly note: number; readonly text: string; readonly at: IsoInstant; readonly by: By };
export type Outcome = {
  readonly item: number;
  readonly outcome: number;
  readonly kind: OutcomeKind;
  readonly text: string;
  /** Why it does not stand. */
  readonly struck?: string;
  readonly at: IsoInstant;
};
export type Revision = {
  readonly revision: number;
  readonly text: string;
  readonly reason?: string;
  readonly on: IsoDate;
  readonly by: By;
};
export type Circulation = { readonly revision: number; readonly position: number; readonly root: string; readonly on: IsoDate };
export type Seal = {
  readonly position: number;
  readonly root: string;
  readonly text: string;
  readonly checkpoint: string;
  readonly on: IsoDate;
};
export type Addendum = { readonly addendum: number; readonly text: string; readonly reason: string; readonly on: IsoDate; readonly by: By };
export type MinutesStage = 'none' | 'drafted' | 'circulated' | 'approved' | 'sealed' | 'published';

/** What is recorded of one meeting. */
export type Record = {
  readonly meeting: number;
  readonly presences: readonly Presence[];
  readonly takenUp: ReadonlyMap<number, string>;
  readonly deferred: ReadonlyMap<number, string>;
  readonly turns: readonly Turn[];
  readonly notes: readonly Note[];
  readonly outcomes: readonly Outcome[];
  readonly stage: MinutesStage;
  readonly revisions: readonly Revision[];
  readonly circulations: readonly Circulation[];
  readonly approved?: { readonly revision: number; readonly in: number; readonly on: IsoDate };
  readonly seal?: Seal;
  readonly addenda: readonly Addendum[];
};
export type MinutesState = { readonly records: Map<number, Record> };

export const emptyRecord = (meeting: number): Record => ({
  meeting,
  presences: [],
  takenUp: new Map(),
  deferred: new Map(),
  turns: [],
  notes: [],
  outcomes: [],
  stage: 'none',
  revisions: [],
  circulations: [],
  addenda: [],
});

export const minutesFold: Fold<MinutesState, MinutesEvent> = {
  initial: () => ({ records: new Map() }),
  evolve: (state, event) => {
    const { meeting } = event.data;
    state.records.set(meeting, change(state.records.get(meeting) ?? emptyRecord(meeting), event));
    return state;
  },
};

function change(record: Record, event: MinutesEvent): Record {
  const { on, by, at } = event;
  switch (event.type) {
    case 'AttendeeArrived': {
      const { meeting: _, time, ...presence } = event.data;
      return { ...record, presences: [...record.presences, { ...presence, arrived: time }] };
    }
    case 'AttendeeLeft': {
      const { office, time } = event.data;
      const there = must(
        record.presences.findLast((one) => one.office === office && one.left === undefined),
        `event ${event.seq}: ${office} leaves a meeting it is not at`,
      );
      return { ...record, presences: record.presences.map((one) => (one === there ? { ...one, left: time } : one)) };
    }
    case 'ItemTakenUp':
      return { ...record, takenUp: new Map(record.takenUp).set(event.data.item, event.data.time) };
    case 'ItemDeferred':
      return { ...record, deferred: new Map(record.deferred).set(event.data.item, event.data.reason) };
    case 'FloorAsked': {
      const { meeting: _, ...turn } = event.data;
      return { ...record, turns: [...record.turns, { ...turn, state: 'waiting' }] };
    }
    case 'FloorGiven':
      return turned(record, event.data.turn, { state: 'given', time: event.data.time });
    case 'FloorWithdrawn':
      return turned(record, event.data.turn, { state: 'withdrawn' });
    case 'NoteTaken': {
      const { meeting: _, ...note } = event.data;
      return { ...record, notes: [...record.notes, { ...note, at, by }] };
    }
    case 'OutcomeRecorded': {
      const { meeting: _, ...outcome } = event.data;
      return { ...record, outcomes: [...record.outcomes, { ...outcome, at }] };
    }
    case 'OutcomeStruck': {
      const { outcome, reason } = event.data;
      return { ...record, outcomes: record.outcomes.map((one) => (one.outcome === outcome ? { ...one, struck: reason } : one)) };
    }
    case 'MinutesDrafted':
    case 'MinutesCorrected': {
      const { meeting: _, ...revision } = event.data;
      return { ...record, stage: 'drafted', revisions: [...record.revisions, { ...revision, on, by }] };
    }
    case 'MinutesCirculated': {
      const { meeting: _, ...circulation } = event.data;
      return { ...record, stage: 'circulated', circulations: [...record.circulations, { ...circulation, on }] };
    }
    case 'MinutesApproved': {
      const { meeting: _, ...approved } = event.data;
      return { ...record, stage: 'approved', approved: { ...approved, on } };
    }
    case 'MinutesSealed': {
      const { meeting: _, ...seal } = event.data;
      return { ...record, stage: 'sealed', seal: { ...seal, on } };
    }
    case 'AddendumAdded': {
      const { meeting: _, ...addendum } = event.data;
      return { ...record, addenda: [...record.addenda, { ...addendum, on, by }] };
    }
    case 'MinutesPublished':
      return { ...record, stage: 'published' };
    default:
      return unreachable(event);
  }
}

const turned = (record: Record, turn: number, now: Pick<Turn, 'state' | 'time'>): Record => ({
  ...record,
  turns: record.turns.map((one) => (one.turn === turn ? { ...one, ...now } : one)),
});
