import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import type { NewProcessEvent } from './events.ts';
import { processFold } from './state.ts';
import { fact, fixed, moved, opened, suspended, under } from './test-process.ts';
import { daysToJornada, decisionsBetween, electionDayOf, factsBetween, factsOf, type OpenProcess, oplOf, suspensionOn } from './views.ts';

function processAfter(...events: readonly NewProcessEvent[]): OpenProcess {
  const state = stateAfter(processFold, events);
  if (state.kind === 'absent') throw new Error('these events open no process');
  return state;
}
const whole = processAfter(...under, suspended(), moved());

describe('election day', () => {
  test('is that of the last act, with the agreement that fixed it', () => {
    expect(electionDayOf(whole)).toMatchObject({ jornada: '2020-10-18', on: '2020-07-30', agreement: { name: 'INE/CG170/2020' } });
  });
  test('is not known while nobody has fixed it', () => {
    expect(electionDayOf(processAfter(opened))).toBeUndefined();
  });
  test.each([
    ['2020-10-11', 7],
    ['2020-10-18', 0],
    ['2020-10-19', -1],
  ])('seen from %s is %d days away', (day, days) => {
    expect(daysToJornada('2020-10-18', day)).toBe(days);
  });
});

describe('a suspension', () => {
  test.each([
    ['2020-03-31', undefined],
    ['2020-04-01', '2020-04-01'],
    ['2020-07-29', '2020-04-01'],
    ['2020-07-30', undefined],
  ])('on %s: %s, from its act up to, not including, the act that ends it', (day, from) => {
    expect(suspensionOn(whole, day)?.from).toBe(from);
  });
  test('that nobody has ended covers every later day', () => {
    expect(suspensionOn(processAfter(...under, suspended()), '2030-01-01')?.agreement.name).toBe('INE/CG83/2020');
  });
  test('leaves an earlier one closed as it was', () => {
    const twice = processAfter(...under, suspended('2020-02-01'), moved('2020-06-14', '2020-03-01'), suspended(), moved());
    expect(twice.suspensions.map(({ from, to }) => [from, to])).toEqual([
      ['2020-02-01', '2020-03-01'],
      ['2020-04-01', '2020-07-30'],
    ]);
  });
});

describe('facts', () => {
  const known = processAfter(
    ...under,
    fact('2020-02-02', 'ieeh'),
    fact('2020-01-01'),
    fact('2020-01-01', 'iec'),
    fact('2020-03-03', 'iec'),
  );
  const told = (facts: ReturnType<typeof factsOf>) => facts.map((one) => `${one.on} ${one.opl ?? 'todos'}`);
  test('are told oldest first, those of one day as they were recorded', () => {
    expect(told(factsOf(known))).toEqual(['2020-01-01 todos', '2020-01-01 iec', '2020-02-02 ieeh', '2020-03-03 iec']);
  });
  test('of one OPL come with those of the whole process', () => {
    expect(told(factsOf(known, 'iec'))).toEqual(['2020-01-01 todos', '2020-01-01 iec', '2020-03-03 iec']);
  });
  test('of a period begin after its first day and end with its last', () => {
    expect(told(factsBetween(known, '2020-01-01', '2020-03-03'))).toEqual(['2020-02-02 ieeh', '2020-03-03 iec']);
  });
});

describe('decisions on the process', () => {
  const kinds = (from: string, to: string) => decisionsBetween(whole, from, to).map((one) => `${one.on} ${one.kind}`);
  test('are told oldest first, each with its agreement', () => {
    expect(kinds('2019-01-01', '2020-12-31')).toEqual([
      '2019-09-30 election-day-set',
      '2020-04-01 suspended',
      '2020-07-30 election-day-moved',
    ]);
  });
  test('of a period begin after its first day and end with its last', () => {
    expect(kinds('2019-09-30', '2020-04-01')).toEqual(['2020-04-01 suspended']);
    expect(kinds('2020-07-30', '2020-12-31')).toEqual([]);
  });
  test('of one day keep the order fixed, suspended', () => {
    const sameDay = processAfter(opened, fixed(), suspended('2019-09-30'));
    expect(decisionsBetween(sameDay, '2019-01-01', '2019-12-31').map((one) => one.kind)).toEqual(['election-day-set', 'suspended']);
  });
});

test('an OPL is found by its id, and one that did not join is not', () => {
  expect(oplOf(whole, 'ieeh')?.acronym).toBe('IEEH');
  expect(oplOf(whole, 'iecm')).toBeUndefined();
});
