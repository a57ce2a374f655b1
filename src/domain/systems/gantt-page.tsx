import { longDate, mediumDate, monthName } from '../../core/date-words.ts';
import { daysBetween } from '../../core/days.ts';
import type { Table } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { catalogue, type Lang, pick } from '../../core/words.ts';
import { Gantt, type GanttRow } from '../../ui/gantt.tsx';
import { Breadcrumbs, EmptyState, PageHead } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import { type MilestoneKind, milestoneKinds } from './events.ts';
import { systemHref, type V } from './list-page.tsx';
import { systemsPageWords } from './page-words.ts';
import { type MilestoneRow, milestoneStatuses, type Row, rowsOf } from './views.ts';
import { milestoneKindWords, milestoneMark, milestoneName } from './words.ts';

export const ganttWords = catalogue({
  schedule: { es: 'Cronograma', en: 'Schedule' },
  meta: {
    es: 'Los hitos de cada sistema; la línea de puntos va de su primera fecha a la vigente, y la barra es la actividad a la que sirve.',
    en: 'The milestones of each system; the dotted line runs from the first date to the one in force, and the bar is the activity it serves.',
  },
  earlier: { es: 'Seis meses antes', en: 'Six months before' },
  later: { es: 'Seis meses después', en: 'Six months later' },
  today: { es: (day: string) => `Estado al ${day}`, en: (day: string) => `State on ${day}` },
  outside: {
    es: (n: number) => (n === 1 ? '1 hito está fuera de estos meses o sin fecha.' : `${n} hitos están fuera de estos meses o sin fecha.`),
    en: (n: number) =>
      n === 1 ? '1 milestone lies outside these months or has no date.' : `${n} milestones lie outside these months or have no date.`,
  },
  none: {
    es: 'Aquí estarán los hitos de los sistemas. Los planean las áreas que los reportan.',
    en: 'The milestones of the systems will be here. The areas that report them plan them.',
  },
});

const monthsShown = 12;

/** Two letters that tell one kind of milestone from another where there is no room for its name. */
const codes: Readonly<Record<MilestoneKind, { readonly es: string; readonly en: string }>> = {
  requirements: { es: 'RQ', en: 'RQ' },
  development: { es: 'DE', en: 'DE' },
  'functional-tests': { es: 'PF', en: 'FT' },
  'load-tests': { es: 'PC', en: 'LT' },
  'security-tests': { es: 'PS', en: 'ST' },
  training: { es: 'CA', en: 'TR' },
  drill: { es: 'SI', en: 'DR' },
  'go-live': { es: 'PP', en: 'GL' },
  operation: { es: 'OP', en: 'OP' },
  close: { es: 'CI', en: 'CL' },
};

type Window = { readonly from: IsoDate; readonly to: IsoDate; readonly days: number };

const monthsFrom = (month: string, n: number): IsoDate => Temporal.PlainDate.from(`${month}-01`).add({ months: n }).toString();

/** Twelve months: those asked for; or from four before the day the page speaks of; or those of the plan, when that is over or ahead. */
export function windowOf(rows: readonly Row[], day: IsoDate, asked: string | null): Window {
  const dates = rows.flatMap(({ milestones }) => milestones.flatMap(({ date }) => date ?? [])).sort();
  const [first = day, last = day] = [dates[0], dates.at(-1)];
  const usual = monthsFrom(day.slice(0, 7), -4);
  const nearest =
    last < usual
      ? monthsFrom(last.slice(0, 7), 1 - monthsShown)
      : first > monthsFrom(usual.slice(0, 7), monthsShown)
        ? monthsFrom(first.slice(0, 7), 0)
        : usual;
  const isMonth = asked !== null && /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(asked);
  const from = isMonth ? monthsFrom(asked, 0) : nearest;
  const to = monthsFrom(from.slice(0, 7), monthsShown);
  return { from, to, days: daysBetween(from, to) };
}

const isIn = ({ from, to }: Window, date: IsoDate | undefined): date is IsoDate => date !== undefined && date >= from && date < to;

function ganttRow(visit: V, shown: Window, { system, milestones, served }: Row): GanttRow {
  const { lang } = visit;
  const at = (date: IsoDate) => daysBetween(shown.from, date);
  const mark = (row: MilestoneRow) => {
    const { milestone, status, date } = row;
    if (!isIn(shown, date)) return [];
    const drawn = milestoneMark(status, lang);
    return [
      {
        at: at(date),
        first: milestone.firstDue === undefined ? undefined : at(milestone.firstDue),
        mark: drawn,
        code: pick(codes[milestone.kind], lang),
        title: `${milestoneName(milestone, lang)}, ${longDate(date, lang)}: ${drawn.word}`,
        href: systemHref(visit, system.id, `#hito-${milestone.id}`),
      },
    ];
  };
  const deadline = isIn(shown, served?.date)
    ? { at: at(served.date), title: `${pick(served.activity.name, lang)}, ${longDate(served.date, lang)}` }
    : undefined;
  return { label: pick(system.description.name, lang), href: systemHref(visit, system.id), marks: milestones.flatMap(mark), deadline };
}

