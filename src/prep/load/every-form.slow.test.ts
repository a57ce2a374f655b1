import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { runChecks } from '../checks/run.ts';
import { recompute } from '../totals/recompute.ts';
import { families } from './test-families.ts';
import { loaded, rowsOf, withPrep } from './test-files.ts';
import { bytesOf, type Form, forms } from './test-forms.ts';

/** Whatever a publisher chooses, the same twelve actas come out, the totals reconcile and nothing is found. */
async function readsWhole(form: Form): Promise<void> {
  await withPrep(async (prep) => {
    const family = must(families[form.family], form.family);
    const cut = await loaded(prep, bytesOf(form), family.file);
    expect(cut.faults.filter((one) => one.severity !== 'note').map((one) => `${one.code} ${one.what.en}`)).toEqual([]);
    expect(cut.voteColumns).toEqual(family.votes);
    expect(cut.cutAt).toBe('2024-06-03T20:00:00-06:00');
    expect(cut.detected.election.value).toBe(family.election);
    expect(await rowsOf(prep, 'select status, count(*)::int from acta group by all order by 1')).toEqual([
      ['counted', 8],
      ['not-counted', 2],
      ['not-captured', 1],
      ['out-of-catalogue', 1],
    ]);
    const { comparisons } = await recompute(prep, cut);
    expect(comparisons.filter((one) => one.kind !== 'equal')).toEqual([]);
    expect(comparisons).toHaveLength(form.totals === 'ten' ? 10 : 13);
    const findings = await runChecks(prep, cut);
    expect(findings.filter((one) => one.severity !== 'note').map((one) => `${one.check} ${one.saw} / ${one.expected}`)).toEqual([]);
  });
}

test.each(Object.keys(families))('the columns of %s', async (family) => {
  await readsWhole({ ...forms.plain, family });
});

test('whatever a publisher chooses of delimiter, encoding, line ends, quoting, keys, dates and figures, a clean cut is read whole and found clean', async () => {
  await fc.assert(fc.asyncProperty(fc.record(forms.any), readsWhole), {
    numRuns: Number(process.env.RUNS ?? 60),
    seed: Number(process.env.SEED ?? 7),
    endOnFailure: true,
  });
}, 60_000);
