import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../src/core/result.ts';
import { codeOf } from '../src/identity/test-authenticator.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
const password = 'tres torres miran lejos';
const another = 'cuatro palabras al azar';
let site: TestApp;
let admin: Visitor;
let n = 0;
let email: string;
let person: string;
let link: string;

beforeAll(async () => {
  site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
  const token = must(await site.app.identity.setupToken(), 'no account was made yet');
  admin = visitorOf(site.web);
  const { page } = await admin.get(`/puesta-en-marcha?token=${encodeURIComponent(token)}`);
  await admin.submit(page, '/puesta-en-marcha', { nombre: 'Primera Persona', correo: 'primera@ejemplo.mx', clave: password });
});
afterAll(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});
/** Everyone their own account, a suplente of the systems unit from 5 October. */
beforeEach(async () => {
  n += 1;
  email = `persona-${n}@ejemplo.mx`;
  site.setNow('2020-10-05T18:00:00.000Z');
  const { page } = await admin.get('/administracion');
  const fields = { nombre: `Persona ${n}`, correo: email, cargo: 'utsi', calidad: 'suplente', desde: '2020-10-05' };
  const made = await admin.submit(page, '/administracion/cuentas', fields);
  link = linkIn(made.page.html);
  person = must(await site.app.identity.personOf(email), 'the account was made');
  await setPassword(link, password);
});

