import type { Fold } from '../../core/event.ts';
import { type MeetingsEvent, meetingsEvents, type NewMeetingsEvent } from '../meetings/events.ts';
import { meetingsFold } from '../meetings/state.ts';
import { scheduled } from '../meetings/test-charter.ts';
import type { AgendaContext } from './decide.ts';
import type { AgendaEvent, NewAgendaEvent, Point } from './events.ts';
import { agendaFold } from './state.ts';

export type AnyEvent = AgendaEvent | MeetingsEvent;
export type NewAny = NewAgendaEvent | NewMeetingsEvent;

const isMeetings = (event: AnyEvent): event is MeetingsEvent => Object.hasOwn(meetingsEvents, event.type);
type Both = { agenda: AgendaContext['agenda']; meetings: AgendaContext['meetings'] };
/** An agenda with the calendar its meeting stands in. */
export const agendaContextFold: Fold<Both, AnyEvent> = {
  initial: () => ({ agenda: agendaFold.initial(), meetings: meetingsFold.initial() }),
  evolve: (state, event) => {
    if (isMeetings(event)) state.meetings = meetingsFold.evolve(state.meetings, event);
    else state.agenda = agendaFold.evolve(state.agenda, event);
    return state;
  },
};

export const by = { office: 'secretaria-tecnica' };
export const on = '2019-11-07';
export const calendar = [scheduled(1, '2019-10-15', { time: '10:00' }), scheduled(2, '2019-11-12', { time: '23:30' })];
export const point = (title: string, minutes?: number): Point => ({
  title,
  purpose: 'inform',
  documents: [],
  ...(minutes === undefined ? {} : { minutes }),
});
export const added = (item: number, title: string, meeting = 2, minutes = 20) =>
  ({ type: 'AgendaItemAdded', on, by, data: { meeting, item, ...point(title, minutes) } }) satisfies NewAgendaEvent;
export const convened = (edition = 1, more: { reason?: string } = {}) =>
  ({
    type: 'MeetingConvened',
    on,
    by,
    data: { meeting: 2, edition, date: '2019-11-12', time: '23:30', called: ['presidencia'], ...more },
  }) satisfies NewAgendaEvent;
