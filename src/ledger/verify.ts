/**
 * The verifier. It imports nothing, so that anyone can read it whole and run it anywhere: SHA-256 and Ed25519 come in.
 * It shares no code with what writes the log. Each function returns the first fault, or undefined when there is none.
 */

export type Sha256 = (bytes: Uint8Array) => Uint8Array;
export type Ed25519Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** A row as stored. `nodes`: the inner nodes it completes, lowest first, 32 bytes each (absent where they are not kept). */
export type Row = {
  readonly seq: number;
  readonly stream: string;
  readonly body: string | Uint8Array;
  readonly leaf: Uint8Array;
  readonly nodes?: Uint8Array | null;
};

export type FaultKind =
  | 'seq'
  | 'body'
  | 'at'
  | 'stream'
  | 'leaf'
  | 'nodes'
  | 'size'
  | 'root'
  | 'proof'
  | 'note'
  | 'key'
  | 'origin'
  | 'signature';
/** `seq` is the entry it concerns, or 0 when it concerns the whole. */
export type Fault = { readonly kind: FaultKind; readonly seq: number; readonly saw: string; readonly expected: string };

const utf8 = new TextEncoder();
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const keyOrder = 'seq,at,on,stream,type,by,data';
export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fault = (kind: FaultKind, seq: number, saw: unknown, expected: unknown): Fault => ({
  kind,
  seq,
  saw: String(saw),
  expected: String(expected),
});

