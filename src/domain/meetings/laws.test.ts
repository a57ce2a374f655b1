import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stamped, stateAfter } from '../../../test/given.ts';
import { calendarFeed } from './calendar.ts';
import { cancelMeeting, holdMeeting, linkSession, rescheduleMeeting, scheduleMeeting, setOffsets } from './decide.ts';
import type { CycleOffsets, MeetingsEvent, NewMeetingsEvent } from './events.ts';
import { meetingsEvents } from './events.ts';
import { type MeetingsState, meetingsFold } from './state.ts';
import { by, charterMeetings, plain } from './test-charter.ts';
import { calendarOf, cutoffs, cycleOf, meetingOf, numberingWarnings, offsetsOf } from './views.ts';

type Ask = (state: MeetingsState) => ReturnType<typeof scheduleMeeting>;

/** Any day of a span of four months, few enough that decisions, meetings and sessions collide. */
const start = plain('2019-10-01');
const date = fc.integer({ min: 0, max: 120 }).map((days) => start.add({ days }).toString());
const number = fc.integer({ min: 1, max: 4 });
const time = fc.option(fc.constantFrom('09:30', '17:00'), { nil: undefined });
const justification = fc.option(fc.constantFrom('Urgencia', ' '), { nil: undefined });
const known = <K extends string>(key: K, value: string | undefined) => (value === undefined ? {} : { [key]: value });

const offsets: fc.Arbitrary<CycleOffsets> = fc
  .array(fc.integer({ min: -15, max: 3 }), { minLength: 6, maxLength: 6 })
  .map((days) => days.toSorted((a, b) => a - b))
  .map(([cutoffDays = 0, freezeDays = 0, circulateDays = 0, observeFromDays = 0, observeUntilDays = 0, minutesDays = 0]) => ({
    ...{ cutoffDays, freezeDays, circulateDays, observeFromDays, observeUntilDays, minutesDays },
  }));

const ask: fc.Arbitrary<Ask> = fc.oneof(
  fc.tuple(date, number, date, time, fc.option(date, { nil: undefined })).map(
    ([on, n, day, t, session]): Ask =>
      (state) =>
        scheduleMeeting(state, { on, by, number: n, date: day, ...known('time', t), ...(session ? { session: { date: session } } : {}) }),
  ),
  fc.tuple(date, number, date, time, justification).map(
    ([on, n, day, t, why]): Ask =>
      (state) =>
        rescheduleMeeting(state, { on, by, number: n, date: day, reason: 'Motivo', ...known('time', t), ...known('justification', why) }),
  ),
  fc.tuple(date, number).map(
    ([on, n]): Ask =>
      (state) =>
        cancelMeeting(state, { on, by, number: n, reason: 'Motivo' }),
  ),
  fc.tuple(date, number).map(
    ([on, n]): Ask =>
      (state) =>
        holdMeeting(state, { on, by, number: n }),
  ),
  fc.tuple(date, number, date, justification).map(
    ([on, n, day, why]): Ask =>
      (state) =>
        linkSession(state, { on, by, number: n, date: day, ...known('justification', why) }),
  ),
  fc.tuple(date, offsets).map(
    ([on, set]): Ask =>
      (state) =>
        setOffsets(state, { on, by, ...set }),
  ),
);

/** What the log holds after these were asked for one after the other: refused ones leave nothing. */
function recorded(asks: readonly Ask[], before: readonly NewMeetingsEvent[] = []): readonly NewMeetingsEvent[] {
  const log = [...before];
  let state = stateAfter(meetingsFold, log);
  for (const each of asks) {
    const decision = each(state);
    if (!decision.ok) continue;
    state = stamped<MeetingsEvent>(decision.value, log.length + 1).reduce(meetingsFold.evolve, state);
    log.push(...decision.value);
  }
  return log;
}
const asks = fc.array(ask, { maxLength: 25 });
/** From nothing, most of it refused, or from the charter's calendar. */
const charterLog = fc.tuple(fc.integer({ min: 0, max: 14 }), asks).map(([days, each]) => {
  const on = start.add({ days }).toString();
  const calendar = charterMeetings.map((event) => ({ ...event, on }));
  return recorded(each, calendar);
});
const log = fc.oneof(
  asks.map((each) => recorded(each)),
  charterLog,
);
const feedOf = (state: MeetingsState) => calendarFeed(state, { lang: 'es', processName: 'PEL', uidDomain: 'pel.atalaya' });

/** Everything a page may say of a state on a day. */
const everything = (state: MeetingsState, on: string) =>
  JSON.stringify([calendarOf(state), cycleOf(state, plain(on)), cutoffs(state), numberingWarnings(state), offsetsOf(state), feedOf(state)]);

/** The log keeps numbers and stamps; the view of `day` folds only what had happened by then. */
const asOf = (entries: readonly MeetingsEvent[], day: string): MeetingsState =>
  entries.filter((event) => event.on <= day).reduce(meetingsFold.evolve, meetingsFold.initial());

