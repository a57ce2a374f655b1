import { existsSync, readFileSync } from 'node:fs';
import { must } from '../core/result.ts';
import { noteFault, readCheckpoint } from './checkpoint.ts';
import { LedgerFault, messageOf } from './fault.ts';
import { entryFinding, type Finding, unreadable, whatOf } from './finding.ts';
import { type Inspected, inspectSqlite } from './inspect.ts';
import { checkpointPath, readSigner } from './keys.ts';
import { sha256 } from './link.ts';
import { databasePath, type LedgerPlace } from './open.ts';
import type { Checkpoint, Fault, LogVerifier, Row } from './verify.ts';
import { headFault, logVerifier } from './verify.ts';
import { type SealCheck, verifySeal } from './verify-seal.ts';
import { both } from './words.ts';

export type Checked = {
  /** Entries read and hashed, and the root that follows from them (not from what the head claims). */
  readonly size: number;
  readonly root: Uint8Array;
  /** What became of the page seal; `none` on PostgreSQL. `stale`: a crash while sealing; the next opening seals again. */
  readonly seal: SealCheck['kind'] | 'none' | 'unreadable';
  readonly faults: readonly Finding[];
};

const batchRows = 2000;
/** A damaged disk may fault on every row; more than this helps nobody. */
const mostEntryFaults = 50;

/**
 * Verifies everything: every row, the tree, the head, the defences of the database, every byte of the file (SQLite), and the
 * last signed checkpoint. Works beside a running server, on a damaged file, and after a crash; it changes nothing and does not
 * throw for what it finds. `heldBySqlite`: this process has the same ledger open (see verifySeal).
 */
export async function checkLedger(place: LedgerPlace & { readonly heldBySqlite?: boolean }): Promise<Checked> {
  const faults: Finding[] = [];
  const note = readNote(place.dataDir, faults); // before the head: a checkpoint is never ahead of the log
  const path = databasePath(place.dataDir);
  const seal = place.databaseUrl === undefined ? checkSeal(path, place.heldBySqlite ?? false, faults) : 'none';
  const verifier = logVerifier(sha256);
  const where = both((words) => words.atDatabase);
  let inspected: Inspected | undefined;
  try {
    inspected =
      place.databaseUrl === undefined ? inspectSqlite(path) : (await import('./inspect-postgres.ts')).inspectPostgres(place.databaseUrl);
    for (const name of await inspected.schemaFaults()) faults.push(schemaFinding(name));
    const head = await inspected.head().catch((thrown: unknown) => thrown);
    const read = { inspected, verifier, note, faults, alteredText: false, otherTree: false };
    await checkRows(read, isHead(head) ? head.size : Number.MAX_SAFE_INTEGER);
    if (isHead(head)) checkHead(read, head);
    else
      faults.push(
        unreadable(
          both((words) => words.atHead),
          messageOf(head),
        ),
      );
    if (seal !== 'intact') for (const said of await inspected.structureFaults()) faults.push(unreadable(where, said));
  } catch (thrown) {
    faults.push(
      thrown instanceof LedgerFault
        ? { ...unreadable(where, messageOf(thrown)), advice: thrown.advice }
        : unreadable(where, messageOf(thrown)),
    );
  } finally {
    await inspected?.close();
  }
  return { size: verifier.size(), root: verifier.root(), seal, faults };
}

type HeadRow = { readonly size: number; readonly root?: Uint8Array; readonly origin: string };
const isHead = (value: unknown): value is HeadRow => typeof value === 'object' && value !== null && 'origin' in value;

const schemaFinding = (name: string): Finding => ({
  kind: 'schema',
  what: both((words) => words.whatSchema),
  where: both((words) => words.atSchema(name)),
  advice: both((words) => words.adviceSchema),
});

/** The checkpoint the folder holds, if its signature is good; what is wrong with it goes to `faults`. */
function readNote(dataDir: string, faults: Finding[]): Checkpoint | undefined {
  const where = both((words) => words.atCheckpoint);
  const advice = both((words) => words.adviceCheckpoint);
  try {
    const { verifierKey } = readSigner(dataDir);
    if (!existsSync(checkpointPath(dataDir))) {
      faults.push({ kind: 'checkpointMissing', what: both((words) => words.whatMissing), where, advice });
      return undefined;
    }
    const note = readFileSync(checkpointPath(dataDir), 'utf8');
    const found = noteFault(note, verifierKey);
    if (found === undefined) return readCheckpoint(note);
    faults.push({ kind: 'checkpointAltered', what: whatOf(found.kind), where, saw: found.saw, expected: found.expected, advice });
  } catch (thrown) {
    const fault = thrown instanceof LedgerFault ? thrown : new LedgerFault('unreadable', messageOf(thrown), thrown);
    faults.push({ kind: 'keyFault', what: fault.text, where: both((words) => words.atKey), advice: fault.advice });
  }
  return undefined;
}

