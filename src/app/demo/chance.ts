/** Numbers that look random and depend on nothing but the seed and the words they are asked with: the same day, the same demo. */
export type Chance = {
  /** A whole number from 0 to `below` - 1. */
  readonly whole: (below: number, ...about: readonly string[]) => number;
  /** True `percent` times in a hundred. */
  readonly happens: (percent: number, ...about: readonly string[]) => boolean;
};

export function chanceOf(seed: string): Chance {
  const whole = (below: number, ...about: readonly string[]) => hash([seed, ...about].join('|')) % below;
  return { whole, happens: (percent, ...about) => whole(100, ...about) < percent };
}

/** FNV-1a over UTF-16 units, then mixed (the finaliser of MurmurHash3), so that texts that differ in one letter differ in all bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
