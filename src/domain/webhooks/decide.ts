import type { Act } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { NewWebhooksEvent, WebhooksEvent } from './events.ts';
import type { Webhook, WebhooksState } from './state.ts';

type Command<Type extends WebhooksEvent['type']> = Act & Extract<NewWebhooksEvent, { type: Type }>['data'];

export type WebhooksRefusal =
  | { readonly kind: 'webhook-exists'; readonly webhook: string }
  | { readonly kind: 'webhook-unknown'; readonly webhook: string }
  | { readonly kind: 'webhook-retired'; readonly webhook: string }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'taken-already'; readonly upTo: number }
  | { readonly kind: 'failing-already' };
type Decision = Result<readonly NewWebhooksEvent[], WebhooksRefusal>;
export type WebhooksContext = { readonly webhooks: WebhooksState };

/** Lists an address to which events are sent from now on. */
export function listWebhook({ webhooks }: WebhooksContext, command: Command<'WebhookListed'>): Decision {
  const { on, by, ...data } = command;
  if (webhooks.webhooks.has(data.webhook)) return refuse({ kind: 'webhook-exists', webhook: data.webhook });
  return ok([{ type: 'WebhookListed', on, by, data }]);
}

export function retireWebhook(context: WebhooksContext, command: Command<'WebhookRetired'>): Decision {
  const { on, by, ...data } = command;
  return inForce(context, data.webhook, () =>
    data.reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : ok([{ type: 'WebhookRetired', on, by, data }]),
  );
}

/** Something was not taken: told once, until something is. */
export function failWebhook(context: WebhooksContext, command: Command<'WebhookFailed'>): Decision {
  const { on, by, ...data } = command;
  return inForce(context, data.webhook, ({ failing }) =>
    failing ? refuse({ kind: 'failing-already' }) : ok([{ type: 'WebhookFailed', on, by, data }]),
  );
}

/** Of two senders that say the same was taken, the second is refused. */
export function deliverWebhook(context: WebhooksContext, command: Command<'WebhookDelivered'>): Decision {
  const { on, by, ...data } = command;
  return inForce(context, data.webhook, ({ upTo }) =>
    data.upTo <= upTo ? refuse({ kind: 'taken-already', upTo }) : ok([{ type: 'WebhookDelivered', on, by, data }]),
  );
}

function inForce({ webhooks }: WebhooksContext, id: string, then: (webhook: Webhook) => Decision): Decision {
  const webhook = webhooks.webhooks.get(id);
  if (!webhook) return refuse({ kind: 'webhook-unknown', webhook: id });
  return webhook.retired ? refuse({ kind: 'webhook-retired', webhook: id }) : then(webhook);
}
