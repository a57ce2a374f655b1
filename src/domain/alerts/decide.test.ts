import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../core/event.ts';
import { must } from '../../core/result.ts';
import { adopted, reporting, step } from '../plan/test-plan.ts';
import { processFold } from '../process/state.ts';
import { by, under } from '../process/test-process.ts';
import { acknowledgeAlert, setThreshold } from './decide.ts';
import { alertCalled, alertsAt, worldOn } from './test-alerts.ts';
import { ruleOf, thresholdOf } from './views.ts';

const events: readonly NewEvent[] = [...under, adopted(), reporting('2020-01-01', 'iec')];
const subject = 'obligation:iec/E14';
const acknowledgement = { on: '2020-02-20', by, rule: 'overdue', subject, note: 'Se pidió al OPL.' };
const id = 'overdue.obligation.iec.E14';

describe('acknowledging an alert', () => {
  test('is recorded with the day since which it holds, and stays with it', () => {
    const decision = acknowledgeAlert(worldOn(events), acknowledgement);
    expect(decision).toEqual({
      ok: true,
      value: [
        {
          type: 'AlertAcknowledged',
          on: '2020-02-20',
          by,
          data: { rule: 'overdue', subject, since: '2020-02-08', note: 'Se pidió al OPL.' },
        },
      ],
    });
    const after = decision.ok ? [...events, ...decision.value] : [];
    const alert = alertCalled(alertsAt(after, '2020-02-21'), id);
    expect(alert.acknowledged).toMatchObject([{ on: '2020-02-20', by, note: 'Se pidió al OPL.' }]);
    expect(alertCalled(alertsAt(after, '2020-02-19'), id).acknowledged).toEqual([]);
  });
  test('does not close it, may be repeated, and does not count for a later run of the same alert', () => {
    const once = must(eventsOf(acknowledgeAlert(worldOn(events), acknowledgement)), 'recorded');
    const twice = must(eventsOf(acknowledgeAlert(worldOn([...events, ...once]), { ...acknowledgement, note: 'Otra vez.' })), 'recorded');
    expect(alertCalled(alertsAt([...events, ...once, ...twice], '2020-02-20'), id).acknowledged).toHaveLength(2);
    const observed = [step('deliver', 'E15b', '2020-02-01'), step('observe', 'E15b', '2020-02-02')];
    const known: NewEvent = {
      type: 'AlertAcknowledged',
      on: '2020-02-03',
      by,
      data: { rule: 'observed', subject: 'obligation:iec/E15b', since: '2020-02-02', note: 'x' },
    };
    const again = [step('deliver', 'E15b', '2020-02-05'), step('observe', 'E15b', '2020-02-10')];
    const later = alertCalled(alertsAt([...events, ...observed, known, ...again], '2020-02-11'), 'observed.obligation.iec.E15b');
    expect(later).toMatchObject({ since: '2020-02-10', acknowledged: [] });
  });
  test.each([
    ['of a rule there is not', { rule: 'otra' }, { kind: 'rule-unknown', rule: 'otra' }],
    ['that is not open on the day', { on: '2020-02-01' }, { kind: 'alert-not-open', on: '2020-02-01' }],
    ['without a note', { note: '  ' }, { kind: 'note-missing' }],
  ])('%s is refused', (_, changed, error) => {
    expect(acknowledgeAlert(worldOn(events), { ...acknowledgement, ...changed })).toEqual({ ok: false, error });
  });
  test('is refused where there is no process', () => {
    const world = { ...worldOn(events), process: processFold.initial() };
    expect(acknowledgeAlert(world, acknowledgement)).toEqual({ ok: false, error: { kind: 'process-unknown' } });
    expect(setThreshold(world, { on: '2020-02-20', by, rule: 'due-soon', value: 3, reason: 'x' })).toEqual({
      ok: false,
      error: { kind: 'process-unknown' },
    });
  });
});

describe('setting a threshold', () => {
  const setting = { on: '2020-01-20', by, rule: 'due-soon', value: 15, reason: 'Los OPL piden dos semanas.' };
  test('holds from its day on; earlier days keep the former one, and since counts both', () => {
    const set = must(eventsOf(setThreshold(worldOn(events), setting)), 'recorded');
    const rule = must(ruleOf('due-soon'), 'shipped');
    expect(thresholdOf(worldOn([...events, ...set], '2020-01-19').alerts, rule)).toBe(7);
    expect(thresholdOf(worldOn([...events, ...set], '2020-01-20').alerts, rule)).toBe(15);
    expect(alertsAt([...events, ...set], '2020-01-22')).toEqual([]);
    expect(alertCalled(alertsAt([...events, ...set], '2020-01-24'), 'due-soon.obligation.iec.E14').since).toBe('2020-01-23');
    const late = must(eventsOf(setThreshold(worldOn(events), { ...setting, on: '2020-01-28' })), 'recorded');
    expect(alertCalled(alertsAt([...events, ...late], '2020-01-29'), 'due-soon.obligation.iec.E14').since).toBe('2020-01-28');
    const later = must(eventsOf(setThreshold(worldOn(events), { ...setting, on: '2020-02-03' })), 'recorded');
    expect(alertCalled(alertsAt([...events, ...later], '2020-02-04'), 'due-soon.obligation.iec.E14').since).toBe('2020-01-31');
  });
  test.each([
    ['of a rule there is not', { rule: 'otra' }, { kind: 'rule-unknown', rule: 'otra' }],
    ['of a rule that compares with no number', { rule: 'overdue' }, { kind: 'no-threshold', rule: 'overdue' }],
    ['below its bounds', { value: 0 }, { kind: 'threshold-out-of-bounds' }],
    ['above its bounds', { value: 61 }, { kind: 'threshold-out-of-bounds' }],
    ['that is no whole number', { value: Number.NaN }, { kind: 'threshold-out-of-bounds' }],
    ['that is in force already', { value: 7 }, { kind: 'threshold-same', value: 7 }],
    ['without a reason', { reason: ' ' }, { kind: 'reason-missing' }],
  ])('%s is refused', (_, changed, error) => {
    expect(setThreshold(worldOn(events), { ...setting, ...changed })).toMatchObject({ ok: false, error });
  });
  test('before the last time it was set is refused', () => {
    const set = must(eventsOf(setThreshold(worldOn(events), setting)), 'recorded');
    expect(setThreshold(worldOn([...events, ...set]), { ...setting, on: '2020-01-19', value: 3 })).toEqual({
      ok: false,
      error: { kind: 'before-last-decision', on: '2020-01-19', last: '2020-01-20' },
    });
  });
});

const eventsOf = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T | undefined =>
  result.ok ? result.value : undefined;
