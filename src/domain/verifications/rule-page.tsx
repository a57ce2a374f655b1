import type { Shape } from '../../core/document.ts';
import { type Lang, pick } from '../../core/words.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { Facts, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { WhoKnewLink } from '../receipts/pages.tsx';
import { DistrictsFigure } from './district-page.tsx';
import { Trail } from './election-page.tsx';
import type { FiledFinding, FindingsFile, Severity } from './findings-file.ts';
import { pathOf, type V } from './list-page.tsx';
import { familyWords, verificationPageWords } from './page-words.ts';
import { type RuleFound, rulesOf, seenText } from './read.ts';
import { findingSubject, type Verification } from './views.ts';

export const severityShape: Readonly<Record<Severity, Shape>> = { error: 'late', warning: 'observed', note: 'todo' };

export function familyName(family: string, lang: Lang): string {
  const words = familyWords(lang);
  return Object.hasOwn(words, family) ? words[family as keyof typeof words] : family; // just found among them
}

/** Findings by family: each rule that found something, with how many places stand open and how many were put right. */
export function FamiliesPanel({ visit, one, file }: { readonly visit: V; readonly one: Verification; readonly file: FindingsFile }) {
  const { lang } = visit;
  const t = verificationPageWords(lang);
  const families = Map.groupBy(rulesOf(file), (rule) => rule.check.family);
  return (
    <Panel id="hallazgos" title={t.families} weight="large">
      {families.size === 0 && <p>{t.noFindings}</p>}
      {[...families].map(([family, rules]) => (
        <DataTable
          lang={lang}
          id={`familia-${family}`}
          caption={familyName(family, lang)}
          columns={[
            { title: t.rule, head: true, cell: (rule: RuleFound) => pick(rule.check.title, lang) },
            { title: t.severity, cell: (rule) => <Status shape={severityShape[rule.check.severity]} word={t[rule.check.severity]} /> },
            { title: t.open, align: 'end', cell: (rule) => rule.open.toLocaleString() },
            { title: t.corrected, align: 'end', cell: (rule) => rule.corrected.toLocaleString() },
            { title: t.saw, cell: (rule) => rule.findings[0]?.saw },
            { title: t.expected, cell: (rule) => rule.findings[0]?.expected },
          ]}
          rows={rules}
          rowHref={(rule) => visit.href(`${pathOf(one)}/regla/${rule.id}`)}
        />
      ))}
      <DistrictsFigure visit={visit} file={file} />
    </Panel>
  );
}

const pageSize = 100;

/** One rule: what it asks, and every place in which it is broken. */
export function RulePage({
  visit,
  one,
  rule,
  page,
}: {
  readonly visit: V;
  readonly one: Verification;
  readonly rule: RuleFound;
  readonly page: number;
}) {
  const { lang } = visit;
  const t = verificationPageWords(lang);
  const { check } = rule;
  const title = pick(check.title, lang);
  const pages = Math.max(1, Math.ceil(rule.findings.length / pageSize));
  const at = Math.min(Math.max(1, page), pages);
  return (
    <>
      <PageHead
        trail={<Trail visit={visit} one={one} last={title} />}
        title={title}
        actions={<WhoKnewLink visit={visit} subject={findingSubject(one, rule.id)} />}
        meta={
          <>
            <Status shape={severityShape[check.severity]} word={t[check.severity]} /> · {familyName(check.family, lang)} · {t.open}:{' '}
            {rule.open.toLocaleString()} · {t.corrected}: {rule.corrected.toLocaleString()}
          </>
        }
      />
      <Split
        aside={
          <Panel id="regla" title={t.rule} weight="minor">
            <Facts
              items={[
                { term: t.forOverseer, value: pick(check.overseer, lang) },
                { term: t.forPublisher, value: pick(check.publisher, lang) },
                { term: t.source, value: pick(check.source, lang) },
              ]}
            />
          </Panel>
        }
      >
        <DataTable
          lang={lang}
          id="lugares"
          caption={t.places}
          columns={[
            { title: t.where, head: true, cell: (finding: FiledFinding) => <Place visit={visit} one={one} finding={finding} /> },
            { title: t.row, align: 'end', cell: (finding) => finding.row ?? '' },
            { title: t.saw, cell: (finding) => finding.saw },
            { title: t.expected, cell: (finding) => finding.expected },
            { title: t.cutsSeen, cell: seenText },
            { title: t.state, cell: (finding) => <Standing lang={lang} finding={finding} family={check.family} /> },
          ]}
          rows={rule.findings.slice((at - 1) * pageSize, at * pageSize)}
          rowId={(finding) => `h-${finding.id}`}
          foot={<Pagination lang={lang} page={at} pages={pages} href={(n) => visit.href(`${pathOf(one)}/regla/${rule.id}?pagina=${n}`)} />}
        />
      </Split>
    </>
  );
}

function Place({ visit, one, finding }: { readonly visit: V; readonly one: Verification; readonly finding: FiledFinding }) {
  const t = verificationPageWords(visit.lang);
  if (finding.count > 1) return <>{t.many(finding.count)}</>;
  if (finding.subject === null) return <>—</>;
  if (finding.row === null) return <>{finding.subject}</>;
  return <a href={visit.href(`${pathOf(one)}/acta?clave=${encodeURIComponent(finding.subject)}`)}>{finding.subject}</a>;
}

/** Open since, or put right in: a stamp that time has overtaken is only no longer seen. */
export function Standing({ lang, finding, family }: { readonly lang: Lang; readonly finding: FiledFinding; readonly family: string }) {
  const t = verificationPageWords(lang);
  if (finding.correctedIn === null) return <Status shape="doing" word={t.openSince(`${finding.seen.at(-1)?.[0] ?? 1}`)} />;
  return <Status shape="doneLate" word={family === 'time' ? t.goneIn(finding.correctedIn) : t.correctedIn(finding.correctedIn)} />;
}
