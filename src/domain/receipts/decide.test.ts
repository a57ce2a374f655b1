import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import type { Subject } from '../../core/subject.ts';
import { recordShown } from './decide.ts';
import { type Means, means, type NewReceiptEvent, type ReceiptEvent, receiptEvents } from './events.ts';
import { type ReceiptsState, receiptsFold } from './state.ts';
import { informedOf, subjectsShown, wasShown, wasShownBy } from './views.ts';

const ana = { office: 'consejeria', person: 'persona-ana-0001' };
const leo = { office: 'representacion-partido', person: 'persona-leo-0003' };
const on = '2020-10-12';
const report: Subject = 'report:prep-2020-10-11';
const obligation: Subject = 'obligation:ieeh/E14';
const at = (minute: number) => `2020-10-12T16:${String(minute).padStart(2, '0')}:00.000Z`;
const shown = (by: typeof ana, how: Means, ...subjects: readonly (readonly [Subject, string])[]) =>
  ({
    type: 'SubjectsShown',
    on,
    by,
    data: { means: how, shown: subjects.map(([subject, when]) => ({ subject, at: when })) },
  }) satisfies NewReceiptEvent;
const folded = (...events: readonly NewReceiptEvent[]) => stateAfter<ReceiptsState, ReceiptEvent>(receiptsFold, events);

describe('recording what was shown', () => {
  const { given } = scenario(receiptsFold, recordShown);

  test('to somebody for the first time says who, what, by what and when', () => {
    const event = shown(ana, 'page', [report, at(1)]);
    const state = given()
      .when({ on, by: ana, means: 'page', shown: [{ subject: report, at: at(1) }] })
      .thenRecords(event);
    expect(receiptEvents.SubjectsShown.safeParse(event.data).success).toBe(true);
    expect(informedOf(state, report)).toEqual([{ ...ana, first: at(1), receipts: [{ ...ana, means: 'page', at: at(1), seq: 1 }] }]);
  });
  test('a second time by the same means records nothing', () => {
    given(shown(ana, 'page', [report, at(1)]))
      .when({ on, by: ana, means: 'page', shown: [{ subject: report, at: at(9) }] })
      .thenRecords();
  });
  test('by another means is another receipt', () => {
    given(shown(ana, 'page', [report, at(1)]))
      .when({ on, by: ana, means: 'download', shown: [{ subject: report, at: at(9) }] })
      .thenRecords(shown(ana, 'download', [report, at(9)]));
  });
  test('to another person, or to the same person in another office, is another receipt', () => {
    const first = shown(ana, 'page', [report, at(1)]);
    for (const by of [leo, { office: 'consejeria', person: leo.person }, { office: 'asesoria', person: ana.person }])
      given(first)
        .when({ on, by, means: 'page', shown: [{ subject: report, at: at(2) }] })
        .thenRecords(shown(by, 'page', [report, at(2)]));
  });
  test('several at once records only those that are new, and of one named twice the earlier instant', () => {
    given(shown(ana, 'page', [report, at(1)]))
      .when({
        on,
        by: ana,
        means: 'page',
        shown: [
          { subject: obligation, at: at(7) },
          { subject: report, at: at(7) },
          { subject: obligation, at: at(5) },
        ],
      })
      .thenRecords(shown(ana, 'page', [obligation, at(5)]));
  });
  test('to nobody in particular is refused', () => {
    given()
      .when({ on, by: { office: 'consejeria' }, means: 'page', shown: [{ subject: report, at: at(1) }] })
      .thenRefuses({ kind: 'nobody-in-particular', office: 'consejeria' });
  });
});

