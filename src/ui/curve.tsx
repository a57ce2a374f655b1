import { raw } from 'hono/html';
import { escapeHtml } from './html.ts';

export type CurveSeries = {
  readonly name: string;
  /** A token of the page: `doing`, `ok`. The dash tells series apart where colours do not. */
  readonly token: 'ok' | 'doing' | 'watch' | 'risk';
  readonly dash?: string;
};
export type CurvePoint = {
  /** Where it stands, in any unit that grows with time. */
  readonly at: number;
  readonly label: string;
  /** Percentages, one a series; null where nothing is known. */
  readonly values: readonly (number | null)[];
};

const size = { width: 720, height: 260, left: 46, right: 150, top: 14, bottom: 34 };

/** Percentages over time, as one `<svg>`: a step each time something new was published, and the name of each series at its end. */
export function curveSvg(series: readonly CurveSeries[], points: readonly CurvePoint[]): string {
  const { width, height, left, right, top, bottom } = size;
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 1];
  const x = (at: number) => left + ((at - first) / Math.max(1, last - first)) * (width - left - right);
  const y = (value: number) => top + (1 - value / 100) * (height - top - bottom);
  const grid = [0, 25, 50, 75, 100].map(
    (value) =>
      `<path d="M${left} ${y(value)}H${width - right}" stroke="var(--rule)"/><text x="${left - 8}" y="${y(value) + 4}" text-anchor="end" font-size="12" fill="var(--ink-2)">${value} %</text>`,
  );
  const apart = apartFrom(points, (point) => x(point.at));
  const labels = apart.map(
    (point) =>
      `<text x="${x(point.at).toFixed(1)}" y="${height - 12}" text-anchor="middle" font-size="12" fill="var(--ink-2)">${escapeHtml(point.label)}</text>`,
  );
  const ends = spread(series.map((_, i) => y(points.findLast((point) => point.values[i] !== null)?.values[i] ?? 0)));
  const lines = series.map(({ name, token, dash }, i) => {
    const known = points.flatMap((point) =>
      point.values[i] === null || point.values[i] === undefined ? [] : [{ at: point.at, value: point.values[i] }],
    );
    const path = known
      .map(({ at, value }, n) => `${n === 0 ? `M${x(at).toFixed(1)} ` : `H${x(at).toFixed(1)}V`}${y(value).toFixed(1)}`)
      .join('');
    const dots =
      points.length <= 24
        ? known.map(({ at, value }) => `<circle cx="${x(at).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3" fill="var(--${token})"/>`)
        : [];
    const end = known.at(-1);
    const said = end ? `${name} ${end.value.toFixed(1)} %` : name;
    return `<path d="${path}" fill="none" stroke="var(--${token})" stroke-width="2.5"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}/>${dots.join('')}<text x="${width - right + 10}" y="${((ends[i] ?? 0) + 4).toFixed(1)}" font-size="13" font-weight="600" fill="var(--${token})">${escapeHtml(said)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${[...grid, ...labels, ...lines].join('')}</svg>`;
}

/** The points whose labels have room, the last one always among them. */
function apartFrom(points: readonly CurvePoint[], x: (point: CurvePoint) => number): readonly CurvePoint[] {
  const last = points.at(-1);
  if (last === undefined) return [];
  const kept: CurvePoint[] = [];
  for (const point of points.slice(0, -1)) {
    const before = kept.at(-1);
    if ((before === undefined || x(point) - x(before) > 70) && x(last) - x(point) > 70) kept.push(point);
  }
  return [...kept, last];
}

/** Names at the ends of lines that end close together are moved apart. */
function spread(places: readonly number[]): readonly number[] {
  const order = places.map((place, i) => ({ place, i })).toSorted((a, b) => a.place - b.place);
  let floor = Number.NEGATIVE_INFINITY;
  const moved = [...places];
  for (const { place, i } of order) {
    moved[i] = Math.max(place, floor);
    floor = (moved[i] ?? place) + 17;
  }
  return moved;
}

export const Curve = ({ series, points }: { readonly series: readonly CurveSeries[]; readonly points: readonly CurvePoint[] }) =>
  raw(curveSvg(series, points));
