import { z } from 'zod';

const host = z.string().regex(/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$|^\[?[0-9a-f:.]+\]?$/i);
const port = z.int().min(1).max(65_535);

/** What is asked of an address, and what counts as an answer. */
export const question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    url: z.url({ protocol: /^https?$/ }),
    /** Statuses that count as an answer; 200 to 299 when absent. */
    expectStatus: z.array(z.int().min(100).max(599)).min(1).readonly().exactOptional(),
    /** A text that must stand in the first 256 kB of the page. */
    expectText: z.string().min(1).max(200).exactOptional(),
    /** Slower than this is a failure. */
    slowMs: z.int().min(1).max(60_000).exactOptional(),
    /** A certificate that ends sooner than this is a failure; seven days when absent. */
    certificateDays: z.int().min(0).max(365).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('tcp'), host, port, slowMs: z.int().min(1).max(60_000).exactOptional() }),
  z.strictObject({
    kind: z.literal('dns'),
    host,
    /** Addresses that must be among those the name has. */
    expectAddresses: z.array(z.string().min(2)).min(1).readonly().exactOptional(),
  }),
]);
export type Question = z.infer<typeof question>;

/** When it is asked, and how many answers it takes before anybody is told. */
export const schedule = z.strictObject({
  everySeconds: z.int().min(10).max(86_400),
  limitMs: z.int().min(100).max(60_000),
  /** After a failure it is asked again so soon; that many failures in a row are an outage, that many answers its end. */
  retrySeconds: z.int().min(5).max(3600),
  failuresToConfirm: z.int().min(1).max(10),
  answersToRecover: z.int().min(1).max(10),
});
export type Schedule = z.infer<typeof schedule>;

export const usualSchedule: Schedule = { everySeconds: 60, limitMs: 10_000, retrySeconds: 15, failuresToConfirm: 3, answersToRecover: 2 };

export const failureKinds = [
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
export type FailureKind = (typeof failureKinds)[number];

/** One answer. `latencyMs`: from the question to the end of what was read. `detail` is for people: a status, a code, an address. */
export type Outcome =
  | { readonly ok: true; readonly latencyMs: number; readonly certificateUntil?: string }
  | {
      readonly ok: false;
      readonly failure: FailureKind;
      readonly detail: string;
      readonly latencyMs?: number;
      readonly certificateUntil?: string;
    };

/** The host and port that an administrator lists by listing the probe. */
export function targetOf(asked: Question): { readonly host: string; readonly port: number } {
  if (asked.kind === 'dns') return { host: asked.host, port: 53 };
  if (asked.kind === 'tcp') return { host: asked.host, port: asked.port };
  const { hostname, port, protocol } = new URL(asked.url);
  return { host: hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
}
