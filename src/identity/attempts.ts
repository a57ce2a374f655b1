import { isIPv4, isIPv6 } from 'node:net';

type Rule = { readonly max: number; readonly windowSeconds: number };
/** What must be below its limit for an attempt to be made. */
type Counted = { readonly key: string; readonly rule: Rule };

const quarterHour = 15 * 60;
/** Somebody who forgot; somebody who tries many accounts from one place; many places that try one account. */
const limits = {
  accountAtAddress: { max: 5, windowSeconds: quarterHour },
  address: { max: 30, windowSeconds: quarterHour },
  account: { max: 50, windowSeconds: quarterHour },
} as const;

export interface SignInAttempts {
  /**
   * Counts an attempt before the password is looked at, so that simultaneous ones cannot slip through; `undefined`: go
   * on. Otherwise the seconds to wait. An unknown account counts like any other.
   */
  take(email: string, address: string): number | undefined;
  /** The attempt succeeded: it was not an attack, and is not counted. */
  giveBack(email: string, address: string): void;
}

/** Counts in memory, for this process; a restart forgets. `now` gives milliseconds. */
export function signInAttempts(now: () => number, maxKeys = 20_000): SignInAttempts {
  const times = new Map<string, number[]>();

  const recent = ({ key, rule }: Counted): number[] => (times.get(key) ?? []).filter((at) => at > now() - rule.windowSeconds * 1000);
  const waitSeconds = (one: Counted): number => {
    const made = recent(one);
    const oldest = made[made.length - one.rule.max];
    return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + one.rule.windowSeconds * 1000 - now()) / 1000));
  };
  const makeRoom = () => {
    if (times.size < maxKeys) return;
    for (const [key, made] of times) if ((made.at(-1) ?? 0) <= now() - quarterHour * 1000) times.delete(key);
    for (const key of times.keys()) if (times.size >= maxKeys) times.delete(key);
  };

  return {
    take(email, address) {
      const all = counted(email, address);
      const wait = Math.max(...all.map(waitSeconds));
      if (wait > 0) return wait;
      makeRoom();
      for (const one of all) times.set(one.key, [...recent(one), now()]);
      return undefined;
    },
    giveBack(email, address) {
      for (const { key } of counted(email, address)) {
        const rest = (times.get(key) ?? []).slice(0, -1);
        if (rest.length > 0) times.set(key, rest);
        else times.delete(key);
      }
    },
  };
}

function counted(email: string, address: string): readonly Counted[] {
  const account = email.trim().toLowerCase();
  const from = network(address);
  return [
    { key: `both ${from} ${account}`, rule: limits.accountAtAddress },
    { key: `address ${from}`, rule: limits.address },
    { key: `account ${account}`, rule: limits.account },
  ];
}

/** Whom an address speaks for: itself in IPv4; in IPv6 its /64, since one subscriber has all of it. */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const plain = address.replace(/%.*$/, '');
  if (isIPv4(plain) || !isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
