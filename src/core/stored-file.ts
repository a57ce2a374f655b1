import { z } from 'zod';

/**
 * A file as a record names it. Its bytes lie in the file store under their SHA-256; who may read them is whoever may read a
 * record that names them. `type` was found in the bytes. `name` is fit to be shown and written to a disk; `givenName` is
 * what the sender called it, where that differs.
 */
export const storedFile = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().positive(),
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/),
  name: z.string().min(1).max(160),
  givenName: z.string().min(1).max(1000).exactOptional(),
});
export type StoredFile = z.infer<typeof storedFile>;