export function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function prefixed(prefix: 0 | 1, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = prefix;
  let offset = 1;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

export type LogVerifier = {
  /** The next row, in order. The first thing wrong with it, or undefined; either way the next row may follow. */
  add(row: Row): Fault | undefined;
  /** How many rows it has been given. */
  size(): number;
  /** RFC 9162 root of the bodies given so far. */
  root(): Uint8Array;
};

/** Verifies a log row by row: leaf hash, contiguous `seq` from 1, `at` never decreasing, stream as stated, stored nodes. */
export function logVerifier(sha256: Sha256): LogVerifier {
  const peaks: Uint8Array[] = [];
  let size = 0;
  let lastAt = '';

  function grow(leaf: Uint8Array): Uint8Array[] {
    const completed: Uint8Array[] = [];
    let carry = leaf;
    for (let left = size; left % 2 === 1; left = (left - 1) / 2) {
      carry = sha256(prefixed(1, peaks.pop() as Uint8Array, carry)); // one peak for each one bit of `size`
      completed.push(carry);
    }
    peaks.push(carry);
    size++;
    return completed;
  }

  function root(): Uint8Array {
    let right = peaks.at(-1);
    if (right === undefined) return sha256(new Uint8Array());
    for (let i = peaks.length - 2; i >= 0; i--) right = sha256(prefixed(1, peaks[i] as Uint8Array, right)); // i is within bounds
    return right;
  }

  return {
    add(row) {
      const bytes = typeof row.body === 'string' ? utf8.encode(row.body) : row.body;
      const leaf = sha256(prefixed(0, bytes));
      const seq = size + 1;
      const completed = grow(leaf);
      if (row.seq !== seq) return fault('seq', seq, row.seq, seq);
      if (!same(row.leaf, leaf)) return fault('leaf', seq, hex(leaf), hex(row.leaf));
      const said = readBody(row.body);
      if (said === undefined) return fault('body', seq, 'text that is not an entry', keyOrder);
      if (said.seq !== seq) return fault('seq', seq, said.seq, seq);
      if (said.stream !== row.stream) return fault('stream', seq, said.stream, row.stream);
      if (said.at < lastAt) return fault('at', seq, said.at, `${lastAt} or later`);
      lastAt = said.at;
      if (row.nodes !== undefined) {
        const stored = row.nodes ?? new Uint8Array();
        const expected = prefixed(1, ...completed).subarray(1);
        if (!same(stored, expected)) return fault('nodes', seq, hex(stored), hex(expected));
      }
      return undefined;
    },
    size: () => size,
    root,
  };
}

function readBody(body: string | Uint8Array): { seq: number; at: string; stream: string } | undefined {
  try {
    const said: unknown = JSON.parse(typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (typeof said !== 'object' || said === null || Object.keys(said).join() !== keyOrder) return undefined;
    const { seq, at, stream } = said as Record<string, unknown>; // an object, as just seen
    if (typeof seq !== 'number' || typeof at !== 'string' || typeof stream !== 'string' || !instant.test(at)) return undefined;
    return { seq, at, stream };
  } catch {
    return undefined; // what it is not is the finding
  }
}

/** Verifies all rows against the head: the first fault, naming its entry. */
export function logFault(
  rows: Iterable<Row>,
  head: { readonly size: number; readonly root: Uint8Array },
  sha256: Sha256,
): Fault | undefined {
  const verifier = logVerifier(sha256);
  for (const row of rows) {
    const found = verifier.add(row);
    if (found) return found;
  }
  return headFault(verifier, head);
}

/** Compares what has been verified with what the head claims. */
export function headFault(verifier: LogVerifier, head: { readonly size: number; readonly root: Uint8Array }): Fault | undefined {
  if (verifier.size() !== head.size) return fault('size', Math.min(verifier.size(), head.size) + 1, verifier.size(), head.size);
  const root = verifier.root();
  return same(root, head.root) ? undefined : fault('root', 0, hex(head.root), hex(root));
}

/** RFC 9162 §2.1.3.2: is the leaf at `seq` (1-based) in the tree of `size` with this `root`? */
export function inclusionFault(
  claim: {
    readonly seq: number;
    readonly size: number;
    readonly leaf: Uint8Array;
    readonly proof: readonly Uint8Array[];
    readonly root: Uint8Array;
  },
  sha256: Sha256,
): Fault | undefined {
  const { seq, size, proof } = claim;
  if (!(Number.isSafeInteger(seq) && Number.isSafeInteger(size) && seq >= 1 && seq <= size)) return fault('proof', seq, seq, `1 … ${size}`);
  let index = seq - 1;
  let last = size - 1;
  let node = claim.leaf;
  for (const sibling of proof) {
    if (last === 0) return fault('proof', seq, `${proof.length} hashes`, 'fewer');
    if (index % 2 === 1 || index === last) {
      node = sha256(prefixed(1, sibling, node));
      while (index % 2 === 0 && index !== 0) {
        index = index / 2;
        last = Math.floor(last / 2);
      }
    } else node = sha256(prefixed(1, node, sibling));
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) return fault('proof', seq, `${proof.length} hashes`, 'more');
  return same(node, claim.root) ? undefined : fault('root', seq, hex(node), hex(claim.root));
}

/** RFC 9162 §2.1.4.2: is the tree of `older` a prefix of the tree of `newer`? */
export function consistencyFault(
  claim: {
    readonly older: number;
    readonly newer: number;
    readonly olderRoot: Uint8Array;
    readonly newerRoot: Uint8Array;
    readonly proof: readonly Uint8Array[];
  },
  sha256: Sha256,
): Fault | undefined {
  const { older, newer, olderRoot, newerRoot, proof } = claim;
  if (!(Number.isSafeInteger(older) && Number.isSafeInteger(newer) && older >= 0 && older <= newer))
    return fault('proof', 0, older, `0 … ${newer}`);
  if (older === 0 || older === newer) {
    if (proof.length > 0) return fault('proof', 0, `${proof.length} hashes`, 'none');
    const expected = older === 0 ? sha256(new Uint8Array()) : newerRoot;
    return same(olderRoot, expected) ? undefined : fault('root', 0, hex(olderRoot), hex(expected));
  }
  const path = Number.isInteger(Math.log2(older)) ? [olderRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return fault('proof', 0, 'no hashes', 'some');
  let index = older - 1;
  let last = newer - 1;
  while (index % 2 === 1) {
    index = (index - 1) / 2;
    last = Math.floor(last / 2);
  }
  let olderNode = first;
  let newerNode = first;
  for (const sibling of path) {
    if (last === 0) return fault('proof', 0, `${proof.length} hashes`, 'fewer');
    if (index % 2 === 1 || index === last) {
      olderNode = sha256(prefixed(1, sibling, olderNode));
      newerNode = sha256(prefixed(1, sibling, newerNode));
      while (index % 2 === 0 && index !== 0) {
        index = index / 2;
        last = Math.floor(last / 2);
      }
    } else newerNode = sha256(prefixed(1, newerNode, sibling));
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) return fault('proof', 0, `${proof.length} hashes`, 'more');
  if (!same(olderNode, olderRoot)) return fault('root', 0, hex(olderNode), hex(olderRoot));
  return same(newerNode, newerRoot) ? undefined : fault('root', 0, hex(newerNode), hex(newerRoot));
}

export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Uint8Array };
export type VerifierKey = { readonly name: string; readonly id: Uint8Array; readonly publicKey: Uint8Array };
/** C2SP signature types: a log signs notes with the first, a witness cosigns with the second. */
export type SignatureType = 0x01 | 0x04;

/** Standard base64 (RFC 4648 §4) in its one canonical spelling, or undefined. */
export function base64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return btoa(String.fromCharCode(...bytes)) === text ? bytes : undefined;
  } catch {
    return undefined; // not base64
  }
}

