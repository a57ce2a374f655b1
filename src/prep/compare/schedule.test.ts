import { expect, test } from 'vitest';
import { cadence } from './schedule.ts';

const at = (time: string) => `2024-06-02T${time}:00-06:00`;

test('three updates an hour are on time, and a gap of more than twenty minutes is told', () => {
  const found = cadence([at('20:00'), at('20:20'), at('20:40'), at('21:05')]);
  expect(found).toMatchObject({ cuts: 4, medianMinutes: 20, lastTooLate: false });
  expect(found?.gaps).toEqual([{ from: at('20:40'), to: at('21:05'), minutes: 25 }]);
});

test('a last cut later than 24 hours after the first is told; one at 24 hours is on time', () => {
  expect(cadence(['2024-06-02T20:00:00-06:00', '2024-06-03T20:00:00-06:00'])?.lastTooLate).toBe(false);
  expect(cadence(['2024-06-02T20:00:00-06:00', '2024-06-03T20:01:00-06:00'])?.lastTooLate).toBe(true);
});

test('offsets count: the same moment in two zones is no time apart', () => {
  expect(cadence(['2024-06-02T20:00:00-06:00', '2024-06-02T21:00:00-05:00'])?.lastAfterHours).toBe(0);
});

test('when one time has no offset all are taken in the publisher’s zone', () => {
  expect(cadence(['2024-06-02T20:00:00-06:00', '2024-06-02T20:15:00'])?.medianMinutes).toBe(15);
});

test('against an announced schedule a late cut and a missing one are told apart', () => {
  const found = cadence([at('20:00'), at('20:29'), at('21:00')], { times: ['20:00', '20:20', '20:40', '21:00'].map(at) });
  expect(found?.late).toEqual([
    { announced: at('20:20'), cutAt: at('20:29'), minutes: 9 },
    { announced: at('20:40'), cutAt: null, minutes: null },
  ]);
});

test('no cut, no cadence; one cut has no median', () => {
  expect(cadence([])).toBeNull();
  expect(cadence([at('20:00')])).toMatchObject({ medianMinutes: null, gaps: [] });
});
