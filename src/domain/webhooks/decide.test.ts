import { describe, test } from 'vitest';
import { scenario } from '../../../test/given.ts';
import type { Fold } from '../../core/event.ts';
import { deliverWebhook, failWebhook, listWebhook, retireWebhook, type WebhooksContext } from './decide.ts';
import type { NewWebhooksEvent, WebhooksEvent } from './events.ts';
import { webhooksFold } from './state.ts';

const act = { on: '2020-10-05', by: { office: 'administracion' } };
const webhook = 'tablero';
const fold: Fold<WebhooksContext, WebhooksEvent> = {
  initial: () => ({ webhooks: webhooksFold.initial() }),
  evolve: ({ webhooks }, event) => ({ webhooks: webhooksFold.evolve(webhooks, event) }),
};
const address = { webhook, url: 'https://tablero.ejemplo.mx/', isPrivate: false };
const listed = { type: 'WebhookListed', ...act, data: address } satisfies NewWebhooksEvent;
const retired = { type: 'WebhookRetired', ...act, data: { webhook, reason: 'Ya no se usa' } } satisfies NewWebhooksEvent;
const failed = { type: 'WebhookFailed', ...act, data: { webhook, detail: '500' } } satisfies NewWebhooksEvent;
const taken = { webhook, upTo: 9, events: 8, attempts: 1 };
const delivered = { type: 'WebhookDelivered', ...act, data: taken } satisfies NewWebhooksEvent;

describe('an address that events are sent to', () => {
  test('is listed once, and retired once, with a reason', () => {
    const listing = scenario(fold, listWebhook);
    listing
      .given()
      .when({ ...act, ...address })
      .thenRecords(listed);
    listing
      .given(listed)
      .when({ ...act, ...address })
      .thenRefuses({ kind: 'webhook-exists', webhook });
    const retiring = scenario(fold, retireWebhook);
    const command = { ...act, webhook, reason: 'Ya no se usa' };
    retiring.given(listed).when(command).thenRecords(retired);
    retiring
      .given(listed)
      .when({ ...command, reason: ' ' })
      .thenRefuses({ kind: 'reason-missing' });
    retiring.given(listed, retired).when(command).thenRefuses({ kind: 'webhook-retired', webhook });
    retiring.given().when(command).thenRefuses({ kind: 'webhook-unknown', webhook });
  });
  test('that takes nothing is told of once, until it takes something again', () => {
    const failing = scenario(fold, failWebhook);
    const command = { ...act, webhook, detail: '500' };
    failing.given(listed).when(command).thenRecords(failed);
    failing.given(listed, failed).when(command).thenRefuses({ kind: 'failing-already' });
    failing.given(listed, failed, delivered).when(command).thenRecords(failed);
  });
  test('has each entry said to be taken once, whoever sends', () => {
    const delivering = scenario(fold, deliverWebhook);
    delivering
      .given(listed)
      .when({ ...act, ...taken })
      .thenRecords(delivered);
    delivering
      .given(listed, delivered)
      .when({ ...act, ...taken })
      .thenRefuses({ kind: 'taken-already', upTo: 9 });
  });
});
