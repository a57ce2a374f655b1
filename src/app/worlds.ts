import type { IsoDate, IsoInstant } from '../core/event.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { emptyWorld, type ProcessWorld, peopleStream, quietEvents, take, type World } from './world.ts';

/** How many past states are kept folded; each costs about as much memory as the process it speaks of. */
const keptPasts = 16;

/** A past state, and the last entry of the log that was looked at for it. Nothing is taken into one that was handed out. */
type Past = { readonly process: ProcessWorld | undefined; readonly position: number };

/** Told of each advance; `isQuiet`: no page that somebody has open reads differently but in its foot. */
type Listener = (position: number, isQuiet: boolean) => void;

/** The world at the ledger's head, kept folded in memory, and the worlds of the past, folded on demand. */
export function createWorlds(ledger: Ledger) {
  const world = emptyWorld();
  const pasts = new Map<string, Promise<Past>>();
  const days = createDays();
  const moves = new Map<string, number>();
  let lastMove = 0;
  const listeners = new Set<Listener>();
  let catching: Promise<World> | undefined;

  const readOn = async (): Promise<World> => {
    const before = world.position;
    let isQuiet = true;
    for await (const batch of ledger.entries({ after: world.position }))
      for (const entry of batch) {
        take(world, entry);
        days.push(entry.on);
        if (quietEvents.has(entry.type)) continue;
        isQuiet = false;
        moves.set(entry.stream, entry.seq);
        lastMove = entry.seq;
      }
    if (world.position > before) for (const listener of listeners) listener(world.position, isQuiet);
    return world;
  };

  /** Takes in what the ledger holds beyond the world. Concurrent calls share one reading; one that began earlier is not enough. */
  const catchUp = async (): Promise<World> => {
    const running = catching;
    if (running) await running;
    if (catching && catching !== running) return catching;
    const next = readOn().finally(() => {
      if (catching === next) catching = undefined;
    });
    catching = next;
    return next;
  };

  const foldPast = async (process: string, day: IsoDate, known: number): Promise<Past> => {
    const past = emptyWorld();
    for await (const batch of ledger.entries({ stream: process, upTo: known }))
      for (const entry of batch) if (entry.on <= day) take(past, entry);
    return { process: past.processes.get(process), position: known };
  };

  /** The same as known later: another one only when something was recorded since of that day or an earlier one, which is rare of a past day. */
  const asKnownLater = async (past: Past, process: string, day: IsoDate, known: number): Promise<Past> => {
    if (past.position >= known) return past;
    for await (const batch of ledger.entries({ stream: process, after: past.position, upTo: known }))
      if (batch.some((entry) => entry.on <= day)) return foldPast(process, day, known);
    return { ...past, position: known };
  };

  /** The past states asked for last are kept; one that fails is not. */
  const keep = (key: string, folding: Promise<Past>): Promise<Past> => {
    folding.catch(() => pasts.delete(key));
    pasts.delete(key); // what was asked for last goes last
    pasts.set(key, folding);
    const oldest = pasts.keys().next();
    if (pasts.size > keptPasts && !oldest.done) pasts.delete(oldest.value);
    return folding;
  };

  return {
    /** The world as folded so far. It never goes back. */
    current: (): World => world,
    catchUp,
    /**
     * One process on `day` as known at position `known`: events that happened later than `day` (`on`), or that the
     * ledger learnt after `known`, are not in it. `undefined`: nothing was known of the process.
     */
    async past(process: string, day: IsoDate, known: number): Promise<ProcessWorld | undefined> {
      if (process === peopleStream) return undefined;
      // A day as known now, with which most pages compare themselves, is not folded anew at each entry of the log.
      const isNow = known === world.position;
      const key = isNow ? `${process}|${day}` : `${process}|${day}|${known}`;
      const kept = pasts.get(key);
      const past = kept ? kept.then((one) => asKnownLater(one, process, day, known)) : foldPast(process, day, known);
      return (await keep(key, past)).process;
    },
    /** The last entry that changed what the pages of a process say: one of its own or of people, but not of who was shown what. */
    movedAt: (process: string): number => Math.max(moves.get(process) ?? 0, moves.get(peopleStream) ?? 0),
    /** The last entry that changed what any page says. */
    lastMove: (): number => lastMove,
    /** A fold of one process apart from all others, for whoever will change it while deciding. Absent: it does not exist. */
    fresh: async (process: string): Promise<ProcessWorld | undefined> =>
      (await foldPast(process, '9999-12-31', Number.MAX_SAFE_INTEGER)).process,
    /** The position at which the ledger stood at `instant`: the last entry with `at` ≤ `instant`. */
    async positionAt(instant: IsoInstant): Promise<number> {
      let low = 0;
      let high = (await ledger.head()).size;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        const at = await instantOf(ledger, middle);
        if (at <= instant) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    /** Numbers of the entries up to position `last` that happened on `day` or before, the newest first. */
    seqsUpTo: (day: IsoDate, last: number): readonly number[] => days.upTo(day, last),
    onAdvance(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
export type Worlds = ReturnType<typeof createWorlds>;

async function instantOf(ledger: Ledger, seq: number): Promise<IsoInstant> {
  for await (const [entry] of ledger.entries({ after: seq - 1, upTo: seq })) if (entry) return entry.at;
  throw new Error(`the ledger has no entry ${seq}`);
}

/** The day each entry happened on, four bytes an entry: enough to list a past state of the log without reading all of it. */
function createDays() {
  let days = new Int32Array(1024);
  let length = 0;
  const numbers = new Map<IsoDate, number>();
  const number = (day: IsoDate): number => {
    let known = numbers.get(day);
    if (known === undefined) {
      known = Number(day.replaceAll('-', ''));
      if (numbers.size > 10_000) numbers.clear();
      numbers.set(day, known);
    }
    return known;
  };
  return {
    push(day: IsoDate): void {
      if (length === days.length) {
        const larger = new Int32Array(length * 2);
        larger.set(days);
        days = larger;
      }
      days[length] = number(day);
      length += 1;
    },
    upTo(day: IsoDate, last: number): readonly number[] {
      const limit = number(day);
      const found: number[] = [];
      for (let seq = Math.min(last, length); seq >= 1; seq -= 1) if ((days[seq - 1] ?? 0) <= limit) found.push(seq);
      return found;
    },
  };
}