/** C2SP signed-note: the first four bytes of SHA-256(name ‖ 0x0A ‖ signature type ‖ public key). */
export const keyId = (name: string, publicKey: Uint8Array, sha256: Sha256, type: SignatureType = 0x01): Uint8Array =>
  sha256(prefixed(0, utf8.encode(name), Uint8Array.of(0x0a, type), publicKey).subarray(1)).subarray(0, 4);

/** The key in a text `name+hash+base64(signature type ‖ public key)`, or undefined when it is not one or its hash is another's. */
export function parseVerifierKey(text: string, sha256: Sha256, type: SignatureType = 0x01): VerifierKey | undefined {
  const [, name, hash, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const bytes = base64(encoded ?? '');
  if (name === undefined || bytes?.length !== 33 || bytes[0] !== type) return undefined;
  const publicKey = bytes.subarray(1);
  const id = keyId(name, publicKey, sha256, type);
  return hex(id) === hash ? { name, id, publicKey } : undefined;
}

/** The checkpoint a C2SP note states, and its text and signatures, not yet verified; undefined when it is not one. */
export function parseCheckpoint(
  note: string,
):
  | { readonly checkpoint: Checkpoint; readonly text: string; readonly signatures: readonly { name: string; bytes: Uint8Array }[] }
  | undefined {
  const cut = note.lastIndexOf('\n\n');
  const text = note.slice(0, cut + 1);
  const lines = note.slice(cut + 2).split('\n');
  const [origin, size = '', encoded = '', ...more] = text.split('\n');
  const root = base64(encoded);
  if (cut < 0 || !origin || !/^(0|[1-9]\d{0,15})$/.test(size) || root?.length !== 32 || more.length !== 1) return undefined;
  if (lines.pop() !== '' || lines.length === 0) return undefined;
  const signatures: { name: string; bytes: Uint8Array }[] = [];
  for (const line of lines) {
    const [, name, encodedBytes] = /^— ([^+\s]+) (\S+)$/u.exec(line) ?? [];
    const bytes = base64(encodedBytes ?? '');
    if (name === undefined || bytes === undefined || bytes.length < 5) return undefined;
    signatures.push({ name, bytes });
  }
  return { checkpoint: { origin, size: Number(size), root }, text, signatures };
}

/** Verifies a C2SP checkpoint against a verifier key; `seq` of the fault is 0. Signatures by unknown keys are ignored. */
export function checkpointFault(note: string, verifierKey: string, sha256: Sha256, verify: Ed25519Verify): Fault | undefined {
  const key = parseVerifierKey(verifierKey, sha256);
  if (key === undefined) return fault('key', 0, verifierKey, 'name+hash+base64');
  const parsed = parseCheckpoint(note);
  if (parsed === undefined) return fault('note', 0, note.slice(0, 200), 'origin, size, root, blank line, signature lines');
  if (parsed.checkpoint.origin !== key.name) return fault('origin', 0, parsed.checkpoint.origin, key.name);
  const ours = parsed.signatures.filter(({ name, bytes }) => name === key.name && same(bytes.subarray(0, 4), key.id));
  if (ours.length === 0)
    return fault('signature', 0, parsed.signatures.map(({ name, bytes }) => `${name} ${hex(bytes.subarray(0, 4))}`).join(), hex(key.id));
  const bad = ours.find(({ bytes }) => !verify(key.publicKey, utf8.encode(parsed.text), bytes.subarray(4)));
  return bad === undefined
    ? undefined
    : fault('signature', 0, hex(bad.bytes.subarray(4)), `a signature of this text by ${key.name} ${hex(key.id)}`);
}
