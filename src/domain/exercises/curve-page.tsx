import type { Lang } from '../../core/words.ts';
import { type LineChart, type LineSeries, mostNamed, renderLineChart } from '../../documents/line-chart.ts';
import { numberText } from '../../documents/text.ts';
import { Figure } from '../../ui/figure.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import { exercisePageWords } from './page-words.ts';
import type { CurvePoint } from './views.ts';

/** One curve: its name, and its points in minutes from the start. `quiet`: there for comparison, without a name in the picture. */
export type Curve = { readonly name: string; readonly points: readonly CurvePoint[]; readonly quiet?: boolean };
export type DrawnCurves = { readonly svg: string; readonly alt: string; readonly curves: readonly Curve[]; readonly unit: string };

const hourStep = (minutes: number): number => (minutes <= 360 ? 60 : minutes <= 900 ? 120 : 240);

/** Draws those that have points; nothing when none has. Named ones beyond what can be told apart become quiet. */
export async function drawCurves(curves: readonly Curve[], lang: Lang, id: string, percent: boolean): Promise<DrawnCurves | undefined> {
  const t = exercisePageWords(lang);
  const drawn = curves.filter((one) => one.points.length > 0);
  if (drawn.length === 0) return undefined;
  let named = 0;
  const series = drawn.map((one): LineSeries => {
    const quiet = one.quiet === true || named >= mostNamed;
    if (!quiet) named += 1;
    return { name: one.name, points: one.points, ...(quiet ? { quiet } : {}) };
  });
  const last = Math.max(...drawn.flatMap((one) => one.points.map(([minutes]) => minutes)));
  const step = hourStep(last);
  const alt = t.curveAlt(series.flatMap((one) => (one.quiet ? [] : [one.name])).join(', '));
  const unit = percent ? t.ofPlanned : t.actas;
  const chart: LineChart = {
    id,
    alt,
    x: { title: t.hours, min: 0, max: Math.ceil(last / step) * step, step, label: (minutes) => `${minutes / 60} h` },
    y: { title: unit, ...(percent ? { max: 100 } : {}) },
    series,
  };
  return { svg: await renderLineChart(chart, { lang, palette: 'page' }), alt, curves: drawn, unit };
}

/** The picture with its table: what each curve had reached at each full hour, and nothing between what somebody counted. */
export function CurveFigure({
  lang,
  id,
  title,
  drawn,
}: {
  readonly lang: Lang;
  readonly id: string;
  readonly title: string;
  readonly drawn: DrawnCurves | undefined;
}) {
  const t = exercisePageWords(lang);
  if (!drawn) return <EmptyState>{t.noCurve}</EmptyState>;
  const last = Math.max(...drawn.curves.flatMap((one) => one.points.map(([minutes]) => minutes)));
  const hours = Array.from({ length: Math.ceil(last / 60) + 1 }, (_, hour) => hour);
  const reached = (curve: Curve, hour: number): string => {
    const ended = (curve.points.at(-1)?.[0] ?? 0) < (hour - 1) * 60;
    const at = curve.points.filter(([minutes]) => minutes <= hour * 60).at(-1);
    return at === undefined || ended ? '—' : numberText(at[1], lang);
  };
  const table = (
    <DataTable
      lang={lang}
      id={`${id}-datos`}
      caption={title}
      note={drawn.unit}
      columns={[
        { title: t.hour, head: true, keep: true, cell: (hour: number) => `${hour} h` },
        ...drawn.curves.map((curve) => ({ title: curve.name, align: 'end' as const, cell: (hour: number) => reached(curve, hour) })),
      ]}
      rows={hours}
    />
  );
  return <Figure lang={lang} id={id} title={title} alt={drawn.alt} svg={drawn.svg} table={table} />;
}
