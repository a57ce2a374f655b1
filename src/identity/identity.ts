import type { OfficeId, PersonId } from '../core/ids.ts';
import type { Result } from '../core/result.ts';
import type { Access, CodeRefusal, From, KeyRefusal, OwnRefusal, ProviderRefusal, RecoveryRefusal } from './access.ts';
import type { Forms } from './forms.ts';
import type { WeakPassword } from './password-policy.ts';
import type { PersonalData } from './personal-data.ts';

/** An unknown account and a wrong password are one refusal, and take the same time. */
export type SignInRefusal = { readonly kind: 'wrong-credentials' } | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number };
/** `bad-token`: used, expired (48 h), replaced, or never given. */
export type PasswordRefusal = { readonly kind: 'bad-token' } | WeakPassword;
export type AccountRefusal = { readonly kind: 'email-taken' } | { readonly kind: 'email-malformed' } | { readonly kind: 'name-missing' };
export type ChooseRefusal = { readonly kind: 'no-session' };
export type AccessRefusal = CodeRefusal | KeyRefusal | OwnRefusal | ProviderRefusal | RecoveryRefusal;

/** Values for `Set-Cookie` headers, one a header. */
export type SetCookie = { readonly setCookie: readonly string[] };

/** Who a request speaks for. `session` names the session in forms; it opens nothing. */
export type Who = {
  readonly person: PersonId;
  readonly session: string;
  /** Goes into every form of this session. */
  readonly csrf: string;
  /** The office the person chose to act as; whether they hold it on a day is for `people` to say. */
  readonly office?: OfficeId;
  /** A visitor who entered an example without a password: to be ignored wherever that is not permitted. */
  readonly demo?: true;
};

export type NewAccount = {
  readonly person: PersonId;
  /** Keyed hash of name and e-mail, for the PersonRegistered event. */
  readonly hash: string;
};

/**
 * Accounts, sessions and personal data. `cookieHeader` is the request's `Cookie` header as it came. Methods reject when
 * the database fails; whatever the rules refuse is a value.
 */
export interface Identity extends Forms, Access {
  /** `address` without port. `needsCode`: the password was right, and the session opens with a code (`enterWithCode`). */
  signIn(
    how: From & { readonly email: string; readonly password: string },
  ): Promise<Result<SetCookie & { readonly person: PersonId; readonly needsCode?: true }, SignInRefusal>>;
  signOut(cookieHeader: string | undefined): Promise<SetCookie>;
  /** Costs nothing without a session cookie. May answer up to ten seconds late what another process changed. */
  whoIs(cookieHeader: string | undefined): Promise<Who | undefined>;
  chooseOffice(cookieHeader: string | undefined, office: OfficeId): Promise<Result<undefined, ChooseRefusal>>;
  /** A session without a password, acting as `office`. Whether that is permitted, only the caller knows. */
  enterAs(office: OfficeId): Promise<SetCookie & { readonly person: PersonId }>;

  /** An account without a password, and the one-time token (48 h) of the link to set it. Kept hashed: shown this once. */
  createAccount(data: PersonalData): Promise<Result<NewAccount & { readonly setupLinkToken: string }, AccountRefusal>>;
  /** Another such token, for a link that was lost or a password forgotten. Absent: no such person, or erased. */
  newSetupLink(person: PersonId): Promise<string | undefined>;
  /** Sets the password of whoever the token was made for, and ends their sessions. */
  setPassword(token: string, password: string): Promise<Result<{ readonly person: PersonId }, PasswordRefusal>>;

  /** Whether an account was ever made; demonstration visitors are not accounts. Does not load the sign-in library. */
  hasAccounts(): Promise<boolean>;
  /** The token of the first-start link; absent once an account was made. The same each time it is asked for. */
  setupToken(): Promise<string | undefined>;
  /** Makes the first account, with its password. Afterwards the first-start token is worth nothing. */
  createFirstAccount(
    how: PersonalData & { readonly token: string; readonly password: string },
  ): Promise<Result<NewAccount, PasswordRefusal | AccountRefusal>>;

  /** Absent: unknown, erased, or a demonstration visitor. */
  personalData(person: PersonId): Promise<PersonalData | undefined>;
  personOf(email: string): Promise<PersonId | undefined>;
  /** Whether `hash`, from the ledger, is of the data held here. After an erasure nobody can tell any more. */
  verifyPersonalData(person: PersonId, hash: string): Promise<'same' | 'different' | 'erased' | 'unknown'>;
  /** For ever: name, e-mail, password, sessions and the key of the hash. False: there was nothing to erase. */
  erasePersonalData(person: PersonId): Promise<boolean>;
  close(): Promise<void>;
}
