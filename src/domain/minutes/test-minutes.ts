import type { Fold } from '../../core/event.ts';
import { type AgendaEvent, agendaEvents, type NewAgendaEvent } from '../agenda/events.ts';
import { agendaFold } from '../agenda/state.ts';
import { added } from '../agenda/test-agenda.ts';
import { type MeetingsEvent, meetingsEvents, type NewMeetingsEvent } from '../meetings/events.ts';
import { meetingsFold } from '../meetings/state.ts';
import { scheduled } from '../meetings/test-charter.ts';
import type { MinutesContext } from './decide.ts';
import type { MinutesEvent, NewMinutesEvent } from './events.ts';
import { minutesFold } from './state.ts';

export type AnyEvent = MinutesEvent | AgendaEvent | MeetingsEvent;
export type NewAny = NewMinutesEvent | NewAgendaEvent | NewMeetingsEvent;
type World = { -readonly [K in keyof MinutesContext]: MinutesContext[K] };

const isMeetings = (event: AnyEvent): event is MeetingsEvent => Object.hasOwn(meetingsEvents, event.type);
const isAgenda = (event: AnyEvent): event is AgendaEvent => Object.hasOwn(agendaEvents, event.type);
/** What is recorded of meetings, with their calendar and their agendas. */
export const minutesContextFold: Fold<World, AnyEvent> = {
  initial: () => ({ meetings: meetingsFold.initial(), agenda: agendaFold.initial(), minutes: minutesFold.initial() }),
  evolve: (state, event) => {
    if (isMeetings(event)) state.meetings = meetingsFold.evolve(state.meetings, event);
    else if (isAgenda(event)) state.agenda = agendaFold.evolve(state.agenda, event);
    else state.minutes = minutesFold.evolve(state.minutes, event);
    return state;
  },
};

export const by = { office: 'secretaria-tecnica' };
export const on = '2019-11-12';
export const root = 'ab'.repeat(32);
export const convened = [
  scheduled(1, '2019-10-15'),
  scheduled(2, on),
  scheduled(3, '2019-12-17'),
  added(1, 'Informe PREP'),
  added(2, 'Asuntos generales'),
];
export const open = [
  ...convened,
  { type: 'MeetingOpened', on, by, data: { number: 2, time: '2019-11-12T23:30' } },
] as const satisfies readonly NewAny[];
export const held = [
  ...open,
  { type: 'MeetingClosed', on, by, data: { number: 2, time: '2019-11-13T00:20' } },
] as const satisfies readonly NewAny[];
export const next = { type: 'MeetingHeld', on: '2019-12-17', by, data: { number: 3 } } as const satisfies NewAny;
export const drafted = { type: 'MinutesDrafted', on, by, data: { meeting: 2, revision: 1, text: 'Uno.' } } as const satisfies NewAny;
export const circulated = {
  type: 'MinutesCirculated',
  on,
  by,
  data: { meeting: 2, revision: 1, position: 9, root },
} as const satisfies NewAny;
export const approved = {
  type: 'MinutesApproved',
  on: '2019-12-17',
  by,
  data: { meeting: 2, revision: 1, in: 3 },
} as const satisfies NewAny;
export const sealed = {
  type: 'MinutesSealed',
  on: '2019-12-17',
  by,
  data: { meeting: 2, position: 12, root, text: root, checkpoint: root },
} as const satisfies NewAny;
export const published = { type: 'MinutesPublished', on: '2019-12-17', by, data: { meeting: 2 } } as const satisfies NewAny;
