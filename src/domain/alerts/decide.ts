import type { Act, IsoDate } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { ProcessState } from '../process/views.ts';
import type { NewAlertEvent } from './events.ts';
import type { AlertsWorld, Threshold } from './rule.ts';
import { alertId } from './state.ts';
import { alertNamed, alertsOn, ruleOf, thresholdOf } from './views.ts';

export type AlertRefusal =
  | { readonly kind: 'process-unknown' }
  | { readonly kind: 'rule-unknown'; readonly rule: string }
  | { readonly kind: 'alert-not-open'; readonly on: IsoDate }
  | { readonly kind: 'note-missing' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'no-threshold'; readonly rule: string }
  | { readonly kind: 'threshold-out-of-bounds'; readonly threshold: Threshold }
  | { readonly kind: 'threshold-same'; readonly value: number }
  | { readonly kind: 'before-last-decision'; readonly on: IsoDate; readonly last: IsoDate };

/** What the rules look at; the process may still be unknown. */
export type AlertContext = Omit<AlertsWorld, 'process'> & { readonly process: ProcessState };
type Decision = Result<readonly NewAlertEvent[], AlertRefusal>;

/** Puts on record that an office knows of an alert that holds on the day, and what it says about it. */
export function acknowledgeAlert(
  { process, ...rest }: AlertContext,
  command: Act & { readonly rule: string; readonly subject: string; readonly note: string },
): Decision {
  const { on, by, rule, subject, note } = command;
  if (process.kind === 'absent') return refuse({ kind: 'process-unknown' });
  if (!ruleOf(rule)) return refuse({ kind: 'rule-unknown', rule });
  const alert = alertNamed(alertsOn({ ...rest, process }, on), alertId(rule, subject));
  if (!alert) return refuse({ kind: 'alert-not-open', on });
  if (note.trim() === '') return refuse({ kind: 'note-missing' });
  return ok([{ type: 'AlertAcknowledged', on, by, data: { rule, subject: alert.subject, since: alert.since, note } }]);
}

/** Changes what a rule compares with, from the day of the decision on. */
export function setThreshold(
  { process, alerts }: AlertContext,
  command: Act & { readonly rule: string; readonly value: number; readonly reason: string },
): Decision {
  const { on, by, rule: id, value, reason } = command;
  if (process.kind === 'absent') return refuse({ kind: 'process-unknown' });
  const rule = ruleOf(id);
  if (!rule) return refuse({ kind: 'rule-unknown', rule: id });
  const { threshold } = rule;
  if (!threshold) return refuse({ kind: 'no-threshold', rule: id });
  if (!Number.isInteger(value) || value < threshold.least || value > threshold.most)
    return refuse({ kind: 'threshold-out-of-bounds', threshold });
  if (value === thresholdOf(alerts, rule)) return refuse({ kind: 'threshold-same', value });
  if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
  const last = alerts.thresholds.get(id)?.at(-1);
  if (last && on < last.on) return refuse({ kind: 'before-last-decision', on, last: last.on });
  return ok([{ type: 'AlertThresholdSet', on, by, data: { rule: id, value, reason } }]);
}
