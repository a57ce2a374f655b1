import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualLimits } from './limits.ts';
import { readSources } from './read.ts';

let temp: string;
beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), 'atalaya-sources-'));
});
afterAll(() => rm(temp, { recursive: true, force: true }));

const csv = strToU8('CLAVE_CASILLA,CLAVE_ACTA,SECCION,TIPO_CASILLA\n1,2,3,B\n');
let made = 0;
const given = async (content: Uint8Array, name = 'paquete.zip'): Promise<string> => {
  const folder = join(temp, String(made++));
  await mkdir(folder);
  await writeFile(join(folder, name), content);
  return join(folder, name);
};
const brief = async (path: string, limits = usualLimits) =>
  (await readSources([path], temp, limits)).map(({ name, kind, faults }) => [name, kind, ...faults.map((one) => one.code)].join(' '));

describe('packages', () => {
  test('a ZIP gives its files, told by content, with the package they came in', async () => {
    const zip = zipSync({
      'PREP/GUB.csv': csv,
      'PREP/LEEME.txt': strToU8('hola'),
      'CAND.csv': strToU8('ID_ESTADO,PARTIDO_CI,CANDIDATURA_PROPIETARIA\n'),
    });
    const sources = await readSources([await given(zip)], temp);
    expect(sources.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['CAND.csv candidacies', 'GUB.csv results', 'LEEME.txt readme']);
    expect(sources[1]?.path).toMatch(/paquete\.zip!PREP\/GUB\.csv$/);
    expect(sources[1]?.archives.map((archive) => archive.name)).toEqual(['paquete.zip']);
    expect(sources[1]?.archives[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(sources[1]?.sha256).toBe((await readSources([await given(csv, 'a.csv')], temp))[0]?.sha256);
  });

  test('one level of nesting is read, a second is refused', async () => {
    const inner = zipSync({ 'a.csv': csv });
    expect(await brief(await given(zipSync({ 'inner.zip': inner })))).toEqual(['a.csv results']);
    expect(await brief(await given(zipSync({ 'x.zip': zipSync({ 'inner.zip': inner }) })))).toEqual(['inner.zip other zip-nested']);
  });

  test('a truncated ZIP is told; the rest that was given is read', async () => {
    const zip = zipSync({ 'a.csv': csv });
    const cut = await given(zip.slice(0, zip.length - 30));
    const whole = await given(csv, 'b.csv');
    const sources = await readSources([cut, whole], temp);
    expect(sources.map(({ faults }) => faults.map((one) => one.code))).toEqual([['zip-damaged'], []]);
  });

  test('an entry whose bytes were altered is told, and the others are read', async () => {
    const zip = zipSync({ 'a.csv': [csv, { level: 0 }], 'b.csv': csv });
    const at = Buffer.from(zip).indexOf('CLAVE_CASILLA');
    zip[at] = 0x58;
    expect(await brief(await given(zip))).toEqual(['paquete.zip other zip-damaged', 'b.csv results']);
  });

  test('a path that leaves its folder is refused, and nothing is written there', async () => {
    const zip = zipSync({ '../../evil.csv': csv, '/abs.csv': csv, 'good.csv': csv });
    expect(await brief(await given(zip))).toEqual(['paquete.zip other zip-traversal zip-traversal', 'good.csv results']);
  });

  test('a bomb is stopped while it inflates: by ratio, by size, by number of files', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(40 << 20) }, { level: 9 });
    expect(await brief(await given(bomb))).toEqual(['paquete.zip other zip-bomb']);
    const small = { ...usualLimits, ratioFromBytes: 2 ** 40, entryBytes: 1 << 20 };
    expect(await brief(await given(bomb), small)).toEqual(['paquete.zip other zip-bomb']);
    const many = zipSync(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.csv`, csv])));
    const few = await readSources([await given(many)], temp, { ...usualLimits, files: 3 });
    expect(few.filter(({ kind }) => kind === 'results')).toHaveLength(3);
    expect(few.flatMap(({ faults }) => faults.map((one) => one.code))).toEqual(['too-many-files']);
  });

  test('an empty ZIP is told', async () => {
    expect(await brief(await given(zipSync({})))).toEqual(['paquete.zip other empty']);
  });

  test('a workbook is not taken for a package', async () => {
    const xlsx = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<w/>') });
    expect(await brief(await given(xlsx, 'datos.csv'))).toEqual(['datos.csv other spreadsheet']);
  });
});

describe('folders and paths', () => {
  test('a folder gives everything below it, in the order of its names, but for hidden files', async () => {
    const folder = join(temp, 'carpeta');
    await mkdir(join(folder, '20240603_1800'), { recursive: true });
    await mkdir(join(folder, '20240603_2000'));
    await writeFile(join(folder, '20240603_2000', 'a.csv'), csv);
    await writeFile(join(folder, '20240603_1800', 'a.csv'), csv);
    await writeFile(join(folder, '.oculto.csv'), csv);
    const sources = await readSources([folder], temp);
    expect(sources.map(({ path }) => path.slice(folder.length))).toEqual(['/20240603_1800/a.csv', '/20240603_2000/a.csv']);
  });

  test('what does not exist is told, not thrown', async () => {
    const [source] = await readSources([join(temp, 'nada.csv')], temp);
    expect(source).toMatchObject({ kind: 'other', file: null, sha256: null });
    expect(source?.faults[0]).toMatchObject({ code: 'not-found', severity: 'error' });
  });

  test('a national aggregate is told by its content', async () => {
    expect(await brief(await given(strToU8('{"horaCorte":"21:04","fechaCorte":"01 de julio de 2018"}'), '1.json'))).toEqual([
      '1.json aggregate-json',
    ]);
  });

  test('a text that explains the columns is a readme, whatever its name', async () => {
    const prose =
      'Instructivo\nLa variable CLAVE_CASILLA se conforma de las variables ID_ESTADO, SECCION,TIPO_CASILLA, ID_CASILLA y EXT_CONTIGUA.\n';
    expect(await brief(await given(strToU8(prose), 'Instructivo.txt'))).toEqual(['Instructivo.txt readme']);
  });

  test('a results file is told by its table, whatever its name', async () => {
    expect(await brief(await given(csv, 'resultados.txt'))).toEqual(['resultados.txt results']);
  });

  test('an image is neither data nor a fault', async () => {
    expect(await brief(await given(Uint8Array.of(0xff, 0xd8, 0xff, 0), 'acta.jpg'))).toEqual(['acta.jpg other']);
  });
});
