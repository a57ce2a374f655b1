import type { DatabaseSync } from 'node:sqlite';
import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import type { Pool } from 'pg';
import { z } from 'zod';
import { must } from '../core/result.ts';
import { type Way, ways } from './access-events.ts';
import { type AccessLibrary, accessLibrary } from './library-access.ts';
import { type LibrarySettings, librarySettings } from './library-settings.ts';
import type { PersonalData } from './personal-data.ts';
import type { Store } from './store.ts';

/** A session as the library knows it; `token` opens it, `id` only names it. */
export type Session = {
  readonly id: string;
  readonly token: string;
  readonly user: string;
  readonly openedAtMs: number;
  readonly expiresAtMs: number;
  readonly office?: string;
  readonly demo: boolean;
  readonly how?: Way;
  readonly device?: string;
  readonly place?: string;
};
/** `hashKey` absent: erased. */
export type User = PersonalData & { readonly id: string; readonly hashKey?: string; readonly hasCode: boolean };
type Entered = { readonly user: string; readonly setCookie: readonly string[] };
type SessionNotes = { readonly how: string; readonly device?: string; readonly place: string };

/** The sign-in library (better-auth) in our words. Imported only at first need: loading it costs about 0.4 s and 50 MB. */
export interface Library extends AccessLibrary {
  /** `token` absent: the password was right, and a code is asked for before the session opens. */
  signIn(email: string, password: string): Promise<(Entered & { readonly token?: string }) | undefined>;
  /** Writes beside a session how and from where it was opened. */
  noteSession(token: string, notes: SessionNotes): Promise<void>;
  sessionsOf(user: string): Promise<readonly Session[]>;
  endSessions(tokens: readonly string[]): Promise<void>;
  signOut(cookie: string): Promise<readonly string[]>;
  enterAs(office: string): Promise<Entered>;
  session(cookie: string): Promise<Session | undefined>;
  chooseOffice(session: Session, office: string): Promise<void>;
  /** Undefined: the e-mail is another account's. */
  createUser(data: PersonalData, hashKey: string): Promise<string | undefined>;
  findUser(by: { readonly id: string } | { readonly email: string }): Promise<User | undefined>;
  eraseUser(id: string): Promise<void>;
  /** Makes a one-time token, which `onLink` receives. */
  makeLink(email: string): Promise<void>;
  /** False: the token is not valid (any more). Ends the sessions of its account. */
  setPassword(token: string, password: string): Promise<boolean>;
}

// The library answers with rows it does not type closely; these are what we read of them.
const userRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  hashKey: z.string().nullish(),
  demo: z.coerce.boolean(),
  twoFactorEnabled: z.coerce.boolean(),
});
const sessionRow = z.object({
  id: z.string(),
  token: z.string(),
  userId: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  office: z.string().nullish(),
  demo: z.coerce.boolean(),
  how: z.enum(ways).nullish().catch(undefined),
  device: z.string().nullish(),
  place: z.string().nullish(),
});

function toSession(row: unknown): Session {
  const { id, token, userId, createdAt, expiresAt, office, demo, how, device, place } = sessionRow.parse(row);
  return {
    id,
    token,
    user: userId,
    openedAtMs: createdAt.getTime(),
    expiresAtMs: expiresAt.getTime(),
    demo,
    ...(office ? { office } : {}),
    ...(how ? { how } : {}),
    ...(device ? { device } : {}),
    ...(place ? { place } : {}),
  };
}

export type Auth = ReturnType<typeof betterAuth<ReturnType<typeof librarySettings>>>;

/** Makes the tables when they are missing, forgets expired sessions, and starts the library on them. */
export async function startLibrary(store: Store<DatabaseSync | Pool>, settings: LibrarySettings): Promise<Library> {
  const options = librarySettings(store.database, settings);
  await store.whileAlone(async () => (await getMigrations(options)).runMigrations());
  const auth = betterAuth(options);
  const context = await auth.$context;
  const { internalAdapter: users, adapter, authCookies } = context;
  const now = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
  await adapter.deleteMany({ model: 'session', where: [{ field: 'expiresAt', operator: 'lt', value: now }] });

  const names = [authCookies.sessionToken.name, context.createAuthCookie('two_factor').name];
  const ours = (headers: Headers) => headers.getSetCookie().filter((one) => names.some((name) => one.startsWith(`${name}=`)));
  const access = accessLibrary(auth, context, ours);
  const toUser = (row: unknown): User | undefined => {
    const parsed = row ? userRow.parse(row) : undefined;
    if (!parsed || parsed.demo) return undefined;
    const { id, name, email, hashKey, twoFactorEnabled } = parsed;
    return { id, name, email, hasCode: twoFactorEnabled, ...(hashKey ? { hashKey } : {}) };
  };

  return {
    ...access,
    signIn: (email, password) =>
      unlessRefused([400, 401], async () => {
        const { headers, response } = await auth.api.signInEmail({
          body: { email, password },
          headers: new Headers(),
          returnHeaders: true,
        });
        const setCookie = ours(headers);
        if ('user' in response) return { user: response.user.id, token: response.token, setCookie };
        // The session that the password opened is gone again; what the browser is given names only that a code is waited for.
        const second = setCookie.filter((one) => one.startsWith(`${names[1]}=`));
        const waiting = await access.waitingFor(must(second[0], 'the library says that a code is asked for'));
        return { user: must(waiting, 'whose password was right'), setCookie: second };
      }),
    noteSession: async (token, notes) => {
      await users.updateSession(token, notes);
    },
    sessionsOf: async (user) => (await users.listSessions(user, { onlyActiveSessions: true })).map(toSession),
    endSessions: (tokens) => users.deleteSessions([...tokens]),
    signOut: async (cookie) => ours((await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true })).headers),
    enterAs: async (office) => {
      const { headers, response } = await auth.api.enterAs({ body: { office }, returnHeaders: true });
      return { user: response.user, setCookie: ours(headers) };
    },
    session: async (cookie) => {
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
      return found ? toSession(found.session) : undefined;
    },
    chooseOffice: async (session, office) => {
      await users.updateSession(session.token, { office });
    },
    createUser: async ({ name, email }, hashKey) => {
      if (await users.findUserByEmail(email)) return undefined;
      return (await users.createUser({ name, email, emailVerified: false, hashKey }, { method: 'admin' })).id;
    },
    findUser: async (by) => toUser('id' in by ? await users.findUserById(by.id) : (await users.findUserByEmail(by.email))?.user),
    // The row stays, empty, so that the person's key is known as erased and is never given to anyone else.
    eraseUser: async (id) => {
      await users.deleteAccounts(id);
      await access.removeFactors(id);
      await access.forgetEventsOf(id);
      await users.deleteUserSessions(id);
      await users.updateUser(id, { name: '', email: `${id}@erased.invalid`, hashKey: null });
    },
    makeLink: async (email) => {
      await auth.api.requestPasswordReset({ body: { email } });
    },
    setPassword: async (token, password) => {
      const done = await unlessRefused([400], () => auth.api.resetPassword({ body: { token, newPassword: password } }));
      return done?.status === true;
    },
  };
}

/** The library refuses by throwing; anything but the expected refusals is a fault, and goes on. */
async function unlessRefused<T>(statusCodes: readonly number[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (fault) {
    if (isAPIError(fault) && statusCodes.includes(fault.statusCode)) return undefined;
    throw fault;
  }
}
