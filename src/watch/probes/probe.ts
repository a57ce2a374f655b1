/** What is asked of an address, and what counts as an answer. Whoever lists it has checked its form. */
export type Question =
  | {
      readonly kind: 'http';
      readonly url: string;
      readonly expectStatus?: readonly number[];
      /** Must stand in the first 256 kB of the page. */
      readonly expectText?: string;
      /** Slower than this is a failure. */
      readonly slowMs?: number;
      /** A certificate that ends sooner than this is a failure; seven days when absent. */
      readonly certificateDays?: number;
    }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly slowMs?: number }
  | { readonly kind: 'dns'; readonly host: string; readonly expectAddresses?: readonly string[] };

/** When it is asked, and how many answers it takes before anybody is told. */
export type Schedule = {
  readonly everySeconds: number;
  readonly limitMs: number;
  /** After a failure it is asked again so soon; that many failures in a row are an outage, that many answers its end. */
  readonly retrySeconds: number;
  readonly failuresToConfirm: number;
  readonly answersToRecover: number;
};

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
