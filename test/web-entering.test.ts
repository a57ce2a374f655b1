import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decideAct } from '../src/app/acts.ts';
import { emptyProcess } from '../src/app/world.ts';
import { must } from '../src/core/result.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
const password = 'tres torres miran lejos';
let site: TestApp;
const open = async () => {
  site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
};
const closeSound = async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
};
/** A program of its own for each test, or one for all of them where none leaves anything behind. */
const openForEach = () => {
  beforeEach(open);
  afterEach(closeSound);
};
const openForAll = () => {
  beforeAll(open);
  afterAll(closeSound);
};

const position = () => site.app.worlds.current().position;
const chairs = async (visitor: Visitor) =>
  (await visitor.get('/entrar')).page.forms.filter((form) => form.action === '/entrar-como').length;
const whoIs = async (visitor: Visitor) => (await visitor.get('/cargo')).location ?? (await visitor.get('/cargo')).page.title;

/** First start: whoever has the link makes the first account. */
async function setUp(fields: Record<string, string> = {}) {
  const token = must(await site.app.identity.setupToken(), 'no account was made yet');
  const visitor = visitorOf(site.web);
  const { page } = await visitor.get(`/puesta-en-marcha?token=${encodeURIComponent(token)}`);
  const filled = { nombre: 'Primera Persona', correo: 'primera@ejemplo.mx', clave: password, ...fields };
  return { visitor, token, answer: await visitor.submit(page, '/puesta-en-marcha', filled) };
}

async function openRealProcess(): Promise<void> {
  const data = {
    name: { es: 'Proceso de verdad', en: 'Real process' },
    timeZone: 'America/Mexico_City',
    example: false,
    fictitious: false,
    source: { text: 'Acuerdo', confirmation: 'seen' },
  };
  const decided = decideAct('openProcess', emptyProcess(), '2020-09-01', { office: 'atalaya' }, data, { norms: new Map() });
  if (!decided.ok) throw new Error(decided.error.en);
  expect((await site.app.ledger.append('pel-2026', 0, decided.value)).ok).toBe(true);
  await site.app.worlds.catchUp();
}

describe('entering without a password', () => {
  openForEach();

  test('is offered on example data only, from every chair, and says in whose name one acts', async () => {
    const visitor = visitorOf(site.web);
    const { page } = await visitor.get('/entrar');
    for (const { name } of site.app.worlds.current().people.offices.values()) expect(page.text).toContain(name.es);
    await visitor.enterAs('utsi');
    expect((await visitor.get(`${home}/`)).page.html).toContain('Unidad Técnica de Servicios de Informática (UTSI)');
    expect((await visitor.get(`${home}/prep/ieeh/M05`)).page.forms.map((form) => form.action)).toContain(`${home}/prep/ieeh/M05/avanzar`);
  });

  test('as an office that nobody created is refused', async () => {
    const visitor = visitorOf(site.web);
    const { page } = await visitor.get('/entrar');
    const answer = await visitor.submit(page, '/entrar-como', { cargo: 'emperador' });
    expect(answer.status).toBe(422);
    expect(await whoIs(visitor)).toBe('/entrar');
  });

  test.each([
    ['the first account was made', async () => void (await setUp())],
    ['a process that is no example was opened', openRealProcess],
  ])('is over once %s: no chairs, no such address, and whoever had entered is nobody', async (_, happened) => {
    const inside = visitorOf(site.web);
    await inside.enterAs('secretaria-tecnica');
    const open = (await inside.get(`${home}/informes`)).page;
    await happened();
    const late = visitorOf(site.web);
    expect([await chairs(inside), await chairs(late)]).toEqual([0, 0]);
    const csrf = await late.token();
    const refused = await late.post('/entrar-como', { cargo: 'secretaria-tecnica', csrf });
    expect([refused.status, refused.page.text]).toEqual([404, expect.stringContaining('no está disponible')]);
    expect(late.cookie()).not.toContain('session');
    expect(await whoIs(inside)).toBe('/entrar');
    expect((await inside.get(`${home}/informes`)).page.html).toContain('Iniciar sesión');
    const before = position();
    expect((await inside.submit(open, `${home}/informes/congelar`, { congelar: '2020-03-10' })).status).toBe(403);
    expect((await inside.get('/administracion')).status).toBe(403);
    expect(position()).toBe(before);
  });
});

