import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendEach, note } from './ledger.contract.ts';
import { openLedger } from './open.ts';

/** A temporary data folder, removed when it goes out of scope. */
export function temporaryFolder(): Disposable & { readonly path: string; readonly database: string } {
  const path = mkdtempSync(join(tmpdir(), 'atalaya-ledger-'));
  return { path, database: join(path, 'ledger.db'), [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A folder with a closed ledger of `size` entries. */
export async function closedLedger(size: number): Promise<ReturnType<typeof temporaryFolder>> {
  const folder = temporaryFolder();
  const ledger = await openLedger({ dataDir: folder.path });
  await appendEach(
    ledger,
    'a',
    Array.from({ length: size }, (_, n) => note(n, { texto: `Nota ${n}: ${'palabras '.repeat(n % 40)}` })),
  );
  await ledger.close();
  return folder;
}
