import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stamped, stateAfter } from '../../../test/given.ts';
import { must } from '../../core/result.ts';
import { moveElectionDay, suspendProcess } from '../process/decide.ts';
import { type NewProcessEvent, processEvents } from '../process/events.ts';
import { agreed, by, said, under } from '../process/test-process.ts';
import { electionDayOf, type OpenProcess, suspensionOn } from '../process/views.ts';
import { advanceObligation, openReporting, type PlanContext, planAdoption, possibleSteps } from './decide.ts';
import { type NewPlanEvent, planEvents } from './events.ts';
import { steps } from './state.ts';
import { type AnyEvent, adopted, adoption, contextFold, obligation } from './test-plan.ts';
import { changesBetween, type Item, isOpen, limitOf, matrixOf, planInForce, statuses, tally } from './views.ts';

type Told = NewProcessEvent | NewPlanEvent;
type Ask = (
  context: PlanContext,
  on: string,
) => { readonly ok: true; readonly value: readonly Told[] } | { readonly ok: false; readonly error: unknown };

const start = Temporal.PlainDate.from('2019-10-01');
/** Few enough days that steps, suspensions, plans and due dates collide. */
const date = fc.integer({ min: 0, max: 120 }).map((days) => start.add({ days }).toString());
const agreement = agreed('INE/CG1/2020');
const reason = said('Motivo');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Three obligations with dates of any order: without a day to send it, with one, and a milestone. */
const obligations = fc
  .tuple(date, date, fc.nat(10), date)
  .map(([e14, e15, days, m02]) => [
    obligation('E14', { due: e14 }),
    obligation('E15b', { due: e15, sendBy: Temporal.PlainDate.from(e15).add({ days }).toString() }),
    obligation('M02', { due: m02, kind: 'milestone' }),
  ]);
const omissions = fc.constantFrom([], [{ opl: 'iec', codes: ['E14'] }], [{ opl: 'ieeh', codes: ['M02', 'E15b'] }]);
const opl = fc.constantFrom('iec', 'ieeh');
const jornada = fc.integer({ min: 130, max: 800 }).map((days) => start.add({ days }).toString());
const key = fc.constantFrom('E14', 'E15b', 'M02');

const dayInForce = (process: PlanContext['process']) =>
  process.kind === 'open' ? must(electionDayOf(process), 'it is fixed').jornada : '';
