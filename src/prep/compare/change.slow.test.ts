import { afterAll, describe, expect, test } from 'vitest';
import { compareTwo } from './change.ts';
import { makeSide } from './pair.ts';
import { run } from './query.ts';
import { addCut, type SampleActa, type SampleCut, sampleCuts } from './sample-tables.ts';

const connection = (await sampleCuts()).connection;
afterAll(() => connection.closeSync());

async function compare(before: SampleCut, after: SampleCut) {
  await run(connection, 'delete from acta', 'delete from total');
  const from = await addCut(connection, 1, before);
  const to = await addCut(connection, 2, after);
  await makeSide(connection, from.cut);
  await makeSide(connection, to.cut);
  return await compareTwo(connection, from, to);
}
const pending = (key: string, more: Partial<SampleActa> = {}): SampleActa => ({
  key,
  votes: ['dash', 'dash'],
  status: 'not-captured',
  ...more,
});
const nothing = { newRows: 0, goneRows: 0, newlyCaptured: 0, newlyCounted: 0, changedAfterCapture: 0, calculatedFell: 0, votesDelta: 0 };

describe('from one cut to the next', () => {
  test('an acta captured since then is new capture, counted or not, and no change', async () => {
    const change = await compare(
      { actas: [pending('A'), pending('B'), pending('C')] },
      { actas: [{ key: 'A', votes: [3, 4] }, { key: 'B', votes: [1, 1], status: 'not-counted' }, pending('C')] },
    );
    expect(change).toMatchObject({ ...nothing, newlyCaptured: 2, newlyCounted: 1, uncertainMatches: 0, rows: [], columns: [] });
  });

  test('columns that change places are followed by their names: the same numbers under other parties are other votes', async () => {
    const change = await compare(
      { parties: ['PAN', 'PRI'], actas: [{ key: 'A', votes: [30, 4] }] },
      { parties: ['PRI', 'PAN'], actas: [{ key: 'A', votes: [30, 4] }] },
    );
    expect(change).toMatchObject({ changedAfterCapture: 1, votesDelta: 0, equalContent: false });
    expect(change.columns).toEqual([
      { name: 'PAN', count: 1, delta: -26 },
      { name: 'PRI', count: 1, delta: 26 },
    ]);
  });

  test('a published vote that changes is told column by column, with its net effect', async () => {
    const change = await compare(
      {
        actas: [
          { key: 'A', votes: [30, 4] },
          { key: 'B', votes: [5, 'no-data'] },
        ],
      },
      {
        actas: [
          { key: 'A', votes: [28, 4] },
          { key: 'B', votes: [5, 'dash'] },
        ],
      },
    );
    expect(change).toMatchObject({ ...nothing, changedAfterCapture: 2, calculatedFell: 1, votesDelta: -2 });
    expect(change.columns).toEqual([
      { name: 'P1', count: 1, delta: -2 },
      { name: 'P2', count: 1, delta: 0 },
      { name: 'calculated', count: 1, delta: -2 },
    ]);
    expect(change.rows).toEqual([
      { key: 'A02', row: 1, column: 'P1', before: '30', after: '28' },
      { key: 'A02', row: 1, column: 'calculated', before: '34', after: '32' },
      { key: 'B02', row: 2, column: 'P2', before: 'no-data', after: 'dash' },
    ]);
  });

  test('votes moved from one party to another are a change although the total holds', async () => {
    const change = await compare({ actas: [{ key: 'A', votes: [10, 20] }] }, { actas: [{ key: 'A', votes: [20, 10] }] });
    expect(change).toMatchObject({ ...nothing, changedAfterCapture: 1 });
  });

  test('an acta gone, an acta new in the catalogue and one out of catalogue are told apart', async () => {
    const change = await compare(
      { actas: [{ key: 'A', votes: [1, 1] }, pending('B', { section: 2 })] },
      {
        actas: [
          pending('B', { section: 2 }),
          pending('C', { section: 3 }),
          { key: null, votes: ['dash', 'dash'], status: 'out-of-catalogue', section: 9 },
        ],
      },
    );
    expect(change).toMatchObject({ newRows: 2, newInCatalogue: 1, goneRows: 1, newlyCaptured: 0, changedAfterCapture: 0 });
  });

  test('an acta captured and then not, or counted and then not, has gone backwards', async () => {
    const change = await compare(
      {
        actas: [
          { key: 'A', votes: [1, 1] },
          { key: 'B', votes: [2, 2] },
        ],
      },
      { actas: [pending('A'), { key: 'B', votes: [2, 2], status: 'not-counted' }] },
    );
    expect(change).toMatchObject({ changedAfterCapture: 2, statusBack: 2, votesDelta: 0, newlyCaptured: 0 });
  });

  test('keys without their leading zeros are the same keys', async () => {
    const change = await compare({ actas: [{ key: '050001B0100', votes: [1, 1] }] }, { actas: [{ key: '50001B0100', votes: [1, 1] }] });
    expect(change).toMatchObject({ newRows: 0, goneRows: 0 });
  });

  test('an acta moved to another district is one acta whose catalogue changed, not one gone and one new', async () => {
    const change = await compare({ actas: [pending('A', { district: '001' })] }, { actas: [pending('A', { district: '002' })] });
    expect(change).toMatchObject({ newRows: 0, goneRows: 0, catalogueChanged: 1, changedAfterCapture: 0 });
  });

  test('a vote column that moved is the same column; one that appears is said', async () => {
    const change = await compare(
      { actas: [{ key: 'A', votes: [1, 2] }], parties: ['PAN', 'PRI'] },
      { actas: [{ key: 'A', votes: [2, 0, 1] }], parties: ['PRI', 'MC', 'PAN'] },
    );
    expect(change).toMatchObject({ changedAfterCapture: 0, voteColumnsAdded: ['MC'], voteColumnsGone: [] });
  });

  test('a party name that is no SQL is only a name', async () => {
    const parties = [`"; drop table acta; --`, `it's`];
    const change = await compare({ actas: [{ key: 'A', votes: [1, 2] }], parties }, { actas: [{ key: 'A', votes: [1, 3] }], parties });
    expect(change.columns).toContainEqual({ name: `it's`, count: 1, delta: 1 });
  });

  test('published totals that fall are told, those that may move both ways are not', async () => {
    const change = await compare(
      { actas: [], totals: { expected: 10, captured: 9, counted: 8, participationPercent: 60, notCounted: 1 } },
      { actas: [], totals: { expected: 11, captured: 7, counted: 8, participationPercent: 55, notCounted: 0 } },
    );
    expect(change.totalsFell).toEqual([{ name: 'captured', before: 9, after: 7 }]);
    expect(change.expectedChanged).toEqual({ before: 10, after: 11 });
  });

  test('equal rows and equal totals are equal content', async () => {
    const cut = { actas: [{ key: 'A', votes: [1, 2] }], totals: { counted: 1 } };
    expect((await compare(cut, cut)).equalContent).toBe(true);
    expect((await compare(cut, { ...cut, totals: { counted: 2 } })).equalContent).toBe(false);
    expect((await compare(cut, { ...cut, actas: [{ key: 'A', votes: [1, 3] }] })).equalContent).toBe(false);
  });

  test('where only captured actas are listed, what appears is newly captured', async () => {
    const change = await compare(
      { actas: [{ key: 'A', votes: [1, 1] }], totals: { expected: 3 } },
      {
        actas: [
          { key: 'A', votes: [1, 1] },
          { key: 'B', votes: [1, 1], section: 2 },
        ],
        totals: { expected: 3 },
      },
    );
    expect(change).toMatchObject({ newRows: 1, newInCatalogue: 0, newlyCaptured: 1, newlyCounted: 1 });
  });
});

