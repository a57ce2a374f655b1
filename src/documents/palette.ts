import type { Shape } from '../core/document.ts';

/** The colours of the printed page: the light side of the interface's tokens. Measured on white: text 7:1 or more, marks 4.5:1 or more. */
export const ink = {
  ink: '#18222c',
  'ink-2': '#4c5865',
  'ink-3': '#6f7a85',
  rule: '#dedad0',
  'rule-strong': '#b9b3a5',
  sheet: '#ffffff',
  accent: '#7a1e4b',
  'accent-sunk': '#f6eaf0',
  link: '#1d4f7c',
  ok: '#2c6e49',
  doing: '#2d5f8b',
  watch: '#8a5a00',
  risk: '#a3231c',
} as const;
export type Token = keyof typeof ink;

/** Which token colours each status. Two may share one: the shape and the word tell them apart. */
export const statusToken: Readonly<Record<Shape, Token>> = {
  done: 'ok',
  doneLate: 'watch',
  doing: 'doing',
  observed: 'watch',
  todo: 'ink-3',
  late: 'risk',
  unknown: 'ink-3',
};

/** `print`: fixed colours, for documents and files. `page`: the page's own tokens, so that light and dark both work. */
export type Palette = 'print' | 'page';

/** A colour as an SVG paint. Presentation attributes accept `var()`, and no style attribute is needed for it. */
export const paint = (token: Token, palette: Palette): string => (palette === 'print' ? ink[token] : `var(--${token}, ${ink[token]})`);
