import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../src/core/result.ts';
import { docx, pdfOf, streamOf } from '../src/files/test-files.ts';
import { record, said } from './hand-in.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
const utsi = { office: 'utsi', person: 'persona-utsi' };
const secretariat = { office: 'secretaria-tecnica', person: 'persona-secretaria' };
const offices = ['utsi', 'enlace-ieeh', 'enlace-iec', 'representacion-partido', 'secretaria-tecnica'] as const;

describe('looking for words', { timeout: 60_000 }, () => {
  let site: TestApp;
  const sitting = new Map<string, Visitor>();
  const as = (office: (typeof offices)[number]): Visitor => must(sitting.get(office), 'everybody has entered');
  const anyone = () => visitorOf(site.web);
  const asked = (words: string, more = '') => `${home}/buscar?q=${encodeURIComponent(words)}${more}`;
  const found = async (visitor: Visitor, words: string, more = ''): Promise<string> => {
    const { status, page } = await visitor.get(asked(words, more));
    expect(status).toBe(200);
    return page.text;
  };

  async function kept(bytes: Uint8Array, givenName: string) {
    const stored = await site.app.files.keep(streamOf(bytes), { givenName, maxBytes: 1_000_000 });
    if (!stored.ok) throw new Error(stored.error.kind);
    return stored.value.file;
  }

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    for (const office of offices) {
      const visitor = visitorOf(site.web);
      await visitor.enterAs(office);
      sitting.set(office, visitor);
    }
    const files = [
      await kept(docx(['Las contingencias eléctricas se atienden con plantas móviles.']), 'continuidad.docx'),
      await kept(pdfOf('La bodega zapoteca guarda equipo de respaldo.'), 'bodega.pdf'),
    ];
    await record(site, [['submitDeliverable', { opl: 'ieeh', key: 'E05', files }]]);
    const thread = { mentions: [], files: [], subject: 'opl:ieeh', opl: 'ieeh', title: 'Enlaces' };
    await record(
      site,
      [
        [
          'makeObservation',
          { opl: 'ieeh', key: 'E05', seen: 1, weight: 'mandatory', text: said('Falta el croquis de telecomunicaciones.') },
        ],
        ['openThread', { ...thread, text: 'El zafiro es la clave del enlace satelital.', audience: 'internal' }],
        [
          'openThread',
          { ...thread, subject: 'system:sije', title: 'Pruebas', text: 'Los **cronómetros** se publican.', audience: 'circulation' },
        ],
      ],
      '2020-10-05',
      utsi,
    );
    await site.app.search.catchUp();
    await site.app.search.read();
  });
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  test.each([
    ['an obligation of an OPL', 'contrato con el tercero IEEH', 'IEEH'],
    ['a meeting', 'reunión 6', 'Reunión 6'],
    ['a fact of the public record', 'suspendió', 'Hecho'],
    ['a post for circulation', 'cronometro', 'Pruebas'],
  ])('%s is found by anybody: «%s»', async (_, words, told) => {
    expect(await found(anyone(), words)).toContain(told);
  });

  test('accents, capitals and endings are the same word, and the words found are marked as they were written', async () => {
    for (const words of ['observaciones telecomunicacion', 'CROQUIS Telecomunicación']) {
      const { page } = await as('utsi').get(asked(words.replace('observaciones ', '')));
      expect(page.html).toContain('<mark>telecomunicaciones</mark>');
    }
  });

  test('the words inside a DOCX and a PDF are found, and lead to the file of the version', async () => {
    const { page } = await as('enlace-ieeh').get(asked('contingencia electrica'));
    expect(page.html).toContain('<mark>contingencias</mark> <mark>eléctricas</mark>');
    expect(page.links.map((one) => one.href)).toContain(`${home}/prep/ieeh/E05/versiones/1/1`);
    expect(await found(as('utsi'), 'bodegas zapotecas')).toContain('bodega.pdf');
  });

  test.each([
    ['documents', 'plantas móviles'],
    ['observations', 'croquis'],
    ['internal threads about an OPL', 'zafiro'],
  ])('%s are found by those who may read them and by nobody else', async (_, words) => {
    for (const office of ['utsi', 'enlace-ieeh', 'representacion-partido'] as const)
      expect(`${office} ${await found(as(office), words)}`).toContain('1 resultado');
    for (const visitor of [anyone(), as('enlace-iec')]) expect(await found(visitor, words)).toContain('0 resultados');
  });

  test('a document that is reserved is no longer found by those who may not open it', async () => {
    const reserve = { opl: 'ieeh', key: 'E05', owner: said('IEEH'), reason: said('Seguridad'), until: '2020-12-31' };
    await record(site, [['reserveDeliverable', reserve]]);
    expect(await found(as('representacion-partido'), 'plantas móviles')).toContain('0 resultados');
    expect(await found(as('enlace-ieeh'), 'plantas móviles')).toContain('1 resultado');
    // Neither does yesterday’s state open what is closed today.
    const known = site.app.worlds.current().position - 1;
    expect(await found(as('representacion-partido'), 'plantas móviles', `&conocido=${known}`)).toContain('0 resultados');
  });

  test('a post that was edited is found by what it says now; by what it said, on the day it said it', async () => {
    const before = site.app.worlds.current().position;
    await record(site, [['editPost', { thread: 'H2', post: 1, text: 'Los relojes se publican.', mentions: [] }]], '2020-10-05', utsi);
    expect(await found(anyone(), 'relojes')).toContain('1 resultado');
    expect(await found(anyone(), 'cronómetros')).toContain('0 resultados');
    expect(await found(anyone(), 'cronómetros', `&conocido=${before}`)).toContain('1 resultado');
    await record(site, [['withdrawPost', { thread: 'H2', post: 1, reason: 'Dato personal' }]], '2020-10-05', secretariat);
    expect(await found(anyone(), 'relojes')).toContain('0 resultados');
    expect(await found(anyone(), 'cronómetros', `&conocido=${before}`)).toContain('0 resultados');
    expect(await found(as('secretaria-tecnica'), 'relojes')).toContain('1 resultado');
  });

  test('what is found is narrowed by kind, OPL, organisation and dates; a past state finds nothing of later', async () => {
    expect(await found(as('utsi'), 'croquis', '&tipo=thread')).toContain('0 resultados');
    expect(await found(as('utsi'), 'croquis', '&tipo=observation&opl=ieeh&organizacion=ine')).toContain('1 resultado');
    expect(await found(as('utsi'), 'croquis', '&opl=iec')).toContain('0 resultados');
    expect(await found(as('utsi'), 'croquis', '&organizacion=ieeh')).toContain('0 resultados');
    expect(await found(as('utsi'), 'croquis', '&desde=2020-10-05&hasta=2020-10-05')).toContain('1 resultado');
    expect(await found(as('utsi'), 'croquis', '&hasta=2020-10-04')).toContain('0 resultados');
    expect(await found(as('utsi'), 'croquis', '&al=2020-10-04')).toContain('0 resultados');
  });

  test.each([
    ['&q=', 'Escriba una o más palabras'],
    ['&q=acta&desde=ayer', 'Escriba la fecha como'],
  ])('«%s» is answered with what to do', async (query, told) => {
    const { status, page } = await anyone().get(`${home}/buscar?${query}`);
    expect(status).toBe(422);
    expect(page.alerts.join(' ')).toContain(told);
  });

  test('whatever is typed is words: signs, markup, nothing but small words', async () => {
    for (const words of ['" OR title:* NEAR(', '<script>alert(1)</script>', 'de la', "'; DROP TABLE words"]) {
      const { status, page } = await anyone().get(asked(words));
      expect(status).toBe(200);
      expect(page.html).not.toContain('<script>alert');
    }
  });
});
