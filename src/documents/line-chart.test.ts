import { describe, expect, test } from 'vitest';
import { type LineChart, mostNamed, renderLineChart } from './line-chart.ts';

const chart = (names: readonly string[]): LineChart => ({
  id: 'avance',
  alt: 'Avance de la publicación: el simulacro 3 va detrás de la noche de la jornada.',
  x: { title: 'Horas', min: 0, max: 240, step: 60, label: (minutes) => `${minutes / 60} h` },
  y: { title: '%', max: 100 },
  series: names.map((name, i) => ({ name, points: [0, 1, 2, 3, 4].map((hour) => [hour * 60, hour * (20 + i)] as const) })),
});
const names = Array.from({ length: mostNamed }, (_, i) => `Curva ${i + 1} & <más>`);

describe('curves over one axis', () => {
  test('are one SVG that a strict page accepts, with the names of the curves', async () => {
    const svg = await renderLineChart(chart(names), { lang: 'es', palette: 'page' });
    expect(svg).not.toMatch(/ style=|<style|<script|class=|clip-path|url\(|#54555a|#0[abc][0-9a-f]{4}|#fff\b/);
    expect(svg).toContain('Curva 8 &amp; &lt;más&gt;');
    expect(svg).toContain('aria-label="Avance de la publicación');
  });
  test('are equal bytes for equal data, however many charts were drawn before', async () => {
    const [first, second] = [
      await renderLineChart(chart(names), { lang: 'es', palette: 'print' }),
      await renderLineChart(chart(names), { lang: 'es', palette: 'print' }),
    ];
    expect(second).toBe(first);
  });
  test('are told apart without colour: no two share dash and mark', async () => {
    const svg = await renderLineChart(chart(names), { lang: 'es', palette: 'print' });
    const entries = [
      ...svg.matchAll(
        /h34" fill="none" stroke="[^"]*" stroke-width="2"( stroke-dasharray="[^"]*")?\/><path[^>]* d="([^"]*)" fill="([^"]*)"/g,
      ),
    ];
    expect(entries).toHaveLength(mostNamed);
    expect(new Set(entries.map(([, dash, mark, fill]) => `${dash} ${mark} ${fill === '#ffffff'}`)).size).toBe(mostNamed);
  });
  test('with more names than can be told apart are a bug', async () => {
    await expect(renderLineChart(chart([...names, 'Otra']), { lang: 'es', palette: 'page' })).rejects.toThrow('only 8 can be told apart');
  });
  test('quiet ones have no name in the picture', async () => {
    const { series, ...rest } = chart(['Coahuila', 'Hidalgo']);
    const svg = await renderLineChart(
      { ...rest, series: series.map((one, i) => ({ ...one, quiet: i === 1 })) },
      { lang: 'es', palette: 'page' },
    );
    expect(svg).toContain('>Coahuila<');
    expect(svg).not.toContain('>Hidalgo<');
  });
});
