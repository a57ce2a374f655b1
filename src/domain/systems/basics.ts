import { z } from 'zod';
import { storedFile } from '../../core/stored-file.ts';
import { id, isoDate } from '../process/events.ts';

export const text = z.string().regex(/\S/).max(4000);

/**
 * What shows that something was done. `date` is the document's own; `url` is for people to follow, the server never fetches it; `file` is
 * the document itself, in the file store.
 */
export const evidence = z.strictObject({
  text,
  date: isoDate.exactOptional(),
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
  file: storedFile.exactOptional(),
});
export type Evidence = z.infer<typeof evidence>;

export const ofSystem = { system: id };
