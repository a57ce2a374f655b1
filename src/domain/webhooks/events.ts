import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { id } from '../process/events.ts';

const webhook = { webhook: id };
const count = z.int().min(1);

/** All in the stream of the process. */
export const webhooksEvents = {
  /** `isPrivate`: whoever lists it says that its address is of a private network. Events recorded after this one are sent. */
  WebhookListed: z.strictObject({ ...webhook, url: z.url({ protocol: /^https?$/ }).max(2000), isPrivate: z.boolean() }),
  WebhookRetired: z.strictObject({ ...webhook, reason: z.string().regex(/\S/).max(1000) }),
  /** The first time something was not taken; until it is, later tries are not told. */
  WebhookFailed: z.strictObject({ ...webhook, detail: z.string().max(300) }),
  /** The other program took the events up to that entry of the log. */
  WebhookDelivered: z.strictObject({ ...webhook, upTo: count, events: count, attempts: count }),
} as const;

export type WebhooksEvent = EventOf<typeof webhooksEvents>;
export type NewWebhooksEvent = NewEventOf<typeof webhooksEvents>;
