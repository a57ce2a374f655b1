import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enterAs, home, type OpenSite, openSite } from './open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ now: '2020-03-12T18:00:00.000Z' });
});
afterEach(() => site.setNow('2020-03-12T18:00:00.000Z'));
afterAll(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const withoutScript = { ...desk, javaScriptEnabled: false };
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

async function readsWhyHidalgoNeedsAttention(page: Page): Promise<void> {
  site.setNow('2026-11-22T18:00:00.000Z');
  await page.goto('/');
  await page.getByLabel('Ver el estado al').fill('2020-10-12');
  await page.getByRole('button', { name: 'Ver estado' }).click();
  await page.getByText('Estado al 12 de octubre de 2020').waitFor();
  const attention = page.getByRole('region', { name: 'Requiere atención' });
  expect(await attention.textContent()).toContain('Hidalgo: 5 obligaciones quedaron fuera del plan vigente');
  const drill = attention.getByRole('listitem').filter({ hasText: 'Hidalgo: Tercer simulacro' });
  expect(await drill.textContent()).toContain('El simulacro no fue exitoso.');
  await drill.getByRole('link', { name: 'Por qué' }).click();
  const why = page.getByRole('region', { name: 'Por qué vence el 11 de octubre de 2020' });
  await why.waitFor();
  expect(await why.textContent()).toContain('El último domingo antes de la jornada');
  expect(await why.textContent()).toContain('Lineamientos del PREP, art. 39');
  expect(await page.getByRole('region', { name: 'Lo registrado' }).textContent()).toContain('El simulacro no fue exitoso.');
  expect(await page.getByText('Estado al 12 de octubre de 2020').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Tablero' }).click();
  await attention.getByRole('link', { name: 'E14' }).click();
  await page.getByRole('heading', { name: 'Quedó fuera del plan vigente' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Qué fecha daría la regla: 18 de junio de 2020' }).isVisible()).toBe(true);
}

async function recordsADeliveryAndUtsiObservesIt(page: Page, key: string): Promise<void> {
  const address = `${home}/prep/ieeh/${key}`;
  const record = page.getByRole('region', { name: 'Registrar un paso' });
  await enterAs(page, 'Enlace del IEEH');
  await page.goto(address);
  await record.getByLabel('Paso').selectOption({ label: 'Registrar entrega' });
  await record.getByLabel('Día en que ocurrió').fill('2020-03-11');
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
  await page.getByText('Circulado el 12 mar 2020').waitFor();
  expect(await page.getByRole('button', { name: 'Circular informe' }).count()).toBe(0);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'PDF', exact: true }).click()]);
  expect(download.suggestedFilename()).toBe(`pel-2019-2020-prep-${cutoff}.pdf`);
  return readFile(await download.path());
}

describe.each([
  ['with script', desk],
  ['without script', withoutScript],
  ['on a telephone', phone],
])('%s', (how, options) => {
  test('a councillor opens the board on 12 October 2020 and reads why Hidalgo needs attention', async () => {
    await site.visit(options, async (page) => {
      if (how !== 'on a telephone') return readsWhyHidalgoNeedsAttention(page);
      // The menu of a narrow screen stands behind its button.
      await page.addLocatorHandler(page.getByRole('button', { name: 'Menú', exact: true }), (menu) => menu.click(), { times: 0 });
      await readsOnATelephone(page);
    });
  });
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
      await record.getByLabel('Día en que ocurrió').fill('2020-03-13');
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
    await page.goto(`${home}/?al=2020-10-12`.replace('2020-10-12', '2020-03-10'));
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
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { level: 1, name: 'PREP de los OPL' }).waitFor();
    expect(await heading(page)).toBe('PREP de los OPL');
  });
});

/** Presses the key until the text has the focus. */
async function tabTo(page: Page, text: string, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === text) return;
    await page.keyboard.press(key);
  }
  throw new Error(`«${text}» is not reached with ${key}`);
}

describe('a page that stays open', () => {
  test('shows what somebody else records, without being loaded again, and keeps its place', async () => {
    await site.visit(desk, async (watching) => {
      const following = watching.waitForRequest(/\/vivo$/);
      await watching.goto(`${home}/prep/ieeh/E11a`);
      await following;
      await watching.evaluate(() => {
        document.body.dataset['kept'] = 'yes';
        window.scrollTo(0, 40);
      });
      await site.visit(desk, async (writing) => {
        await enterAs(writing, 'Enlace del IEEH');
        await writing.goto(`${home}/prep/ieeh/E11a`);
        const record = writing.getByRole('region', { name: 'Registrar un paso' });
        await record.getByLabel('Paso').selectOption({ label: 'Iniciar obligación' });
        await record.getByLabel('Nota').fill('Se empezó hoy.');
        await record.getByRole('button', { name: 'Registrar paso' }).click();
        await writing.getByText('Se empezó hoy.').waitFor();
      });
      await watching.getByText('Se empezó hoy.').waitFor({ timeout: 5000 });
      expect(await watching.evaluate(() => window.scrollY)).toBe(40);
    });
  });

  test('on a past state does not follow the log: that state does not change', async () => {
    await site.visit(desk, async (page) => {
      await page.goto(`${home}/?al=2020-03-10`);
      expect(await page.locator('turbo-stream-source').count()).toBe(0);
    });
  });
});
