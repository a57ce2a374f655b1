import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseSync } from 'node:sqlite';
import type { Pool } from 'pg';
import { z } from 'zod';
import { asId, type OfficeId, type PersonId } from '../core/ids.ts';
import { must, ok, refuse } from '../core/result.ts';
import { signInAttempts } from './attempts.ts';
import { browserCookie, cookieNames, cookieValue } from './cookies.ts';
import { formsOf } from './forms.ts';
import type { Identity, Who } from './identity.ts';
import type { Library } from './library.ts';
import { openAccess } from './open-access.ts';
import { weakness } from './password-policy.ts';
import type { PasswordCost } from './passwords.ts';
import { newHashKey, type PersonalData, personalHash, sameHash } from './personal-data.ts';
import { openProvider, type ProviderSettings } from './provider.ts';
import { readSecret, secretOf } from './secret.ts';
import type { Store } from './store.ts';
import { ticketsOf } from './tickets.ts';

export type IdentityOptions = {
  /** Holds `identity.secret` and, without `databaseUrl`, `identity.db`. */
  readonly dataDir: string;
  /** `postgres://…`: the schema `atalaya_identity` of that database. */
  readonly databaseUrl?: string;
  /** The address people type; `https:` makes every cookie Secure and `__Host-`. */
  readonly baseUrl: string;
  /** In place of the data folder's own: machines that share a database must share the secret. At least 32 characters. */
  readonly secret?: string;
  /** Milliseconds since 1970, for counting attempts and keeping answers. */
  readonly now?: () => number;
  /** Who else may vouch for people; absent: nobody. */
  readonly provider?: ProviderSettings | undefined;
  /** For how many days the record of sign-ins is kept. */
  readonly accessDays?: number | undefined;
  /** What hashing a password costs; only tests ask for less than is recommended. */
  readonly passwordCost?: PasswordCost | undefined;
};

/** Half a year: long enough to look back from election day on the months before it. */
export const accessDaysDefault = 180;
const rememberedMs = 10_000;
const rememberedMax = 2_000;

