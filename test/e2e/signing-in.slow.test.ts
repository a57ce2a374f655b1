import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../src/core/result.ts';
import { codeOf } from '../../src/identity/test-authenticator.ts';
import { objections } from '../axe.ts';
import { type OpenSite, openSite } from './open-site.ts';

const password = 'tres torres miran lejos';
let site: OpenSite;
let origin: string;

/** A passkey belongs to an address with its port, so the port is chosen before the program is opened. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  site = await openSite({ example: false, baseUrl: origin, port });
  const token = must(await site.app.identity.setupToken(), 'no account was made yet');
  const first = { token, name: 'Primera Persona', email: 'primera@ejemplo.mx', password };
  await site.visit({ baseURL: origin }, async (page) => {
    await page.goto(`/puesta-en-marcha?token=${encodeURIComponent(token)}`);
    await page.getByLabel('Nombre').fill(first.name);
    await page.getByLabel('Correo electrónico').fill(first.email);
    await page.getByLabel('Contraseña nueva').fill(first.password);
    await page.getByRole('button', { name: 'Crear cuenta' }).click();
    await page.getByRole('heading', { level: 1, name: 'Administración' }).waitFor();
  });
});
afterAll(() => site.close());

/** Chromium's own authenticator, which verifies its holder at once and keeps its keys as a device does. */
async function withDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } });
}

const enterWithPassword = async (page: Page) => {
  await page.goto('/entrar');
  await page.getByLabel('Correo electrónico').fill('primera@ejemplo.mx');
  await page.getByLabel('Contraseña', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await page.getByRole('button', { name: 'Cerrar sesión' }).waitFor();
};
/** What axe objects to on a wide and a narrow screen, and whether the page scrolls sideways. */
async function faultsHere(page: Page): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await objections(page)));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) found.push(`${page.url()} is ${over} px too wide at ${width} px`);
  }
  return found;
}

test('somebody adds a passkey by keyboard, leaves, and enters with it; their pages are in order', async () => {
  await site.visit({ baseURL: origin }, async (page) => {
    await withDevice(page);
    await enterWithPassword(page);
    await page.getByRole('link', { name: 'Administración de Atalaya' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mi cuenta' }).waitFor();
    await page.getByLabel('Nombre de la llave').focus();
    await page.keyboard.type('Portátil de la oficina');
    await page.keyboard.press('Enter');
    await page.getByText('El cambio quedó hecho').waitFor();
    const keys = page.getByRole('region', { name: 'Llaves de acceso' }).first();
    expect(await keys.textContent()).toContain('Portátil de la oficina');
    expect(await faultsHere(page)).toEqual([]);

    await page.getByRole('button', { name: 'Cerrar sesión' }).click();
    await page.goto('/entrar');
    await page.getByRole('button', { name: 'Entrar con llave' }).click();
    await page.getByRole('button', { name: 'Cerrar sesión' }).waitFor();
    await page.goto('/cuenta');
    expect(await page.locator('#sesiones').textContent()).toContain('llave de acceso');

    await page.goto('/administracion');
    await page.getByRole('link', { name: 'Primera Persona' }).click();
    await page.getByRole('heading', { level: 1, name: 'Primera Persona' }).waitFor();
    expect(await faultsHere(page)).toEqual([]);
  });
});

test('without script codes are set up and asked for', async () => {
  await site.visit({ baseURL: origin, javaScriptEnabled: false }, async (page) => {
    await enterWithPassword(page);
    await page.goto('/cuenta');
    const codes = page.getByRole('form', { name: 'Pedir códigos al entrar' });
    await codes.getByLabel('Contraseña actual').fill(password);
    await codes.getByRole('button').click();
    const key = must(await page.locator('#clave-codigos code').textContent(), 'the key is shown').replaceAll(' ', '');
    const uri = `otpauth://totp/x?secret=${key}`;
    await page.getByLabel('Código', { exact: true }).fill(codeOf(uri, Temporal.Now.instant().epochMilliseconds));
    await page.getByRole('button', { name: 'Confirmar código' }).click();
    await page.getByText('Le quedan 10 códigos').waitFor();
    await page.getByRole('button', { name: 'Cerrar sesión' }).click();
    await page.goto('/entrar');
    await page.getByLabel('Correo electrónico').fill('primera@ejemplo.mx');
    await page.getByLabel('Contraseña', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Iniciar sesión' }).click();
    await page.getByLabel('Código').fill(codeOf(uri, Temporal.Now.instant().epochMilliseconds));
    await page.getByRole('button', { name: 'Continuar' }).click();
    await page.getByRole('button', { name: 'Cerrar sesión' }).waitFor();
  });
});
