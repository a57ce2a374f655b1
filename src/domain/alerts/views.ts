import type { IsoDate } from '../../core/event.ts';
import type { OplId } from '../../core/ids.ts';
import { remembered } from '../../core/remembered.ts';
import type { Subject } from '../../core/subject.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Role } from '../people/events.ts';
import { matrixOn } from '../plan/views.ts';
import type { Opl } from '../process/views.ts';
import { type AlertsWorld, type Found, type Reading, type Rule, readingOn, type Severity, severities, type Threshold } from './rule.ts';
import { rules } from './rules/all.ts';
import { overlaps, runStart, type Span } from './spans.ts';
import { type Acknowledgement, type AlertsState, alertId, type SetThreshold } from './state.ts';

export {
  type Acknowledgement,
  type AlertsState,
  type AlertsWorld,
  alertId,
  type Reading,
  type Rule,
  readingOn,
  rules,
  type SetThreshold,
  type Severity,
  severities,
  type Threshold,
};

/** One thing a rule finds on a day: what, why, since when, and whose. */
export type Alert = {
  /** `overdue.obligation.ieeh.E14` */
  readonly id: string;
  readonly rule: Rule;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly opl?: OplId;
  readonly office?: string;
  readonly title: Bilingual;
  readonly explanation: Bilingual;
  /** The first day of the uninterrupted run of days on which the rule holds. */
  readonly since: IsoDate;
  readonly owner: Role;
  /** Of this run, oldest first. */
  readonly acknowledged: readonly Acknowledgement[];
};

export const ruleOf = (id: string): Rule | undefined => rules.find((rule) => rule.id === id);

/** What a rule compares with on the day the state was folded to: as last set, or its default; 0 when it compares with no number. */
export const thresholdOf = (state: AlertsState, rule: Rule): number =>
  state.thresholds.get(rule.id)?.at(-1)?.value ?? rule.threshold?.usual ?? 0;

/** Everything the rules find on the day of the reading: the gravest first, then what holds for longest. */
export function alertsOf(reading: Reading): readonly Alert[] {
  const found = rules.flatMap((rule) =>
    rule.find(reading, thresholdOf(reading.alerts, rule)).flatMap((one) => alertOf(reading, rule, one) ?? []),
  );
  const weight = (alert: Alert) => severities.indexOf(alert.severity);
  return found.sort((a, b) => weight(a) - weight(b) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** The same for the same world: what is asked for on every page is worked out once. */
export const alertsOn: (world: AlertsWorld, day: IsoDate) => readonly Alert[] = remembered((world: AlertsWorld, day) =>
  alertsOf(readingOn(world, day, matrixOn(world, day))),
);

function alertOf(reading: Reading, rule: Rule, { spans, ...found }: Found): Alert | undefined {
  const id = alertId(rule.id, found.subject);
  const runs = withFormerThresholds(reading, rule, found.subject, spans);
  const since = runStart(runs, reading.day);
  // Where the log already holds what is dated later than the day, a rule may find what does not hold yet.
  if (since === undefined) return undefined;
  const acknowledged = (reading.alerts.acknowledged.get(id) ?? []).filter((one) => one.on >= since);
  return { ...found, id, rule, severity: rule.severity, owner: rule.owner, since, acknowledged };
}

/** Before a threshold was set the rule held by the one it replaced: each counts for the days on which it was in force. */
function withFormerThresholds(reading: Reading, rule: Rule, subject: Subject, spans: readonly Span[]): readonly Span[] {
  const set = reading.alerts.thresholds.get(rule.id);
  if (!set) return spans;
  const periods = [{ on: '0000-01-01', value: rule.threshold?.usual ?? 0 }, ...set];
  return periods.flatMap(({ on, value }, i) => {
    const next = periods[i + 1];
    const held = next ? (rule.find(reading, value).find((one) => one.subject === subject)?.spans ?? []) : spans;
    return overlaps(held, { from: on, ...(next ? { to: next.on } : {}) });
  });
}

export const alertsAbout = (alerts: readonly Alert[], opl: string): readonly Alert[] => alerts.filter((alert) => alert.opl === opl);

/** The alert an address names, when it holds. */
export const alertNamed = (alerts: readonly Alert[], id: string): Alert | undefined => alerts.find((alert) => alert.id === id);

/**
 * Where an OPL stands: the gravest of its alerts, and the alerts. `quiet`: the rules find nothing. `unknown`: they find nothing of an
 * OPL that does not deliver through Atalaya, which says little.
 */
export type RiskLevel = 'red' | 'amber' | 'quiet' | 'unknown';
export type Risk = { readonly opl: Opl; readonly level: RiskLevel; readonly reasons: readonly Alert[] };

export const riskOf = ({ plan }: AlertsWorld, alerts: readonly Alert[], opl: Opl): Risk => {
  const reasons = alertsAbout(alerts, opl.id).filter((alert) => alert.severity !== 'note');
  const [gravest] = reasons;
  const silent = plan.reportingSince.has(opl.id) ? 'quiet' : 'unknown';
  return { opl, level: gravest === undefined ? silent : gravest.severity === 'red' ? 'red' : 'amber', reasons };
};

/** All OPLs, those at risk first, in the order they joined. */
export function risksOf(world: AlertsWorld, alerts: readonly Alert[]): readonly Risk[] {
  const order: readonly RiskLevel[] = ['red', 'amber', 'quiet', 'unknown'];
  const byOpl = Map.groupBy(alerts, (alert) => alert.opl ?? '');
  const risks = world.process.opls.map((opl) => riskOf(world, byOpl.get(opl.id) ?? [], opl));
  return risks.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}
