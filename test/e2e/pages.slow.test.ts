import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '../axe.ts';
import { enterAs, home, type OpenSite, openSite } from './open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ now: '2020-10-12T18:00:00.000Z' });
  await site.visit({}, async (page) => {
    await enterAs(page, 'Secretaría Técnica');
    await page.goto(`${home}/informes`);
    const freeze = page.getByRole('region', { name: 'Congelar un informe' });
    await freeze.getByLabel('Fecha de corte').fill('2020-10-11');
    await freeze.getByRole('button', { name: 'Congelar informe' }).click();
    await page.getByRole('link', { name: 'PREP · 11 de octubre de 2020' }).waitFor();
    await page.goto(`${home}/foro/abrir?asunto=system:sije`);
    await page.getByLabel('Título').fill('¿Cuándo se libera el SIJE?');
    await page.getByLabel('Mensaje', { exact: true }).fill('Falta la fecha.\n\n| Hito | Fecha |\n| --- | --- |\n| Producción | — |');
    await page.getByLabel('Interno').check();
    await page.getByLabel('Es una pregunta').check();
    await page.getByRole('button', { name: 'Abrir hilo' }).click();
    await page.getByRole('button', { name: 'Escribir mensaje' }).waitFor();
  });
});
afterAll(() => site.close());

/** Every kind of page, each with something on it; `office` when only somebody sees all of it. */
const pages: readonly { readonly path: string; readonly office?: string; readonly refusals?: readonly number[] }[] = [
  { path: `${home}/` },
  { path: `${home}/?al=2020-03-10` },
  { path: `${home}/?al=2020-04-07` },
  { path: `${home}/prep` },
  { path: `${home}/prep?ver=temas&riesgo=red` },
  { path: `${home}/prep/obligacion/E14` },
  { path: `${home}/prep/ieeh` },
  { path: `${home}/prep/ieeh/E14` },
  { path: `${home}/prep/ieeh/M04`, office: 'Enlace del IEEH' },
  { path: `${home}/prep/ieeh/E03@2020-09/entregar`, office: 'Enlace del IEEH' },
  { path: `${home}/informes-mensuales` },
  { path: `${home}/sistemas` },
  { path: `${home}/sistemas/sije` },
  { path: `${home}/cronograma` },
  { path: `${home}/sistemas-por-entidad` },
  { path: `${home}/estado` },
  { path: `${home}/sistemas/sije/cifras`, office: 'Unidad Técnica de Servicios de Informática (UTSI)' },
  { path: `${home}/sistemas/sije/abrir-incidente`, office: 'Unidad Técnica de Servicios de Informática (UTSI)' },
  { path: `${home}/sistemas/sije?al=2020-10-05` },
  { path: `${home}/sistemas/sije/mantenimientos`, office: 'Unidad Técnica de Servicios de Informática (UTSI)' },
  { path: `${home}/sistemas/sije/llaves`, office: 'Unidad Técnica de Servicios de Informática (UTSI)' },
  { path: `${home}/sondas`, office: 'Administración de Atalaya' },
  { path: `${home}/avisos-salientes`, office: 'Administración de Atalaya' },
  { path: `${home}/sistemas/representantes`, office: 'Unidad Técnica de Servicios de Informática (UTSI)' },
  { path: `${home}/sistemas/sije/produccion` },
  { path: `${home}/sistemas/bodegas/produccion`, office: 'Unidad Técnica de Servicios de Informática (UTSI)' },
  { path: `${home}/sistemas/sije/ficha`, office: 'Unidad Técnica de Servicios de Informática (UTSI)' },
  { path: `${home}/simulacros` },
  { path: `${home}/simulacros/comparar/simulacro-1` },
  { path: `${home}/simulacros/ieeh` },
  { path: `${home}/simulacros/ieeh/ieeh-simulacro-1` },
  { path: `${home}/simulacros/iec/iec-simulacro-1` },
  { path: `${home}/simulacros/ieeh`, office: 'Enlace del IEEH' },
  { path: `${home}/simulacros/ieeh/ieeh-simulacro-1#medir`, office: 'Enlace del IEEH' },
  { path: `${home}/calendario` },
  { path: `${home}/reuniones`, office: 'Secretaría Técnica' },
  { path: `${home}/reuniones/6?al=2020-03-12` },
  { path: `${home}/reuniones/6`, office: 'Secretaría Técnica' },
  { path: `${home}/reuniones/7/orden`, office: 'Secretaría Técnica' },
  { path: `${home}/reuniones/7/documentos` },
  { path: `${home}/reuniones/7/desarrollo`, office: 'Secretaría Técnica' },
  { path: `${home}/reuniones/7/minuta`, office: 'Secretaría Técnica' },
  { path: `${home}/compromisos` },
  { path: `${home}/foro`, office: 'Secretaría Técnica' },
  { path: `${home}/foro/abrir`, office: 'Secretaría Técnica' },
  { path: `${home}/foro/H1`, office: 'Secretaría Técnica' },
  { path: `${home}/foro/H1/1`, office: 'Secretaría Técnica' },
  { path: `${home}/informes`, office: 'Secretaría Técnica' },
  { path: `${home}/informes/prep-2020-10-11`, office: 'Secretaría Técnica' },
  { path: `${home}/informes/corte?corte=2020-03-10` },
  { path: `${home}/informes/preparacion/prep/2020-10-11`, office: 'Secretaría Técnica' },
  { path: `${home}/informes/preparacion/prep/2020-10-11/estado`, office: 'Secretaría Técnica' },
  { path: `${home}/alertas` },
  { path: `${home}/reprogramacion`, office: 'Secretaría Técnica' },
  { path: `${home}/alertas/left-out.obligation.ieeh.E14`, office: 'Enlace del IEEH' },
  { path: `${home}/alertas/reglas` },
  { path: `${home}/alertas/reglas/due-soon`, office: 'Secretaría Técnica' },
  { path: `${home}/operacion`, office: 'Enlace del IEEH' },
  { path: `${home}/operacion/pantalla` },
  { path: `${home}/operacion/registrar/ieeh`, office: 'Enlace del IEEH' },
  { path: `${home}/buscar?q=observaciones`, office: 'Secretaría Técnica' },
  { path: `${home}/publico` },
  { path: `${home}/publico/comprobar` },
  { path: `${home}/bitacora` },
  { path: `${home}/bitacora/20` },
  { path: `${home}/bitacora/verificar` },
  { path: `${home}/bitacora/testigos`, office: 'Administración de Atalaya' },
  { path: `${home}/resumen`, office: 'Enlace del IEEH' },
  { path: '/administracion/correo', office: 'Administración de Atalaya' },
  { path: `${home}/quien-supo`, office: 'Secretaría Técnica' },
  { path: `${home}/quien-supo?asunto=report:prep-2020-10-11`, office: 'Secretaría Técnica' },
  { path: '/aprendizaje' },
  { path: '/manual' },
  { path: '/manual/opl' },
  { path: '/entrar' },
  { path: '/puesta-en-marcha?token=x' },
  { path: '/clave?token=x' },
  { path: '/cargo', office: 'Enlace del IEEH' },
  { path: '/cuenta', office: 'Enlace del IEEH' },
  { path: '/entrar/codigo' },
  { path: '/administracion/accesos', office: 'Administración de Atalaya' },
  { path: '/administracion', office: 'Administración de Atalaya' },
  { path: '/administracion/actos', office: 'Secretaría Técnica' },
  { path: '/nada/de/esto', refusals: [404] },
  { path: `${home}/?al=ayer`, refusals: [422] },
  { path: '/administracion', refusals: [403] },
];

