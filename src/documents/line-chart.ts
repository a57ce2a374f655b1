import { must } from '../core/result.ts';
import type { Lang } from '../core/words.ts';
import { bareSvg, echarts, sentinels } from './chart-svg.ts';
import { escapeXml } from './escape.ts';
import { type Palette, paint, type Token } from './palette.ts';
import { numberText } from './text.ts';

/** Curves over one axis: how something advanced. Told apart by dash and mark as well as by colour; its table stands beside it. */
export type LineChart = {
  readonly id: string;
  /** What the picture says, in one sentence: the alternative text. */
  readonly alt: string;
  readonly x: {
    readonly title: string;
    readonly min: number;
    readonly max: number;
    readonly step: number;
    readonly label: (value: number) => string;
  };
  readonly y: { readonly title: string; readonly max?: number };
  /** In the order of the legend. `quiet`: there for comparison only, thin and without a name of its own. */
  readonly series: readonly LineSeries[];
};
export type LineSeries = {
  readonly name: string;
  readonly quiet?: boolean;
  /** Holds each value until the next point. */
  readonly steps?: boolean;
  readonly points: readonly (readonly [x: number, y: number])[];
};

type Look = {
  readonly token: Token;
  readonly dash: readonly number[];
  readonly symbol: 'circle' | 'rect' | 'triangle' | 'diamond' | 'emptyCircle' | 'emptyRect' | 'emptyTriangle' | 'emptyDiamond';
};
/** Each differs from every other in dash or mark; the colours repeat. */
const looks: readonly Look[] = [
  { token: 'accent', dash: [], symbol: 'circle' },
  { token: 'link', dash: [7, 4], symbol: 'rect' },
  { token: 'ok', dash: [2, 3], symbol: 'triangle' },
  { token: 'watch', dash: [9, 3, 2, 3], symbol: 'diamond' },
  { token: 'accent', dash: [3, 2], symbol: 'emptyCircle' },
  { token: 'link', dash: [], symbol: 'emptyRect' },
  { token: 'ok', dash: [9, 3], symbol: 'emptyTriangle' },
  { token: 'watch', dash: [4, 2, 1, 2], symbol: 'emptyDiamond' },
];
/** How many curves may have a name in one picture; with more, nobody could tell them apart. */
export const mostNamed = looks.length;

const width = 720;
const legendLine = 22;
const plotHeight = 260;

/** One SVG, the same for the same data: no script, no style attribute. */
export async function renderLineChart(chart: LineChart, { lang, palette }: { lang: Lang; palette: Palette }): Promise<string> {
  const { init } = await echarts();
  const named = chart.series.filter((one) => !one.quiet);
  if (named.length > mostNamed) throw new Error(`chart ${chart.id}: ${named.length} named curves, and only ${mostNamed} can be told apart`);
  const places = legendPlaces(named);
  const top = ((places.at(-1)?.line ?? 0) + 1) * legendLine + 12;
  const height = top + plotHeight + 46;
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(optionOf(chart, top, lang));
    const drawn = bareSvg(drawing.renderToSVGString())
      .replaceAll(/#0[abc][0-9a-f]{4}/g, (colour) => paintOf(colour, named, palette))
      .replaceAll('fill="#fff"', `fill="${paint('sheet', palette)}"`);
    const legend = places.map((place, i) => legendEntry(place, i, palette)).join('');
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(chart.alt)}">${legend}${drawn}</svg>`;
  } finally {
    drawing.dispose();
  }
}

