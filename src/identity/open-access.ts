import { asId, type PersonId } from '../core/ids.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Access, From, OwnAccount, OwnRefusal } from './access.ts';
import { deviceOf, type NewAccessEvent, type Way } from './access-events.ts';
import { network } from './attempts.ts';
import { browserCookie, cookieNames, cookieValue } from './cookies.ts';
import type { Identity } from './identity.ts';
import type { Library, Session, User } from './library.ts';
import { assertionOptions, attestationOptions, readAssertion, relyingParty, verifyAssertion, verifyAttestation } from './passkeys.ts';
import { weakness } from './password-policy.ts';
import type { Provider } from './provider.ts';
import type { Tickets } from './tickets.ts';

type Given = {
  readonly library: () => Promise<Library>;
  readonly tickets: Tickets;
  readonly provider: { readonly name: string; readonly open: () => Provider } | undefined;
  readonly baseUrl: string;
  readonly now: () => number;
  readonly accessDays: number;
  readonly newSetupLink: Identity['newSetupLink'];
  /** Whatever is remembered of sessions is looked up anew. */
  readonly forget: () => void;
};
/** What the rest of identity does in the name of this. */
export type AccessInside = {
  readonly record: (event: NewAccessEvent, from?: From) => Promise<void>;
  readonly opened: (session: { readonly user: string; readonly token: string }, how: Way, from: From) => Promise<void>;
  /** A password was set with a link: what a recovery asked for besides is done, and told. */
  readonly passwordSet: (person: string) => Promise<void>;
};

const freshMs = 15 * 60_000;
const dayMs = 24 * 3_600_000;
const recoveryHours = 48;
const iso = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(Math.trunc(ms)).toString({ fractionalSecondDigits: 3 });

