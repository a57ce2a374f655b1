import type { IsoInstant } from '../../core/event.ts';
import { type Condition, conditions, type Failure, type Question } from './events.ts';
import { type Outage, outagesOf } from './outages.ts';
import { type KnownService, knownService, shareText } from './service.ts';
import { conditionOf, type Probe, type ProbesState, type Turn } from './state.ts';

export {
  type Condition,
  conditionOf,
  conditions,
  type Failure,
  type KnownService,
  knownService,
  type Outage,
  outagesOf,
  type Probe,
  type ProbesState,
  type Question,
  shareText,
  type Turn,
};

/** Those that are asked today, in the order they were listed. */
export const probesInForce = (state: ProbesState): readonly Probe[] => [...state.probes.values()].filter((probe) => !probe.retired);

export const probesOf = (state: ProbesState, system: string): readonly Probe[] =>
  [...state.probes.values()].filter((probe) => probe.system === system);

/** The outage a probe is in now, or absent: its last confirmed change. */
export const outageOf = (probe: Probe): Turn | undefined => {
  const last = probe.turns.at(-1);
  return last?.to === 'down' && !probe.retired ? last : undefined;
};

/** Probes that do not answer, the longest first: what an alert is made of. */
export const probesDown = (state: ProbesState): readonly { readonly probe: Probe; readonly outage: Turn }[] =>
  probesInForce(state)
    .flatMap((probe) => {
      const outage = outageOf(probe);
      return outage ? [{ probe, outage }] : [];
    })
    .sort((a, b) => (a.outage.since < b.outage.since ? -1 : 1));

const seconds = (from: IsoInstant, to: IsoInstant): number =>
  Math.max(0, (Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds) / 1000);

const later = (a: IsoInstant, b: IsoInstant): IsoInstant => (a > b ? a : b);
const sooner = (a: IsoInstant, b: IsoInstant): IsoInstant => (a < b ? a : b);

/**
 * How long a probe answered within [from, to): seconds known (from its first confirmed condition on) and seconds without an answer. What came
 * before anything was known is in neither.
 */
export function availability(
  probe: Probe,
  from: IsoInstant,
  to: IsoInstant,
): { readonly knownSeconds: number; readonly downSeconds: number } {
  const first = probe.turns[0];
  if (!first || first.since >= to) return { knownSeconds: 0, downSeconds: 0 };
  const start = later(from, first.since);
  const down = outagesOf(probe).map((one) => seconds(later(start, one.from), sooner(to, one.to ?? to)));
  return { knownSeconds: seconds(start, to), downSeconds: down.reduce((sum, one) => sum + one, 0) };
}
