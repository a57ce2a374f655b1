import { longDate, mediumDate, nearDate } from '../../core/date-words.ts';
import { type Lang, pick } from '../../core/words.ts';
import { Matrix, type MatrixProps } from '../../ui/matrix.tsx';
import { EmptyState, Notice, PageHead, type RowItem } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable, type Downloads } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { type OpenProcess, suspensionOn } from '../process/views.ts';
import { planPageWords } from './page-words.ts';
import { type Item, matrixOf, type PlanState, planInForce, statuses, type Topic } from './views.ts';
import { groupMark, itemMark, omittedMark, statusMark } from './words.ts';

/** What the pages of this slice read. */
export type PlanWorld = { readonly process: OpenProcess; readonly plan: PlanState };

export const itemHref = (visit: Pick<Visit<unknown>, 'href'>, item: Item): string =>
  visit.href(`/prep/${item.opl.id}/${item.obligation.key}`);

/** The marks that occur, statuses in their fixed order. */
export const legendOf = (items: readonly Item[], lang: Lang) => {
  const occurring = new Set(items.filter((item) => !item.omitted).map((item) => item.status));
  const marks = statuses.filter((status) => occurring.has(status)).map((status) => statusMark(status, lang));
  return items.some((item) => item.omitted) ? [...marks, omittedMark(lang)] : marks;
};

/** The obligations of a plan by topic, in the order of the norm. */
const byTopic = (topics: readonly Topic[], items: readonly Item[]) =>
  topics
    .map((topic) => ({ topic, items: items.filter((item) => item.obligation.topic === topic.id) }))
    .filter((one) => one.items.length > 0);

export function matrixProps(visit: Visit<PlanWorld>): MatrixProps | undefined {
  const { lang, world, day } = visit;
  const plan = planInForce(world.plan);
  const rows = matrixOf(world.process, world.plan, day);
  if (!plan) return undefined;
  const t = planPageWords(lang);
  // Every row has the obligations of the plan in force, in its order: what is sorted once holds for all of them.
  const first = rows[0]?.items ?? [];
  const topics = byTopic(plan.topics, first);
  const order = topics.flatMap(({ items }) => items.map((item) => first.indexOf(item)));
  return {
    lang,
    id: 'matriz',
    caption: t.matrix,
    rowTitle: t.entity,
    topics: topics.map(({ topic, items }) => ({
      title: pick(topic.name, lang),
      columns: items.map(({ obligation }) => ({ code: obligation.code, title: pick(obligation.title, lang) })),
    })),
    rows: rows.map(({ opl, items }) => ({
      label: pick(opl.name, lang),
      note: opl.acronym,
      href: visit.href(`/prep/${opl.id}`),
      cells: order.flatMap((i) => {
        const item = items[i];
        return item ? [{ mark: itemMark(item, lang), href: itemHref(visit, item) }] : [];
      }),
    })),
    legend: legendOf(
      rows.flatMap((row) => row.items),
      lang,
    ),
    downloads: (end) => visit.href(`/prep.${end}`),
  };
}

export function PrepPage({ visit }: { readonly visit: Visit<PlanWorld> }) {
  const { lang, world } = visit;
  const t = planPageWords(lang);
  const plan = planInForce(world.plan);
  const props = matrixProps(visit);
  const meta = plan && t.size(world.process.opls.length, plan.obligations.length, plan.topics.length);
  return (
    <>
      <PageHead title={t.prep} meta={meta} />
      <SuspensionNotice visit={visit} />
      {props ? <Matrix {...props} /> : <EmptyState title={t.noPlanTitle}>{t.noPlan}</EmptyState>}
      <p class="small">{t.unknownMeans}</p>
    </>
  );
}

/** Says that the process is suspended on the day of the page, and by which act. */
export function SuspensionNotice({ visit }: { readonly visit: Visit<{ readonly process: OpenProcess }> }) {
  const { lang, world, day } = visit;
  const t = planPageWords(lang);
  const suspended = suspensionOn(world.process, day);
  if (!suspended) return null;
  return (
    <Notice kind="note" title={t.suspendedTitle}>
      <p>{t.suspended(longDate(suspended.from, lang), suspended.agreement.name)}</p>
    </Notice>
  );
}

export const SourceLink = ({ source }: { readonly source: { readonly text: string; readonly url?: string } }) =>
  source.url === undefined ? (
    <small>{source.text}</small>
  ) : (
    <small>
      <a href={source.url} rel="noreferrer">
        {source.text}
      </a>
    </small>
  );

/** «IEC, IEEH», or how many when all of them. */
const oplNames = (visit: Visit<PlanWorld>, items: readonly Item[]): string =>
  items.length > 1 && items.length === visit.world.process.opls.length
    ? planPageWords(visit.lang).allOpls(items.length)
    : items.map((item) => item.opl.acronym).join(', ');

/** What is due, one row an obligation: whose it is stands beside it. */
export function soonRows(visit: Visit<PlanWorld>, items: readonly Item[]): readonly RowItem[] {
  const { lang } = visit;
  return [...Map.groupBy(items, (item) => item.obligation).entries()].map(([obligation, same]) => {
    const [first] = same;
    const href = first && same.length === 1 ? itemHref(visit, first) : visit.href('/prep');
    return {
      mark: groupMark(same, lang),
      text: <a href={href}>{pick(obligation.title, lang)}</a>,
      detail: oplNames(visit, same),
      when: nearDate(obligation.due, visit.day, lang),
      dateTime: obligation.due,
    };
  });
}

/** The obligations of one OPL, each with its date and its reason. */
export function ObligationTable({
  visit,
  items,
  downloads,
}: {
  readonly visit: Visit<PlanWorld>;
  readonly items: readonly Item[];
  readonly downloads: Downloads;
}) {
  const { lang } = visit;
  const t = planPageWords(lang);
  return (
    <DataTable
      lang={lang}
      id="obligaciones"
      caption={t.obligations}
      columns={[
        { title: t.code, head: true, cell: (item: Item) => item.obligation.code },
        { title: t.obligation, cell: (item) => pick(item.obligation.title, lang) },
        { title: t.due, keep: true, cell: (item) => <DueDate item={item} lang={lang} /> },
        {
          title: t.sendBy,
          keep: true,
          cell: (item) => (item.omitted || item.obligation.sendBy === undefined ? '—' : mediumDate(item.obligation.sendBy, lang)),
        },
        { title: t.status, keep: true, cell: (item) => <Status {...itemMark(item, lang)} /> },
        { title: t.explanation, cell: (item) => <a href={`${itemHref(visit, item)}#por-que`}>{t.why}</a> },
      ]}
      rows={items}
      rowHref={(item) => itemHref(visit, item)}
      empty={t.noPlan}
      downloads={downloads}
    />
  );
}

/** The date in force; a date that the plan in force does not contain is not shown as one. */
export const DueDate = ({ item, lang }: { readonly item: Item; readonly lang: Lang }) =>
  item.omitted ? (
    <span>{planPageWords(lang).omittedShort}</span>
  ) : (
    <time datetime={item.obligation.due}>{mediumDate(item.obligation.due, lang)}</time>
  );
