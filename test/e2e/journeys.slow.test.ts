import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble } from '../../src/app/assemble.tsx';
import { proofOf } from '../../src/app/log-check.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { createRunning } from '../../src/app/running.ts';
import { pdf } from '../../src/files/test-files.ts';
import { listen } from '../../src/web/listen.ts';
import { record } from '../hand-in.ts';
import { openTestApp } from '../open-test-app.ts';
import { enterAs, home, type OpenSite, openSite } from './open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ now: '2026-11-22T18:00:00.000Z' });
});
afterAll(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

const secretariat = { office: 'secretaria-tecnica', person: 'persona-secretaria' };
const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const withoutScript = { ...desk, javaScriptEnabled: false };

async function readsWhyHidalgoIsRed(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Ver el estado al').fill('2020-10-12');
  await page.getByRole('button', { name: 'Ver estado' }).click();
  await page.getByText('Estado al 12 de octubre de 2020').waitFor();
  const risk = page.getByRole('region', { name: 'En riesgo, y por qué' });
  const hidalgo = risk.getByRole('listitem').filter({ hasText: 'Hidalgo: en riesgo' });
  for (const reason of ['Fuera del plan vigente (5)', 'Ningún simulacro exitoso', 'Lo capturado no es lo publicado'])
    expect(await hidalgo.textContent()).toContain(reason);
  expect(await risk.textContent()).not.toContain('Coahuila');
  await hidalgo.getByRole('link', { name: 'Ningún simulacro exitoso' }).click();
  const why = page.getByRole('region', { name: 'Por qué' });
  await why.waitFor();
  expect(await why.textContent()).toContain('de los 4 que constan');
  expect(await why.textContent()).toContain('Se cumple sin interrupción desde el 4 de octubre de 2020.');
  expect(await page.getByText('Estado al 12 de octubre de 2020').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Tablero' }).click();
  await hidalgo.getByRole('link', { name: 'Fuera del plan vigente' }).click();
  const reasons = page.getByRole('region', { name: 'Riesgo: en riesgo' });
  await reasons.getByRole('link', { name: /E14/ }).click();
  await page.getByRole('link', { name: /E14/ }).last().click();
  await page.getByRole('heading', { name: 'Quedó fuera del plan vigente' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Qué fecha daría la regla: 18 de junio de 2020' }).isVisible()).toBe(true);
}

async function recordsADeliveryAndUtsiObservesIt(page: Page, key: string): Promise<void> {
  const address = `${home}/prep/ieeh/${key}`;
  const record = page.getByRole('region', { name: 'Registrar un paso' });
  await enterAs(page, 'Enlace del IEEH');
  await page.goto(address);
  await record.getByLabel('Paso').selectOption({ label: 'Registrar entrega' });
  await record.getByLabel('Día en que ocurrió').fill('2026-11-20');
  await record.getByLabel('Nota').fill('Oficio 12, con su anexo.');
  await record.getByRole('button', { name: 'Registrar paso' }).click();
  await page.getByText('Registró: Enlace del IEEH').waitFor();
  expect(await page.getByRole('region', { name: 'Lo registrado' }).textContent()).toContain('Oficio 12, con su anexo.');
  await page.getByRole('button', { name: 'Cerrar sesión' }).click();
  await page.getByRole('link', { name: 'Iniciar sesión' }).waitFor();

  await enterAs(page, 'Unidad Técnica de Servicios de Informática (UTSI)');
  await page.goto(address);
  await record.getByLabel('Paso').selectOption({ label: 'Registrar observaciones' });
  await record.getByLabel('Nota').fill('Falta la firma.');
  await record.getByRole('button', { name: 'Registrar paso' }).click();
  await page.getByText('Registró: Unidad Técnica de Servicios de Informática (UTSI)').waitFor();
  expect(await page.getByRole('region', { name: 'Lo registrado' }).textContent()).toContain('Falta la firma.');
  await page.getByRole('link', { name: 'Tablero' }).click();
  const changed = page.getByRole('region', { name: 'Qué cambió' });
  await changed.waitFor();
  expect(await changed.textContent()).toContain('Falta la firma.');
}

async function freezesCirculatesAndDownloads(page: Page, cutoff: string, name: string): Promise<Buffer> {
  await enterAs(page, 'Secretaría Técnica');
  await page.goto(`${home}/informes`);
  const freeze = page.getByRole('region', { name: 'Congelar un informe' });
  await freeze.getByLabel('Fecha de corte').fill(cutoff);
  await freeze.getByRole('button', { name: 'Congelar informe' }).click();
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Circular informe' }).click();
  await page.getByText('Circulado el 22 nov 2026').waitFor();
  expect(await page.getByRole('button', { name: 'Circular informe' }).count()).toBe(0);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'PDF', exact: true }).click()]);
  expect(download.suggestedFilename()).toBe(`pel-2019-2020-prep-${cutoff}.pdf`);
  return readFile(await download.path());
}

