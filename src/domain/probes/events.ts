import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { bilingual, id } from '../process/events.ts';

const host = z.string().regex(/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$|^\[?[0-9a-f:.]+\]?$/i);
const slowMs = z.int().min(1).max(60_000).exactOptional();

/** What is asked of an address, and what counts as an answer. */
export const question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    url: z.url({ protocol: /^https?$/ }).max(2000),
    /** Statuses that count as an answer; 200 to 299 when absent. */
    expectStatus: z.array(z.int().min(100).max(599)).min(1).readonly().exactOptional(),
    /** A text that must stand in the first 256 kB of the page. */
    expectText: z.string().min(1).max(200).exactOptional(),
    /** Slower than this is a failure. */
    slowMs,
    /** A certificate that ends sooner than this is a failure; seven days when absent. */
    certificateDays: z.int().min(0).max(365).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('tcp'), host, port: z.int().min(1).max(65_535), slowMs }),
  z.strictObject({
    kind: z.literal('dns'),
    host,
    /** Addresses that must be among those the name has. */
    expectAddresses: z.array(z.string().min(2).max(45)).min(1).readonly().exactOptional(),
  }),
]);
export type Question = z.infer<typeof question>;

/** When it is asked, and how many answers in a row it takes before anybody is told. */
export const schedule = z.strictObject({
  everySeconds: z.int().min(10).max(86_400),
  limitMs: z.int().min(100).max(60_000),
  retrySeconds: z.int().min(5).max(3600),
  failuresToConfirm: z.int().min(1).max(10),
  answersToRecover: z.int().min(1).max(10),
});
export type Schedule = z.infer<typeof schedule>;

export const usualSchedule: Schedule = { everySeconds: 60, limitMs: 10_000, retrySeconds: 15, failuresToConfirm: 3, answersToRecover: 2 };

export const conditions = ['up', 'down', 'unknown'] as const;
export type Condition = (typeof conditions)[number];

export const failures = [
  'guard',
  'timeout',
  'connection',
  'certificate',
  'certificate-ending',
  'redirect',
  'status',
  'text',
  'slow',
  'name',
] as const;
export type Failure = (typeof failures)[number];

const instant = z.iso.datetime();
const probe = { probe: id };

/** All in the stream of the process. */
export const probesEvents = {
  /** `isPrivate`: whoever lists it says that its address is of a private network. */
  ProbeListed: z.strictObject({ ...probe, system: id, name: bilingual, question, schedule, isPrivate: z.boolean() }),
  ProbeRetired: z.strictObject({ ...probe, reason: z.string().regex(/\S/).max(1000) }),
  /** A confirmed change. `since` and `confirmedAt` are UTC instants; `on` is the day of `since` where the process is. */
  ProbeTurned: z.strictObject({
    ...probe,
    to: z.enum(['up', 'down']),
    since: instant,
    confirmedAt: instant,
    failure: z.enum(failures).exactOptional(),
    detail: z.string().max(300).exactOptional(),
  }),
} as const;

export type ProbesEvent = EventOf<typeof probesEvents>;
export type NewProbesEvent = NewEventOf<typeof probesEvents>;
