import { ok, type Result, refuse } from '../core/result.ts';
import type { Appended, Conflict, NewEntry } from './ledger.ts';
import { leafHash, nodeHash, renderBody, renderTail, sha256 } from './link.ts';
import { addLeaf, type Frontier, fold } from './merkle.ts';

/** One append waiting for its group: its entries are rendered already, but for the number and the instant. */
export type Request = { readonly stream: string; readonly expected: number; readonly tails: readonly string[] };

/** What the next entry is chained to: the tree so far and the instant of its last entry ('' when there is none). */
export type Tip = Frontier & { readonly at: string };

/** A row to insert. `nodes`: the inner nodes it completes, lowest first, 32 bytes each; null when none. */
export type NewRow = {
  readonly seq: number;
  readonly stream: string;
  readonly body: string;
  readonly leaf: Uint8Array;
  readonly nodes: Uint8Array | null;
};

export type Linked = {
  readonly rows: readonly NewRow[];
  /** One for each request, in order. */
  readonly outcomes: readonly Result<Appended, Conflict>[];
  readonly tip: Tip;
};

/** Streams are named by programs; a name that a database might alter would break the equality of stored and hashed bytes. */
const printable = /^[^\p{C}]{1,200}$/u;

/** Throws RangeError or TypeError for what no caller should ask (a bug, not a refusal). */
export function request(stream: string, expected: number, entries: readonly NewEntry[]): Request {
  if (!printable.test(stream)) throw new RangeError(`not a stream's name: ${JSON.stringify(stream)}`);
  if (!Number.isSafeInteger(expected) || expected < 0) throw new RangeError(`not a position: ${expected}`);
  if (entries.length === 0) throw new RangeError('nothing to append');
  return { stream, expected, tails: entries.map((entry) => renderTail(stream, entry)) };
}

/**
 * Decides a group of appends in the order they came. A request whose stream is not where it expected is refused alone;
 * the others become rows. `position` is asked once a stream for its last `seq` as of the tip.
 */
export function link(tip: Tip, now: string, requests: readonly Request[], position: (stream: string) => number): Linked {
  const at = now > tip.at ? now : tip.at; // the clock may step back; the log never does
  const peaks = [...tip.peaks];
  const positions = new Map<string, number>();
  const rows: NewRow[] = [];
  let size = tip.size;
  const outcomes = requests.map(({ stream, expected, tails }): Result<Appended, Conflict> => {
    const actual = positions.get(stream) ?? position(stream);
    if (actual !== expected) return refuse({ kind: 'conflict', stream, expected, actual });
    const first = size + 1;
    for (const tail of tails) {
      const body = renderBody(size + 1, at, tail);
      const leaf = leafHash(body);
      const completed = addLeaf(peaks, size, leaf, nodeHash);
      size++;
      rows.push({ seq: size, stream, body, leaf, nodes: completed.length === 0 ? null : Buffer.concat(completed) });
    }
    positions.set(stream, size);
    return ok({ first, last: size, at });
  });
  return { rows, outcomes, tip: { size, peaks, at: rows.length === 0 ? tip.at : at } };
}

/** The root of a frontier; of nothing, SHA-256 of nothing (RFC 9162 §2.1.1). */
export const rootOf = ({ peaks }: Frontier): Uint8Array => (peaks.length === 0 ? sha256('') : fold(peaks, nodeHash));

/**
 * The store's clock unless another is injected: RFC 3339 instants in UTC with milliseconds. It spells each second once;
 * spelling every instant anew took as long as all the hashing of an append.
 */
export function systemClock(): () => string {
  let second = Number.NaN;
  let spelled = '';
  return () => {
    const now = Temporal.Now.instant();
    const ms = now.epochMilliseconds;
    if (Math.floor(ms / 1000) !== second) {
      second = Math.floor(ms / 1000);
      spelled = now.toString({ smallestUnit: 'second' }).slice(0, -1);
    }
    return `${spelled}.${String(ms - second * 1000).padStart(3, '0')}Z`;
  };
}
