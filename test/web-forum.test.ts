import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
const offices = ['consejeria', 'utsi', 'enlace-ieeh', 'enlace-iec', 'secretaria-tecnica', 'representacion-partido'] as const;

describe('the forum', { timeout: 60_000 }, () => {
  let site: TestApp;
  const sitting = new Map<string, Visitor>();
  const as = (office: (typeof offices)[number]): Visitor => sitting.get(office) ?? visitorOf(site.web);
  const anyone = () => visitorOf(site.web);

  /** Opens a thread as an office does, from the page of what it is about. */
  async function open(office: (typeof offices)[number], subject: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const { page } = await as(office).get(`${home}/foro/abrir?asunto=${encodeURIComponent(subject)}`);
    const answer = await as(office).submit(page, `${home}/foro/abrir`, fields);
    expect(answer.page.alerts).toEqual([]);
    expect(answer.status).toBe(303);
    return answer.location ?? '';
  }
  const refused = async (office: (typeof offices)[number], fields: Readonly<Record<string, string>>) => {
    const { page } = await as(office).get(`${home}/foro/abrir`);
    return as(office).submit(page, `${home}/foro/abrir`, {
      asunto: 'system:sije',
      titulo: 'T',
      texto: 'x',
      lectura: 'internal',
      ...fields,
    });
  };

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    for (const office of offices) {
      const visitor = visitorOf(site.web);
      await visitor.enterAs(office);
      sitting.set(office, visitor);
    }
  });
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  test('a question is asked from the page of an obligation, answered by whom it is addressed to, and accepted by whoever asked', async () => {
    const thread = await open('consejeria', 'obligation:ieeh/E14', {
      titulo: '¿Quién firma el contrato?',
      texto: 'No hay fecha de firma. **¿Cuándo** será?',
      dirigido: 'enlace-ieeh',
      lectura: 'internal',
      pregunta: 'si',
      plazo: '2020-10-09',
    });
    const panel = (await as('utsi').get(`${home}/prep/ieeh/E14`)).page;
    expect(panel.text).toContain('¿Quién firma el contrato?');
    const digest = (await as('enlace-ieeh').get(`${home}/resumen`)).page;
    expect(digest.links.map((one) => one.href)).toContain(thread);
    const asked = (await as('enlace-ieeh').get(thread)).page;
    expect(asked.html).toContain('<strong>¿Cuándo</strong>');
    expect(asked.text).toContain('Pregunta abierta');
    await as('enlace-ieeh').submit(asked, `${thread}/escribir`, { texto: 'El 8 de octubre.', cita: '1' });
    expect((await as('enlace-ieeh').get(`${home}/resumen`)).page.text).not.toContain('Preguntas del foro');
    expect((await as('consejeria').get(`${home}/resumen`)).page.text).toContain('hay respuesta');
    const answered = (await as('consejeria').get(thread)).page;
    expect(answered.text).toContain('Mensaje 1, de Consejería');
    const accepted = await as('consejeria').submit(answered, `${thread}/aceptar`);
    expect(accepted.location).toBe(`${thread}#m2`);
    const closed = (await as('utsi').get(thread)).page;
    expect(closed.text).toContain('Respuesta aceptada');
    expect(closed.forms.map((one) => one.action)).not.toContain(`${thread}/aceptar`);
  });

  test('what is internal about an OPL is not there for the public or for another OPL: list, thread, post, panel, digest, log', async () => {
    const secret = 'Palabra reservada';
    const before = site.app.worlds.current().position;
    const thread = await open('utsi', 'opl:ieeh', { titulo: secret, texto: `${secret}, @enlace-ieeh.`, lectura: 'internal' });
    const id = thread.split('/').at(-1);
    for (const visitor of [anyone(), as('enlace-iec')]) {
      expect((await visitor.get(thread)).status).toBe(404);
      expect((await visitor.get(`${thread}/1`)).status).toBe(404);
      for (const path of ['/foro', '/foro.csv', '/prep/ieeh', '/bitacora.csv', `/bitacora/${before + 1}`, `/bitacora/${before + 2}`, '/'])
        expect(`${path} ${(await visitor.get(`${home}${path}`)).page.html.includes(secret)}`).toBe(`${path} false`);
      expect((await visitor.get(`/api/processes/${exampleId}/log?after=${before}`)).page.html).not.toContain(secret);
    }
    for (const office of ['enlace-ieeh', 'consejeria', 'representacion-partido'] as const) {
      expect((await as(office).get(thread)).page.text).toContain(secret);
      expect((await as(office).get(`${home}/foro`)).page.text).toContain(secret);
    }
    expect((await as('enlace-ieeh').get(`${home}/bitacora/${before + 2}`)).page.html).toContain(secret);
    expect((await as('secretaria-tecnica').get(`${home}/quien-supo?asunto=thread:${id}`)).page.html).not.toContain(secret);
  });

  test('the secretariat opens an internal thread to everybody, with its reason', async () => {
    const thread = await open('utsi', 'system:sije', { titulo: 'Versión del SIJE', texto: 'Lista.', lectura: 'internal' });
    expect((await anyone().get(thread)).status).toBe(404);
    const page = (await as('secretaria-tecnica').get(thread)).page;
    await as('secretaria-tecnica').submit(page, `${thread}/circular`, { 'motivo-circular': 'Va al informe.' });
    const read = await anyone().get(thread);
    expect(read.page.text).toContain('Lista.');
    expect(read.page.forms.filter((one) => one.action.startsWith(thread))).toEqual([]);
  });

  test('editing keeps the former text in sight; withdrawing leaves the place, the reason and, for its author, the text', async () => {
    const thread = await open('consejeria', 'system:sije', { titulo: 'Pruebas', texto: 'Texto primero.', lectura: 'circulation' });
    const own = (await as('consejeria').get(`${thread}/1`)).page;
    await as('consejeria').submit(own, `${thread}/1/editar`, { texto: 'Texto segundo.' });
    const edited = (await anyone().get(`${thread}/1`)).page;
    expect(edited.text).toContain('Texto segundo.');
    expect(edited.text).toContain('Texto primero.');
    expect(edited.forms.map((one) => one.action)).not.toContain(`${thread}/1/editar`);
    const moderated = (await as('secretaria-tecnica').get(`${thread}/1`)).page;
    await as('secretaria-tecnica').submit(moderated, `${thread}/1/retirar`, { 'motivo-retirar': 'Trae un dato personal.' });
    for (const path of [thread, `${thread}/1`]) {
      const { html, text } = (await anyone().get(path)).page;
      expect(html).not.toContain('Texto segundo.');
      expect(html).not.toContain('Texto primero.');
      expect(text).toContain('Trae un dato personal.');
    }
    expect((await as('consejeria').get(`${thread}/1`)).page.text).toContain('Texto segundo.');
    // Neither in the past, when it was still there.
    const known = site.app.worlds.current().position - 1;
    expect((await anyone().get(`${thread}?conocido=${known}`)).page.html).not.toContain('Texto segundo.');
    const again = (await as('secretaria-tecnica').get(`${thread}/1`)).page;
    await as('secretaria-tecnica').submit(again, `${thread}/1/restituir`, { 'motivo-restituir': 'Se retiró por error.' });
    expect((await anyone().get(thread)).page.text).toContain('Texto segundo.');
  });

  test('a file goes with a post, and is handed out to whoever may read the thread and nobody else', async () => {
    const form = (await as('utsi').get(`${home}/foro/abrir?asunto=opl:ieeh`)).page;
    const csrf = form.forms.find((one) => one.action === `${home}/foro/abrir`)?.values.csrf ?? '';
    const fields = { csrf, asunto: 'opl:ieeh', titulo: 'Con anexo', texto: 'Va.', lectura: 'internal' };
    const sent = await as('utsi').send(`${home}/foro/abrir`, fields, { archivo: new File(['casilla,votos\n1,2\n'], 'datos.csv') });
    const file = `${sent.location}/1/archivos/1`;
    expect((await as('enlace-ieeh').get(file)).headers.get('content-disposition')).toContain('datos.csv');
    for (const visitor of [anyone(), as('enlace-iec')]) expect((await visitor.get(file)).status).toBe(404);
    expect((await as('utsi').get(`${sent.location}/1/archivos/2`)).status).toBe(404);
  });

  test('markup, scripts and pictures stay text', async () => {
    const texto = '<script>alert(1)</script>\n\n![x](https://evil.example/a.png) [aquí](javascript:alert(1))';
    const thread = await open('consejeria', 'system:sije', { titulo: '<b>Título</b>', texto, lectura: 'circulation' });
    const { html } = (await anyone().get(thread)).page;
    expect(html).not.toMatch(/<script>alert|<img|javascript:|<b>Título/);
    expect(html).toContain('&lt;script&gt;');
  });

  test.each([
    [{ titulo: '' }, 'Escriba un título'],
    [{ texto: '' }, 'Escriba el mensaje'],
    [{ lectura: '' }, 'Diga quién lo lee'],
    [{ asunto: 'system:no-hay' }, 'Elija un asunto de la lista'],
    [{ texto: 'Pregunto a @nadie.' }, '«@nadie» no es la clave'],
    [{ plazo: 'mañana' }, 'Responder a más tardar'],
    [{ texto: `${'> '.repeat(40)}x` }, 'niveles de cita'],
    [{ asunto: 'opl:ieeh', texto: '@enlace-iec, mire.' }, 'no puede leer este hilo interno'],
  ])('%j comes back with what was typed and what to do: %s', async (fields, told) => {
    const before = site.app.worlds.current().position;
    const { status, page } = await refused('utsi', fields);
    expect(status).toBe(422);
    expect(page.alerts.join(' ')).toContain(told);
    const { titulo, texto } = { titulo: 'T', texto: 'x', ...fields };
    expect(page.forms.find((one) => one.action === `${home}/foro/abrir`)?.values).toMatchObject({ titulo, texto });
    expect(site.app.worlds.current().position).toBe(before);
  });

  test('an OPL opens nothing internal about another, and a day for the answer that has passed is refused', async () => {
    const other = await refused('enlace-iec', { asunto: 'opl:ieeh' });
    expect(other.page.alerts.join(' ')).toContain('no lee lo interno de ese OPL');
    const late = await refused('utsi', { plazo: '2020-10-01' });
    expect(late.status).toBe(409);
    expect(late.page.alerts.join(' ')).toContain('es anterior a hoy');
  });

  test('the list is asked for by state, kind and one’s own, also as CSV; a past day shows what there was', async () => {
    const list = async (query: string) => (await as('enlace-ieeh').get(`${home}/foro${query}`)).page.text;
    expect(await list('?estado=answered')).toContain('¿Quién firma el contrato?');
    expect(await list('?estado=question')).not.toContain('¿Quién firma el contrato?');
    expect(await list('?tipo=system')).toContain('Versión del SIJE');
    expect(await list('?tipo=system')).not.toContain('¿Quién firma');
    expect(await list('?mios=si')).not.toContain('Versión del SIJE');
    expect(await list('?mios=si')).toContain('¿Quién firma');
    expect((await anyone().get(`${home}/foro.csv`)).page.html).toContain('Versión del SIJE');
    expect(await list('?al=2020-10-04')).not.toContain('¿Quién firma');
    expect((await as('consejeria').get(`${home}/foro/H1?al=2020-10-04`)).status).toBe(404);
  });
});
