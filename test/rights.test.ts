import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rightsDoc } from '../scripts/rights-doc.ts';
import { actRight, acts } from '../src/app/acts.ts';
import { writeRoutes } from '../src/app/write-api.ts';
import { commands } from '../src/cli/main.ts';
import { asId, type OfficeId, type OplId } from '../src/core/ids.ts';
import { must } from '../src/core/result.ts';
import { officeMayDo, type Right } from '../src/domain/people/rights.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { addressOf, type Path, pathMap, withQuery } from './path-map.ts';
import { type Visitor, visitorOf } from './visitor.ts';

let site: TestApp;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  site = await openTestApp();
  for (const office of site.app.worlds.current().people.offices.keys()) {
    const visitor = visitorOf(site.web);
    await visitor.enterAs(office);
    visitors.set(office, visitor);
  }
  visitors.set('nobody', visitorOf(site.web));
});
afterAll(() => site.close());

const gets = (): readonly Path[] => pathMap(site.app).filter((one) => one.method === 'GET');
const as = (office: string): Visitor => must(visitors.get(office), office);

/** Where an address is about an OPL, it is Hidalgo's. */
const isGranted = (office: string, may: Path['may']): boolean => {
  if (typeof may === 'string') return true;
  const opl = 'oplParam' in may && may.oplParam !== undefined ? asId<OplId>('ieeh') : undefined;
  const names = 'anyOf' in may ? may.anyOf : [may.right];
  const { people } = site.app.worlds.current();
  return names.some((right) => officeMayDo(people, asId<OfficeId>(office), right as Right, opl).ok); // a route names rights that there are
};

test('docs/rights.md says what the routes, the acts and the table of rights say', async () => {
  const verbs = Object.keys(acts).map((verb) => [verb, must(actRight(verb), `${verb} asks for a right`)] as const);
  const machine = writeRoutes(site.app).map((route) => route.path);
  const doc = rightsDoc(pathMap(site.app), machine, verbs, Object.keys(commands));
  expect(doc.split('\n').filter((line) => line.includes('| — |'))).toEqual([]); // every address has its slice's line
  await expect(doc).toMatchFileSnapshot('../docs/rights.md');
});

describe('pages and files that ask for a right', () => {
  test('are refused to whoever has none, on any day and in any form, and say nothing of what is there', async () => {
    for (const { path, may } of gets().filter((one) => typeof one.may !== 'string')) {
      for (const [office, visitor] of visitors)
        for (const query of ['', 'al=2020-10-01&lang=en']) {
          const plain = addressOf(path, path.includes(':file{') ? { file: '1' } : {});
          const address = query === '' ? plain : withQuery(plain, query);
          const { status } = await visitor.get(address);
          if (isGranted(office, may)) expect(`${status} ${address} ${office}`).not.toMatch(/^(?:403|5)/);
          else expect(`${status} ${address} ${office}`).toBe(`403 ${address} ${office}`);
        }
    }
  });

  test('a page for whoever is signed in asks for that, and no more', async () => {
    const addresses = gets().filter((one) => one.may === 'signed-in');
    expect(addresses.length).toBeGreaterThan(0);
    for (const { path } of addresses) expect(`${(await as('nobody').get(addressOf(path))).status} ${path}`).toBe(`403 ${path}`);
  });
});

test('an id that is guessed finds nothing, whoever asks, and breaks nothing', { timeout: 60_000 }, async () => {
  const guesses = ['no-existe', '999999', '..%2f..%2fetc%2fpasswd', '%00', 'constructor'];
  let asked = 0;
  for (const { path } of gets()) {
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '').filter((name) => name !== 'process');
    const last = names.at(-1);
    if (last === undefined) continue;
    const guess = must(guesses[asked++ % guesses.length], 'one of the guesses');
    const { status } = await as(asked % 2 === 0 ? 'secretaria-tecnica' : 'nobody').get(addressOf(path, { [last]: guess }));
    // Some addresses show a form or a list about what nobody recorded yet; none may fail.
    expect(`${status} ${path} ${guess}`).toMatch(/^(?:200|30\d|40[034]|422)/);
  }
  expect(asked).toBeGreaterThan(20);
});

test('an address for programs takes no session for a key: neither of an office nor in a cookie', async () => {
  for (const { path } of writeRoutes(site.app)) {
    const address = path.replace(':process', exampleId).replace(':system', 'sije');
    const before = site.app.worlds.current().position;
    for (const headers of [
      {},
      { authorization: 'Bearer x' },
      { cookie: as('utsi').cookie() },
      { cookie: as('utsi').cookie(), authorization: 'Bearer ' },
    ]) {
      const body = JSON.stringify({ version: '9.9', releasedOn: '2020-10-04', environment: 'production' });
      const sent = { 'content-type': 'application/json', 'idempotency-key': 'x', ...headers };
      const answer = await site.web.request(address, { method: 'POST', body, headers: sent });
      expect(answer.status).toBe(401);
    }
    expect(site.app.worlds.current().position).toBe(before);
  }
});
