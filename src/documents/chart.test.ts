import { expect, test } from 'vitest';
import { renderChartSvg } from './chart.ts';
import { progress } from './test/samples.ts';

const chart = progress(['Coahuila', 'Hidalgo']);
const print = { lang: 'es', palette: 'print' } as const;

test('a chart drawn twice is the same text, whatever was drawn between', async () => {
  const first = await renderChartSvg(chart, print);
  await renderChartSvg(progress(['México']), print);
  expect(await renderChartSvg(chart, print)).toBe(first);
});

test('a strict content policy lets all of it through: no style, class, script or handler', async () => {
  const svg = await renderChartSvg(chart, { lang: 'es', palette: 'page' });
  expect(svg).not.toMatch(/<style|<script|\sstyle=|\sclass=|\son[a-z]+=|ecmeta|zr\d/);
});

test('it is an image with the chart’s sentence as its alternative text', async () => {
  const svg = await renderChartSvg({ ...chart, alt: 'Dice "<b>" & más' }, print);
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Dice &quot;&lt;b&gt;&quot; &amp; más"/);
});

test('no two states of the same colour share a pattern, and each is named in the legend beside its shape', async () => {
  const svg = await renderChartSvg(chart, print);
  const marks = [...svg.matchAll(/<pattern id="avance-fill-(\w+)".*?<path d="([^"]+)"/g)];
  expect(marks.map(([, shape]) => shape)).toEqual(['doneLate', 'doing', 'observed', 'late', 'unknown']);
  expect(new Set(marks.map(([, , path]) => path)).size).toBe(5);
  for (const { name } of chart.series) expect(svg).toContain(`>${name}</text>`);
});

test('no colour that only stood for a role while drawing is left', async () => {
  for (const palette of ['print', 'page'] as const)
    expect(await renderChartSvg(chart, { lang: 'es', palette })).not.toMatch(/#0[abc][0-9a-f]{4}/);
});

test('in a page the colours are the page’s tokens and the letters take the page’s ink and font', async () => {
  const svg = await renderChartSvg(chart, { lang: 'es', palette: 'page' });
  expect(svg).toContain('fill="var(--ok, #2c6e49)"');
  expect(svg).toContain('currentColor');
  expect(svg).not.toContain('font-family');
});

test('names are written as text, never as markup', async () => {
  const svg = await renderChartSvg(
    {
      ...chart,
      bars: [{ label: '<a onclick="x">&', values: [1, 2, 3, 4, 5, 6, 7] }],
      series: chart.series.map((s) => ({ ...s, name: '</svg><script>' })),
    },
    print,
  );
  expect(svg).not.toMatch(/<script|<a /);
});

test('a chart without bars is drawn empty, with its legend', async () => {
  expect(await renderChartSvg({ ...chart, bars: [] }, print)).toContain('Concluida');
});
