import type { CurveSeries } from './curve.tsx';
import { escapeHtml } from './html.ts';

export type Bar = { readonly label: string; readonly values: readonly number[] };

const size = { width: 720, left: 190, right: 60, row: 30, top: 30 };

/** Bars side by side for a few counts, one row a place, as one `<svg>`; each bar bears its number, and its series a pattern of its own. */
export function barsSvg(series: readonly CurveSeries[], bars: readonly Bar[]): string {
  const { width, left, right, row, top } = size;
  const most = Math.max(1, ...bars.flatMap((bar) => bar.values));
  const thick = (row - 8) / series.length;
  const height = top + bars.length * row + 4;
  const legend = series.map(
    ({ name, token }, i) =>
      `<rect x="${left + i * 190}" y="6" width="14" height="12" ${paint(token, i)}/><text x="${left + 20 + i * 190}" y="16" font-size="13" fill="currentColor">${escapeHtml(name)}</text>`,
  );
  const rows = bars.map(({ label, values }, r) => {
    const y = top + r * row;
    const drawn = values.map((value, i) => {
      const long = (value / most) * (width - left - right);
      const at = y + 4 + i * thick;
      return value === 0
        ? ''
        : `<rect x="${left}" y="${at.toFixed(1)}" width="${Math.max(2, long).toFixed(1)}" height="${(thick - 1.5).toFixed(1)}" ${paint(series[i]?.token ?? 'doing', i)}/><text x="${(left + long + 6).toFixed(1)}" y="${(at + thick - 2).toFixed(1)}" font-size="11" fill="currentColor">${value}</text>`;
    });
    return `<text x="${left - 10}" y="${y + row / 2 + 4}" text-anchor="end" font-size="13" fill="currentColor">${escapeHtml(label.length > 26 ? `${label.slice(0, 25)}…` : label)}</text>${drawn.join('')}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${[...legend, ...rows].join('')}</svg>`;
}

/** The second series is an outline, so that it is told from the first without its colour. */
const paint = (token: string, i: number): string =>
  i === 0 ? `fill="var(--${token})"` : `fill="var(--${token}-sunk)" stroke="var(--${token})" stroke-width="1.5"`;
