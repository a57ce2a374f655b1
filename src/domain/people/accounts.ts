import type { OfficeId, PersonId } from '../../core/ids.ts';
import type { Result } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';

/** What this slice needs of whoever keeps accounts and sessions. Refusals come with their words and the field they are about. */
export type Accounts = {
  readonly formToken: (cookie: string) => { readonly token: string; readonly setCookie: readonly string[] };
  readonly signIn: (how: {
    email: string;
    password: string;
    address: string;
    agent: string;
  }) => Promise<Result<Entered & { readonly needsCode?: true }, Refused>>;
  readonly enterWithCode: (cookie: string, code: string, from: From) => Promise<Result<Entered, Refused>>;
  /** What a browser is asked to sign with a passkey, as JSON, and the ticket that comes back with its answer. */
  readonly keyChallenge: () => { readonly ticket: string; readonly options: string };
  readonly enterWithKey: (how: { ticket: string; answer: string; from: From }) => Promise<Result<Entered, Refused>>;
  /** The name of the provider that may vouch for people; absent: none. */
  readonly provider: string | undefined;
  readonly askProvider: () => Promise<Result<Entered & { readonly to: string }, Refused>>;
  readonly enterFromProvider: (cookie: string, query: string, from: From) => Promise<Result<Entered, Refused>>;
  readonly signOut: (cookie: string) => Promise<{ readonly setCookie: readonly string[] }>;
  readonly chooseOffice: (cookie: string, office: OfficeId) => Promise<Result<undefined, Refused>>;
  readonly enterAs: (office: OfficeId) => Promise<{ readonly setCookie: readonly string[] }>;
  readonly createAccount: (data: {
    name: string;
    email: string;
  }) => Promise<Result<{ person: PersonId; hash: string; setupLinkToken: string }, Refused>>;
  readonly createFirstAccount: (data: {
    name: string;
    email: string;
    token: string;
    password: string;
  }) => Promise<Result<{ person: PersonId; hash: string }, Refused>>;
  readonly setPassword: (token: string, password: string) => Promise<Result<unknown, Refused>>;
  readonly nameOf: (person: PersonId) => Promise<string | undefined>;
  /** Whether anybody may enter as any office: only while every process is an example and nobody has an account. */
  readonly isExampleOnly: () => Promise<boolean>;
  readonly addressOf: (path: string) => string;
};
type Entered = { readonly setCookie: readonly string[] };
export type From = { readonly address: string; readonly agent: string };
export type Refused = {
  readonly field?: 'correo' | 'clave' | 'nombre' | 'codigo' | 'actual';
  readonly text: Bilingual;
  readonly status: 409 | 422 | 429;
  readonly waitSeconds?: number;
};
