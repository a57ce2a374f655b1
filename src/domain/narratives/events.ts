import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { proseLimits } from '../../core/prose.ts';
import { bilingual, id, isoDate } from '../process/events.ts';

/** Which informe it is of: its kind (`prep`, `systems`), its cut-off, and the section by its id. */
const place = {
  informe: z.string().regex(/^[a-z]{2,20}$/),
  cutoff: isoDate,
  section: z.string().regex(/^[a-z0-9-]{1,60}$/),
};
const version = z.int().positive();

/** All in the stream of the process. */
export const narrativesEvents = {
  /** From now on, in every informe of this kind, the section is this office's. */
  SectionAssigned: z.strictObject({ informe: place.informe, section: place.section, office: id }),
  /** The whole text. `author`: the office by its name at that time, as the informe prints it. */
  NarrativeSaved: z.strictObject({
    ...place,
    version,
    text: z.string().regex(/\S/).max(proseLimits.characters),
    author: bilingual.exactOptional(),
  }),
  /** Handed to the secretariat for review. */
  NarrativeDelivered: z.strictObject({ ...place, version }),
  NarrativeReturned: z.strictObject({ ...place, version, reason: z.string().regex(/\S/).max(2000) }),
  /** This version stands in the informe from now on. */
  NarrativeIntegrated: z.strictObject({ ...place, version }),
} as const;

export type NarrativesEvent = EventOf<typeof narrativesEvents>;
export type NewNarrativesEvent = NewEventOf<typeof narrativesEvents>;
