import { type CheckedExport, type Chunks, checkExport } from './check-export.ts';
import { nodeTools } from './checkpoint.ts';

/** `checkExport` with what Node hashes and verifies with. */
export const verifyExport = (chunks: Chunks, verifierKey?: string): Promise<CheckedExport> =>
  checkExport(chunks, nodeTools, { verifierKey });
