import { z } from 'zod';

/** The comparison file: PREP (left) against cómputos (right), casilla by casilla; the same inputs give the same bytes. `delta` is right minus left. */
const count = z.int().min(0);
const side = z.strictObject({ name: z.string(), sha256: z.string(), cutAt: z.string().nullable(), rows: count });

export const comparisonFile = z.strictObject({
  format: z.literal('atalaya-comparison-1'),
  election: z.strictObject({ key: z.string(), title: z.string() }),
  prep: side,
  computos: side,
  counts: z.strictObject({
    matched: count,
    equal: count,
    different: count,
    onlyLeft: count,
    onlyRight: count,
    withoutKeyLeft: count,
    withoutKeyRight: count,
    uncertainMatches: count,
  }),
  parties: z.array(z.strictObject({ left: z.string(), right: z.string() })),
  columnsOnlyLeft: z.array(z.string()),
  columnsOnlyRight: z.array(z.string()),
  columns: z.array(z.strictObject({ name: z.string(), count, delta: z.int() })),
  places: z.array(z.strictObject({ place: z.string(), matched: count, different: count, delta: z.int() })),
  /** The first differing votes. */
  rows: z.array(z.strictObject({ key: z.string(), column: z.string(), left: z.int().nullable(), right: z.int().nullable() })),
  keysOnlyLeft: z.array(z.string()),
  keysOnlyRight: z.array(z.string()),
});
export type ComparisonFile = z.infer<typeof comparisonFile>;

export const comparisonBytes = (file: ComparisonFile): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`${JSON.stringify(file)}\n`);