function optionOf({ x, y, series }: LineChart, top: number, lang: Lang) {
  let named = -1;
  const axis = { axisLabel: { color: sentinels.quiet, fontSize: 12 }, nameTextStyle: { color: sentinels.quiet, fontSize: 12 } };
  return {
    animation: false,
    grid: { left: 58, right: 16, top, bottom: 46 },
    xAxis: {
      type: 'value' as const,
      min: x.min,
      max: x.max,
      interval: x.step,
      name: x.title,
      nameLocation: 'middle' as const,
      nameGap: 28,
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: x.label, hideOverlap: true, showMaxLabel: false },
      splitLine: { show: false },
      axisLine: { lineStyle: { color: sentinels.text } },
      axisTick: { lineStyle: { color: sentinels.text } },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      ...(y.max === undefined ? {} : { max: y.max }),
      name: y.title,
      nameLocation: 'middle' as const,
      nameGap: 44,
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => numberText(value, lang) },
      splitLine: { lineStyle: { color: sentinels.rule } },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    series: series.map((one) => {
      if (!one.quiet) named += 1;
      const look = one.quiet ? undefined : must(looks[named], 'counted above');
      const colour = look ? sentinels.series(named) : sentinels.onFull;
      return {
        type: 'line' as const,
        name: one.name,
        silent: true,
        clip: false,
        data: one.points.map(([px, py]) => [px, py]),
        ...(one.steps ? { step: 'end' as const } : {}),
        symbol: look ? look.symbol : 'none',
        // A mark every so often: enough to tell the curve by, not so many as to hide it.
        symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
          dataIndex % Math.ceil(one.points.length / 12) === 0 || dataIndex === one.points.length - 1 ? 8 : 0,
        showAllSymbol: true,
        itemStyle: { color: colour },
        lineStyle: { color: colour, width: look ? 2 : 1, type: look && look.dash.length > 0 ? [...look.dash] : ('solid' as const) },
        emphasis: { disabled: true },
        z: look ? 3 : 2,
      };
    }),
  };
}

function paintOf(sentinel: string, named: readonly LineSeries[], palette: Palette): string {
  if (sentinel === sentinels.text) return palette === 'page' ? 'currentColor' : paint('ink', palette);
  if (sentinel === sentinels.quiet) return paint('ink-3', palette);
  if (sentinel === sentinels.rule) return paint('rule', palette);
  // A curve that is there for comparison only.
  if (sentinel === sentinels.onFull) return paint('rule-strong', palette);
  const at = Number.parseInt(sentinel.slice(5), 16);
  return paint(must(named[at] && looks[at], 'a series colour carries the number of its series').token, palette);
}

const swatch = 34;

/** Where each name of the legend stands. Widths are estimated from the letters, wide enough for any fallback font. */
function legendPlaces(named: readonly LineSeries[]) {
  let x = 0;
  let line = 0;
  return named.map(({ name }) => {
    const entry = swatch + 8 + name.length * 7;
    if (x > 0 && x + entry > width) {
      x = 0;
      line += 1;
    }
    const place = { name, x, line };
    x += entry + 18;
    return place;
  });
}

function legendEntry({ name, x, line }: { name: string; x: number; line: number }, i: number, palette: Palette): string {
  const look = must(looks[i], 'as many looks as named curves');
  const colour = paint(look.token, palette);
  const y = line * legendLine + 11;
  const dash = look.dash.length > 0 ? ` stroke-dasharray="${look.dash.join(' ')}"` : '';
  const text = palette === 'page' ? 'currentColor' : paint('ink', palette);
  return (
    `<path d="M${x} ${y}h${swatch}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>` +
    `<path transform="translate(${x + swatch / 2} ${y})" d="${marks[look.symbol.replace('empty', '').toLowerCase()] ?? ''}" ` +
    `fill="${look.symbol.startsWith('empty') ? paint('sheet', palette) : colour}" stroke="${colour}" stroke-width="1.5"/>` +
    `<text x="${x + swatch + 8}" y="${y + 4}" font-size="13" fill="${text}">${escapeXml(name)}</text>`
  );
}

/** The marks of the curves, about the origin. */
const marks: Readonly<Record<string, string>> = {
  circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  rect: 'M-4 -4h8v8h-8z',
  triangle: 'M0 -4.5L4.5 4H-4.5z',
  diamond: 'M0 -5L5 0L0 5L-5 0z',
};