/** Opens nothing but the secret; database and sign-in library are opened at first need. Throws when the folder is not writable. */
export function openIdentity(options: IdentityOptions): Identity {
  const { dataDir, databaseUrl, baseUrl, secret: given, now = clock, passwordCost, provider, accessDays = accessDaysDefault } = options;
  const secret = given === undefined ? readSecret(dataDir) : secretOf(given);
  const https = new URL(baseUrl).protocol === 'https:';
  const cookieName = cookieNames(https).session;
  const forms = formsOf(secret, https);
  const attempts = signInAttempts(now);
  const links = new AsyncLocalStorage<(token: string) => void>();
  const remembered = new Map<string, { readonly who: Who; readonly untilMs: number }>();

  const store = once(async (): Promise<Store<DatabaseSync | Pool>> => {
    if (databaseUrl === undefined) return (await import('./sqlite.ts')).openSqlite(dataDir);
    return (await import('./postgres.ts')).openPostgres(databaseUrl);
  });
  const library = once(async (): Promise<Library> => {
    const { startLibrary } = await import('./library.ts');
    return startLibrary(await store.get(), { secret: secret.text, baseUrl, passwordCost, onLink: (token) => links.getStore()?.(token) });
  });

  /** The session cookie alone, as a header of its own; absent when there is none or it cannot be ours. */
  const sessionCookie = (cookieHeader: string | undefined): string | undefined => {
    const value = cookieValue(cookieHeader, cookieName);
    return value !== undefined && /^[\x21-\x7e]+$/.test(value) ? `${cookieName}=${value}` : undefined;
  };

  let accountsSeen = false;
  const hasAccounts = async () => {
    accountsSeen ||= await (await store.get()).hasAccounts();
    return accountsSeen;
  };

  /** The person's key goes before the library's token, so that the password can be held against their e-mail. */
  const linkFor = async (person: string, email: string): Promise<string> => {
    let made: string | undefined;
    const { makeLink } = await library.get();
    await links.run(
      (token) => {
        made = token;
      },
      () => makeLink(email),
    );
    return `${person}.${must(made, 'the library makes a token for every account')}`;
  };

  const makeAccount = async ({ name, email }: PersonalData) => {
    const data = { name: name.trim(), email: email.trim().toLowerCase() };
    if (data.name === '') return refuse({ kind: 'name-missing' } as const);
    if (!z.email().safeParse(data.email).success) return refuse({ kind: 'email-malformed' } as const);
    const key = newHashKey();
    const person = await (await library.get()).createUser(data, key);
    if (person === undefined) return refuse({ kind: 'email-taken' } as const);
    accountsSeen = true;
    return ok({ person: asId<PersonId>(person), hash: personalHash(key, data), setupLinkToken: await linkFor(person, data.email) });
  };

  const newSetupLink: Identity['newSetupLink'] = async (person) => {
    const user = await (await library.get()).findUser({ id: person });
    return user?.hashKey === undefined ? undefined : linkFor(person, user.email);
  };
  const { record, opened, passwordSet, ...access } = openAccess({
    library: library.get,
    tickets: ticketsOf(secret, now),
    provider: provider && { name: provider.name, open: () => openProvider(provider, baseUrl) },
    baseUrl,
    now,
    accessDays,
    newSetupLink,
    forget: () => remembered.clear(),
  });

  const identity: Identity = {
    ...forms,
    ...access,
    signIn: async ({ email, password, ...from }) => {
      const retryAfterSeconds = attempts.take(email, from.address);
      const known = await library.get();
      // Who was meant, when it is somebody: what was typed may be anything, and is not kept.
      const meant = async () => {
        const user = await known.findUser({ email: email.trim().toLowerCase() });
        return user?.hashKey === undefined ? {} : { person: asId<PersonId>(user.id) };
      };
      if (retryAfterSeconds !== undefined) {
        await record({ kind: 'limited', ...(await meant()) }, from);
        return refuse({ kind: 'rate-limited', retryAfterSeconds });
      }
      const entered = await known.signIn(email.trim(), password);
      if (!entered) {
        await record({ kind: 'refused', ...(await meant()) }, from);
        return refuse({ kind: 'wrong-credentials' });
      }
      attempts.giveBack(email, from.address);
      const person = asId<PersonId>(entered.user);
      if (entered.token === undefined) return ok({ person, setCookie: entered.setCookie, needsCode: true });
      await opened({ user: entered.user, token: entered.token }, 'password', from);
      return ok({ person, setCookie: entered.setCookie });
    },
    signOut: async (cookieHeader) => {
      const cookie = sessionCookie(cookieHeader);
      if (cookie === undefined) return { setCookie: [`${browserCookie(cookieName, '', https)}; Max-Age=0`] };
      const known = await library.get();
      const session = await known.session(cookie);
      const setCookie = await known.signOut(cookie);
      remembered.delete(cookie);
      if (session && !session.demo) await record({ kind: 'left', person: asId(session.user) });
      return { setCookie };
    },
    whoIs: async (cookieHeader) => {
      const cookie = sessionCookie(cookieHeader);
      if (cookie === undefined) return undefined;
      const known = remembered.get(cookie);
      if (known && now() < known.untilMs) return known.who;
      remembered.delete(cookie);
      const session = await (await library.get()).session(cookie);
      if (!session) return undefined;
      const who: Who = {
        person: asId<PersonId>(session.user),
        session: session.id,
        csrf: forms.csrfToken(session.id),
        ...(session.office === undefined ? {} : { office: asId<OfficeId>(session.office) }),
        ...(session.demo ? { demo: true } : {}),
      };
      if (remembered.size >= rememberedMax) remembered.clear();
      remembered.set(cookie, { who, untilMs: Math.min(now() + rememberedMs, session.expiresAtMs) });
      return who;
    },
    chooseOffice: async (cookieHeader, office) => {
      const cookie = sessionCookie(cookieHeader);
      const session = cookie === undefined ? undefined : await (await library.get()).session(cookie);
      if (cookie === undefined || !session) return refuse({ kind: 'no-session' });
      await (await library.get()).chooseOffice(session, office);
      remembered.delete(cookie);
      return ok(undefined);
    },
    enterAs: async (office) => {
      const { user, setCookie } = await (await library.get()).enterAs(office);
      return { person: asId<PersonId>(user), setCookie };
    },

    createAccount: makeAccount,
    newSetupLink,
    setPassword: async (token, password) => {
      const dot = token.indexOf('.');
      const user = dot > 0 ? await (await library.get()).findUser({ id: token.slice(0, dot) }) : undefined;
      if (user?.hashKey === undefined) return refuse({ kind: 'bad-token' });
      const weak = weakness(password, user.email);
      if (weak) return refuse(weak);
      if (!(await (await library.get()).setPassword(token.slice(dot + 1), password))) return refuse({ kind: 'bad-token' });
      remembered.clear();
      await passwordSet(user.id);
      return ok({ person: asId<PersonId>(user.id) });
    },

    hasAccounts,
    setupToken: async () => ((await hasAccounts()) ? undefined : secret.code('first-start', '')),
    createFirstAccount: inTurn(async ({ token, password, name, email }) => {
      if (!secret.isCode('first-start', '', token) || (await hasAccounts())) return refuse({ kind: 'bad-token' });
      const weak = weakness(password, email);
      if (weak) return refuse(weak);
      const made = await makeAccount({ name, email });
      if (!made.ok) return made;
      const set = await identity.setPassword(made.value.setupLinkToken, password);
      return set.ok ? ok({ person: made.value.person, hash: made.value.hash }) : set;
    }),

    personalData: async (person) => {
      const user = await (await library.get()).findUser({ id: person });
      return user?.hashKey === undefined ? undefined : { name: user.name, email: user.email };
    },
    personOf: async (email) => {
      const user = await (await library.get()).findUser({ email: email.trim().toLowerCase() });
      return user?.hashKey === undefined ? undefined : asId<PersonId>(user.id);
    },
    verifyPersonalData: async (person, hash) => {
      const user = await (await library.get()).findUser({ id: person });
      if (!user) return 'unknown';
      if (user.hashKey === undefined) return 'erased';
      return sameHash(personalHash(user.hashKey, { name: user.name, email: user.email }), hash) ? 'same' : 'different';
    },
    erasePersonalData: async (person) => {
      const user = await (await library.get()).findUser({ id: person });
      if (user?.hashKey === undefined) return false;
      await (await library.get()).eraseUser(person);
      remembered.clear();
      await (await store.get()).scrub();
      return true;
    },
    close: async () => {
      // What is still being opened is let finish; what failed to open has nothing to close.
      await library.opened();
      await (await store.opened())?.close();
    },
  };
  return identity;
}

const clock = () => Temporal.Now.instant().epochMilliseconds;

/** Opens at first need and once; a failure is not kept, so that the next need tries again. */
function once<T>(open: () => Promise<T>): { get(): Promise<T>; opened(): Promise<T | undefined> } {
  let opening: Promise<T> | undefined;
  return {
    get: () => {
      opening ??= open().catch((fault) => {
        opening = undefined;
        throw fault;
      });
      return opening;
    },
    opened: async () => opening?.catch(() => undefined),
  };
}

/** One call after another: of two people who use the same link at once, one comes second. */
function inTurn<A, R>(work: (input: A) => Promise<R>): (input: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (input) => {
    const mine = last.then(() => work(input));
    last = mine.catch(() => undefined);
    return mine;
  };
}
