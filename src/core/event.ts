import type { z } from 'zod';

/** An ISO 8601 calendar date, `YYYY-MM-DD`, in the zone of the entity it speaks of. Compares as text. */
export type IsoDate = string;
/** An RFC 3339 instant in UTC with milliseconds, `2026-11-22T10:15:00.000Z`. Compares as text. */
export type IsoInstant = string;

/** Who did it: an office, held by a person (an opaque key of the personal-data store; absent for the installation itself). */
export type By = { readonly office: string; readonly person?: string };

/** What every command carries: the day on which it happened, and who decides. */
export type Act = { readonly on: IsoDate; readonly by: By };

/** An event about to be appended. `on` is when it happened, as stated by whoever records it. */
export type NewEvent<Type extends string = string, Data = Readonly<Record<string, unknown>>> = {
  readonly type: Type;
  readonly on: IsoDate;
  readonly by: By;
  readonly data: Data;
};

/** What the ledger adds: its number (from 1), the stream it belongs to, and `at`, when the ledger learnt it. */
export type Stamp = { readonly seq: number; readonly stream: string; readonly at: IsoInstant };
export type Recorded<E extends NewEvent> = E & Stamp;

/** A slice's events: one schema an event type. */
export type EventSchemas = Readonly<Record<string, z.ZodType>>;

/** The union of a slice's events, from its schemas. */
export type NewEventOf<S extends EventSchemas> = { [K in keyof S & string]: NewEvent<K, z.infer<S[K]>> }[keyof S & string];
export type EventOf<S extends EventSchemas> = { [K in keyof S & string]: NewEvent<K, z.infer<S[K]>> & Stamp }[keyof S & string];

/**
 * A fold: the only way from events to state. `evolve` owns the state it is given and may change it in place
 * (a million events must not be a million copies); nobody else ever changes a state.
 */
export type Fold<S, E> = { readonly initial: () => S; readonly evolve: (state: S, event: E) => S };
