import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asId, type OfficeId, type PersonId } from '../core/ids.ts';
import { must, type Result } from '../core/result.ts';
import type { Identity } from './identity.ts';

/** Another process on the same data: what `again` opens. */
export type Installation = { readonly identity: Identity; readonly again: () => Identity; readonly close: () => Promise<void> };
export type InstallationOptions = { readonly baseUrl: string; readonly now?: () => number };

const email = 'secretaria@ejemplo.mx';
const name = 'Persona Ejemplo';
const password = 'cuatro palabras al azar';
const address = '192.0.2.7';
const nobody = asId<PersonId>('nadie00000000000000000000000000');
const secretariat = asId<OfficeId>('secretaria-tecnica');

/** What every personal-data store does, whatever the database. */
export function identityContract(title: string, install: (options: InstallationOptions) => Promise<Installation>): void {
  describe(title, () => {
    let here: Installation;
    let identity: Identity;
    beforeEach(async () => {
      here = await install({ baseUrl: 'https://atalaya.ejemplo.mx' });
      identity = here.identity;
    });
    afterEach(async () => {
      vi.useRealTimers();
      await here.close();
    });

    const account = async (data = { email, name }) => value(await identity.createAccount(data));
    const accountWithPassword = async (data = { email, name }) => {
      const made = await account(data);
      value(await identity.setPassword(made.setupLinkToken, password));
      return made;
    };
    const signedIn = async () => header(value(await identity.signIn({ email, password, address })).setCookie);

    describe('signing in', () => {
      test('the right password opens a session of that person', async () => {
        const { person } = await accountWithPassword();
        const entered = value(await identity.signIn({ email: ' Secretaria@Ejemplo.MX ', password, address }));
        expect(entered.person).toBe(person);
        const who = must(await identity.whoIs(header(entered.setCookie)), 'the session was just opened');
        expect(who).toEqual({ person, session: expect.any(String), csrf: identity.csrfToken(who.session) });
      });

      test('a wrong password and an unknown account are refused alike', async () => {
        await accountWithPassword();
        const refused = { ok: false, error: { kind: 'wrong-credentials' } };
        expect(await identity.signIn({ email, password: `${password}.`, address })).toEqual(refused);
        expect(await identity.signIn({ email: 'nadie@ejemplo.mx', password, address })).toEqual(refused);
        expect(await identity.signIn({ email: 'esto no es un correo', password, address })).toEqual(refused);
        expect(await identity.signIn({ email, password: 'x'.repeat(500), address })).toEqual(refused);
      });

      test('an account whose password was never set is refused like an unknown one', async () => {
        await account();
        expect(await identity.signIn({ email, password: '', address })).toEqual({ ok: false, error: { kind: 'wrong-credentials' } });
      });

      test('after five failures an account must wait at that address, known or not, and the right password does not help', async () => {
        await accountWithPassword();
        for (const tried of [email, 'nadie@ejemplo.mx']) {
          const fail = () => identity.signIn({ email: tried, password: 'otra cosa del todo', address });
          for (const answer of await Promise.all([fail(), fail(), fail(), fail(), fail()]))
            expect(answer).toEqual({ ok: false, error: { kind: 'wrong-credentials' } });
          const waiting = await identity.signIn({ email: tried, password, address });
          expect(waiting).toMatchObject({ ok: false, error: { kind: 'rate-limited' } });
          if (!waiting.ok && waiting.error.kind === 'rate-limited') expect(waiting.error.retryAfterSeconds).toBeGreaterThan(850);
        }
        expect((await identity.signIn({ email, password, address: '198.51.100.4' })).ok).toBe(true);
      });
    });

    describe('sessions', () => {
      test('over HTTPS the cookie is for this host alone, unreadable by scripts, and not sent from other sites', async () => {
        await accountWithPassword();
        const { setCookie } = value(await identity.signIn({ email, password, address }));
        expect(setCookie).toHaveLength(1);
        expect(attributes(setCookie)).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax', 'Secure']);
        expect(setCookie[0]).toMatch(/^__Host-atalaya-session=[^;]{40,}/);
        expect((await identity.enterAs(secretariat)).setCookie[0]).toMatch(/^__Host-atalaya-session=/);
      });

      test('without a session cookie, or with one that was altered, nobody is there', async () => {
        await accountWithPassword();
        const cookie = await signedIn();
        expect(await identity.whoIs(undefined)).toBeUndefined();
        expect(await identity.whoIs('otra=cosa')).toBeUndefined();
        expect(await identity.whoIs(`${cookie}x`)).toBeUndefined();
        expect(await identity.whoIs(cookie.replace(/=./, '=\u00e9'))).toBeUndefined();
        expect(await identity.whoIs(`otra=cosa; ${cookie}; mas=cosas`)).toBeDefined();
      });

      test('signing out ends the session and takes the cookie back', async () => {
        await accountWithPassword();
        const cookie = await signedIn();
        expect(await identity.whoIs(cookie)).toBeDefined();
        const { setCookie } = await identity.signOut(cookie);
        expect(setCookie[0]).toMatch(/^__Host-atalaya-session=;/);
        expect(attributes(setCookie)).toContain('Max-Age=0');
        expect(await identity.whoIs(cookie)).toBeUndefined();
        expect(attributes((await identity.signOut(undefined)).setCookie)).toContain('Max-Age=0');
      });

      test('a session ends after twelve hours', async () => {
        await accountWithPassword();
        const cookie = await signedIn();
        passHours(11);
        expect(await here.again().whoIs(cookie)).toBeDefined();
        passHours(2);
        expect(await here.again().whoIs(cookie)).toBeUndefined();
      });

      test('the chosen office stays with the session, and is seen by another process', async () => {
        await accountWithPassword();
        const cookie = await signedIn();
        expect((await identity.whoIs(cookie))?.office).toBeUndefined();
        expect(await identity.chooseOffice(cookie, secretariat)).toEqual({ ok: true, value: undefined });
        expect((await identity.whoIs(cookie))?.office).toBe(secretariat);
        expect((await here.again().whoIs(cookie))?.office).toBe(secretariat);
        expect((await identity.whoIs(await signedIn()))?.office).toBeUndefined();
      });

      test('without a session no office can be chosen', async () => {
        expect(await identity.chooseOffice(undefined, secretariat)).toEqual({ ok: false, error: { kind: 'no-session' } });
      });
    });

    describe('setting a password', () => {
      test('a link works once', async () => {
        const { setupLinkToken, person } = await account();
        expect(await identity.setPassword(setupLinkToken, password)).toEqual({ ok: true, value: { person } });
        expect(await identity.setPassword(setupLinkToken, 'otra frase bien larga')).toEqual({ ok: false, error: { kind: 'bad-token' } });
        expect(await signedIn()).toBeTruthy();
      });

      test('of two who use a link at once, one is refused', async () => {
        const { setupLinkToken } = await account();
        const both = await Promise.all([password, 'otra frase bien larga'].map((one) => identity.setPassword(setupLinkToken, one)));
        expect(both.filter((one) => one.ok)).toHaveLength(1);
      });

      test('a link expires after 48 hours', async () => {
        const { setupLinkToken, person } = await account();
        const later = must(await identity.newSetupLink(person), 'the account exists');
        passHours(47);
        expect((await identity.setPassword(setupLinkToken, password)).ok).toBe(true);
        passHours(2);
        expect(await identity.setPassword(later, password)).toEqual({ ok: false, error: { kind: 'bad-token' } });
      });

      test('a token that was never given is refused', async () => {
        const { person } = await account();
        for (const token of ['', 'x', `${person}.`, `${person}.${'a'.repeat(24)}`, `${nobody}.${'a'.repeat(24)}`])
          expect(await identity.setPassword(token, password)).toEqual({ ok: false, error: { kind: 'bad-token' } });
      });

      test('a weak password is refused and leaves the link good', async () => {
        const { setupLinkToken } = await account();
        expect(await identity.setPassword(setupLinkToken, 'corta')).toEqual({
          ok: false,
          error: { kind: 'weak-password', why: 'too-short' },
        });
        expect(await identity.setPassword(setupLinkToken, email)).toMatchObject({ error: { why: 'is-the-email' } });
        expect((await identity.setPassword(setupLinkToken, password)).ok).toBe(true);
      });

      test('a new password ends the sessions opened with the old one', async () => {
        const { person } = await accountWithPassword();
        const cookie = await signedIn();
        expect(await identity.whoIs(cookie)).toBeDefined();
        const link = must(await identity.newSetupLink(person), 'the account exists');
        value(await identity.setPassword(link, 'otra frase bien larga'));
        expect(await identity.whoIs(cookie)).toBeUndefined();
        expect(await identity.newSetupLink(nobody)).toBeUndefined();
      });
    });

    describe('accounts', () => {
      test('an e-mail has one account, whatever its capitals', async () => {
        const { person } = await account();
        expect(await identity.createAccount({ email: email.toUpperCase(), name })).toEqual({ ok: false, error: { kind: 'email-taken' } });
        expect(await identity.personOf(email.toUpperCase())).toBe(person);
        expect(await identity.personOf('nadie@ejemplo.mx')).toBeUndefined();
      });

      test('an account needs a name and an e-mail', async () => {
        expect(await identity.createAccount({ email, name: '  ' })).toEqual({ ok: false, error: { kind: 'name-missing' } });
        expect(await identity.createAccount({ email: 'secretaria', name })).toEqual({ ok: false, error: { kind: 'email-malformed' } });
        expect(await identity.hasAccounts()).toBe(false);
      });
    });

    describe('the first start', () => {
      test('the set-up link makes the first account, once', async () => {
        expect(await identity.hasAccounts()).toBe(false);
        const token = must(await identity.setupToken(), 'there is no account yet');
        expect(await here.again().setupToken()).toBe(token);
        const { person, hash } = value(await identity.createFirstAccount({ token, email, name, password }));
        expect(await identity.verifyPersonalData(person, hash)).toBe('same');
        expect(await signedIn()).toBeTruthy();

        expect(await identity.hasAccounts()).toBe(true);
        expect(await identity.setupToken()).toBeUndefined();
        const second = { token, email: 'otra@ejemplo.mx', name, password };
        expect(await identity.createFirstAccount(second)).toEqual({ ok: false, error: { kind: 'bad-token' } });
        expect(await here.again().createFirstAccount(second)).toEqual({ ok: false, error: { kind: 'bad-token' } });
      });

      test('of two who use the set-up link at once, one is refused', async () => {
        const token = must(await identity.setupToken(), 'there is no account yet');
        const first = (of: string) => identity.createFirstAccount({ token, email: of, name, password });
        const both = await Promise.all([first('una@ejemplo.mx'), first('otra@ejemplo.mx')]);
        expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
      });

      test('a wrong token, a weak password or a malformed e-mail make no account', async () => {
        const token = must(await identity.setupToken(), 'there is no account yet');
        const good = { token, email, name, password };
        expect(await identity.createFirstAccount({ ...good, token: `${token}x` })).toMatchObject({ error: { kind: 'bad-token' } });
        expect(await identity.createFirstAccount({ ...good, password: 'corta' })).toMatchObject({ error: { kind: 'weak-password' } });
        expect(await identity.createFirstAccount({ ...good, email: 'x' })).toMatchObject({ error: { kind: 'email-malformed' } });
        expect(await identity.hasAccounts()).toBe(false);
      });

      test('once every account was erased the old set-up link still makes none', async () => {
        const token = must(await identity.setupToken(), 'there is no account yet');
        const { person } = value(await identity.createFirstAccount({ token, email, name, password }));
        await identity.erasePersonalData(person);
        expect(await here.again().createFirstAccount({ token, email, name, password })).toMatchObject({ error: { kind: 'bad-token' } });
      });
    });

    describe('looking at an example from every chair', () => {
      test('a visitor enters as an office without a password, and the session says so', async () => {
        const entered = await identity.enterAs(secretariat);
        const who = must(await identity.whoIs(header(entered.setCookie)), 'the session was just opened');
        expect(who).toMatchObject({ person: entered.person, office: secretariat, demo: true });
      });

      test('visitors of one office are one person; of two offices, two', async () => {
        const [one, same] = await Promise.all([identity.enterAs(secretariat), identity.enterAs(secretariat)]);
        const other = await identity.enterAs(asId<OfficeId>('enlace-iec'));
        expect(same.person).toBe(one.person);
        expect(other.person).not.toBe(one.person);
      });

      test('a visitor is not an account: no personal data, no link, no password, and the first start stays open', async () => {
        const { person } = await identity.enterAs(secretariat);
        expect(await identity.hasAccounts()).toBe(false);
        expect(await identity.personalData(person)).toBeUndefined();
        expect(await identity.newSetupLink(person)).toBeUndefined();
        expect(await identity.verifyPersonalData(person, 'ab'.repeat(32))).toBe('unknown');
        expect(await identity.erasePersonalData(person)).toBe(false);
        expect((await identity.signIn({ email: 'secretaria-tecnica@demo.invalid', password: '', address })).ok).toBe(false);
      });
    });

    describe('personal data', () => {
      test('name and e-mail are kept here, and the hash in the ledger can be checked against them', async () => {
        const { person, hash } = await account({ email: ` ${email}`, name: ` ${name} ` });
        expect(await identity.personalData(person)).toEqual({ email, name });
        expect(await identity.verifyPersonalData(person, hash)).toBe('same');
        expect(
          await identity.verifyPersonalData(
            person,
            hash.replace(/./, (c) => (c === '0' ? '1' : '0')),
          ),
        ).toBe('different');
        expect(await identity.verifyPersonalData(nobody, hash)).toBe('unknown');
      });

      test('the same data give another hash in another account: it cannot be guessed from a list of names', async () => {
        const first = await account();
        await identity.erasePersonalData(first.person);
        expect((await account()).hash).not.toBe(first.hash);
      });

      test('after erasure nobody can tell whose hash it was, and the person cannot enter', async () => {
        const { person, hash } = await accountWithPassword();
        const link = must(await identity.newSetupLink(person), 'the account exists');
        const cookie = await signedIn();
        expect(await identity.whoIs(cookie)).toBeDefined();

        expect(await identity.erasePersonalData(person)).toBe(true);
        expect(await identity.personalData(person)).toBeUndefined();
        expect(await identity.personOf(email)).toBeUndefined();
        expect(await identity.verifyPersonalData(person, hash)).toBe('erased');
        expect(await identity.whoIs(cookie)).toBeUndefined();
        expect(await identity.signIn({ email, password, address })).toMatchObject({ error: { kind: 'wrong-credentials' } });
        expect(await identity.setPassword(link, password)).toMatchObject({ error: { kind: 'bad-token' } });
        expect(await identity.newSetupLink(person)).toBeUndefined();
        expect(await identity.erasePersonalData(person)).toBe(false);
      });

      test('an erased e-mail may be used again, by another person', async () => {
        const { person } = await account();
        await identity.erasePersonalData(person);
        expect((await account()).person).not.toBe(person);
      });
    });
  });
}

export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The browser's side: `Set-Cookie` values back into a `Cookie` header. */
export const header = (setCookie: readonly string[]): string => setCookie.map((one) => one.split(';')[0]).join('; ');
export const attributes = (setCookie: readonly string[]): readonly string[] => (setCookie[0] ?? '').split('; ').slice(1).sort();

/** The sign-in library reads the clock through Date; ours is given. */
function passHours(hours: number): void {
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(now + hours * 3_600_000);
}
