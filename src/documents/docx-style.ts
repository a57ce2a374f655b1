import type { IStylesOptions } from 'docx';
import type { Lang } from '../core/words.ts';
import { ink } from './palette.ts';

export type Docx = typeof import('docx');

/** Fonts that every office suite has: the body and the headings in the register of the printed page. */
const body = 'Calibri';
const heading = 'Cambria';
const hex = (colour: string): string => colour.slice(1);
export const colours = {
  ink: hex(ink.ink),
  quiet: hex(ink['ink-2']),
  rule: hex(ink.rule),
  accent: hex(ink.accent),
  sunk: hex(ink['accent-sunk']),
};

/** Lengths in twentieths of a point. US letter, 20 mm at the sides. */
export const page = { size: { width: 12240, height: 15840 }, margin: { top: 1247, bottom: 1247, left: 1134, right: 1134, footer: 620 } };
const factIndent = 2400;
export const textWidth = page.size.width - page.margin.left - page.margin.right;

const headingStyle = (size: number, before: number, after: number) => ({
  run: { font: heading, size, bold: true, color: colours.ink },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

/** Sizes in half points. */
export const styles = (lang: Lang): IStylesOptions => ({
  default: {
    document: {
      run: { font: body, size: 21, color: colours.ink, language: { value: lang === 'es' ? 'es-MX' : 'en-US' } },
      paragraph: { spacing: { after: 120, line: 264 } },
    },
    heading1: headingStyle(46, 0, 60),
    heading2: headingStyle(28, 360, 120),
    heading3: headingStyle(23, 260, 80),
    caption: headingStyle(21, 240, 80),
    hyperlink: { run: { color: hex(ink.link), underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      run: { bold: true, size: 24, color: colours.accent },
      paragraph: {
        spacing: { after: 240 },
        shading: { type: 'clear', fill: colours.sunk },
        border: { left: { style: 'single', size: 24, space: 6, color: colours.accent } },
      },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 24, color: colours.quiet },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: 'Fact',
      name: 'Fact',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 20 }, indent: { left: factIndent, hanging: factIndent } },
    },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { before: 30, after: 40, line: 240 } } },
    {
      id: 'CellHead',
      name: 'CellHead',
      basedOn: 'Cell',
      run: { size: 17, bold: true, color: colours.quiet },
      paragraph: { keepNext: true },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 15, color: colours.quiet },
      paragraph: {
        border: { top: { style: 'single', size: 4, space: 4, color: colours.rule } },
      },
    },
  ],
});

export const bullets = 'bullets';
export const numbers = 'numbers';

export const numbering = ({ AlignmentType, LevelFormat }: Docx) => {
  const level = (format: 'bullet' | 'decimal', text: string) => [
    {
      level: 0,
      format: LevelFormat[format === 'bullet' ? 'BULLET' : 'DECIMAL'],
      text,
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 360, hanging: 260 } } },
    },
  ];
  return {
    config: [
      { reference: bullets, levels: level('bullet', '•') },
      { reference: numbers, levels: level('decimal', '%1.') },
    ],
  };
};
