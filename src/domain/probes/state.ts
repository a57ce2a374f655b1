import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Condition, Failure, ProbesEvent, Question, Schedule } from './events.ts';

export type Turn = {
  readonly to: 'up' | 'down';
  readonly since: IsoInstant;
  readonly confirmedAt: IsoInstant;
  readonly failure?: Failure;
  readonly detail?: string;
  readonly on: IsoDate;
};
export type Probe = {
  readonly id: string;
  readonly system: string;
  readonly name: Bilingual;
  readonly question: Question;
  readonly schedule: Schedule;
  readonly isPrivate: boolean;
  readonly listedOn: IsoDate;
  readonly listedBy: By;
  readonly retired?: { readonly on: IsoDate; readonly reason: string };
  /** Oldest first. */
  readonly turns: readonly Turn[];
};
export type ProbesState = { readonly probes: Map<string, Probe> };

/** What was last confirmed. */
export const conditionOf = (probe: Probe): Condition => probe.turns.at(-1)?.to ?? 'unknown';

export const probesFold: Fold<ProbesState, ProbesEvent> = {
  initial: () => ({ probes: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'ProbeListed') {
      const { probe, ...data } = event.data;
      state.probes.set(probe, { id: probe, ...data, listedOn: event.on, listedBy: event.by, turns: [] });
      return state;
    }
    const probe = must(state.probes.get(event.data.probe), `event ${event.seq} speaks of probe ${event.data.probe}, never listed`);
    switch (event.type) {
      case 'ProbeRetired':
        state.probes.set(probe.id, { ...probe, retired: { on: event.on, reason: event.data.reason } });
        return state;
      case 'ProbeTurned': {
        const { probe: _, ...turn } = event.data;
        state.probes.set(probe.id, { ...probe, turns: [...probe.turns, { ...turn, on: event.on }] });
        return state;
      }
      default:
        return unreachable(event);
    }
  },
};
