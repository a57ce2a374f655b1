import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleId, openTestApp, type TestApp } from '../../test/open-test-app.ts';
import { visitorOf } from '../../test/visitor.ts';
import { must } from '../core/result.ts';

let site: TestApp;
const home = `/${exampleId}`;
beforeEach(async () => {
  site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
});
afterEach(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

async function issued(fields: Record<string, string> = { release: 'si' }) {
  const visitor = visitorOf(site.web);
  await visitor.enterAs('utsi');
  const address = `${home}/sistemas/sije/llaves`;
  const { page } = await visitor.get(address);
  const answer = await visitor.submit(page, `${address}/emitir`, { para: 'Integración continua', hasta: '2020-10-31', ...fields });
  const secret = /atalaya_llave-[0-9a-f]{10}_[\w-]{43}/.exec(answer.page.html)?.[0];
  return { visitor, address, answer, secret };
}
const send = async (
  secret: string | undefined,
  body: unknown,
  { request = 'version-1.2.0', system = 'sije', process = exampleId, what = 'releases' } = {},
) => {
  const answer = await site.web.request(`/api/processes/${process}/systems/${system}/${what}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
      'idempotency-key': request,
    },
  });
  return { status: answer.status, body: await answer.json(), replayed: answer.headers.get('idempotency-replayed') };
};
const release = { version: '1.2.0', releasedOn: '2020-10-04', environment: 'production' };
const releases = () => must(site.app.worlds.current().processes.get(exampleId)?.systems.systems.get('sije'), 'the example has it').releases;
const position = () => site.app.worlds.current().position;

describe('a program with a write key', () => {
  test('reports a release, in the name of the office that issued the key', async () => {
    const { secret } = await issued();
    const sent = await send(secret, release);
    expect(sent).toMatchObject({ status: 201, replayed: 'false' });
    expect(releases().at(-1)).toMatchObject({ version: '1.2.0', releasedOn: '2020-10-04' });
    const types: string[] = [];
    for await (const batch of site.app.ledger.entries({ after: sent.body.recorded - 1 }))
      for (const entry of batch) {
        types.push(entry.type);
        expect(entry.by.office).toBe('utsi');
      }
    expect(types).toEqual(['WriteKeyUsed', 'ReleaseRecorded']);
  });
  test('may send the same again: it is answered as the first time, and nothing is added', async () => {
    const { secret } = await issued();
    const first = await send(secret, release);
    const before = position();
    const [again, once] = await Promise.all([send(secret, release), send(secret, release)]);
    for (const one of [again, once]) expect(one).toMatchObject({ status: 200, body: first.body, replayed: 'true' });
    expect(position()).toBe(before);
  });
  test('that sends two at once under one key has them recorded once', async () => {
    const { secret } = await issued();
    const both = await Promise.all([send(secret, release), send(secret, release)]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 201]);
    expect(releases().filter((one) => one.version === '1.2.0')).toHaveLength(1);
  });
  test('that sends other content under the same idempotency key is refused', async () => {
    const { secret } = await issued();
    await send(secret, release);
    expect(await send(secret, { ...release, version: '1.2.1' })).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('version-1.2.0') },
    });
  });
  test.each([
    ['without a key', 'none', {}, 401],
    ['with an invented key', 'invented', {}, 401],
    ['for another system', 'own', { system: 'representantes' }, 403],
    ['for a process there is not', 'own', { process: 'otro' }, 401],
    ['with an idempotency key that is none', 'own', { request: 'x' }, 422],
  ])('%s records nothing', async (_, which, more, status) => {
    const { secret } = await issued();
    const before = position();
    const invented = `${(secret ?? '').slice(0, -43)}${'a'.repeat(43)}`;
    const sent = await send(which === 'none' ? undefined : which === 'invented' ? invented : secret, release, more);
    expect(sent).toMatchObject({ status, body: { error: expect.any(String) } });
    expect(position()).toBe(before);
  });
  test.each([
    '',
    'no es JSON',
    '[]',
    '{"version":""}',
    JSON.stringify({ ...release, version: 7 }),
    JSON.stringify({ ...release, releasedOn: '2020-10-06' }),
  ])('that sends «%s» is told what is wrong', async (body) => {
    const { secret } = await issued();
    const before = position();
    expect(await send(secret, body)).toMatchObject({ status: 422, body: { error: expect.stringMatching(/.{10}/) } });
    expect(position()).toBe(before);
  });
  test('whose key allows something else is refused', async () => {
    const { secret } = await issued({ figures: 'si' });
    expect(await send(secret, release)).toMatchObject({ status: 403, body: { error: expect.stringContaining('Liberaciones') } });
  });
  test('whose key has expired, or was revoked, is refused', async () => {
    const { secret, visitor, address } = await issued();
    const { page } = await visitor.get(address);
    const key = must(/llave-[0-9a-f]{10}/.exec(secret ?? '')?.[0], 'it was issued');
    expect((await visitor.submit(page, `${address}/revocar`, { llave: key, motivo: 'Cambió el proveedor' })).status).toBe(303);
    expect(await send(secret, release)).toMatchObject({ status: 401, body: { error: expect.stringContaining('se revocó') } });
    const other = await issued();
    site.setNow('2020-11-02T18:00:00.000Z');
    expect(await send(other.secret, release)).toMatchObject({ status: 401, body: { error: expect.stringContaining('venció') } });
  });
});

describe('a program that reports figures of use', () => {
  const row = { entity: 'iec', date: '2020-10-04', time: '09:24', reported: 809, of: 1630 };
  const figures = (secret: string | undefined, rows: readonly object[], request = 'figures-1') =>
    send(secret, { figure: 'casillas', rows }, { request, what: 'figures' });
  const stated = () =>
    site.app.worlds.current().processes.get(exampleId)?.systems.systems.get('sije')?.operation.figures.get('casillas')?.data;
  const defined = async () => {
    const { secret, visitor } = await issued({ figures: 'si' });
    const address = `${home}/sistemas/sije/cifras`;
    const fields = { 'd-clave': 'casillas', 'd-nombre': 'Casillas instaladas', 'd-total': 'Casillas aprobadas' };
    expect((await visitor.submit((await visitor.get(address)).page, `${address}/definir`, fields)).status).toBe(303);
    return secret;
  };
  test('has them recorded once, whatever it sends again', async () => {
    const secret = await defined();
    site.setNow('2020-10-06T18:00:00.000Z');
    const later = { ...row, date: '2020-10-06' };
    expect(await figures(secret, [later])).toMatchObject({ status: 201 });
    expect(await figures(secret, [later])).toMatchObject({ status: 200, replayed: 'true' });
    expect([...must(stated(), 'defined').values()]).toMatchObject([{ reported: 809, of: 1630, corrected: 0 }]);
  });
  test.each([
    ['of another entity', { entity: 'otro' }, 'no es una entidad que use este sistema'],
    ['that are negative', { reported: -1 }, 'rows.1.reported'],
    ['of a day to come', { date: '2020-10-09' }, 'está en el futuro'],
    ['above their own total', { reported: 2000 }, 'más que el total'],
  ])('%s is told what is wrong, and nothing is recorded', async (_, wrong, words) => {
    const secret = await defined();
    const before = position();
    const sent = await figures(secret, [
      { ...row, date: '2020-10-05' },
      { ...row, date: '2020-10-05', time: '10:00', ...wrong },
    ]);
    expect(sent).toMatchObject({ status: 422, body: { error: expect.stringContaining(words) } });
    expect(position()).toBe(before);
  });
});

describe('the secret of a key', () => {
  test('is shown once, and stands neither in the log nor on the page afterwards', async () => {
    const { secret, visitor, address } = await issued();
    expect(secret).toBeDefined();
    expect((await visitor.get(address)).page.html).not.toContain(secret);
    for await (const batch of site.app.ledger.read()) for (const row of batch) expect(row.body).not.toContain((secret ?? '').slice(-43));
  });
  test.each([
    [{ hasta: '2020-10-01', release: 'si' }, 409],
    [{ hasta: '2023-10-01', release: 'si' }, 409],
    [{ para: '', release: 'si' }, 422],
    [{}, 422],
  ])('is not made for a form with %o', async (fields, status) => {
    expect(await issued(fields)).toMatchObject({ answer: { status }, secret: undefined });
  });
});
