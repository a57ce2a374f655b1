import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleId, openTestApp, type TestApp } from '../../test/open-test-app.ts';
import type { NewEvent } from '../core/event.ts';
import { createWorlds } from './worlds.ts';

let site: TestApp;
beforeAll(async () => {
  site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
});
afterAll(() => site.close());

const by = { office: 'enlace-ieeh', person: 'persona-enlace' };
const day = '2020-03-10';
async function append(event: NewEvent): Promise<number> {
  const done = await site.app.ledger.append(exampleId, await site.app.ledger.streamPosition(exampleId), [event]);
  if (!done.ok) throw new Error('nobody else writes here');
  return (await site.app.worlds.catchUp()).position;
}
const started = (on: string): NewEvent => ({ type: 'ObligationStarted', on, by, data: { opl: 'ieeh', key: 'E05' } });
const shown: NewEvent = {
  type: 'SubjectsShown',
  on: '2020-10-05',
  by,
  data: { means: 'page', shown: [{ subject: 'obligation:ieeh/E05', at: '2020-10-05T18:00:00.000Z' }] },
};

test('a past day as known now is what folding it anew gives; what was handed out of it stays as it was', async () => {
  const { worlds, ledger } = site.app;
  const before = (await worlds.catchUp()).position;
  const stepsOf = (one: Awaited<ReturnType<typeof worlds.past>>) => one?.plan.progress.get('ieeh')?.get('E05')?.length ?? 0;
  const first = await worlds.past(exampleId, day, before);
  const had = stepsOf(first);
  expect(await worlds.past(exampleId, day, await append(started('2020-04-01')))).toBe(first); // of a later day: the same
  const position = await append(started('2020-03-09'));
  expect(stepsOf(await worlds.past(exampleId, day, position))).toBe(had + 1);
  expect([stepsOf(first), stepsOf(await worlds.past(exampleId, day, before))]).toEqual([had, had]);
  const anew = createWorlds(ledger);
  await anew.catchUp();
  expect(await worlds.past(exampleId, day, position)).toEqual(await anew.past(exampleId, day, position));
});

test('that somebody was shown something moves the log and none of its pages', async () => {
  const { worlds } = site.app;
  const moved = worlds.movedAt(exampleId);
  const position = await append(shown);
  expect(worlds.movedAt(exampleId)).toBe(moved);
  expect(await append(started('2020-04-02'))).toBe(position + 1);
  expect(worlds.movedAt(exampleId)).toBe(position + 1);
  expect(worlds.movedAt('otro-proceso')).toBeLessThan(moved);
});
