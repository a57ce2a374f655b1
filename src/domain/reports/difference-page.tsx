import { longDate } from '../../core/date-words.ts';
import type { Document } from '../../core/document.ts';
import { rememberedOf } from '../../core/remembered.ts';
import { pick } from '../../core/words.ts';
import { Difference } from '../../ui/difference.tsx';
import { Breadcrumbs, EmptyState, PageHead, Panel } from '../../ui/parts.tsx';
import type { Visit } from '../../web/visit.ts';
import { differencesOf } from './difference.ts';
import { reportPageWords } from './page-words.ts';
import type { ReportsWorld } from './pages.tsx';
import { type Report, type ReportsState, reportsOf } from './views.ts';
import { kindWords } from './words.ts';

/** What an informe is compared with: the edition before it, or else the last one of an earlier cut-off. */
export function formerReport({ reports }: { readonly reports: ReportsState }, { kind, cutoff, edition }: Report): Report | undefined {
  const same = reportsOf(reports).filter((one) => one.kind === kind);
  return same.find((one) => one.cutoff === cutoff && one.edition < edition) ?? same.find((one) => one.cutoff < cutoff);
}

/** Of two informes that were made once it is told once. */
const differencesFrom = rememberedOf((former: Document) => rememberedOf((document: Document) => differencesOf(former, document)));

type Props = {
  readonly visit: Visit<ReportsWorld>;
  readonly report: Report;
  readonly document: Document;
  readonly former?: { readonly report: Report; readonly document: Document };
};

/** What one informe says otherwise than the one before, section by section. */
export function DifferencePage({ visit, report, document, former }: Props) {
  const { lang } = visit;
  const t = reportPageWords(lang);
  const nameOf = ({ kind, cutoff, edition }: Report) =>
    `${pick(kindWords[kind], lang)} · ${longDate(cutoff, lang)}${edition === 1 ? '' : ` (${t.edition.toLowerCase()} ${edition})`}`;
  const sections = former ? differencesFrom(former.document)(document) : [];
  const same = sections.filter((one) => one.kind === 'same');
  const kinds = { added: t.sectionAdded, gone: t.sectionGone, changed: undefined, same: undefined };
  return (
    <>
      <PageHead
        title={t.difference}
        meta={former && t.between(nameOf(report), nameOf(former.report))}
        trail={
          <Breadcrumbs
            lang={lang}
            items={[
              { label: t.reports, href: visit.href('/informes') },
              { label: nameOf(report), href: visit.href(`/informes/${report.id}`) },
              { label: t.difference },
            ]}
          />
        }
      />
      {!former && <EmptyState>{t.noFormer}</EmptyState>}
      {sections
        .filter((one) => one.kind !== 'same')
        .map((one) => (
          <Panel id={`d-${one.id}`} title={one.title} note={kinds[one.kind]}>
            <Difference pieces={one.pieces} />
          </Panel>
        ))}
      {former && same.length > 0 && <p class="small">{t.unchanged(same.map((one) => one.title).join('; '))}</p>}
    </>
  );
}
