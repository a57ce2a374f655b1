import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../src/core/result.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

/** The informe of the cut-off of 5 November 2019 is written, reviewed, frozen, corrected and published. */
const home = `/${exampleId}`;
const texts = `${home}/informes/preparacion/prep/2019-11-05`;
let site: TestApp;
let secretariat: Visitor;
let utsi: Visitor;
let party: Visitor;
beforeAll(async () => {
  site = await openTestApp({ now: '2019-11-06T16:00:00.000Z' });
  [secretariat, utsi, party] = (await Promise.all(
    ['secretaria-tecnica', 'utsi', 'representacion-partido'].map(async (office) => {
      const visitor = visitorOf(site.web);
      await visitor.enterAs(office);
      return visitor;
    }),
  )) as [Visitor, Visitor, Visitor]; // three names, three visitors
});
afterAll(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

const position = () => site.app.worlds.current().position;
const typedIn = async (visitor: Visitor, section: string) => {
  const { page } = await visitor.get(`${texts}/${section}`);
  return must(
    page.forms.find((one) => one.action.endsWith('/guardar')),
    'there is an editor',
  ).values;
};
const save = async (visitor: Visitor, section: string, text: string, extra: Record<string, string> = {}) => {
  const { page } = await visitor.get(`${texts}/${section}`);
  return visitor.submit(page, `${texts}/${section}/guardar`, { texto: text, ...extra });
};

describe('the text of a section', () => {
  test('is kept while it is written, outside the log, and is there again after the browser was closed', async () => {
    const before = position();
    const { page } = await utsi.get(`${texts}/estado`);
    const { csrf = '' } = must(
      page.forms.find((one) => one.action.endsWith('/guardar')),
      'there is an editor',
    ).values;
    const kept = await utsi.post(`${texts}/estado/borrador`, { csrf, base: '0', texto: 'A medio escri' });
    expect(kept.page.text).toContain('Borrador guardado a las 10:00.');
    expect(position()).toBe(before);
    const again = visitorOf(site.web);
    await again.enterAs('utsi');
    expect((await typedIn(utsi, 'estado')).texto).toBe('A medio escri');
    expect((await secretariat.get(`${texts}/estado`)).page.text).not.toContain('A medio escri');
    expect((await secretariat.get(`${texts}/estado`)).page.text).toContain('también escribe aquí desde las 10:00');
  });

  test('becomes a version when it is saved, and the draft goes', async () => {
    const before = position();
    expect((await save(utsi, 'estado', 'Los dos OPL **avanzan**.')).status).toBe(303);
    expect(position()).toBe(before + 1);
    expect((await typedIn(utsi, 'estado')).texto).toBe('Los dos OPL **avanzan**.');
    expect((await secretariat.get(`${texts}/estado`)).page.text).not.toContain('también escribe');
  });

  test('is not lost when two write at once: the second sees what changed, and both stay', async () => {
    const [one, other] = await Promise.all([utsi.get(`${texts}/atencion`), secretariat.get(`${texts}/atencion`)]);
    expect((await utsi.submit(one.page, `${texts}/atencion/guardar`, { texto: 'Nada pendiente en Coahuila.' })).status).toBe(303);
    const refused = await secretariat.submit(other.page, `${texts}/atencion/guardar`, { texto: 'Falta un acuerdo de Hidalgo.' });
    expect(refused.status).toBe(409);
    expect(refused.page.text).toContain('Se guardó otra versión mientras usted escribía');
    expect(refused.page.text).toContain('Nada pendiente en Coahuila.');
    const form = must(
      refused.page.forms.find((each) => each.action.endsWith('/guardar')),
      'the form came back',
    );
    expect(form.values.texto).toBe('Falta un acuerdo de Hidalgo.');
    const both = 'Nada pendiente en Coahuila. Falta un acuerdo de Hidalgo.';
    expect((await secretariat.submit(refused.page, `${texts}/atencion/guardar`, { texto: both })).status).toBe(303);
    const { page } = await utsi.get(`${texts}/atencion`);
    expect(page.text).toContain('Versión 2');
    expect(page.text).toContain('Versión 1');
  });

  test('of two megabytes is refused with how many characters fit, and what was pasted is still there', async () => {
    const pasted = 'lorem ipsum '.repeat(175_000).trim();
    const refused = await save(utsi, 'cambios', pasted);
    expect(refused.status).toBe(422);
    expect(refused.page.text).toContain('el máximo es 100000');
    expect(
      must(
        refused.page.forms.find((one) => one.action.endsWith('/guardar')),
        'it came back',
      ).values.texto,
    ).toBe(pasted);
    expect((await typedIn(utsi, 'cambios')).texto).toBe(pasted); // and tomorrow too
  });

  test('is never markup: script stays words, a picture is told, a link to elsewhere than the web is none', async () => {
    const text = '<script>alert(1)</script>\n\n![captura](https://ejemplo.mx/grande.png) y [pulse](javascript:alert(1))';
    const page = await save(utsi, 'cambios', text, { ver: 'si' });
    expect(page.status).toBe(200);
    expect(page.page.text).toContain('<script>alert(1)</script>');
    expect(page.page.text).toContain('[captura] y pulse');
    const html = await (await site.web.request(`${texts}/cambios`, { headers: { cookie: utsi.cookie() } })).text();
    expect(html).not.toContain('<script>alert');
  });

  test('is refused to whom the section does not belong, unless it is assigned', async () => {
    const deoe = visitorOf(site.web);
    await deoe.enterAs('deoe');
    const csrf = await deoe.token();
    expect((await deoe.post(`${texts}/presentacion/guardar`, { csrf, base: '0', texto: 'Hola' })).status).toBe(403);
    const { page } = await secretariat.get(texts);
    await secretariat.submit(page, `${texts}/asignar`, { seccion: 'presentacion', cargo: 'deoe' });
    expect((await save(deoe, 'presentacion', 'La DEOE presenta.')).status).toBe(303);
  });
});

describe('the informe', () => {
  const read = async (visitor: Visitor, path: string) => (await visitor.get(`${home}/informes/${path}`)).page.text;
  const anyone = () => visitorOf(site.web);
  const act = async (path: string, fields: Record<string, string> = {}) =>
    expect((await secretariat.post(`${home}/informes/${path}`, { csrf: await secretariat.token(), ...fields })).status).toBe(303);

  test('shows a text once the secretariat integrates it, under the name of who wrote it', async () => {
    expect(await read(party, 'corte?corte=2019-11-05')).not.toContain('Los dos OPL avanzan.');
    await act('preparacion/prep/2019-11-05/estado/integrar', { version: '1' });
    const text = await read(party, 'corte?corte=2019-11-05');
    expect(text).toContain('Los dos OPL avanzan.');
    expect(text).toContain('Texto de Unidad Técnica de Servicios de Informática (UTSI). Versión 1, integrada el 6 de noviembre de 2019.');
  });

  test('keeps what was frozen: a later version appears in a corrected edition only, with its reason', async () => {
    site.setNow('2019-11-07T16:00:00.000Z');
    await act('congelar', { congelar: '2019-11-05' });
    const first = await (await site.web.request(`${home}/informes/prep-2019-11-05.md`, { headers: { cookie: party.cookie() } })).text();
    await save(utsi, 'estado', 'Sólo Coahuila avanza.');
    await act('preparacion/prep/2019-11-05/estado/integrar', { version: '2' });
    const again = await (await site.web.request(`${home}/informes/prep-2019-11-05.md`, { headers: { cookie: party.cookie() } })).text();
    expect(again).toBe(first);
    expect(first).toContain('Los dos OPL **avanzan**.');
    await act('congelar', { congelar: '2019-11-05', motivo: 'Se precisa el avance.' });
    const second = await read(party, 'prep-2019-11-05-2');
    expect(second).toContain('Sólo Coahuila avanza.');
    expect(second).toContain('2, corregida: Se precisa el avance.');
  });

  test('says, section by section, what a corrected edition changes', async () => {
    const text = await read(party, 'prep-2019-11-05-2/diferencia');
    expect(text).toContain('(edición 2), frente a');
    expect(text).toMatch(/Los dos OPL avanzan\.\s+Texto de .+ Versión 2, .+\s+Sólo Coahuila avanza\.|Sólo Coahuila avanza\./);
    expect(text).toMatch(/Sin cambios: .*Base legal/);
    expect(await read(party, 'prep-2019-11-05/diferencia')).toContain('Es el primero de su tipo');
  });

  test('is read by the public without its texts until it is published', async () => {
    await act('prep-2019-11-05-2/circular');
    expect(await read(anyone(), 'prep-2019-11-05-2')).not.toContain('Sólo Coahuila avanza.');
    await act('prep-2019-11-05-2/publicar');
    const text = await read(anyone(), 'prep-2019-11-05-2');
    expect(text).toContain('Sólo Coahuila avanza.');
    expect(text).toContain('Versión pública');
    expect((await anyone().get(texts)).status).toBe(403);
  });
});

describe('a party representative', () => {
  const informe = `${home}/informes/prep-2019-11-05-2`;
  test('reads, observes a paragraph, is answered, and finds it in the matrix of the next informe', async () => {
    const { page } = await party.get(`${informe}/observaciones`);
    const sent = await party.submit(page, `${informe}/observar`, {
      lugar: 'estado/2',
      texto: '¿Cuál es la fuente?',
      responder: '2019-11-12',
    });
    expect(sent.status).toBe(303);
    const waiting = (await party.get(`${informe}/observaciones`)).page.text;
    expect(waiting).toContain('Estado por OPL, párrafo 2: «Sólo Coahuila avanza.»');
    expect(waiting).toContain('Por responder');
    expect((await party.post(`${informe}/observaciones/1/responder`, { csrf: await party.token(), 'respuesta-1': 'x' })).status).toBe(403);

    const asked = (await utsi.get(`${informe}/observaciones`)).page;
    expect((await utsi.submit(asked, `${informe}/observaciones/1/responder`, { 'respuesta-1': 'El oficio 12.' })).status).toBe(303);
    const answered = (await secretariat.get(`${informe}/observaciones`)).page;
    const settled = await secretariat.submit(answered, `${informe}/observaciones/1/atender`, {
      'atencion-1': 'attended',
      'nota-1': 'Se cita.',
    });
    expect(settled.status).toBe(303);

    const next = (await party.get(`${home}/informes/corte?corte=2019-11-05`)).page.text;
    expect(next).toContain('Anexo. Matriz de observaciones y respuestas');
    expect(next).toContain('El oficio 12.');
    expect(next).toContain('Atendida. Se cita.');
    expect((await party.get(informe)).page.text).not.toContain('Matriz de observaciones'); // frozen before anybody observed
    expect((await visitorOf(site.web).get(`${home}/informes/corte?corte=2019-11-05`)).page.text).not.toContain('El oficio 12.');
  });

  test('finds on one page how an observation led to a commitment', async () => {
    const { page } = await secretariat.get(`${informe}/observaciones`);
    const second = await party.submit((await party.get(`${informe}/observaciones`)).page, `${informe}/observar`, {
      lugar: 'informe',
      texto: 'Conviene un anexo.',
      responder: '2019-11-12',
    });
    expect(second.status).toBe(303);
    const csrf = must(page.forms[0], 'the secretariat has forms').values.csrf ?? '';
    const origen = 'observation:prep-2019-11-05-2/2';
    const fields = { csrf, origen, compromiso: 'Agregar el anexo.', responsable: 'utsi', vence: '2019-11-20' };
    expect((await secretariat.post(`${home}/compromisos/contraer`, fields)).status).toBe(303);
    const text = (await party.get(`${home}/compromisos/C1`)).page.text;
    expect(text).toContain('Conviene un anexo.');
    expect(text.indexOf('Conviene un anexo.')).toBeLessThan(text.lastIndexOf('Agregar el anexo.'));
    expect((await party.get(`${informe}/observaciones`)).page.text).toContain('C1 · Agregar el anexo.');
  });

  test('is told what is wrong with an observation, and finds it filled in', async () => {
    const { page } = await party.get(`${informe}/observaciones`);
    const refused = await party.submit(page, `${informe}/observar`, { lugar: 'estado/99', texto: 'Algo', responder: 'ayer' });
    expect(refused.status).toBe(422);
    expect(refused.page.alerts[0]).toContain('Elija dónde');
    expect(refused.page.forms.find((one) => one.action.endsWith('/observar'))?.values.texto).toBe('Algo');
  });

  test('proves when the informe was circulated', async () => {
    const text = (await party.get(informe)).page.text;
    expect(text).toContain('Circulado el 7 nov 2019');
  });
});