function checkSeal(path: string, heldBySqlite: boolean, faults: Finding[]): Checked['seal'] {
  const where = both((words) => words.atSeal);
  const advice = both((words) => words.adviceSeal);
  try {
    const seal = verifySeal(path, heldBySqlite);
    if (seal.kind === 'missing') faults.push({ kind: 'sealMissing', what: both((words) => words.whatMissing), where, advice });
    if (seal.kind === 'sealAltered')
      faults.push({ kind: 'sealAltered', what: both((words) => words.whatPage), where, offset: seal.offset, advice });
    if (seal.kind === 'pagesAltered')
      for (const { page, from, to, lives } of seal.pages)
        faults.push({
          kind: 'page',
          page,
          offset: from,
          what: both((words) => words.whatPage),
          where: both((words) => words.atPage(page, from, to, lives)),
          advice: both((words) => words.advicePage),
        });
    return seal.kind;
  } catch (thrown) {
    faults.push(unreadable(where, messageOf(thrown)));
    return 'unreadable';
  }
}

/** A reading in progress. After an altered text, or a first root that differs, all further nodes and roots differ of necessity. */
type Reading = {
  readonly inspected: Inspected;
  readonly verifier: LogVerifier;
  readonly note: Checkpoint | undefined;
  readonly faults: Finding[];
  alteredText: boolean;
  otherTree: boolean;
};

/** Gives every row to the verifier, and compares the tree with the checkpoint on the way, at the checkpoint's size. */
async function checkRows(reading: Reading, size: number): Promise<void> {
  if (reading.note?.size === 0) compareHead(reading, reading.note, 'atCheckpoint', 'adviceCheckpoint');
  for (let after = 0; after < size; ) {
    const limit = Math.min(batchRows, size - after);
    const rows = await reading.inspected.rows(after, limit).catch(() => undefined);
    if (rows === undefined) return readOneByOne(reading, after, limit);
    for (const row of rows) checkRow(reading, row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = Math.max(last.seq, after + 1);
  }
}

function checkRow(reading: Reading, row: Row): void {
  const { verifier, note, faults } = reading;
  const found = verifier.add(row);
  const consequence = reading.otherTree && (found?.kind === 'nodes' || found?.kind === 'root');
  if (found && !consequence && faults.length < mostEntryFaults) faults.push(entryFinding(found));
  if (found?.kind === 'leaf') reading.alteredText = true;
  if (found?.kind === 'leaf' || found?.kind === 'root') reading.otherTree = true;
  if (verifier.size() === note?.size) compareHead(reading, note, 'atCheckpoint', 'adviceCheckpoint');
}

/** A batch that could not be read holds at least one row that cannot: names the first. */
async function readOneByOne(reading: Reading, after: number, limit: number): Promise<void> {
  for (let seq = after + 1; seq <= after + limit; seq++) {
    try {
      const [row] = await reading.inspected.rows(seq - 1, 1);
      checkRow(reading, must(row, 'the batch that holds it could not be read'));
    } catch (thrown) {
      const where = both((words) => words.atEntry(seq));
      reading.faults.push(unreadable(where, messageOf(thrown), seq));
      return;
    }
  }
}

type Claim = { readonly size: number; readonly root: Uint8Array };
function compareHead(reading: Reading, claim: Claim, where: 'atHead' | 'atCheckpoint', advice: 'adviceHead' | 'adviceCheckpoint'): void {
  const found = headFault(reading.verifier, claim);
  const known = where === 'atHead' ? reading.otherTree : reading.alteredText;
  if (found && !(found.kind === 'root' && known)) reading.faults.push(headFinding(found, where, advice));
}

const headFinding = (found: Fault, where: 'atHead' | 'atCheckpoint', advice: 'adviceHead' | 'adviceCheckpoint'): Finding => ({
  kind: found.kind,
  ...(found.seq === 0 ? {} : { seq: found.seq }),
  what: whatOf(found.kind),
  where: both((words) => words[where]),
  saw: found.saw,
  expected: found.expected,
  advice: both((words) => words[advice]),
});

function checkHead(reading: Reading, head: HeadRow): void {
  const { verifier, note, faults } = reading;
  const { size, root } = head;
  if (root !== undefined) compareHead(reading, { size, root }, 'atHead', 'adviceHead');
  if (note === undefined) return;
  if (note.origin !== head.origin)
    faults.push(headFinding({ kind: 'origin', seq: 0, saw: head.origin, expected: note.origin }, 'atHead', 'adviceHead'));
  if (note.size > verifier.size())
    faults.push({
      kind: 'truncated',
      seq: verifier.size() + 1,
      what: both((words) => words.whatTruncated),
      where: both((words) => words.atEntry(verifier.size() + 1)),
      saw: String(verifier.size()),
      expected: String(note.size),
      advice: both((words) => words.adviceTruncated),
    });
}
