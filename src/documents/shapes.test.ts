import { expect, test } from 'vitest';
import { ink, paint, statusToken } from './palette.ts';
import { segmentsOf, shapeGlyphs, shapePaths, shapeSize, shapes } from './shapes.ts';

test('the seven statuses have seven different drawings and seven different characters', () => {
  expect(shapes).toHaveLength(7);
  expect(new Set(Object.values(shapePaths)).size).toBe(7);
  expect(new Set(Object.values(shapeGlyphs)).size).toBe(7);
});

test('every drawing stays inside its box and is made only of straight and cubic segments', () => {
  for (const shape of shapes) {
    expect(shapePaths[shape]).toMatch(/^[MLCZ\d. ]+$/);
    for (const [command, points] of segmentsOf(shape)) {
      expect(points).toHaveLength({ M: 1, L: 1, C: 3, Z: 0 }[command] ?? -1);
      expect(points.flat().every((number) => number >= 0 && number <= shapeSize)).toBe(true);
    }
  }
});

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrastOnWhite = (hex: string): number => 1.05 / (luminance(hex) + 0.05);

test('on paper, text keeps 7 to 1 of contrast, and every status drawing more than the 3 to 1 that a graphic needs', () => {
  for (const token of ['ink', 'ink-2', 'accent'] as const) expect(contrastOnWhite(ink[token])).toBeGreaterThan(7);
  for (const shape of shapes) expect(contrastOnWhite(ink[statusToken[shape]])).toBeGreaterThan(4);
});

test('in a page a colour is the page’s own token, with the printed colour in reserve', () => {
  expect(paint('risk', 'page')).toBe('var(--risk, #a3231c)');
  expect(paint('risk', 'print')).toBe('#a3231c');
});
