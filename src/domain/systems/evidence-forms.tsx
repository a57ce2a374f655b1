import type { Fields } from '../../ui/fields.tsx';
import type { Read } from '../../web/read-form.ts';
import { known } from '../../web/read-form.ts';
import { fileOf } from '../../web/uploads.ts';
import type { Evidence } from './basics.ts';
import type { V } from './list-page.tsx';
import { systemsPageWords } from './page-words.ts';

/** The largest document taken in as evidence. */
export const evidenceUploads = { maxBytes: 100 * 2 ** 20, maxFiles: 1 } as const;

/** What shows that something was done: its name, its own date, and the document or where it is. */
export function EvidenceFields({
  fields,
  visit,
  prefix,
  optional,
}: {
  readonly fields: Fields;
  readonly visit: V;
  readonly prefix: string;
  readonly optional?: boolean;
}) {
  const t = systemsPageWords(visit.lang);
  const kept = visit.uploads.of(`${prefix}archivo`);
  return (
    <>
      {fields.text(`${prefix}evidencia`, t.evidenceText, { hint: t.evidenceHint, optional })}
      {fields.date(`${prefix}documento`, t.documentDate, { optional: true, max: visit.today })}
      {fields.file(`${prefix}archivo`, t.evidenceFile, { hint: t.evidenceFileHint, optional: true, ...evidenceUploads, kept })}
      {fields.url(`${prefix}url`, t.evidenceUrl, { optional: true })}
    </>
  );
}

/** The evidence as typed; nothing when nothing of it was. A document without a name takes that of its file. */
export function readEvidence(read: Read, visit: V, prefix: string): Evidence | undefined {
  const [upload] = visit.uploads.of(`${prefix}archivo`);
  const file = upload && fileOf(upload);
  const url = read.url(`${prefix}url`);
  const text = read.optional(`${prefix}evidencia`) ?? file?.name ?? url;
  const date = read.optionalDate(`${prefix}documento`, systemsPageWords(visit.lang).documentDate);
  return text === undefined ? undefined : { text, ...known('date', date), ...known('url', url), ...known('file', file) };
}

/** The same where it must be given. */
export function needEvidence(read: Read, visit: V, prefix: string): Evidence {
  const evidence = readEvidence(read, visit, prefix);
  return evidence ?? { text: read.text(`${prefix}evidencia`) };
}
