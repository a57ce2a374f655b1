import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
let site: TestApp;
beforeEach(async () => {
  site = await openTestApp({ now: '2019-11-07T18:00:00.000Z' });
});
afterEach(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

async function as(office: string): Promise<Visitor> {
  const visitor = visitorOf(site.web);
  await visitor.enterAs(office);
  return visitor;
}

describe('the agenda of meeting 2', () => {
  const path = `${home}/reuniones/2/orden`;

  test('is proposed from what is open, taken over as ticked, and convened with its PDF', async () => {
    const secretariat = await as('secretaria-tecnica');
    const { page } = await secretariat.get(path);
    expect(page.labels.join(' | ')).toContain('Aprobación de la minuta de la reunión 1');
    const proposed = await secretariat.submit(page, `${path}/proponer`, {});
    expect(proposed.status).toBe(303);
    expect((await secretariat.submit((await secretariat.get(path)).page, `${path}/convocar`)).status).toBe(303);
    const convened = (await visitorOf(site.web).get(path)).page;
    expect(convened.text).toContain('Convocatoria 1');
    const text = (await secretariat.get(`${home}/reuniones/2/convocatoria-1.md`)).page.html;
    expect(text).toContain('Convocatoria a la reunión 2 del Grupo de Trabajo');
    expect(text).toContain('martes 12 de noviembre de 2019');
    expect(text).toContain('Asuntos generales');
    expect(text).toContain('Representación de partido');
    const [one, two] = [
      await site.web.request(`${home}/reuniones/2/convocatoria-1.pdf`),
      await site.web.request(`${home}/reuniones/2/convocatoria-1.pdf`),
    ];
    expect(Buffer.compare(Buffer.from(await one.arrayBuffer()), Buffer.from(await two.arrayBuffer()))).toBe(0);
  });

  test('proposes what holds in red, and the questions nobody has answered: an internal one is counted and not named', async () => {
    const councillor = await as('consejeria');
    const opening = `${home}/foro/abrir`;
    for (const [titulo, lectura] of [
      ['¿Quién firma el convenio?', 'circulation'],
      ['¿Qué dijo el proveedor?', 'internal'],
    ] as const) {
      const { page: form } = await councillor.get(`${opening}?asunto=system:sije`);
      const fields = { titulo, texto: 'Se pide respuesta.', lectura, pregunta: 'si' };
      expect((await councillor.submit(form, opening, fields)).status).toBe(303);
    }
    const secretariat = await as('secretaria-tecnica');
    const { page } = await secretariat.get(path);
    expect(page.text).toContain('Preguntas del foro sin respuesta');
    expect(page.text).toContain('2 por responder, 0 después de su fecha; 1 internas.');
    expect((await secretariat.submit(page, `${path}/proponer`, { 'p-preguntas': '1' })).status).toBe(303);
    const agenda = (await visitorOf(site.web).get(path)).page.text;
    expect(agenda).toContain('¿Quién firma el convenio?');
    expect(agenda).not.toContain('¿Qué dijo el proveedor?');
    site.setNow('2020-10-13T18:00:00.000Z');
    expect((await (await as('secretaria-tecnica')).get(`${home}/reuniones/10/orden`)).page.text).toContain('Alerta: ');
  });

  test('a point typed wrong comes back filled in', async () => {
    const secretariat = await as('secretaria-tecnica');
    const { page } = await secretariat.get(path);
    const answer = await secretariat.submit(page, `${path}/agregar`, { punto: 'Seguimiento', minutos: 'diez' });
    expect(answer.status).toBe(422);
    expect(answer.page.field('Minutos')?.error).toContain('número entero');
    expect(answer.page.field('Punto')?.value).toBe('Seguimiento');
  });

  test('its documents are one list for everybody', async () => {
    const { page } = await visitorOf(site.web).get(`${home}/reuniones/2/documentos`);
    expect(page.text).toContain('Aquí estarán los documentos de la reunión');
  });

  test('what a device kept of it is thrown away when somebody leaves, and when somebody enters', async () => {
    const visitor = visitorOf(site.web);
    const form = (await visitor.get('/entrar')).page;
    const entered = await visitor.submit(form, '/entrar-como', { cargo: 'consejeria' });
    expect(entered.headers.get('clear-site-data')).toBe('"storage"');
    const left = await visitor.submit((await visitor.get(`${home}/reuniones/2/documentos`)).page, '/salir');
    expect(left.headers.get('clear-site-data')).toBe('"storage"');
  });
});
