import { pick } from '../../core/words.ts';
import { PageHead, Stack } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import { type ActaVersion, cellsByColumn } from './acta-versions.ts';
import { Trail } from './election-page.tsx';
import type { FiledFinding, FindingsFile } from './findings-file.ts';
import { cutTime, pathOf, type V } from './list-page.tsx';
import { verificationPageWords } from './page-words.ts';
import { seenText } from './read.ts';
import { Standing } from './rule-page.tsx';
import type { Verification } from './views.ts';

type Props = {
  readonly visit: V;
  readonly one: Verification;
  readonly file: FindingsFile;
  readonly clave: string;
  readonly versions: readonly ActaVersion[];
};

/** One acta as it was published, cut by cut, and what was found in it. */
export function ActaPage({ visit, one, file, clave: key, versions }: Props) {
  const { lang } = visit;
  const t = verificationPageWords(lang);
  const found = file.findings.filter((finding) => finding.subject?.toUpperCase().startsWith(key.toUpperCase()));
  const shared = Math.max(0, ...versions.map((version) => version.rows.length));
  const heads = versions.map(({ from, to }) => (from === to ? t.cutN(from) : `${t.cuts} ${from}–${to}`));
  const times = versions.map(({ from }) => cutTime(file.cuts[from - 1]?.cutAt ?? null, lang));
  const rows = cellsByColumn(versions);
  return (
    <>
      <PageHead trail={<Trail visit={visit} one={one} last={t.actaHistory(key)} />} title={t.actaHistory(key)} meta={t.actaMeta} />
      <Stack>
        {shared > 1 && <p>{t.sharedKey(shared)}</p>}
        {shared === 0 ? (
          <p>{t.actaNone(key)}</p>
        ) : (
          <DataTable
            lang={lang}
            id="historia"
            caption={t.acta}
            columns={[
              { title: t.column, head: true, cell: (row: (typeof rows)[number]) => (row.changes ? <strong>{row.name}</strong> : row.name) },
              ...heads.map((title, i) => ({
                title,
                unit: times[i],
                cell: (row: (typeof rows)[number]) => {
                  const cell = row.cells[i];
                  const changed = i > 0 && cell !== row.cells[i - 1];
                  return cell === null || cell === undefined ? t.absent : changed ? <mark>{cell}</mark> : cell;
                },
              })),
            ]}
            rows={rows}
          />
        )}
        <DataTable
          lang={lang}
          id="hallazgos-acta"
          caption={t.ofActa}
          columns={[
            {
              title: t.rule,
              head: true,
              cell: (finding: FiledFinding) => pick(file.checks[finding.check]?.title ?? { es: finding.check, en: finding.check }, lang),
            },
            { title: t.saw, cell: (finding) => finding.saw },
            { title: t.expected, cell: (finding) => finding.expected },
            { title: t.cutsSeen, cell: seenText },
            {
              title: t.state,
              cell: (finding) => <Standing lang={lang} finding={finding} family={file.checks[finding.check]?.family ?? ''} />,
            },
          ]}
          rows={found}
          rowHref={(finding) => visit.href(`${pathOf(one)}/regla/${finding.check}#h-${finding.id}`)}
          empty={t.noFindings}
        />
      </Stack>
    </>
  );
}
