import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { NarrativesEvent } from './events.ts';

export type Place = { readonly informe: string; readonly cutoff: IsoDate; readonly section: string };

export type Version = {
  readonly version: number;
  readonly text: string;
  readonly on: IsoDate;
  readonly at: IsoInstant;
  readonly by: By;
  /** The office by its name at that time; absent: known by its id alone. */
  readonly author?: Bilingual;
};
/** Of the latest version. */
export type Stage = 'written' | 'delivered' | 'returned' | 'integrated';

export type Narrative = Place & {
  readonly stage: Stage;
  /** Oldest first; never empty. */
  readonly versions: readonly Version[];
  /** What stands in the informe; absent: nothing yet. */
  readonly integrated?: { readonly version: number; readonly on: IsoDate; readonly by: By };
  /** Why the latest version was returned. */
  readonly returned?: { readonly on: IsoDate; readonly reason: string; readonly by: By };
};

export type NarrativesState = {
  /** By `informe/section`. */
  readonly assigned: Map<string, { readonly office: string; readonly on: IsoDate }>;
  /** By `informe/cutoff/section`. */
  readonly texts: Map<string, Narrative>;
};

export const keyOf = ({ informe, cutoff, section }: Place): string => `${informe}/${cutoff}/${section}`;

export const narrativesFold: Fold<NarrativesState, NarrativesEvent> = {
  initial: () => ({ assigned: new Map(), texts: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'SectionAssigned') {
      const { informe, section, office } = event.data;
      state.assigned.set(`${informe}/${section}`, { office, on: event.on });
      return state;
    }
    const { informe, cutoff, section } = event.data;
    const key = keyOf(event.data);
    const before = state.texts.get(key);
    if (event.type === 'NarrativeSaved') {
      const { version, text, author } = event.data;
      const saved = { version, text, on: event.on, at: event.at, by: event.by, ...(author === undefined ? {} : { author }) };
      const { integrated, versions = [] } = before ?? {};
      const place = { informe, cutoff, section };
      state.texts.set(key, { ...place, stage: 'written', versions: [...versions, saved], ...(integrated ? { integrated } : {}) });
      return state;
    }
    state.texts.set(key, turn(must(before, `event ${event.seq} (${event.type}) speaks of a text that nobody saved`), event));
    return state;
  },
};

type Turn = Exclude<NarrativesEvent, { type: 'SectionAssigned' | 'NarrativeSaved' }>;

function turn(narrative: Narrative, event: Turn): Narrative {
  const { on, by } = event;
  switch (event.type) {
    case 'NarrativeDelivered':
      return { ...narrative, stage: 'delivered' };
    case 'NarrativeReturned':
      return { ...narrative, stage: 'returned', returned: { on, by, reason: event.data.reason } };
    case 'NarrativeIntegrated':
      return { ...narrative, stage: 'integrated', integrated: { on, by, version: event.data.version } };
    default:
      return unreachable(event);
  }
}
