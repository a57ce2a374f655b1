import { mediumDate } from '../../core/date-words.ts';
import type { Table } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import { ActPanel } from '../../ui/fields.tsx';
import type { FormError } from '../../ui/forms.tsx';
import { Breadcrumbs, Columns, EmptyState, PageHead } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import { oplOf } from '../process/views.ts';
import { figuresPageWords } from './figures-page-words.ts';
import { type Preview, PreviewTable } from './figures-preview-page.tsx';
import { usersOf } from './incident-forms.tsx';
import { percent, systemHref, type V } from './list-page.tsx';
import { latestOf, seriesOf, totalOf } from './operation.ts';
import type { Datum, Series } from './operation-state.ts';
import { operationWords } from './operation-words.ts';
import { systemsPageWords } from './page-words.ts';
import { mayReport } from './system-page.tsx';
import type { Row } from './views.ts';

type Props = { readonly visit: V; readonly row: Row };
type Whole = Props & { readonly errors?: readonly FormError[]; readonly preview?: Preview };

export const figuresFileUploads = { maxBytes: 2 * 2 ** 20, maxFiles: 1 } as const;
const shownRows = 200;

/** What is counted of a system: each figure with its denominator, reported apart from achieved. */
export function FiguresPage({ visit, row, errors = [], preview }: Whole) {
  const { lang, reader } = visit;
  const t = figuresPageWords(lang);
  const name = pick(row.system.description.name, lang);
  const trail = [
    { label: systemsPageWords(lang).systems, href: visit.href('/sistemas') },
    { label: name, href: systemHref(visit, row.system.id) },
    { label: t.figures },
  ];
  const series = seriesOf(row.system);
  const reports = reader.kind === 'signed-in' && !visit.asOf && mayReport(visit, row);
  return (
    <>
      <PageHead title={`${name}: ${t.figures}`} meta={t.meta} trail={<Breadcrumbs lang={lang} items={trail} />} />
      <div class="stack">
        {preview && <PreviewTable visit={visit} row={row} preview={preview} />}
        {series.length === 0 && <EmptyState>{t.none}</EmptyState>}
        {series.map((one) => (
          <SeriesTables visit={visit} row={row} series={one} />
        ))}
        {reports && <FigureForms visit={visit} row={row} errors={errors} csrf={reader.csrf} />}
      </div>
    </>
  );
}

/** «809 (49 %)»: a count and its share of the denominator beside it. */
const share = (value: number | undefined, of: number): string =>
  value === undefined ? '—' : of === 0 ? String(value) : `${value} (${percent(value / of)})`;

const columnsOf = (visit: V) => {
  const { lang, world } = visit;
  const t = figuresPageWords(lang);
  return [
    { title: t.entity, head: true, cell: ({ entity }: Datum) => oplOf(world.process, entity)?.acronym ?? entity },
    { title: t.date, keep: true, cell: ({ date }: Datum) => mediumDate(date, lang) },
    { title: t.time, keep: true, cell: ({ time }: Datum) => time ?? '—' },
    { title: t.reported, align: 'end' as const, cell: ({ reported, of }: Datum) => share(reported, of) },
    { title: t.achieved, align: 'end' as const, cell: ({ achieved, of }: Datum) => share(achieved, of) },
    { title: t.of, align: 'end' as const, cell: ({ of }: Datum) => of },
    { title: t.stated, cell: ({ corrected }: Datum) => (corrected === 0 ? '—' : t.corrected(corrected)) },
  ];
};

const moment = ({ date, time = '' }: Datum): string => `${date} ${time}`;
const newestFirst = (series: Series): readonly Datum[] => [...series.data.values()].sort((a, b) => (moment(a) < moment(b) ? 1 : -1));

