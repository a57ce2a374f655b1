import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteFault, readCheckpoint, signCheckpoint, signerOf } from './checkpoint.ts';
import { sha256 } from './link.ts';
import { parseVerifierKey } from './verify.ts';

const signer = signerOf('atalaya/0123456789abcdef', new Uint8Array(32).fill(7));
const head = { size: 42, root: sha256('a root') };
const signed = signCheckpoint(signer, head);

describe('signed checkpoints', () => {
  test('sign as the published example of the note format does, byte for byte', () => {
    const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
    const neumann = signerOf('PeterNeumann', seed);
    expect(neumann.verifierKey).toBe('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    expect(Buffer.from(neumann.sign(text)).toString('base64')).toBe(
      'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
    );
  });

  test('know the key of a log in use by its published text', () => {
    const key = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
    expect(parseVerifierKey(key, sha256)?.name).toBe('sum.golang.org');
    expect(parseVerifierKey(key.replace('033de0ae', '033de0af'), sha256)).toBeUndefined();
    expect(parseVerifierKey('', sha256)).toBeUndefined();
  });

  test('state origin, size and root, and verify under their own key only', () => {
    expect(signed).toBe(
      `atalaya/0123456789abcdef\n42\n${Buffer.from(head.root).toString('base64')}\n\n${signed.split('\n').slice(4).join('\n')}`,
    );
    expect(signed).toMatch(/\n\n— atalaya\/0123456789abcdef [A-Za-z0-9+/]+=*\n$/u);
    expect(noteFault(signed, signer.verifierKey)).toBeUndefined();
    expect(readCheckpoint(signed)).toMatchObject({ origin: signer.name, size: 42 });
    const other = signerOf(signer.name, new Uint8Array(32).fill(8));
    expect(noteFault(signed, other.verifierKey)).toMatchObject({ kind: 'signature' });
    expect(noteFault(signed, signerOf('other', new Uint8Array(32)).verifierKey)).toMatchObject({ kind: 'origin' });
    expect(noteFault(signed, 'nonsense')).toMatchObject({ kind: 'key' });
  });

  test('with a witness’s signature beside ours still verify; an unknown one alone does not', () => {
    const witness = signerOf('witness', new Uint8Array(32).fill(9));
    const line = signCheckpoint(witness, head).split('\n').at(-2);
    expect(noteFault(`${signed}${line}\n`, signer.verifierKey)).toBeUndefined();
    const text = signed.slice(0, signed.indexOf('\n\n') + 2);
    expect(noteFault(`${text}${line}\n`, signer.verifierKey)).toMatchObject({ kind: 'signature' });
  });

  test('LAW: no altered byte passes', () => {
    const bytes = Buffer.from(signed);
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const altered = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(noteFault(Buffer.from(altered).toString('utf8'), signer.verifierKey)).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['nothing', ''],
    ['no signature', signed.slice(0, signed.indexOf('\n\n') + 2)],
    ['no blank line', signed.replace('\n\n', '\n')],
    ['a size with a leading zero', signed.replace('\n42\n', '\n042\n')],
    ['a short root', signed.replace(Buffer.from(head.root).toString('base64'), 'AAAA')],
    ['a fourth line', signed.replace('\n\n', '\nmore\n\n')],
    ['no last newline', signed.slice(0, -1)],
    ['a signature of nothing', signed.replace(/ [^ ]+\n$/, ' AAAA\n')],
  ])('are not %s', (_, text) => {
    expect(noteFault(text, signer.verifierKey)).toMatchObject({ kind: 'note' });
    expect(readCheckpoint(text)).toBeUndefined();
  });
});
