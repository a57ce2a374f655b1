import type { Chart, Document } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { isFull } from './chart-patterns.ts';
import { dress, echarts, legendHeight, sentinels } from './chart-svg.ts';
import type { Palette } from './palette.ts';
import { numberText } from './text.ts';

export type ChartStyle = { readonly lang: Lang; readonly palette: Palette };

/** The drawing's own units; it is scaled to the width it is given. */
const chartWidth = 720;
const axisHeight = 46;
/** Thirty-two bars and the legend fit one printed page; two do not look lost. */
const rowHeightOf = (bars: number): number => Math.max(12, Math.min(27, Math.floor(690 / Math.max(1, bars))));
const plotTop = (chart: Chart): number => legendHeight(chart, chartWidth) + 10;

/** How large a chart is drawn, in its own units. */
export const chartSize = (chart: Chart): { readonly width: number; readonly height: number } => ({
  width: chartWidth,
  height: plotTop(chart) + chart.bars.length * rowHeightOf(chart.bars.length) + axisHeight,
});

/** Below this width a segment has no room for its number; the table that follows the chart has it. */
const narrowest = 15;

/**
 * Horizontal stacked bars as one SVG, the same in a page and in a document: pattern and shape beside colour, no style
 * attribute, no script, and equal text for equal input. `palette: 'page'` follows the page's light and dark tokens.
 */
export async function renderChartSvg(chart: Chart, { lang, palette }: ChartStyle): Promise<string> {
  const { init } = await echarts();
  const { width, height } = chartSize(chart);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(optionOf(chart, lang));
    return dress(drawing.renderToSVGString(), chart, { lang, palette, width, height });
  } finally {
    drawing.dispose();
  }
}

/** Every chart of a document, drawn. */
export async function chartsOf(document: Document, palette: Palette): Promise<ReadonlyMap<Chart, string>> {
  const charts = document.blocks.filter((block) => block.kind === 'chart');
  return new Map(
    await Promise.all(charts.map(async (chart) => [chart, await renderChartSvg(chart, { lang: document.lang, palette })] as const)),
  );
}

function optionOf(chart: Chart, lang: Lang) {
  const top = plotTop(chart);
  const rowHeight = rowHeightOf(chart.bars.length);
  const longest = Math.max(0, ...chart.bars.map((bar) => bar.label.length));
  const left = Math.min(220, 18 + longest * 7);
  const right = 16;
  const most = Math.max(1, ...chart.bars.map((bar) => bar.values.reduce((sum, value) => sum + value, 0)));
  const plotWidth = chartWidth - left - right;
  return {
    animation: false,
    grid: { left, right, top, bottom: axisHeight },
    xAxis: {
      type: 'value' as const,
      max: most,
      minInterval: 1,
      name: chart.unit,
      nameLocation: 'middle' as const,
      nameGap: 28,
      nameTextStyle: { color: sentinels.quiet, fontSize: 12 },
      axisLabel: { color: sentinels.quiet, fontSize: 12, showMaxLabel: false, formatter: (value: number) => numberText(value, lang) },
      splitLine: { lineStyle: { color: sentinels.rule } },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: chart.bars.map((bar) => bar.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: sentinels.text } },
      axisLabel: { color: sentinels.text, fontSize: 13, interval: 0, width: left - 12, overflow: 'truncate' as const },
    },
    series: chart.series.map((series, i) => ({
      type: 'bar' as const,
      stack: 'all',
      name: series.name,
      silent: true,
      emphasis: { disabled: true },
      barWidth: Math.round(rowHeight * 0.63),
      itemStyle: { color: sentinels.series(i), borderColor: sentinels.edge(i), borderWidth: 1 },
      data: chart.bars.map((bar) => {
        const value = bar.values[i] ?? 0;
        return {
          value: value === 0 ? '-' : value,
          label: {
            show: (value / most) * plotWidth >= narrowest + 6 * (String(value).length - 1),
            formatter: numberText(value, lang),
            fontSize: 12,
            fontWeight: 600 as const,
            color: isFull(series.shape) ? sentinels.onFull : sentinels.text,
            textBorderColor: isFull(series.shape) ? sentinels.edge(i) : sentinels.onFull,
            textBorderWidth: 3,
          },
        };
      }),
    })),
  };
}
