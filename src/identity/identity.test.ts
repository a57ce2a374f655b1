import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asId, type OfficeId } from '../core/ids.ts';
import { accessContract } from './access.contract.ts';
import { attributes, header, type InstallationOptions, identityContract, value } from './identity.contract.ts';
import type { Identity } from './identity.ts';
import { openIdentity } from './open-identity.ts';

const inSqlite = async (options: InstallationOptions) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'atalaya-identity-'));
  const opened: Identity[] = [];
  const again = () => {
    const identity = openIdentity({ dataDir, passwordCost: { memory: 8, passes: 1, parallelism: 1 }, ...options });
    opened.push(identity);
    return identity;
  };
  const close = async () => {
    for (const identity of opened) await identity.close();
    rmSync(dataDir, { recursive: true });
  };
  return { identity: again(), again, close };
};
identityContract('personal data in SQLite', inSqlite);
accessContract('ways of entering, in SQLite', inSqlite);

describe('the data folder', () => {
  let dataDir: string;
  let identity: Identity;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'atalaya-identity-'));
    identity = openIdentity({ dataDir, baseUrl: 'http://localhost:3000' });
  });
  afterEach(async () => {
    await identity.close();
    rmSync(dataDir, { recursive: true });
  });
  const data = { name: 'Persona Irrepetible', email: 'irrepetible@ejemplo.mx' };

  test('only its owner reads the database, its side files and the secret', async () => {
    value(await identity.createAccount(data));
    const files = readdirSync(dataDir);
    expect(files).toEqual(expect.arrayContaining(['identity.db', 'identity.db-wal', 'identity.secret']));
    for (const file of files) expect([file, (statSync(join(dataDir, file)).mode & 0o777).toString(8)]).toEqual([file, '600']);
  });

  test('erased data are in no file of the folder any more, and those of others still are', async () => {
    const long = { name: `${'Persona '.repeat(60)}Irrepetible`, email: data.email };
    const { person } = value(await identity.createAccount(long));
    value(await identity.createAccount({ name: 'Persona Vecina', email: 'vecina@ejemplo.mx' }));
    const everything = () =>
      readdirSync(dataDir)
        .map((file) => readFileSync(join(dataDir, file), 'latin1'))
        .join('\n');
    expect(everything()).toContain(long.name);
    await identity.erasePersonalData(person);
    for (const trace of ['Irrepetible', 'Persona Persona', data.email]) expect(everything()).not.toContain(trace);
    expect(everything()).toContain('Persona Vecina');
  });

  test('a link to set a password is kept as a hash only, and a password as argon2id', async () => {
    const { setupLinkToken, person } = value(await identity.createAccount(data));
    const everything = () =>
      readdirSync(dataDir)
        .map((file) => readFileSync(join(dataDir, file), 'latin1'))
        .join('\n');
    expect(everything()).not.toContain(setupLinkToken.slice(person.length + 1));
    value(await identity.setPassword(setupLinkToken, 'cuatro palabras al azar'));
    expect(everything()).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(everything()).not.toContain('cuatro palabras al azar');
  });

  test('over plain HTTP, as on one’s own machine, the cookie is not Secure but still HttpOnly and SameSite=Lax', async () => {
    const { setCookie } = await identity.enterAs(asId<OfficeId>('secretaria-tecnica'));
    expect(setCookie[0]).toMatch(/^atalaya-session=/);
    expect(attributes(setCookie)).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax']);
    expect(await identity.whoIs(header(setCookie))).toBeDefined();
  });

  test('a reader without a session, the first-start link and the forms open no sign-in library', async () => {
    expect(await identity.whoIs('idioma=es')).toBeUndefined();
    expect(await identity.hasAccounts()).toBe(false);
    expect(await identity.setupToken()).toMatch(/^[\w-]{43}$/);
    expect(identity.formToken(undefined).token).toMatch(/^[\w-]{43}$/);
    // The library makes its tables when it is opened: there are none.
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(join(dataDir, 'identity.db'), { readOnly: true });
    expect(database.prepare('SELECT name FROM sqlite_master').all()).toEqual([]);
    database.close();
  });

  test('a database that cannot be opened is a fault, and is opened at the next need once it can', async () => {
    mkdirSync(join(dataDir, 'identity.db'));
    await expect(identity.createAccount(data)).rejects.toThrow('EISDIR');
    rmdirSync(join(dataDir, 'identity.db'));
    value(await identity.createAccount(data));
  });

  test('two processes that start at once make one set of tables', async () => {
    const others = [1, 2, 3].map(() => openIdentity({ dataDir, baseUrl: 'http://localhost:3000' }));
    const persons = await Promise.all(others.map((one, at) => one.createAccount({ ...data, email: `n${at}@ejemplo.mx` })));
    expect(persons.every((one) => one.ok)).toBe(true);
    for (const one of others) await one.close();
  });
});

test('what another process changed is seen after ten seconds, and what this one changed at once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'atalaya-identity-'));
  let now = 1_600_000_000_000;
  const here = openIdentity({ dataDir, baseUrl: 'http://localhost:3000', now: () => now });
  const there = openIdentity({ dataDir, baseUrl: 'http://localhost:3000', now: () => now });
  const cookie = header((await here.enterAs(asId<OfficeId>('secretaria-tecnica'))).setCookie);
  expect(await here.whoIs(cookie)).toBeDefined();
  await there.signOut(cookie);
  expect(await here.whoIs(cookie)).toBeDefined();
  now += 10_000;
  expect(await here.whoIs(cookie)).toBeUndefined();
  await here.close();
  await there.close();
  rmSync(dataDir, { recursive: true });
});
