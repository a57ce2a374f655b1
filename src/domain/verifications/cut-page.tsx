import { pick } from '../../core/words.ts';
import { Hash, Panel } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { FiledCut, FiledTotal } from './findings-file.ts';
import { cutTime, type V } from './list-page.tsx';
import { verificationPageWords } from './page-words.ts';

const shapes = { different: 'late', equal: 'done', 'not-compared': 'unknown' } as const;

/** One cut: its totals beside those that its rows give, how it was read, and what is normal in it. */
export function CutPanels({ visit, cut, place }: { readonly visit: V; readonly cut: FiledCut; readonly place: number }) {
  const { lang } = visit;
  const t = verificationPageWords(lang);
  const figure = (value: number | null): string =>
    value === null ? '—' : value.toLocaleString(lang === 'es' ? 'es-MX' : 'en', { maximumFractionDigits: 4 });
  const word = (kind: string): string =>
    kind === 'equal' ? t.agrees : kind === 'different' ? t.differs : kind === 'not-compared' ? t.notCompared : t.noise;
  return (
    <Panel id="corte" title={`${t.cutN(place)} · ${cutTime(cut.cutAt, lang)}`} weight="large">
      <p class="small">
        {cut.name} · {t.digest} <Hash value={cut.sha256} /> · {t.basis(cut.participationBasis.replaceAll('_', ' '))}
      </p>
      <DataTable
        lang={lang}
        id="totales"
        caption={t.totals}
        columns={[
          { title: t.total, head: true, cell: (one: FiledTotal) => one.label },
          { title: t.published, align: 'end', cell: (one) => figure(one.published) },
          { title: t.recomputed, align: 'end', cell: (one) => figure(one.recomputed) },
          { title: t.difference, align: 'end', cell: (one) => figure(one.difference) },
          {
            title: t.verdict,
            cell: (one) => (
              <Status
                shape={Object.hasOwn(shapes, one.kind) ? shapes[one.kind as keyof typeof shapes] : 'observed'}
                word={word(one.kind)}
              />
            ),
          },
          { title: t.over, cell: (one) => (one.numerator === null ? '' : `${one.numerator} ÷ ${one.denominator}`) },
        ]}
        rows={cut.totals}
      />
      {cut.faults.length > 0 && (
        <DataTable
          lang={lang}
          id="lectura"
          caption={t.faults}
          columns={[
            { title: t.what, head: true, cell: (one: FiledCut['faults'][number]) => pick(one.what, lang) },
            { title: t.where, cell: (one) => (one.where ? pick(one.where, lang) : '') },
            { title: t.todo, cell: (one) => pick(one.todo, lang) },
          ]}
          rows={cut.faults}
        />
      )}
      <DataTable
        lang={lang}
        id="normal"
        caption={t.statistics}
        note={t.statisticsNote}
        columns={[
          { title: t.what, head: true, cell: (one: FiledCut['statistics'][number]) => pick(one.title, lang) },
          { title: t.count, align: 'end', cell: (one) => figure(one.count) },
          { title: t.of, align: 'end', cell: (one) => figure(one.of) },
          { title: t.percent, align: 'end', cell: (one) => figure(one.percent) },
        ]}
        rows={cut.statistics.filter((one) => one.count > 0)}
        empty={t.noFindings}
      />
    </Panel>
  );
}
