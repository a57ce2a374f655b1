import { Resolver } from 'node:dns/promises';
import { connect } from 'node:net';
import { unreachable } from '../../core/result.ts';
import { addressFor, type Guard } from '../outbound/guard.ts';
import { type Received, type SendFault, send } from '../outbound/send.ts';
import { type Outcome, type Question, targetOf } from './probe.ts';

export type AskOptions = {
  readonly guard: Guard;
  readonly limitMs: number;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** UTC, RFC 3339: what certificates are compared with. */
  readonly now: () => string;
  /** Certificates of the institution's own authority, PEM. */
  readonly ca?: string;
  /** `address:port` of the name server to ask; those of the system when absent. */
  readonly nameServer?: string;
};

const pageBytes = 256 * 1024;
const certificateDays = 7;

/** Asks once. Whatever happens is an outcome: it never throws, and never takes longer than the limit. */
export function ask(question: Question, options: AskOptions): Promise<Outcome> {
  switch (question.kind) {
    case 'http':
      return askHttp(question, options);
    case 'tcp':
      return askTcp(question, options);
    case 'dns':
      return askDns(question, options);
    default:
      return unreachable(question);
  }
}

async function askHttp(question: Extract<Question, { kind: 'http' }>, options: AskOptions): Promise<Outcome> {
  const { guard, limitMs, elapsed, ca } = options;
  const limitBytes = question.expectText === undefined ? 0 : pageBytes;
  const began = elapsed();
  const url = new URL(question.url);
  const answer = await send({ url, method: 'GET', limitMs, limitBytes, maxRedirects: 5, ...(ca === undefined ? {} : { ca }) }, guard);
  const latencyMs = elapsed() - began;
  if (!answer.ok) return { ok: false, ...failureOf(answer.error), ...(answer.error.kind === 'guard' ? {} : { latencyMs }) };
  const { certificateUntil } = answer.value;
  const seen = { latencyMs, ...(certificateUntil === undefined ? {} : { certificateUntil }) };
  const wrong = wrongIn(question, answer.value, latencyMs, options.now());
  return wrong ? { ok: false, ...wrong, ...seen } : { ok: true, ...seen };
}

type Failure = Pick<Extract<Outcome, { ok: false }>, 'failure' | 'detail'>;

function wrongIn(question: Extract<Question, { kind: 'http' }>, received: Received, latencyMs: number, now: string): Failure | undefined {
  const { status, body, certificateUntil } = received;
  const isExpected = question.expectStatus ? question.expectStatus.includes(status) : status >= 200 && status <= 299;
  if (!isExpected) return { failure: 'status', detail: String(status) };
  if (question.expectText !== undefined && !new TextDecoder().decode(body).includes(question.expectText))
    return { failure: 'text', detail: question.expectText };
  if (question.slowMs !== undefined && latencyMs > question.slowMs) return { failure: 'slow', detail: `${Math.round(latencyMs)} ms` };
  if (certificateUntil === undefined) return undefined;
  const hours = Temporal.Instant.from(now).until(Temporal.Instant.from(certificateUntil), { largestUnit: 'hours' }).hours;
  return hours < 24 * (question.certificateDays ?? certificateDays)
    ? { failure: 'certificate-ending', detail: certificateUntil }
    : undefined;
}

function failureOf(fault: SendFault): Failure {
  switch (fault.kind) {
    case 'guard':
      return fault.refusal.kind === 'no-address'
        ? { failure: 'name', detail: fault.refusal.why }
        : { failure: 'guard', detail: 'address' in fault.refusal ? fault.refusal.address : fault.refusal.host };
    case 'timeout':
      return { failure: 'timeout', detail: `${fault.limitMs} ms` };
    case 'too-many-redirects':
      return { failure: 'redirect', detail: fault.url };
    case 'bad-redirect':
      return { failure: 'redirect', detail: fault.to };
    case 'certificate':
    case 'connection':
      return { failure: fault.kind, detail: fault.code };
    default:
      return unreachable(fault);
  }
}

async function askTcp(question: Extract<Question, { kind: 'tcp' }>, { guard, limitMs, elapsed }: AskOptions): Promise<Outcome> {
  const began = elapsed();
  const address = await addressFor(targetOf(question), guard);
  if (!address.ok) return { ok: false, ...failureOf({ kind: 'guard', refusal: address.error }) };
  const code = await new Promise<string | undefined>((resolve) => {
    const socket = connect({ host: address.value.address, port: question.port, timeout: Math.max(1, limitMs - (elapsed() - began)) });
    const end = (told: string | undefined) => {
      socket.destroy();
      resolve(told);
    };
    socket.once('connect', () => end(undefined));
    socket.once('timeout', () => end('timeout'));
    socket.once('error', (fault) => end('code' in fault ? String(fault.code) : fault.message));
  });
  const latencyMs = elapsed() - began;
  if (code === 'timeout') return { ok: false, failure: 'timeout', detail: `${limitMs} ms`, latencyMs };
  if (code !== undefined) return { ok: false, failure: 'connection', detail: code, latencyMs };
  if (question.slowMs !== undefined && latencyMs > question.slowMs)
    return { ok: false, failure: 'slow', detail: `${Math.round(latencyMs)} ms`, latencyMs };
  return { ok: true, latencyMs };
}

async function askDns(question: Extract<Question, { kind: 'dns' }>, { limitMs, elapsed, nameServer }: AskOptions): Promise<Outcome> {
  const began = elapsed();
  const resolver = new Resolver({ timeout: limitMs, tries: 1 });
  if (nameServer !== undefined) resolver.setServers([nameServer]);
  const timer = setTimeout(() => resolver.cancel(), limitMs);
  const answers = await Promise.allSettled([resolver.resolve4(question.host), resolver.resolve6(question.host)]);
  clearTimeout(timer);
  const latencyMs = elapsed() - began;
  const found = answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  if (found.length === 0) {
    const codes = answers.flatMap((one) => (one.status === 'rejected' && 'code' in one.reason ? [String(one.reason.code)] : []));
    const isLate = codes.some((code) => code === 'ETIMEOUT' || code === 'ECANCELLED');
    return { ok: false, failure: isLate ? 'timeout' : 'name', detail: isLate ? `${limitMs} ms` : (codes[0] ?? 'ENODATA'), latencyMs };
  }
  const missing = question.expectAddresses?.find((one) => !found.includes(one));
  return missing === undefined ? { ok: true, latencyMs } : { ok: false, failure: 'name', detail: found.join(', '), latencyMs };
}
