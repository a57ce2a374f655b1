import { longDate, mediumDate } from '../../core/date-words.ts';
import type { Chart, Table } from '../../core/document.ts';
import { remembered, rememberedOf } from '../../core/remembered.ts';
import { type Lang, pick } from '../../core/words.ts';
import { renderChartSvg } from '../../documents/chart.ts';
import { renderLineChart } from '../../documents/line-chart.ts';
import { Figure } from '../../ui/figure.tsx';
import { Breadcrumbs, EmptyState, PageHead } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { type AdvanceRow, advanceRows, type Compared, type CurveDay, comparisonOf, latenessOf, planAgainstDeliveries } from './advance.ts';
import { matrixWords } from './matrix-words.ts';
import { planPageWords } from './page-words.ts';
import { type PlanWorld, SuspensionNotice } from './pages.tsx';
import { shapeOf } from './words.ts';

type V = Visit<PlanWorld>;
type Drawn = { readonly svg: string; readonly alt: string; readonly table: Table };
export type DrawnAdvance = {
  readonly rows: readonly AdvanceRow[];
  readonly curve: Drawn;
  readonly lateness: Drawn;
  readonly comparison: Drawn;
};

const rowsOn = ({ world, day }: V): readonly AdvanceRow[] => rowsOf(world, day);
const rowsOf = remembered((world: PlanWorld, day) => advanceRows(world.process, world.plan, day));
const titled = (...titles: readonly string[]) => titles.map((title, i) => (i === 0 ? { title } : { title, align: 'end' as const }));

export function curveTable(visit: V, days = planAgainstDeliveries(rowsOn(visit), visit.day)): Table {
  const t = matrixWords(visit.lang);
  const rows = days.map((one) => [one.day, one.planned, one.handedIn]);
  return { kind: 'table', id: 'avance-curva', caption: t.curve, columns: titled(t.day, t.planned, t.handedIn), rows };
}

export function latenessTable(visit: V): Table {
  const t = matrixWords(visit.lang);
  const rows = latenessOf(rowsOn(visit)).map(({ range, handedIn, overdue }) => [
    range.from === 0 ? t.onTime : t.range(range.from, range.to),
    handedIn,
    overdue,
  ]);
  return { kind: 'table', id: 'avance-plazos', caption: t.lateness, columns: titled(t.daysRange, t.delivered, t.notDelivered), rows };
}

export function comparisonTable(visit: V): Table {
  const t = matrixWords(visit.lang);
  const columns = [t.obligations, t.concluded, t.doing, t.observed, t.overdue, t.open, t.unknown, t.late, `${t.medianLate} (${t.days})`];
  const rows = comparisonOf(rowsOn(visit)).map((one) => [
    pick(one.opl.name, visit.lang),
    ...[one.all, one.concluded, one.doing, one.observed, one.overdue, one.open, one.unknown, one.late, one.medianLate],
  ]);
  return { kind: 'table', id: 'avance', caption: t.compare, columns: titled(t.entity, ...columns), rows };
}

/** The three pictures of how the OPLs advance, each with its table; nothing when no OPL delivers here. */
export function drawAdvance(visit: V): Promise<DrawnAdvance | undefined> {
  const kept = drawings(visit.world);
  const key = `${visit.lang} ${visit.day}`;
  const made = kept.get(key) ?? draw(visit);
  kept.set(key, made);
  return made;
}

/** Drawing takes longer than all the rest of the page: it is done once for a world. */
const drawings = rememberedOf((_: PlanWorld) => new Map<string, Promise<DrawnAdvance | undefined>>());

async function draw(visit: V): Promise<DrawnAdvance | undefined> {
  const { lang, day } = visit;
  const rows = rowsOn(visit);
  if (rows.length === 0) return undefined;
  const t = matrixWords(lang);
  const days = planAgainstDeliveries(rows, day);
  const now = days.findLast((one) => one.day <= day) ?? { planned: 0, handedIn: 0 };
  const late = latenessOf(rows);
  const sum = (of: (one: (typeof late)[number]) => number, from: number) => late.slice(from).reduce((total, one) => total + of(one), 0);
  const [onTime, lateHanded, open] = [late[0]?.handedIn ?? 0, sum((one) => one.handedIn, 1), sum((one) => one.overdue, 0)];
  const curveAlt = t.curveAlt(longDate(day, lang), now.planned, now.handedIn ?? 0, days.at(-1)?.planned ?? 0);
  const lateTable = latenessTable(visit);
  const lateChart = chartOf('avance-plazos', t.lateness, t.latenessAlt(onTime, lateHanded, open), lang, [
    { name: t.delivered, shape: 'done' },
    { name: t.notDelivered, shape: 'late' },
  ])(late.map(({ range, handedIn, overdue }) => [range.from === 0 ? t.onTime : t.range(range.from, range.to), [handedIn, overdue]]));
  const compared = comparisonOf(rows);
  const parts = ['concluded', 'doing', 'observed', 'overdue', 'open', 'unknown'] as const;
  const shapes = {
    concluded: 'done',
    doing: 'doing',
    observed: 'observed',
    overdue: 'late',
    open: 'todo',
    unknown: shapeOf.unknown,
  } as const;
  const oplChart = chartOf(
    'avance-opl',
    t.compare,
    t.compareAlt(compared.length),
    lang,
    parts.map((part) => ({ name: t[part], shape: shapes[part] })),
  )(compared.map((one) => [one.opl.acronym, parts.map((part) => one[part])]));
  const page = { lang, palette: 'page' } as const;
  return {
    rows,
    curve: { svg: await drawCurve(days, curveAlt, lang), alt: curveAlt, table: curveTable(visit, days) },
    lateness: { svg: await renderChartSvg(lateChart, page), alt: lateChart.alt, table: lateTable },
    comparison: { svg: await renderChartSvg(oplChart, page), alt: oplChart.alt, table: comparisonTable(visit) },
  };
}

