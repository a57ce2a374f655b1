import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { isSubject, type Subject } from '../../core/subject.ts';
import { localTime } from '../meetings/events.ts';
import { id, isoDate } from '../process/events.ts';

const text = z.string().regex(/\S/).max(300);
const number = z.int().positive();
export const subject = z.string().refine((value): value is Subject => isSubject(value), 'a kind and an id: obligation:ieeh/E14');

export const purposes = ['inform', 'discuss', 'agree'] as const;
export type Purpose = (typeof purposes)[number];

/** What a point says. Absent: not decided; nothing is assumed in its place. */
const point = {
  title: text,
  purpose: z.enum(purposes),
  minutes: z.int().min(1).max(600).exactOptional(),
  /** The office that presents it. */
  presenter: id.exactOptional(),
  /** `report:prep-2019-11-05`, `meeting:1` (its minutes)… */
  documents: z.array(subject).max(20),
  /** What it is about, when that is one thing. */
  subject: subject.exactOptional(),
};
export const pointFields = z.strictObject(point);
export type Point = z.infer<typeof pointFields>;

/** All in the stream of the process. `item` is the point's number within its meeting, never used twice. */
export const agendaEvents = {
  /** `carriedFrom`: the point of an earlier meeting this one is a copy of. */
  AgendaItemAdded: z.strictObject({
    meeting: number,
    item: number,
    ...point,
    carriedFrom: z.strictObject({ meeting: number, item: number }).exactOptional(),
  }),
  /** States the whole point again. */
  AgendaItemChanged: z.strictObject({ meeting: number, item: number, ...point }),
  /** `to`: its place in the order, from 1. */
  AgendaItemMoved: z.strictObject({ meeting: number, item: number, to: number }),
  AgendaItemDropped: z.strictObject({ meeting: number, item: number, reason: text }),
  /** Calls to the meeting, with the agenda as it stands. */
  MeetingConvened: z.strictObject({
    meeting: number,
    edition: number,
    date: isoDate,
    time: localTime.exactOptional(),
    place: text.exactOptional(),
    /** The offices called. */
    called: z.array(id),
    reason: text.exactOptional(),
  }),
} as const;

export type AgendaEvent = EventOf<typeof agendaEvents>;
export type NewAgendaEvent = NewEventOf<typeof agendaEvents>;
