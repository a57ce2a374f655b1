import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Form, Select } from '../../ui/forms.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Opl } from '../process/views.ts';
import { type Curve, CurveFigure, type DrawnCurves } from './curve-page.tsx';
import { exercisePageWords } from './page-words.ts';
import { exerciseColumns, exerciseHref, slotName, Trail, type V } from './pages.tsx';
import { type ExerciseRow, exerciseRows, relativeCurve } from './views.ts';
import { exerciseName } from './words.ts';

export type ComparedRow = ExerciseRow & { readonly opl: Opl };

/** One exercise in every OPL, recorded or not; `undefined`: no OPL has one of that name. */
export function comparedRows(visit: V, name: string): readonly ComparedRow[] | undefined {
  const { world } = visit;
  const rows = world.process.opls.flatMap((opl) =>
    exerciseRows(world.exercises, opl.id).flatMap((row) => (slotName(opl.id, row.slot) === name ? [{ ...row, opl }] : [])),
  );
  return rows.length > 0 ? rows : undefined;
}

/** The one asked for has a name in the picture, or the eight that published least; the others are drawn in grey. */
export function comparedCurves(visit: V, rows: readonly ComparedRow[]): readonly Curve[] {
  const asked = visit.url.searchParams.get('destacar') ?? '';
  const curves = rows.map(({ opl, exercise }) => ({
    opl,
    points: exercise ? relativeCurve(exercise) : [],
  }));
  const last = ({ points }: { points: Curve['points'] }) => points.at(-1)?.[1] ?? Number.POSITIVE_INFINITY;
  const least = new Set([...curves].sort((a, b) => last(a) - last(b)).slice(0, 8));
  return curves.map((one) => ({
    name: pick(one.opl.name, visit.lang),
    points: one.points,
    quiet: asked === '' ? !least.has(one) : one.opl.id !== asked,
  }));
}

type Props = { readonly visit: V; readonly rows: readonly ComparedRow[]; readonly drawn: DrawnCurves | undefined; readonly path: string };

export function ComparePage({ visit, rows, drawn, path }: Props) {
  const { lang, url } = visit;
  const t = exercisePageWords(lang);
  const [first] = rows;
  const title = first ? exerciseName(first.slot, lang) : t.compare;
  return (
    <>
      <PageHead title={title} meta={t.compareMeta} trail={<Trail visit={visit} last={title} />} />
      <CurveFigure lang={lang} id="curvas" title={t.curve} drawn={drawn} />
      {drawn && rows.length > 8 && (
        <Form action={visit.href(path)} method="get">
          {visit.asOf?.day !== undefined && <input type="hidden" name="al" value={visit.asOf.day} />}
          <Select
            lang={lang}
            name="destacar"
            label={t.highlight}
            hint={t.others}
            optional
            value={url.searchParams.get('destacar') ?? ''}
            options={rows.map(({ opl }) => ({ value: opl.id, label: pick(opl.name, lang) }))}
          />
          <Submit>{t.highlightButton}</Submit>
        </Form>
      )}
      <DataTable
        lang={lang}
        id="ejercicios"
        caption={title}
        columns={[
          { title: t.entity, head: true, keep: true, cell: (row: ComparedRow) => pick(row.opl.name, lang) },
          ...exerciseColumns(visit),
        ]}
        rows={rows}
        rowHref={(row) => exerciseHref(visit, row.opl.id, row.slot.id)}
        downloads={(end) => visit.href(`/simulacros.${end}`)}
      />
    </>
  );
}