describe('the first start', () => {
  openForEach();

  test('creates the account, gives it the administrator’s office, and signs it in', async () => {
    const { visitor, answer } = await setUp();
    expect([answer.status, answer.location]).toEqual([303, '/administracion']);
    const { status, page } = await visitor.get('/administracion');
    expect(status).toBe(200);
    expect(page.text).toContain('Primera Persona (titular, 5 oct 2020)');
    expect(await whoIs(visitor)).toContain('Mi cargo');
    expect(await logText()).not.toMatch(/Primera Persona|primera@/); // names stay out of the log, which nobody can erase
  });

  test('on an empty log also creates the organisation and the office', async () => {
    await site.close();
    site = await openTestApp({ example: false });
    const { visitor, answer } = await setUp();
    expect(answer.location).toBe('/administracion');
    expect((await visitor.get('/administracion')).page.text).toContain('Administración de Atalaya');
  });

  test('works once: its link is worth nothing afterwards', async () => {
    const { token } = await setUp();
    expect(await site.app.identity.setupToken()).toBeUndefined();
    const other = visitorOf(site.web);
    const { page } = await other.get(`/puesta-en-marcha?token=${encodeURIComponent(token)}`);
    const before = position();
    const again = await other.submit(page, '/puesta-en-marcha', { nombre: 'Otra', correo: 'otra@ejemplo.mx', clave: password });
    expect([again.status, again.page.alerts[0]]).toEqual([422, expect.stringContaining('Este enlace ya se usó, venció o no es válido')]);
    expect(position()).toBe(before);
  });
});

describe('the form of the first start', () => {
  openForAll();

  test.each([
    [{ clave: 'corta' }, 'Contraseña nueva', 'La contraseña es muy corta: use al menos 12 caracteres'],
    [{ clave: 'contraseña123' }, 'Contraseña nueva', 'de las primeras que cualquiera probaría'],
    [{ correo: 'sin-arroba' }, 'Correo electrónico', 'no tiene la forma nombre@dominio'],
    [{ nombre: ' ' }, 'Nombre', 'Falta el nombre'],
  ])('comes back filled in when %j is wrong', async (fields, label, words) => {
    const { answer } = await setUp(fields);
    expect(answer.status).toBe(422);
    expect(answer.page.field(label)?.error).toContain(words);
    expect(answer.page.alerts[0]).toContain(words);
    if (!('nombre' in fields)) expect(answer.page.field('Nombre')?.value).toBe('Primera Persona');
    expect(answer.page.html).not.toContain(`value="${'clave' in fields ? fields.clave : password}"`);
    expect(await site.app.identity.hasAccounts()).toBe(false);
  });
});

async function logText(): Promise<string> {
  let text = '';
  for await (const batch of site.app.ledger.read()) for (const row of batch) text += row.body;
  return text;
}

describe('signing in', () => {
  openForEach();

  const signIn = async (visitor: Visitor, correo: string, clave: string) =>
    visitor.submit((await visitor.get('/entrar')).page, '/entrar', { correo, clave });

  test('with a wrong password, or as nobody, is refused in the same words, and the address typed comes back', async () => {
    await setUp();
    for (const correo of ['primera@ejemplo.mx', 'nadie@ejemplo.mx']) {
      const answer = await signIn(visitorOf(site.web), correo, 'otra cosa muy distinta');
      expect(answer.status).toBe(422);
      expect(answer.page.alerts[0]).toContain('El correo o la contraseña no coinciden');
      expect(answer.page.field('Correo electrónico')?.value).toBe(correo);
      expect(answer.page.html).not.toContain('otra cosa muy distinta');
    }
  });

  test('is refused for a while after five wrong passwords, even with the right one', async () => {
    await setUp();
    const visitor = visitorOf(site.web);
    for (let n = 0; n < 5; n += 1) expect((await signIn(visitor, 'primera@ejemplo.mx', `equivocada ${n} otra vez`)).status).toBe(422);
    const answer = await signIn(visitor, 'primera@ejemplo.mx', password);
    expect(answer.status).toBe(429);
    expect(answer.page.alerts[0]).toMatch(/Demasiados intentos\. Espere \d+ minutos/);
  });

  test('and out again: the session is worth nothing afterwards', async () => {
    const { visitor } = await setUp();
    const kept = visitor.cookie();
    const { page } = await visitor.get(`${home}/`);
    expect((await visitor.submit(page, '/salir')).status).toBe(303);
    expect(await whoIs(visitor)).toBe('/entrar');
    const stolen = await site.web.request('/administracion', { headers: { cookie: kept } });
    expect(stolen.status).toBe(403);
  });
});

/** The form of the administrator, filled in for another account and sent. */
async function sendAccount(admin: Visitor, fields: Record<string, string>) {
  const { page } = await admin.get('/administracion');
  const filled = { nombre: 'Ana', correo: 'ana@ejemplo.mx', cargo: 'utsi', calidad: 'titular', desde: '2020-10-05', ...fields };
  return admin.submit(page, '/administracion/cuentas', filled);
}

