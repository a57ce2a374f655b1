import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../core/result.ts';
import { link, request, rootOf, type Tip } from './batch.ts';
import { note } from './ledger.contract.ts';
import { leafHash, sha256 } from './link.ts';
import { consistencyFault, inclusionFault, logFault, type Row } from './verify.ts';

const at = '2020-03-10T18:00:00.000Z';
const empty: Tip = { size: 0, peaks: [], at: '' };
const made = link(
  empty,
  at,
  Array.from({ length: 20 }, (_, n) => request(`stream/${n}`, 0, [note(n, { texto: 'Año' })])),
  () => 0,
);
const head = { size: 20, root: rootOf(made.tip) };
const row = (seq: number): Row => must(made.rows[seq - 1], 'twenty rows');
const withRow = (seq: number, change: Partial<Row>): readonly Row[] =>
  made.rows.map((each) => (each.seq === seq ? { ...each, ...change } : each));
const flip = (bytes: Uint8Array, bit: number): Uint8Array => bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
/** A row whose leaf is made to agree with an altered body: only the tree, the head or the text itself can tell. */
const forged = (body: string): Partial<Row> => ({ body, leaf: leafHash(body) });

describe('the verifier', () => {
  test('finds nothing in a sound log, and nothing in an empty one', () => {
    expect(logFault(made.rows, head, sha256)).toBeUndefined();
    expect(logFault([], { size: 0, root: sha256('') }, sha256)).toBeUndefined();
  });

  test('LAW: any altered byte of any row is located at its entry', () => {
    const bodyBytes = (seq: number) => Buffer.from(row(seq).body as string); // rows are made with texts
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.constantFrom('body', 'leaf', 'nodes', 'stream'), fc.nat(), (seq, field, salt) => {
        const original = field === 'body' ? bodyBytes(seq) : field === 'stream' ? Buffer.from(row(seq).stream) : row(seq)[field];
        if (original === null || original === undefined) return; // an odd entry completes no inner node
        const altered = flip(original, salt % (original.length * 8));
        const change = field === 'stream' ? { stream: Buffer.from(altered).toString('latin1') } : { [field]: altered };
        expect(logFault(withRow(seq, change), head, sha256)).toMatchObject({ seq });
      }),
      { numRuns: 500 },
    );
  });

  test('LAW: an entry removed, repeated or moved is located', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (a, b) => {
        const without = made.rows.filter(({ seq }) => seq !== a);
        expect(logFault(without, head, sha256)).toMatchObject({ seq: a });
        expect(logFault([...made.rows.slice(0, a), row(a), ...made.rows.slice(a)], head, sha256)).toMatchObject({ seq: a + 1 });
        if (a === b) return;
        const swapped = made.rows.map((each) => (each.seq === a ? row(b) : each.seq === b ? row(a) : each));
        expect(logFault(swapped, head, sha256)).toMatchObject({ seq: Math.min(a, b) });
      }),
    );
  });

  const body7 = String(row(7).body);
  test.each([
    ['another number inside the text', forged(body7.replace('"seq":7', '"seq":8')), 'seq'],
    ['another stream inside the text', forged(body7.replace('stream/6', 'stream/7')), 'stream'],
    ['an instant before the previous one', forged(body7.replace('2020-03', '2020-02')), 'at'],
    ['an instant that is not one', forged(body7.replace('T18', ' 18')), 'body'],
    [
      'keys in another order',
      forged(body7.replace('"seq":7,"at":"2020-03-10T18:00:00.000Z"', '"at":"2020-03-10T18:00:00.000Z","seq":7')),
      'body',
    ],
    ['a text that is no JSON', forged('x'), 'body'],
    ['a JSON that is no object', forged('null'), 'body'],
    ['a number written as text', forged(body7.replace('"seq":7', '"seq":"7"')), 'body'],
    ['nodes where none belong', { nodes: new Uint8Array(32) }, 'nodes'],
    ['no nodes kept at all', { nodes: null }, undefined],
  ] as const)('names %s', (_, change, kind) => {
    const found = logFault(withRow(7, change), head, sha256);
    if (kind === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject({ kind, seq: 7 });
  });

  test('a consistent forgery is betrayed by the root', () => {
    const rows = withRow(20, { ...forged(String(row(20).body).replace('Año', 'año')) }).map(({ nodes: _, ...rest }) => rest);
    expect(logFault(rows, head, sha256)).toMatchObject({ kind: 'root' });
  });

  test('a head that claims more or fewer entries is named', () => {
    expect(logFault(made.rows, { ...head, size: 21 }, sha256)).toMatchObject({ kind: 'size', seq: 21, saw: '20', expected: '21' });
    expect(logFault(made.rows, { ...head, size: 19 }, sha256)).toMatchObject({ kind: 'size', seq: 20 });
    expect(logFault(made.rows, { ...head, root: flip(head.root, 3) }, sha256)).toMatchObject({ kind: 'root' });
  });

  test('proofs about trees that cannot be are refused', () => {
    const [leaf, root] = [row(1).leaf, head.root];
    for (const seq of [0, 3, 1.5]) expect(inclusionFault({ seq, size: 2, leaf, proof: [], root }, sha256)).toMatchObject({ kind: 'proof' });
    expect(inclusionFault({ seq: 1, size: 1, leaf, proof: [root], root: leaf }, sha256)).toMatchObject({
      kind: 'proof',
      expected: 'fewer',
    });
    expect(inclusionFault({ seq: 1, size: 2, leaf, proof: [], root }, sha256)).toMatchObject({ kind: 'proof', expected: 'more' });
    const roots = { olderRoot: root, newerRoot: root };
    expect(consistencyFault({ older: 2, newer: 1, ...roots, proof: [] }, sha256)).toMatchObject({ kind: 'proof' });
    expect(consistencyFault({ older: 3, newer: 5, ...roots, proof: [] }, sha256)).toMatchObject({ kind: 'proof', expected: 'some' });
    expect(consistencyFault({ older: 3, newer: 3, ...roots, proof: [root] }, sha256)).toMatchObject({ kind: 'proof', expected: 'none' });
    expect(consistencyFault({ older: 0, newer: 3, ...roots, proof: [] }, sha256)).toMatchObject({ kind: 'root' });
    expect(consistencyFault({ older: 0, newer: 3, olderRoot: sha256(''), newerRoot: root, proof: [] }, sha256)).toBeUndefined();
    expect(consistencyFault({ older: 2, newer: 3, ...roots, proof: [] }, sha256)).toMatchObject({ kind: 'proof', expected: 'more' });
    expect(consistencyFault({ older: 1, newer: 2, ...roots, proof: [root, root] }, sha256)).toMatchObject({
      kind: 'proof',
      expected: 'fewer',
    });
  });
});
