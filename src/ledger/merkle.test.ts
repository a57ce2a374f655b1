import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../core/result.ts';
import { nodeHash, sha256 } from './link.ts';
import { addLeaf, consistencySpans, fold, inclusionSpans, type Span, span } from './merkle.ts';
import { consistencyFault, inclusionFault } from './verify.ts';

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
const leafOf = (data: Uint8Array): Uint8Array => sha256(Buffer.concat([Uint8Array.of(0), data]));

/** RFC 9162 §2.1.1 word for word, over raw leaves. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return must(leaves[0], 'one leaf');
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** RFC 9162 §2.1.3.1, PATH(m, D_n). */
function naivePath(m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length === 1) return [];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

/** RFC 9162 §2.1.4.1, SUBPROOF(m, D_n, b). */
function naiveProof(m: number, leaves: readonly Uint8Array[], whole: boolean): readonly Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return m <= k
    ? [...naiveProof(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))]
    : [...naiveProof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

/** What a store keeps: every complete node, as leaves are added. */
function grow(leaves: readonly Uint8Array[]) {
  const peaks: Uint8Array[] = [];
  const nodes = new Map<string, Uint8Array>();
  leaves.forEach((leaf, size) => {
    nodes.set(`0/${size}`, leaf);
    addLeaf(peaks, size, leaf, nodeHash).forEach((node, i) => {
      nodes.set(`${i + 1}/${(size + 1) / 2 ** (i + 1) - 1}`, node);
    });
  });
  const hashOf = (covered: Span) =>
    fold(
      covered.map(({ level, index }) => must(nodes.get(`${level}/${index}`), `node ${level}/${index} is complete`)),
      nodeHash,
    );
  return { peaks, hashOf };
}

describe('the Merkle tree of RFC 9162', () => {
  const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const leaves = data.map((text) => leafOf(bytes(text)));
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  const { hashOf } = grow(leaves);

  test('has the roots that the Certificate Transparency project publishes for its eight leaves', () => {
    expect(roots.map((_, i) => hex(hashOf(span(0, i + 1))))).toEqual(roots);
  });

  test.each([
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [3, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      2,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('has their audit path of leaf %i in the tree of %i', (seq, size, path) => {
    expect(inclusionSpans(seq, size).map(hashOf).map(hex)).toEqual(path);
  });

  test.each([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('has their proof that the tree of %i is a prefix of the tree of %i', (older, newer, proof) => {
    expect(consistencySpans(older, newer).map(hashOf).map(hex)).toEqual(proof);
  });

  const sizes = fc
    .integer({ min: 1, max: 300 })
    .chain((size) => fc.record({ size: fc.constant(size), older: fc.integer({ min: 1, max: size }) }));

  test('LAW: the tree kept step by step is the tree of the definition: root, audit paths and consistency proofs', () => {
    fc.assert(
      fc.property(sizes, ({ size, older }) => {
        const many = Array.from({ length: size }, (_, i) => sha256(String(i)));
        const tree = grow(many);
        const root = naiveRoot(many);
        expect(hex(fold(tree.peaks, nodeHash))).toBe(hex(root));
        expect(hex(tree.hashOf(span(0, size)))).toBe(hex(root));
        const path = inclusionSpans(older, size).map(tree.hashOf);
        expect(path.map(hex)).toEqual(naivePath(older - 1, many).map(hex));
        const proof = consistencySpans(older, size).map(tree.hashOf);
        expect(proof.map(hex)).toEqual(naiveProof(older, many, true).map(hex));
        const leaf = must(many[older - 1], 'in the tree');
        expect(inclusionFault({ seq: older, size, leaf, proof: path, root }, sha256)).toBeUndefined();
        const olderRoot = naiveRoot(many.slice(0, older));
        expect(consistencyFault({ older, newer: size, olderRoot, newerRoot: root, proof }, sha256)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('a proof of what cannot be is refused', () => {
    expect(() => inclusionSpans(0, 8)).toThrow(RangeError);
    expect(() => inclusionSpans(9, 8)).toThrow(RangeError);
    expect(() => consistencySpans(9, 8)).toThrow(RangeError);
    expect(() => consistencySpans(-1, 8)).toThrow(RangeError);
    expect(consistencySpans(0, 8)).toEqual([]);
    expect(() => fold([], nodeHash)).toThrow(RangeError);
  });
});