/** Entering by other means than a password, one's own account, recovery, and the record of all of it. */
export function openAccess(given: Given): Access & AccessInside {
  const { library, tickets, provider: configured, baseUrl, now, accessDays, newSetupLink, forget } = given;
  const https = new URL(baseUrl).protocol === 'https:';
  const cookies = cookieNames(https);
  const party = relyingParty(baseUrl);
  let provider: Provider | undefined;
  let purgedAt = 0;

  const cookieOf = (header: string | undefined, name: string) => {
    const value = cookieValue(header, name);
    return value !== undefined && /^[\x21-\x7e]+$/.test(value) ? `${name}=${value}` : undefined;
  };
  const record: AccessInside['record'] = async (event, from) => {
    const known = await library();
    const device = deviceOf(from?.agent);
    const where = from === undefined ? {} : { place: network(from.address), ...(device === undefined ? {} : { device }) };
    await known.record({ ...event, ...where }, iso(now()));
    if (now() - purgedAt < dayMs) return;
    purgedAt = now();
    await known.forgetEventsBefore(iso(now() - accessDays * dayMs));
  };
  const opened: AccessInside['opened'] = async ({ user, token }, how, from) => {
    const device = deviceOf(from.agent);
    await (await library()).noteSession(token, { how, place: network(from.address), ...(device === undefined ? {} : { device }) });
    await record({ kind: 'entered', person: asId(user), how }, from);
  };

  type Own = { readonly cookie: string; readonly session: Session; readonly user: User; readonly isFresh: boolean };
  const own = async (header: string | undefined): Promise<Own | undefined> => {
    const cookie = cookieOf(header, cookies.session);
    const known = cookie === undefined ? undefined : await library();
    const session = cookie === undefined ? undefined : await known?.session(cookie);
    const user = session && !session.demo ? await known?.findUser({ id: session.user }) : undefined;
    if (cookie === undefined || !session || user?.hashKey === undefined) return undefined;
    return { cookie, session, user, isFresh: now() - session.openedAtMs < freshMs };
  };
  /** What changes how one enters: for one's own fresh session alone. */
  const sensitive = async <T>(
    header: string | undefined,
    work: (mine: Own, known: Library) => Promise<T | undefined>,
  ): Promise<Result<T, OwnRefusal>> => {
    const mine = await own(header);
    if (!mine) return refuse({ kind: 'no-session' });
    if (!mine.isFresh) return refuse({ kind: 'not-fresh' });
    const done = await work(mine, await library());
    forget();
    return done === undefined ? refuse({ kind: 'wrong-password' }) : ok(done);
  };
  const told = (session: Session, current?: string) => ({
    id: session.id,
    openedAt: iso(session.openedAtMs),
    endsAt: iso(session.expiresAtMs),
    ...(session.how ? { how: session.how } : {}),
    ...(session.device ? { device: session.device } : {}),
    ...(session.place ? { place: session.place } : {}),
    ...(session.id === current ? { own: true as const } : {}),
  });
  const providerOf = () => (provider ??= configured?.open());
  const askedWith = (ticket: string) => ({
    state: tickets.code('provider', ticket, 'state'),
    nonce: tickets.code('provider', ticket, 'nonce'),
    verifier: tickets.code('provider', ticket, 'verifier'),
  });
  /** Told to whoever asked; an administrator finds what it was in the record. */
  const unreachableProvider = async (fault: unknown): Promise<undefined> =>
    record({ kind: 'provider-refused', note: fault instanceof Error ? fault.message.slice(0, 200) : 'unreachable' }).then(() => undefined);
  const recoveryOf = (person: string) => `recovery-${person}`;

  return {
    record,
    opened,
    passwordSet: async (person) => {
      const known = await library();
      const [by, factors, ...words] = (await known.take(recoveryOf(person)))?.split(' ') ?? [];
      const about = { person: asId<PersonId>(person) };
      if (by === undefined) return record({ kind: 'password-set', ...about });
      if (factors === 'without') await known.removeFactors(person);
      return record({ kind: 'recovered', ...about, by: asId(by), note: words.join(' ') });
    },

    enterWithCode: async (header, code, from) => {
      const cookie = cookieOf(header, cookies.second);
      if (cookie === undefined) return refuse({ kind: 'no-session' });
      const known = await library();
      const user = await known.waitingFor(cookie);
      if (user === undefined) return refuse({ kind: 'no-session' });
      const plain = code.replace(/\s/g, '');
      const found = await known.verifyCode(cookie, plain);
      // A code of the application is good for a minute or so, and once (RFC 6238 §5.2).
      const isUsed = typeof found === 'object' && !(await known.once(`code-${found.user}-${plain}`, now() + 5 * 60_000));
      if (typeof found === 'object' && isUsed) await known.endSessions([found.token]);
      if (typeof found !== 'object' || isUsed) {
        await record({ kind: 'code-refused', person: asId(user) }, from);
        return refuse({ kind: found === 'locked' ? 'code-locked' : 'wrong-code' });
      }
      await opened(found, /^\d{6}$/.test(plain) ? 'password-and-code' : 'password-and-backup-code', from);
      return ok({ person: asId<PersonId>(found.user), setCookie: found.setCookie });
    },

    keyChallenge: () => {
      const ticket = tickets.make();
      return { ticket, options: assertionOptions(party, tickets.code('enter-with-key', ticket)) };
    },
    enterWithKey: async ({ ticket, answer, from }) => {
      const response = readAssertion(answer);
      const known = await library();
      const key = response && tickets.isGood(ticket) ? await known.findPasskey(response.id) : undefined;
      const counter = response && key && (await verifyAssertion(party, tickets.code('enter-with-key', ticket), response, key));
      const isFirst = counter !== undefined && (await known.once(`key-${ticket}`, now() + 15 * 60_000));
      const session = key && counter !== undefined && isFirst ? await known.enterAsUser(key.userId) : undefined;
      if (!session || !key || counter === undefined) {
        await record({ kind: 'key-refused', ...(key ? { person: asId<PersonId>(key.userId) } : {}) }, from);
        return refuse({ kind: 'key-refused' });
      }
      await known.usedPasskey(key.id, counter, iso(now()));
      await opened(session, 'passkey', from);
      return ok({ person: asId<PersonId>(session.user), setCookie: session.setCookie });
    },

    provider: configured?.name,
    askProvider: async () => {
      const ticket = tickets.make();
      const to = await providerOf()
        ?.addressFor(askedWith(ticket))
        .catch((fault: unknown) => unreachableProvider(fault));
      if (to === undefined) return refuse({ kind: 'provider-unreachable' });
      return ok({ to, setCookie: [`${browserCookie(cookies.provider, ticket, https)}; Max-Age=600`] });
    },
    enterFromProvider: async (header, query, from) => {
      const ticket = cookieValue(header, cookies.provider) ?? '';
      const known = await library();
      if (!tickets.isGood(ticket) || !(await known.once(`provider-${ticket}`, now() + 15 * 60_000)))
        return refuse({ kind: 'provider-refused' });
      const vouched = await providerOf()
        ?.vouchedFor(query, askedWith(ticket))
        .catch((fault: unknown) => unreachableProvider(fault).then(() => 'unreachable' as const));
      if (vouched === 'unreachable') return refuse({ kind: 'provider-unreachable' });
      const linked = vouched && (await known.ownerOf(vouched.subject));
      // The first time, by the e-mail that the provider verified, of an account that an administrator made.
      const byEmail = vouched?.email === undefined || linked !== undefined ? undefined : await known.findUser({ email: vouched.email });
      const user = linked ?? (byEmail?.hashKey === undefined ? undefined : byEmail.id);
      const session = user === undefined ? undefined : await known.enterAsUser(user);
      if (!vouched || !session) {
        await record({ kind: 'provider-refused' }, from);
        return refuse({ kind: vouched ? 'provider-unknown-account' : 'provider-refused' });
      }
      if (linked === undefined) {
        await known.link(session.user, vouched.subject);
        await record({ kind: 'provider-linked', person: asId(session.user) }, from);
      }
      await opened(session, 'provider', from);
      const back = `${browserCookie(cookies.provider, '', https)}; Max-Age=0`;
      return ok({ person: asId<PersonId>(session.user), setCookie: [...session.setCookie, back] });
    },

    ownAccount: async (header) => {
      const mine = await own(header);
      if (!mine) return undefined;
      const { user, session, isFresh } = mine;
      const known = await library();
      const passkeys = await known.passkeysOf(user.id);
      const account: OwnAccount = {
        person: asId<PersonId>(user.id),
        name: user.name,
        email: user.email,
        hasPassword: await known.hasPassword(user.id),
        hasCode: user.hasCode,
        backupCodesLeft: user.hasCode ? ((await known.backupCodesLeft(user.id)) ?? 0) : 0,
        isLinked: await known.isLinked(user.id),
        passkeys: passkeys.map(({ id, name, addedAt, usedAt }) => ({ id, name, addedAt, ...(usedAt ? { usedAt } : {}) })),
        sessions: (await known.sessionsOf(user.id)).map((one) => told(one, session.id)),
        isFresh,
      };
      return account;
    },
    changePassword: async (header, current, next, from) => {
      const mine = await own(header);
      if (!mine) return refuse({ kind: 'no-session' });
      const weak = weakness(next, mine.user.email);
      if (weak) return refuse(weak);
      const setCookie = await (await library()).changePassword(mine.cookie, current, next);
      if (!setCookie) return refuse({ kind: 'wrong-password' });
      forget();
      await record({ kind: 'password-changed', person: asId(mine.user.id) }, from);
      return ok({ setCookie });
    },
    newCode: (header, password) =>
      sensitive(header, async ({ cookie }, known) => {
        const made = await known.newCode(cookie, password);
        return made && { ...made, secret: new URL(made.uri).searchParams.get('secret') ?? '' };
      }),
    confirmCode: async (header, code, from) => {
      const mine = await own(header);
      if (!mine) return refuse({ kind: 'no-session' });
      const setCookie = await (await library()).confirmCode(mine.cookie, code.replace(/\s/g, ''));
      if (!setCookie) return refuse({ kind: 'wrong-code' });
      forget();
      await record({ kind: 'code-added', person: asId(mine.user.id) }, from);
      return ok({ setCookie });
    },
    removeCode: (header, password, from) =>
      sensitive(header, async ({ cookie, user }, known) => {
        const setCookie = await known.removeCode(cookie, password);
        if (setCookie) await record({ kind: 'code-removed', person: asId(user.id) }, from);
        return setCookie && { setCookie };
      }),
    newBackupCodes: (header, password, from) =>
      sensitive(header, async ({ cookie, user }, known) => {
        const codes = await known.newBackupCodes(cookie, password);
        if (codes) await record({ kind: 'backup-codes-renewed', person: asId(user.id) }, from);
        return codes;
      }),
    newKeyChallenge: async (header) => {
      const mine = await own(header);
      if (!mine) return undefined;
      const ticket = tickets.make();
      const challenge = tickets.code('add-key', ticket, mine.session.id);
      return { ticket, options: await attestationOptions(party, challenge, mine.user, await (await library()).passkeysOf(mine.user.id)) };
    },
    addKey: async (header, { ticket, answer, name, from }) => {
      const mine = await own(header);
      if (!mine) return refuse({ kind: 'no-session' });
      if (!mine.isFresh) return refuse({ kind: 'not-fresh' });
      const challenge = tickets.code('add-key', ticket, mine.session.id);
      const key = tickets.isGood(ticket) ? await verifyAttestation(party, challenge, answer) : undefined;
      const known = await library();
      if (!key || (await known.findPasskey(key.credential))) return refuse({ kind: 'key-refused' });
      await known.addPasskey(mine.user.id, { ...key, name: name.slice(0, 80) }, iso(now()));
      await record({ kind: 'key-added', person: asId(mine.user.id) }, from);
      return ok(undefined);
    },
    removeKey: async (header, id, from) => {
      const mine = await own(header);
      if (!mine) return refuse({ kind: 'no-session' });
      if (!mine.isFresh) return refuse({ kind: 'not-fresh' });
      if (!(await (await library()).removePasskey(mine.user.id, id))) return refuse({ kind: 'key-refused' });
      await record({ kind: 'key-removed', person: asId(mine.user.id) }, from);
      return ok(undefined);
    },
    endOwnSessions: async (header, which, from) => {
      const mine = await own(header);
      if (!mine) return false;
      const known = await library();
      const all = await known.sessionsOf(mine.user.id);
      const ended = all.filter(({ id }) => (which === 'others' ? id !== mine.session.id : id === which));
      if (ended.length === 0) return false;
      await known.endSessions(ended.map(({ token }) => token));
      forget();
      await record({ kind: 'sessions-ended', person: asId(mine.user.id) }, from);
      return true;
    },

    sessionsOf: async (person) => (await (await library()).sessionsOf(person)).map((one) => told(one)),
    endSessionsOf: async (person, by, which, from) => {
      const known = await library();
      const ended = (await known.sessionsOf(person)).filter(({ id }) => which === 'all' || id === which);
      if (ended.length === 0) return 0;
      await known.endSessions(ended.map(({ token }) => token));
      forget();
      await record({ kind: 'sessions-ended', person, by }, from);
      return ended.length;
    },
    openRecovery: async (person, { by, witnessed, withoutFactors, from }) => {
      if (person === by) return refuse({ kind: 'own-recovery' });
      const note = witnessed.trim().slice(0, 500);
      if (note === '') return refuse({ kind: 'reason-missing' });
      const link = await newSetupLink(person);
      if (link === undefined) return refuse({ kind: 'unknown-person' });
      const kept = `${by} ${withoutFactors ? 'without' : 'with'} ${note}`;
      await (await library()).put(recoveryOf(person), kept, now() + recoveryHours * 3_600_000);
      await record({ kind: 'recovery-opened', person, by, note }, from);
      return ok(link);
    },
    accessEvents: async (asked) => (await library()).events(asked),
    accessDays,
  };
}
