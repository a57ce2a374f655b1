import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { cancelMeeting, closeMeeting, holdMeeting, linkSession, openMeeting, rescheduleMeeting, scheduleMeeting } from './decide.ts';
import type { NewMeetingsEvent } from './events.ts';
import { type MeetingsState, meetingsFold } from './state.ts';
import { by, scheduled } from './test-charter.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const edges = [...readme.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);

const [on, number, reason] = ['2020-03-17', 6, 'Motivo'];
const worlds: Readonly<Record<string, readonly NewMeetingsEvent[]>> = {
  '[*]': [],
  scheduled: [scheduled(6, on)],
  open: [scheduled(6, on), { type: 'MeetingOpened', on, by, data: { number, time: '2020-03-17T10:00' } }],
  held: [scheduled(6, on), { type: 'MeetingHeld', on, by, data: { number } }],
  cancelled: [scheduled(6, on), { type: 'MeetingCancelled', on, by, data: { number, reason } }],
};
const verbs = {
  scheduleMeeting: (state: MeetingsState) => scheduleMeeting(state, { on, by, number, date: '2020-03-18' }),
  rescheduleMeeting: (state: MeetingsState) => rescheduleMeeting(state, { on, by, number, date: '2020-03-18', reason }),
  linkSession: (state: MeetingsState) => linkSession(state, { on, by, number, date: '2020-03-20' }),
  holdMeeting: (state: MeetingsState) => holdMeeting(state, { on, by, number }),
  openMeeting: (state: MeetingsState) => openMeeting(state, { on, by, number, time: '2020-03-17T10:00' }),
  closeMeeting: (state: MeetingsState) => closeMeeting(state, { on, by, number, time: '2020-03-18T00:30' }),
  cancelMeeting: (state: MeetingsState) => cancelMeeting(state, { on, by, number, reason }),
};

describe('the diagram of the README', () => {
  test('draws exactly the changes that are allowed, each verb tried from each state', () => {
    const allowed = Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, decide]) => {
        const decision = decide(stateAfter(meetingsFold, events));
        if (!decision.ok) return [];
        const to = stateAfter(meetingsFold, [...events, ...decision.value]).meetings.get(number)?.status.kind;
        return [`${from} --> ${to}: ${verb}`];
      }),
    );
    expect(allowed.toSorted()).toEqual(edges.toSorted());
  });
});
