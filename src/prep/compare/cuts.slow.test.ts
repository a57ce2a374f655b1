import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { compareCuts, openSeries } from './cuts.ts';
import { run } from './query.ts';
import { addCut, type SampleActa, type SampleCut, sampleCuts } from './sample-tables.ts';

const at = (time: string) => `2024-06-02T${time}:00-06:00`;
const acta = (key: string, votes: readonly (number | string)[], more: Partial<SampleActa> = {}): SampleActa => ({
  key,
  votes,
  section: key.charCodeAt(0),
  ...more,
});
const pending = (key: string) => acta(key, ['dash', 'dash'], { status: 'not-captured' });

/** The findings of one election whose cuts came out every fifteen minutes, by check, with the cut, the count and the correction. */
async function night(...cuts: readonly SampleCut[]) {
  const sample = await sampleCuts(
    ...cuts.map((cut, i) => ({
      cutAt: Temporal.PlainDateTime.from('2024-06-02T20:00')
        .add({ minutes: 15 * i })
        .toString(),
      ...cut,
    })),
  );
  const [result] = await compareCuts(sample.connection, sample.cuts);
  sample.connection.closeSync();
  return must(result, 'one election').findings;
}
const brief = (findings: Awaited<ReturnType<typeof night>>) =>
  findings.map(({ check, cut, count, correctedIn }) => ({ check, cut, count, correctedIn }));

test('a night in which actas only arrive has no finding', async () => {
  const findings = await night(
    { actas: [pending('A'), pending('B')], totals: { captured: 0 } },
    { actas: [acta('A', [3, 4]), pending('B')], totals: { captured: 1 } },
    { actas: [acta('A', [3, 4]), acta('B', [1, 1], { status: 'not-counted' })], totals: { captured: 2 } },
  );
  expect(findings).toEqual([]);
});

test('a changed vote stays on record when a later cut corrects it: corrected in cut 4', async () => {
  const [before, after] = [{ actas: [acta('A', [30, 4]), pending('B')] }, { actas: [acta('A', [28, 4]), pending('B')] }];
  const findings = await night(
    before,
    after,
    { actas: [acta('A', [28, 4]), acta('B', [1, 1])] },
    { actas: [acta('A', [30, 4]), acta('B', [1, 1])] },
  );
  expect(brief(findings)).toEqual([{ check: 'vote-changed', cut: 2, count: 1, correctedIn: 4 }]);
  expect(findings[0]?.offences).toEqual([
    { row: 1, subject: 'A02', saw: 'P1 = 28, calculated = 32', expected: 'P1 = 30, calculated = 34', correctedIn: 4 },
  ]);
});

test('a vote changed and changed again is two findings, neither corrected', async () => {
  const findings = await night({ actas: [acta('A', [30, 4])] }, { actas: [acta('A', [28, 4])] }, { actas: [acta('A', [27, 4])] });
  expect(brief(findings)).toEqual([
    { check: 'vote-changed', cut: 2, count: 1, correctedIn: null },
    { check: 'vote-changed', cut: 3, count: 1, correctedIn: null },
  ]);
});

test('an acta gone and returned as it was is corrected; returned with other votes is a finding of its own', async () => {
  const whole = { actas: [acta('A', [3, 4]), acta('B', [5, 6])] };
  const without = { actas: [acta('A', [3, 4])] };
  expect(brief(await night(whole, without, whole))).toEqual([{ check: 'acta-gone', cut: 2, count: 1, correctedIn: 3 }]);
  expect(brief(await night(whole, without, { actas: [acta('A', [3, 4]), acta('B', [9, 6])] }))).toEqual([
    { check: 'acta-gone', cut: 2, count: 1, correctedIn: 3 },
    { check: 'acta-returned-changed', cut: 3, count: 1, correctedIn: null },
  ]);
});

test('an acta that goes back to not captured and returns with other votes is told twice', async () => {
  const findings = await night({ actas: [acta('A', [3, 4])] }, { actas: [pending('A')] }, { actas: [acta('A', [4, 3])] });
  expect(brief(findings)).toEqual([
    { check: 'status-back', cut: 2, count: 1, correctedIn: 3 },
    { check: 'acta-returned-changed', cut: 3, count: 1, correctedIn: null },
  ]);
});

test('an acta not counted at first and counted later has gone forward', async () => {
  const findings = await night({ actas: [acta('A', [3, 4], { status: 'not-counted' })] }, { actas: [acta('A', [3, 4])] });
  expect(findings).toEqual([]);
});

test('a published total that falls and recovers is corrected; one that does not is open', async () => {
  const totals = (captured: number, counted: number) => ({ actas: [], totals: { captured, counted } });
  const findings = await night(totals(10, 9), totals(8, 7), totals(11, 8));
  expect(brief(findings)).toEqual([{ check: 'total-fell', cut: 2, count: 2, correctedIn: null }]);
  expect(findings[0]?.offences.map(({ subject, correctedIn }) => [subject, correctedIn])).toEqual([
    ['captured', 3],
    ['counted', null],
  ]);
});

test('the catalogue is constant: an acta that appears and a changed lista nominal are told', async () => {
  const findings = await night({ actas: [pending('A')] }, { actas: [{ ...pending('A'), list: 710 }, pending('B')] });
  expect(brief(findings)).toEqual([
    { check: 'acta-new', cut: 2, count: 1, correctedIn: null },
    { check: 'catalogue-changed', cut: 2, count: 1, correctedIn: null },
  ]);
});