const chartOf =
  (id: string, title: string, alt: string, lang: Lang, series: Chart['series']) =>
  (bars: readonly (readonly [label: string, values: readonly number[]])[]): Chart => ({
    kind: 'chart',
    id,
    title,
    alt,
    unit: matrixWords(lang).obligations,
    series,
    bars: bars.map(([label, values]) => ({ label, values })),
  });

/** Days as numbers from the first: an axis of months, each named once. */
function drawCurve(days: readonly CurveDay[], alt: string, lang: Lang): Promise<string> {
  const t = matrixWords(lang);
  const first = Temporal.PlainDate.from(days[0]?.day ?? '2020-01-01').with({ day: 1 });
  const at = (day: string): number => first.until(Temporal.PlainDate.from(day), { largestUnit: 'days' }).days;
  const last = at(days.at(-1)?.day ?? '2020-01-01');
  const step = Math.max(30, Math.ceil(last / 6 / 30) * 30);
  return renderLineChart(
    {
      id: 'avance-curva',
      alt,
      x: {
        title: t.day,
        min: 0,
        max: Math.ceil((last + 1) / step) * step,
        step,
        label: (n) => mediumDate(first.add({ days: n }).toString(), lang),
      },
      y: { title: t.obligations },
      series: [
        { name: t.planned, steps: true, points: days.map((one) => [at(one.day), one.planned] as const) },
        {
          name: t.handedIn,
          steps: true,
          points: days.flatMap((one) => (one.handedIn === null ? [] : [[at(one.day), one.handedIn] as const])),
        },
      ],
    },
    { lang, palette: 'page' },
  );
}

export function AdvancePage({ visit, drawn }: { readonly visit: V; readonly drawn: DrawnAdvance | undefined }) {
  const { lang, world } = visit;
  const t = matrixWords(lang);
  const trail = <Breadcrumbs lang={lang} items={[{ label: planPageWords(lang).prep, href: visit.href('/prep') }, { label: t.advance }]} />;
  if (!drawn)
    return (
      <>
        <PageHead title={t.advance} trail={trail} />
        <EmptyState title={t.nobodyTitle}>{t.nobody}</EmptyState>
      </>
    );
  return (
    <>
      <PageHead title={t.advance} meta={t.advanceMeta(drawn.rows.length, world.process.opls.length)} trail={trail} />
      <SuspensionNotice visit={visit} />
      <Drawing visit={visit} id="curva" path="/prep/avance/curva" {...drawn.curve} />
      <Drawing visit={visit} id="plazos" path="/prep/avance/plazos" note={t.latenessNote} tableAt="beside" {...drawn.lateness} />
      <Figure
        lang={lang}
        id="comparacion"
        title={t.compare}
        alt={drawn.comparison.alt}
        svg={drawn.comparison.svg}
        table={<Comparison visit={visit} rows={comparisonOf(drawn.rows)} />}
      />
    </>
  );
}

type DrawingProps = Drawn & {
  readonly visit: V;
  readonly id: string;
  readonly path: string;
  readonly note?: string;
  readonly tableAt?: 'beside';
};
function Drawing({ visit, id, path, svg, alt, table, note, tableAt }: DrawingProps) {
  const { lang } = visit;
  const shown = (value: unknown, i: number) =>
    value === null ? '—' : i === 0 && typeof value === 'string' && /^\d{4}-/.test(value) ? mediumDate(value, lang) : String(value);
  const data = (
    <DataTable
      lang={lang}
      id={`${id}-datos`}
      caption={table.caption}
      columns={table.columns.map(({ title }, i) => ({
        title,
        ...(i === 0 ? { head: true, keep: true } : { align: 'end' as const }),
        cell: (row: Table['rows'][number]) => shown(row[i] ?? null, i),
      }))}
      rows={table.rows}
      downloads={(end) => visit.href(`${path}.${end}`)}
    />
  );
  return <Figure lang={lang} id={id} title={table.caption} alt={alt} svg={svg} table={data} note={note} tableAt={tableAt} />;
}

function Comparison({ visit, rows }: { readonly visit: V; readonly rows: readonly Compared[] }) {
  const { lang } = visit;
  const t = matrixWords(lang);
  const counts = ['all', 'concluded', 'doing', 'observed', 'overdue', 'open', 'unknown', 'late'] as const;
  const title = (count: (typeof counts)[number]) => (count === 'all' ? t.obligations : t[count]);
  return (
    <DataTable
      lang={lang}
      id="comparacion-datos"
      caption={t.compare}
      columns={[
        { title: t.entity, head: true, keep: true, cell: (row: Compared) => pick(row.opl.name, lang) },
        ...counts.map((count) => ({ title: title(count), align: 'end' as const, cell: (row: Compared) => row[count] })),
        { title: t.medianLate, unit: t.days, align: 'end' as const, cell: (row: Compared) => row.medianLate ?? '—' },
      ]}
      rows={rows}
      rowHref={({ opl }) => visit.href(`/prep/${opl.id}`)}
      downloads={(end) => visit.href(`/prep/avance.${end}`)}
    />
  );
}
