import type { Route } from './visit.ts';

/** What is counted, each by itself: what is recorded, what is looked for, what is taken away, what is sent in. */
export const counted = ['write', 'search', 'export', 'upload'] as const;
export type Counted = (typeof counted)[number];

/** The most of each in a minute for one person (or, without a session, one address); 0: as many as they like. */
export type LimitSettings = Readonly<Record<Counted, number>> & {
  /** How many times as much an address may: many people of one institution come from one. */
  readonly addressTimes: number;
};
/**
 * Nobody writes two acts a second for a minute by hand, nor reads a search or a file a second; a program that does has a key, or can wait.
 * Ten people at full speed behind one address are more than an institution has at work at once.
 */
export const defaultLimits: LimitSettings = { write: 120, search: 60, export: 60, upload: 60, addressTimes: 10 };

export interface Limits {
  /** Counts one; `undefined`: go on. Otherwise the seconds after which it is worth trying again. */
  take(kind: Counted, who: { readonly identity?: string | undefined; readonly address: string }): number | undefined;
}

const minuteMs = 60_000;

/**
 * Counts in memory, for this process. A key keeps one number: the instant at which all that it used is free again (GCRA), so a burst of a
 * whole minute's worth passes, and afterwards as many as the rate lets.
 */
export function createLimits(settings: LimitSettings, now: () => number, maxKeys = 50_000): Limits {
  const freeAt = new Map<string, number>();
  const waitMs = (key: string, most: number): number => Math.max(freeAt.get(key) ?? 0, now()) + minuteMs / most - now() - minuteMs;
  const makeRoom = () => {
    if (freeAt.size < maxKeys) return;
    for (const [key, at] of freeAt) if (at <= now()) freeAt.delete(key);
    for (const key of freeAt.keys()) if (freeAt.size >= maxKeys) freeAt.delete(key);
  };
  return {
    take(kind, { identity, address }) {
      const most = settings[kind];
      if (most === 0) return undefined;
      const keys: readonly (readonly [string, number])[] = [
        [`${kind} at ${address}`, most * settings.addressTimes],
        ...(identity === undefined ? [] : [[`${kind} by ${identity}`, most] as const]),
      ];
      const wait = Math.max(...keys.map(([key, rate]) => waitMs(key, rate)));
      if (wait > 0) return Math.ceil(wait / 1000);
      makeRoom();
      for (const [key, rate] of keys) freeAt.set(key, Math.max(freeAt.get(key) ?? 0, now()) + minuteMs / rate);
      return undefined;
    },
  };
}

/** What a request to this route is counted as; most pages as nothing: they are cheap, and come from memory for whoever has no session. */
export function countedAs(route: Pick<Route<never>, 'method' | 'path' | 'uploads' | 'counts'>): Counted | undefined {
  if (route.counts !== undefined) return route.counts;
  if (route.method === 'POST') return route.uploads ? 'upload' : 'write';
  const isFile = /\.[a-z0-9]+$/.test(route.path) || /\.\(|\\\./.test(route.path) || route.path.startsWith('/api/');
  return isFile ? 'export' : undefined;
}
