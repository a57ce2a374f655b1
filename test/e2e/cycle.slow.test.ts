import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAs, home, type OpenSite, openSite } from './open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ now: '2019-11-05T16:00:00.000Z' });
});
afterAll(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

const desk = { viewport: { width: 1280, height: 900 } };
const meeting = `${home}/reuniones/2`;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

test('the secretariat runs the cycle of 12 November 2019 from cut-off to sealed minutes', { timeout: 120_000 }, async () => {
  await site.visit(desk, async (page) => {
    await enterAs(page, 'Secretaría Técnica');
    site.setNow('2019-11-07T16:00:00.000Z');
    await page.goto(`${home}/informes`);
    const freeze = page.getByRole('region', { name: 'Congelar un informe' });
    await freeze.getByLabel('Fecha de corte').fill('2019-11-05');
    await press(page, 'Congelar informe');
    const frozen = page.getByRole('region', { name: 'Informes congelados' });
    await frozen.getByRole('link', { name: 'PREP · 5 de noviembre de 2019' }).click();
    await press(page, 'Circular informe');
    await page.getByText('Circulado el 7 nov 2019').waitFor();

    await page.goto(`${meeting}/orden`);
    await press(page, 'Agregar lo marcado');
    await page.getByText('Aprobación de la minuta de la reunión 1').first().waitFor();
    await press(page, 'Emitir convocatoria');
    await page.getByText('Convocatoria 1, 7 nov 2019').first().waitFor();

    site.setNow('2019-11-12T16:00:00.000Z');
    await page.goto(`${meeting}/desarrollo`);
    await press(page, 'Abrir reunión');
    await page.getByText('En sesión').first().waitFor();
    const arrival = page.getByRole('region', { name: 'Registrar llegada' });
    await arrival.getByLabel('Cargo').selectOption({ label: 'Presidencia de la Comisión' });
    await press(page, 'Registrar llegada');
    await page.getByRole('rowheader', { name: 'Presidencia de la Comisión' }).waitFor();
    const point = page.getByRole('region', { name: /^2\. Informe sobre la implementación/ });
    await point.getByRole('button', { name: 'Abordar punto' }).click();
    await page.getByText('En discusión').waitFor();
    await point.getByRole('textbox', { name: 'Nota' }).fill('La UTSI presentó el **informe**.');
    await point.getByRole('button', { name: 'Agregar nota' }).click();
    await page.getByText('La UTSI presentó').first().waitFor();
    await point.getByLabel('Tipo').selectOption({ label: 'Acuerdo' });
    await point.getByRole('textbox', { name: 'Resultado' }).fill('Se da por recibido el informe.');
    await point.getByRole('button', { name: 'Registrar resultado' }).click();
    await page.getByText('Acuerdo: Se da por recibido el informe.').waitFor();
    await point.getByRole('link', { name: 'Registrar compromiso' }).click();
    await page.getByLabel('Qué se compromete').fill('Entregar el plan de seguridad.');
    await page.getByLabel('Responsable').selectOption({ label: 'Enlace del IEEH' });
    await page.getByLabel('Vence').fill('2019-11-29');
    await press(page, 'Registrar compromiso');
    await page.getByRole('link', { name: 'C1 · Entregar el plan de seguridad.' }).waitFor();
    await page.goto(`${meeting}/desarrollo`);
    await press(page, 'Cerrar reunión');
    await page.getByText('Celebrada').first().waitFor();

    await page.goto(`${meeting}/minuta`);
    await press(page, 'Guardar borrador');
    await page.getByText('En borrador').waitFor();
    await press(page, 'Circular minuta');
    await page.getByText('Circulada').first().waitFor();

    site.setNow('2019-12-17T16:00:00.000Z');
    await page.goto(`${home}/reuniones/3/desarrollo`);
    await press(page, 'Abrir reunión');
    await page.getByText('En sesión').first().waitFor();
    await page.goto(`${meeting}/minuta`);
    await press(page, 'Aprobar minuta');
    await page.getByText('Aprobada').first().waitFor();
    await press(page, 'Sellar minuta');
    await page.getByText('Sellada', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Sello' }).waitFor();
  });
  const [one, two] = await Promise.all([site.web.request(`${meeting}/minuta.pdf`), site.web.request(`${meeting}/minuta.pdf`)]);
  expect([one.status, two.status]).toEqual([404, 404]); // not published: for the group only
});

test('a councillor opens the documents of a meeting on a phone, and reads them where there is no line, until they sign out', async () => {
  const kept = 'Esta página y sus documentos quedaron en este dispositivo';
  const documents = `${meeting}/documentos`;
  const phone = { viewport: { width: 360, height: 740 } };
  const shelfOf = (page: Page) =>
    page.evaluate(async () => (await (await caches.open('reunion')).keys()).map(({ url }) => new URL(url).pathname));
  await site.visit(phone, async (page) => {
    await enterAs(page, 'Consejería electoral integrante');
    await page.goto(documents);
    await page.getByText(kept).waitFor();
    const inside = await shelfOf(page);
    expect(inside).toContain(documents);
    expect(inside).toContain(`${meeting}/convocatoria-1.pdf`);
    expect(inside.filter((path) => !path.startsWith('/recursos/') && !path.startsWith(home))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'Cerrar sesión' }).click();
    await page.getByRole('link', { name: 'Iniciar sesión' }).first().waitFor();
    expect(await shelfOf(page)).toEqual([]);

    await enterAs(page, 'Consejería electoral integrante');
    await page.goto(documents);
    await page.getByText(kept).waitFor();
    site.cutLine();
    await page.reload();
    await page.getByRole('link', { name: /Convocatoria 1/ }).waitFor();
    await page.goto(`${home}/informes/prep-2019-11-05`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect(page.goto(`${home}/bitacora`)).rejects.toThrow('net::ERR');
  });
});
