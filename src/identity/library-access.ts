import { isAPIError } from 'better-auth/api';
import { z } from 'zod';
import { type AccessEvent, accessKinds, type NewAccessEvent, ways } from './access-events.ts';
import type { Auth } from './library.ts';
import type { NewPasskey, Passkey } from './passkeys.ts';

type Opened = { readonly user: string; readonly token: string; readonly setCookie: readonly string[] };

/** What the library, and our tables beside its own, do for entering by other means than a password. */
export interface AccessLibrary {
  /** `locked`: too many wrong codes. Undefined: it is not the code, or nothing waits for one. */
  verifyCode(cookie: string, code: string): Promise<Opened | 'locked' | undefined>;
  /** Whose password was right, while the code is asked for. */
  waitingFor(cookie: string): Promise<string | undefined>;
  enterAsUser(user: string): Promise<Opened | undefined>;
  hasPassword(user: string): Promise<boolean>;
  /** Undefined: the current password is another one. */
  changePassword(cookie: string, current: string, next: string): Promise<readonly string[] | undefined>;
  newCode(cookie: string, password: string): Promise<{ readonly uri: string; readonly backupCodes: readonly string[] } | undefined>;
  confirmCode(cookie: string, code: string): Promise<readonly string[] | undefined>;
  removeCode(cookie: string, password: string): Promise<readonly string[] | undefined>;
  newBackupCodes(cookie: string, password: string): Promise<readonly string[] | undefined>;
  backupCodesLeft(user: string): Promise<number | undefined>;
  /** Codes and keys of an account are gone. */
  removeFactors(user: string): Promise<void>;
  passkeysOf(user: string): Promise<readonly Passkey[]>;
  findPasskey(credential: string): Promise<Passkey | undefined>;
  addPasskey(user: string, key: NewPasskey & { readonly name: string }, at: string): Promise<void>;
  usedPasskey(id: string, counter: number, at: string): Promise<void>;
  removePasskey(user: string, id: string): Promise<boolean>;
  ownerOf(subject: string): Promise<string | undefined>;
  link(user: string, subject: string): Promise<void>;
  isLinked(user: string): Promise<boolean>;
  record(event: NewAccessEvent, at: string): Promise<void>;
  events(asked: { readonly person?: string; readonly kinds?: readonly string[]; readonly most: number }): Promise<readonly AccessEvent[]>;
  forgetEventsBefore(at: string): Promise<void>;
  forgetEventsOf(user: string): Promise<void>;
  /** True for the first who says it, until then. */
  once(what: string, untilMs: number): Promise<boolean>;
  put(what: string, value: string, untilMs: number): Promise<void>;
  take(what: string): Promise<string | undefined>;
}

const eventRow = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(accessKinds),
  person: z.string().nullish(),
  by: z.string().nullish(),
  how: z.enum(ways).nullish(),
  place: z.string().nullish(),
  device: z.string().nullish(),
  note: z.string().nullish(),
});
const passkeyRow = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  credential: z.string(),
  publicKey: z.string(),
  counter: z.number(),
  transports: z.string(),
  addedAt: z.string(),
  usedAt: z.string().nullish(),
});
/** The library's own rows hold the platform's old dates. */
const instant = (ms: number) => z.coerce.date().parse(ms);
const providerId = 'provider';