/** A verb that may follow, by its place among those that may. */
const advance = fc.tuple(fc.nat(5), opl, key, optional(fc.nat(20))).map(
  ([place, one, which, age]): Ask =>
    (context, on) => {
      const possible = possibleSteps(context.plan, one, which);
      const effectiveDate = age === undefined ? {} : { effectiveDate: Temporal.PlainDate.from(on).subtract({ days: age }).toString() };
      const verb = possible[place % Math.max(1, possible.length)] ?? 'start';
      return advanceObligation(context, { on, by, step: verb, opl: one, key: which, note: reason, ...effectiveDate });
    },
);
const silentAsk: fc.Arbitrary<Ask> = fc.oneof(
  { weight: 8, arbitrary: advance },
  { weight: 1, arbitrary: fc.constant<Ask>(({ process }, on) => suspendProcess(process, { on, by, agreement, reason })) },
  {
    weight: 1,
    arbitrary: jornada.map(
      (day): Ask =>
        ({ process }, on) =>
          moveElectionDay(process, { on, by, jornada: day, agreement, reason }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(obligations, omissions).map(
      ([list, left]): Ask =>
        (context, on) =>
          planAdoption(context, { ...adoption(list, dayInForce(context.process), 'INE/CG1/2020', left), on, by }),
    ),
  },
);
const report = opl.map(
  (one): Ask =>
    (context, on) =>
      openReporting(context, { on, by, opl: one }),
);
const ask = fc.oneof({ weight: 8, arbitrary: silentAsk }, { weight: 1, arbitrary: report });

type Dated = { readonly ask: Ask; readonly on: string };
/** Things are asked for mostly in the order in which they happened, and one in five is recorded late. */
const asksOf = (each: fc.Arbitrary<Ask>) =>
  fc.array(fc.tuple(each, date, fc.nat(4)), { minLength: 10, maxLength: 40, size: 'max' }).map((list): readonly Dated[] => {
    const days = list.map(([, on]) => on).toSorted();
    return list.map(([one, on, turn], index) => ({ ask: one, on: turn === 0 ? on : must(days[index], 'there is a day for each') }));
  });

/** What the log holds after these were asked for one after the other, and the state that grew with it. */
function recorded(asks: readonly Dated[], before: readonly Told[]): { readonly log: readonly Told[]; readonly grown: PlanContext } {
  const log = [...before];
  let grown = stateAfter<PlanContext, AnyEvent>(contextFold, log);
  for (const { ask: asked, on } of asks) {
    const decision = asked(grown, on);
    if (!decision.ok) continue;
    grown = stamped<AnyEvent>(decision.value, log.length + 1).reduce(contextFold.evolve, grown);
    log.push(...decision.value);
  }
  return { log, grown };
}
/** A process with a plan, and whatever is asked for afterwards. */
const historyOf = (each: fc.Arbitrary<Ask>) =>
  fc
    .tuple(obligations, omissions, asksOf(each))
    .map(([list, left, asks]) => recorded(asks, [...under, adopted(adoption(list, '2020-06-07', 'INE/CG433/2019', left))]));
const history = historyOf(ask);
const reported = history.map(({ log }) =>
  recorded([], [...log.slice(0, 4), ...(['iec', 'ieeh'] as const).map(fromStart), ...log.slice(4)]),
);
const fromStart = (one: string): Told => ({ type: 'ReportingOpened', on: '2019-09-30', by, data: { opl: one } });

const openOf = (context: PlanContext): OpenProcess => {
  if (context.process.kind === 'absent') throw new Error('every history opens its process');
  return context.process;
};
const asOf = (log: readonly Told[], day: string): PlanContext =>
  stamped<AnyEvent>(log)
    .filter((event) => event.on <= day)
    .reduce(contextFold.evolve, contextFold.initial());
const itemsOn = (log: readonly Told[], day: string): readonly Item[] => {
  const context = asOf(log, day);
  return matrixOf(openOf(context), context.plan, day).flatMap((row) => row.items);
};
const isLate = ({ status }: Item): boolean => status === 'overdue' || status === 'concluded-late';
const nameOf = ({ opl: of, obligation: which }: Item): string => `${of.id} ${which.key}`;
/** An item without the log's own numbers. */
const told = (item: Item) => [
  nameOf(item),
  item.status,
  item.daysLate,
  item.obligation.due,
  item.progress.map((one) => [one.step, one.on]),
];
const latest = (days: readonly string[]): string => must(days.toSorted().at(-1), 'there is a day');
const numRuns = 150;

describe('laws of the plan and its statuses', () => {
  test('replay equals incremental: what the log reads back gives the state that grew with it', () => {
    fc.assert(
      fc.property(history, ({ log, grown }) => {
        const read: Told[] = JSON.parse(JSON.stringify(log));
        for (const event of read) ({ ...processEvents, ...planEvents })[event.type].parse(event.data);
        expect(stateAfter<PlanContext, AnyEvent>(contextFold, read)).toEqual(grown);
      }),
    );
  });

  test('no information is never late: an OPL that does not deliver through Atalaya is never overdue', () => {
    fc.assert(
      fc.property(historyOf(silentAsk), date, ({ log }, day) => {
        expect(itemsOn(log, day).filter((item) => item.status === 'overdue')).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('as-of never looks ahead: what happens later changes no earlier view', () => {
    fc.assert(
      fc.property(history, asksOf(ask), date, ({ log }, asks, day) => {
        const later = recorded(asks, log).log.slice(log.length);
        const happened = [...log, ...later.filter((event) => event.on > day)];
        expect(itemsOn(happened, day)).toEqual(itemsOn(log, day));
      }),
    );
  });

  test('the order in which the log learnt things changes no view: only the days on which they happened', () => {
    fc.assert(
      fc.property(history, date, ({ log }, day) => {
        const inOrder = log.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
        expect(itemsOn(inOrder, day).map(told)).toEqual(itemsOn(log, day).map(told));
      }),
      { numRuns },
    );
  });

  test('every day has its view: the steps known on a day follow one another as the diagram says', () => {
    fc.assert(
      fc.property(history, date, ({ log }, day) => {
        const replayed = log.filter((event) => event.on <= day);
        for (const item of itemsOn(log, day)) {
          const seen = item.progress.map((one) => one.on);
          expect(seen).toEqual(seen.toSorted());
          expect(item.progress.length === 0 || ['start', 'deliver', 'conclude', 'exempt'].includes(item.progress[0]?.step ?? '')).toBe(
            true,
          );
          const recordedOf = replayed.filter(
            ({ type, data }) => type in stepTypes && 'opl' in data && 'key' in data && nameOf(item) === `${data.opl} ${data.key}`,
          );
          expect(item.progress).toHaveLength(recordedOf.length);
        }
      }),
    );
  });

  test('a suspended day is never overdue', () => {
    fc.assert(
      fc.property(reported, date, ({ log }, day) => {
        if (!suspensionOn(openOf(asOf(log, day)), day)) return;
        expect(itemsOn(log, day).filter((item) => item.status === 'overdue')).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('while election day has moved and no plan has been adopted for it, its later dates are not overdue', () => {
    fc.assert(
      fc.property(reported, date, ({ log }, day) => {
        const { process, plan } = asOf(log, day);
        const fixed = must(electionDayOf(openOf({ process, plan })), 'it is fixed');
        if (planInForce(plan)?.jornada === fixed.jornada) return;
        expect(itemsOn(log, day).filter((item) => item.status === 'overdue')).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('a new plan moves what is open and invents no lateness, on the day it is adopted or for dates before it', () => {
    fc.assert(
      fc.property(reported, date, obligations, date, ({ log }, on, list, later) => {
        const day = latest([on, ...log.map((event) => event.on)]);
        const before = itemsOn(log, day);
        const { process, plan } = asOf(log, day);
        const moved = moveElectionDay(process, { on: day, by, jornada: '2022-06-05', agreement, reason });
        const replanned = [...log, ...(moved.ok ? moved.value : [])];
        const adoption2 = planAdoption(
          { process: asOf(replanned, day).process, plan },
          { ...adoption(list, '2022-06-05', 'INE/CG2/2020'), on: day, by },
        );
        expect([moved.ok, adoption2.ok]).toEqual([true, true]);
        const whole = [...replanned, ...(adoption2.ok ? adoption2.value : [])];
        const wasLate = new Map(before.filter(isLate).map((item) => [nameOf(item), item.daysLate]));
        for (const item of itemsOn(whole, day)) {
          if (isLate(item)) expect(wasLate.get(nameOf(item))).toBe(item.daysLate);
          if (isOpen(item.status)) expect(list.map((one) => one.due)).toContain(item.obligation.due);
        }
        for (const item of itemsOn(whole, latest([day, later])))
          if (item.status === 'overdue') expect(item.obligation.due >= day).toBe(true);
      }),
      { numRuns },
    );
  });

  test('what is concluded stays as it was judged, whatever is decided afterwards', () => {
    fc.assert(
      fc.property(history, date, date, ({ log }, one, other) => {
        const [early, late] = [one, other].toSorted() as [string, string]; // two of two
        const then = new Map(itemsOn(log, early).map((item) => [nameOf(item), item]));
        for (const item of itemsOn(log, late)) {
          const was = then.get(nameOf(item));
          if (was && !isOpen(was.status)) expect([item.status, item.daysLate]).toEqual([was.status, was.daysLate]);
        }
      }),
      { numRuns },
    );
  });

  test('nobody is overdue before the last day to hand it in has passed, and only what is late has days of lateness', () => {
    fc.assert(
      fc.property(reported, date, ({ log }, day) => {
        for (const item of itemsOn(log, day)) {
          if (item.status === 'overdue') expect(limitOf(item.obligation) < day && !item.omitted).toBe(true);
          expect(item.daysLate > 0).toBe(isLate(item));
        }
      }),
      { numRuns },
    );
  });

  test('an OPL is overdue only for what fell due since it has delivered through Atalaya and since the plan was adopted', () => {
    fc.assert(
      fc.property(history, date, ({ log }, day) => {
        const { plan } = asOf(log, day);
        for (const item of itemsOn(log, day).filter((one) => one.status === 'overdue')) {
          const since = [plan.reportingSince.get(item.opl.id), planInForce(plan)?.on];
          expect(since.every((from) => from !== undefined && from <= item.obligation.due)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a tally counts every item once', () => {
    fc.assert(
      fc.property(history, date, ({ log }, day) => {
        const items = itemsOn(log, day);
        const counts = tally(items);
        for (const status of statuses) expect(counts[status]).toBe(items.filter((item) => item.status === status).length);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(items.length);
      }),
    );
  });

  test('nothing changes between a reading and itself; between two, each obligation is told at most once', () => {
    fc.assert(
      fc.property(history, date, date, ({ log }, one, other) => {
        const [before, now] = [itemsOn(log, one), itemsOn(log, other)];
        expect(changesBetween(now, now)).toEqual([]);
        const changes = changesBetween(before, now).map(({ item }) => nameOf(item));
        expect(new Set(changes).size).toBe(changes.length);
      }),
    );
  });
});

const stepTypes: Readonly<Record<string, true>> = Object.fromEntries(Object.values(steps).map((type) => [type, true]));
