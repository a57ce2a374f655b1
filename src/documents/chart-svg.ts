import type { Chart } from '../core/document.ts';
import { must } from '../core/result.ts';
import type { ChartStyle } from './chart.ts';
import { filled, pattern } from './chart-patterns.ts';
import { escapeXml } from './escape.ts';
import { paint, statusToken } from './palette.ts';
import { shapePaths } from './shapes.ts';

/** Colours that stand for roles while ECharts draws; `dress` replaces them by the palette's paints and patterns. */
export const sentinels = {
  text: '#0a0a01',
  quiet: '#0a0a02',
  rule: '#0a0a03',
  onFull: '#0a0a04',
  series: (i: number) => `#0b00${i.toString(16).padStart(2, '0')}`,
  edge: (i: number) => `#0c00${i.toString(16).padStart(2, '0')}`,
} as const;

/** The one-file build: a tenth of a second to load, where the parts (a few hundred files) take several times that. */
export const echarts = () => import('echarts/dist/echarts.esm.min.mjs');

/** The inside of what ECharts drew, fit for a strict page: no style or class, no ids that count charts, no interaction marks. */
export function bareSvg(svg: string): string {
  return svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<defs\s*>[\s\S]*?<\/defs>/g, '')
    .replaceAll(/ (?:class|pointer-events|clip-path|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replaceAll(/ style="([^"]*)"/g, (_, style: string) => presentation(style))
    .replaceAll(/ dominant-baseline="central"/g, ' dy=".35em"')
    .replaceAll(/\n+/g, '');
}

type Size = { readonly width: number; readonly height: number };

/**
 * What ECharts drew, made fit for a strict page and for paper: no style or class, no ids that count how many charts a
 * process has drawn, no interaction marks; the palette's colours and patterns; the legend.
 */
export function dress(svg: string, chart: Chart, { palette, width, height }: ChartStyle & Size): string {
  const drawn = bareSvg(svg)
    .replaceAll(/<(path d="[^"]*") fill="(#0b00[0-9a-f]{2})"[^>]*><\/path>/g, (_, bar: string, colour: string) =>
      filled(bar, chart.id, seriesOf(colour, chart).shape, palette),
    )
    .replaceAll(/#0[abc][0-9a-f]{4}/g, (colour) => paintOf(colour, chart, palette));
  const defs = chart.series.map(({ shape }) => pattern(chart.id, shape, palette)).join('');
  const font = palette === 'print' ? ' font-family="&#39;Source Sans 3&#39;, sans-serif"' : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(chart.alt)}"${font}>` +
    `<defs>${defs}</defs>${legend(chart, width, palette)}${drawn}</svg>`
  );
}

/** `font-size:12px;font-weight:600` → attributes. The family is inherited from the whole drawing. */
function presentation(style: string): string {
  const kept = style
    .split(';')
    .map((rule) => rule.split(':').map((part) => part.trim()))
    .filter(([name]) => name === 'font-size' || name === 'font-weight');
  return kept.map(([name, value]) => ` ${name}="${value}"`).join('');
}

function paintOf(sentinel: string, chart: Chart, palette: ChartStyle['palette']): string {
  if (sentinel === sentinels.text) return palette === 'page' ? 'currentColor' : paint('ink', palette);
  if (sentinel === sentinels.quiet) return paint('ink-2', palette);
  if (sentinel === sentinels.rule) return paint('rule', palette);
  if (sentinel === sentinels.onFull) return paint('sheet', palette);
  return paint(statusToken[seriesOf(sentinel, chart).shape], palette);
}

const seriesOf = (sentinel: string, chart: Chart) =>
  must(chart.series[Number.parseInt(sentinel.slice(5), 16)], 'a series colour carries the number of its series');

const swatchWidth = 22;
const entryGap = 20;
const lineHeight = 22;

/** Where each legend entry stands. Widths are estimated from the letters, wide enough for any fallback font. */
function legendPlaces(chart: Chart, width: number) {
  let x = 0;
  let line = 0;
  return chart.series.map((series) => {
    const entryWidth = swatchWidth + 22 + series.name.length * 6.9;
    if (x > 0 && x + entryWidth > width) {
      x = 0;
      line += 1;
    }
    const place = { series, x, y: line * lineHeight };
    x += entryWidth + entryGap;
    return place;
  });
}

export const legendHeight = (chart: Chart, width: number): number =>
  ((legendPlaces(chart, width).at(-1)?.y ?? 0) / lineHeight + 1) * lineHeight;

/** Swatch with its pattern, shape, word: what the bar shows, what the tables show, what is read. */
function legend(chart: Chart, width: number, palette: ChartStyle['palette']): string {
  const text = palette === 'page' ? 'currentColor' : paint('ink', palette);
  return legendPlaces(chart, width)
    .map(({ series, x, y }) => {
      const colour = paint(statusToken[series.shape], palette);
      return (
        filled(`rect x="${x + 0.5}" y="${y + 3.5}" width="${swatchWidth}" height="12"`, chart.id, series.shape, palette) +
        `<path transform="translate(${x + swatchWidth + 6} ${y + 3.5}) scale(.75)" d="${shapePaths[series.shape]}" fill="${colour}"/>` +
        `<text x="${x + swatchWidth + 22}" y="${y + 14}" font-size="13" fill="${text}">${escapeXml(series.name)}</text>`
      );
    })
    .join('');
}
