/** 32 bits that look random and depend on nothing but the three numbers: the same seed, the same country. */
export function mix(seed: number, a: number, b: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(a + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15) ^ Math.imul(b + 0x165667b1, 0x27d4eb2f), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A whole number from 0 to `below` - 1. */
export const pick = (seed: number, below: number, a: number, b: number): number => Math.floor((mix(seed, a, b) / 2 ** 32) * below);

/** 64 hex digits for the image of an acta. */
export function digest(seed: number, a: number): string {
  let text = '';
  for (let i = 0; i < 8; i++) text += (mix(seed, a, i + 101) + 2 ** 32).toString(16).slice(1);
  return text;
}
