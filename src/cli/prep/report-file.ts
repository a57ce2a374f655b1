import { writeFile } from 'node:fs/promises';
import { createRenderers, isFormat } from '../../app/documents.ts';
import type { Document } from '../../core/document.ts';
import { type Call, Refusal, textOption } from '../command.ts';

/** Where `--out` puts a report, and in what form: told by its ending, before the work begins. */
export type ReportFile = { readonly file: string; readonly end: string };

/** Null without `--out`; refused for an ending that no report has. `others` are endings beside those of documents. */
export function reportFile(call: Call, others: readonly string[]): ReportFile | null {
  const file = textOption(call, 'out');
  if (file === undefined) return null;
  const end = file.split('.').at(-1)?.toLowerCase() ?? '';
  if (isFormat(end) || others.includes(end)) return { file, end };
  const ends = ['.pdf', '.docx', '.html', '.md', ...others.map((other) => `.${other}`)];
  const listed = (or: string) => `${ends.slice(0, -1).join(', ')} ${or} ${ends.at(-1)}`;
  throw new Refusal({ es: `«${file}» debe terminar en ${listed('o')}.`, en: `“${file}” must end in ${listed('or')}.` }, 2);
}

export async function writeReport({ file, end }: ReportFile, document: Document): Promise<void> {
  if (!isFormat(end)) return;
  const { body } = await createRenderers().file(document, end);
  await writeFile(file, body);
}
