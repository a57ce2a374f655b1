import { createRenderers } from '../src/app/documents.ts';
import { emptyWorld, take } from '../src/app/world.ts';
import { must } from '../src/core/result.ts';
import { makeReport } from '../src/domain/reports/make.ts';
import { country } from './country.ts';
import { type Measured, median, milliseconds, most } from './measure.ts';

export async function run(): Promise<Measured> {
  const world = emptyWorld();
  for (const [i, event] of (await country('pais')).entries())
    take(world, { ...event, seq: i + 1, stream: 'pais', at: '2026-01-01T00:00:00.000Z' });
  const pais = must(world.processes.get('pais'), 'just made');
  if (pais.process.kind !== 'open') throw new Error('the process is open');
  const reading = { ...pais, process: pais.process };
  const made = must(
    await makeReport(async () => reading, { kind: 'prep', lang: 'es', cutoff: '2025-12-15', position: 1, root: '0'.repeat(64) }),
    'known',
  );
  const renderers = createRenderers();
  const first = await milliseconds(() => renderers.file(made, 'pdf'));
  const after = await median(5, () => renderers.file(made, 'pdf'));
  return {
    name: 'Informe',
    rows: [
      most('informe PDF for 32 OPLs, the first', first / 1000, 1.5, 's', 2),
      most('informe PDF for 32 OPLs, after', after / 1000, 0.5, 's', 2),
    ],
  };
}
