import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../core/ids.ts';
import { must } from '../core/result.ts';
import { header, type Installation, type InstallationOptions, value } from './identity.contract.ts';
import type { Identity } from './identity.ts';
import { codeOf, testAuthenticator } from './test-authenticator.ts';

const baseUrl = 'https://atalaya.ejemplo.mx';
const password = 'cuatro palabras al azar';
const from = { address: '192.0.2.7', agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' };

/** Ways of entering beyond a password, one's own account, and the record: the same in every database. */
export function accessContract(title: string, install: (options: InstallationOptions) => Promise<Installation>): void {
  describe(title, () => {
    let here: Installation;
    let identity: Identity;
    let person: PersonId;
    /** Milliseconds by which our own clock is ahead; the library reads another. */
    let ahead = 0;
    // One installation for all: opening a database costs more than what is tested.
    let turn = 0;
    const email = () => `persona-${turn}@ejemplo.mx`;
    beforeAll(async () => {
      here = await install({ baseUrl, now: () => Date.now() + ahead });
      identity = here.identity;
    });
    beforeEach(async () => {
      ahead = 0;
      turn += 1;
      person = await account(email());
    });
    afterAll(() => here.close());

    const account = async (of: string) => {
      const made = value(await identity.createAccount({ email: of, name: 'Persona Ejemplo' }));
      value(await identity.setPassword(made.setupLinkToken, password));
      return made.person;
    };
    const enter = async (as = email()) => value(await identity.signIn({ email: as, password, ...from }));
    const signedIn = async (as?: string) => header((await enter(as)).setCookie);
    const own = async (cookie: string) => must(await identity.ownAccount(cookie), 'somebody is signed in');
    const kinds = async () => (await identity.accessEvents({ person, most: 50 })).map((one) => one.kind).reverse();
    const asked = async (cookie: string) => value(await identity.newCode(cookie, password));
    /** Codes are asked for from now on; gives the cookie and what the application keeps. */
    const withCodes = async () => {
      const cookie = await signedIn();
      const made = await asked(cookie);
      const { setCookie } = value(await identity.confirmCode(cookie, codeOf(made.uri, Date.now()), from));
      return { cookie: header(setCookie), ...made };
    };

    describe('a code as second factor', () => {
      test('is asked for only once one was confirmed', async () => {
        const cookie = await signedIn();
        await asked(cookie);
        expect((await enter()).needsCode).toBeUndefined();
        expect(await identity.confirmCode(cookie, '000000', from)).toMatchObject({ error: { kind: 'wrong-code' } });
        const { uri } = await asked(cookie);
        value(await identity.confirmCode(cookie, codeOf(uri, Date.now()), from));
        expect((await enter()).needsCode).toBe(true);
      });

      test('the password alone opens nothing; with the code it does, and the session says so', async () => {
        const { uri } = await withCodes();
        const waiting = header((await enter()).setCookie);
        expect(await identity.whoIs(waiting)).toBeUndefined();
        expect(await identity.ownAccount(waiting)).toBeUndefined();
        expect(await identity.enterWithCode(waiting, '000000', from)).toMatchObject({ error: { kind: 'wrong-code' } });
        const entered = value(await identity.enterWithCode(waiting, codeOf(uri, Date.now()), from));
        const account = await own(header(entered.setCookie));
        expect(account.sessions.find((one) => one.own)).toMatchObject({
          how: 'password-and-code',
          device: 'Firefox, Windows',
          place: '192.0.2.7',
        });
      });

      test('a code is good once', async () => {
        const { uri } = await withCodes();
        const code = codeOf(uri, Date.now());
        const first = header((await enter()).setCookie);
        value(await identity.enterWithCode(first, code, from));
        const second = header((await enter()).setCookie);
        expect(await identity.enterWithCode(second, code, from)).toMatchObject({ error: { kind: 'wrong-code' } });
        expect((await kinds()).filter((one) => one === 'entered')).toHaveLength(2);
      });

      test('a backup code opens in place of the application, once, and fewer are left', async () => {
        const { backupCodes } = await withCodes();
        const [code = ''] = backupCodes;
        const entered = value(await identity.enterWithCode(header((await enter()).setCookie), code, from));
        expect((await own(header(entered.setCookie))).backupCodesLeft).toBe(backupCodes.length - 1);
        expect(await identity.enterWithCode(header((await enter()).setCookie), code, from)).toMatchObject({
          error: { kind: 'wrong-code' },
        });
      });

      test('whoever guesses is stopped, however often they begin anew', async () => {
        const { uri } = await withCodes();
        const answers: string[] = [];
        for (let round = 0; round < 3; round++) {
          const waiting = header((await enter()).setCookie);
          for (let guess = 0; guess < 5; guess++) {
            const answer = await identity.enterWithCode(waiting, '000000', from);
            answers.push(answer.ok ? 'entered' : answer.error.kind);
          }
        }
        expect(answers.slice(0, 5)).toEqual(Array(5).fill('wrong-code'));
        expect(answers.at(-1)).toBe('code-locked');
        const waiting = header((await enter()).setCookie);
        expect(await identity.enterWithCode(waiting, codeOf(uri, Date.now()), from)).toMatchObject({ error: { kind: 'code-locked' } });
      });

      test('is taken away only with the password, in a session just opened', async () => {
        const { cookie } = await withCodes();
        expect(await identity.removeCode(cookie, 'otra cosa del todo', from)).toMatchObject({ error: { kind: 'wrong-password' } });
        ahead = 16 * 60_000;
        expect(await identity.removeCode(cookie, password, from)).toMatchObject({ error: { kind: 'not-fresh' } });
        ahead = 0;
        value(await identity.removeCode(cookie, password, from));
        expect((await enter()).needsCode).toBeUndefined();
      });
    });

    describe('a passkey', () => {
      let device: ReturnType<typeof testAuthenticator>;
      beforeEach(() => {
        device = testAuthenticator(baseUrl);
      });
      const added = async (cookie: string, key = device) => {
        const { ticket, options } = must(await identity.newKeyChallenge(cookie), 'somebody is signed in');
        return identity.addKey(cookie, { ticket, answer: key.create(options), name: 'Portátil', from });
      };
      const entering = async (change: { origin?: string; isVerified?: boolean } = {}) => {
        const { ticket, options } = identity.keyChallenge();
        const answer = device.get(options, { ...(change.origin ? { from: change.origin } : {}), isVerified: change.isVerified ?? true });
        return { ticket, answer, from };
      };

      test('that was added opens a session without a password, and without a code', async () => {
        value(await added((await withCodes()).cookie));
        const entered = value(await identity.enterWithKey(await entering()));
        expect(entered.person).toBe(person);
        const account = await own(header(entered.setCookie));
        expect(account.sessions.find((one) => one.own)?.how).toBe('passkey');
        expect(account.passkeys).toMatchObject([{ name: 'Portátil', usedAt: expect.any(String) }]);
      });

      test('that nobody added, signed for another site, without its holder verified, or late, opens nothing', async () => {
        const refused = { ok: false, error: { kind: 'key-refused' } };
        expect(await identity.enterWithKey(await entering())).toEqual(refused);
        value(await added(await signedIn()));
        expect(await identity.enterWithKey(await entering({ origin: 'https://atalaya.ejemplo.com' }))).toEqual(refused);
        expect(await identity.enterWithKey(await entering({ isVerified: false }))).toEqual(refused);
        const late = await entering();
        ahead = 11 * 60_000;
        expect(await identity.enterWithKey(late)).toEqual(refused);
        ahead = 0;
        expect(await identity.enterWithKey({ ...(await entering()), answer: '{"id":"x"}' })).toEqual(refused);
        expect(await identity.enterWithKey({ ...(await entering()), ticket: identity.keyChallenge().ticket })).toEqual(refused);
      });

      test('an answer is good once', async () => {
        value(await added(await signedIn()));
        const answer = await entering();
        value(await identity.enterWithKey(answer));
        expect(await identity.enterWithKey(answer)).toMatchObject({ error: { kind: 'key-refused' } });
      });

      test('is added and removed by its holder alone, in a session just opened', async () => {
        const cookie = await signedIn();
        value(await added(cookie));
        expect(await added(cookie)).toMatchObject({ error: { kind: 'key-refused' } });
        const [key] = (await own(cookie)).passkeys;
        await account(`otra-${turn}@ejemplo.mx`);
        expect(await identity.removeKey(await signedIn(`otra-${turn}@ejemplo.mx`), must(key, 'it was added').id, from)).toMatchObject({
          ok: false,
        });
        ahead = 16 * 60_000;
        expect(await added(cookie, testAuthenticator(baseUrl))).toMatchObject({ error: { kind: 'not-fresh' } });
        expect(await identity.removeKey(cookie, must(key, 'it was added').id, from)).toMatchObject({ error: { kind: 'not-fresh' } });
        ahead = 0;
        value(await identity.removeKey(cookie, must(key, 'it was added').id, from));
        expect(await identity.enterWithKey(await entering())).toMatchObject({ error: { kind: 'key-refused' } });
      });
    });

    describe('sessions', () => {
      test('are listed to their holder, who ends one or all others', async () => {
        const [kept, one, two] = [await signedIn(), await signedIn(), await signedIn()];
        const { sessions } = await own(kept);
        expect(sessions).toHaveLength(3);
        const other = must(
          (await own(one)).sessions.find((session) => session.own),
          'its own',
        ).id;
        expect(await identity.endOwnSessions(kept, other, from)).toBe(true);
        expect(await identity.whoIs(one)).toBeUndefined();
        expect(await identity.whoIs(two)).toBeDefined();
        expect(await identity.endOwnSessions(kept, 'others', from)).toBe(true);
        expect(await identity.whoIs(two)).toBeUndefined();
        expect(await identity.whoIs(kept)).toBeDefined();
        expect(await identity.endOwnSessions(kept, 'others', from)).toBe(false);
      });

      test('of somebody else are not ended by their id; an administrator ends them, and the record says who did', async () => {
        const cookie = await signedIn();
        const [session] = (await own(cookie)).sessions;
        const administrator = await account(`administracion-${turn}@ejemplo.mx`);
        const theirs = await signedIn(`administracion-${turn}@ejemplo.mx`);
        expect(await identity.endOwnSessions(theirs, must(session, 'one is open').id, from)).toBe(false);
        expect(await identity.whoIs(cookie)).toBeDefined();
        expect(await identity.endSessionsOf(person, administrator, 'all', from)).toBe(1);
        expect(await identity.whoIs(cookie)).toBeUndefined();
        expect(await identity.accessEvents({ person, most: 1 })).toMatchObject([{ kind: 'sessions-ended', by: administrator }]);
      });

      test('a password is changed with the current one, and the other sessions end', async () => {
        const [cookie, other] = [await signedIn(), await signedIn()];
        const next = 'otra frase bien larga';
        expect(await identity.changePassword(cookie, 'no es esta', next, from)).toMatchObject({ error: { kind: 'wrong-password' } });
        expect(await identity.changePassword(cookie, password, 'corta', from)).toMatchObject({ error: { kind: 'weak-password' } });
        const { setCookie } = value(await identity.changePassword(cookie, password, next, from));
        expect(await identity.whoIs(header(setCookie))).toMatchObject({ person });
        expect(await identity.whoIs(other)).toBeUndefined();
        expect((await identity.signIn({ email: email(), password: next, ...from })).ok).toBe(true);
      });
    });

    describe('recovery', () => {
      const open = async (withoutFactors: boolean) => {
        const by = await account(`administracion-${turn}@ejemplo.mx`);
        return {
          by,
          link: value(await identity.openRecovery(person, { by, witnessed: ' Vino en persona, con credencial. ', withoutFactors, from })),
        };
      };

      test('is witnessed by an administrator, and the record says who and how when it was used', async () => {
        await withCodes();
        const { by, link } = await open(true);
        value(await identity.setPassword(link, 'otra frase bien larga'));
        expect(await identity.accessEvents({ person, most: 1 })).toMatchObject([
          { kind: 'recovered', by, note: 'Vino en persona, con credencial.' },
        ]);
        const entered = value(await identity.signIn({ email: email(), password: 'otra frase bien larga', ...from }));
        expect(entered.needsCode).toBeUndefined();
      });

      test('leaves the second factor where only the password was lost', async () => {
        await withCodes();
        value(await identity.setPassword((await open(false)).link, password));
        expect((await enter()).needsCode).toBe(true);
      });

      test('nobody witnesses their own, nor without saying how they made sure, nor of nobody', async () => {
        const by = await account(`administracion-${turn}@ejemplo.mx`);
        const how = { by, witnessed: 'Por teléfono.', withoutFactors: false, from };
        expect(await identity.openRecovery(by, how)).toMatchObject({ error: { kind: 'own-recovery' } });
        expect(await identity.openRecovery(person, { ...how, witnessed: ' ' })).toMatchObject({ error: { kind: 'reason-missing' } });
        await identity.erasePersonalData(person);
        expect(await identity.openRecovery(person, how)).toMatchObject({ error: { kind: 'unknown-person' } });
      });
    });

    describe('the record of sign-ins', () => {
      test('tells what succeeded, what failed and what ended, and nothing that was typed', async () => {
        await identity.signIn({ email: email(), password: 'equivocada del todo', ...from });
        await identity.signIn({ email: 'mi contraseña secreta', password, ...from });
        await identity.signOut(await signedIn());
        expect(await kinds()).toEqual(['password-set', 'refused', 'entered', 'left']);
        const all = await identity.accessEvents({ most: 50 });
        expect(all.filter((one) => one.kind === 'refused' && one.person === undefined)).toHaveLength(1);
        expect(JSON.stringify(all)).not.toMatch(/secreta|equivocada|cuatro|ejemplo\.mx/);
      });

      test('is kept for its time, and no longer', async () => {
        await enter();
        ahead = (identity.accessDays + 1) * 24 * 3_600_000;
        await identity.signIn({ email: email(), password: 'equivocada del todo', ...from });
        expect(await kinds()).toEqual(['refused']);
      });

      test('goes with the data of whoever is erased', async () => {
        await enter();
        expect(await kinds()).not.toEqual([]);
        await identity.erasePersonalData(person);
        expect(await kinds()).toEqual([]);
      });
    });
  });
}