describe('who knew', () => {
  // The log learnt of Leo's page before Ana's, which was shown earlier.
  const state = folded(
    shown(leo, 'page', [report, at(5)], [obligation, at(6)]),
    shown(ana, 'download', [report, at(8)]),
    shown(ana, 'page', [report, at(2)]),
  );

  test('is told in the order in which they were shown, with each means', () => {
    expect(informedOf(state, report).map((one) => [one.office, one.first, one.receipts.map(({ means: how }) => how)])).toEqual([
      ['consejeria', at(2), ['page', 'download']],
      ['representacion-partido', at(5), ['page']],
    ]);
  });
  test('may be asked of one person in one office, who sees nobody else', () => {
    expect(informedOf(state, report, leo).map((one) => one.office)).toEqual(['representacion-partido']);
    expect(informedOf(state, obligation, ana)).toEqual([]);
    expect(informedOf(state, report, { office: 'consejeria', person: leo.person })).toEqual([]);
  });
  test('lists the matters, the one shown to somebody new latest first', () => {
    expect(subjectsShown(state)).toEqual([
      { subject: obligation, people: 1, first: at(6), last: at(6) },
      { subject: report, people: 2, first: at(2), last: at(5) },
    ]);
    expect(subjectsShown(state, ana)).toEqual([{ subject: report, people: 1, first: at(2), last: at(2) }]);
  });
  test('answers whether somebody was shown something, and by what', () => {
    expect(wasShown(state, ana, report)).toBe(true);
    expect(wasShown(state, ana, obligation)).toBe(false);
    expect(wasShownBy(state, ana, 'mail', report)).toBe(false);
    expect(wasShownBy(state, ana, 'download', report)).toBe(true);
  });
});

test('law: however views are repeated, mixed and batched, each person has one receipt a subject and means, of the first recorded instant', () => {
  const view = fc.record({
    by: fc.constantFrom(ana, leo),
    means: fc.constantFrom(...means),
    shown: fc.array(fc.record({ subject: fc.constantFrom(report, obligation), at: fc.integer({ min: 0, max: 59 }).map(at) }), {
      maxLength: 4,
    }),
  });
  fc.assert(
    fc.property(fc.array(view, { maxLength: 12 }), (views) => {
      const events: NewReceiptEvent[] = [];
      const expected = new Map<string, string>();
      for (const one of views) {
        const decided = recordShown(folded(...events), { on, ...one });
        if (!decided.ok) throw new Error(decided.error.kind);
        events.push(...decided.value);
        const own = new Map<string, string>();
        for (const { subject, at: when } of one.shown) {
          const key = `${one.by.person} ${one.means} ${subject}`;
          if (!expected.has(key) && when < (own.get(key) ?? '~')) own.set(key, when);
        }
        for (const [key, when] of own) expected.set(key, when);
      }
      const state = folded(...events);
      const found = [report, obligation].flatMap((subject) =>
        informedOf(state, subject).flatMap((one) =>
          one.receipts.map((receipt) => [`${one.person} ${receipt.means} ${subject}`, receipt.at]),
        ),
      );
      expect(found.toSorted()).toEqual([...expected].toSorted());
    }),
  );
});

test('the diagram of the README draws exactly the changes that are allowed', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const edges = [...readme.matchAll(/^ {2}(\S+) --> (\S+): (.+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);
  const worlds = { '[*]': [], shown: [shown(ana, 'page', [report, at(1)])] };
  const tries = [
    ['recordShown', 'page'],
    ['recordShown (another means)', 'mail'],
  ] as const;
  const found = Object.entries(worlds).flatMap(([from, events]) =>
    tries.flatMap(([verb, how]) => {
      const decided = recordShown(folded(...events), { on, by: ana, means: how, shown: [{ subject: report, at: at(3) }] });
      const isFirst = from === '[*]' && how !== 'page'; // the first receipt is the same edge whatever its means
      return decided.ok && decided.value.length > 0 && !isFirst ? [`${from} --> shown: ${verb}`] : [];
    }),
  );
  expect(found.toSorted()).toEqual(edges.toSorted());
});

test('a receipt of nobody in particular in the log is a broken log, and says which entry', () => {
  const nobody = { ...shown(ana, 'page', [report, at(1)]), by: { office: 'consejeria' } };
  expect(() => folded(nobody)).toThrow('event 1');
});