export function accessLibrary(
  auth: Auth,
  { internalAdapter: users, adapter }: Awaited<Auth['$context']>,
  ours: (headers: Headers) => readonly string[],
): AccessLibrary {
  const withCookie = (cookie: string) => ({ headers: new Headers({ cookie }), returnHeaders: true as const });
  const passwordOf = (password: string) => (password === '' ? {} : { password });
  const passkeys = async (field: 'userId' | 'credential', value: string) =>
    z.array(passkeyRow).parse(await adapter.findMany({ model: 'passkey', where: [{ field, value }] }));
  const deleteOf = (model: string, field: string, value: string) => adapter.deleteMany({ model, where: [{ field, value }] });

  return {
    verifyCode: async (cookie, code) => {
      const isOfApplication = /^\d{6}$/.test(code);
      const asked = { body: { code }, ...withCookie(cookie) };
      try {
        const { headers, response } = isOfApplication ? await auth.api.verifyTOTP(asked) : await auth.api.verifyBackupCode(asked);
        return { user: response.user.id, token: response.token ?? '', setCookie: ours(headers) };
      } catch (fault) {
        if (isAPIError(fault) && fault.statusCode === 429) return 'locked';
        if (isAPIError(fault) && fault.body?.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return 'locked';
        if (isAPIError(fault) && [400, 401].includes(fault.statusCode)) return undefined;
        throw fault;
      }
    },
    waitingFor: async (cookie) => {
      const value = /=([^;]*)/.exec(cookie)?.[1] ?? '';
      const [identifier = ''] = decodeURIComponent(value).split('.');
      return identifier === '' ? undefined : (await users.findVerificationValue(identifier))?.value;
    },
    enterAsUser: async (user) => {
      const { headers, response } = await auth.api.enterAsUser({ body: { user }, returnHeaders: true });
      return response.session === undefined ? undefined : { user, token: response.session, setCookie: ours(headers) };
    },
    hasPassword: async (user) => Boolean((await users.findCredentialAccount(user))?.password),
    changePassword: (cookie, currentPassword, newPassword) =>
      unlessRefused(async () => {
        const body = { currentPassword, newPassword, revokeOtherSessions: true };
        return ours((await auth.api.changePassword({ body, ...withCookie(cookie) })).headers);
      }),
    newCode: (cookie, password) =>
      unlessRefused(async () => {
        const body = { ...passwordOf(password), method: 'totp' as const };
        const { response } = await auth.api.enableTwoFactor({ body, ...withCookie(cookie) });
        return response.method === 'totp' ? { uri: response.totpURI, backupCodes: response.backupCodes } : undefined;
      }),
    confirmCode: (cookie, code) =>
      unlessRefused(async () => ours((await auth.api.verifyTOTP({ body: { code }, ...withCookie(cookie) })).headers)),
    removeCode: (cookie, password) =>
      unlessRefused(async () => ours((await auth.api.disableTwoFactor({ body: passwordOf(password), ...withCookie(cookie) })).headers)),
    newBackupCodes: (cookie, password) =>
      unlessRefused(
        async () => (await auth.api.generateBackupCodes({ body: passwordOf(password), ...withCookie(cookie) })).response.backupCodes,
      ),
    backupCodesLeft: (user) => unlessRefused(async () => (await auth.api.viewBackupCodes({ body: { userId: user } })).backupCodes.length),
    removeFactors: async (user) => {
      await deleteOf('passkey', 'userId', user);
      await deleteOf('twoFactor', 'userId', user);
      await users.updateUser(user, { twoFactorEnabled: false });
    },
    passkeysOf: (user) => passkeys('userId', user),
    findPasskey: async (credential) => (await passkeys('credential', credential))[0],
    addPasskey: async (userId, key, addedAt) => {
      await adapter.create({ model: 'passkey', data: { userId, ...key, addedAt } });
    },
    usedPasskey: async (id, counter, usedAt) => {
      await adapter.update({ model: 'passkey', where: [{ field: 'id', value: id }], update: { counter, usedAt } });
    },
    removePasskey: async (user, id) =>
      (await adapter.deleteMany({
        model: 'passkey',
        where: [
          { field: 'userId', value: user },
          { field: 'id', value: id },
        ],
      })) > 0,
    ownerOf: async (accountId) => {
      const found = await users.findAccountOwnerByKey({ providerId, accountId });
      return found?.kind === 'owned' ? found.user.id : undefined;
    },
    link: async (userId, accountId) => {
      await users.linkAccount({ userId, providerId, accountId });
    },
    isLinked: async (user) => (await users.findAccounts(user)).some((one) => one.providerId === providerId),
    record: async (event, at) => {
      await adapter.create({ model: 'accessEvent', data: { at, ...event } });
    },
    events: async ({ person, kinds, most }) => {
      const where = [
        ...(person === undefined ? [] : [{ field: 'person', value: person }]),
        ...(kinds === undefined ? [] : [{ field: 'kind', operator: 'in' as const, value: [...kinds] }]),
      ];
      const rows = await adapter.findMany({ model: 'accessEvent', where, limit: most, sortBy: { field: 'at', direction: 'desc' } });
      // A column that is null is a field that is not there.
      return z
        .array(eventRow)
        .parse(rows)
        .map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as AccessEvent);
    },
    forgetEventsBefore: async (at) => {
      await adapter.deleteMany({ model: 'accessEvent', where: [{ field: 'at', operator: 'lt', value: at }] });
    },
    forgetEventsOf: async (user) => {
      await deleteOf('accessEvent', 'person', user);
    },
    once: (identifier, untilMs) => users.reserveVerificationValue({ identifier, value: '', expiresAt: instant(untilMs) }),
    put: async (identifier, value, untilMs) => {
      await users.deleteVerificationByIdentifier(identifier);
      await users.createVerificationValue({ identifier, value, expiresAt: instant(untilMs) });
    },
    take: async (identifier) => (await users.consumeVerificationValue(identifier))?.value,
  };
}

/** The library refuses by throwing; anything but a refusal is a fault, and goes on. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (fault) {
    if (isAPIError(fault) && [400, 401, 403].includes(fault.statusCode)) return undefined;
    throw fault;
  }
}
