import type { Act } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { itemOf } from '../agenda/views.ts';
import { meetingOf } from '../meetings/views.ts';
import type { MinutesContext, MinutesRefusal } from './decide.ts';
import type { MinutesEvent, NewMinutesEvent } from './events.ts';
import { presentAt, type Record, recordOf } from './views.ts';

/** What is recorded of the meeting itself, while it goes on or afterwards, until its minutes are approved. */

type Command<Type extends MinutesEvent['type'], Numbered extends string = never> = Act &
  Omit<Extract<NewMinutesEvent, { type: Type }>['data'], Numbered>;
type Decision = Result<readonly NewMinutesEvent[], MinutesRefusal>;

export function arrive(context: MinutesContext, { on, by, ...data }: Command<'AttendeeArrived'>): Decision {
  return whenRecording(context, data.meeting, (record) => {
    if (presentAt(record).some((one) => one.office === data.office)) return refuse({ kind: 'present-already', office: data.office });
    if ((data.how === 'represented') !== (data.from !== undefined) || data.from === data.office)
      return refuse({ kind: 'representative-unclear' });
    const before = record.presences.findLast((one) => one.office === data.office)?.left;
    if (before !== undefined && data.time < before) return refuse({ kind: 'time-out-of-order', time: data.time, after: before });
    return ok([{ type: 'AttendeeArrived', on, by, data }]);
  });
}

export function leave(context: MinutesContext, { on, by, ...data }: Command<'AttendeeLeft'>): Decision {
  return whenRecording(context, data.meeting, (record) => {
    const there = presentAt(record).find((one) => one.office === data.office);
    if (!there) return refuse({ kind: 'not-present', office: data.office });
    if (data.time < there.arrived) return refuse({ kind: 'time-out-of-order', time: data.time, after: there.arrived });
    return ok([{ type: 'AttendeeLeft', on, by, data }]);
  });
}

export function takeUp(context: MinutesContext, { on, by, ...data }: Command<'ItemTakenUp'>): Decision {
  return onItem(context, data, (record) =>
    record.takenUp.has(data.item) ? refuse({ kind: 'taken-up-already', item: data.item }) : ok([{ type: 'ItemTakenUp', on, by, data }]),
  );
}

/** The point is left for a later meeting: there it is proposed as a copy. */
export function deferItem(context: MinutesContext, { on, by, ...data }: Command<'ItemDeferred'>): Decision {
  return onItem(context, data, () => ok([{ type: 'ItemDeferred', on, by, data }]));
}

export function askFloor(context: MinutesContext, { on, by, ...data }: Command<'FloorAsked', 'turn'>): Decision {
  return whenInSession(context, data.meeting, (record) => {
    if (record.turns.some((one) => one.office === data.office && one.state === 'waiting'))
      return refuse({ kind: 'waiting-already', office: data.office });
    return ok([{ type: 'FloorAsked', on, by, data: { ...data, turn: record.turns.length + 1 } }]);
  });
}

export const giveFloor = (context: MinutesContext, { on, by, ...data }: Command<'FloorGiven'>): Decision =>
  whenInSession(context, data.meeting, (record) => waitingTurn(record, data.turn) ?? ok([{ type: 'FloorGiven', on, by, data }]));

export const withdrawFloor = (context: MinutesContext, { on, by, ...data }: Command<'FloorWithdrawn'>): Decision =>
  whenInSession(context, data.meeting, (record) => waitingTurn(record, data.turn) ?? ok([{ type: 'FloorWithdrawn', on, by, data }]));

export function takeNote(context: MinutesContext, { on, by, ...data }: Command<'NoteTaken', 'note'>): Decision {
  return onItem(context, data, (record) => ok([{ type: 'NoteTaken', on, by, data: { ...data, note: record.notes.length + 1 } }]));
}

export function recordOutcome(context: MinutesContext, { on, by, ...data }: Command<'OutcomeRecorded', 'outcome'>): Decision {
  return onItem(context, data, (record) =>
    ok([{ type: 'OutcomeRecorded', on, by, data: { ...data, outcome: record.outcomes.length + 1 } }]),
  );
}

export function strikeOutcome(context: MinutesContext, { on, by, ...data }: Command<'OutcomeStruck'>): Decision {
  return whenRecording(context, data.meeting, (record) => {
    const found = record.outcomes.find((one) => one.outcome === data.outcome && one.struck === undefined);
    return found ? ok([{ type: 'OutcomeStruck', on, by, data }]) : refuse({ kind: 'outcome-unknown', outcome: data.outcome });
  });
}

const waitingTurn = (record: Record, turn: number): Decision | undefined =>
  record.turns.some((one) => one.turn === turn && one.state === 'waiting') ? undefined : refuse({ kind: 'turn-unknown', turn });

/** A meeting in session or held, or one whose day has come: people arrive before it is opened. */
function whenRecording(context: MinutesContext, number: number, then: (record: Record) => Decision): Decision {
  const row = meetingOf(context.meetings, number);
  if (!row || row.status.kind === 'cancelled') return refuse({ kind: 'meeting-unknown', number });
  const record = recordOf(context.minutes, number);
  return record.stage === 'approved' || record.stage === 'sealed' || record.stage === 'published'
    ? refuse({ kind: 'minutes-approved', number })
    : then(record);
}

function whenInSession(context: MinutesContext, number: number, then: (record: Record) => Decision): Decision {
  const row = meetingOf(context.meetings, number);
  return row?.status.kind === 'open' ? then(recordOf(context.minutes, number)) : refuse({ kind: 'not-in-session', number });
}

/** On a point of the agenda, once the meeting has begun. */
function onItem(context: MinutesContext, at: { meeting: number; item: number }, then: (record: Record) => Decision): Decision {
  return whenRecording(context, at.meeting, (record) => {
    const status = meetingOf(context.meetings, at.meeting)?.status.kind;
    if (status !== 'open' && status !== 'held') return refuse({ kind: 'not-in-session', number: at.meeting });
    return itemOf(context.agenda, at.meeting, at.item)
      ? then(record)
      : refuse({ kind: 'item-unknown', meeting: at.meeting, item: at.item });
  });
}
