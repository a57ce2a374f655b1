import { mediumDate } from '../../core/date-words.ts';
import type { Table } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import { ShareBar } from '../../ui/figure.tsx';
import { Breadcrumbs, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { Why } from '../../ui/sequence.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { matrixWords } from './matrix-words.ts';
import { planPageWords } from './page-words.ts';
import { DueDate, itemHref, type PlanWorld, SuspensionNotice } from './pages.tsx';
import { handedIn, type Item, matrixOf, statuses, tally } from './views.ts';
import { confirmationWords, itemMark, statusMark } from './words.ts';

type V = Visit<PlanWorld>;

/** One obligation of the plan in force, as it stands in each OPL; empty when the plan has none so called. */
export const acrossOf = ({ world, day }: V, key: string): readonly Item[] =>
  matrixOf(world.process, world.plan, day).flatMap(({ items }) => items.filter(({ obligation }) => obligation.key === key));

export function acrossTable({ lang }: V, items: readonly Item[]): Table {
  const [t, m] = [planPageWords(lang), matrixWords(lang)];
  return {
    kind: 'table',
    id: `obligacion-${items[0]?.obligation.key ?? ''}`,
    caption: items[0] ? pick(items[0].obligation.title, lang) : '',
    columns: [t.opl, t.entity, m.due, t.status, m.when, `${m.daysLate} (${m.days})`].map((title) => ({ title })),
    rows: items.map((item) => [
      item.opl.acronym,
      pick(item.opl.name, lang),
      item.omitted ? t.omittedShort : item.obligation.due,
      itemMark(item, lang).word,
      handedIn(item.progress)?.on ?? null,
      lateDays(item),
    ]),
  };
}

const lateDays = (item: Item): number | null => item.handedInLate || item.daysLate || null;

export function AcrossPage({ visit, items, first }: { readonly visit: V; readonly items: readonly Item[]; readonly first: Item }) {
  const { lang } = visit;
  const [t, m] = [planPageWords(lang), matrixWords(lang)];
  const { obligation } = first;
  const counts = tally(items);
  const { explanation } = obligation;
  return (
    <>
      <PageHead
        title={pick(obligation.title, lang)}
        meta={`${obligation.code} · ${m.acrossTitle}`}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.prep, href: visit.href('/prep') }, { label: obligation.code }]} />}
      />
      <SuspensionNotice visit={visit} />
      <Split
        aside={
          <Panel id="ahora" title={t.now} note={mediumDate(visit.day, lang)}>
            <ShareBar shares={statuses.map((status) => ({ mark: statusMark(status, lang), count: counts[status] }))} />
          </Panel>
        }
      >
        <Why
          id="por-que"
          title={t.rule}
          rule={pick(explanation.rule, lang)}
          steps={[]}
          citation={explanation.citation}
          confirmation={{
            shape: explanation.confirmation === 'seen' ? 'done' : 'observed',
            word: pick(confirmationWords[explanation.confirmation], lang),
          }}
        />
      </Split>
      <DataTable
        lang={lang}
        id="opl"
        caption={m.acrossTitle}
        columns={[
          { title: t.entity, head: true, keep: true, cell: (item: Item) => pick(item.opl.name, lang) },
          { title: t.status, keep: true, cell: (item) => <Status {...itemMark(item, lang)} /> },
          { title: m.due, keep: true, cell: (item) => <DueDate item={item} lang={lang} /> },
          {
            title: m.when,
            keep: true,
            cell: (item) => {
              const handed = handedIn(item.progress);
              return handed ? <time datetime={handed.on}>{mediumDate(handed.on, lang)}</time> : '—';
            },
          },
          { title: m.daysLate, unit: m.days, align: 'end', cell: (item) => lateDays(item) ?? '—' },
        ]}
        rows={items}
        rowHref={(item) => itemHref(visit, item)}
        downloads={(end) => visit.href(`/prep/obligacion/${obligation.key}/opl.${end}`)}
      />
    </>
  );
}
