import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../../core/result.ts';
import { computeObligations, type Obligation } from './compute.ts';
import { shippedNorm } from './test-norms.ts';

const norms = { 2016: shippedNorm('anexo13-2016'), 2021: shippedNorm('anexo13-2021') };
const version = fc.constantFrom(2016 as const, 2021 as const);
const jornada = fc.integer({ min: 0, max: 40_000 }).map((n) => Temporal.PlainDate.from('1995-01-01').add({ days: n }).toString());
const answers = fc.dictionary(fc.constantFrom('tercero', 'ccv', 'difusores'), fc.boolean());
type Given = readonly [version: 2016 | 2021, jornada: string, answers: Readonly<Record<string, boolean>>];

const plan = ([which, day, given]: Given): readonly Obligation[] => computeObligations(norms[which], Temporal.PlainDate.from(day), given);
/** Holds for any norm, election day and answers: `broken` lists the keys that break it. */
const holds = (broken: (all: readonly Obligation[], day: Temporal.PlainDate) => readonly string[]): void =>
  fc.assert(
    fc.property(version, jornada, answers, (...given) => {
      expect(broken(plan(given), Temporal.PlainDate.from(given[1]))).toEqual([]);
    }),
  );
const keysOf = (all: readonly Obligation[], breaks: (one: Obligation) => boolean) => all.filter(breaks).map((one) => one.key);

describe('laws of the plan, for any election day', () => {
  it('a later election day never brings a date forward', () => {
    fc.assert(
      fc.property(version, jornada, fc.nat(500), (which, day, later) => {
        const before = plan([which, day, {}]);
        const after = plan([which, Temporal.PlainDate.from(day).add({ days: later }).toString(), {}]);
        // A month's report changes its rule when it stops being the last: they are compared in order, first with first.
        const other = (index: number) => must(after[index], 'both plans have the same rows');
        expect(after.map((one) => one.code)).toEqual(before.map((one) => one.code));
        const earlier = before.filter(
          (one, i) =>
            other(i).due < one.due ||
            (other(i).sendBy ?? '') < (one.sendBy ?? '') ||
            (other(i).window?.from ?? '') < (one.window?.from ?? ''),
        );
        expect(earlier.map((one) => one.key)).toEqual([]);
      }),
    );
  });

  it('a draft falls before its final text, which depends on it', () => {
    expect(plan([2021, '2020-06-07', {}]).filter((one) => one.draftOf !== undefined)).toHaveLength(13);
    holds((all) =>
      keysOf(all, (draft) => {
        if (draft.draftOf === undefined) return false;
        const final = all.find((one) => one.code === draft.draftOf);
        return final === undefined || draft.due >= final.due || !final.dependsOn.includes(draft.code);
      }),
    );
  });

  it('a window opens no later than the date, and sending comes after it', () => {
    holds((all) => keysOf(all, (one) => (one.window?.from ?? '') > one.due || (one.sendBy !== undefined && one.sendBy <= one.due)));
  });

  it('every obligation has its citation and its confirmation, the same in its explanation', () => {
    const known: readonly string[] = ['seen', 'computed', 'to-confirm'];
    holds((all) =>
      keysOf(
        all,
        ({ citation, confirmation, explanation }) =>
          citation === '' ||
          !known.includes(confirmation) ||
          explanation.citation !== citation ||
          explanation.confirmation !== confirmation,
      ),
    );
  });

  it('an explanation goes from election day to the due date', () => {
    holds((all, day) =>
      keysOf(all, ({ due, explanation: { steps } }) => steps[0]?.result !== day.toString() || steps.at(-1)?.result !== due),
    );
  });

  it('there are nine monthly reports, month by month, and the last covers the month before election day', () => {
    fc.assert(
      fc.property(version, jornada, (which, day) => {
        const month = Temporal.PlainDate.from(day).toPlainYearMonth();
        const expected = Array.from({ length: 9 }, (_, i) => month.subtract({ months: 9 - i }).toString());
        expect(plan([which, day, {}]).flatMap((one) => one.period ?? [])).toEqual(expected);
      }),
    );
  });

  it('no key comes twice, and what a row depends on is in the plan', () => {
    holds((all) => {
      const codes = new Set(all.map((one) => one.code));
      expect(new Set(all.map((one) => one.key)).size).toBe(all.length);
      return keysOf(all, (one) => !one.dependsOn.every((code) => codes.has(code)));
    });
  });

  it('a day that is not a Sunday is always warned of, a Sunday never', () => {
    holds((all, day) => keysOf(all, (one) => (one.explanation.caution?.en.includes('not on a Sunday') ?? false) !== (day.dayOfWeek !== 7)));
  });

  it('the same norm, day and answers give the same plan', () => {
    fc.assert(
      fc.property(version, jornada, answers, (...given) => {
        expect(plan(given)).toEqual(plan(given));
      }),
      { numRuns: 20 },
    );
  });
});