describe('keys that repeat', () => {
  test('early-vote casillas of different districts under one key are matched by their district', async () => {
    const early = (district: string, votes: number) => ({ key: '210000A0100', district, votes: [votes, 0] });
    const change = await compare({ actas: [early('001', 5), early('004', 7)] }, { actas: [early('004', 7), early('001', 5)] });
    expect(change).toMatchObject({ ...nothing, uncertainMatches: 0 });
  });

  test('truncated casilla ids: equal content is matched first, so capture of one is no change of another', async () => {
    const change = await compare(
      { actas: [{ key: 'C', votes: [1, 1], list: 706 }, pending('C', { list: 706 }), pending('C', { list: 707 })] },
      { actas: [{ key: 'C', votes: [9, 9], list: 706 }, { key: 'C', votes: [1, 1], list: 706 }, pending('C', { list: 707 })] },
    );
    expect(change).toMatchObject({ ...nothing, newlyCaptured: 1, newlyCounted: 1, uncertainMatches: 0 });
  });

  test('the image hash tells two captured actas of one key apart when their votes change', async () => {
    const acta = (hash: string, votes: number) => ({ key: 'C', votes: [votes, 0], hash });
    const change = await compare({ actas: [acta('aa', 10), acta('bb', 20)] }, { actas: [acta('bb', 21), acta('aa', 11)] });
    expect(change).toMatchObject({ changedAfterCapture: 2, votesDelta: 2, calculatedFell: 0, uncertainMatches: 0 });
  });

  test('when nothing tells two changed actas of one key apart the match is said to be uncertain', async () => {
    const change = await compare(
      {
        actas: [
          { key: 'C', votes: [10, 0] },
          { key: 'C', votes: [20, 0] },
        ],
      },
      {
        actas: [
          { key: 'C', votes: [11, 0] },
          { key: 'C', votes: [21, 0] },
        ],
      },
    );
    expect(change).toMatchObject({ changedAfterCapture: 2, votesDelta: 2, uncertainMatches: 2 });
  });
});
