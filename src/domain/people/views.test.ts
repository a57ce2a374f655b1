import { expect, test } from 'vitest';
import { ana, by, eva, hash, leo, liaison, secretariat, workingGroup } from './test-people.ts';
import {
  hashOf,
  historyOf,
  holdersOf,
  officeName,
  officeOf,
  officesHeldBy,
  officesOf,
  officesWithRole,
  organisationOf,
  organisationsOf,
} from './views.ts';

const act = { on: '2019-10-01', by };
const state = workingGroup(
  ['assign', { ...act, office: secretariat, person: eva, from: '2019-10-15', to: '2019-12-31', capacity: 'suplente' }],
  ['assign', { ...act, office: secretariat, person: ana, from: '2019-10-15', to: '2020-07-14', capacity: 'titular' }],
  ['assign', { ...act, office: secretariat, person: leo, from: '2020-07-15', capacity: 'titular' }],
  ['assign', { ...act, office: liaison, person: ana, from: '2020-01-01', capacity: 'suplente' }],
  ['end', { ...act, office: secretariat, person: leo, from: '2020-07-15', lastDay: '2019-10-01', reason: 'Sin efecto' }],
);
const persons = (list: readonly { person: string }[]) => list.map((one) => one.person);

test('the titular of the day comes first, then the suplentes', () => {
  expect(persons(holdersOf(state, secretariat, '2019-10-15'))).toEqual([ana, eva]);
  expect(persons(holdersOf(state, secretariat, '2020-01-01'))).toEqual([ana]);
});

test('an office is vacant outside every assignment, and one revoked before it began never fills it', () => {
  expect(holdersOf(state, secretariat, '2019-10-14')).toEqual([]);
  expect(holdersOf(state, secretariat, '2020-07-15')).toEqual([]);
});

test('a person may choose among the offices held on that day', () => {
  const on = (day: string) => officesHeldBy(state, ana, day).map(({ office, assignment }) => [office.id, assignment.capacity]);
  expect(on('2019-12-31')).toEqual([[secretariat, 'titular']]);
  expect(on('2020-01-01')).toEqual([
    [secretariat, 'titular'],
    [liaison, 'suplente'],
  ]);
  expect(on('2019-10-14')).toEqual([]);
});

test('the history of an office keeps what was revoked, with the reason', () => {
  expect(historyOf(state, secretariat).map((one) => [one.person, one.to, one.ended])).toEqual([
    [eva, '2019-12-31', undefined],
    [ana, '2020-07-14', undefined],
    [leo, '2019-10-01', 'Sin efecto'],
  ]);
});

test('organisations, offices and persons are found by their keys, in the order they were registered', () => {
  expect(organisationsOf(state).map((one) => one.acronym)).toEqual(['INE', 'IEC']);
  expect(organisationOf(state, 'iec')?.kind).toBe('opl');
  expect(officesOf(state).map((one) => one.id)).toEqual(['secretaria-tecnica', 'enlace-iec', 'auditor']);
  expect(officesWithRole(state, 'opl').map((one) => one.opl)).toEqual(['iec']);
  expect(officeOf(state, 'no-hay')).toBeUndefined();
  expect(hashOf(state, ana)).toBe(hash);
});

test('an office this ledger does not know is shown by its id', () => {
  expect(officeName(state, secretariat).es).toBe('Secretaría técnica');
  expect(officeName(state, 'instalacion')).toEqual({ es: 'instalacion', en: 'instalacion' });
});
