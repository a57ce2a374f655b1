import { createReadStream } from 'node:fs';
import { must } from '../core/result.ts';
import type { Seal } from '../domain/receipts/document.ts';
import { latestCosigned, standingOf, type WitnessStanding } from '../domain/witnesses/views.ts';
import { type Checked, checkLedger } from '../ledger/check.ts';
import { readCheckpoint } from '../ledger/checkpoint.ts';
import { exportLedger } from '../ledger/export.ts';
import type { Finding } from '../ledger/finding.ts';
import { loadSigner } from '../ledger/keys.ts';
import { parseBody } from '../ledger/link.ts';
import type { LedgerPlace } from '../ledger/open.ts';
import { verifyExport } from '../ledger/verify-export.ts';
import type { App } from './app.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export type LogVerification = { readonly size: number; readonly root: string; readonly faults: readonly Finding[] };

const told = ({ size, root, faults }: Pick<Checked, 'size' | 'root' | 'faults'>): LogVerification => ({ size, root: hex(root), faults });

/** Verifies the whole log as it lies on disk, with this process holding it open. */
export const verifyLog = async (app: App): Promise<LogVerification> => told(await checkLedger({ ...app.place, heldBySqlite: true }));

/** The same from outside, for a log nobody has open here. */
export const verifyLogAt = async (place: LedgerPlace): Promise<LogVerification> => told(await checkLedger(place));

/** Verifies an export by itself, with nothing but the file; `key` is the public key known from elsewhere. */
export const verifyExportFile = async (file: string, key?: string): Promise<LogVerification> =>
  told(await verifyExport(createReadStream(file), key));

export const exportLog = (app: App, write: (text: string) => unknown) =>
  exportLedger(app.ledger, write, loadSigner(app.dataDir, app.ledger.origin));

/** Signs the log as it stands; `cited` gives the entries whose leaf hashes are wanted, of a log of that size. */
export async function sealOf(app: App, cited: (size: number) => Promise<readonly number[]>): Promise<Seal> {
  const note = await app.ledger.checkpoint();
  const { size, root } = must(readCheckpoint(note), 'the ledger signs checkpoints');
  const leaves = new Map<number, string>();
  for (const seq of await cited(size))
    for await (const [row] of app.ledger.read({ after: seq - 1, upTo: seq })) if (row) leaves.set(seq, hex(row.leaf));
  return { note, size, root: hex(root), verifierKey: app.ledger.verifierKey, leaves };
}

/** What proves that an entry is in the log: its bytes, its leaf, the path to the root, and a signed note for that root. */
export async function proofOf(app: App, seq: number) {
  if (!Number.isInteger(seq) || seq < 1 || seq > app.worlds.current().position) return undefined;
  for await (const [row] of app.ledger.read({ after: seq - 1, upTo: seq })) {
    if (!row) break;
    // The note first: the log may have grown since, and the path must lead to the root that is signed. One that others cosigned goes before.
    const witnessed = cosignedFrom(app, seq);
    const checkpoint = witnessed?.note ?? (await app.ledger.checkpoint());
    const { size, root } = must(readCheckpoint(checkpoint), 'the ledger signs checkpoints');
    const proof = await app.ledger.inclusionProof(seq, size);
    return {
      seq,
      size,
      entry: parseBody(row.body),
      body: row.body,
      leaf: hex(row.leaf),
      proof: proof.map(hex),
      root: hex(root),
      checkpoint,
      verifierKey: app.ledger.verifierKey,
      ...(witnessed === undefined ? {} : { witnesses: witnessed.keys }),
    };
  }
  return undefined;
}

/** The latest checkpoint that witnesses cosigned, with their keys, when entry `seq` is in it. */
function cosignedFrom(app: App, seq: number): { readonly note: string; readonly keys: readonly string[] } | undefined {
  let best: { size: number; note: string; keys: readonly string[] } | undefined;
  for (const { witnesses } of app.worlds.current().processes.values()) {
    const latest = latestCosigned(witnesses);
    if (!latest || latest.size < seq || latest.size <= (best?.size ?? 0)) continue;
    const keys = latest.cosigners.flatMap(({ witness }) => witnesses.witnesses.get(witness)?.key ?? []);
    best = { size: latest.size, note: latest.note, keys };
  }
  return best;
}

export type HeldCheckpoint = {
  readonly process: string;
  readonly witness: string;
  readonly body: string;
  readonly standing: WitnessStanding;
  readonly size?: number;
  readonly root?: string;
};

/** Which checkpoint each witness holds, and whether the log still leads to it. */
export async function heldCheckpoints(app: App): Promise<readonly HeldCheckpoint[]> {
  const rows: HeldCheckpoint[] = [];
  for (const [process, { witnesses }] of app.worlds.current().processes)
    for (const one of witnesses.witnesses.values()) {
      const { held } = one;
      const standing = standingOf(one, held && (await app.rootAt(held.size)));
      rows.push({ process, witness: one.id, body: one.body, standing, ...(held ? { size: held.size, root: held.root } : {}) });
    }
  return rows;
}
