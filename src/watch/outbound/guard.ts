import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ok, type Result, refuse } from '../../core/result.ts';
import { isPublicAddress } from './ranges.ts';

export type HostPort = { readonly host: string; readonly port: number };
export type Address = { readonly address: string; readonly family: 4 | 6 };

/** Why nothing was sent: nobody listed the host, it has no address, or its address is of a private network that nobody listed. */
export type GuardRefusal =
  | { readonly kind: 'not-listed'; readonly host: string; readonly port: number }
  | { readonly kind: 'no-address'; readonly host: string; readonly why: string }
  | { readonly kind: 'private-address'; readonly host: string; readonly address: string };

export type Guard = {
  /** Whether an administrator listed this host and port. */
  readonly isListed: (target: HostPort) => boolean;
  /** Whether, listing it, they said that it stands in a private network. */
  readonly mayBePrivate: (target: HostPort) => boolean;
  /** Addresses of a name; the system's resolver unless a test says otherwise. */
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
};

/** The one address that was listed, and nothing else. */
export function guardOfOne(listed: { readonly url: string; readonly isPrivate: boolean }): Guard {
  const { hostname, port, protocol } = new URL(listed.url);
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const number = Number(port) || (protocol === 'https:' ? 443 : 80);
  const isIt = (target: HostPort) => target.host === host && target.port === number;
  return { isListed: isIt, mayBePrivate: (target) => listed.isPrivate && isIt(target) };
}

const systemResolve = async (host: string): Promise<readonly Address[]> =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));

/**
 * Asks, before every connection, whether it may be made, and to which address exactly. The connection must then be made to that very
 * address and to no other (OWASP, Server-Side Request Forgery Prevention: a name may resolve to something else a moment later).
 * When one of a name's addresses is private, none is used: a public one beside it is how rebinding begins.
 */
export async function addressFor(target: HostPort, guard: Guard): Promise<Result<Address, GuardRefusal>> {
  const host = target.host.replace(/^\[|\]$/g, '').toLowerCase();
  if (!guard.isListed({ ...target, host })) return refuse({ kind: 'not-listed', host, port: target.port });
  const found = await addressesOf(host, guard.resolve ?? systemResolve);
  if (!found.ok) return found;
  const hidden = guard.mayBePrivate({ ...target, host }) ? undefined : found.value.find(({ address }) => !isPublicAddress(address));
  if (hidden) return refuse({ kind: 'private-address', host, address: hidden.address });
  const [first] = found.value;
  return first ? ok(first) : refuse({ kind: 'no-address', host, why: 'ENODATA' });
}

async function addressesOf(
  host: string,
  resolve: (host: string) => Promise<readonly Address[]>,
): Promise<Result<readonly Address[], GuardRefusal>> {
  const family = isIP(host);
  if (family !== 0) return ok([{ address: host, family: family === 6 ? 6 : 4 }]);
  try {
    return ok(await resolve(host));
  } catch (fault) {
    const why = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
    return refuse({ kind: 'no-address', host, why });
  }
}

/** For Node's `lookup` option: whatever name is asked for, the one address that was allowed. */
export const pinned =
  ({ address, family }: Address) =>
  (
    _: string,
    options: { readonly all?: boolean },
    done: (fault: null, address: string | { address: string; family: number }[], family?: number) => void,
  ): void => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
