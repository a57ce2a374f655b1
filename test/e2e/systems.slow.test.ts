import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWatching } from '../../src/app/watching.ts';
import { goLiveChecklist } from '../../src/domain/systems/gate-checklist.ts';
import { record } from '../hand-in.ts';
import { enterAs, home, type OpenSite, openSite } from './open-site.ts';

const utsi = { office: 'utsi', person: 'persona-utsi' };
const desk = { viewport: { width: 1280, height: 900 } };
const today = '2020-02-10';
const report = {
  name: 'reporte.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'),
};
let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ now: '2020-02-10T18:00:00.000Z' });
});
afterAll(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

test('a system goes from requirements to go-live with a conditional decision', async () => {
  const system = 'bodegas';
  const evidence = { text: 'Acta' };
  const figures = [{ name: 'casos', value: '40' }];
  const plan = (milestone: string, kind: string, due: string) => ['planMilestone', { system, milestone, kind, due, weight: 10 }] as const;
  await record(
    site,
    [
      plan('requirements', 'requirements', '2020-01-20'),
      plan('load-tests', 'load-tests', '2020-02-08'),
      plan('go-live', 'go-live', '2020-02-15'),
      ['reachMilestone', { system, milestone: 'requirements', evidence }],
      ['openGate', { system, decider: 'deoe' }],
      ...goLiveChecklist.items
        .filter(({ id }) => id !== 'load-tests')
        .map(({ id }) => ['meetRequirement', { system, item: id, evidence, figures }] as const),
    ],
    today,
    utsi,
  );
  const gate = `${home}/sistemas/${system}/produccion`;
  await site.visit({ ...desk, refusals: [409] }, async (page) => {
    await enterAs(page, 'Dirección Ejecutiva de Organización Electoral (DEOE)');
    await page.goto(gate);
    const decide = page.getByRole('region', { name: 'Decidir puesta en producción' });
    const condition = async () => {
      await decide.getByLabel('Sí, con condiciones').check();
      await decide.getByRole('textbox', { name: /^Condiciones/ }).fill('2020-02-14: repetir la prueba con 3000 usuarios');
      await decide.getByRole('button', { name: 'Decidir puesta en producción' }).click();
    };
    await condition();
    await page.getByRole('alert').getByText('Pruebas de carga').waitFor();

    const meet = page.getByRole('region', { name: 'Acreditar requisito' });
    await meet.getByRole('combobox').selectOption({ label: 'Pruebas de carga, con su reporte y cifras' });
    await meet.getByRole('textbox', { name: 'Evidencia', exact: true }).fill('Reporte de la prueba de carga');
    await meet.getByLabel(/^Documento/).setInputFiles(report);
    await meet.getByRole('textbox', { name: /^Cifras/ }).fill('usuarios concurrentes: 1500');
    await meet.getByRole('button', { name: 'Acreditar requisito' }).click();
    await page.getByRole('link', { name: /reporte\.pdf/ }).waitFor();
    await condition();
    await page.getByText('repetir la prueba con 3000 usuarios').first().waitFor();
    await page.getByRole('link', { name: 'Bodegas Electorales' }).first().click();
    await page.getByText('Autorizada con condiciones').waitFor();

    const act = page.getByRole('region', { name: 'Hitos', exact: true }).filter({ has: page.getByRole('button') });
    await act.getByLabel('Hito').selectOption({ label: 'Puesta en producción' });
    await act.getByLabel('Qué se registra').selectOption({ label: 'Registrar hito cumplido' });
    await act.getByRole('button').last().click();
    await page.getByText('En operación').first().waitFor();
    await page.goto(`${home}/cronograma`);
    expect(await page.getByRole('link', { name: /Puesta en producción, 10 de febrero de 2020: Cumplido/ }).count()).toBe(1);
  });
});

test('an incident, from the probe that did not answer to its postmortem', async () => {
  let status = 200;
  const server = createServer((_, response) => response.writeHead(status).end());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const schedule = { everySeconds: 60, limitMs: 5000, retrySeconds: 15, failuresToConfirm: 3, answersToRecover: 2 };
  const question = { kind: 'http', url: `http://127.0.0.1:${port}/` };
  const probe = { probe: 'sije-web', system: 'sije', name: { es: 'SIJE', en: 'SIJE' }, question, schedule, isPrivate: true };
  await record(site, [['listProbe', probe]], today, { office: 'administracion', person: 'persona-administracion' });
  let seconds = 0;
  const watch = createWatching(site.app, {
    elapsed: () => seconds * 1000,
    fault: (fault) => {
      throw fault;
    },
  });
  const pass = async (length: number) => {
    for (const end = seconds + length; seconds < end; seconds += 5) {
      site.setNow(Temporal.Instant.from('2020-02-10T18:00:00Z').add({ seconds }).toString({ fractionalSecondDigits: 3 }));
      watch.tick();
      await watch.settle();
    }
  };
  await pass(120);
  status = 503;
  await pass(180);
  await site.visit({ ...desk }, async (page) => {
    await page.goto(`${home}/estado`);
    await page.getByRole('row', { name: /SIJE Con interrupción/ }).waitFor();
    status = 200;
    await pass(180);
    site.setNow('2020-02-10T20:00:00.000Z');
    await enterAs(page, 'Unidad Técnica de Servicios de Informática (UTSI)');
    await page.goto(`${home}/sistemas/sije`);
    await page.getByRole('link', { name: 'SIJE: Respuesta de error (503)' }).click();
    await page.getByText('Mitigado').first().waitFor();
    const resolve = page.getByRole('region', { name: 'Registrar solución' });
    await resolve.getByLabel('Causa').fill('El servidor agotó sus conexiones');
    await resolve.getByRole('button').click();
    const close = page.getByRole('region', { name: 'Cerrar incidente' });
    await close.getByRole('textbox', { name: 'Evidencia', exact: true }).fill('Análisis posterior');
    await close.getByLabel(/^Documento/).setInputFiles({ ...report, name: 'analisis.pdf' });
    await close.getByLabel('Qué se hará').fill('2020-02-20; UTSI; Ampliar el grupo de conexiones');
    await close.getByRole('button', { name: 'Cerrar incidente' }).click();
    await page.getByText('Ampliar el grupo de conexiones').waitFor();
    expect(await page.getByRole('region', { name: 'Cronología' }).textContent()).toContain('SIJE: responde de nuevo.');
    const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /analisis\.pdf/ }).click()]);
    expect(taken.suggestedFilename()).toBe('analisis.pdf');
  });
  await watch.stop();
  await new Promise((closed) => server.close(closed));
});

test('the informe of the systems for the meeting of 18 February 2020', async () => {
  site.setNow('2020-02-11T20:00:00.000Z');
  await site.visit(desk, async (page) => {
    await enterAs(page, 'Secretaría Técnica');
    await page.goto(`${home}/informes`);
    const freeze = page.getByRole('region', { name: 'Congelar un informe' });
    await freeze.getByLabel('Informe de sistemas').check();
    await freeze.getByLabel('Fecha de corte').fill('2020-02-11');
    await freeze.getByRole('button', { name: 'Congelar informe' }).click();
    await page.getByRole('rowheader').getByRole('link', { name: 'Informe de sistemas · 11 de febrero de 2020' }).click();
    await page.waitForURL(/\/informes\/systems-2020-02-11/);
    for (const said of ['El servidor agotó sus conexiones', 'Autorizada con condiciones']) await page.getByText(said).first().waitFor();
    const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'PDF', exact: true }).click()]);
    expect(taken.suggestedFilename()).toBe('pel-2019-2020-systems-2020-02-11.pdf');
  });
});
