import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAs, home, type OpenSite, openSite } from './open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ now: '2026-11-22T18:00:00.000Z' });
});
afterAll(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

/** Election day moves again: an act as the examples are written. */
const postponement = `process: pel-2019-2020
acts:
  - on: 2026-11-20
    moveElectionDay:
      jornada: 2027-06-06
      reason: { es: Prueba del recorrido, en: Test of the journey }
      agreement: { name: INE/CG9/2026, source: { text: Prueba, confirmation: seen } }
`;

test('a postponement is re-planned and nothing is left out', async () => {
  // The file of acts is recorded without script: this journey is about what comes after it.
  await site.visit({ javaScriptEnabled: false }, async (page) => {
    await enterAs(page, 'Secretaría Técnica');
    await page.goto('/administracion/actos');
    await page.locator('textarea').first().fill(postponement);
    await page.locator('main').getByRole('button').first().click();
  });
  await site.visit({ viewport: { width: 1280, height: 900 }, refusals: [409] }, async (page) => {
    await enterAs(page, 'Secretaría Técnica');
    await page.goto(`${home}/reprogramacion`);
    await page.getByText('Mientras no se apruebe otro, sus plazos no corren.').waitFor();
    await page.getByRole('button', { name: 'Proponer fechas' }).click();
    const approve = page.getByRole('region', { name: 'Aprobar la reprogramación' });
    const decide = page.getByRole('region', { name: 'Decidir' });
    const change = page.getByRole('region', { name: 'Qué cambiaría' });
    await approve.waitFor();
    await approve.getByLabel('Acuerdo que la aprueba').fill('INE/CG10/2026');
    await approve.getByLabel('Dónde se lee').fill('Prueba');
    await approve.getByRole('button', { name: 'Aprobar reprogramación' }).click();
    await page.getByText('No se aprueba mientras quede una sin decidir.').waitFor();
    expect(await approve.getByLabel('Acuerdo que la aprueba').inputValue()).toBe('INE/CG10/2026');

    await decide.getByLabel('Asunto').selectOption('obligation:ieeh/E14');
    await decide.getByLabel('Decisión').selectOption('drop');
    await decide.getByRole('button', { name: 'Registrar decisión' }).click();
    await decide.getByText('Falta el motivo de «Dejar fuera del plan».').first().waitFor();
    await decide.getByLabel('Decisión').selectOption('date');
    await decide.getByLabel('Nueva fecha').fill('2027-01-31');
    await decide.getByLabel('Motivo').fill('Se acordó con el OPL.');
    await decide.getByRole('button', { name: 'Registrar decisión' }).click();
    await page.getByRole('cell', { name: /Se acordó con el OPL/ }).waitFor();
    await decide.getByLabel('Decisión').selectOption('adopt');
    const recorded = await page.getByText(/^Bitácora, posición \d+$/).textContent();
    await decide.getByRole('button', { name: 'Simular decisión' }).click();
    await page.getByText('No se registró nada').waitFor();
    await change.getByText(/^(\d+) de \1 decididas$/).waitFor();
    expect(await page.getByText(/^Bitácora, posición \d+$/).textContent()).toBe(recorded);
    expect(await decide.getByLabel('Decisión').inputValue()).toBe('adopt');
    await decide.getByRole('button', { name: 'Registrar decisión' }).click();
    await change.getByText(/^(\d+) de \1 decididas$/).waitFor();
    await approve.getByLabel('Acuerdo que la aprueba').fill('INE/CG10/2026');
    await approve.getByLabel('Dónde se lee').fill('Prueba');
    await approve.getByRole('button', { name: 'Aprobar reprogramación' }).click();
    await page.getByRole('region', { name: 'Planes adoptados' }).getByText('INE/CG10/2026').waitFor();
    await page.goto(`${home}/prep/ieeh/E14`);
    await page.getByRole('heading', { name: 'Por qué vence el 31 de enero de 2027' }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain('Se acordó con el OPL.');
  });
});
