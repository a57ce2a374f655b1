import { describe, expect, it } from 'vitest';
import { must } from '../core/result.ts';
import { readStyle } from './test-styles.ts';

const tokens = readStyle('tokens');

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function colour(name: string, scheme: 'light' | 'dark'): string {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  const one = new RegExp(`--${name}: (#\\w{6});`).exec(tokens);
  const alias = new RegExp(`--${name}: var\\(--([\\w-]+)\\)`).exec(tokens);
  if (alias) return colour(must(alias[1], 'the pattern has a group'), scheme);
  return must(pair?.[scheme === 'light' ? 1 : 2] ?? one?.[1], `the token --${name} must be a colour in hexadecimal`);
}

const grounds = ['paper', 'sheet', 'sunk'];
const texts = ['ink', 'ink-2', 'accent', 'link', 'ok', 'doing', 'watch', 'risk', 'mute'];
const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...['ok', 'doing', 'watch', 'risk', 'mute', 'accent'].flatMap((name) =>
    [name, 'ink', 'ink-2', 'link'].map((text) => [text, `${name}-sunk`] as const),
  ),
  ['on-accent', 'accent-fill'],
];

describe.each(['light', 'dark'] as const)('the colours, %s', (scheme) => {
  it.each(pairs)('text in %s on %s reaches 7:1', (text, ground) => {
    expect(contrast(colour(text, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(7);
  });
  it.each(grounds)('what can be typed in or pressed has an edge of 3:1 on %s', (ground) => {
    expect(contrast(colour('edge', scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(3);
  });
});
