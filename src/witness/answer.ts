import { nodeTools, noteFault } from '../ledger/checkpoint.ts';
import { base64, type Checkpoint, consistencyFault, parseCheckpoint, same } from '../ledger/verify.ts';
import type { WitnessFolder } from './folder.ts';

export type WitnessAnswer = { readonly status: 200 | 400 | 403 | 404 | 409 | 422; readonly type: string; readonly body: string };

const plain = 'text/plain; charset=utf-8';
const told = (status: WitnessAnswer['status'], body: string): WitnessAnswer => ({ status, type: plain, body: `${body}\n` });
const mostProof = 63;

/**
 * C2SP tlog-witness, `add-checkpoint`. Nothing waits between comparing with what is held and keeping what is signed, so that two requests at
 * once cannot both continue the same checkpoint; and it is kept before the signature is known.
 */
export function addCheckpoint(folder: WitnessFolder, request: string, seconds: number): WitnessAnswer {
  const asked = parseRequest(request);
  if (asked === undefined) return told(400, 'not of the form: old SIZE, proof lines, an empty line, a checkpoint');
  const { old, proof, note, checkpoint } = asked;
  const keys = folder.trusted().filter((key) => key.startsWith(`${checkpoint.origin}+`));
  if (keys.length === 0) return told(404, 'this log is not known here');
  if (keys.every((key) => noteFault(note, key) !== undefined)) return told(403, 'not signed by a key trusted here');
  if (old > checkpoint.size) return told(400, 'the old size is larger than the checkpoint');
  const kept = folder.held(checkpoint.origin);
  const held = kept === undefined ? undefined : parseCheckpoint(kept)?.checkpoint;
  if (kept !== undefined && held === undefined) throw new Error(`what is held of ${checkpoint.origin} is no checkpoint`);
  const heldSize = held?.size ?? 0;
  if (old !== heldSize) return { status: 409, type: 'text/x.tlog.size', body: `${heldSize}\n` };
  if (held && held.size === checkpoint.size && !same(held.root, checkpoint.root)) return told(409, 'the same size has another root here');
  if (!follows(held, checkpoint, proof)) return told(422, 'the checkpoint does not follow from the one held');
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  const line = folder.signer.cosign(text, seconds);
  folder.keep(checkpoint.origin, `${note}${line}`);
  return { status: 200, type: plain, body: line };
}

function follows(held: Checkpoint | undefined, next: Checkpoint, proof: readonly Uint8Array[]): boolean {
  const { sha256 } = nodeTools;
  const empty = sha256(new Uint8Array());
  if (next.size === 0 && !same(next.root, empty)) return false;
  const [older, olderRoot] = [held?.size ?? 0, held?.root ?? empty];
  return (
    consistencyFault({ older, newer: next.size, olderRoot: older === 0 ? empty : olderRoot, newerRoot: next.root, proof }, sha256) ===
    undefined
  );
}

function parseRequest(request: string) {
  const cut = request.indexOf('\n\n');
  if (cut < 0) return undefined;
  const [first = '', ...lines] = request.slice(0, cut).split('\n');
  const [, old] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? [];
  const proof = lines.map(base64);
  const note = request.slice(cut + 2);
  const checkpoint = parseCheckpoint(note)?.checkpoint;
  const isProof = (one: Uint8Array | undefined): one is Uint8Array => one?.length === 32;
  if (old === undefined || lines.length > mostProof || !proof.every(isProof) || !checkpoint) return undefined;
  return { old: Number(old), proof, note, checkpoint };
}
