import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { ok, type Result, refuse } from '../../core/result.ts';
import { addressFor, type Guard, type GuardRefusal, pinned } from './guard.ts';

export type Outgoing = {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The whole exchange, name look-up and redirects included. */
  readonly limitMs: number;
  /** More of a body than this is not read. */
  readonly limitBytes: number;
  readonly maxRedirects: number;
  /** Certificates of an institution's own authority, PEM; those of the system otherwise. */
  readonly ca?: string;
};

export type Received = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As much as the limit allowed. */
  readonly body: Uint8Array;
  readonly truncated: boolean;
  /** RFC 3339, of the certificate the last address showed; absent without TLS. */
  readonly certificateUntil?: string;
  readonly url: URL;
};

export type SendFault =
  | { readonly kind: 'guard'; readonly refusal: GuardRefusal }
  | { readonly kind: 'timeout'; readonly limitMs: number }
  | { readonly kind: 'too-many-redirects'; readonly url: string }
  | { readonly kind: 'bad-redirect'; readonly to: string }
  | { readonly kind: 'certificate'; readonly code: string }
  | { readonly kind: 'connection'; readonly code: string };

/**
 * One request to an address that somebody listed, and nothing else: the guard is asked before every connection, redirects included; no proxy, no
 * cookies, no kept connections; bounded in time and size. Faults are values.
 */
export async function send(outgoing: Outgoing, guard: Guard): Promise<Result<Received, SendFault>> {
  const signal = AbortSignal.timeout(outgoing.limitMs);
  const late = { kind: 'timeout', limitMs: outgoing.limitMs } as const;
  let url = outgoing.url;
  for (let hops = 0; ; hops++) {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse({ kind: 'bad-redirect', to: url.href });
    const target = { host: url.hostname, port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80) };
    const address = await Promise.race([addressFor(target, guard), aborted(signal)]);
    if (address === 'aborted') return refuse(late);
    if (!address.ok) return refuse({ kind: 'guard', refusal: address.error });
    const answer = await exchange({ ...outgoing, url }, pinned(address.value), signal);
    if (!answer.ok) return signal.aborted ? refuse(late) : answer;
    const { status, headers } = answer.value;
    const location = headers.location;
    if (status < 300 || status > 399 || status === 304 || typeof location !== 'string' || outgoing.method === 'POST') return answer;
    if (hops === outgoing.maxRedirects) return refuse({ kind: 'too-many-redirects', url: url.href });
    if (!URL.canParse(location, url)) return refuse({ kind: 'bad-redirect', to: location.slice(0, 200) });
    const next = new URL(location, url);
    // From an encrypted address to a plain one, what is read could be anybody's.
    if (url.protocol === 'https:' && next.protocol === 'http:') return refuse({ kind: 'bad-redirect', to: next.href });
    url = next;
  }
}

const aborted = (signal: AbortSignal): Promise<'aborted'> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve('aborted');
    else signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });

type Lookup = ReturnType<typeof pinned>;

function exchange({ url, method, headers, body, limitBytes, ca }: Outgoing, lookup: Lookup, signal: AbortSignal) {
  return new Promise<Result<Received, SendFault>>((resolve) => {
    const options = { method, headers: { 'user-agent': 'Atalaya', ...headers }, lookup: lookup as never, agent: false as const, signal }; // Node's type of `lookup` has an overload it never uses
    const heard = (response: IncomingMessage) =>
      void read(response, url, limitBytes, method).then((received) => resolve(ok(received)), failed);
    const failed = (fault: unknown) => resolve(refuse(faultOf(fault)));
    const sent =
      url.protocol === 'https:'
        ? secureRequest(url, { ...options, servername: url.hostname, ...(ca === undefined ? {} : { ca }) }, heard)
        : plainRequest(url, options, heard);
    sent.on('error', failed);
    sent.end(body);
  });
}

async function read(response: IncomingMessage, url: URL, limitBytes: number, method: string): Promise<Received> {
  const certificate = 'getPeerX509Certificate' in response.socket ? (response.socket as TLSSocket).getPeerX509Certificate() : undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (method !== 'HEAD' && limitBytes > 0)
    for await (const chunk of response) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= limitBytes) break;
    }
  // What is left of it is nobody's concern, and might never end.
  response.destroy();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks).subarray(0, limitBytes),
    truncated: size > limitBytes,
    ...(certificate ? { certificateUntil: certificate.validToDate.toISOString() } : {}),
    url,
  };
}

/** Node's codes of refused certificates begin so, or are OpenSSL's names. */
const certificateCode = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;

function faultOf(fault: unknown): SendFault {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
  return certificateCode.test(code) ? { kind: 'certificate', code } : { kind: 'connection', code };
}
