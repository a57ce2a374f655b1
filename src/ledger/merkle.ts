/** RFC 9162 §2.1: the Merkle tree of the log, computed from stored complete nodes. Pure; the hash comes in. */

export type NodeHash = (left: Uint8Array, right: Uint8Array) => Uint8Array;

/** A complete subtree: `index` counts from 0 among those of 2^level leaves. Level 0 is a leaf. */
export type NodeAt = { readonly level: number; readonly index: number };

/** Subtrees side by side, left to right, whose hashes fold into one. */
export type Span = readonly NodeAt[];

/** The complete subtrees that cover leaves `from` (inclusive, 0-based) to `to` (exclusive); `from` is where a subtree begins. */
export function span(from: number, to: number): Span {
  const nodes: NodeAt[] = [];
  let start = from;
  while (start < to) {
    const level = Math.floor(Math.log2(to - start));
    nodes.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return nodes;
}

/** The hash of a span from the hashes of its subtrees. The empty tree's root is SHA-256 of nothing: the caller's matter. */
export function fold(hashes: readonly Uint8Array[], node: NodeHash): Uint8Array {
  let right = hashes.at(-1);
  if (right === undefined) throw new RangeError('an empty span has no hash of its own');
  for (let i = hashes.length - 2; i >= 0; i--) right = node(hashes[i] as Uint8Array, right); // i is within bounds
  return right;
}

/** Largest power of two smaller than `n` (n ≥ 2). */
function split(n: number): number {
  const power = 2 ** Math.floor(Math.log2(n));
  return power === n ? power / 2 : power;
}

/** RFC 9162 §2.1.3.1: which spans make the audit path of entry `seq` (1-based) in the tree of `size`, leaf end first. */
export function inclusionSpans(seq: number, size: number): readonly Span[] {
  if (!(seq >= 1 && seq <= size)) throw new RangeError(`entry ${seq} is not in a tree of ${size}`);
  const path: Span[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + split(to - from);
    const left = seq - 1 < middle;
    path.push(left ? span(middle, to) : span(from, middle));
    if (left) to = middle;
    else from = middle;
  }
  return path.reverse();
}

/** RFC 9162 §2.1.4.1: which spans prove that the tree of `older` is a prefix of the tree of `newer`. */
export function consistencySpans(older: number, newer: number): readonly Span[] {
  if (!(older >= 0 && older <= newer)) throw new RangeError(`a tree of ${older} is not a prefix of a tree of ${newer}`);
  if (older === 0 || older === newer) return [];
  const path: Span[] = [];
  let from = 0;
  let to = newer;
  while (older !== to) {
    const middle = from + split(to - from);
    if (older <= middle) {
      path.push(span(middle, to));
      to = middle;
    } else {
      path.push(span(from, middle));
      from = middle;
    }
  }
  if (from > 0) path.push(span(from, to)); // when it begins at 0 the verifier already holds it: the older root
  return path.reverse();
}

/** A tree that grows: the hashes of the complete subtrees that cover it, largest first. */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] };

/**
 * Adds a leaf to `peaks` (changed in place), which cover `size` leaves. Returns the hashes of the inner nodes this leaf
 * completes, lowest first: one for each trailing zero bit of the new size.
 */
export function addLeaf(peaks: Uint8Array[], size: number, leaf: Uint8Array, node: NodeHash): readonly Uint8Array[] {
  const completed: Uint8Array[] = [];
  let carry = leaf;
  for (let left = size; left % 2 === 1; left = (left - 1) / 2) {
    carry = node(peaks.pop() as Uint8Array, carry); // one peak for each one bit of `size`
    completed.push(carry);
  }
  peaks.push(carry);
  return completed;
}