describe('an account that the administrator makes', () => {
  openForEach();
  const newAccount = async (fields: Record<string, string>) => sendAccount((await setUp()).visitor, fields);
  async function firstVisit(link: string): Promise<Visitor> {
    const person = visitorOf(site.web);
    const { pathname, search } = new URL(link);
    const { page } = await person.get(pathname + search);
    const set = await person.submit(page, '/clave', { clave: password });
    expect([set.status, set.location]).toEqual([303, '/entrar?lista']);
    const ready = await person.get('/entrar?lista');
    expect(ready.page.text).toContain('La contraseña quedó fijada');
    expect((await person.submit(ready.page, '/entrar', { correo: 'ANA@ejemplo.mx', clave: password })).status).toBe(303);
    return person;
  }
  const linkIn = (html: string): string => must(/http:\/\/localhost\/clave\?token=[^<"\s]+/.exec(html)?.[0], 'the page shows the link');

  test('gets its password by a link that works once, and acts in its office', async () => {
    const made = await newAccount({});
    expect(made.status).toBe(200);
    const link = linkIn(made.page.html);
    const person = await firstVisit(link);
    expect((await person.get(`${home}/`)).page.html).toContain('Unidad Técnica de Servicios de Informática (UTSI)');
    const { page } = await person.get(`${home}/prep/ieeh/M05`);
    const recorded = await person.submit(page, `${home}/prep/ieeh/M05/avanzar`, { paso: 'start', fecha: '2020-10-05' });
    expect(recorded.status).toBe(303);
    expect((await person.get('/administracion')).status).toBe(403);
    const other = visitorOf(site.web);
    const again = await other.submit((await other.get(new URL(link).pathname + new URL(link).search)).page, '/clave', {
      clave: `${password} dos`,
    });
    expect([again.status, again.page.alerts[0]]).toEqual([422, expect.stringContaining('Este enlace ya se usó')]);
  });

  test('may do nothing before the day its office begins', async () => {
    const made = await newAccount({ desde: '2020-10-07' });
    const person = await firstVisit(linkIn(made.page.html));
    const early = await person.get('/cargo');
    expect(early.page.text).toContain('Su cuenta no tiene hoy ningún cargo');
    const csrf = await person.token().catch(() => '');
    const token = csrf || must((await person.get(`${home}/`)).page.forms[0]?.values.csrf, 'the form to sign out carries the token');
    const step = { paso: 'start', fecha: '2020-10-05', csrf: token };
    expect((await person.post(`${home}/prep/ieeh/M05/avanzar`, step)).status).toBe(403);
    site.setNow('2020-10-07T06:00:00.000Z'); // midnight, the capital being at UTC−5 until the end of October
    expect((await person.post(`${home}/prep/ieeh/M05/avanzar`, step)).status).toBe(303);
  });

  test('acts only as an office it holds, whatever it asks for', async () => {
    const made = await newAccount({});
    const person = await firstVisit(linkIn(made.page.html));
    const { page } = await person.get('/cargo');
    await person.submit(page, '/cargo', { cargo: 'secretaria-tecnica' });
    expect((await person.get(`${home}/informes`)).page.forms.map((form) => form.action)).not.toContain(`${home}/informes/congelar`);
    const csrf = must((await person.get('/cargo')).page.forms[0]?.values.csrf, 'the form carries a token');
    expect((await person.post(`${home}/informes/congelar`, { congelar: '2020-03-10', csrf })).status).toBe(403);
  });
});

describe('the form for an account', () => {
  openForAll();
  let admin: Visitor;
  beforeAll(async () => {
    admin = (await setUp()).visitor;
  });

  test.each([
    [{ cargo: '' }, 'Cargo', 422],
    [{ calidad: 'emperador' }, 'Calidad', 422],
    [{ desde: 'mañana' }, 'Desde', 422],
    [{ correo: 'primera@ejemplo.mx' }, 'Correo electrónico', 409],
  ])('is refused when %j is wrong, and the form comes back filled in', async (fields, label, status) => {
    const made = await sendAccount(admin, fields);
    expect(made.status).toBe(status);
    expect(made.page.field(label)?.error).toBeTruthy();
    expect(made.page.field('Nombre')?.value).toBe('Ana');
    expect(await site.app.identity.personOf('ana@ejemplo.mx')).toBeUndefined();
  });
});

describe('choosing the language', () => {
  openForAll();

  test.each([
    [`${home}/prep?al=2020-10-12`, `${home}/prep?al=2020-10-12`],
    [`${home}/prep?lang=en`, `${home}/prep`],
    [`${home}/prep?lang=en&al=2020-10-12`, `${home}/prep?al=2020-10-12`],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/\n/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['evil', '/'],
    ['', '/'],
    ['/?lang=en&/evil.example', '/?/evil.example'],
  ])('goes back to %j as %s, and never to another site', async (back, to) => {
    const { status, location, headers } = await visitorOf(site.web).get(`/idioma?lang=en&volver=${encodeURIComponent(back)}`);
    expect([status, location]).toEqual([303, to]);
    expect(new URL(location ?? '', 'http://localhost').host).toBe('localhost');
    expect(headers.getSetCookie()[0]).toMatch(/^lang=en; Path=\/;/);
  });
});
