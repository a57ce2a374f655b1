import { createRenderers } from '../src/app/documents.ts';
import { emptyWorld, take } from '../src/app/world.ts';
import { must } from '../src/core/result.ts';
import { makeReport } from '../src/domain/reports/make.ts';
import { textSectionsOf } from '../src/domain/reports/views.ts';
import { country } from './country.ts';
import { least, type Measured, median, milliseconds, most } from './measure.ts';

const cutoff = '2025-12-15';
const paragraph =
  'Cada organismo público local informó del avance de su programa de resultados electorales preliminares, de lo que falta y de por qué. '.repeat(
    5,
  );
/** Some fourteen thousand words in headings, paragraphs and tables: as much as an area may write in a section. */
const written = Array.from(
  { length: 90 },
  (_, i) => `# Apartado ${i + 1}\n\n${paragraph}\n\n| Entidad | Avance |\n| --- | --- |\n| Una | 40 % |\n| Otra | 60 % |`,
).join('\n\n');

export async function run(): Promise<Measured> {
  const world = emptyWorld();
  const events = [
    ...(await country('pais')),
    // Every section of the informe with the longest text it may have, integrated.
    ...textSectionsOf('prep').flatMap(({ id }) => {
      const said = { on: cutoff, by: { office: 'utsi' } };
      const place = { informe: 'prep', cutoff, section: id, version: 1 };
      return [
        { ...said, type: 'NarrativeSaved', data: { ...place, text: written.slice(0, 99_000) } },
        { ...said, type: 'NarrativeIntegrated', data: place },
      ];
    }),
  ];
  for (const [i, event] of events.entries()) take(world, { ...event, seq: i + 1, stream: 'pais', at: '2026-01-01T00:00:00.000Z' });
  const pais = must(world.processes.get('pais'), 'just made');
  if (pais.process.kind !== 'open') throw new Error('the process is open');
  const reading = { ...pais, process: pais.process };
  const asked = { kind: 'prep', lang: 'es', cutoff, position: 1, root: '0'.repeat(64) } as const;
  const made = must(await makeReport(async () => reading, asked), 'known');
  const renderers = createRenderers();
  const first = await milliseconds(() => renderers.file(made, 'pdf'));
  const after = await median(5, () => renderers.file(made, 'pdf'));
  const long = async () => renderers.file(must(await makeReport(async () => reading, { ...asked, saidOn: cutoff }), 'known'), 'pdf');
  const longest = await median(3, long);
  const { getDocumentProxy } = await import('unpdf');
  const { numPages } = await getDocumentProxy(new Uint8Array((await long()).body as Uint8Array));
  return {
    name: 'Informe',
    rows: [
      most('informe PDF for 32 OPLs, the first', first / 1000, 1.5, 's', 2),
      most('informe PDF for 32 OPLs, after', after / 1000, 0.5, 's', 2),
      least('pages of the informe with all its texts', numPages, 120, 'pages'),
      most('the same, from the fold to the PDF', longest / 1000, 3, 's', 2),
    ],
  };
}
