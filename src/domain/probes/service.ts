import type { IsoInstant } from '../../core/event.ts';
import {
  incidentsOf,
  isFelt,
  isUnsolved,
  maintenanceAt,
  maintenanceOf,
  type ServiceLevel,
  type System,
  serviceLevelOf,
} from '../systems/views.ts';
import { outagesOf } from './outages.ts';
import { conditionOf, type Probe } from './state.ts';

/** What users of a system find now, the gravest first. */
export const services = ['interrupted', 'not-answering', 'maintenance', 'mitigated', 'answering', 'unknown'] as const;
export type Service = (typeof services)[number];

const asked = (probes: readonly Probe[]): readonly Probe[] => probes.filter(({ retired }) => !retired);
/** What Atalaya may not ask says nothing of the system. */
const isOfSystem = ({ failure }: { readonly failure?: string }): boolean => failure !== 'guard';
const isDown = (probe: Probe): boolean => conditionOf(probe) === 'down' && isOfSystem(probe.turns.at(-1) ?? {});

/** How a system serves at an instant, from its incidents, its maintenance and its probes. */
export function serviceOf(system: System, probes: readonly Probe[], at: IsoInstant): Service {
  const grave = incidentsOf(system).filter(({ severity }) => severity !== 'minor');
  if (maintenanceAt(system, at)) return 'maintenance';
  if (grave.some(isFelt)) return 'interrupted';
  if (asked(probes).some(isDown)) return 'not-answering';
  if (grave.some(isUnsolved)) return 'mitigated';
  const known = asked(probes).filter((probe) => conditionOf(probe) !== 'unknown' && isOfSystem(probe.turns.at(-1) ?? {}));
  return known.length > 0 ? 'answering' : 'unknown';
}

/** The next planned window that has not ended. */
export const nextMaintenance = (system: System, at: IsoInstant) => maintenanceOf(system).find(({ to }) => to > at);

/** «99.95 %», truncated: never better than it was. */
export const shareText = (value: number): string => `${(Math.floor(value * 10_000) / 100).toFixed(2)} %`;

export type KnownService = { readonly since: IsoInstant; readonly level: ServiceLevel };

/** What users got from `from` to `to`; counted from when a probe first confirmed anything, since before that nobody looked. Absent: nobody did. */
export function knownService(system: System, probes: readonly Probe[], from: IsoInstant, to: IsoInstant): KnownService | undefined {
  const first = probes.flatMap(({ turns }) => turns.filter(isOfSystem).map(({ since }) => since)).sort()[0];
  if (first === undefined || first >= to) return undefined;
  const since = first > from ? first : from;
  const outages = probes.flatMap((probe) => outagesOf(probe).filter(isOfSystem)).map((one) => ({ from: one.from, to: one.to ?? to }));
  return { since, level: serviceLevelOf(system, { from: since, to }, outages) };
}
