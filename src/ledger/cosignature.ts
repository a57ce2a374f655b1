import { type Ed25519Verify, parseCheckpoint, parseVerifierKey, type Sha256, same, type VerifierKey } from './verify.ts';

/** C2SP tlog-cosignature, Ed25519: what a witness signs of a checkpoint (https://c2sp.org/tlog-cosignature). */
export type Tools = { readonly sha256: Sha256; readonly ed25519: Ed25519Verify };

/** What a witness puts its name to: that at that second this was the largest tree of the log it had seen, and all before it led there. */
export const cosignedText = (seconds: number, noteText: string): string => `cosignature/v1\ntime ${seconds}\n${noteText}`;

/** The key in a witness's text `name+hash+base64(0x04 ‖ public key)`, or undefined. */
export const parseWitnessKey = (text: string, sha256: Sha256): VerifierKey | undefined => parseVerifierKey(text, sha256, 0x04);

/** `seconds`: since 1970, when the witness says it saw it. `absent`: the note has no signature by that key. */
export type Cosigned =
  | { readonly kind: 'cosigned'; readonly name: string; readonly seconds: number }
  | { readonly kind: 'absent' | 'invalid' | 'not-a-key' };

const utf8 = new TextEncoder();

/** Whether a note carries a cosignature that holds by the witness with this key. */
export function cosignatureBy(note: string, witnessKey: string, { sha256, ed25519 }: Tools): Cosigned {
  const key = parseWitnessKey(witnessKey, sha256);
  if (key === undefined) return { kind: 'not-a-key' };
  const parsed = parseCheckpoint(note);
  const line = parsed?.signatures.find(({ name, bytes }) => name === key.name && same(bytes.subarray(0, 4), key.id));
  if (parsed === undefined || line === undefined) return { kind: 'absent' };
  if (line.bytes.length !== 76) return { kind: 'invalid' }; // 4 of the key, 8 of the time, 64 of the signature
  const time = new DataView(line.bytes.buffer, line.bytes.byteOffset + 4, 8).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return { kind: 'invalid' };
  const seconds = Number(time);
  return ed25519(key.publicKey, utf8.encode(cosignedText(seconds, parsed.text)), line.bytes.subarray(12))
    ? { kind: 'cosigned', name: key.name, seconds }
    : { kind: 'invalid' };
}
