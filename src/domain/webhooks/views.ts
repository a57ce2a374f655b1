import type { probesEvents } from '../probes/events.ts';
import { systemsEvents } from '../systems/events.ts';
import type { Webhook, WebhooksState } from './state.ts';

export type { Webhook, WebhooksState };

/** What is told to other programs: what is recorded of the systems, and what their probes confirm. */
export const toldTypes: ReadonlySet<string> = new Set([...Object.keys(systemsEvents), 'ProbeTurned' satisfies keyof typeof probesEvents]);

export const webhooksInForce = ({ webhooks }: WebhooksState): readonly Webhook[] =>
  [...webhooks.values()].filter(({ retired }) => !retired);

export const webhookStandings = ['in-force', 'failing', 'retired'] as const;
export type WebhookStanding = (typeof webhookStandings)[number];
export const standingOf = ({ retired, failing }: Webhook): WebhookStanding => (retired ? 'retired' : failing ? 'failing' : 'in-force');
