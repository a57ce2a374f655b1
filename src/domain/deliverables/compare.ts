import { diffArrays, diffWordsWithSpace } from 'diff';
import type { StoredFile } from '../../core/stored-file.ts';

export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };
/** One place in which two texts differ; `page` of the newer one, or of the older one for what is gone. An empty side says nothing there. */
export type Change = { readonly page?: number; readonly before: readonly Piece[]; readonly after: readonly Piece[] };
export type Comparison = {
  readonly changes: readonly Change[];
  /** Changes beyond those that are shown. */
  readonly more: number;
};

type Line = { readonly text: string; readonly page: number };
const mostShown = 300;
/** So many lines may be taken away and added before two texts are told to be different altogether; the work grows with its square. */
const mostLines = 1500;
const mostWords = 600;
const mostPaired = 20_000;

/**
 * Where two texts differ, in the order of the newer one; absent when they have too little in common to be worth laying side by side.
 * `parts`: one a page, or one for all. Blanks and line ends are layout, which says nothing.
 */
export function compareTexts(before: readonly string[], after: readonly string[]): Comparison | undefined {
  const [old, now] = [linesOf(before), linesOf(after)];
  const differences = diffArrays(textsOf(old), textsOf(now), { maxEditLength: mostLines });
  if (!differences) return undefined;
  const isPaged = before.length > 1 || after.length > 1;
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  let gone: readonly string[] = [];
  const close = (come: readonly string[]) => {
    const page = (come.length > 0 ? now[j] : old[i - 1])?.page;
    const sides = sidesOf(gone, come);
    if (sides) changes.push({ ...(isPaged && page !== undefined ? { page } : {}), ...sides });
    gone = [];
  };
  for (const { added, removed, value } of differences) {
    if (gone.length > 0 && !added) close([]);
    if (removed) gone = value;
    if (added) close(value);
    if (!added) i += value.length;
    if (!removed) j += value.length;
  }
  if (gone.length > 0) close([]);
  return { changes: changes.slice(0, mostShown), more: Math.max(0, changes.length - mostShown) };
}

const linesOf = (parts: readonly string[]): readonly Line[] =>
  parts.flatMap((part, i) =>
    part
      .split('\n')
      .map((text) => ({ text: text.replaceAll(/\s+/gu, ' ').trim(), page: i + 1 }))
      .filter(({ text }) => text !== ''),
  );

const textsOf = (lines: readonly Line[]): string[] => lines.map(({ text }) => text);

/** Word by word; nothing when the lines only break elsewhere. */
function sidesOf(gone: readonly string[], come: readonly string[]): Pick<Change, 'before' | 'after'> | undefined {
  const [old, now] = [gone.join(' '), come.join(' ')];
  if (old === now) return undefined;
  const whole = { before: side('removed', old), after: side('added', now) };
  if (old === '' || now === '' || old.length + now.length > mostPaired) return whole;
  const words = diffWordsWithSpace(old, now, { maxEditLength: mostWords });
  if (!words) return whole;
  const pieces = words.map(({ added, removed, value }): Piece => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }));
  return { before: pieces.filter(({ kind }) => kind !== 'added'), after: pieces.filter(({ kind }) => kind !== 'removed') };
}

const side = (kind: Piece['kind'], text: string): readonly Piece[] => (text === '' ? [] : [{ kind, text }]);

/** Which file of one version stands beside which of another. */
export type Pair = { readonly before?: StoredFile; readonly after?: StoredFile };
/** By name; those whose name changed, by kind, in their order. What has no other stands alone. */
export function pairsOf(before: readonly StoredFile[], after: readonly StoredFile[]): readonly Pair[] {
  const left = [...before];
  const take = (fits: (one: StoredFile) => boolean): StoredFile | undefined => {
    const i = left.findIndex(fits);
    return i < 0 ? undefined : left.splice(i, 1)[0];
  };
  const named = after.map((file) => ({
    after: file,
    before: take(({ sha256 }) => sha256 === file.sha256) ?? take(({ name }) => name === file.name),
  }));
  const pairs = named.map((pair) => ({ ...pair, before: pair.before ?? take(({ type }) => type === pair.after.type) }));
  return [
    ...pairs.map(({ before: old, after: now }): Pair => ({ after: now, ...(old === undefined ? {} : { before: old }) })),
    ...left.map((old): Pair => ({ before: old })),
  ];
}