const linkIn = (html: string): string => {
  const { pathname, search } = new URL(must(/http:\/\/localhost\/clave\?token=[^<"\s]+/.exec(html)?.[0], 'the page shows the link'));
  return pathname + search;
};
async function setPassword(address: string, clave: string) {
  const visitor = visitorOf(site.web);
  return visitor.submit((await visitor.get(address)).page, '/clave', { clave });
}
async function enter(clave = password): Promise<{ visitor: Visitor; to: string | null }> {
  const visitor = visitorOf(site.web, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
  const { location } = await visitor.submit((await visitor.get('/entrar')).page, '/entrar', { correo: email, clave });
  return { visitor, to: location };
}
const isInside = async (visitor: Visitor) => (await visitor.get('/cuenta')).status === 200;
const personPage = () => `/administracion/personas/${person}`;

describe('the page to sign in', () => {
  test('offers what resists deceit first and the password last; a passkey says that it needs script', async () => {
    const { page } = await visitorOf(site.web).get('/entrar');
    const actions = page.forms.map((form) => form.action).filter((action) => action.startsWith('/entrar'));
    expect(actions).toEqual(['/entrar/llave', '/entrar']);
    expect(page.html).toMatch(/<noscript>.*necesitan JavaScript/s);
    expect(page.html).not.toContain('/entrar/proveedor');
  });

  test('an answer that no passkey gave is refused on the same page, in both languages', async () => {
    const visitor = visitorOf(site.web);
    for (const [lang, words] of [
      ['es', 'La llave no se reconoció'],
      ['en', 'The passkey was not recognised'],
    ] as const) {
      const { page } = await visitor.get(`/entrar?lang=${lang}`);
      const csrf = must(page.forms.find((form) => form.action === '/entrar/llave')?.values.csrf, 'the form carries a token');
      const answer = await visitor.post(`/entrar/llave?lang=${lang}`, { csrf, boleto: 'x', respuesta: '{}' });
      expect([answer.status, answer.page.alerts[0]]).toEqual([422, expect.stringContaining(words)]);
    }
  });

  test('where nobody vouches for people there is no such address', async () => {
    expect((await visitorOf(site.web).get('/entrar/proveedor')).status).toBe(404);
    expect((await visitorOf(site.web).get('/entrar/proveedor/regreso?code=x&state=y')).status).toBe(404);
  });
});

describe('one’s own account', () => {
  test('codes are set up, asked for after the password, and nothing opens without them', async () => {
    const { visitor } = await enter();
    const wrong = await visitor.submit((await visitor.get('/cuenta')).page, '/cuenta/codigo/pedir', { 'actual-pedir': 'otra cosa' });
    expect([wrong.status, wrong.page.alerts[0]]).toEqual([422, expect.stringContaining('La contraseña actual no coincide')]);
    const shown = await visitor.submit((await visitor.get('/cuenta')).page, '/cuenta/codigo/pedir', { 'actual-pedir': password });
    const secret = must(/<code class="wrap">([A-Z2-7 ]+)<\/code>/.exec(shown.page.html)?.[1], 'the key is shown').replaceAll(' ', '');
    expect(shown.page.html).toContain('<svg class="qr"');
    const uri = `otpauth://totp/x?secret=${secret}`;
    const late = await visitor.submit(shown.page, '/cuenta/codigo/confirmar', { codigo: '000000' });
    expect([late.status, late.page.field('Código')?.error]).toEqual([422, expect.stringContaining('El código no es válido')]);
    const on = await visitor.submit(late.page, '/cuenta/codigo/confirmar', { codigo: codeOf(uri, Date.now()) });
    expect(on.location).toBe('/cuenta?hecho');
    expect((await visitor.get('/cuenta')).page.text).toContain('Le quedan 10 códigos de respaldo');

    const second = await enter();
    expect(second.to).toBe('/entrar/codigo');
    expect(await isInside(second.visitor)).toBe(false);
    const { page } = await second.visitor.get('/entrar/codigo');
    expect((await second.visitor.submit(page, '/entrar/codigo', { codigo: '123456' })).status).toBe(422);
    expect((await second.visitor.submit(page, '/entrar/codigo', { codigo: codeOf(uri, Date.now()) })).location).toBe('/');
    expect(await isInside(second.visitor)).toBe(true);
  });

  test('sessions are listed with when, how and from where, and ended by their holder', async () => {
    const [first, second] = [await enter(), await enter()];
    const { page } = await first.visitor.get('/cuenta');
    expect(page.text).toContain('Firefox, Linux');
    await first.visitor.submit(page, '/cuenta/sesiones/terminar', { sesion: 'others' });
    expect([await isInside(first.visitor), await isInside(second.visitor)]).toEqual([true, false]);
    expect((await first.visitor.get('/cuenta')).page.text).toContain('Se terminaron sesiones');
  });

  test('the password is changed with the current one, the form says what is wrong', async () => {
    const { visitor } = await enter();
    const { page } = await visitor.get('/cuenta');
    const weak = await visitor.submit(page, '/cuenta/clave', { actual: password, clave: 'corta' });
    expect([weak.status, weak.page.field('Contraseña nueva')?.error]).toEqual([422, expect.stringContaining('es muy corta')]);
    expect((await visitor.submit(page, '/cuenta/clave', { actual: password, clave: another })).location).toBe('/cuenta?hecho');
    expect((await enter()).to).toBeNull();
    expect((await enter(another)).to).toBe('/');
  });

  test('is nobody else’s: without a session there is none, and a visitor of an example has none', async () => {
    expect((await visitorOf(site.web).get('/cuenta')).status).toBe(403);
    const example = await openTestApp();
    const visitor = visitorOf(example.web);
    await visitor.enterAs('utsi');
    const { status, page } = await visitor.get('/cuenta');
    expect([status, page.text]).toEqual([200, expect.stringContaining('Entró de visita, sin cuenta')]);
    await example.close();
  });
});

describe('what the administrator does with a person', () => {
  const step = async (visitor: Visitor) => {
    const csrf = must((await visitor.get('/cargo')).page.forms[0]?.values.csrf, 'a form carries the token');
    return (await visitor.post(`${home}/prep/ieeh/M0${5 + (n % 4)}/avanzar`, { paso: 'start', fecha: '2020-10-05', csrf })).status;
  };

  test('ends an office on a day: until then its rights are there, the next day they are not', async () => {
    const { visitor } = await enter();
    const { page } = await admin.get(personPage());
    const fields = { asignacion: 'utsi|2020-10-05', ultimo: '2020-10-06', motivo: 'Terminó la suplencia' };
    expect((await admin.submit(page, `${personPage()}/cargos/terminar`, { ...fields, motivo: '' })).status).toBe(422);
    expect((await admin.submit(page, `${personPage()}/cargos/terminar`, fields)).status).toBe(303);
    expect((await admin.get(personPage())).page.text).toContain('Terminó la suplencia');
    site.setNow('2020-10-07T04:59:00.000Z'); // still the 6th in the capital
    expect(await step(visitor)).not.toBe(403);
    site.setNow('2020-10-07T05:01:00.000Z');
    expect(await step(visitor)).toBe(403);
    const again = await admin.submit(page, `${personPage()}/cargos/terminar`, { ...fields, ultimo: '2020-10-20' });
    expect([again.status, again.page.alerts[0]]).toEqual([409, expect.stringContaining('ya termina el 2020-10-06')]);
  });

  test('names a suplente from one day to another: within them the office, afterwards nothing', async () => {
    const { page } = await admin.get(personPage());
    const fields = { cargo: 'secretaria-tecnica', calidad: 'suplente', desde: '2020-10-08', hasta: '2020-10-09' };
    expect((await admin.submit(page, `${personPage()}/cargos/asignar`, { ...fields, hasta: '2020-10-01' })).status).toBe(409);
    expect((await admin.submit(page, `${personPage()}/cargos/asignar`, fields)).status).toBe(303);
    const { visitor } = await enter();
    const mayFreeze = async () => {
      const offices = (await visitor.get('/cargo')).page;
      await visitor.submit(offices, '/cargo', { cargo: 'secretaria-tecnica' });
      return (await visitor.get(`${home}/informes`)).page.forms.some((form) => form.action === `${home}/informes/congelar`);
    };
    const seen: boolean[] = [];
    for (const day of ['07', '08', '09', '10']) {
      site.setNow(`2020-10-${day}T18:00:00.000Z`);
      seen.push(await mayFreeze());
    }
    expect(seen).toEqual([false, true, true, false]);
  });

  test('ends the sessions of somebody, who is out at once', async () => {
    const { visitor } = await enter();
    await admin.submit((await admin.get(personPage())).page, `${personPage()}/sesiones/terminar`, { sesion: 'all' });
    expect(await isInside(visitor)).toBe(false);
  });

  test('opens a recovery, saying how they made sure; the record names them when it was used', async () => {
    const { page } = await admin.get(personPage());
    expect((await admin.submit(page, `${personPage()}/recuperar`)).page.field('Cómo comprobó quién es')?.error).toContain('Falta decir');
    const opened = await admin.submit(page, `${personPage()}/recuperar`, { fe: 'Vino en persona' });
    expect(opened.status).toBe(200);
    expect((await setPassword(linkIn(opened.page.html), another)).location).toBe('/entrar?lista');
    expect((await enter(another)).to).toBe('/');
    const record = (await admin.get('/administracion/accesos')).page.text;
    expect(record).toMatch(/Recuperación hecha · Dio fe: Primera Persona/);
    const csv = await (await site.web.request('/administracion/accesos.csv', { headers: { cookie: admin.cookie() } })).text();
    expect(csv).toContain('Vino en persona');
  });

  test('nobody witnesses their own recovery, and there is nobody of an id that was guessed', async () => {
    const own = must(await site.app.identity.personOf('primera@ejemplo.mx'), 'the first account');
    const { page } = await admin.get(`/administracion/personas/${own}`);
    const answer = await admin.submit(page, `/administracion/personas/${own}/recuperar`, { fe: 'Soy yo' });
    expect([answer.status, answer.page.alerts[0]]).toEqual([422, expect.stringContaining('Nadie da fe de su propia recuperación')]);
    expect((await admin.get('/administracion/personas/no-existe')).status).toBe(404);
  });

  test('none of it for anybody else: not the page, not the record, not its files', async () => {
    const { visitor } = await enter();
    for (const path of [personPage(), '/administracion/accesos', '/administracion/accesos.csv', '/administracion/accesos.xlsx'])
      expect([(await visitor.get(path)).status, (await visitorOf(site.web).get(path)).status]).toEqual([403, 403]);
  });
});
