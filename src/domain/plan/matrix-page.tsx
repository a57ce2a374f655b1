import type { StatusMark } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import { LinkButton } from '../../ui/buttons.tsx';
import { FilterForm, narrowed } from '../../ui/filter.tsx';
import { Select } from '../../ui/forms.tsx';
import { Matrix, type MatrixProps } from '../../ui/matrix.tsx';
import { EmptyState, PageHead } from '../../ui/parts.tsx';
import type { Visit } from '../../web/visit.ts';
import type { Opl } from '../process/views.ts';
import { bulkWords } from './bulk-words.ts';
import { filterNames, filterOf, type MatrixRowOf, narrow } from './matrix-filter.ts';
import { matrixWords } from './matrix-words.ts';
import { planPageWords } from './page-words.ts';
import { itemHref, legendOf, type PlanWorld, SuspensionNotice } from './pages.tsx';
import { type Item, matrixOf, planInForce, statuses, type Topic } from './views.ts';
import { groupMark, itemMark, statusWords } from './words.ts';

/** What another slice says of an OPL: how it stands, and the levels there are. */
export type RiskColumn<W> = {
  readonly levels: (visit: Visit<W>) => readonly { readonly level: string; readonly mark: StatusMark }[];
  readonly of: (visit: Visit<W>) => (opl: Opl) => { readonly level: string; readonly mark: StatusMark } | undefined;
};
type Props<W> = { readonly visit: Visit<W>; readonly risk: RiskColumn<W> };

/** The obligations of a plan by topic, in the order of the norm. */
const byTopic = (topics: readonly Topic[], items: readonly Item[]) =>
  topics
    .map((topic) => ({ topic, items: items.filter((item) => item.obligation.topic === topic.id) }))
    .filter((one) => one.items.length > 0);

/** The rows that the address asks for, as the page and its files show them. */
export function narrowedRows<W extends PlanWorld>(visit: Visit<W>, risk: RiskColumn<W>): readonly MatrixRowOf[] {
  const of = risk.of(visit);
  return narrow(matrixOf(visit.world.process, visit.world.plan, visit.day), filterOf(visit.url.searchParams), (opl) => of(opl)?.level);
}

export function PrepPage<W extends PlanWorld>({ visit, risk }: Props<W>) {
  const { lang, world } = visit;
  const t = planPageWords(lang);
  const plan = planInForce(world.plan);
  const meta = plan && t.size(world.process.opls.length, plan.obligations.length, plan.topics.length);
  const more = matrixWords(lang);
  return (
    <>
      <PageHead title={t.prep} meta={meta} actions={plan && <LinkButton href={visit.href('/prep/avance')}>{more.advance}</LinkButton>} />
      <SuspensionNotice visit={visit} />
      {plan ? (
        <>
          <Filter visit={visit} risk={risk} topics={plan.topics} />
          <Narrowed visit={visit} risk={risk} topics={plan.topics} />
        </>
      ) : (
        <EmptyState title={t.noPlanTitle}>{t.noPlan}</EmptyState>
      )}
      <p class="small">{t.unknownMeans}</p>
      {plan && !visit.asOf && visit.may('report-progress') && (
        <p>
          <a href={visit.href('/carga')}>{bulkWords(lang).title}</a>
        </p>
      )}
    </>
  );
}

function Filter<W extends PlanWorld>({ visit, risk, topics }: Props<W> & { readonly topics: readonly Topic[] }) {
  const { lang, url } = visit;
  const t = matrixWords(lang);
  const [ver, tema, estado, riesgo] = filterNames.map((name) => url.searchParams.get(name) ?? '');
  const short = { lang, short: true } as const;
  return (
    <FilterForm path={visit.href('/prep')} url={url} label={t.filter} button={t.filterButton}>
      <Select {...short} name="ver" label={t.columns} any={t.byObligation} value={ver} options={[{ value: 'temas', label: t.byTopic }]} />
      <Select
        {...short}
        name="tema"
        label={t.topic}
        any={t.all}
        value={tema}
        options={topics.map((topic) => ({ value: topic.id, label: pick(topic.name, lang) }))}
      />
      <Select
        {...short}
        name="estado"
        label={t.status}
        any={t.anyStatus}
        value={estado}
        options={statuses.map((value) => ({ value, label: pick(statusWords[value], lang) }))}
      />
      <Select
        {...short}
        name="riesgo"
        label={t.risk}
        any={t.anyRisk}
        value={riesgo}
        options={risk.levels(visit).map(({ level, mark }) => ({ value: level, label: mark.word }))}
      />
    </FilterForm>
  );
}