const looks = ['color-contrast', 'target-size'];
/** Structure is read on a wide and on a narrow screen, colours and sizes of targets in each light of each. */
const sights = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark', only: looks },
  { width: 360, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light', only: looks },
] as const;

/** A page is loaded once and looked at in every width and light. */
async function faultsOf(page: Page, path: string): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  for (const { width, colorScheme, ...how } of sights) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) found.push(`${path} is ${over} px too wide at ${width} px`);
    const said = await objections(page, how);
    if (said.length > 0) found.push({ path, width, colorScheme, said });
  }
  const h1 = await page.getByRole('heading', { level: 1 }).count();
  if (h1 !== 1) found.push(`${path} has ${h1} first headings`);
  return found;
}

test.each(['', ...new Set(pages.flatMap((one) => one.office ?? []))])(
  'at 360 and 1280 px, light and dark, no page is objected to, scrolls sideways or complains («%s»)',
  // As many pages as there are, each read whole.
  { timeout: 300_000 },
  async (office) => {
    const own = pages.filter((one) => (one.office ?? '') === office);
    const refusals = own.flatMap((one) => one.refusals ?? []);
    const found: unknown[] = [];
    await site.visit({ refusals }, async (page) => {
      if (office !== '') await enterAs(page, office);
      // Two at a time: while one is read, the other is drawn.
      const waiting = own.values();
      const read = async (tab: Page) => {
        for (const { path } of waiting) found.push(...(await faultsOf(tab, path)));
      };
      await Promise.all([read(page), read(await page.context().newPage())]);
    });
    expect(found).toEqual([]);
  },
);

test('in English no page is objected to either', async () => {
  const found: unknown[] = [];
  await site.visit({ viewport: { width: 1280, height: 800 }, locale: 'en' }, async (page) => {
    await page.goto(`${home}/`);
    await page.getByRole('link', { name: 'Idioma: English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Board' }).waitFor();
    for (const path of [`${home}/`, `${home}/prep/ieeh/M04`, `${home}/reuniones/6`, `${home}/informes/prep-2020-10-11`, '/entrar']) {
      await page.goto(path);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      found.push(...(await objections(page)));
    }
  });
  expect(found).toEqual([]);
});