function SeriesTables({ visit, row, series }: Props & { readonly series: Series }) {
  const { lang } = visit;
  const t = figuresPageWords(lang);
  const total = totalOf(series);
  const caption = t.outOf(pick(series.name, lang), pick(series.denominator, lang));
  const every = series.everyDays === undefined ? [] : [t.every(series.everyDays)];
  const together = total
    ? [
        `${t.together}: ${t.reported.toLowerCase()} ${share(total.reported, total.of)}, ${t.achieved.toLowerCase()} ${share(total.achieved, total.of)}.`,
      ]
    : [];
  const all = newestFirst(series);
  return (
    <>
      <DataTable
        lang={lang}
        id={`cifra-${series.id}`}
        caption={`${caption}. ${t.latest}`}
        note={[...together, ...every].join(' ')}
        columns={columnsOf(visit)}
        rows={latestOf(series)}
        downloads={(end) => systemHref(visit, row.system.id, `/cifras/${series.id}/historia.${end}`)}
      />
      {all.length > latestOf(series).length && (
        <DataTable
          lang={lang}
          id={`historia-${series.id}`}
          caption={`${caption}. ${t.history}`}
          note={all.length > shownRows ? t.newest(shownRows) : undefined}
          columns={columnsOf(visit)}
          rows={all.slice(0, shownRows)}
        />
      )}
    </>
  );
}

/** All that was ever stated of one figure, to be taken away. */
export function figuresTable({ lang, world }: V, { system }: Row, series: Series): Table {
  const t = figuresPageWords(lang);
  return {
    kind: 'table',
    id: `cifras-${system.id}-${series.id}`,
    caption: t.outOf(pick(series.name, lang), pick(series.denominator, lang)),
    columns: [t.entity, t.date, t.time, t.reported, t.achieved, t.of].map((title) => ({ title })),
    rows: newestFirst(series).map(({ entity, date, time, reported, achieved, of }) => [
      oplOf(world.process, entity)?.acronym ?? entity,
      date,
      time ?? null,
      reported,
      achieved ?? null,
      of,
    ]),
  };
}

function FigureForms({ visit, row, errors, csrf }: Props & { readonly errors: readonly FormError[]; readonly csrf: string }) {
  const { lang, today } = visit;
  const t = figuresPageWords(lang);
  const w = operationWords(lang);
  const of = (verb: string) => ({ filled: { ...visit, errors }, action: systemHref(visit, row.system.id, `/cifras/${verb}`), csrf });
  const figures = seriesOf(row.system).map(({ id, name }) => ({ value: id, label: pick(name, lang) }));
  const entities = usersOf(visit, row).map(({ id, acronym }) => ({ value: id as string, label: acronym }));
  const kept = visit.uploads.of('c-archivo');
  return (
    <Columns of={2}>
      {figures.length > 0 && (
        <ActPanel {...of('registrar')} prefix="r-" id="registrar" title={w.reportFigures} kind="primary">
          {(f) => (
            <>
              {f.select('r-cifra', t.figure, figures)}
              {f.select('r-entidad', t.entity, entities)}
              {f.date('r-fecha', t.date, { max: today, value: today })}
              {f.time('r-hora', t.time, { hint: t.timeHint, optional: true })}
              {f.number('r-reportado', t.reported)}
              {f.number('r-logrado', t.achieved, { optional: true })}
              {f.number('r-total', t.of, { hint: t.ofHint })}
              {f.text('r-motivo', t.reason, { hint: t.reasonHint, optional: true })}
            </>
          )}
        </ActPanel>
      )}
      {figures.length > 0 && (
        <ActPanel
          {...of('cargar')}
          prefix="c-"
          id="cargar"
          title={t.load}
          about={
            <>
              {t.loadAbout} <a href={systemHref(visit, row.system.id, '/plantilla-cifras.csv')}>{t.template}</a>
            </>
          }
          button={t.review}
          takesFiles
        >
          {(f) => (
            <>
              {f.select('c-cifra', t.figure, figures)}
              {f.file('c-archivo', t.file, { ...figuresFileUploads, kept, accept: '.csv,.txt' })}
              {f.text('c-motivo', t.reason, { hint: t.reasonHint, optional: true })}
            </>
          )}
        </ActPanel>
      )}
      <ActPanel {...of('definir')} prefix="d-" id="definir" title={w.defineFigure}>
        {(f) => (
          <>
            {f.text('d-clave', systemsPageWords(lang).id, { hint: systemsPageWords(lang).idHint })}
            {f.text('d-nombre', t.defineName, { hint: t.defineNameHint })}
            {f.text('d-total', t.defineOf, { hint: t.defineOfHint })}
            {f.number('d-cada', t.everyDays, { hint: t.everyHint, optional: true })}
          </>
        )}
      </ActPanel>
    </Columns>
  );
}
