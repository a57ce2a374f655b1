import type { PersonId } from '../core/ids.ts';
import type { Result } from '../core/result.ts';
import type { AccessEvent, AccessKind, Way } from './access-events.ts';
import type { SetCookie } from './identity.ts';
import type { WeakPassword } from './password-policy.ts';

/** Where a request comes from: the address as the server knows it, and what the browser says of itself. */
export type From = { readonly address: string; readonly agent?: string };

export type CodeRefusal = { readonly kind: 'wrong-code' } | { readonly kind: 'code-locked' } | { readonly kind: 'no-session' };
export type KeyRefusal = { readonly kind: 'key-refused' } | { readonly kind: 'no-session' } | { readonly kind: 'not-fresh' };
export type ProviderRefusal =
  | { readonly kind: 'provider-unreachable' }
  | { readonly kind: 'provider-refused' }
  | { readonly kind: 'provider-unknown-account' };
export type OwnRefusal = { readonly kind: 'no-session' } | { readonly kind: 'not-fresh' } | { readonly kind: 'wrong-password' };
export type RecoveryRefusal = { readonly kind: 'unknown-person' } | { readonly kind: 'own-recovery' } | { readonly kind: 'reason-missing' };

/** One session of an account. `id` names it and opens nothing. Instants are UTC. */
export type OpenSession = {
  readonly id: string;
  readonly openedAt: string;
  readonly endsAt: string;
  readonly how?: Way;
  readonly device?: string;
  readonly place?: string;
  readonly own?: true;
};
export type KnownPasskey = { readonly id: string; readonly name: string; readonly addedAt: string; readonly usedAt?: string };

/** What somebody is told of their own account. */
export type OwnAccount = {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly hasCode: boolean;
  readonly backupCodesLeft: number;
  readonly isLinked: boolean;
  readonly passkeys: readonly KnownPasskey[];
  readonly sessions: readonly OpenSession[];
  /** The session was opened less than a quarter of an hour ago: what changes how one enters is asked for only then. */
  readonly isFresh: boolean;
};

/** What a browser is asked to sign (WebAuthn, as JSON), and the ticket that comes back with its answer. */
export type Challenge = { readonly ticket: string; readonly options: string };
export type NewCode = { readonly uri: string; readonly secret: string; readonly backupCodes: readonly string[] };

/** How people enter and what they enter with, beyond a password. `cookie` is the request's `Cookie` header. */
export interface Access {
  /** The second step of a sign-in that asked for a code: of the application, or one of the backup codes. */
  enterWithCode(
    cookie: string | undefined,
    code: string,
    from: From,
  ): Promise<Result<SetCookie & { readonly person: PersonId }, CodeRefusal>>;
  keyChallenge(): Challenge;
  enterWithKey(how: {
    readonly ticket: string;
    readonly answer: string;
    readonly from: From;
  }): Promise<Result<SetCookie & { readonly person: PersonId }, KeyRefusal>>;
  /** The name of the provider that may vouch for people; absent: none was configured. */
  readonly provider: string | undefined;
  /** Where to send whoever wants to be vouched for. */
  askProvider(): Promise<Result<SetCookie & { readonly to: string }, ProviderRefusal>>;
  /** What the provider sent them back with (`query`, with its question mark). */
  enterFromProvider(
    cookie: string | undefined,
    query: string,
    from: From,
  ): Promise<Result<SetCookie & { readonly person: PersonId }, ProviderRefusal>>;

  /** Absent: nobody is signed in, or a demonstration visitor. */
  ownAccount(cookie: string | undefined): Promise<OwnAccount | undefined>;
  /** Sets another password and ends the other sessions. */
  changePassword(
    cookie: string | undefined,
    current: string,
    next: string,
    from: From,
  ): Promise<Result<SetCookie, OwnRefusal | WeakPassword>>;
  /** The secret for an application that makes codes. Nothing asks for codes until one was confirmed. */
  newCode(cookie: string | undefined, password: string): Promise<Result<NewCode, OwnRefusal>>;
  confirmCode(cookie: string | undefined, code: string, from: From): Promise<Result<SetCookie, CodeRefusal>>;
  removeCode(cookie: string | undefined, password: string, from: From): Promise<Result<SetCookie, OwnRefusal>>;
  newBackupCodes(cookie: string | undefined, password: string, from: From): Promise<Result<readonly string[], OwnRefusal>>;
  newKeyChallenge(cookie: string | undefined): Promise<Challenge | undefined>;
  addKey(
    cookie: string | undefined,
    how: { readonly ticket: string; readonly answer: string; readonly name: string; readonly from: From },
  ): Promise<Result<undefined, KeyRefusal>>;
  removeKey(cookie: string | undefined, id: string, from: From): Promise<Result<undefined, KeyRefusal>>;
  /** Ends one of one's own sessions, or all but this one. */
  endOwnSessions(cookie: string | undefined, which: string | 'others', from: From): Promise<boolean>;

  /** For an administrator. */
  sessionsOf(person: PersonId): Promise<readonly OpenSession[]>;
  /** Ends one session of a person, or all of them. Gives how many. */
  endSessionsOf(person: PersonId, by: PersonId, which: string | 'all', from: From): Promise<number>;
  /**
   * A link (once, 48 hours) to set a new password for whoever lost theirs. `by` witnesses it: says how they made sure who asks; nobody
   * witnesses their own. `withoutFactors`: with the new password, codes and keys of the account are gone too.
   */
  openRecovery(
    person: PersonId,
    how: { readonly by: PersonId; readonly witnessed: string; readonly withoutFactors: boolean; readonly from: From },
  ): Promise<Result<string, RecoveryRefusal>>;
  /** What was recorded of entering, newest first. */
  accessEvents(asked: {
    readonly person?: PersonId;
    readonly kinds?: readonly AccessKind[];
    readonly most: number;
  }): Promise<readonly AccessEvent[]>;
  /** For how many days they are kept. */
  readonly accessDays: number;
}