describe('laws of the calendar', () => {
  test('as-of never looks ahead: what is decided later changes no earlier view', () => {
    fc.assert(
      fc.property(charterLog, asks, date, (before, later, day) => {
        const entries = stamped<MeetingsEvent>(recorded(later, before));
        const happened = entries.slice(0, before.length);
        const recordedLater = entries.slice(before.length).filter((event) => event.on > day);
        expect(everything(asOf([...happened, ...recordedLater], day), day)).toBe(everything(asOf(happened, day), day));
      }),
    );
  });

  test('every day has its view: no accepted decision is dated before the one it stands on', () => {
    fc.assert(
      fc.property(log, (events) => {
        const entries = stamped<MeetingsEvent>(events);
        for (const day of new Set(events.map((event) => event.on))) {
          const scheduled = events.filter((event) => event.type === 'MeetingScheduled' && event.on <= day);
          expect(asOf(entries, day).meetings.size).toBe(scheduled.length);
        }
        for (const [number, about] of Map.groupBy(entries, (event) => ('number' in event.data ? event.data.number : 0))) {
          const placings = about.filter((event) => !['CycleOffsetsSet', 'MeetingHeld', 'CommissionSessionLinked'].includes(event.type));
          const links = about.filter((event) => event.type === 'CommissionSessionLinked');
          for (const decisions of number === 0 ? [] : [placings, links]) {
            const days = decisions.map((event) => event.on);
            expect(days).toEqual(days.toSorted());
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a rescheduled meeting takes every step of its cycle with it, by the same days', () => {
    fc.assert(
      fc.property(charterLog, number, date, (events, n, day) => {
        const state = stateAfter(meetingsFold, events);
        const before = meetingOf(state, n);
        const decision = rescheduleMeeting(state, {
          on: day,
          by,
          number: n,
          date: day,
          reason: 'Motivo',
          justification: 'Urgencia',
        });
        fc.pre(decision.ok && before !== undefined);
        const moved = meetingOf(stateAfter(meetingsFold, [...events, ...(decision.ok ? decision.value : [])]), n);
        const days = before?.dates.meeting.until(plain(day), { largestUnit: 'days' });
        for (const step of ['cutoff', 'freeze', 'circulate', 'observeFrom', 'observeUntil', 'meeting', 'minutes'] as const)
          expect(moved?.dates[step].toString()).toBe(before?.dates[step].add(days ?? {}).toString());
        expect(moved?.dates.session?.toString()).toBe(before?.dates.session?.toString());
      }),
    );
  });

  test('the sequence of an entry grows by one a change, and by nothing else; its UID never changes', () => {
    fc.assert(
      fc.property(log, (events) => {
        let sequences = new Map<string, number>();
        events.forEach((event, index) => {
          const now = new Map(feedOf(stateAfter(meetingsFold, events.slice(0, index + 1))).events.map((one) => [one.uid, one.sequence]));
          const changed = event.type === 'MeetingRescheduled' || event.type === 'MeetingCancelled' ? event.data.number : undefined;
          for (const [uid, sequence] of sequences)
            expect(now.get(uid)).toBe(uid === `meeting-${changed}@pel.atalaya` ? sequence + 1 : sequence);
          sequences = now;
        });
        expect(sequences.size).toBe(events.filter((event) => event.type === 'MeetingScheduled').length);
      }),
    );
  });

  test('no two meetings that stand share a day, and none that was not justified falls on or after its session', () => {
    fc.assert(
      fc.property(log, (events) => {
        const standing = calendarOf(stateAfter(meetingsFold, events)).filter((row) => row.status.kind !== 'cancelled');
        expect(new Set(standing.map((row) => row.appointment.date)).size).toBe(standing.length);
        const justified = new Set(
          events.flatMap((event) => ('justification' in event.data && 'number' in event.data ? [event.data.number] : [])),
        );
        for (const { number: n, dates } of standing)
          if (dates.session && !justified.has(n)) expect(dates.meeting.until(dates.session).sign).toBe(1);
      }),
    );
  });

  test('a view is a picture: events folded afterwards do not change it', () => {
    fc.assert(
      fc.property(charterLog, charterLog, (first, whole) => {
        const state = stateAfter(meetingsFold, first);
        const rows = calendarOf(state);
        const said = JSON.stringify(rows);
        stamped<MeetingsEvent>(
          whole.slice(charterMeetings.length).filter((event) => event.type !== 'MeetingScheduled'),
          100,
        ).reduce(meetingsFold.evolve, state);
        expect(JSON.stringify(rows)).toBe(said);
      }),
    );
  });

  test('the steps of a cycle tell one story: what is past, then at most one now, then what follows', () => {
    fc.assert(
      fc.property(log, date, fc.option(date), fc.option(date), (events, today, frozen, circulated) => {
        const proof = { ...(frozen ? { frozenOn: plain(frozen) } : {}), ...(circulated ? { circulatedOn: plain(circulated) } : {}) };
        const steps = cycleOf(stateAfter(meetingsFold, events), plain(today), () => proof)?.steps ?? [];
        const now = steps.findIndex((step) => step.state === 'now');
        expect(steps.filter((step) => step.state === 'now').length).toBeLessThanOrEqual(1);
        steps.forEach((step, index) => {
          if (step.state === 'next') expect(now >= 0 && index > now).toBe(true);
          if (step.state === 'done' && step.id !== 'cutoff') expect(step.doneOn && step.doneOn.toString() <= today).toBe(true);
          if (step.state === 'unknown' && step.date) expect((step.until ?? step.date).toString() < today).toBe(true);
        });
      }),
    );
  });

  test('every event recorded is one the log would read back', () => {
    fc.assert(
      fc.property(charterLog, (events) => {
        for (const event of events) expect(meetingsEvents[event.type].parse(event.data)).toEqual(event.data);
      }),
    );
  });
});
