import { expect, test } from 'vitest';
import { codesOf, loaded, rowsOf, small, withPrep } from '../load/test-files.ts';
import { knownProfiles, profileFor } from './known.ts';
import { type Profile, parseProfile } from './profile.ts';

const example = `
id: opl-ejemplo-2027
publisher: { es: OPL de ejemplo, en: Example OPL }
source: Corte de prueba
match: {}
reads:
  delimiter: ';'
  headerLine: 4
  offset: '-07:00'
  columns: { FOLIO_ACTA: actaKey, NUMERO: section }
  votes: { first: A, last: OTROS }
  totals: { ESPERADAS: expected, CAPTADAS: captured, CONTADAS: counted }
notes: []
`;
const read = parseProfile(example);
const given: Profile = read.ok ? read.value : expect.fail(read.error);

test('every profile of the house keeps its schema, and is named after its publisher and year', () => {
  expect(knownProfiles.map((profile) => profile.id)).toEqual(['iee-campeche-2021', 'iee-puebla-2024', 'ine-2023']);
});

test('a field nobody knows, or a value that is none, is refused by name', () => {
  expect(parseProfile(example.replace('headerLine: 4', 'headerLine: cuatro'))).toMatchObject({
    ok: false,
    error: expect.stringContaining('headerLine'),
  });
  expect(parseProfile(`${example}\notro: 1`)).toMatchObject({ ok: false, error: expect.stringContaining('otro') });
  expect(parseProfile('a: [')).toMatchObject({ ok: false });
});

test('the profile that states most wins, and one that does not fit never does', () => {
  const traits = { title: 'Gubernatura', file: 'a.csv', stateId: '99', year: 2027, columns: ['SHA'] };
  const one = { ...given, id: 'one', match: { title: 'gubern' } };
  const two = { ...given, id: 'two', match: { title: 'gubern', years: [2027] } };
  const wrong = { ...given, id: 'wrong', match: { title: 'gubern', years: [2027], columns: ['COTEJADA'] } };
  expect(profileFor(traits, [one, two, wrong])?.profile.id).toBe('two');
  expect(profileFor(traits, [wrong, given])).toBeNull();
});

test("a person's profile reads what detection alone cannot", async () => {
  const file = 'Prueba;;\n09/05/2027 20:00\nESPERADAS;CAPTADAS;CONTADAS\nFOLIO_ACTA;NUMERO;X;A;B;OTROS\nf1;7;x;1;2;3\n';
  await withPrep(async (prep) => {
    const cut = await loaded(prep, file, 'datos.csv', given);
    expect(cut.cutAt).toBe('2027-05-09T20:00:00-07:00');
    expect(cut.detected.delimiter).toMatchObject({ value: ';', given: true });
    expect(await rowsOf(prep, 'select acta_key, section, votes from acta')).toEqual([['f1', 7, ['1', '2', '3']]]);
  });
});

test('a departure from what the profile says is told, and the file is read as it is', async () => {
  await withPrep(async (prep) => {
    const cut = await loaded(prep, small().replaceAll('\n', '\r\n'));
    expect(cut.detected.profile.value).toBe('iee-puebla-2024');
    const told = cut.faults.filter((one) => one.code === 'profile').map((one) => one.what.es);
    expect(told.join()).toMatch(/lineEnd: "crlf" ≠ "lf"/);
    expect(cut.rows).toBe(1);
    expect(codesOf(cut)).not.toContain('unreadable');
  });
});