const monthsOf = ({ from }: Window, lang: Lang) =>
  Array.from({ length: monthsShown }, (_, n) => {
    const month = monthsFrom(from.slice(0, 7), n);
    const name = monthName(Number(month.slice(5, 7)), lang).slice(0, 3);
    return { at: daysBetween(from, month), label: n === 0 || month.slice(5, 7) === '01' ? `${name} ${month.slice(0, 4)}` : name };
  });

const withMonth = (href: string, month: string): string => `${href}${href.includes('?') ? '&' : '?'}desde=${month}`;

export function GanttPage({ visit }: { readonly visit: V }) {
  const { lang, world, day, url } = visit;
  const t = ganttWords(lang);
  const rows = rowsOf(world.process, world.systems, day);
  const shown = windowOf(rows, day, url.searchParams.get('desde'));
  const all = rows.flatMap(({ milestones }) => milestones);
  const left = all.filter(({ date }) => !isIn(shown, date)).length;
  const here = visit.href('/cronograma');
  const last = mediumDate(monthsFrom(shown.to.slice(0, 7), -1), lang).slice(2);
  return (
    <>
      <PageHead
        title={t.schedule}
        meta={t.meta}
        trail={
          <Breadcrumbs
            lang={lang}
            items={[{ label: systemsPageWords(lang).systems, href: visit.href('/sistemas') }, { label: t.schedule }]}
          />
        }
      />
      {all.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <>
          <p class="actions">
            <a href={withMonth(here, monthsFrom(shown.from.slice(0, 7), -6).slice(0, 7))}>{t.earlier}</a>
            <a href={withMonth(here, monthsFrom(shown.from.slice(0, 7), 6).slice(0, 7))}>{t.later}</a>
          </p>
          <Gantt
            lang={lang}
            id="cronograma"
            caption={`${mediumDate(shown.from, lang).slice(2)} – ${last}`}
            note={left > 0 ? t.outside(left) : undefined}
            days={shown.days}
            months={monthsOf(shown, lang)}
            today={isIn(shown, day) ? { at: daysBetween(shown.from, day), label: t.today(longDate(day, lang)) } : undefined}
            rows={rows.map((row) => ganttRow(visit, shown, row))}
            legend={milestoneStatuses.map((status) => milestoneMark(status, lang))}
            codes={milestoneKinds.map((kind) => ({ code: pick(codes[kind], lang), name: pick(milestoneKindWords[kind], lang) }))}
            downloads={(end) => visit.href(`/cronograma.${end}`)}
          />
          <MilestonesTable visit={visit} rows={all} />
        </>
      )}
    </>
  );
}

/** The same in words: whoever does not see the picture reads this. */
function MilestonesTable({ visit, rows }: { readonly visit: V; readonly rows: readonly MilestoneRow[] }) {
  const { lang } = visit;
  const t = systemsPageWords(lang);
  const date = (day: IsoDate | undefined) => (day === undefined ? '—' : mediumDate(day, lang));
  const inOrder = [...rows].sort((a, b) => ((a.date ?? '9') < (b.date ?? '9') ? -1 : 1));
  return (
    <DataTable
      lang={lang}
      id="hitos"
      caption={t.milestones}
      columns={[
        { title: t.milestone, head: true, cell: ({ milestone }: MilestoneRow) => milestoneName(milestone, lang) },
        { title: t.system, cell: ({ system }) => pick(system.description.name, lang) },
        { title: t.state, keep: true, cell: ({ status }) => milestoneMark(status, lang).word },
        { title: t.date, keep: true, cell: (row) => date(row.date) },
        { title: t.firstDue, keep: true, cell: ({ milestone }) => date(milestone.firstDue) },
        { title: t.slip, unit: t.days, align: 'end', cell: ({ slipDays }) => slipDays ?? '—' },
      ]}
      rows={inOrder}
      rowHref={({ system, milestone }) => systemHref(visit, system.id, `#hito-${milestone.id}`)}
    />
  );
}

/** Every milestone of every system, to be taken away. */
export function scheduleTable({ lang, world, day }: V): Table {
  const t = systemsPageWords(lang);
  const rows = rowsOf(world.process, world.systems, day).flatMap(({ milestones }) => milestones);
  return {
    kind: 'table',
    id: 'cronograma',
    caption: ganttWords(lang).schedule,
    columns: [t.system, t.milestone, t.state, t.firstDue, t.due, t.reachedOn, t.slip].map((title) => ({ title })),
    rows: rows.map(({ system, milestone, status, slipDays }) => [
      pick(system.description.name, lang),
      milestoneName(milestone, lang),
      milestoneMark(status, lang).word,
      milestone.firstDue ?? null,
      milestone.due ?? null,
      milestone.standing.kind === 'reached' ? milestone.standing.on : null,
      slipDays ?? null,
    ]),
  };
}
