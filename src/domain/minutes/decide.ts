import type { Act } from '../../core/event.ts';
import { type ProseFault, proseFault } from '../../core/prose.ts';
import { must, ok, type Result, refuse } from '../../core/result.ts';
import type { AgendaState } from '../agenda/views.ts';
import { type MeetingsState, meetingOf } from '../meetings/views.ts';
import type { MinutesEvent, NewMinutesEvent } from './events.ts';
import { latestCirculation, latestText, type MinutesState, type Record, recordOf } from './views.ts';

export type MinutesContext = { readonly meetings: MeetingsState; readonly agenda: AgendaState; readonly minutes: MinutesState };
type Command<Type extends MinutesEvent['type'], Numbered extends string = never> = Act &
  Omit<Extract<NewMinutesEvent, { type: Type }>['data'], Numbered>;

export type MinutesRefusal =
  | { readonly kind: 'meeting-unknown'; readonly number: number }
  | { readonly kind: 'not-in-session'; readonly number: number }
  | { readonly kind: 'not-held'; readonly number: number }
  | { readonly kind: 'minutes-approved'; readonly number: number }
  | { readonly kind: 'item-unknown'; readonly meeting: number; readonly item: number }
  | { readonly kind: 'outcome-unknown'; readonly outcome: number }
  | { readonly kind: 'turn-unknown'; readonly turn: number }
  | { readonly kind: 'present-already'; readonly office: string }
  | { readonly kind: 'not-present'; readonly office: string }
  | { readonly kind: 'waiting-already'; readonly office: string }
  | { readonly kind: 'representative-unclear' }
  | { readonly kind: 'taken-up-already'; readonly item: number }
  | { readonly kind: 'time-out-of-order'; readonly time: string; readonly after: string }
  | { readonly kind: 'wrong-stage'; readonly stage: Record['stage'] }
  | { readonly kind: 'revised-meanwhile'; readonly revision: number }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'not-later'; readonly number: number; readonly in: number }
  | { readonly kind: 'prose'; readonly fault: ProseFault };

type Decision = Result<readonly NewMinutesEvent[], MinutesRefusal>;

/** `base`: the revision the writer began from, 0 for none; another written meanwhile is not overwritten unseen. */
export function draftMinutes(
  context: MinutesContext,
  command: Command<'MinutesDrafted', 'revision'> & { readonly base: number },
): Decision {
  const { on, by, base, ...data } = command;
  return at(context, data.meeting, ['none', 'drafted'], (record) => {
    const wrong = badText(record, base, data.text);
    return wrong ? refuse(wrong) : ok([{ type: 'MinutesDrafted', on, by, data: { ...data, revision: record.revisions.length + 1 } }]);
  });
}

export function correctMinutes(
  context: MinutesContext,
  command: Command<'MinutesCorrected', 'revision'> & { readonly base: number },
): Decision {
  const { on, by, base, ...data } = command;
  return at(context, data.meeting, ['circulated'], (record) => {
    const wrong = badText(record, base, data.text);
    return wrong ? refuse(wrong) : ok([{ type: 'MinutesCorrected', on, by, data: { ...data, revision: record.revisions.length + 1 } }]);
  });
}

export function circulateMinutes(context: MinutesContext, { on, by, ...data }: Command<'MinutesCirculated', 'revision'>): Decision {
  return at(context, data.meeting, ['drafted'], (record) =>
    ok([{ type: 'MinutesCirculated', on, by, data: { ...data, revision: record.revisions.length } }]),
  );
}

/** They are approved at a later meeting, while it goes on or once it was held. */
export function approveMinutes(context: MinutesContext, { on, by, ...data }: Command<'MinutesApproved', 'revision'>): Decision {
  return at(context, data.meeting, ['circulated'], (record) => {
    const [row, approving] = [meetingOf(context.meetings, data.meeting), meetingOf(context.meetings, data.in)];
    if (!row || !approving || approving.appointment.date <= row.appointment.date)
      return refuse({ kind: 'not-later', number: data.meeting, in: data.in });
    if (approving.status.kind !== 'open' && approving.status.kind !== 'held') return refuse({ kind: 'not-in-session', number: data.in });
    return ok([
      { type: 'MinutesApproved', on, by, data: { ...data, revision: must(latestCirculation(record), 'they stand circulated').revision } },
    ]);
  });
}

export const sealMinutes = (context: MinutesContext, { on, by, ...data }: Command<'MinutesSealed'>): Decision =>
  at(context, data.meeting, ['approved'], () => ok([{ type: 'MinutesSealed', on, by, data }]));

export function addAddendum(context: MinutesContext, { on, by, ...data }: Command<'AddendumAdded', 'addendum'>): Decision {
  return at(context, data.meeting, ['sealed', 'published'], (record) => {
    const fault = proseFault(data.text);
    return fault
      ? refuse({ kind: 'prose', fault })
      : ok([{ type: 'AddendumAdded', on, by, data: { ...data, addendum: record.addenda.length + 1 } }]);
  });
}

export const publishMinutes = (context: MinutesContext, { on, by, ...data }: Command<'MinutesPublished'>): Decision =>
  at(context, data.meeting, ['sealed'], () => ok([{ type: 'MinutesPublished', on, by, data }]));

function badText(record: Record, base: number, text: string): MinutesRefusal | undefined {
  const latest = latestText(record);
  if (base !== record.revisions.length) return { kind: 'revised-meanwhile', revision: record.revisions.length };
  if (latest?.text === text) return { kind: 'nothing-changed' };
  const fault = proseFault(text);
  return fault && { kind: 'prose', fault };
}

function at(context: MinutesContext, number: number, stages: readonly Record['stage'][], then: (record: Record) => Decision): Decision {
  const row = meetingOf(context.meetings, number);
  if (!row) return refuse({ kind: 'meeting-unknown', number });
  if (row.status.kind !== 'held') return refuse({ kind: 'not-held', number });
  const record = recordOf(context.minutes, number);
  return stages.includes(record.stage) ? then(record) : refuse({ kind: 'wrong-stage', stage: record.stage });
}
