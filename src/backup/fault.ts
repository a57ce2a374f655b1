import type { Bilingual } from '../core/words.ts';
import { faultText } from './words.ts';

/** What is the matter with an archive, or with the place it should go to. */
export type Fault =
  | { readonly kind: 'cut' }
  | { readonly kind: 'broken'; readonly detail: string }
  | { readonly kind: 'altered' | 'absent' | 'twice' | 'strange'; readonly path: string }
  | { readonly kind: 'not-a-backup' }
  | { readonly kind: 'newer'; readonly what: string }
  | { readonly kind: 'line'; readonly path: string; readonly line: number }
  | { readonly kind: 'log'; readonly where: Bilingual; readonly what: Bilingual }
  | { readonly kind: 'file-digest'; readonly sha256: string }
  | { readonly kind: 'file-missing'; readonly sha256: string; readonly seq: number }
  | { readonly kind: 'other-key'; readonly expected: string; readonly saw: string }
  | { readonly kind: 'no-keys' }
  | { readonly kind: 'exists' | 'occupied' | 'nothing'; readonly path: string }
  | { readonly kind: 'in-use'; readonly where: string }
  | { readonly kind: 'other-root'; readonly expected: string; readonly saw: string };

/** The work cannot go on; nothing that was there before was touched. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
  readonly faults: readonly Fault[];
  constructor(...faults: readonly Fault[]) {
    super(faults.map((fault) => faultText(fault).en).join('\n'));
    this.faults = faults;
  }
}
