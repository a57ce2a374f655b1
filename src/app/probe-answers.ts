import type { ReadAnswers } from '../domain/probes/routes.tsx';
import type { Samples, Summary } from '../watch/probes/samples.ts';
import { todayIn } from './today.ts';
import { sampleKey } from './watching.ts';

const days = 30;
const latest = 20;

/** The answers of one probe as its page shows them: thirty days by day, and the latest one by one. */
export const readAnswers =
  (samples: Samples): ReadAnswers =>
  async (process, probe, end, zone) => {
    const key = sampleKey(process, probe);
    const from = Temporal.Instant.from(end)
      .subtract({ hours: 24 * days })
      .toString({ fractionalSecondDigits: 3 });
    const hours = await samples.summaries(key, 3600, from, end);
    const newest = await samples.latest(key, latest);
    return {
      days: [...Map.groupBy(hours, (one) => todayIn(zone, one.from))].map(([day, of]) => ({ day, ...together(of) })),
      hours: hours.map(({ from, failures, latencyMin, latencyMean, latencyMax }) => ({
        at: Temporal.Instant.from(from).epochMilliseconds,
        least: latencyMin,
        mean: latencyMean,
        most: latencyMax,
        failures,
      })),
      latest: newest.map(({ at, inMaintenance, outcome }) => ({
        at,
        inMaintenance,
        ...(outcome.latencyMs === undefined ? {} : { latencyMs: outcome.latencyMs }),
        ...(outcome.ok ? {} : { failure: outcome.failure, detail: outcome.detail }),
      })),
    };
  };

function together(hours: readonly Summary[]) {
  const answers = hours.reduce((sum, one) => sum + one.answers, 0);
  const failures = hours.reduce((sum, one) => sum + one.failures, 0);
  const timed = hours.filter((one) => one.latencyMean !== undefined);
  if (timed.length === 0) return { answers, failures };
  const weight = timed.reduce((sum, one) => sum + one.answers, 0);
  return {
    answers,
    failures,
    meanMs: timed.reduce((sum, one) => sum + (one.latencyMean ?? 0) * one.answers, 0) / weight,
    maxMs: Math.max(...timed.map((one) => one.latencyMax ?? 0)),
  };
}
