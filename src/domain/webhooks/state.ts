import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { WebhooksEvent } from './events.ts';

export type Delivery = { readonly at: IsoInstant; readonly upTo: number; readonly events: number; readonly attempts: number };
export type Webhook = {
  readonly id: string;
  readonly url: string;
  readonly isPrivate: boolean;
  readonly listedOn: IsoDate;
  readonly by: By;
  /** The last entry of the log that was taken, or that of its listing. */
  readonly upTo: number;
  readonly failing?: { readonly since: IsoInstant; readonly detail: string };
  /** The latest, newest first. */
  readonly deliveries: readonly Delivery[];
  readonly retired?: { readonly on: IsoDate; readonly reason: string };
};
export type WebhooksState = { readonly webhooks: Map<string, Webhook> };

const keptDeliveries = 20;

export const webhooksFold: Fold<WebhooksState, WebhooksEvent> = {
  initial: () => ({ webhooks: new Map() }),
  evolve: (state, event) => {
    const { webhook: id } = event.data;
    if (event.type === 'WebhookListed') {
      const { url, isPrivate } = event.data;
      state.webhooks.set(id, { id, url, isPrivate, listedOn: event.on, by: event.by, upTo: event.seq, deliveries: [] });
      return state;
    }
    const known = must(state.webhooks.get(id), `event ${event.seq} speaks of webhook ${id}, never listed`);
    switch (event.type) {
      case 'WebhookRetired':
        state.webhooks.set(id, { ...known, retired: { on: event.on, reason: event.data.reason } });
        return state;
      case 'WebhookFailed':
        state.webhooks.set(id, { ...known, failing: { since: event.at, detail: event.data.detail } });
        return state;
      case 'WebhookDelivered': {
        const { failing: _, ...rest } = known;
        const { upTo, events, attempts } = event.data;
        const deliveries = [{ at: event.at, upTo, events, attempts }, ...known.deliveries].slice(0, keptDeliveries);
        state.webhooks.set(id, { ...rest, upTo, deliveries });
        return state;
      }
      default:
        return unreachable(event);
    }
  },
};
