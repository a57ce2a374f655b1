import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { must } from '../../core/result.ts';
import { renderDocx } from '../docx.ts';
import { htmlPage } from '../html.ts';
import { documentStyle } from '../html-style.ts';
import { renderMarkdown } from '../markdown.ts';
import { createPdfRenderer } from '../pdf.ts';
import { informe, longTable, nationalInforme } from './samples.ts';

// node src/documents/test/write-samples.ts FOLDER: every format of the samples, to be looked at, with the time each took.
const folder = must(process.argv[2], 'say in which folder to write the samples');
mkdirSync(folder, { recursive: true });
const pdf = createPdfRenderer();

async function write(name: string, render: () => Promise<Uint8Array | string> | string) {
  const before = performance.now();
  const bytes = await render();
  console.log(
    name.padEnd(28),
    `${Math.round(performance.now() - before)} ms`.padStart(8),
    `${Math.round(bytes.length / 1024)} KiB`.padStart(9),
  );
  writeFileSync(path.join(folder, name), bytes);
}

await write('nacional.pdf', () => pdf.render(nationalInforme()));
await write('nacional-otra-vez.pdf', () => pdf.render(nationalInforme()));
await write('nacional-otro-mes.pdf', () => pdf.render(nationalInforme(1)));
await write('tabla-larga.pdf', () => pdf.render(longTable()));
await write('tabla-larga-otro-mes.pdf', () => pdf.render(longTable(1)));
await write('informe.pdf', () => pdf.render(informe()));
await write('report.pdf', () => pdf.render(informe('en')));
await write('informe.docx', () => renderDocx(informe()));
await write('nacional.docx', () => renderDocx(nationalInforme()));
await write('informe.html', () => htmlPage(informe(), documentStyle));
await write('nacional.html', () => htmlPage(nationalInforme(), documentStyle));
await write('informe.md', () => renderMarkdown(informe()));
