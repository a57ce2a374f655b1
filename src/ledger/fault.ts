import type { Bilingual } from '../core/words.ts';
import { both } from './words.ts';

export type LedgerFaultKind =
  | 'diskFull'
  | 'locked'
  | 'corrupt'
  | 'unreadable'
  | 'connection'
  | 'notALedger'
  | 'keyExposed'
  | 'keyMissing'
  | 'keyForeign'
  | 'occupied'
  | 'closed';

/**
 * The store failed: the disk, the lock, the connection or the key. It is not an answer of the law, so it is thrown.
 * `text` says what happened and `advice` what to do, in both languages; nothing was acknowledged.
 */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';
  readonly kind: LedgerFaultKind;
  readonly text: Bilingual;
  readonly advice: Bilingual;

  constructor(kind: LedgerFaultKind, detail = '', cause?: unknown) {
    const text = textOf(kind, detail);
    super(text.es, { cause });
    this.kind = kind;
    this.text = text;
    this.advice = both((words) => words[`${kind}Advice`]);
  }
}

function textOf(kind: LedgerFaultKind, detail: string): Bilingual {
  return both((words) => {
    const row = words[kind];
    return typeof row === 'string' ? row : row(detail);
  });
}

/** The message of anything thrown. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** A number property of anything thrown (SQLite result codes, errno); undefined when absent. */
export function codeOf(thrown: unknown, name: 'errcode' | 'code'): unknown {
  return typeof thrown === 'object' && thrown !== null && name in thrown ? (thrown as Record<string, unknown>)[name] : undefined; // checked just before
}
