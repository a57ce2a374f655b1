import type { By, Fold, IsoDate } from '../../core/event.ts';
import { unreachable } from '../../core/result.ts';
import type { AlertEvent } from './events.ts';

export type Acknowledgement = {
  readonly on: IsoDate;
  readonly seq: number;
  readonly by: By;
  readonly since: IsoDate;
  readonly note: string;
};
export type SetThreshold = { readonly on: IsoDate; readonly seq: number; readonly by: By; readonly value: number; readonly reason: string };

export type AlertsState = {
  /** By `alertId(rule, subject)`, in the order the ledger learnt them. */
  readonly acknowledged: Map<string, readonly Acknowledgement[]>;
  /** By rule, in the order of their days: a decision on a threshold is not dated before the one it replaces. */
  readonly thresholds: Map<string, readonly SetThreshold[]>;
};

/** What an alert is called in addresses and events: its rule and its subject, `overdue.obligation.ieeh.E14`. */
export const alertId = (rule: string, subject: string): string => `${rule}.${subject.replace(':', '.').replaceAll('/', '.')}`;

export const alertsFold: Fold<AlertsState, AlertEvent> = {
  initial: () => ({ acknowledged: new Map(), thresholds: new Map() }),
  evolve: (state, event) => {
    const { on, seq, by } = event;
    switch (event.type) {
      case 'AlertAcknowledged': {
        const { rule, subject, since, note } = event.data;
        add(state.acknowledged, alertId(rule, subject), { on, seq, by, since, note });
        return state;
      }
      case 'AlertThresholdSet': {
        const { rule, value, reason } = event.data;
        add(state.thresholds, rule, { on, seq, by, value, reason });
        return state;
      }
      default:
        return unreachable(event);
    }
  },
};

/** A new list each time: whoever was given the former one keeps what it said. */
function add<T>(lists: Map<string, readonly T[]>, key: string, one: T): void {
  lists.set(key, [...(lists.get(key) ?? []), one]);
}
