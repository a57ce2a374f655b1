import type { IsoDate } from '../core/event.ts';
import { must } from '../core/result.ts';
import { type AlertsWorld, alertsOn, risksOf } from '../domain/alerts/views.ts';
import { riskShapes, riskWords } from '../domain/alerts/words.ts';
import type { RiskTold } from '../domain/reports/risks-section.ts';

/** How each OPL stands on a day and why, for the informe: the alerts read informes, so neither slice may know the other both ways. */
export const risksTold = (world: AlertsWorld, day: IsoDate): readonly RiskTold[] =>
  risksOf(world, alertsOn(world, day)).map(({ opl, level, reasons }) => ({
    acronym: opl.acronym,
    mark: { shape: riskShapes[level], word: riskWords[level] },
    reasons: [...Map.groupBy(reasons, (alert) => alert.rule)].map(([rule, same]) => ({
      rule: rule.name,
      times: same.length,
      since: must(same.map((alert) => alert.since).sort()[0], 'a group has one at least'),
      why: must(same[0], 'a group has one at least').explanation,
    })),
  }));
