import type { Child } from 'hono/jsx';
import type { By, IsoDate, IsoInstant, NewEvent } from '../core/event.ts';
import type { Result } from '../core/result.ts';
import type { StoredFile } from '../core/stored-file.ts';
import type { Subject } from '../core/subject.ts';
import type { Bilingual, Lang } from '../core/words.ts';
import type { Appended, Conflict } from '../ledger/ledger.ts';
import type { Counted } from './limits.ts';
import type { UploadLimits, Uploads } from './uploads.ts';

/** Who asks. An office is held by a person; on example data anybody may sit on any chair, and `demo` says so. */
export type Reader =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'signed-in'; readonly by: By; readonly officeName: Bilingual; readonly csrf: string; readonly demo: boolean };

/** The past state a page was asked for: on which day, as known at which position of the log. */
export type AsOf = { readonly day?: IsoDate; readonly known?: number };

/** What every handler is given. `W` is what the slice needs to know of the world; it never holds anything later than asked for. */
export type Visit<W> = {
  readonly lang: Lang;
  readonly reader: Reader;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** Fields of a submitted form; empty for GET. */
  readonly form: ReadonlyMap<string, string>;
  /** Files that came with the form, already kept; of a route that says `uploads`. */
  readonly uploads: Uploads;
  readonly now: IsoInstant;
  /** Today in the zone of the process. */
  readonly today: IsoDate;
  /** The day the page speaks of: `?al=`, or today. */
  readonly day: IsoDate;
  readonly asOf: AsOf | undefined;
  /** The position of the log the world was folded to, and the Merkle root there (lower-case hex). */
  readonly position: number;
  readonly root: string;
  readonly world: W;
  /** The world on another day, as known at the same position (or at `known`); `undefined` when nothing was known then. */
  readonly worldOn: (day: IsoDate, known?: number) => Promise<W | undefined>;
  /** Root of the log at a position, lower-case hex. */
  readonly rootAt: (position: number) => Promise<string>;
  /** May whoever asks use this right (for this OPL)? For showing or hiding a form; the server checks again. */
  readonly may: (right: string, opl?: string) => boolean;
  /** Decides on the present world and appends, as the office-holder who asks. */
  readonly execute: <R>(
    decide: (world: W, by: By) => Result<readonly NewEvent[], R>,
  ) => Promise<Result<Appended | undefined, R | Conflict>>;
  /** An address of this process that keeps the past state asked for. */
  readonly href: (path: string) => string;
};

export type Answer =
  | {
      readonly kind: 'page';
      readonly title: string;
      readonly here: string;
      readonly body: Child;
      readonly status?: 200 | 403 | 404 | 409 | 422 | 429;
      readonly setCookie?: readonly string[];
      /** With 429: when it is worth trying again. */
      readonly retryAfterSeconds?: number;
      readonly problem?: string;
      /** What the page shows of which it must be known later who was shown it; recorded once for whoever is signed in. */
      readonly shown?: readonly Subject[];
      /** The one thing the page is of: what is said about it in the forum is told below. */
      readonly about?: Subject;
    }
  /** `forgets`: the browser throws away what it kept of the site for reading without a line, for somebody else sits there now. */
  | { readonly kind: 'redirect'; readonly to: string; readonly setCookie?: readonly string[]; readonly forgets?: true }
  | {
      readonly kind: 'file';
      readonly body: string | Uint8Array<ArrayBuffer>;
      readonly type: string;
      readonly name?: string;
      readonly shown?: readonly Subject[];
    }
  /** A file of the store, always to be saved and never shown as a page of ours. The slice has found that the reader may have it. */
  | { readonly kind: 'stored'; readonly file: StoredFile; readonly shown?: readonly Subject[] }
  | { readonly kind: 'json'; readonly body: unknown; readonly status?: 200 | 404 | 422 }
  | { readonly kind: 'not-found'; readonly what?: Bilingual };

/**
 * One line of the path map. `may` is the authority for the path: everybody, whoever is signed in, a right that an office must
 * grant, or any of several.
 * Paths that begin with `/:process` are given the world of that process.
 */
export type Route<W> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly may: 'anyone' | 'signed-in' | { readonly right: string; readonly oplParam?: string } | { readonly anyOf: readonly string[] };
  /** Its answer depends on more than the log's position, the day and the address: it is made anew for everybody. */
  readonly fresh?: true;
  /** It takes in files with its form (`multipart/form-data`). */
  readonly uploads?: UploadLimits;
  /** The most its form may weigh, files apart; 1 MB when it does not say. */
  readonly maxFormBytes?: number;
  /** What it is counted as where the method and the ending of the path do not say (`limits.ts`). */
  readonly counts?: Counted;
  readonly answer: (visit: Visit<W>) => Answer | Promise<Answer>;
};
