import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../src/core/result.ts';
import { pdf, program } from '../src/files/test-files.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const form = `/${exampleId}/prep/ieeh/E09/entregar`;
const size = 3 * 2 ** 20;
/** A PDF of three megabytes. */
const whole = new Uint8Array(size).fill(32);
whole.set(pdf());

describe('a file sent piece by piece', () => {
  let site: TestApp;
  let liaison: Visitor;
  let other: Visitor;

  const ask = async (who: Visitor, method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
    site.web.request(path, {
      method,
      headers: { cookie: who.cookie(), 'tus-resumable': '1.0.0', 'x-csrf': await who.token(), ...headers },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
  const named = (name: string) => `filename ${Buffer.from(name).toString('base64')}`;
  const announce = (who: Visitor, bytes: number, name = 'plan.pdf') =>
    ask(who, 'POST', `${form}/envio`, { 'upload-length': String(bytes), 'upload-metadata': named(name) });
  const place = (answer: Response): string => must(answer.headers.get('location'), 'it was announced');
  const piece = (who: Visitor, path: string, at: number, bytes: BodyInit) =>
    ask(who, 'PATCH', path, { 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' }, bytes);
  const waiting = () => readdirSync(join(site.dataDir, 'envios'));

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    liaison = visitorOf(site.web);
    other = visitorOf(site.web);
    await liaison.enterAs('enlace-ieeh');
    await other.enterAs('enlace-iec');
  });
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  test('goes on where it was cut, and stands for itself in the form that follows', async () => {
    const to = place(await announce(liaison, size));
    const cut = new ReadableStream({
      start: (controller) => controller.enqueue(whole.subarray(0, 2 ** 20)),
      pull: async (controller) => {
        await pause(100);
        controller.error(new Error('the line went dead'));
      },
    });
    expect((await piece(liaison, to, 0, cut)).status).toBeGreaterThanOrEqual(400);
    const head = await ask(liaison, 'HEAD', to);
    const at = Number(head.headers.get('upload-offset'));
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(size);
    const done = await piece(liaison, to, at, whole.subarray(at));
    expect(done.status).toBe(200);
    const token = must(done.headers.get('upload-kept'), 'the file came in whole');
    // The answer may be lost on the way: whoever asks again is told the same.
    expect((await ask(liaison, 'HEAD', to)).headers.get('upload-kept')).toBe(token);
    expect(waiting()).toEqual([]);
    const body = new FormData();
    body.append('csrf', await liaison.token());
    body.append('archivo-guardado', token);
    const sent = await site.web.request(form, { method: 'POST', body, headers: { cookie: liaison.cookie() } });
    expect(sent.status).toBe(303);
    const file = await site.web.request(form.replace('entregar', 'versiones/1/1'), { headers: { cookie: liaison.cookie() } });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(whole);
  });

  test('is for whoever may send the form, and nobody else goes on with it', async () => {
    expect((await announce(other, size)).status).toBe(403);
    expect((await announce(visitorOf(site.web), size)).status).toBe(403);
    const forged = await ask(liaison, 'POST', `${form}/envio`, { 'upload-length': '10', 'x-csrf': 'otro' });
    expect(forged.status).toBe(403);
    const crossed = await ask(liaison, 'POST', `${form}/envio`, { 'upload-length': '10', 'sec-fetch-site': 'cross-site' });
    expect(crossed.status).toBe(403);
    const to = place(await announce(liaison, size));
    const secretariat = visitorOf(site.web);
    await secretariat.enterAs('secretaria-tecnica');
    expect((await piece(secretariat, to, 0, whole)).status).toBe(404);
    expect((await ask(secretariat, 'HEAD', to)).status).toBe(404);
    // Nor under another form of the same sender, whose limits may be others.
    expect((await piece(liaison, to.replace('E09', 'E08'), 0, whole)).status).toBe(404);
    expect((await ask(liaison, 'HEAD', `${form}/envio/..%2f..%2fidentity.secret`)).status).toBe(404);
  });

  test('passes through the same door as any other file: a program is refused in words, and nothing of it stays', async () => {
    const to = place(await announce(liaison, program().length, 'plan.pdf'));
    const done = await piece(liaison, to, 0, new Uint8Array(program()));
    expect(done.status).toBe(422);
    expect(await done.text()).toContain('«plan.pdf» es un programa');
    expect((await ask(liaison, 'HEAD', to)).status).toBe(422);
  });

  test('one too large is refused before its first byte, and no piece goes beyond what was announced', async () => {
    const answer = await announce(liaison, 501 * 2 ** 20);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('pesa más de lo que se admite aquí');
    const to = place(await announce(liaison, 10));
    expect((await piece(liaison, to, 0, whole)).status).toBe(413);
    expect((await piece(liaison, to, 5, whole.subarray(0, 5))).status).toBe(409);
  });
});
