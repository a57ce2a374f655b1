import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../src/core/result.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}/sistemas/sije`;
const pdf = () => new File(['%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'], 'analisis posterior.pdf', { type: 'application/pdf' });

describe('the operation of a system, as its areas record it', { timeout: 60_000 }, () => {
  let site: TestApp;
  let area: Visitor;
  const position = () => site.app.worlds.current().position;
  const sije = () => must(site.app.worlds.current().processes.get(exampleId)?.systems.systems.get('sije'), 'the example has it');

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    area = visitorOf(site.web);
    await area.enterAs('deoe');
  });
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  const opening = {
    'i-titulo': 'No permite capturar',
    'i-severidad': 'critical',
    'i-inicio': '2020-10-05',
    'i-inicio-hora': '10:00',
    'i-deteccion': '2020-10-05',
    'i-deteccion-hora': '10:12',
    'i-ent-iec': 'si',
  };
  const open = async (more: Record<string, string> = {}) => {
    const { page } = await area.get(`${home}/abrir-incidente`);
    return area.submit(page, `${home}/abrir-incidente`, { ...opening, ...more });
  };

  test('an incident is opened, told hour by hour, resolved, and closed with its postmortem document, which anybody may have', async () => {
    const opened = await open();
    expect(opened.status).toBe(303);
    const address = must(opened.location, 'it leads to the incident');
    const send = async (verb: string, fields: Record<string, string>) => {
      const { page } = await area.get(address);
      const done = await area.submit(page, `${address}/${verb}`, fields);
      expect(`${verb} ${done.status} ${done.page.alerts.join()}`).toBe(`${verb} 303 `);
    };
    await send('anotar', { 'n-texto': 'El almacenamiento está lleno', 'n-dia': '2020-10-05', 'n-hora': '10:30' });
    await send('mitigar', { 'm-texto': 'Se liberó espacio', 'm-dia': '2020-10-05', 'm-hora': '10:45' });
    await send('resolver', { 's-causa': 'Bitácoras sin rotación', 's-dia': '2020-10-05', 's-hora': '11:30' });

    const csrf = await area.token();
    const closing = { csrf, 'x-seguimiento': '2020-10-12; UTSI; Rotar las bitácoras', 'x-evidencia': 'Análisis posterior' };
    const refused = await area.post(`${address}/cerrar`, { csrf });
    expect(refused.status).toBe(422);
    expect((await area.send(`${address}/cerrar`, closing, { 'x-archivo': pdf() })).status).toBe(303);

    const { page } = await visitorOf(site.web).get(address);
    expect(page.text).toContain('10:12 (12 min después de iniciar)');
    expect(page.text).toContain('11:30 (1 h 30 min después de iniciar)');
    for (const said of ['Cerrado', 'IEC', 'Bitácoras sin rotación', 'Se liberó espacio', 'Rotar las bitácoras', 'UTSI'])
      expect(page.text).toContain(said);
    const document = await site.web.request(`${address}/analisis`);
    expect(document.status).toBe(200);
    expect(document.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await document.text()).toMatch(/^%PDF/);
  });

  test('two incidents of one day have different names', async () => {
    const [first, second] = [(await open()).location, (await open()).location];
    expect(first).not.toBe(second);
    expect(sije().operation.incidents.size).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ['detected before it started', { 'i-deteccion-hora': '09:00' }, 409, 'Las horas están en desorden'],
    ['that starts tomorrow', { 'i-inicio': '2020-10-06', 'i-deteccion': '2020-10-06' }, 409, 'posterior al día en que se registra'],
    ['without an hour', { 'i-inicio-hora': '25:00' }, 422, 'Escriba la hora'],
    ['without a severity', { 'i-severidad': 'grave' }, 422, 'Elija una opción'],
    ['without a title', { 'i-titulo': ' ' }, 422, 'Falta este dato'],
  ])('an incident %s is not recorded, and the form comes back as it was', async (_, fields, status, words) => {
    const before = position();
    const answer = await open(fields);
    expect(answer.status).toBe(status);
    expect(answer.page.alerts.join(' ')).toContain(words);
    expect(answer.page.forms.find((one) => one.action.endsWith('/abrir-incidente'))?.values).toMatchObject({
      'i-deteccion': fields['i-deteccion' as never] ?? '2020-10-05',
      'i-ent-iec': 'si',
    });
    expect(position()).toBe(before);
  });
});
