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

  describe('figures of use', () => {
    const figures = `${home}/cifras`;
    const stated = () => [...must(sije().operation.figures.get('casillas'), 'defined').data.values()];
    const csv = (text: string) => new File([text], 'cifras.csv', { type: 'text/csv' });
    const load = async (text: string, more: Record<string, string> = {}) =>
      area.send(`${figures}/cargar`, { csrf: await area.token(), 'c-cifra': 'casillas', ...more }, { 'c-archivo': csv(text) });

    test('say what is counted and out of what, before any is reported', async () => {
      const { page } = await area.get(figures);
      expect(page.text).toContain('nadie ha definido qué se cuenta');
      const fields = { 'd-clave': 'casillas', 'd-nombre': 'Casillas instaladas', 'd-total': 'Casillas aprobadas', 'd-cada': '1' };
      expect((await area.submit(page, `${figures}/definir`, fields)).status).toBe(303);
    });

    test('are reported by form, with what was achieved apart from what was reported', async () => {
      const fields = { 'r-cifra': 'casillas', 'r-entidad': 'iec', 'r-fecha': '2020-10-04', 'r-reportado': '809', 'r-total': '1630' };
      const { page } = await area.get(figures);
      expect((await area.submit(page, `${figures}/registrar`, { ...fields, 'r-logrado': '700' })).status).toBe(303);
      expect((await area.get(figures)).page.text).toContain('reportado 809 (49 %), logrado 700 (42 %)');
    });

    test('of a file are shown as read before anything is recorded, and recorded when that is said', async () => {
      const text = 'Entidad;Fecha;Hora;Reportado;Logrado;Total\nIEC;05/10/2020;9:24;1,200;1100;1630\ncoahuila;2020-10-05;;1500;;1630\n';
      const before = position();
      const shown = await load(text);
      expect(shown.status).toBe(200);
      expect(shown.page.text).toContain('2 filas sin falta · 0 con falta');
      expect(position()).toBe(before);
      const form = must(
        shown.page.forms.find(({ values }) => values['c-paso'] === 'registrar'),
        'the button that records',
      );
      const done = await area.send(form.action, form.values, {});
      expect(done.status).toBe(303);
      expect(stated()).toContainEqual(
        expect.objectContaining({ entity: 'iec', date: '2020-10-05', time: '09:24', reported: 1200, achieved: 1100, of: 1630 }),
      );
      expect(stated()).toContainEqual(expect.objectContaining({ entity: 'iec', reported: 1500, of: 1630 }));
    });

    test('with anything wrong are told row by row, and none is recorded', async () => {
      const rows = [
        'otro,2020-10-05,,1,,2',
        'iec,2020-10-06,,1,,2',
        'iec,2020-10-05,,-1,,2',
        'iec,2020-10-05,,5,,2',
        'iec,2020-02-31,,1,,2',
      ];
      const answer = await load(['entidad,fecha,hora,reportado,logrado,total', ...rows, 'iec,2020-10-03,,1,1,2'].join('\n'), {
        'c-paso': 'registrar',
      });
      expect(answer.status).toBe(422);
      for (const said of [
        'Fila 1: «otro» no es una entidad que use este sistema',
        'Fila 2: la fecha (6 de octubre de 2020) está en el futuro',
        'Fila 3: «-1» en «reportado» es negativo',
        'Fila 4: se reportan 5, más que el total (2)',
        'Fila 5: «2020-02-31» no es una fecha',
      ])
        expect(answer.page.text).toContain(said);
      expect(answer.page.text).toContain('1 filas sin falta · 5 con falta');
      expect(stated().some(({ date }) => date === '2020-10-03')).toBe(false);
    });

    test.each([
      ['without a column', 'entidad,fecha,reportado\niec,2020-10-05,1\n', 'Falta la columna «total»'],
      ['without rows', 'entidad,fecha,reportado,total\n', 'no tiene filas'],
      ['whose quotation marks never end', 'entidad,fecha,reportado,total\n"iec,2020-10-05,1,2\n', 'no se entiende desde la línea'],
    ])('of a file %s are not read, and the page says why', async (_, text, words) => {
      const answer = await load(text);
      expect(answer.status).toBe(422);
      expect(answer.page.alerts.join(' ')).toContain(words);
    });

    test('of Windows’ own encoding are read with their accents', async () => {
      const bytes = Buffer.from('entidad,fecha,reportado,total\nMéxico,2020-10-05,1,2\n', 'latin1');
      const file = new File([bytes], 'cifras.csv', { type: 'text/csv' });
      const answer = await area.send(`${figures}/cargar`, { csrf: await area.token(), 'c-cifra': 'casillas' }, { 'c-archivo': file });
      expect(answer.page.text).toContain('México');
    });

    test('begin from a template with the entities that use the system', async () => {
      const template = await area.get(`${home}/plantilla-cifras.csv`);
      expect(template.page.html).toContain('entidad,fecha,hora,reportado,logrado,total');
      expect(template.page.html).toContain('iec,2020-10-05,,,,');
    });
  });

  test('a maintenance is planned, is seen, and is cancelled with its reason', async () => {
    const address = `${home}/mantenimientos`;
    const hours = { 'p-desde': '2020-10-06', 'p-desde-hora': '01:00', 'p-hasta': '2020-10-06', 'p-hasta-hora': '02:00' };
    const { page } = await area.get(address);
    const backwards = await area.submit(page, `${address}/planear`, { ...hours, 'p-hasta-hora': '00:30', 'p-motivo': 'Parche' });
    expect(`${backwards.status} ${backwards.page.alerts.join()}`).toMatch(/^409 .*en desorden/);
    expect((await area.submit(page, `${address}/planear`, { ...hours, 'p-motivo': 'Parche' })).status).toBe(303);
    const planned = await area.get(address);
    expect(planned.page.text).toContain('6 oct 2020, 01:00');
    const cancelled = await area.submit(planned.page, `${address}/cancelar`, { 'c-cual': '2020-10-05-1', 'c-motivo': 'Se pospone' });
    expect(cancelled.status).toBe(303);
    expect((await visitorOf(site.web).get(address)).page.text).toMatch(/Cancelado.*Se pospone/);
  });
});
