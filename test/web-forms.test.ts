import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
let site: TestApp;
let before = 0;
beforeEach(async () => {
  site = await openTestApp({ now: '2020-03-12T18:00:00.000Z' });
  before = site.app.worlds.current().position;
});
afterEach(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

async function as(office: string): Promise<Visitor> {
  const visitor = visitorOf(site.web);
  await visitor.enterAs(office);
  return visitor;
}
const nothingWasRecorded = () => expect(site.app.worlds.current().position).toBe(before);

/** Opens a page, fills in its form to `action`, and sends it. */
async function send(visitor: Visitor, path: string, action: string, fields: Record<string, string>) {
  return visitor.submit((await visitor.get(path)).page, action, fields);
}

describe('a step of an obligation', () => {
  const path = `${home}/prep/ieeh/E17a`;
  const record = async (visitor: Visitor, fields: Record<string, string>, at = path) => send(visitor, at, `${at}/avanzar`, fields);

  test('is recorded in the name of the office, with its note, and stands on the page', async () => {
    const liaison = await as('enlace-ieeh');
    const answer = await record(liaison, { paso: 'deliver', fecha: '2020-03-11', documento: '2020-03-10', nota: 'Oficio 12, con anexo.' });
    expect([answer.status, answer.location]).toEqual([303, `${path}#registro`]);
    const { page } = await liaison.get(path);
    expect(page.text).toContain('Oficio 12, con anexo.');
    expect(page.text).toContain('Registró: Enlace del IEEH');
    expect(page.text).toContain('Fecha del documento: 10 mar 2020');
  });

  test.each([
    [{ fecha: '2020-03-13' }, 422, 'Día en que ocurrió', 'El día no puede ser posterior a hoy (12 de marzo de 2020)'],
    [{ fecha: 'ayer' }, 422, 'Día en que ocurrió', '«ayer» no es una fecha'],
    [{ documento: '2020-02-30' }, 422, 'Fecha del documento', 'no existe en el calendario'],
    [{ paso: '' }, 422, 'Paso', 'Elija un paso de la lista'],
    [{ paso: 'volar' }, 422, 'Paso', 'Elija un paso de la lista'],
  ])('that is wrong in %j comes back filled in, with what is wrong beside its field', async (wrong, status, label, words) => {
    const answer = await record(await as('enlace-ieeh'), { paso: 'deliver', fecha: '2020-03-11', nota: 'Mi nota', ...wrong });
    expect(answer.status).toBe(status);
    expect(answer.page.field(label)?.error).toContain(words);
    expect(answer.page.alerts[0]).toContain(words);
    expect(answer.page.field('Nota')?.value).toBe('Mi nota');
    expect(answer.page.field('Día en que ocurrió')?.value).toBe('fecha' in wrong ? wrong.fecha : '2020-03-11');
    nothingWasRecorded();
  });

  test.each([
    [{ paso: 'exempt', nota: '' }, 'motivo'],
    [{ paso: 'deliver', documento: '2020-03-12' }, 'documento'],
  ])('that the rules refuse (%j) comes back filled in, with the reason', async (fields, words) => {
    const answer = await record(await as('enlace-ieeh'), { fecha: '2020-03-11', ...fields });
    expect(answer.status).toBe(409);
    expect(answer.page.alerts[0]?.toLowerCase()).toContain(words);
    expect(answer.page.field('Paso')?.value).toBe(fields.paso);
    expect(answer.page.field('Día en que ocurrió')?.value).toBe('2020-03-11');
    nothingWasRecorded();
  });

  test('of an obligation the plan does not have is not found, and nothing is recorded', async () => {
    const liaison = await as('enlace-ieeh');
    const csrf = (await liaison.get(path)).page.forms.find((form) => form.action.endsWith('/avanzar'))?.values.csrf ?? '';
    const answer = await liaison.post(`${home}/prep/ieeh/E99/avanzar`, { paso: 'deliver', fecha: '2020-03-11', csrf });
    expect(answer.status).toBe(404);
    nothingWasRecorded();
  });

  test('has no form in a past state: nothing is recorded there', async () => {
    const { page } = await (await as('enlace-ieeh')).get(`${path}?al=2020-03-01`);
    expect(page.forms.filter((form) => form.action.includes('avanzar'))).toEqual([]);
  });

  test('is shown as it was typed, on the page, in the informe and in the log: markup in it is text', async () => {
    const liaison = await as('enlace-ieeh');
    const note = '<script>alert(1)</script> & <img src=x onerror=alert(1)> "=HYPERLINK()"';
    expect((await record(liaison, { paso: 'deliver', fecha: '2020-03-10', nota: note })).status).toBe(303);
    expect((await record(await as('utsi'), { paso: 'observe', fecha: '2020-03-10', nota: note })).status).toBe(303);
    const informe = `${home}/informes/corte?corte=2020-03-10`;
    const position = site.app.worlds.current().position;
    for (const address of [
      path,
      `${home}/prep/ieeh?al=2020-03-12`,
      informe,
      `${home}/informes/corte-2020-03-10-${position}.html`,
      `${home}/bitacora/${position}`,
    ]) {
      const { page } = await liaison.get(address);
      expect(page.html, address).not.toMatch(/<script>alert|<img src=x/);
      expect(page.html, address).toContain('&lt;img src=x onerror=alert(1)&gt;');
    }
  });
});

describe('a meeting', () => {
  const path = `${home}/reuniones/6`;

  test('is rescheduled with its reason, and its whole cycle moves with it', async () => {
    const secretariat = await as('secretaria-tecnica');
    const answer = await send(secretariat, path, `${path}/reprogramar`, { fecha: '2020-03-24', motivo: 'Se cruza con la sesión.' });
    expect(answer.status).toBe(303);
    const { page } = await secretariat.get(path);
    expect(page.text).toContain('Se cruza con la sesión.');
    expect(page.text).toContain('17 mar');
    expect((await secretariat.get(`${home}/reuniones.csv`)).page.html).toContain('6,2020-03-24,2020-03-17');
  });

  test('moved past the next one is told of, not stopped: its number no longer follows the dates', async () => {
    const secretariat = await as('secretaria-tecnica');
    expect((await secretariat.get(`${home}/reuniones`)).page.text).not.toContain('revise la numeración');
    const answer = await send(secretariat, path, `${path}/reprogramar`, { fecha: '2020-04-21', motivo: 'Se cruza con la sesión.' });
    expect(answer.status).toBe(303);
    expect((await secretariat.get(`${home}/reuniones`)).page.text).toContain(
      'La reunión 7 es anterior a la 6: revise la numeración o las fechas.',
    );
  });

  test.each([
    [{ motivo: '' }, 409, 'Motivo'],
    [{ fecha: '2020-03-32' }, 422, 'Fecha nueva'],
    [{ hora: '25:00' }, 422, 'Hora'],
  ])('is not rescheduled when %j is wrong: the form comes back filled in', async (wrong, status, label) => {
    const fields = { fecha: '2020-03-24', hora: '10:00', motivo: 'Se cruza con la sesión.', ...wrong };
    const answer = await send(await as('secretaria-tecnica'), path, `${path}/reprogramar`, fields);
    expect(answer.status).toBe(status);
    expect(answer.page.field(label)?.error).toBeTruthy();
    expect(answer.page.field('Fecha nueva')?.value).toBe(fields.fecha);
    expect(answer.page.field('Motivo')?.value).toBe(fields.motivo);
    nothingWasRecorded();
  });

  test.each([
    [{ fecha: '2020-03-11' }, 'El día 11'],
    [{ fecha: '2020-04-14' }, '7'],
  ])('is not moved to a day that is gone or taken (%j)', async (wrong, words) => {
    const answer = await send(await as('secretaria-tecnica'), path, `${path}/reprogramar`, { motivo: 'Otro.', ...wrong });
    expect(answer.status).toBe(409);
    expect(answer.page.alerts[0]).toContain(words.replace('El día ', ''));
    nothingWasRecorded();
  });

  test('is scheduled with the next number, and refused when the number is taken or is none', async () => {
    const secretariat = await as('secretaria-tecnica');
    const { page } = await secretariat.get(`${home}/reuniones`);
    expect(page.field('Número')?.value).toBe('11');
    const action = `${home}/reuniones/programar`;
    for (const [numero, status] of [
      ['6', 409],
      ['0', 422],
      ['1.5', 422],
      ['', 422],
    ] as const) {
      const answer = await secretariat.submit(page, action, { numero, fecha: '2020-08-11' });
      expect(`${numero}: ${answer.status}`).toBe(`${numero}: ${status}`);
      expect(answer.page.field('Fecha')?.value).toBe('2020-08-11');
    }
    nothingWasRecorded();
    const done = await secretariat.submit(page, action, { numero: '11', fecha: '2020-08-11', hora: '10:00' });
    expect(done.location).toBe(`${home}/reuniones/11`);
  });

  test('is not recorded as held before its day', async () => {
    const secretariat = await as('secretaria-tecnica');
    const { page } = await secretariat.get(path);
    expect(page.forms.map((form) => form.action)).not.toContain(`${path}/celebrar`);
    const csrf = page.forms.find((form) => form.action.endsWith('/reprogramar'))?.values.csrf ?? '';
    expect((await secretariat.post(`${path}/celebrar`, { csrf })).status).toBe(409);
    nothingWasRecorded();
  });

  test('that there is none of is not found when somebody tries to move it', async () => {
    const secretariat = await as('secretaria-tecnica');
    const csrf = (await secretariat.get(path)).page.forms.find((form) => form.action.endsWith('/reprogramar'))?.values.csrf ?? '';
    expect((await secretariat.post(`${home}/reuniones/99/reprogramar`, { csrf, fecha: '2020-08-11', motivo: 'x' })).status).toBe(404);
    nothingWasRecorded();
  });
});

describe('an informe', () => {
  const list = `${home}/informes`;
  const freeze = async (visitor: Visitor, fields: Record<string, string>) => send(visitor, list, `${list}/congelar`, fields);

  test('is frozen at the cut-off and circulated, and the cycle of its meeting shows both steps as done', async () => {
    const secretariat = await as('secretaria-tecnica');
    const stepsOf = async () =>
      [...(await secretariat.get(`${home}/reuniones/6`)).page.text.matchAll(/Concluido: (\S+)/g)].map((match) => match[1]);
    const steps = await stepsOf();
    expect((await secretariat.get(list)).page.field('Fecha de corte')?.value).toBe('2020-03-10');
    expect((await freeze(secretariat, { congelar: '2020-03-10' })).location).toBe(list);
    const frozen = await stepsOf();
    expect(frozen.length).toBe(steps.length + 1);
    const informe = `${list}/prep-2020-03-10`;
    const circulated = await send(secretariat, informe, `${informe}/circular`, {});
    expect([circulated.status, circulated.location]).toEqual([303, informe]);
    expect((await stepsOf()).length).toBe(steps.length + 2);
    const { page } = await secretariat.get(informe);
    expect(page.text).toContain('Circulado el 12 mar 2020');
    expect(page.forms.map((form) => form.action)).not.toContain(`${informe}/circular`);
    expect((await visitorOf(site.web).get(`${home}/`)).page.links.map((link) => link.href)).toContain(informe);
  });

  test.each([
    ['2020-03-13', 422, 'está en el futuro: hoy es 12 de marzo de 2020'],
    ['', 422, 'no es una fecha'],
  ])('is not frozen at the cut-off %j', async (congelar, status, words) => {
    const answer = await freeze(await as('secretaria-tecnica'), { congelar, motivo: 'Un motivo' });
    expect(answer.status).toBe(status);
    expect(answer.page.alerts.join(' ')).toContain(words);
    expect(answer.page.field('Motivo de otra edición')?.value).toBe('Un motivo');
    nothingWasRecorded();
  });

  test('has a second edition only with a reason', async () => {
    const secretariat = await as('secretaria-tecnica');
    await freeze(secretariat, { congelar: '2020-03-10' });
    const refused = await freeze(secretariat, { congelar: '2020-03-10' });
    expect(refused.status).toBe(409);
    expect(refused.page.field('Motivo de otra edición')?.error).toBeTruthy();
    expect((await freeze(secretariat, { congelar: '2020-03-10', motivo: 'Faltaba un acuse.' })).status).toBe(303);
    expect((await secretariat.get(`${list}/prep-2020-03-10-2`)).status).toBe(200);
  });

  test('is circulated once, and only when there is one', async () => {
    const secretariat = await as('secretaria-tecnica');
    await freeze(secretariat, { congelar: '2020-03-10' });
    const informe = `${list}/prep-2020-03-10`;
    const { page } = await secretariat.get(informe);
    await secretariat.submit(page, `${informe}/circular`);
    const again = await secretariat.submit(page, `${informe}/circular`);
    expect([again.status, again.page.alerts[0]]).toEqual([409, expect.stringContaining('12 de marzo de 2020')]);
    const csrf = page.forms.find((form) => form.action.endsWith('/circular'))?.values.csrf ?? '';
    const none = await secretariat.post(`${list}/prep-2020-03-11/circular`, { csrf });
    expect([none.status, none.page.alerts[0]]).toEqual([409, expect.stringContaining('prep-2020-03-11')]);
  });

  test('is frozen at the position the log has now, whatever past state the address asks for', async () => {
    const secretariat = await as('secretaria-tecnica');
    const csrf = (await secretariat.get(list)).page.forms.find((form) => form.action.endsWith('/congelar'))?.values.csrf ?? '';
    await secretariat.post(`${list}/congelar?conocido=40&al=2020-01-01`, { csrf, congelar: '2020-03-10' });
    const frozen = site.app.worlds.current().processes.get(exampleId)?.reports.reports.get('prep-2020-03-10');
    expect(frozen?.position).toBe(before);
  });
});
