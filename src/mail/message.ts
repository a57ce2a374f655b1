import type { IsoInstant } from '../core/event.ts';

export type Attachment = { readonly name: string; readonly type: string; readonly base64: string };

/** What is to be said to one person. Bodies name nobody: they are kept as long as the outbox is. */
export type NewMessage = {
  /** Says what this message is: a second one with the same key is not put (a digest of one day, by two machines). */
  readonly key: string;
  /** Opaque key of the personal-data store. */
  readonly person: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  /** An invitation or its cancellation (iMIP, RFC 6047), without who invites and who is invited: that is written when it is sent. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; readonly ics: string };
  /** After this instant it is worth nothing and is not sent. */
  readonly until?: IsoInstant;
  /** Whatever the sender wants back when it was sent. */
  readonly note?: string;
};

export const messageStates = ['waiting', 'sent', 'refused', 'unaddressed', 'expired'] as const;
export type MessageState = (typeof messageStates)[number];

export type Message = NewMessage & {
  readonly id: number;
  readonly state: MessageState;
  readonly putAt: IsoInstant;
  /** When it is tried next; when it came to rest, for the other states. */
  readonly at: IsoInstant;
  readonly attempts: number;
  /** What the server, or the way to it, said last. */
  readonly answer?: string;
};

/** What came of one try. */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly answer: string }
  | { readonly kind: 'refused'; readonly answer: string };

export type Address = { readonly name: string; readonly email: string };

/** One way of sending. Never rejects: whatever goes wrong is an outcome. */
export type Transport = {
  readonly send: (to: Address, message: Message) => Promise<Sent>;
  /** What is wrong with the way to the server, in its own words; absent when it answers. */
  readonly check: () => Promise<string | undefined>;
  readonly close: () => void;
};

const minute = 60_000;
/** How long to wait after the nth failed try: soon at first, then every six hours for as long as it takes. */
export const backOffMs = (attempts: number): number => [1, 5, 15, 60, 180][attempts - 1] ?? 360;
export const waitMs = (attempts: number): number => backOffMs(attempts) * minute;
