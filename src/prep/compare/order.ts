import type { Cut } from './cut.ts';

/** The cuts of one election in the order of their time; those without time stay where they were handed in. */
export type Sequence = {
  readonly electionKey: string;
  readonly election: string;
  readonly cuts: readonly Cut[];
  /** They were handed in otherwise. */
  readonly reordered: boolean;
  readonly undated: readonly Cut[];
};

/**
 * Minutes since some fixed moment, to be subtracted from one another. A time without offset is taken to be in the zone of the others,
 * which is the publisher's; so when one of `times` has none the offsets of all are left out.
 */
export function minutesOf(times: readonly string[]): readonly number[] {
  const offset = /(?:Z|[+-]\d{2}:?\d{2})$/;
  const plain = times.some((time) => !offset.test(time));
  return times.map((time) =>
    plain
      ? Temporal.PlainDateTime.from(time.replace(offset, '')).toZonedDateTime('UTC').epochMilliseconds / 60_000
      : Temporal.Instant.from(time).epochMilliseconds / 60_000,
  );
}

/** Groups cuts by election and puts each group in the order of time. Cuts of different elections are never compared. */
export function sequences(cuts: readonly Cut[]): readonly Sequence[] {
  return [...Map.groupBy(cuts, (cut) => cut.electionKey)].map(([electionKey, given]) => {
    const undated = given.filter((cut) => cut.cutAt === null);
    const dated = given.flatMap((cut) => (cut.cutAt === null ? [] : [{ cut, at: cut.cutAt }]));
    const minutes = minutesOf(dated.map(({ at }) => at));
    const sorted = dated.map(({ cut }, i) => ({ cut, at: minutes[i] ?? 0 })).toSorted((x, y) => x.at - y.at);
    const queue = sorted.map(({ cut }) => cut);
    const ordered = given.map((cut) => (cut.cutAt === null ? cut : (queue.shift() ?? cut)));
    return {
      electionKey,
      election: given[0]?.election ?? electionKey,
      cuts: ordered,
      reordered: ordered.some((cut, i) => cut !== given[i]),
      undated,
    };
  });
}
