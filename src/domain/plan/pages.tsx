import { longDate, mediumDate, nearDate } from '../../core/date-words.ts';
import { type Lang, pick } from '../../core/words.ts';
import { Notice, type RowItem } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable, type Downloads } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { type OpenProcess, suspensionOn } from '../process/views.ts';
import { planPageWords } from './page-words.ts';
import { type Item, type PlanState, statuses } from './views.ts';
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
      rowId={(item) =>
        items.find(({ obligation }) => obligation.topic === item.obligation.topic) === item ? `tema-${item.obligation.topic}` : undefined
      }
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
