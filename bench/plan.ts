import { must } from '../src/core/result.ts';
import { computeObligations } from '../src/domain/plan/compute.ts';
import { norms } from './country.ts';
import { type Measured, median, most } from './measure.ts';

export async function run(): Promise<Measured> {
  const norm = must((await norms()).get('anexo13-2021'), 'shipped');
  const days = ['2027-06-06', '2027-10-17'].map((day) => Temporal.PlainDate.from(day));
  const shared = await median(50, () => days.map((day) => computeObligations(norm, day)));
  const each = await median(10, () => days.map((day) => Array.from({ length: 32 }, () => computeObligations(norm, day))));
  return {
    name: 'Plan',
    rows: [
      most('plan and re-computation for 32 OPLs (one computation serves all)', shared, 50, 'ms', 1),
      most('the same, computed apart for each of the 32', each, 100, 'ms', 1),
    ],
  };
}