test('a changed observation is a warning, a changed vote an error', async () => {
  const findings = await night({ actas: [acta('A', [3, 4])] }, { actas: [acta('A', [3, 4], { observations: 'ILEGIBLE' })] });
  expect(findings).toMatchObject([
    { check: 'detail-changed', severity: 'warning', saw: 'observations = ILEGIBLE', expected: 'observations = —' },
  ]);
});

test('equal content under a new time is told, the same file handed in twice is not', async () => {
  const cut = { actas: [acta('A', [3, 4])], totals: { captured: 1 } };
  expect(brief(await night(cut, cut))).toEqual([{ check: 'equal-content', cut: 2, count: 1, correctedIn: null }]);
  expect(await night({ ...cut, cutAt: at('20:00') }, { ...cut, cutAt: at('20:00') })).toEqual([]);
});

test('two contents under one time are told', async () => {
  const findings = await night(
    { actas: [acta('A', [3, 4])], cutAt: at('20:00') },
    { actas: [acta('A', [3, 4]), pending('B')], cutAt: at('20:00') },
  );
  expect(brief(findings)).toContainEqual({ check: 'same-time', cut: 2, count: 1, correctedIn: null });
});

test('when participation begins to include special casillas its jump is explained by the basis', async () => {
  const totals = (participationPercent: number) => ({
    actas: [],
    totals: { list: 1000, votesWithSpecials: 640, votesWithoutSpecials: 620, participationPercent },
  });
  const findings = await night(totals(62), totals(64));
  expect(findings).toMatchObject([
    {
      check: 'participation-basis-changed',
      severity: 'note',
      saw: expect.stringMatching(/^64 = TOTAL_VOTOS_C_CS/),
      expected: expect.stringMatching(/^62 = TOTAL_VOTOS_S_CS/),
    },
  ]);
});

test('cuts given out of order are put in order by their time, and it is said', async () => {
  const { connection, cuts } = await sampleCuts(
    { actas: [acta('A', [3, 4])], cutAt: at('20:15') },
    { actas: [pending('A')], cutAt: at('20:00') },
  );
  const [result] = await compareCuts(connection, cuts);
  expect(result?.changes).toMatchObject([{ from: 2, to: 1, newlyCaptured: 1 }]);
  expect(result?.findings).toMatchObject([{ check: 'out-of-order', saw: 'cut-1.csv, cut-2.csv', expected: 'cut-2.csv, cut-1.csv' }]);
});

test('two elections in one set are never compared with each other', async () => {
  const { connection, cuts } = await sampleCuts(
    { actas: [acta('A', [3, 4])], electionKey: 'GUB-21-2024', cutAt: at('20:00') },
    { actas: [acta('Z', [9, 9])], electionKey: 'AYUN-21-2024', cutAt: at('20:00') },
    { actas: [acta('A', [3, 4]), acta('B', [1, 1])], electionKey: 'GUB-21-2024', cutAt: at('20:15') },
  );
  const results = await compareCuts(connection, cuts);
  expect(results.map(({ electionKey, changes }) => [electionKey, changes.map(({ from, to }) => [from, to])])).toEqual([
    ['GUB-21-2024', [[1, 3]]],
    ['AYUN-21-2024', []],
  ]);
});

test('cuts without a time are compared in the order given, and it is said', async () => {
  const { connection, cuts } = await sampleCuts({ actas: [pending('A')], cutAt: null }, { actas: [acta('A', [1, 1])], cutAt: null });
  const [result] = await compareCuts(connection, cuts);
  expect(result).toMatchObject({
    cadence: null,
    changes: [{ from: 1, to: 2, newlyCaptured: 1 }],
    findings: [{ check: 'undated-cut', count: 2 }],
  });
});

test('in a long night only two cuts are kept in the tables, and what was found before is not forgotten', async () => {
  const { connection } = await sampleCuts();
  const series = await openSeries(connection, { forget: (cut) => run(connection, `delete from acta where cut = ${cut}`) });
  for (let cut = 1; cut <= 4; cut++) {
    const time = Temporal.PlainDateTime.from('2024-06-02T20:00')
      .add({ minutes: 15 * cut })
      .toString();
    await series.add(await addCut(connection, cut, { actas: [acta('A', [cut === 2 ? 5 : 3, cut])], cutAt: time }));
  }
  const kept = (await connection.runAndReadAll('select distinct cut from acta order by cut')).getRowsJson();
  const [result] = await series.finish();
  expect(kept).toEqual([[4]]);
  expect(result?.changes).toHaveLength(3);
  expect(brief(result?.findings ?? []).map(({ check, cut }) => [check, cut])).toEqual([
    ['vote-changed', 2],
    ['vote-changed', 3],
    ['vote-changed', 4],
  ]);
});

test('a cut without rows is told and left out: the next is compared with the one before it', async () => {
  const findings = await night(
    { actas: [acta('A', [3, 4])] },
    { actas: [] },
    { actas: [acta('A', [3, 4]), acta('B', [1, 1], { status: 'out-of-catalogue' })] },
  );
  expect(brief(findings).filter(({ check }) => check !== 'update-gap')).toEqual([
    { check: 'cut-without-rows', cut: 2, count: 1, correctedIn: null },
  ]);
});
