import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { exampleId, openTestApp, type TestApp } from '../open-test-app.ts';

export const home = `/${exampleId}`;

export type OpenSite = TestApp & {
  readonly origin: string;
  /** From now on nothing answers: the server is gone, as for somebody whose line is cut. */
  readonly cutLine: () => void;
  /**
   * A browser of its own with an empty jar, and one page in it. What the page complained of in its console, failed to load
   * or could not run is a failure of the test; `refusals` are statuses that the test provokes on purpose.
   */
  readonly visit: (options: VisitOptions, journey: (page: Page) => Promise<void>) => Promise<void>;
};
export type VisitOptions = BrowserContextOptions & { readonly refusals?: readonly number[] };

/** A hint of Chromium's for whoever builds pages: the link to set a password does not tell whose it is, so no name can stand beside it. */
const noUserName = 'Password forms should have (optionally hidden) username fields';

/** Chromium tells that it heeded what is sent whenever somebody enters or leaves. */
const cleared = 'Clear-Site-Data header on';

/** The program with its example, served on a free port of this machine, and a Chromium to look at it. */
export async function openSite({ port = 0, ...options }: Parameters<typeof openTestApp>[0] & { port?: number } = {}): Promise<OpenSite> {
  const app = await openTestApp(options);
  const listening = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.web.fetch, hostname: '127.0.0.1', port }, listening.resolve);
  const origin = `http://127.0.0.1:${(await listening.promise).port}`;
  const browser: Browser = await launchChromium();
  let isCut = false;
  const cutLine = () => {
    isCut = true;
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  };
  return {
    ...app,
    origin,
    cutLine,
    visit: async ({ refusals = [], ...context }, journey) => {
      const opened = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce', ...context });
      const complaints: string[] = [];
      const isExpected = (text: string) =>
        isCut || text.includes(noUserName) || text.includes(cleared) || refusals.some((status) => text.includes(`status of ${status}`));
      opened.on('console', (message) => isExpected(message.text()) || complaints.push(message.text()));
      opened.on('weberror', (error) => {
        const why = String(error.error());
        if (!why.startsWith('AbortError')) complaints.push(why); // Turbo was reading a page that was left meanwhile, and does not say so quietly
      });
      opened.on('requestfailed', (request) => {
        const why = request.failure()?.errorText ?? '';
        if (!isCut && !why.includes('ERR_ABORTED')) complaints.push(`${why} ${request.url()}`); // aborted: the page was left, or it is a file to take
      });
      opened.on('response', (response) => {
        const status = response.status();
        if (status >= 400 && !refusals.includes(status)) complaints.push(`${status} ${response.url()}`);
      });
      try {
        await journey(await opened.newPage());
        expect(complaints).toEqual([]);
      } finally {
        await opened.close();
      }
    },
    close: async () => {
      await browser.close();
      if (!isCut) cutLine();
      await app.close();
    },
  };
}

/** Takes a chair on example data, as a newcomer does. */
export async function enterAs(page: Page, office: string): Promise<void> {
  await page.goto('/entrar');
  await page.getByLabel(office, { exact: true }).check();
  await page.getByRole('button', { name: 'Entrar con este cargo' }).click();
  await page.getByRole('button', { name: 'Cerrar sesión' }).waitFor();
}