test.each([
  ['with script', desk],
  ['without script', withoutScript],
])('a councillor opens the board on 12 October 2020 and reads why Hidalgo needs attention, %s', async (_, options) => {
  await site.visit(options, readsWhyHidalgoIsRed);
});

test.each([
  ['with script', phone],
  ['without script', { ...phone, javaScriptEnabled: false }],
])('an adviser looks up the reason for a date on a telephone, %s', async (_, options) => {
  await site.visit(options, readsOnATelephone);
});

async function readsOnATelephone(page: Page): Promise<void> {
  await page.goto(`${home}/?al=2020-03-10`);
  await page.getByRole('button', { name: 'Menú', exact: true }).tap();
  await page.getByRole('link', { name: 'PREP de los OPL' }).tap();
  await page.getByRole('link', { name: 'Hidalgo', exact: true }).tap();
  await page.getByRole('heading', { level: 1, name: 'Hidalgo' }).waitFor();
  await page.getByRole('link', { name: 'E14' }).tap();
  await page.getByRole('heading', { name: 'Por qué vence el 7 de febrero de 2020' }).waitFor();
  expect(await page.getByText('Estado al 10 de marzo de 2020').isVisible()).toBe(true);
}

describe.each([
  ['with script', desk, { key: 'E05', cutoff: '2020-03-10', name: 'PREP · 10 de marzo de 2020' }],
  ['without script', withoutScript, { key: 'E07', cutoff: '2020-02-11', name: 'PREP · 11 de febrero de 2020' }],
])('%s', (_, options, { key, cutoff, name }) => {
  test('the liaison of an OPL records a delivery, and UTSI observes it', async () => {
    await site.visit(options, (page) => recordsADeliveryAndUtsiObservesIt(page, key));
  });

  test('the secretariat freezes the informe, circulates it and takes the PDF; whoever comes later takes the same bytes', async () => {
    let taken: Buffer | undefined;
    await site.visit(options, async (page) => {
      taken = await freezesCirculatesAndDownloads(page, cutoff, name);
    });
    expect(taken?.subarray(0, 5).toString()).toBe('%PDF-');
    const public_ = await fetch(`${site.origin}${home}/informes/prep-${cutoff}.pdf`);
    expect(Buffer.compare(Buffer.from(await public_.arrayBuffer()), taken ?? Buffer.alloc(0))).toBe(0);
    await site.visit(options, async (page) => {
      await page.goto(`${home}/reuniones`);
      expect(await page.getByRole('link', { name: `prep-${cutoff}` }).isVisible()).toBe(true);
    });
  });

  test('a form that is wrong comes back filled in, says so first, and its error leads to the field', async () => {
    await site.visit({ ...options, refusals: [422] }, async (page) => {
      await enterAs(page, 'Enlace del IEEH');
      await page.goto(`${home}/prep/ieeh/E09`);
      const record = page.getByRole('region', { name: 'Registrar un paso' });
      await record.getByLabel('Paso').selectOption({ label: 'Registrar entrega' });
      await record.getByLabel('Día en que ocurrió').fill('2026-11-23');
      await record.getByLabel('Nota').fill('Lo que escribí');
      await record.getByRole('button', { name: 'Registrar paso' }).click();
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await record.getByLabel('Nota').inputValue()).toBe('Lo que escribí');
      await alert.getByRole('link', { name: 'El día no puede ser posterior a hoy' }).click();
      expect(await record.getByLabel('Día en que ocurrió').getAttribute('aria-invalid')).toBe('true');
      expect(page.url()).toContain('#fecha');
    });
  });
});

test('from the keyboard alone: past the menu, through it, into a cell of the matrix, and back', async () => {
  await site.visit(desk, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await page.goto(`${home}/?al=2020-03-10`);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Saltar al contenido');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenido');
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, 'PREP de los OPL', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'PREP de los OPL' }).waitFor();
    await tabTo(page, 'Saltar la tabla', 'Tab');
    await page.keyboard.press('Tab');
    await tabTo(page, 'Coahuila', 'Tab');
    await page.keyboard.press('Tab');
    const title = await page.evaluate(() => document.activeElement?.getAttribute('title'));
    expect(title).toMatch(/^Coahuila · E0\w+ .+: .+/);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Registrar un paso' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /^Por qué vence el/ }).waitFor();
    await page.goBack(); // the browser's own key, which a browser without a window does not have
    await page.getByRole('heading', { level: 1, name: 'PREP de los OPL' }).waitFor();
    expect(page.url()).toContain('/prep?al=2020-03-10');
  });
});

/** Presses the key until the text has the focus. */
async function tabTo(page: Page, text: string, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === text) return;
    await page.keyboard.press(key);
  }
  throw new Error(`«${text}» is not reached with ${key}`);
}

