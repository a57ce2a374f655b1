import { longDate } from '../../core/date-words.ts';
import { barsSvg } from '../../ui/bars.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Breadcrumbs, Figures, Hash, Notice, PageHead, Panel } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { ComparisonFile } from './comparison-file.ts';
import { signed } from './election-page.tsx';
import { acronymOf, type V } from './list-page.tsx';
import { verificationPageWords } from './page-words.ts';
import { ReportLinks } from './report-links.tsx';
import type { Comparison } from './views.ts';

/** PREP against the final count: how many casillas differ, in which votes, and where. */
export function ComparisonPage({
  visit,
  one,
  file,
}: {
  readonly visit: V;
  readonly one: Comparison;
  readonly file: ComparisonFile | undefined;
}) {
  const { lang, world } = visit;
  const t = verificationPageWords(lang);
  const title = `${acronymOf(world.process, one.opl)} · ${one.election}`;
  const { matched, equal, different, onlyLeft, onlyRight } = one.counts;
  return (
    <>
      <PageHead
        trail={
          <Breadcrumbs
            lang={lang}
            items={[{ label: t.operation, href: visit.href('/operacion') }, { label: title }, { label: t.computos }]}
          />
        }
        title={t.computos}
        meta={`${title} · ${longDate(one.on, lang)}`}
      />
      <p>{t.comparedMeta}</p>
      <p class="small">
        {t.prep}: {one.prep.name} <Hash value={one.prep.sha256} /> · {t.finalCount}: {one.computos.name}{' '}
        <Hash value={one.computos.sha256} />
      </p>
      <Figures
        items={[
          { value: matched.toLocaleString(), label: t.matched },
          { value: equal.toLocaleString(), label: t.equal },
          { value: different.toLocaleString(), label: t.different },
          { value: onlyLeft.toLocaleString(), label: t.onlyPrep },
          { value: onlyRight.toLocaleString(), label: t.onlyComputos },
        ]}
      />
      {file !== undefined && (
        <Panel id="informe" title={t.reports} weight="minor">
          <ReportLinks href={(format) => visit.href(`/operacion/comparaciones/${one.comparison}/informe.${format}`)} />
        </Panel>
      )}
      {file === undefined ? <Notice kind="refused">{t.unreadable}</Notice> : <Differences visit={visit} file={file} />}
    </>
  );
}

function Differences({ visit: { lang }, file }: { readonly visit: V; readonly file: ComparisonFile }) {
  const t = verificationPageWords(lang);
  const places = file.places.filter((place) => place.different > 0).toSorted((a, b) => b.different - a.different);
  return (
    <div class="stack">
      {places.length > 0 && (
        <Figure
          lang={lang}
          id="por-distrito"
          title={t.districts}
          alt={t.districts}
          svg={barsSvg(
            [{ name: t.different, token: 'risk' }],
            places.slice(0, 20).map((place) => ({ label: place.place, values: [place.different] })),
          )}
          table={
            <DataTable
              lang={lang}
              id="por-distrito-datos"
              caption={t.districts}
              columns={[
                { title: t.district, head: true, cell: (place: ComparisonFile['places'][number]) => place.place },
                { title: t.matched, align: 'end', cell: (place) => place.matched.toLocaleString() },
                { title: t.different, align: 'end', cell: (place) => place.different.toLocaleString() },
                { title: t.votesDelta, align: 'end', cell: (place) => signed(place.delta) },
              ]}
              rows={file.places}
            />
          }
        />
      )}
      <DataTable
        lang={lang}
        id="por-partido"
        caption={t.byParty}
        columns={[
          { title: t.party, head: true, cell: (column: ComparisonFile['columns'][number]) => column.name },
          { title: t.different, align: 'end', cell: (column) => column.count.toLocaleString() },
          { title: t.votesDelta, align: 'end', cell: (column) => signed(column.delta) },
        ]}
        rows={file.columns}
        empty={t.noFindings}
      />
      <DataTable
        lang={lang}
        id="por-casilla"
        caption={t.byCasilla}
        columns={[
          { title: t.casilla, head: true, cell: (row: ComparisonFile['rows'][number]) => row.key },
          { title: t.party, cell: (row) => row.column },
          { title: t.prep, align: 'end', cell: (row) => row.left ?? '—' },
          { title: t.finalCount, align: 'end', cell: (row) => row.right ?? '—' },
        ]}
        rows={file.rows}
        empty={t.noFindings}
      />
    </div>
  );
}
