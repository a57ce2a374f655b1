import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { compareSources } from './computos.ts';
import { partyName } from './party-name.ts';
import { type SampleActa, type SampleCut, sampleCuts } from './sample-tables.ts';

async function compare(left: SampleCut, right: SampleCut) {
  const { connection, cuts } = await sampleCuts(left, right);
  try {
    return await compareSources(connection, must(cuts[0], 'two'), must(cuts[1], 'two'));
  } finally {
    connection.closeSync();
  }
}
const acta = (key: string | null, ...votes: (number | string)[]): SampleActa => ({ key, votes });

test('casillas are matched by key whatever the rest is called, and votes compared by party', async () => {
  const found = await compare(
    {
      parties: ['PAN', 'C_PAN_PRI', 'NO_REGISTRADAS', 'NULOS'],
      actas: [acta('280749B0100', 9, 2, 0, 1), acta('280749C0100', 5, 5, 0, 'no-data')],
    },
    {
      parties: ['VOTOS NULOS', 'PAN', 'PAN-PRI', 'CANDIDATO/A NO REGISTRADO/A'],
      actas: [
        { ...acta('280749C0100', 0, 5, 5, 0), actaType: '2EMR' },
        { ...acta('280749B0100', 1, 8, 2, 0), actaType: '2EMR' },
      ],
    },
  );
  expect(found).toMatchObject({ matched: 2, equal: 1, different: 1, onlyLeft: 0, onlyRight: 0, columnsOnlyLeft: [], columnsOnlyRight: [] });
  expect(found.columns).toEqual([{ name: 'PAN', count: 1, delta: -1 }]);
  expect(found.rows).toEqual([{ key: '280749B0100', column: 'PAN', left: 9, right: 8 }]);
  expect(found.places).toEqual([{ place: 'UNO', matched: 2, different: 1, delta: -1 }]);
});

test('what is on one side alone is told, and rows without a key are counted apart', async () => {
  const found = await compare(
    { actas: [acta('A1', 1), acta('B1', 1), acta(null, 'dash')] },
    { actas: [acta('A1', 1), acta('C1', 1), acta('D1', 1)] },
  );
  expect(found).toMatchObject({ matched: 1, equal: 1, onlyLeft: 1, onlyRight: 2, withoutKeyLeft: 1, withoutKeyRight: 0 });
  expect([found.keysOnlyLeft, found.keysOnlyRight]).toEqual([['B1'], ['C1', 'D1']]);
});

test('a vote column without a partner is told and not compared', async () => {
  const found = await compare({ parties: ['PAN', 'XYZ'], actas: [acta('A1', 1, 7)] }, { parties: ['PAN'], actas: [acta('A1', 1)] });
  expect(found).toMatchObject({ equal: 1, different: 0, columnsOnlyLeft: ['XYZ'], columnsOnlyRight: [] });
});

test('two sources without one column in common compare nothing, and do not fail', async () => {
  const found = await compare({ parties: ['A'], actas: [acta('A1', 1)] }, { parties: ['B'], actas: [acta('A1', 2)] });
  expect(found).toMatchObject({ matched: 1, different: 0, parties: [], columnsOnlyLeft: ['A'], columnsOnlyRight: ['B'] });
});

test('under a repeated key equal votes are matched first; what only order matched is said to be uncertain', async () => {
  const found = await compare(
    { actas: [acta('A1', 1), acta('A1', 2), acta('A1', 3)] },
    { actas: [acta('A1', 3), acta('A1', 7), acta('A1', 8)] },
  );
  expect(found).toMatchObject({ matched: 3, equal: 1, different: 2, uncertainMatches: 2 });
});

test.each([
  ['PAN-PRI-PRD', 'C_PAN_PRI_PRD'],
  ['CC_PRI_PAN', 'PAN_PRI'],
  ['CAND_IND_1', 'CI1'],
  ['CNR', 'NO_REGISTRADOS'],
  ['NO_REGISTRADAS', 'CANDIDATO/A NO REGISTRADO/A'],
  ['CANDIDATURAS NO REGISTRADAS', 'NO REGISTRADOS'],
  ['VN', 'VOTOS NULOS'],
  ['NULOS', 'Votos nulos'],
  ['Movimiento Ciudadano', 'MOVIMIENTO_CIUDADANO'],
  ['MOR', 'Morena'],
])('%s and %s are one column', (left, right) => {
  expect(partyName(left)).toBe(partyName(right));
});

test.each([
  ['PAN', 'C_PAN_PRI'],
  ['CI1', 'CI2'],
  ['PT', 'PVEM'],
  ['NULOS', 'NO_REGISTRADOS'],
])('%s and %s are two columns', (left, right) => {
  expect(partyName(left)).not.toBe(partyName(right));
});
