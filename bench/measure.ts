/** One line of the table: what was done, the figure, what it must reach, and whether it did. */
export type Row = { readonly work: string; readonly figure: string; readonly target: string; readonly ok: boolean };
export type Measured = { readonly name: string; readonly rows: readonly Row[] };

export const milliseconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** The median of `times` measurements, in milliseconds: one slow run on a busy machine says nothing. */
export async function median(times: number, work: () => unknown): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await milliseconds(work));
  return all.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

export const most = (work: string, value: number, limit: number, unit: string, digits = 0): Row => ({
  work,
  figure: `${value.toFixed(digits)} ${unit}`,
  target: `≤ ${limit} ${unit}`,
  ok: value <= limit,
});
export const least = (work: string, value: number, limit: number, unit: string, digits = 0): Row => ({
  work,
  figure: `${value.toFixed(digits)} ${unit}`,
  target: `≥ ${limit} ${unit}`,
  ok: value >= limit,
});
