import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { must } from '../src/core/result.ts';
import { bomb, docm, docx, pdf, pdfOf, program } from '../src/files/test-files.ts';
import { record, said } from './hand-in.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { addressOf, pathMap } from './path-map.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
const fileOf = ([bytes]: readonly [Uint8Array], name: string): File => new File([new Uint8Array(bytes)], name);
const place = `${home}/prep/ieeh/E05`;

describe('what an OPL hands in', () => {
  let site: TestApp;
  const at: Record<string, Visitor> = {};
  const position = () => site.app.worlds.current().position;
  const visitor = (office: string): Visitor => at[office] ?? visitorOf(site.web);

  /** A form with files, as a browser sends it. */
  const send = async (office: string, path: string, files: readonly File[], fields: Record<string, string> = {}, field = 'archivo') => {
    const body = new FormData();
    body.append('csrf', await visitor(office).token());
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const file of files) body.append(field, file);
    const headers = { cookie: visitor(office).cookie(), 'sec-fetch-site': 'same-origin' };
    const response = await site.web.request(path, { method: 'POST', body, headers });
    return { status: response.status, location: response.headers.get('location'), html: await response.text() };
  };
  const post = async (office: string, path: string, fields: Record<string, string>) =>
    visitor(office).post(path, { ...fields, csrf: await visitor(office).token() });
  const raw = (office: string, path: string) => site.web.request(path, { headers: { cookie: visitor(office).cookie() } });

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    for (const office of ['enlace-ieeh', 'enlace-iec', 'utsi', 'secretaria-tecnica', 'representacion-partido', 'consejeria']) {
      at[office] = visitorOf(site.web);
      await visitor(office).enterAs(office);
    }
  });
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  test('a document with macros is refused in words, the good one beside it is kept, and the form comes back with it', async () => {
    const before = position();
    const sent = await send('enlace-ieeh', `${place}/entregar`, [fileOf([docm()], 'plan.docm'), fileOf([pdf()], 'plan.pdf')], {
      nota: 'Va completo.',
    });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('«plan.docm» contiene macros');
    expect(sent.html).toContain('Ya recibido: <strong>plan.pdf</strong>');
    expect(sent.html).toContain('Va completo.');
    expect(position()).toBe(before);
    const token = /name="archivo-guardado" value="([^"]+)"/.exec(sent.html)?.[1] ?? '';
    // Another office cannot make the file its own by repeating the token.
    const stolen = await send('enlace-iec', `${home}/prep/iec/E05/entregar`, [], { 'archivo-guardado': token });
    expect(stolen.html).toContain('No hay nada que entregar');
    const done = await send('enlace-ieeh', `${place}/entregar`, [], { 'archivo-guardado': token });
    expect(done.location).toBe(`${place}#versiones`);
  });

  test('is a page, a file to be saved and never shown, and a receipt that is the same each time', async () => {
    const { page } = await visitor('enlace-ieeh').get(place);
    expect(page.text).toContain('plan.pdf');
    expect(page.text).toMatch(/IEEH-\d{6}/);
    const file = await raw('enlace-ieeh', `${place}/versiones/1/1`);
    expect(file.status).toBe(200);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf());
    expect(file.headers.get('content-disposition')).toContain('attachment; filename="plan.pdf"');
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    const receipts = await Promise.all(
      [0, 1].map(async () => new Uint8Array(await (await raw('enlace-ieeh', `${place}/versiones/1/acuse.pdf`)).arrayBuffer())),
    );
    expect(receipts[0]).toEqual(receipts[1]);
    expect((await visitor('enlace-ieeh').get(`${place}/versiones/2/acuse.pdf`)).status).toBe(404);
    expect((await visitor('enlace-ieeh').get(`${place}/versiones/1/2`)).status).toBe(404);
  });

  test('is observed, answered with a version and a text, settled and accepted; each turn stands on the obligation', async () => {
    const statusOf = async () => (await visitor('utsi').get(place)).page.text;
    expect(
      (await post('utsi', `${place}/revision/observar`, { version: '1', caracter: 'mandatory', texto: 'Falta el anexo.', pagina: '4' }))
        .status,
    ).toBe(303);
    expect(await statusOf()).toContain('Con observaciones');
    const early = await post('utsi', `${place}/revision/aceptar`, { version: '1' });
    expect(early.status).toBe(409);
    expect(early.page.text).toContain('Hay observaciones obligatorias sin atender: ieeh/E05/1');
    const same = await send('enlace-ieeh', `${place}/entregar`, [fileOf([pdf()], 'plan.pdf')]);
    expect(same.html).toContain('byte por byte, los de la versión 1');
    const next = await send('enlace-ieeh', `${place}/entregar`, [fileOf([pdf('dos')], 'plan 2.pdf')], { 'respuesta-1': 'Va el anexo.' });
    expect(next.status).toBe(303);
    const stale = await post('utsi', `${place}/revision/observar`, { version: '1', caracter: 'mandatory', texto: 'Otra.' });
    expect(stale.page.text).toContain('Usted revisó la versión 1 y ya hay una versión 2');
    await post('utsi', `${place}/revision/dictaminar`, { observacion: 'ieeh/E05/1', 'dictamen-1': 'attended' });
    expect((await visitor('utsi').get(`${home}/por-revisar`)).page.text).toContain('Aceptar u observar');
    expect((await post('utsi', `${place}/revision/aceptar`, { version: '2' })).status).toBe(303);
    expect(await statusOf()).toContain('Versión 2 aceptada el 5 de octubre de 2020');
    // What was handed in is public; what was said of it is told by number, never by its words.
    const informe = (await visitorOf(site.web).get(`${home}/informes/corte?corte=2020-10-05`)).page.text;
    expect(informe).toMatch(/Documentos recibidos y revisados[\s\S]*1 tiene su documento aceptado/);
    expect(informe).toContain('Observaciones a los documentos y su estado');
    expect(informe).not.toContain('Falta el anexo.');
    const again = await post('secretaria-tecnica', `${place}/revision/aceptar`, { version: '2' });
    expect(again.page.text).toContain('El entregable se aceptó el 5 de octubre de 2020');
    const list = await visitor('enlace-ieeh').get(`${home}/observaciones?estado=attended`);
    expect(list.page.text).toContain('ieeh/E05/1');
    expect((await visitor('enlace-iec').get(`${home}/observaciones`)).page.text).not.toContain('ieeh/E05/1');
  });

  test('the report of a month is filled in beside the figures of the last one, and comes back as typed when something is wrong', async () => {
    const of = (month: string) => `${home}/prep/ieeh/E03@2020-${month}`;
    const words = { hecho: 'Se instalaron equipos.', sigue: 'Capacitación.' };
    const august = await send('enlace-ieeh', `${of('08')}/entregar`, [], {
      ...words,
      'cifra-catdInstalled': '1,012',
      'cifra-testsRun': '0',
    });
    expect(august.status).toBe(303);
    const form = await visitor('enlace-ieeh').get(`${of('09')}/entregar`);
    expect(form.page.text).toContain('agosto de 2020: 1,012');
    expect(form.page.text).toContain('agosto de 2020: sin información');
    expect(form.page.text).toContain('agosto de 2020: Se instalaron equipos.');
    const wrong = await send('enlace-ieeh', `${of('09')}/entregar`, [], { hecho: 'Más equipos.', 'cifra-catdInstalled': 'mil' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Más equipos.');
    expect(wrong.html).toContain('value="mil"');
    expect(wrong.html).toContain('Escriba un número entero');
    const sent = await send('enlace-ieeh', `${of('09')}/entregar`, [], { ...words, 'cifra-catdInstalled': '1020', 'cifra-testsRun': '3' });
    expect(sent.status).toBe(303);
    const { page } = await visitor('utsi').get(of('09'));
    expect(page.text).toContain('CATD instalados 1,012 1,020 +8');
    expect(page.text).toContain('Informe llenado aquí');
    const receipt = await raw('enlace-ieeh', `${of('09')}/versiones/1/acuse.pdf`);
    expect(receipt.headers.get('content-type')).toBe('application/pdf');
  });

  test('the months of all OPLs say how late each report is; their figures are for whoever may read them', async () => {
    const list = await visitorOf(site.web).get(`${home}/informes-mensuales`);
    expect(list.page.text).toMatch(/IEEH .*Entregada \(30 días tarde\)/);
    const { page } = await visitor('consejeria').get(`${home}/informes-mensuales/ieeh`);
    expect(page.text).toContain('CATD instalados 1,012 1,020');
    expect((await visitor('enlace-iec').get(`${home}/informes-mensuales/ieeh`)).status).toBe(403);
    expect(await (await raw('utsi', `${home}/informes-mensuales/ieeh/cifras.csv`)).text()).toContain('2020-09');
    expect(await (await site.web.request(`${home}/informes-mensuales.csv`)).text()).toMatch(/IEEH,2020-08,2020-09-05,[^,]+,30/);
  });

  test('two versions stand side by side in their words, file by file; what cannot be read says why', async () => {
    const at9 = `${home}/prep/ieeh/E07`;
    const deliver = (files: readonly File[]) => send('enlace-ieeh', `${at9}/entregar`, files);
    await deliver([fileOf([docx(['Plan', 'Los simulacros son dos.'])], 'plan.docx'), fileOf([pdfOf('Anexo', 'Hoja dos')], 'anexo.pdf')]);
    expect((await visitor('utsi').get(`${at9}/comparar`)).page.text).toContain('Se comparan dos versiones');
    const plan = docx(['Plan', 'Los simulacros son tres.']);
    await deliver([fileOf([plan], 'plan.docx'), fileOf([pdfOf('Anexo', 'Hoja tres')], 'anexo.pdf'), fileOf([pdf('roto')], 'roto.pdf')]);
    const { page } = await visitor('utsi').get(`${at9}/comparar`);
    expect(page.html).toContain('Los simulacros son <del>dos</del>.');
    expect(page.html).toContain('Los simulacros son <ins>tres</ins>.');
    expect(page.text).toMatch(/anexo.pdf .*2 Hoja dos Hoja tres/);
    expect(page.text).toContain('Es nuevo: la otra versión no lo tiene.');
    await deliver([fileOf([plan], 'plan.docx'), fileOf([pdf('más roto')], 'roto.pdf')]);
    const third = await visitor('utsi').get(`${at9}/comparar?de=2&a=3`);
    expect(third.page.text).toContain('Es el mismo archivo, byte por byte.');
    expect(third.page.text).toContain('«roto.pdf»: El archivo está dañado o incompleto');
    expect(third.page.text).toContain('Ya no está en la versión nueva.');
    expect((await visitor('utsi').get(`${at9}/comparar?de=2&a=9`)).status).toBe(404);
    expect((await visitor('enlace-iec').get(`${at9}/comparar`)).status).toBe(403);
  });

  test('a spreadsheet is looked into first, row by row; nothing is recorded until it is confirmed, nor while one row is wrong', async () => {
    const sheet = (...rows: readonly string[]) => fileOf([strToU8(['OPL,Clave,Paso,Fecha', ...rows].join('\n'))], 'hoja.csv');
    const look = (file: File) => send('secretaria-tecnica', `${home}/carga`, [file], {}, 'hoja');
    const before = position();
    const wrong = await look(sheet('IEC,M01,Entregada,5/10/2020', 'Jalisco,M02,Entregada,5/10/2020'));
    expect(wrong.html).toContain('Hay 1 renglón por corregir. No se registró nada.');
    expect(wrong.html).toContain('«Jalisco» no es un OPL de este proceso');
    expect(wrong.html).not.toContain('Registrar 2 pasos');
    const right = await look(sheet('IEC,M01,Entregada,5/10/2020', 'IEC,M04,Entregada,5 de octubre de 2020'));
    expect(right.html).toContain('IEC · M04 · Entregada · 5 oct 2020');
    expect(right.html).toContain('Registrar 2 pasos');
    expect(position()).toBe(before);
    const token = /name="hoja-guardado" value="([^"]+)"/.exec(right.html)?.[1] ?? '';
    const done = await send('secretaria-tecnica', `${home}/carga`, [], { paso: 'registrar', 'hoja-guardado': token });
    expect(done.html).toContain('Se registraron 2 pasos.');
    expect(position()).toBe(before + 2);
    const twice = await send('secretaria-tecnica', `${home}/carga`, [], { paso: 'registrar', 'hoja-guardado': token });
    expect(twice.status).toBe(409);
    expect(position()).toBe(before + 2);
    expect((await look(fileOf([pdf()], 'hoja.pdf'))).html).toContain('Ese archivo no es una hoja de cálculo');
    expect((await look(fileOf([strToU8('uno,dos\n1,2')], 'hoja.csv'))).html).toContain(
      'Al primer renglón le faltan estas columnas: OPL, Clave, Paso, Fecha',
    );
  });

  const atDoor = (files: readonly File[]) => send('enlace-ieeh', `${home}/prep/ieeh/E13a/entregar`, files, { nota: 'Mi nota.' });
  const bad: readonly (readonly [string, string, Uint8Array, string])[] = [
    ['a program that calls itself a PDF', 'informe.pdf', program(), '«informe.pdf» es un programa o contiene uno'],
    [
      'an archive that unpacks to a thousand times its size',
      'anexos.zip',
      bomb(64),
      '«anexos.zip» se desempaca en mucho más de lo que pesa',
    ],
    ['a document that carries macros under another ending', 'plan.docx', docm(), '«plan.docx» contiene macros'],
    ['a file of nothing', 'vacio.pdf', new Uint8Array(), '«vacio.pdf» está vacío'],
  ];
  test.each(bad)(
    '%s is refused in words that say what to do, the form comes back, and nothing is recorded',
    async (_, name, bytes, said) => {
      const before = position();
      const sent = await atDoor([fileOf([bytes], name)]);
      expect([sent.status, sent.html]).toEqual([422, expect.stringContaining(said)]);
      expect(sent.html).toContain('Mi nota.');
      expect(position()).toBe(before);
    },
  );

  test('a disk that is full is told as such, with whom to tell, and the form comes back', async () => {
    const before = position();
    const full = vi.spyOn(site.app.files, 'keep').mockResolvedValue({ ok: false, error: { kind: 'disk-full' } });
    const sent = await atDoor([fileOf([pdf('lleno')], 'plan.pdf')]);
    full.mockRestore();
    expect([sent.status, sent.html]).toEqual([422, expect.stringContaining('No queda espacio en el servidor para guardar «plan.pdf»')]);
    expect(sent.html).toContain('Avise a quien administra la instalación');
    expect(sent.html).toContain('Mi nota.');
    expect(position()).toBe(before);
    expect((await atDoor([fileOf([pdf('lleno')], 'plan.pdf')])).status).toBe(303);
  });

  test('a name with folders and control characters loses them; what it was called stays written in the log', async () => {
    expect((await atDoor([fileOf([pdf('otra')], '../../etc/\u0007\u202eplan\u0000.pdf')])).status).toBe(303);
    const file = must(
      site.app.worlds.current().processes.get(exampleId)?.deliverables.deliverables.get('ieeh/E13a')?.versions.at(-1)?.files[0],
      'it was handed in',
    );
    expect(file.name).toBe('plan.pdf');
    const answer = await raw('utsi', `${home}/prep/ieeh/E13a/versiones/2/1`);
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="plan.pdf"');
  });

  test('of two reviewers who act at once on one version, both observations count, and one acceptance alone; the other is told', async () => {
    const at11 = `${home}/prep/ieeh/E13a/revision`;
    const both = (act: string, fields: Record<string, string>) =>
      Promise.all(['utsi', 'secretaria-tecnica'].map((office) => post(office, `${at11}/${act}`, { version: '2', ...fields })));
    const observed = await both('observar', { caracter: 'recommendation', texto: 'Conviene un índice.' });
    expect(observed.map(({ status }) => status)).toEqual([303, 303]);
    const told = [...(site.app.worlds.current().processes.get(exampleId)?.deliverables.observations.keys() ?? [])];
    expect(told.filter((id) => id.startsWith('ieeh/E13a/'))).toEqual(['ieeh/E13a/1', 'ieeh/E13a/2']);
    const accepted = await both('aceptar', {});
    expect(accepted.map(({ status }) => status).sort()).toEqual([303, 409]);
    const second = must(
      accepted.find(({ status }) => status === 409),
      'the second is refused',
    );
    expect(second.page.text).toContain('El entregable se aceptó el 5 de octubre de 2020');
  });

  test('what is reserved opens for the OPL and the reviewer, for nobody else; its public version, for everybody', async () => {
    const sent = await send(
      'enlace-ieeh',
      `${place}/reservar`,
      [fileOf([pdf('testada')], 'publica.pdf')],
      { area: 'IEEH', motivo: 'Seguridad.', hasta: '2020-12-31' },
      'publica',
    );
    expect(sent.status).toBe(303);
    for (const [office, status] of [
      ['enlace-ieeh', 200],
      ['utsi', 200],
      ['representacion-partido', 403],
      ['consejeria', 403],
    ] as const) {
      expect(`${(await raw(office, `${place}/versiones/1/1`)).status} ${office}`).toBe(`${status} ${office}`);
      expect(`${(await raw(office, `${place}/comparar`)).status} ${office}`).toBe(`${status} ${office}`);
    }
    const open = await site.web.request(`${place}/version-publica`);
    expect(new Uint8Array(await open.arrayBuffer())).toEqual(pdf('testada'));
    site.setNow('2021-01-01T18:00:00.000Z');
    expect((await raw('consejeria', `${place}/versiones/1/1`)).status).toBe(200);
    site.setNow('2020-10-05T18:00:00.000Z');
  });

  test('another OPL reaches no form, file or receipt of it by guessing addresses, and neither does nobody', async () => {
    const guarded = pathMap(site.app).filter((one) => typeof one.may === 'object' && 'oplParam' in one.may);
    expect(guarded.length).toBeGreaterThan(8);
    const before = position();
    for (const { method, path } of guarded) {
      const address = addressOf(path, { key: 'E05', version: '1', file: '1' });
      for (const who of [visitor('enlace-iec'), visitorOf(site.web)]) {
        const answer = method === 'GET' ? await who.get(address) : await who.post(address, { csrf: await who.token(), version: '1' });
        expect(`${answer.status} ${method} ${path}`).toBe(`403 ${method} ${path}`);
        expect(answer.page.text).not.toContain('plan.pdf');
      }
    }
    expect(position()).toBe(before);
    // Nor is there any address of a file by its digest.
    const [file] = site.app.worlds.current().processes.get(exampleId)?.deliverables.deliverables.get('ieeh/E05')?.versions[0]?.files ?? [];
    for (const address of [`/files/${file?.sha256}`, `${home}/files/${file?.sha256}`, `/recursos/${file?.sha256}`])
      expect((await visitor('enlace-iec').get(address)).status).toBe(404);
    expect((await visitor('enlace-iec').get(place)).page.text).not.toContain('plan.pdf');
  });

  test('whoever may not send the form leaves no file in the store', async () => {
    const bytes = pdf('nadie la quiere');
    const sent = await send('enlace-iec', `${place}/entregar`, [fileOf([bytes], 'x.pdf')]);
    expect(sent.status).toBe(403);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');
    expect(await site.app.files.has(digest)).toBe(false);
  });

  test('a file lost or altered on the disk is told, with what to do, and never handed out', async () => {
    const lost = { sha256: 'c'.repeat(64), sizeBytes: 10, type: 'application/pdf', name: 'c.pdf' };
    await record(site, [['submitDeliverable', { opl: 'ieeh', key: 'E09', files: [lost], note: said('x') }]]);
    const answer = await raw('utsi', `${home}/prep/ieeh/E09/versiones/1/1`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('sus bytes no están donde deben');
  });
});
