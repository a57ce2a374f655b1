import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareAndRecord } from '../src/app/record-comparison.ts';
import { verifyAndRecord } from '../src/app/record-verification.ts';
import { repeatVerification } from '../src/app/repeat-verification.ts';
import { must } from '../src/core/result.ts';
import { openPrep } from '../src/prep/load/open-prep.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { visitorOf } from './visitor.ts';

const sample = 'src/prep/samples/campeche-2021-juntas';
const cutFile = (folder: string): string => `${sample}/${folder}_PREP_JUNTAS_CAMP/CAMP_JUNTAS_2021.csv`;
const base = `/${exampleId}/operacion`;
const id = 'ieeh-juntas-04-2021-1';
const of = { process: exampleId, opl: 'ieeh', on: '2020-10-05', by: { office: 'atalaya' } } as const;

/** The files are those of another election; the process of the example lends its OPL. */
describe('PREP operation, on six cuts of a real election', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    const done = await verifyAndRecord(site.app, [sample], { final: true }, { ...of, occasion: 'night' });
    expect(done).toMatchObject({ ok: true, value: { ids: [id] } });
    const prep = await openPrep();
    const compared = await compareAndRecord(site.app, prep, [cutFile('20210607_1440'), cutFile('20210607_2000')], of);
    expect(compared).toMatchObject({ ok: true, value: { id: 'ieeh-juntas-04-2021-computos-1' } });
    await prep.close();
  });
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });
  const get = (path: string) => visitorOf(site.web).get(path);

  test('the list says of each election its last cut, whether totals agree, and what is open', async () => {
    const { status, page } = await get(base);
    expect(status).toBe(200);
    expect(page.text).toContain('IEEH · JUNTAS');
    expect(page.text).toContain('1 total no coincide con las actas');
    expect(page.text).toContain('26 errores, 21 advertencias');
  });

  test('an election: its cuts in order, one cut with totals published beside recomputed, findings by family', async () => {
    const { page } = await get(`${base}/${id}`);
    for (const said of [
      'Avance de la captura',
      'TOTAL_VOTOS_S_CS',
      '64,965',
      'No coincide',
      'Hallazgos por familia',
      'Clave de acta repetida',
    ])
      expect(page.text).toContain(said);
    const second = await get(`${base}/${id}?corte=2`);
    expect(second.page.text).toContain('Corte 2 ·');
  });

  test('a rule: every place in which it is broken, and since when', async () => {
    const { page } = await get(`${base}/${id}/regla/acta-key-repeated`);
    expect(page.text).toContain('040405B010007');
    expect(page.text).toContain('Abierto desde el corte 1');
    expect((await get(`${base}/${id}/regla/no-such-rule`)).status).toBe(404);
    const councillor = visitorOf(site.web);
    await councillor.enterAs('consejeria');
    await councillor.get(`${base}/${id}/regla/acta-key-repeated`);
    await site.app.readings.settle();
    const knew = (await councillor.get(`/${exampleId}/quien-supo?asunto=finding:${id}/acta-key-repeated`)).page;
    expect(knew.text).toContain('Consejería');
  });

  test('one acta in each cut, cuts in which nothing changed together', async () => {
    const { page } = await get(`${base}/${id}/acta?clave=040118B010007`);
    expect(page.text).toContain('Cortes 1–3');
    expect(page.text).toContain('Cortes 4–6');
    expect((await get(`${base}/${id}/acta?clave=nadie`)).page.text).toContain('Ningún corte tiene un acta con la clave «nadie»');
  });

  test('the comparison with the final count, by district and party', async () => {
    const { status, page } = await get(`${base}/comparaciones/ieeh-juntas-04-2021-computos-1`);
    expect(status).toBe(200);
    expect(page.text).toContain('Diferencias por distrito');
    const report = await (await site.web.request(`${base}/comparaciones/ieeh-juntas-04-2021-computos-1/informe.md`)).text();
    for (const said of ['PREP frente a los cómputos', 'Por partido o candidatura', 'Archivos comparados']) expect(report).toContain(said);
  });

  test('the screen, the report and the files', async () => {
    expect((await get(`${base}/pantalla`)).page.text).toContain('71.59 %');
    const served = await site.web.request(`${base}/${id}/hallazgos.json`);
    const record = must(site.app.worlds.current().processes.get(exampleId)?.verifications.verifications.get(id), 'it was recorded');
    expect(record.findings.sizeBytes).toBe((await served.arrayBuffer()).byteLength);
    const report = await (await site.web.request(`${base}/${id}/informe.md`)).text();
    for (const said of ['En resumen', 'Diferencias por distrito', 'Archivos verificados']) expect(report).toContain(said);
    expect(await (await site.web.request(`${base}/${id}/hallazgos.csv`)).text()).toContain('total-different');
    expect(await (await site.web.request(`${base}.csv`)).text()).toContain(id);
  });

  test('before the day on which it was recorded there is nothing to see', async () => {
    expect((await get(`${base}?al=2020-10-04`)).page.text).toContain('Todavía no hay verificaciones');
    expect((await get(`${base}/${id}?al=2020-10-04`)).status).toBe(404);
  });

  test('made again from the kept bytes it comes out byte by byte the same; recorded again it is refused', async () => {
    const record = must(site.app.worlds.current().processes.get(exampleId)?.verifications.verifications.get(id), 'it was recorded');
    expect(await repeatVerification(site.app, record)).toMatchObject({ ok: true, value: { equal: true, sameRules: true } });
    const again = await verifyAndRecord(site.app, [sample], { final: true }, { ...of, occasion: 'night' });
    expect(again).toMatchObject({ ok: false, error: { es: expect.stringContaining(id) } });
  });

  test('a cut handed in by page is verified with those already here; nothing new, a page or no file are told', async () => {
    const liaison = visitorOf(site.web);
    await liaison.enterAs('enlace-ieeh');
    const file = (name: string, text: string | Uint8Array<ArrayBuffer>) => ({ corte: new File([text], name) });
    const send = async (files: Record<string, File>) =>
      liaison.send(`${base}/registrar/ieeh`, { csrf: await liaison.token(), ocasion: 'drill' }, files);
    const bytes = (folder: string) => new Uint8Array(readFileSync(cutFile(folder)));
    const first = await send(file('CAMP_JUNTAS_2021.csv', bytes('20210606_2240')));
    expect(first).toMatchObject({ status: 303, location: `${base}/ieeh-juntas-04-2021-simulacro-1` });
    const second = await send(file('CAMP_JUNTAS_2021.csv', bytes('20210606_2320')));
    expect(second.location).toBe(`${base}/ieeh-juntas-04-2021-simulacro-2`);
    const drills = must(
      site.app.worlds.current().processes.get(exampleId)?.verifications.verifications.get('ieeh-juntas-04-2021-simulacro-2'),
      'recorded',
    );
    expect(drills.cuts).toHaveLength(2);
    expect(drills.by.office).toBe('enlace-ieeh');
    expect((await send(file('CAMP_JUNTAS_2021.csv', bytes('20210606_2320')))).page.alerts[0]).toContain('No hay nada nuevo');
    expect((await send(file('pagina.csv', '<!DOCTYPE html><html></html>'))).status).toBe(422);
    expect((await send({})).page.alerts[0]).toContain('Elija al menos un archivo publicado');
  });
});
