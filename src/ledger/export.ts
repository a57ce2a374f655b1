import { exportHeader } from './check-export.ts';
import { type Signer, signCheckpoint } from './checkpoint.ts';
import type { Ledger } from './ledger.ts';

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
 * Yields it in parts that end where a line ends, so that a slow disk or reader holds the reading back.
 */
export async function* exportText(
  ledger: Pick<Ledger, 'head' | 'read'>,
  signer: Signer,
): AsyncGenerator<string, { readonly size: number }> {
  const head = await ledger.head();
  yield `${exportHeader}\n${signer.verifierKey}\n${signCheckpoint(signer, head)}\n`;
  for await (const batch of ledger.read({ upTo: head.size }))
    yield batch.map(({ seq, leaf, body }) => `${seq} ${Buffer.from(leaf).toString('base64')} ${body}\n`).join('');
  yield `end ${head.size}\n`;
  return { size: head.size };
}

/** The same, written part by part. Returns the number of entries written. */
export async function exportLedger(ledger: Ledger, write: (text: string) => unknown, signer: Signer): Promise<{ readonly size: number }> {
  const text = exportText(ledger, signer);
  for (;;) {
    const next = await text.next();
    if (next.done) return next.value;
    await write(next.value);
  }
}
