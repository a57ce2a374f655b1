import type { Shape } from '../core/document.ts';
import type { Palette } from './palette.ts';
import { paint, statusToken } from './palette.ts';

/** Marks over an 8 × 8 tile: a ground and a drawing, so that no state is told by colour alone. */
const tiles: Readonly<Record<Shape, { readonly ground: 'full' | 'sheet'; readonly marks: string }>> = {
  done: { ground: 'full', marks: '' },
  doneLate: { ground: 'sheet', marks: 'M-2 10L10 -2M-2 2L2 -2M6 10L10 6' },
  doing: { ground: 'sheet', marks: 'M2 0V8M6 0V8' },
  observed: { ground: 'sheet', marks: 'M2 1V3M6 5V7' },
  todo: { ground: 'sheet', marks: '' },
  late: { ground: 'full', marks: 'M-2 -2L10 10M-2 6L2 10M6 -2L10 2' },
  unknown: { ground: 'sheet', marks: 'M1 4H5' },
};
const markWidth: Readonly<Record<Shape, number>> = { done: 0, doneLate: 2.4, doing: 2, observed: 2.2, todo: 0, late: 1, unknown: 1.1 };

/** On a full ground the number is written in the sheet's colour, elsewhere in ink. */
export const isFull = (shape: Shape): boolean => tiles[shape].ground === 'full';

const patternId = (chartId: string, shape: Shape): string => `${chartId}-fill-${shape}`;

/** The marks of one state as an SVG pattern, laid over its ground; its id carries the chart's, so that charts may share a page. */
export function pattern(chartId: string, shape: Shape, palette: Palette): string {
  const { ground, marks } = tiles[shape];
  if (marks === '') return '';
  const colour = ground === 'full' ? paint('sheet', palette) : paint(statusToken[shape], palette);
  return (
    `<pattern id="${patternId(chartId, shape)}" width="8" height="8" patternUnits="userSpaceOnUse">` +
    `<path d="${marks}" fill="none" stroke="${colour}" stroke-width="${markWidth[shape]}"/></pattern>`
  );
}

/** A figure in one state: its ground with its edge, and the marks over it. `figure` is an element's name and geometry, `rect x="0" …`. */
export function filled(figure: string, chartId: string, shape: Shape, palette: Palette): string {
  const colour = paint(statusToken[shape], palette);
  const ground = `<${figure} fill="${tiles[shape].ground === 'full' ? colour : paint('sheet', palette)}" stroke="${colour}"/>`;
  return tiles[shape].marks === '' ? ground : `${ground}<${figure} fill="url(#${patternId(chartId, shape)})"/>`;
}
