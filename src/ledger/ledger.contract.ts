import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../core/result.ts';
import { checkLedger } from './check.ts';
import type { Entry, Ledger, NewEntry, StoredEntry } from './ledger.ts';
import { leafHash, parseBody, renderEntry, sha256 } from './link.ts';
import { type LedgerPlace, openLedger, type SignedLedger } from './open.ts';
import { consistencyFault, inclusionFault, logFault } from './verify.ts';

/** Where a contract test keeps its ledger. `statement` runs SQL behind the ledger's back; `forbidden` is what it must refuse. */
export type Home = {
  readonly place: Omit<LedgerPlace, 'dataDir'>;
  readonly statement: (dataDir: string, sql: string) => Promise<unknown>;
  readonly forbidden: readonly string[];
};

export const note = (n: number, more: Readonly<Record<string, unknown>> = {}): NewEntry => ({
  type: 'NoteTaken',
  on: '2020-03-10',
  by: { office: 'secretaria-tecnica', person: 'p-1' },
  data: { n, ...more },
});

const many = (count: number, from: number): readonly NewEntry[] =>
  Array.from({ length: count }, (_, i) => note(from * count + i, { text: 'á, «b» {c}' }));

export async function readAll(ledger: Ledger, range?: Parameters<Ledger['read']>[0]): Promise<readonly StoredEntry[]> {
  const rows: StoredEntry[] = [];
  for await (const batch of ledger.read(range)) rows.push(...batch);
  return rows;
}

/** The last `seq` after appending, one call each; throws when refused. */
export async function appendEach(ledger: Ledger, stream: string, entries: readonly NewEntry[]): Promise<number> {
  let position = await ledger.streamPosition(stream);
  for (const entry of entries) {
    const appended = await ledger.append(stream, position, [entry]);
    if (!appended.ok) throw new Error('somebody else wrote');
    position = appended.value.last;
  }
  return position;
}

