import type { VerificationTools } from '../domain/verifications/routes.tsx';
import type { App } from './app.ts';
import type { createRenderers } from './documents.ts';

/** What the pages of PREP operation read: findings files and published bytes from the store, documents in every form. */
export const verificationTools = (app: App, renderers: ReturnType<typeof createRenderers>): VerificationTools => ({
  read: (file) => app.files.read(file),
  actaIn: async (one, file, cut, key) => {
    const kept = one.cuts[cut - 1]?.file;
    const written = file.cuts[cut - 1];
    if (!kept || !written) return undefined;
    const bytes = await app.files.read(kept);
    const { rowsWithKey } = await import('../prep/acta-history.ts');
    return bytes.ok ? { cut, ...rowsWithKey(bytes.value, written, key) } : undefined;
  },
  file: renderers.file,
  // DuckDB is loaded by the first who verifies: most who start the program do not.
  record: async (files, { process, opl, occasion, final, on, by }) =>
    (await import('./verify-kept.ts')).verifyKept(app, files, { final }, { process, opl, occasion, on, by }),
});