describe('a page that stays open', () => {
  /** Somebody else begins the obligation, with a note. */
  const begin = (key: string, note: string) =>
    site.visit(desk, async (page) => {
      await enterAs(page, 'Enlace del IEEH');
      await page.goto(`${home}/prep/ieeh/${key}`);
      const record = page.getByRole('region', { name: 'Registrar un paso' });
      await record.getByLabel('Paso').selectOption({ label: 'Iniciar obligación' });
      await record.getByLabel('Nota').fill(note);
      await record.getByRole('button', { name: 'Registrar paso' }).click();
      await page.getByText(note).waitFor();
    });
  /** Opens the page and waits until it follows the log. */
  const watch = async (page: Page, path: string) => {
    const following = page.waitForResponse(/\/vivo\b/);
    await page.goto(path);
    await following;
  };

  test('shows what somebody else records, without being loaded again, and keeps its place', async () => {
    await site.visit({ viewport: { width: 1280, height: 400 } }, async (page) => {
      await watch(page, `${home}/prep/ieeh/E11a`);
      const scrolled = await page.evaluate(() => {
        Object.assign(window, { isTheSamePage: true });
        window.scrollTo(0, 40);
        return window.scrollY;
      });
      expect(scrolled).toBe(40);
      await begin('E11a', 'Se empezó hoy.');
      await page.getByText('Se empezó hoy.').waitFor({ timeout: 5000 });
      expect(await page.evaluate(() => [window.scrollY, 'isTheSamePage' in window])).toEqual([40, true]);
    });
  });

  test('leaves alone whoever is writing, and follows the log again afterwards', async () => {
    await site.visit(desk, async (page) => {
      await enterAs(page, 'Secretaría Técnica');
      await watch(page, `${home}/prep/ieeh/E12a`);
      const note = page.getByRole('region', { name: 'Registrar un paso' }).getByLabel('Nota');
      await note.fill('Lo que estoy escribiendo');
      await begin('E12a', 'Mientras alguien escribía.');
      await page.waitForTimeout(500); // what must not come has no moment to be waited for
      expect(await note.inputValue()).toBe('Lo que estoy escribiendo');
      await note.fill('');
      await begin('E13a', 'Otra cosa.');
      await page.getByText('Mientras alguien escribía.').waitFor({ timeout: 5000 });
    });
  });

  test('comes back when the program is restarted during a meeting, and shows what was recorded while nobody was there: nothing is lost', async () => {
    let running = await openTestApp({ now: '2019-11-12T16:00:00.000Z' });
    const recorded = (...acts: readonly (readonly [string, object])[]) => record(running, acts, '2019-11-12', secretariat);
    await recorded(
      ['addItem', { meeting: 2, title: 'Informe PREP', purpose: 'discuss', documents: [] }],
      ['openMeeting', { number: 2, time: '2019-11-12T10:00' }],
      ['recordOutcome', { meeting: 2, item: 1, kind: 'agreement', text: 'Antes del reinicio.' }],
    );
    const serving = async (port: number) => {
      const told = createRunning(running.app, createMetrics(running.app), undefined);
      const server = await listen(assemble(running.app, told), '127.0.0.1', port);
      const stop = (): Promise<void> => {
        told.stop();
        return server.stop();
      };
      return { port: server.port, stop };
    };
    let server = await serving(0);
    await site.visit({ ...desk, baseURL: `http://127.0.0.1:${server.port}` }, async (page) => {
      await enterAs(page, 'Representación de partido');
      await watch(page, `${home}/reuniones/2/desarrollo`);
      await page.getByText('Antes del reinicio.').waitFor();
      await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
      await server.stop();
      running = await running.reopen();
      await recorded(['recordOutcome', { meeting: 2, item: 1, kind: 'agreement', text: 'Mientras nadie miraba.' }]);
      server = await serving(server.port);
      await page.getByText('Mientras nadie miraba.').waitFor({ timeout: 10_000 });
      expect(await page.evaluate(() => 'isTheSamePage' in window)).toBe(true);
      await recorded(['recordOutcome', { meeting: 2, item: 1, kind: 'information', text: 'Y después.' }]);
      await page.getByText('Y después.').waitFor({ timeout: 5000 });
      expect(await page.getByText('Antes del reinicio.').count()).toBe(1);
    });
    await server.stop();
    expect(await running.faults()).toEqual([]);
    await running.close();
  });

  test('on a past state does not follow the log: that state does not change', async () => {
    await site.visit(desk, async (page) => {
      await page.goto(`${home}/?al=2020-03-10`);
      expect(await page.locator('turbo-stream-source').count()).toBe(0);
    });
  });

  test('asks for nothing because the pointer passes over a link: the language stays, and the log is not verified for nobody', async () => {
    await site.visit(desk, async (page) => {
      await watch(page, `${home}/`);
      const asked: string[] = [];
      page.on('request', (request) => request.url().includes('/recursos/') || asked.push(request.url())); // the icon of the tab comes when it comes
      for (const name of ['Idioma: English', 'Verificar la bitácora', 'Reuniones']) {
        await page.getByRole('link', { name, exact: true }).hover();
        await page.waitForTimeout(250); // Turbo waits 100 ms before it asks
      }
      expect(asked).toEqual([]);
    });
  });

  test('goes to a place within itself without being loaded again', async () => {
    await site.visit(desk, async (page) => {
      await watch(page, `${home}/calendario`);
      let loads = 0;
      page.on('request', (request) => {
        if (request.url().includes('/calendario')) loads += 1;
      });
      await page.getByRole('navigation', { name: 'Mes' }).getByRole('link', { name: 'marzo de 2020' }).click();
      await page.waitForURL(/#m-2020-03$/);
      expect(await page.locator('#m-2020-03').evaluate((month) => Math.abs(month.getBoundingClientRect().top) < window.innerHeight)).toBe(
        true,
      );
      expect(loads).toBe(0);
    });
  });
});

/** A PDF of 17 MB: three pieces. */
function largePdf(): Buffer {
  const bytes = Buffer.alloc(17 * 2 ** 20, 32);
  bytes.set(pdf('plan'));
  return bytes;
}

test('an OPL delivers, is observed, answers, is accepted; its large file goes on where the line was cut', async () => {
  const place = `${home}/prep/ieeh/E09`;
  await site.visit(desk, async (page) => {
    await enterAs(page, 'Enlace del IEEH');
    await page.goto(`${place}/entregar`);
    await page.getByLabel('Archivos').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: largePdf() });
    let pieces = 0;
    await page.route('**/envio/*', async (route) => {
      if (route.request().method() === 'PATCH' && ++pieces === 2) await route.abort('aborted');
      else await route.continue();
    });
    await page.getByRole('button', { name: 'Entregar versión' }).click();
    await page.getByRole('link', { name: 'plan.pdf' }).waitFor();
    expect(pieces).toBe(4);
  });
  await site.visit(desk, async (page) => {
    await enterAs(page, 'Unidad Técnica de Servicios de Informática (UTSI)');
    await page.goto(`${place}/revision`);
    const observe = page.getByRole('region', { name: 'Registrar observación' });
    await observe.getByLabel('Carácter').selectOption({ label: 'Obligatoria' });
    await observe.getByLabel('Qué se observa y qué se pide').fill('Falta el anexo.');
    await observe.getByLabel('Página').fill('4');
    await observe.getByRole('button', { name: 'Registrar observación' }).click();
    await page.getByText('v1 · p. 4').first().waitFor();
  });
  await site.visit(desk, async (page) => {
    await enterAs(page, 'Enlace del IEEH');
    await page.goto(`${place}/entregar`);
    await page
      .getByLabel('Archivos')
      .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf('con anexo')) });
    await page.getByLabel('Respuesta a la observación').fill('Va el anexo.');
    await page.getByRole('button', { name: 'Entregar versión o responder observaciones' }).click();
    await page.getByText('Con la versión 2').waitFor();
  });
  await site.visit(desk, async (page) => {
    await enterAs(page, 'Unidad Técnica de Servicios de Informática (UTSI)');
    await page.goto(`${place}/revision`);
    const settle = page.getByRole('region', { name: 'Dictaminar observación' });
    await settle.getByLabel('Dictamen').selectOption({ label: 'Atendida' });
    await settle.getByRole('button', { name: 'Dictaminar observación' }).click();
    await page.getByRole('region', { name: 'Dictaminar observación' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Aceptar entregable' }).click();
    await page.getByText('Versión 2 aceptada').waitFor();
  });
});

test('a stranger checks in the browser what they were given, and the file goes nowhere', () =>
  site.visit(desk, async (page) => {
    const sent: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
    const proof = await proofOf(site.app, 7);
    const told = page.getByRole('status');
    const check = async (given: unknown, says: string) => {
      const buffer = Buffer.from(JSON.stringify(given));
      await page.getByLabel('Archivo').setInputFiles({ name: 'prueba.json', mimeType: 'application/json', buffer });
      await page.getByRole('button', { name: 'Comprobar' }).click();
      await page.getByRole('heading', { name: says }).waitFor();
    };
    await page.goto(`${home}/publico`);
    await page.getByRole('link', { name: 'Comprobar un archivo en el navegador' }).click();
    await check(proof, 'Comprobado');
    expect(await told.first().textContent()).toContain('el registro 7 está en la bitácora');
    await check({ ...proof, entry: { ...proof?.entry, on: '2019-01-01' } }, 'No se sostiene');
    expect(sent).toEqual([]);
  }));