/** What every store promises, proven on each. Every test ends by verifying the whole log. */
export function ledgerContract(name: string, makeHome: () => Promise<Home>): void {
  describe(`the ledger's contract on ${name}`, () => {
    let home: Home;
    let dataDir: string;
    let opened: SignedLedger[];
    const open = async (now?: () => string): Promise<SignedLedger> => {
      const ledger = await openLedger({ dataDir, ...home.place, ...(now ? { now } : {}) });
      opened.push(ledger);
      return ledger;
    };

    beforeEach(async () => {
      home = await makeHome();
      dataDir = await mkdtemp(join(tmpdir(), 'atalaya-ledger-'));
      opened = [];
    });

    afterEach(async () => {
      for (const ledger of opened) await ledger.close();
      const checked = await checkLedger({ dataDir, ...home.place });
      await rm(dataDir, { recursive: true });
      expect(checked.faults).toEqual([]);
    });

    test('a new ledger is empty, has a name of its own, and its root is the hash of nothing', async () => {
      const ledger = await open();
      const { size, root } = await ledger.head();
      expect([size, Buffer.from(root)]).toEqual([0, sha256('')]);
      expect(ledger.origin).toMatch(/^atalaya\/[0-9a-f]{16}$/);
      expect(await readAll(ledger)).toEqual([]);
      expect(await ledger.streamPosition('process/pel')).toBe(0);
      expect(await ledger.rootAt(0)).toEqual(sha256(''));
    });

    test('what is appended is read back, byte for byte, with its number, its stream and its instant', async () => {
      const ledger = await open(() => '2020-03-10T18:00:00.000Z');
      const entry = note(1, { texto: 'Año, “comillas”, \u0000 y \uD83D\uDDF3', nested: { b: 1, a: [null, true, 1.5] } });
      expect(await ledger.append('process/pel', 0, [entry, note(2)])).toEqual({
        ok: true,
        value: { first: 1, last: 2, at: '2020-03-10T18:00:00.000Z' },
      });
      const [first, second] = await readAll(ledger);
      expect(parseBody(must(first, 'appended').body)).toEqual({
        ...entry,
        seq: 1,
        at: '2020-03-10T18:00:00.000Z',
        stream: 'process/pel',
      });
      expect(renderEntry(parseBody(must(second, 'appended').body))).toBe(second?.body);
      expect(new Uint8Array(must(first, 'appended').leaf)).toEqual(new Uint8Array(leafHash(must(first, 'appended').body)));
    });

    test('who expects another position of the stream is refused alone, and nothing of it is written', async () => {
      const ledger = await open();
      const [won, lost, other] = await Promise.all([
        ledger.append('a', 0, [note(1)]),
        ledger.append('a', 0, [note(2)]),
        ledger.append('b', 0, [note(3)]),
      ]);
      expect(won.ok && other.ok).toBe(true);
      expect(lost).toEqual({ ok: false, error: { kind: 'conflict', stream: 'a', expected: 0, actual: 1 } });
      expect(await ledger.append('b', 7, [note(4)])).toEqual({
        ok: false,
        error: { kind: 'conflict', stream: 'b', expected: 7, actual: 2 },
      });
      expect((await ledger.head()).size).toBe(2);
    });

    test('appends made together are all written, in the order they were asked', async () => {
      const ledger = await open();
      const outcomes = await Promise.all(Array.from({ length: 200 }, (_, n) => ledger.append(`s/${n}`, 0, [note(n), note(n)])));
      expect(outcomes.map((outcome) => outcome.ok && outcome.value.first)).toEqual(outcomes.map((_, n) => 2 * n + 1));
    });

    test('reading is by range and by stream, oldest first', async () => {
      const ledger = await open();
      for (let n = 0; n < 10; n++) await appendEach(ledger, n % 2 ? 'odd' : 'even', [note(n)]);
      const seqs = async (range: Parameters<Ledger['read']>[0]) => (await readAll(ledger, range)).map(({ seq }) => seq);
      expect(await seqs({ after: 7 })).toEqual([8, 9, 10]);
      expect(await seqs({ after: 2, upTo: 4 })).toEqual([3, 4]);
      expect(await seqs({ stream: 'odd', after: 2, upTo: 8 })).toEqual([4, 6, 8]);
      expect(await seqs({ upTo: 99 })).toHaveLength(10);
      expect(await seqs({ after: 10 })).toEqual([]);
      expect(await seqs({ stream: 'none' })).toEqual([]);
      expect(await ledger.streamPosition('odd')).toBe(10);
    });

    test('read as events, the log says what its bodies say, in batches larger than one and in every range', async () => {
      const ledger = await open();
      for (let n = 0; n < 3; n++)
        await ledger.append(n % 2 === 0 ? 'a' : 'b', await ledger.streamPosition(n % 2 === 0 ? 'a' : 'b'), many(900, n));
      const entriesOf = async (range?: Parameters<Ledger['entries']>[0]) => {
        const entries: Entry[] = [];
        for await (const batch of ledger.entries(range)) entries.push(...batch);
        return entries;
      };
      for (const range of [{}, { after: 1 }, { upTo: 2100 }, { after: 850, upTo: 2300 }, { stream: 'a' }, { stream: 'b', after: 1000 }])
        expect(await entriesOf(range)).toEqual((await readAll(ledger, range)).map((row) => parseBody(row.body)));
      expect(await entriesOf({ stream: 'nobody' })).toEqual([]);
    });

    test('the instant of recording never goes back, whatever the clock does', async () => {
      const clock = ['2020-03-10T18:00:00.000Z', '2020-03-10T17:00:00.000Z', '2020-03-10T18:00:00.001Z'];
      const ledger = await open(() => must(clock.shift(), 'three readings'));
      await appendEach(ledger, 'a', [note(1), note(2), note(3)]);
      expect((await readAll(ledger)).map(({ body }) => parseBody(body).at)).toEqual([
        '2020-03-10T18:00:00.000Z',
        '2020-03-10T18:00:00.000Z',
        '2020-03-10T18:00:00.001Z',
      ]);
    });

    test('two writers at once on two connections lose nothing and never share a number', async () => {
      const [left, right] = [await open(), await open()];
      const write = async (ledger: Ledger, stream: string) =>
        appendEach(
          ledger,
          stream,
          Array.from({ length: 40 }, (_, n) => note(n)),
        );
      await Promise.all([write(left, 'left'), write(right, 'right')]);
      expect((await readAll(left)).map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
      const races = await Promise.all([left.append('one', 0, [note(1)]), right.append('one', 0, [note(2)])]);
      expect(races.filter(({ ok }) => ok)).toHaveLength(1);
    });

    test('who remembers a stream’s position learns what another opening has written to it since', async () => {
      const [left, right] = [await open(), await open()];
      expect(await appendEach(left, 'a', [note(1)])).toBe(1);
      expect(await appendEach(right, 'a', [note(2)])).toBe(2);
      expect(await left.append('a', 1, [note(3)])).toMatchObject({ ok: false, error: { expected: 1, actual: 2 } });
      expect(await appendEach(right, 'b', [note(4)])).toBe(3);
      expect(await left.append('a', 2, [note(5)])).toMatchObject({ ok: true, value: { first: 4 } });
      expect(await appendEach(right, 'a', [note(6)])).toBe(5);
      expect(await left.append('a', 5, [note(7), note(8)])).toMatchObject({ ok: true, value: { first: 6, last: 7 } });
    });

    test('whoever tails hears of advances made here and elsewhere, until it stops listening', async () => {
      const [here, elsewhere] = [await open(), await open()];
      const heard: number[] = [];
      const stop = here.tail((size) => heard.push(size));
      await expect.poll(() => heard.at(-1) ?? appendEach(here, 'a', [note(0)]).then(() => 0), { timeout: 5000 }).toBeGreaterThan(0);
      const { size } = await here.head();
      await appendEach(elsewhere, 'b', [note(1)]);
      await expect.poll(() => heard.at(-1), { timeout: 5000 }).toBe(size + 1);
      expect(heard).toEqual([...new Set(heard)].sort((a, b) => a - b));
      stop();
      await appendEach(here, 'c', [note(2)]);
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(heard.at(-1)).toBe(size + 1);
    });

    test('who stops listening leaves the others listening', async () => {
      const ledger = await open();
      const [one, other]: [number[], number[]] = [[], []];
      const [stopOne, stopOther] = [ledger.tail((size) => one.push(size)), ledger.tail((size) => other.push(size))];
      await expect.poll(() => other.at(-1) ?? appendEach(ledger, 'a', [note(0)]).then(() => 0), { timeout: 5000 }).toBeGreaterThan(0);
      stopOne();
      const told = one.length;
      const { size } = await ledger.head();
      await appendEach(ledger, 'a', [note(1)]);
      await expect.poll(() => other.at(-1), { timeout: 5000 }).toBe(size + 1);
      expect(one).toHaveLength(told);
      stopOther();
    });

    test('several entries at once, from who remembers a log that has grown meanwhile, are all written after the others', async () => {
      const [left, right] = [await open(), await open()];
      await appendEach(right, 'right', [note(0)]);
      await appendEach(left, 'left', [note(1), note(2)]);
      expect(await right.append('right', 1, [note(3), note(4)])).toMatchObject({ ok: true, value: { last: 5 } });
      expect((await readAll(left)).map(({ stream }) => stream)).toEqual(['right', 'left', 'left', 'right', 'right']);
    });

    test('what comes while the log is being closed is written or refused, never lost in silence', async () => {
      const ledger = await open();
      await Promise.all([1, 2, 3].map((n) => ledger.append(`s${n}`, 0, [note(n)])));
      const closing = ledger.close();
      const late = ledger.append('late', 0, [note(4)]).catch((thrown: unknown) => thrown);
      await closing;
      const written = await late;
      expect((await (await open()).head()).size).toBe(written instanceof Error ? 3 : 4);
    });

    test('a ledger opened again goes on where it was, under the same name and key', async () => {
      const before = await open();
      await appendEach(before, 'a', [note(1), note(2), note(3)]);
      const head = await before.head();
      await before.close();
      await before.close();
      const after = await open();
      expect(await after.head()).toEqual(head);
      expect([after.origin, after.verifierKey]).toEqual([before.origin, before.verifierKey]);
      expect(await appendEach(after, 'a', [note(4)])).toBe(4);
      await expect(before.append('a', 4, [note(5)])).rejects.toMatchObject({ kind: 'closed' });
    });

    test('LAW: the root replayed from the bodies equals the root kept step by step, at every size', async () => {
      const ledger = await open();
      const run = Math.floor(Math.random() * 1e9);
      let round = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), async (sizes) => {
          const mine = ++round;
          const from = (await ledger.head()).size;
          await Promise.all(
            sizes.map((count, i) =>
              ledger.append(
                `law/${run}/${mine}/${i}`,
                0,
                Array.from({ length: count }, (_, n) => note(n)),
              ),
            ),
          );
          const head = await ledger.head();
          expect(head.size).toBe(from + sizes.reduce((sum, count) => sum + count, 0));
          const rows = await readAll(ledger);
          expect(logFault(rows, head, sha256)).toBeUndefined();
          const size = from + 1;
          expect(logFault(rows.slice(0, size), { size, root: await ledger.rootAt(size) }, sha256)).toBeUndefined();
        }),
        { numRuns: 12 },
      );
    });

    test('LAW: every proof verifies, and no altered proof does', async () => {
      const ledger = await open();
      await ledger.append(
        'a',
        0,
        Array.from({ length: 37 }, (_, n) => note(n)),
      );
      const rows = await readAll(ledger);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 37 }), fc.integer({ min: 1, max: 37 }), fc.nat(), async (x, y, salt) => {
          const [older, newer] = [Math.min(x, y), Math.max(x, y)];
          const [olderRoot, newerRoot] = [await ledger.rootAt(older), await ledger.rootAt(newer)];
          const inclusion = await ledger.inclusionProof(older, newer);
          const claim = { seq: older, size: newer, leaf: must(rows[older - 1], 'read').leaf, root: newerRoot };
          expect(inclusionFault({ ...claim, proof: inclusion }, sha256)).toBeUndefined();
          const consistency = await ledger.consistencyProof(older, newer);
          const growth = { older, newer, olderRoot, newerRoot };
          expect(consistencyFault({ ...growth, proof: consistency }, sha256)).toBeUndefined();
          for (const proof of altered(inclusion, salt)) expect(inclusionFault({ ...claim, proof }, sha256)).toBeDefined();
          for (const proof of altered(consistency, salt)) expect(consistencyFault({ ...growth, proof }, sha256)).toBeDefined();
        }),
        { numRuns: 60 },
      );
      await expect(ledger.rootAt(38)).rejects.toThrow(RangeError);
      await expect(ledger.inclusionProof(1, 38)).rejects.toThrow(RangeError);
      await expect(ledger.inclusionProof(0, 37)).rejects.toThrow(RangeError);
      await expect(ledger.consistencyProof(1, 38)).rejects.toThrow(RangeError);
      expect(await ledger.consistencyProof(0, 37)).toEqual([]);
    });

    test('the database itself refuses to change or to remove what was recorded', async () => {
      const ledger = await open();
      await appendEach(ledger, 'a', [note(1), note(2)]);
      for (const sql of home.forbidden) await expect(home.statement(dataDir, sql), sql).rejects.toThrow();
    });

    test('what no caller should ask is a bug, not a refusal', async () => {
      const ledger = await open();
      await expect(ledger.append('a', 0, [])).rejects.toThrow(RangeError);
      await expect(ledger.append('', 0, [note(1)])).rejects.toThrow(RangeError);
      await expect(ledger.append('a\n', 0, [note(1)])).rejects.toThrow(RangeError);
      await expect(ledger.append('\uD800', 0, [note(1)])).rejects.toThrow(RangeError);
      await expect(ledger.append('a', -1, [note(1)])).rejects.toThrow(RangeError);
      const circular: Record<string, unknown> = {};
      circular.self = circular;
      await expect(ledger.append('a', 0, [note(1, circular)])).rejects.toThrow(TypeError);
      expect((await ledger.head()).size).toBe(0);
    });

    test('a checkpoint signed on demand states the head', async () => {
      const ledger = await open();
      await appendEach(ledger, 'a', [note(1)]);
      const signed = await ledger.checkpoint();
      expect(signed.split('\n').slice(0, 3)).toEqual([ledger.origin, '1', Buffer.from((await ledger.head()).root).toString('base64')]);
      expect(await ledger.checkpoint()).toBe(signed);
    });
  });
}

/** A proof with one bit flipped, one hash too few, and one too many. */
function altered(proof: readonly Uint8Array[], salt: number): readonly (readonly Uint8Array[])[] {
  const longer = [...proof, sha256(String(salt))];
  if (proof.length === 0) return [longer];
  const at = salt % proof.length;
  const flipped = proof.map((hash, i) => (i === at ? hash.map((byte, j) => (j === salt % 32 ? byte ^ (1 << (salt % 8)) : byte)) : hash));
  return [flipped, proof.slice(0, -1), proof.slice(1), longer];
}
