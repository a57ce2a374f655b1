import { type Signer, signCheckpoint } from './checkpoint.ts';
import type { Ledger } from './ledger.ts';

/** First words of an export; the number is the version of the form. */
export const exportHeader = 'atalaya-ledger-export 1';

/**
 * Writes the whole log as text that anyone can keep and verify offline (`verifyExport`):
 *
 *     atalaya-ledger-export 1
 *     <verifier key>
 *     <checkpoint: origin, size, root, blank line, signature line>
 *     <blank line>
 *     <seq> <leaf hash in base64> <body>      one line an entry; a body is JSON on one line
 *     end <size>
 *
 * `write` is awaited, so that a slow disk or reader holds the reading back. Returns the number of entries written.
 */
export async function exportLedger(ledger: Ledger, write: (text: string) => unknown, signer: Signer): Promise<{ readonly size: number }> {
  const head = await ledger.head();
  await write(`${exportHeader}\n${signer.verifierKey}\n${signCheckpoint(signer, head)}\n`);
  for await (const batch of ledger.read({ upTo: head.size }))
    await write(batch.map(({ seq, leaf, body }) => `${seq} ${Buffer.from(leaf).toString('base64')} ${body}\n`).join(''));
  await write(`end ${head.size}\n`);
  return { size: head.size };
}
