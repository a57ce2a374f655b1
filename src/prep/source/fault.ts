import type { Bilingual } from '../../core/words.ts';

/** Everything that can be wrong with what was handed in, by a stable code. */
export type FaultCode =
  | 'not-found'
  | 'unreadable'
  | 'empty'
  | 'html'
  | 'pdf'
  | 'spreadsheet'
  | 'binary'
  | 'nul-bytes'
  | 'zip-damaged'
  | 'zip-encrypted'
  | 'zip-bomb'
  | 'zip-traversal'
  | 'zip-nested'
  | 'too-many-files'
  | 'no-header'
  | 'no-rows'
  | 'no-totals'
  | 'totals-shape'
  | 'totals-only'
  | 'no-cut-time'
  | 'no-vote-columns'
  | 'too-many-columns'
  | 'duplicate-columns'
  | 'long-line'
  | 'undecodable-bytes'
  | 'undecodable-rows'
  | 'ragged-rows'
  | 'repaired'
  | 'mixed-line-ends'
  | 'unsure'
  | 'json'
  | 'profile';

/**
 * One thing wrong with an input: what, where, and what to do about it, in both languages. `error`: nothing of the file can be used.
 * `warning`: the file was read and something in it was lost or had to be interpreted. `note`: it was read whole; this is worth knowing.
 */
export type ReadFault = {
  readonly code: FaultCode;
  readonly severity: 'error' | 'warning' | 'note';
  readonly file: string;
  readonly what: Bilingual;
  readonly where: Bilingual | null;
  readonly todo: Bilingual;
};
