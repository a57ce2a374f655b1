import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objections } from '../../test/axe.ts';
import { launchChromium } from '../../test/chromium.ts';
import { faviconSvg } from './brand.tsx';
import { fonts, fontsPath } from './fonts.ts';
import { GalleryPage, type PlateName, plates } from './gallery.tsx';
import { readStylesheet } from './test-styles.ts';

const names = Object.keys(plates) as PlateName[]; // the keys of `plates` are its names
const { resolve } = createRequire(import.meta.url);

async function pages(): Promise<Map<string, { type: string; body: string | Uint8Array }>> {
  const all = new Map<string, { type: string; body: string | Uint8Array }>([
    ['/recursos/atalaya.css', { type: 'text/css', body: readStylesheet() }],
    ['/recursos/atalaya.svg', { type: 'image/svg+xml', body: faviconSvg }],
  ]);
  for (const name of names) all.set(`/${name}`, { type: 'text/html; charset=utf-8', body: String(await (<GalleryPage plate={name} />)) });
  for (const { name, file } of fonts) all.set(`${fontsPath}/${name}`, { type: 'font/woff2', body: readFileSync(resolve(file)) });
  return all;
}

describe('the gallery in a browser', () => {
  const server = createServer();
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    const all = await pages();
    server.on('request', (request, response) => {
      const found = all.get(new URL(request.url ?? '/', 'http://localhost').pathname);
      response.setHeader('content-security-policy', "default-src 'self'; style-src 'self'; script-src 'self'");
      response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' }).end(found?.body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  async function visit<T>(name: PlateName, options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('response', (response) => response.ok() || complaints.push(`${response.status()} ${response.url()}`));
      await page.goto(`${origin}/${name}`);
      await page.evaluate(() => document.fonts.ready);
      const seen = await look(page);
      expect(complaints).toEqual([]);
      return seen;
    } finally {
      await context.close();
    }
  }

  const widths = [
    { wide: 'at 360 px', viewport: { width: 360, height: 740 } },
    { wide: 'at 1280 px', viewport: { width: 1280, height: 900 } },
  ];
  it.each(names)('%s, light and dark, at 360 and 1280 px: no violation of WCAG 2.2 AA, text at AAA, targets of 24 px', async (name) => {
    const found = await visit(name, {}, async (page) => {
      const said: unknown[] = [];
      for (const { wide, viewport } of widths)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          // The rows of the board's matrix are all alike: the first ones have a cell of every kind.
          const seen = await objections(page, { also: ['color-contrast-enhanced'], leaveOut: '#matriz tbody tr:nth-child(n+4)' });
          said.push(...seen.map((one) => ({ wide, colorScheme, ...one })));
        }
      return said;
    });
    expect(found).toEqual([]);
  });

  it.each(names.flatMap((name) => [320, 780, 1024].map((width) => ({ name, width }))))(
    '$name never scrolls sideways as a whole, at $width px',
    async ({ name, width }) => {
      const over = await visit(name, { viewport: { width, height: 640 } }, (page) =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      );
      expect(over).toBeLessThanOrEqual(0);
    },
  );

  it('opens and closes the menu of a narrow screen without script, from the keyboard', async () => {
    await visit('partes', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }, async (page) => {
      const link = page.getByRole('link', { name: 'Calendario' });
      expect(await link.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Menú', exact: true }).press('Enter');
      expect(await link.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await link.isVisible()).toBe(false);
      expect(await page.locator('script').count()).toBe(0);
    });
  });

  it('keeps the head and the row names of the matrix in sight, and a focused cell clear of them', async () => {
    await visit('tablero', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const cell = page.locator('.matrix tbody tr').nth(30).locator('td').nth(55).locator('a');
      await cell.focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      const at = await cell.boundingBox();
      const head = await page.locator('.matrix thead').boundingBox();
      const name = await page.locator('.matrix tbody tr').nth(30).locator('th').boundingBox();
      const box = await page.locator('#matriz .scroll').boundingBox();
      expect(head?.y).toBeCloseTo((box?.y ?? 0) + 2, 0);
      expect(name?.x).toBeCloseTo(box?.x ?? 0, 0);
      expect(at?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
      expect(at?.x).toBeGreaterThanOrEqual((name?.x ?? 0) + (name?.width ?? 0));
    });
  });

  it('goes past the 1,920 cells of the matrix with one key', async () => {
    await visit('tablero', { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.getByRole('link', { name: 'Saltar la tabla' }).press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('CSV');
    });
  });

  it('prints the words of the date and the whole root, and neither rail nor buttons', async () => {
    await visit('tablero', {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText('Estado al 10 de marzo de 2031').isVisible()).toBe(true);
      expect(await page.locator('.rail').isVisible()).toBe(false);
      expect(await page.getByRole('link', { name: 'Abrir informe de marzo' }).isVisible()).toBe(false);
      const root = await page.locator('.foot .hash').evaluate((hash) => getComputedStyle(hash, '::after').content);
      expect(root).toMatch(/^"[0-9a-f]{64}"$/);
    });
  });

  it('still tells the statuses apart in the reader’s own colours', async () => {
    await visit('tablero', { forcedColors: 'active' }, async (page) => {
      const shape = page.locator('.matrix tbody .shape').first();
      expect((await shape.boundingBox())?.width).toBeGreaterThan(12);
      expect(
        await page
          .locator('.matrix tbody td a')
          .first()
          .evaluate((a) => getComputedStyle(a).color),
      ).toBeTruthy();
    });
  });
});
