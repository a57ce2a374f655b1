import type { PersonId } from '../core/ids.ts';

/** With what a session was opened. */
export const ways = ['password', 'password-and-code', 'password-and-backup-code', 'passkey', 'provider'] as const;
export type Way = (typeof ways)[number];

/** What the sign-in record tells. It is kept apart from the log of the ledger, and for a limited time. */
export const accessKinds = [
  'entered',
  'refused',
  'limited',
  'code-refused',
  'key-refused',
  'provider-refused',
  'left',
  'sessions-ended',
  'password-set',
  'password-changed',
  'code-added',
  'code-removed',
  'backup-codes-renewed',
  'key-added',
  'key-removed',
  'provider-linked',
  'recovery-opened',
  'recovered',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/** `person` absent: of nobody known (what was typed for an e-mail is never kept: it may be a password). `by`: who did it, when somebody else. */
export type AccessEvent = {
  readonly id: string;
  readonly at: string;
  readonly kind: AccessKind;
  readonly person?: PersonId;
  readonly by?: PersonId;
  readonly how?: Way;
  readonly place?: string;
  readonly device?: string;
  /** What whoever witnessed a recovery said. */
  readonly note?: string;
};
export type NewAccessEvent = Omit<AccessEvent, 'id' | 'at'>;

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Which browser on which system, as far as it says: enough for its owner to know it again, no more is kept. */
export function deviceOf(agent: string | undefined): string | undefined {
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
  return [named(browsers), named(systems)].filter((one) => one !== undefined).join(', ') || undefined;
}
