import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { approved, by, circulated, drafted, held, minutesContextFold, type NewAny, next, sealed } from '../minutes/test-minutes.ts';
import { reportsFold } from '../reports/state.ts';
import { missingIn, needsOf, remindersOn } from './views.ts';

const root = 'ab'.repeat(32);
const frozen = {
  type: 'ReportFrozen',
  on: '2019-11-07',
  by,
  data: { report: 'prep-2019-11-05', kind: 'prep', cutoff: '2019-11-05', edition: 1, position: 9, root },
} as const;

const worldAfter = (events: readonly NewAny[], withReport = true) => ({
  ...stateAfter(minutesContextFold, events),
  reports: stateAfter(reportsFold, withReport ? [frozen] : []),
});
const ids = (events: readonly NewAny[], number = 2, withReport = true) =>
  missingIn(worldAfter(events, withReport), number).map((one) => one.id);

describe('what a cycle asks for', () => {
  test('says what is missing, from whom and by when, the soonest first', () => {
    const [first] = missingIn(worldAfter(held.slice(0, 5), false), 2);
    expect(first).toMatchObject({ id: 'congelar-prep', from: 'technical-secretariat', by: '2019-11-07' });
    expect(ids(held.slice(0, 5))).not.toContain('congelar-prep');
    expect(ids(held.slice(0, 5))).toContain('convocar');
  });
  test('moves with its meeting; what is done keeps its day', () => {
    const moved = { type: 'MeetingRescheduled', on: '2019-11-08', by, data: { number: 2, date: '2019-11-14', reason: 'Motivo' } } as const;
    const needs = needsOf(worldAfter([...held.slice(0, 5), moved]), 2);
    expect(needs.find((one) => one.id === 'celebrar')?.by).toBe('2019-11-14');
    expect(needs.find((one) => one.id === 'minuta')?.by).toBe('2019-11-17');
  });
  test('shrinks as the minutes go on, and asks for their approval at the next meeting', () => {
    expect(ids(held)).toContain('minuta');
    expect(ids([...held, drafted, circulated])).not.toContain('minuta');
    expect(ids([...held, drafted, circulated], 3)).toContain('aprobar-anterior');
    expect(ids([...held, next, drafted, circulated, approved])).toContain('sellar');
    expect(ids([...held, next, drafted, circulated, approved, sealed])).not.toContain('sellar');
  });
  test('reminds three days before, the day before and on the day, of what is missing only', () => {
    const world = worldAfter(held.slice(0, 5), false);
    const about = (day: string) =>
      remindersOn(world, day)
        .filter((one) => one.number === 2 && one.need.id === 'congelar-prep')
        .map((one) => one.daysLeft);
    expect(['2019-11-03', '2019-11-04', '2019-11-05', '2019-11-06', '2019-11-07', '2019-11-08'].map(about)).toEqual([
      [],
      [3],
      [],
      [1],
      [0],
      [],
    ]);
    expect(remindersOn(worldAfter(held.slice(0, 5)), '2019-11-07').map((one) => one.need.id)).not.toContain('congelar-prep');
  });
});
