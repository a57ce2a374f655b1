import type { z } from 'zod';
import type { Fold, Stamp } from '../core/event.ts';
import { must } from '../core/result.ts';
import { agendaEvents } from '../domain/agenda/events.ts';
import { agendaFold } from '../domain/agenda/state.ts';
import { alertEvents } from '../domain/alerts/events.ts';
import { alertsFold } from '../domain/alerts/state.ts';
import { commitmentEvents } from '../domain/commitments/events.ts';
import { commitmentsFold } from '../domain/commitments/state.ts';
import { deliverableEvents } from '../domain/deliverables/events.ts';
import { deliverablesFold } from '../domain/deliverables/state.ts';
import { exercisesEvents } from '../domain/exercises/events.ts';
import { exercisesFold } from '../domain/exercises/state.ts';
import { forumEvents } from '../domain/forum/events.ts';
import { forumFold } from '../domain/forum/state.ts';
import { keysEvents } from '../domain/keys/events.ts';
import { keysFold } from '../domain/keys/state.ts';
import { meetingsEvents } from '../domain/meetings/events.ts';
import { meetingsFold } from '../domain/meetings/state.ts';
import { minutesEvents } from '../domain/minutes/events.ts';
import { minutesFold } from '../domain/minutes/state.ts';
import { narrativesEvents } from '../domain/narratives/events.ts';
import { narrativesFold } from '../domain/narratives/state.ts';
import { peopleEvents } from '../domain/people/events.ts';
import { type PeopleState, peopleFold } from '../domain/people/state.ts';
import { planEvents } from '../domain/plan/events.ts';
import { planFold } from '../domain/plan/state.ts';
import { probesEvents } from '../domain/probes/events.ts';
import { probesFold } from '../domain/probes/state.ts';
import { processEvents } from '../domain/process/events.ts';
import { processFold } from '../domain/process/state.ts';
import { receiptEvents } from '../domain/receipts/events.ts';
import { receiptsFold } from '../domain/receipts/state.ts';
import { reportEvents } from '../domain/reports/events.ts';
import { reportsFold } from '../domain/reports/state.ts';
import { systemsEvents } from '../domain/systems/events.ts';
import { systemsFold } from '../domain/systems/state.ts';
import { verificationsEvents } from '../domain/verifications/events.ts';
import { verificationsFold } from '../domain/verifications/state.ts';
import { webhooksEvents } from '../domain/webhooks/events.ts';
import { webhooksFold } from '../domain/webhooks/state.ts';
import { witnessesEvents } from '../domain/witnesses/events.ts';
import { witnessesFold } from '../domain/witnesses/state.ts';
import type { Entry } from '../ledger/ledger.ts';
import { recogniseBy } from './recognise.ts';
import { createSharedValues, type SharedValues } from './shared-values.ts';

/** The slices whose events stand in the stream of a process: their schemas and their fold. A new slice is one line here. */
const slices = {
  process: { events: processEvents, fold: processFold },
  plan: { events: planEvents, fold: planFold },
  meetings: { events: meetingsEvents, fold: meetingsFold },
  agenda: { events: agendaEvents, fold: agendaFold },
  minutes: { events: minutesEvents, fold: minutesFold },
  commitments: { events: commitmentEvents, fold: commitmentsFold },
  narratives: { events: narrativesEvents, fold: narrativesFold },
  reports: { events: reportEvents, fold: reportsFold },
  alerts: { events: alertEvents, fold: alertsFold },
  receipts: { events: receiptEvents, fold: receiptsFold },
  deliverables: { events: deliverableEvents, fold: deliverablesFold },
  exercises: { events: exercisesEvents, fold: exercisesFold },
  forum: { events: forumEvents, fold: forumFold },
  systems: { events: systemsEvents, fold: systemsFold },
  probes: { events: probesEvents, fold: probesFold },
  keys: { events: keysEvents, fold: keysFold },
  webhooks: { events: webhooksEvents, fold: webhooksFold },
  witnesses: { events: witnessesEvents, fold: witnessesFold },
  verifications: { events: verificationsEvents, fold: verificationsFold },
} as const;
type Slices = typeof slices;
type Slot = keyof Slices;
const slots = Object.keys(slices) as readonly Slot[]; // its keys are the slots

/** All that is true of one electoral process, slice by slice. */
export type ProcessWorld = { -readonly [K in Slot]: Slices[K]['fold'] extends Fold<infer S, never> ? S : never };

/** All that is true at one position of the log. */
export type World = {
  readonly processes: Map<string, ProcessWorld>;
  people: PeopleState;
  /** Entries folded so far, counted over the whole log. */
  position: number;
  readonly shared: SharedValues;
};

/** The stream of organisations, offices and persons; every other stream is a process, by its id. */
export const peopleStream = 'people';

/** What changes no page but «Quién supo»: an advance of these alone makes no open page ask again, or reading would cause reading. */
export const quietEvents: ReadonlySet<string> = new Set(Object.keys(receiptEvents));

/** Every event type of the house with its schema, by slice: what `docs/events.md` is made from. */
export const eventSchemas = {
  // Each slot is given its own schemas.
  ...(Object.fromEntries(slots.map((slot) => [slot, slices[slot].events])) as { readonly [K in Slot]: Slices[K]['events'] }),
  people: peopleEvents,
} as const;

const knownOf = (slice: Slot | 'people') =>
  Object.entries<z.ZodType>(eventSchemas[slice]).map(
    ([name, schema]) => [name, { name, schema, recognise: recogniseBy(schema), slice }] as const,
  );
/** Of each event type: its schema, what recognises it quickly, and the slice whose state it changes. */
const known = new Map([...slots, 'people' as const].flatMap(knownOf));

export const emptyWorld = (): World => ({
  processes: new Map(),
  people: peopleFold.initial(),
  position: 0,
  shared: createSharedValues(),
});

/** A process of which nothing is known yet. */
export const emptyProcess = (): ProcessWorld =>
  // Each slot is given the beginning of its own fold.
  Object.fromEntries(slots.map((slot) => [slot, slices[slot].fold.initial()])) as ProcessWorld;

/**
 * Takes one entry of the log into the world, which owns it from then on. The entry's data pass their schema here: the door at which
 * `unknown` ends. Throws on an event type nobody knows: a log written by a later version must not be half understood.
 */
export function take(world: World, entry: Entry): void {
  const type = must(known.get(entry.type), `entry ${entry.seq}: no slice knows the event type ${entry.type}`);
  // The schema of this type accepts the data, so the entry is an event of the slice that owns the schema; its texts that recur are put in
  // place rather than copied with the rest, since a million events pass here when a log is opened.
  const event = entry as { -readonly [K in keyof Entry]: Entry[K] };
  if (!type.recognise(entry.data)) event.data = type.schema.parse(entry.data) as Entry['data'];
  event.at = world.shared.instant(entry.at);
  event.on = world.shared.day(entry.on);
  event.type = type.name;
  event.by = world.shared.holder(entry.by);
  if (entry.stream === peopleStream) world.people = peopleFold.evolve(world.people, event as never);
  else {
    const { slice } = type;
    if (slice === 'people') throw new Error(`entry ${entry.seq}: ${entry.type} does not belong in the stream of a process`);
    let process = world.processes.get(entry.stream);
    if (!process) {
      process = emptyProcess();
      world.processes.set(entry.stream, process);
    }
    // The slice was looked up by the event's type, so the fold and the state are those of the event's slice.
    const fold = slices[slice].fold as Fold<unknown, Stamp>;
    process[slice] = fold.evolve(process[slice], event) as never;
  }
  world.position = entry.seq;
}
