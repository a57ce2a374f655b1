import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type OfficeId } from '../../core/ids.ts';
import { roles } from './events.ts';
import { grants, mayDo, officeMayDo, rights } from './rights.ts';
import { ana, auditor, by, eva, iec, ieeh, leo, liaison, secretariat, workingGroup } from './test-people.ts';

const act = { on: '2019-10-01', by };
const state = workingGroup(
  ['assign', { ...act, office: secretariat, person: ana, from: '2019-10-15', to: '2020-07-14', capacity: 'titular' }],
  ['assign', { ...act, office: secretariat, person: eva, from: '2020-02-10', to: '2020-02-14', capacity: 'suplente' }],
  ['assign', { ...act, office: liaison, person: leo, from: '2019-10-15', capacity: 'titular' }],
  ['assign', { ...act, office: auditor, person: eva, from: '2019-10-15', capacity: 'titular' }],
);
const secretary = { office: secretariat, person: ana };

describe('rights apply within the dates on which the office is held', () => {
  test.each([
    ['the day before it begins', '2019-10-14', false],
    ['the first day', '2019-10-15', true],
    ['the last day', '2020-07-14', true],
    ['the day after it ends', '2020-07-15', false],
  ])('%s (%s): %s', (_, on, allowed) => {
    const answer = mayDo(state, secretary, 'convene', on);
    expect(answer.ok).toBe(allowed);
    if (!answer.ok) expect(answer.error).toMatchObject({ kind: 'office-not-held', on });
  });

  test('a suplente has the rights of the office, within the dates named and not outside them', () => {
    const suplente = { office: secretariat, person: eva };
    expect(mayDo(state, suplente, 'plan', '2020-02-12')).toMatchObject({ ok: true, value: { capacity: 'suplente' } });
    expect(mayDo(state, suplente, 'plan', '2020-02-15')).toMatchObject({ ok: false, error: { kind: 'office-not-held' } });
  });

  test('an assignment that was ended gives no rights after its last day', () => {
    const ended = workingGroup(
      ['assign', { ...act, office: secretariat, person: ana, from: '2019-10-15', capacity: 'titular' }],
      [
        'end',
        { on: '2020-03-31', by, office: secretariat, person: ana, from: '2019-10-15', lastDay: '2020-03-31', reason: 'Fin del encargo' },
      ],
    );
    expect(mayDo(ended, secretary, 'convene', '2020-03-31').ok).toBe(true);
    expect(mayDo(ended, secretary, 'convene', '2020-04-01').ok).toBe(false);
  });

  test('holding one office gives no rights as another', () => {
    expect(mayDo(state, { office: liaison, person: ana }, 'report-progress', '2020-01-01', iec)).toMatchObject({
      error: { kind: 'office-not-held' },
    });
  });

  test('an unknown office has no rights', () => {
    const office = asId<OfficeId>('no-hay');
    expect(mayDo(state, { office, person: ana }, 'convene', '2020-01-01')).toEqual({
      ok: false,
      error: { kind: 'office-unknown', office },
    });
    expect(officeMayDo(state, office, 'convene')).toEqual({ ok: false, error: { kind: 'office-unknown', office } });
  });
});

describe('rights are those of the table', () => {
  test('a right that the table does not grant is refused, and the refusal names the right', () => {
    expect(mayDo(state, secretary, 'administer', '2020-01-01')).toMatchObject({
      error: { kind: 'right-not-granted', right: 'administer', office: { es: 'Secretaría técnica' } },
    });
  });

  test('an OPL reports on its own obligations and not on those of another OPL', () => {
    const who = { office: liaison, person: leo };
    expect(mayDo(state, who, 'report-progress', '2020-01-01', iec).ok).toBe(true);
    expect(mayDo(state, who, 'report-progress', '2020-01-01', ieeh)).toMatchObject({
      error: { kind: 'other-opl', own: 'iec', asked: 'ieeh' },
    });
    expect(mayDo(state, who, 'report-progress', '2020-01-01')).toMatchObject({ error: { kind: 'other-opl', own: 'iec' } });
  });

  test('an auditor who audits no OPL reads nothing internal of any', () => {
    const answer = mayDo(state, { office: auditor, person: eva }, 'read-internal', '2020-01-01', iec);
    expect(answer).toMatchObject({ error: { kind: 'other-opl', asked: 'iec' } });
  });

  test('the technical secretariat and the systems unit report for every OPL; nobody else does, but an OPL for its own', () => {
    const reach = roles.map((role) => [role, grants[role]['report-progress']]).filter(([, granted]) => granted);
    expect(reach).toEqual([
      ['technical-secretariat', 'all'],
      ['systems-unit', 'all'],
      ['opl', 'own-opl'],
    ]);
  });

  test('who was shown what is read of everybody by the secretariat, the chair and the councillors; whoever keeps the accounts does not', () => {
    expect(roles.filter((role) => grants[role]['read-receipts'])).toEqual(['technical-secretariat', 'chair', 'councillor']);
  });

  test('only an administrator administers, and a public reader may do nothing', () => {
    expect(roles.filter((role) => grants[role].administer)).toEqual(['administrator']);
    expect(grants['public-reader']).toEqual({});
  });

  test('law: whoever may do something as an office holds it on that day, and the office alone may do it too', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => Temporal.PlainDate.from('2019-09-01').add({ days }).toString());
    fc.assert(
      fc.property(
        fc.constantFrom(secretariat, liaison, auditor),
        fc.constantFrom(ana, eva, leo),
        fc.constantFrom(...rights),
        day,
        fc.option(fc.constantFrom(iec, ieeh), { nil: undefined }),
        (office, person, right, on, opl) => {
          const holds = state.assignments.some(
            (one) => one.office === office && one.person === person && one.from <= on && (one.to ?? '9999-12-31') >= on,
          );
          expect(mayDo(state, { office, person }, right, on, opl).ok).toBe(holds && officeMayDo(state, office, right, opl).ok);
        },
      ),
    );
  });
});
