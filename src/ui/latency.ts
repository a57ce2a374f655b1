import { escapeHtml } from './html.ts';

/** One step of time: how long answers took, of those that came, and how many did not come. `at`: milliseconds since 1970. */
export type LatencyPoint = {
  readonly at: number;
  readonly least?: number | undefined;
  readonly mean?: number | undefined;
  readonly most?: number | undefined;
  readonly failures: number;
};
export type LatencyAxis = {
  readonly from: number;
  readonly to: number;
  /** The length of one step: a longer gap between two points is one in which nothing was asked. */
  readonly stepMs: number;
  readonly labels: readonly { readonly at: number; readonly label: string }[];
};

const width = 720;
const height = 230;
const left = 56;
const right = 10;
const top = 12;
const bottom = 40;

/** The next of 1, 2, 5, 10, 20… that is not below. */
export function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= value) ?? 10 * power;
}

/** Milliseconds over time: a band from the least to the most, a line at the mean, and a tick at the foot for each step with failures. */
export function latencySvg(points: readonly LatencyPoint[], { from, to, stepMs, labels }: LatencyAxis): string {
  const ceiling = roundedUp(points.reduce((most, point) => Math.max(most, point.most ?? point.mean ?? 0), 1));
  const x = (at: number): string => (left + ((at - from) / Math.max(1, to - from)) * (width - left - right)).toFixed(1);
  const y = (value: number): string => (top + (1 - Math.min(value, ceiling) / ceiling) * (height - top - bottom)).toFixed(1);
  const timed = points.filter((point) => point.mean !== undefined);
  const runs: LatencyPoint[][] = [];
  for (const point of timed) {
    const run = runs.at(-1);
    if (run && point.at - (run.at(-1)?.at ?? 0) <= 2 * stepMs) run.push(point);
    else runs.push([point]);
  }
  const line = (run: readonly LatencyPoint[], of: (point: LatencyPoint) => number): string =>
    run.map((point, i) => `${i === 0 ? '' : 'L'}${x(point.at)} ${y(of(point))}`).join('');
  const bands = runs.map((run) => {
    const upper = line(run, (point) => point.most ?? point.mean ?? 0);
    const lower = line([...run].reverse(), (point) => point.least ?? point.mean ?? 0);
    return `<path d="M${upper}L${lower}Z" fill="var(--doing)" fill-opacity=".22"/>`;
  });
  const means = runs.map((run) =>
    run.length === 1 && run[0]
      ? `<circle cx="${x(run[0].at)}" cy="${y(run[0].mean ?? 0)}" r="2" fill="var(--doing)"/>`
      : `<path d="M${line(run, (point) => point.mean ?? 0)}" fill="none" stroke="var(--doing)" stroke-width="1.5"/>`,
  );
  const foot = height - bottom;
  const failed = points.flatMap((point) => (point.failures > 0 ? [`M${x(point.at)} ${foot + 3}v9`] : []));
  const failures = failed.length > 0 ? `<path d="${failed.join('')}" stroke="var(--risk)" stroke-width="2"/>` : '';
  const grid = [0, 0.5, 1].map((part) => {
    const at = y(part * ceiling);
    return `<path d="M${left} ${at}H${width - right}" stroke="var(--rule)"/><text x="${left - 6}" y="${Number(at) + 4}" text-anchor="end" font-size="12" fill="var(--ink-2)">${part * ceiling} ms</text>`;
  });
  const days = labels.map(
    ({ at, label }) =>
      `<text x="${x(at)}" y="${height - 8}" text-anchor="middle" font-size="12" fill="var(--ink-2)">${escapeHtml(label)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${grid.join('')}${bands.join('')}${means.join('')}${failures}${days.join('')}</svg>`;
}
