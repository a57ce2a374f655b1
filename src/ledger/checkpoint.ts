import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { cosignedText, type Tools } from './cosignature.ts';
import type { Head } from './ledger.ts';
import { sha256 } from './link.ts';
import { type Checkpoint, checkpointFault, type Fault, keyId, parseCheckpoint, type SignatureType } from './verify.ts';

/** C2SP signed notes (https://c2sp.org/signed-note) that state a log's head (https://c2sp.org/tlog-checkpoint). */

/** Who signs checkpoints: `name` is the log's origin; `verifierKey` is the public text that others verify with. */
export type Signer = { readonly name: string; readonly verifierKey: string; readonly sign: (text: string) => Uint8Array };

/** DER before the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function keyOf(name: string, seed: Uint8Array, type: SignatureType) {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = rawPublicKey(privateKey);
  const id = keyId(name, publicKey, sha256, type);
  const text = `${name}+${Buffer.from(id).toString('hex')}+${encode(Buffer.concat([Uint8Array.of(type), publicKey]))}`;
  return { id, text, sign: (message: string) => sign(null, Buffer.from(message), privateKey) };
}

/** The signer whose private key is this 32-byte Ed25519 seed. */
export function signerOf(name: string, seed: Uint8Array): Signer {
  const key = keyOf(name, seed, 0x01);
  return { name, verifierKey: key.text, sign: (text) => Buffer.concat([key.id, key.sign(text)]) };
}

/** Who cosigns the checkpoints of other bodies' logs: `cosign` gives the signature line for a note's text at that second. */
export type Cosigner = {
  readonly name: string;
  readonly witnessKey: string;
  readonly cosign: (noteText: string, seconds: number) => string;
};

/** The witness whose private key is this 32-byte Ed25519 seed; it must be no other signer's (C2SP tlog-cosignature). */
export function cosignerOf(name: string, seed: Uint8Array): Cosigner {
  const key = keyOf(name, seed, 0x04);
  return {
    name,
    witnessKey: key.text,
    cosign: (noteText, seconds) => {
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(seconds));
      return `— ${name} ${encode(Buffer.concat([key.id, time, key.sign(cosignedText(seconds, noteText))]))}\n`;
    },
  };
}

function rawPublicKey(privateKey: KeyObject): Uint8Array {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(spki.length);
}

/** The signed note for a head: origin, size, root in base64, a blank line, and one signature line. */
export function signCheckpoint(signer: Signer, head: Head): string {
  const text = `${signer.name}\n${head.size}\n${encode(head.root)}\n`;
  return `${text}\n— ${signer.name} ${encode(signer.sign(text))}\n`;
}

/** The Ed25519 that `verify.ts` asks for. */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, { key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' }, signature);
}

export const nodeTools: Tools = { sha256, ed25519: ed25519Verify };

/** The first fault of a note under a verifier key, or undefined. */
export const noteFault = (note: string, verifierKey: string): Fault | undefined =>
  checkpointFault(note, verifierKey, sha256, ed25519Verify);

/** What a note states, whoever signed it; undefined when it is not a checkpoint. Verify it with `noteFault` first. */
export const readCheckpoint = (note: string): Checkpoint | undefined => parseCheckpoint(note)?.checkpoint;
