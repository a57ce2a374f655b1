import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap, overlaps, runStart, type Span, without } from './spans.ts';

const dayOf = (n: number) => Temporal.PlainDate.from('2020-01-01').add({ days: n }).toString();
const span: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }))
  .map(([from, length]) => ({ from: dayOf(from), ...(length === undefined ? {} : { to: dayOf(from + length) }) }));
const spans = fc.array(span, { maxLength: 5 });
const all = Array.from({ length: 45 }, (_, n) => dayOf(n));
/** Day by day: the slow way that cannot be wrong. */
const has = (some: readonly Span[], day: string) => some.some(({ from, to }) => from <= day && (to === undefined || day < to));

describe('days', () => {
  test('of a frame, of an overlap and without gaps are those that counting day by day gives', () => {
    fc.assert(
      fc.property(spans, spans, span, (some, gaps, frame) => {
        for (const day of all) {
          expect(has(overlaps(some, frame), day)).toBe(has(some, day) && has([frame], day));
          expect(has(without(some, gaps), day)).toBe(has(some, day) && !has(gaps, day));
        }
      }),
    );
  });
  test('run on without a break from the first one that counting back from a day finds', () => {
    fc.assert(
      fc.property(spans, (some) => {
        for (const [n, day] of all.entries()) {
          let first = n;
          while (first >= 0 && has(some, dayOf(first))) first -= 1;
          expect(runStart(some, day)).toBe(has(some, day) ? dayOf(first + 1) : undefined);
        }
      }),
    );
  });
  test('two spans that only touch are one run, and a span that is empty has no days', () => {
    const touching = [
      { from: '2020-01-01', to: '2020-01-05' },
      { from: '2020-01-05', to: '2020-01-09' },
    ];
    expect(runStart(touching, '2020-01-08')).toBe('2020-01-01');
    expect(overlap({ from: '2020-01-05' }, { from: '2020-01-01', to: '2020-01-05' })).toBeUndefined();
  });
});
