import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../identity/test-postgres.ts';
import { postgresLeader } from '../watch/schedule/leader-postgres.ts';
import { createOutbox } from './outbox.ts';
import { openPostgres } from './postgres.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
});
afterAll(() => server.stop());

test('in PostgreSQL too a message is kept, taken by one machine alone, and told by its state', async () => {
  const database = await server.newDatabase();
  const sent: string[] = [];
  const open = () =>
    createOutbox({
      open: () => openPostgres(database),
      transport: {
        send: async (_, { key }) => {
          sent.push(key);
          return key === 'm3' ? { kind: 'refused', answer: '550 no' } : { kind: 'sent' };
        },
        check: async () => undefined,
        close: () => undefined,
      },
      addressOf: async () => ({ name: 'Ana', email: 'ana@ejemplo.mx' }),
      now: () => '2020-10-05T14:00:00.000Z',
      onSent: () => undefined,
    });
  const [one, other] = [open(), open()];
  await one.put(Array.from({ length: 20 }, (_, i) => ({ key: `m${i}`, person: 'p', subject: 's', text: 't' })));
  await one.put([{ key: 'm0', person: 'p', subject: 's', text: 't' }]);
  await Promise.all([one.sendDue(), other.sendDue()]);
  expect(sent.toSorted()).toEqual(Array.from({ length: 20 }, (_, i) => `m${i}`).toSorted());
  expect(await other.counts()).toMatchObject({ sent: 19, refused: 1, waiting: 0 });
  await one.setPreference('p', 'a');
  await other.setPreference('p', 'b');
  expect([...(await one.preferences())]).toEqual([['p', 'b']]);
  await one.close();
  await other.close();
});

test('of two machines one leads; when it goes, the other does', async () => {
  const database = await server.newDatabase();
  const [one, other] = [postgresLeader(database), postgresLeader(database)];
  expect([await one.lead(), await other.lead(), await one.lead()]).toEqual([true, false, true]);
  await one.resign();
  await expect.poll(() => other.lead()).toBe(true);
  await other.resign();
});
