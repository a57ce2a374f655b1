/** What a package may be: far above any PREP, far below what would fill a disk. */
export type Limits = {
  readonly files: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Largest ratio of content to packed size, for contents above `ratioFromBytes` (a table of blanks packs well). */
  readonly ratio: number;
  readonly ratioFromBytes: number;
};

export const usualLimits: Limits = {
  files: 5_000,
  entryBytes: 2 ** 30,
  totalBytes: 2 ** 31,
  ratio: 200,
  ratioFromBytes: 16 * 2 ** 20,
};
