import type { Shape } from '../core/document.ts';

/** The box every shape is drawn in: 0 0 16 16. */
export const shapeSize = 16;

/**
 * The seven status shapes, each one filled path in one colour: filled check, ring check, half, bubble, ring,
 * triangle, dashes. Only absolute M, L, C and Z, and holes wind the other way, so that SVG, Typst and chart
 * legends draw the same data without a fill rule.
 */
export const shapePaths: Readonly<Record<Shape, string>> = {
  done: 'M8 0.8C11.98 0.8 15.2 4.02 15.2 8C15.2 11.98 11.98 15.2 8 15.2C4.02 15.2 0.8 11.98 0.8 8C0.8 4.02 4.02 0.8 8 0.8ZM3.83 8.87L7.03 12.07L12.3 6.34L10.9 5.06L6.97 9.33L5.17 7.53Z',
  doneLate:
    'M8 0.9C11.92 0.9 15.1 4.08 15.1 8C15.1 11.92 11.92 15.1 8 15.1C4.08 15.1 0.9 11.92 0.9 8C0.9 4.08 4.08 0.9 8 0.9ZM8 2.5C4.96 2.5 2.5 4.96 2.5 8C2.5 11.04 4.96 13.5 8 13.5C11.04 13.5 13.5 11.04 13.5 8C13.5 4.96 11.04 2.5 8 2.5ZM5.5 7.6L7.17 9.27L10.47 5.63L11.73 6.77L7.23 11.73L4.3 8.8Z',
  doing:
    'M8 0.9C11.92 0.9 15.1 4.08 15.1 8C15.1 11.92 11.92 15.1 8 15.1C4.08 15.1 0.9 11.92 0.9 8C0.9 4.08 4.08 0.9 8 0.9ZM8 2.5C4.96 2.5 2.5 4.96 2.5 8C2.5 11.04 4.96 13.5 8 13.5C11.04 13.5 13.5 11.04 13.5 8C13.5 4.96 11.04 2.5 8 2.5ZM8 2C11.31 2 14 4.69 14 8C14 11.31 11.31 14 8 14Z',
  observed:
    'M1.2 2.4L14.8 2.4L14.8 11.3L8.7 11.3L5 14.6L5 11.3L1.2 11.3ZM3.8 6.1L12.2 6.1L12.2 4.9L3.8 4.9ZM3.8 8.8L9.2 8.8L9.2 7.6L3.8 7.6Z',
  todo: 'M8 1C11.87 1 15 4.13 15 8C15 11.87 11.87 15 8 15C4.13 15 1 11.87 1 8C1 4.13 4.13 1 8 1ZM8 2.3C4.85 2.3 2.3 4.85 2.3 8C2.3 11.15 4.85 13.7 8 13.7C11.15 13.7 13.7 11.15 13.7 8C13.7 4.85 11.15 2.3 8 2.3Z',
  late: 'M8 0.9L15.5 14.6L0.5 14.6ZM7.1 10.2L8.9 10.2L8.9 5.6L7.1 5.6ZM7.1 13.1L8.9 13.1L8.9 11.3L7.1 11.3Z',
  unknown: 'M1.6 7.1L4.8 7.1L4.8 8.9L1.6 8.9ZM6.4 7.1L9.6 7.1L9.6 8.9L6.4 8.9ZM11.2 7.1L14.4 7.1L14.4 8.9L11.2 8.9Z',
};
export const shapes: readonly Shape[] = ['done', 'doneLate', 'doing', 'observed', 'todo', 'late', 'unknown'];

/** The nearest character, for formats made of text (DOCX, Markdown). All but the check marks are in every office font. */
export const shapeGlyphs: Readonly<Record<Shape, string>> = {
  done: '✔',
  doneLate: '✓',
  doing: '◐',
  observed: '◆',
  todo: '○',
  late: '▲',
  unknown: '┄',
};

type Segment = readonly [command: string, points: readonly (readonly [x: number, y: number])[]];

/** A path as its segments, for renderers that have their own words for drawing. */
export function segmentsOf(shape: Shape): readonly Segment[] {
  return [...shapePaths[shape].matchAll(/([MLCZ])([^MLCZ]*)/g)].map(([, command = '', numbers = '']) => {
    const coordinates = numbers.trim() === '' ? [] : numbers.trim().split(' ').map(Number);
    const points = coordinates.flatMap((x, i) => (i % 2 === 0 ? [[x, coordinates[i + 1] ?? 0] as const] : []));
    return [command, points];
  });
}