function Narrowed<W extends PlanWorld>({ visit, risk, topics }: Props<W> & { readonly topics: readonly Topic[] }) {
  const { lang, url } = visit;
  const t = matrixWords(lang);
  const rows = narrowedRows(visit, risk);
  const [first] = rows;
  if (!first || first.items.length === 0) return <EmptyState title={t.noneTitle}>{t.none}</EmptyState>;
  const groups = byTopic(topics, first.items);
  const props = filterOf(url.searchParams).by === 'topic' ? topicColumns(visit, groups, rows) : obligationColumns(visit, groups, rows);
  const riskOf = risk.of(visit);
  return (
    <Matrix
      lang={lang}
      id="matriz"
      caption={planPageWords(lang).matrix}
      note={t.shown(rows.length, first.items.length)}
      rowTitle={planPageWords(lang).entity}
      legend={legendOf(
        rows.flatMap((row) => row.items),
        lang,
      )}
      downloads={(end) => narrowed(visit.href(`/prep.${end}`), url, filterNames)}
      topics={props.topics}
      rows={props.rows.map((row, i) => {
        const opl = rows[i]?.opl;
        const found = opl && riskOf(opl);
        return found ? { ...row, mark: found.mark } : row;
      })}
    />
  );
}

type Columns = Pick<MatrixProps, 'topics' | 'rows'>;
type Group = { readonly topic: Topic; readonly items: readonly Item[] };
const rowOf = (visit: Visit<unknown>, opl: Opl) => ({
  label: pick(opl.name, visit.lang),
  note: opl.acronym,
  href: visit.href(`/prep/${opl.id}`),
});

function obligationColumns(visit: Visit<PlanWorld>, groups: readonly Group[], rows: readonly MatrixRowOf[]): Columns {
  const { lang } = visit;
  const order = new Map(groups.flatMap(({ items }) => items).map((item, i) => [item.obligation.key, i]));
  const at = (item: Item) => order.get(item.obligation.key) ?? 0;
  return {
    topics: groups.map(({ topic, items }) => ({
      title: pick(topic.name, lang),
      columns: items.map(({ obligation }) => ({
        code: obligation.code,
        title: pick(obligation.title, lang),
        href: visit.href(`/prep/obligacion/${obligation.key}`),
      })),
    })),
    rows: rows.map(({ opl, items }) => ({
      ...rowOf(visit, opl),
      cells: [...items].sort((a, b) => at(a) - at(b)).map((item) => ({ mark: itemMark(item, lang), href: itemHref(visit, item) })),
    })),
  };
}

/** One column a topic; its cell is drawn by the most pressing of its obligations, and opens on them. */
function topicColumns(visit: Visit<PlanWorld>, groups: readonly Group[], rows: readonly MatrixRowOf[]): Columns {
  const { lang } = visit;
  const hrefOf = (topic: string) => {
    const [path, query = ''] = visit.href('/prep').split('?');
    return `${path}?${new URLSearchParams([...new URLSearchParams(query), ['tema', topic]])}`;
  };
  return {
    topics: [{ title: '', columns: groups.map(({ topic }) => ({ code: '', title: pick(topic.name, lang), href: hrefOf(topic.id) })) }],
    rows: rows.map(({ opl, items }) => ({
      ...rowOf(visit, opl),
      cells: groups.map(({ topic }) => {
        const own = items.filter(({ obligation }) => obligation.topic === topic.id);
        return { mark: groupMark(own, lang), href: visit.href(`/prep/${opl.id}#tema-${topic.id}`) };
      }),
    })),
  };
}
