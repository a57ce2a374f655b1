import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NewMessage, waitMs } from './message.ts';
import { createOutbox } from './outbox.ts';
import { smtpTransport } from './smtp.ts';
import { openSqlite } from './sqlite.ts';
import { startPost } from './test-post.ts';

const people: Readonly<Record<string, { name: string; email: string }>> = {
  'persona-ana-0001': { name: 'Ana', email: 'ana@ejemplo.mx' },
  'persona-leo-0003': { name: 'Leo', email: 'leo@ejemplo.mx' },
};
const message = (key: string, person = 'persona-ana-0001'): NewMessage => ({
  key,
  person,
  subject: 'Resumen del día',
  text: 'Vence mañana: E14.\nObservación: «falta el anexo».',
});

let folder: string;
let now: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-mail-'));
  now = '2020-10-05T14:00:00.000Z';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const after = (ms: number) => {
  now = Temporal.Instant.from(now).add({ milliseconds: ms }).toString({ fractionalSecondDigits: 3 });
};
const open = (port: number | undefined, sent: string[] = []) =>
  createOutbox({
    open: async () => openSqlite(folder),
    transport:
      port === undefined
        ? undefined
        : smtpTransport({ host: '127.0.0.1', port, tls: 'none', from: 'Atalaya <atalaya@ejemplo.mx>' }, 'ejemplo.mx'),
    addressOf: async (person) => people[person],
    now: () => now,
    onSent: ({ key }) => sent.push(key),
  });

test('a message is received by a real server, with its accents, and is told as sent once', async () => {
  const post = await startPost();
  const sent: string[] = [];
  const outbox = open(post.port, sent);
  await outbox.put([{ ...message('resumen 2020-10-05'), calendar: { method: 'REQUEST', ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } }]);
  expect(await outbox.sendDue()).toBe(1);
  expect(await outbox.sendDue()).toBe(0);
  expect(sent).toEqual(['resumen 2020-10-05']);
  expect(post.received).toHaveLength(1);
  const [first] = post.received;
  expect(first?.to).toBe('ana@ejemplo.mx');
  expect(first?.text).toContain('Message-ID: <atalaya-1-resumen.2020-10-05@ejemplo.mx>');
  expect(first?.text).toContain('Auto-Submitted: auto-generated');
  expect(first?.text).toContain('method=REQUEST');
  await outbox.close();
  await post.stop();
});

test('the same message put twice is one', async () => {
  const outbox = open(undefined);
  await outbox.put([message('a'), message('a')]);
  await outbox.put([message('a')]);
  expect((await outbox.list({})).map(({ key, state }) => [key, state])).toEqual([['a', 'waiting']]);
  await outbox.close();
});

test('with the server down nothing is lost: it is tried ever more seldom, survives a restart, and goes out when the server is back', async () => {
  const gone = await startPost();
  await gone.stop();
  let outbox = open(gone.port);
  await outbox.put([message('a'), message('b')]);
  expect(await outbox.sendDue()).toBe(0);
  expect((await outbox.get(1))?.attempts).toBe(1);
  expect((await outbox.get(1))?.answer).toContain('ECONNREFUSED');
  expect((await outbox.get(2))?.attempts).toBe(0); // the second waits for the server too, rather than finding out by itself
  await outbox.close();

  const back = await startPost(undefined, gone.port);
  outbox = open(back.port);
  expect(await outbox.sendDue()).toBe(1);
  after(waitMs(1));
  expect(await outbox.sendDue()).toBe(1);
  expect(back.received.map((one) => one.to)).toEqual(['ana@ejemplo.mx', 'ana@ejemplo.mx']);
  expect(await outbox.counts()).toMatchObject({ waiting: 0, sent: 2 });
  await outbox.close();
  await back.stop();
});

test('an address the server refuses keeps its message, with the server’s words, and holds up nobody else’s', async () => {
  let refuses = true;
  const post = await startPost((address) => (refuses && address.startsWith('ana') ? 550 : undefined));
  const outbox = open(post.port);
  await outbox.put([message('a'), message('b', 'persona-leo-0003')]);
  expect(await outbox.sendDue()).toBe(1);
  expect(post.received.map((one) => one.to)).toEqual(['leo@ejemplo.mx']);
  const refused = await outbox.get(1);
  expect(refused?.state).toBe('refused');
  expect(refused?.answer).toContain('550');
  after(waitMs(99));
  expect(await outbox.sendDue()).toBe(0);
  refuses = false;
  expect(await outbox.retry(1)).toBe(true);
  expect(await outbox.sendDue()).toBe(1);
  expect(await outbox.retry(1)).toBe(false);
  await outbox.close();
  await post.stop();
});

test('a server that says «later» is asked again later, not given up', async () => {
  let busy = true;
  const post = await startPost(() => (busy ? 451 : undefined));
  const outbox = open(post.port);
  await outbox.put([message('a')]);
  await outbox.sendDue();
  expect(await outbox.get(1)).toMatchObject({ state: 'waiting', attempts: 1 });
  busy = false;
  expect(await outbox.sendDue()).toBe(0);
  after(waitMs(1));
  expect(await outbox.sendDue()).toBe(1);
  await outbox.close();
  await post.stop();
});

test('nobody to send to, and a time that has passed, are told apart and lose nothing', async () => {
  const post = await startPost();
  const outbox = open(post.port);
  await outbox.put([message('a', 'persona-borrada'), { ...message('b'), until: '2020-10-05T13:59:59.999Z' }]);
  expect(await outbox.sendDue()).toBe(0);
  expect((await outbox.list({})).map(({ key, state }) => [key, state])).toEqual([
    ['b', 'expired'],
    ['a', 'unaddressed'],
  ]);
  await outbox.close();
  await post.stop();
});

test('a message that one machine is sending is not sent by another', async () => {
  const post = await startPost();
  const [one, other] = [open(post.port), open(post.port)];
  await one.put(Array.from({ length: 12 }, (_, i) => message(`m${i}`)));
  const sent = await Promise.all([one.sendDue(), other.sendDue()]);
  expect(sent[0] + sent[1]).toBe(12);
  expect(post.received).toHaveLength(12);
  await one.close();
  await other.close();
  await post.stop();
});

test('no address of anybody is kept: the outbox holds opaque keys', async () => {
  const post = await startPost((address) => (address.startsWith('leo') ? 550 : undefined));
  const outbox = open(post.port);
  await outbox.put([message('a'), message('b')]);
  await outbox.sendDue();
  await outbox.close();
  expect(readFileSync(join(folder, 'mail.db')).includes('ana@ejemplo.mx')).toBe(false);
  await post.stop();
});

test('each person’s choice is kept, the last one', async () => {
  const outbox = open(undefined);
  await outbox.setPreference('persona-ana-0001', 'daily');
  await outbox.setPreference('persona-ana-0001', 'never');
  expect([...(await outbox.preferences())]).toEqual([['persona-ana-0001', 'never']]);
  await outbox.close();
});
