import { barsSvg } from '../../ui/bars.tsx';
import { Figure } from '../../ui/figure.tsx';
import { DataTable } from '../../ui/table.tsx';
import { signed } from './election-page.tsx';
import type { FindingsFile } from './findings-file.ts';
import type { V } from './list-page.tsx';
import { verificationPageWords } from './page-words.ts';
import { type DistrictDifference, districtsOf } from './read.ts';

/** Where in the territory: actas with a finding, and actas that changed after they were published. */
export function DistrictsFigure({ visit: { lang }, file }: { readonly visit: V; readonly file: FindingsFile }) {
  const t = verificationPageWords(lang);
  const all = districtsOf(file);
  const rows = all.filter((one) => one.found + one.changed > 0);
  if (rows.length === 0) return null;
  const series = [
    { name: t.withFindings, token: 'risk' as const },
    { name: t.changedAfter, token: 'watch' as const },
  ];
  const most = rows.toSorted((a, b) => b.found + b.changed - (a.found + a.changed)).slice(0, 20);
  return (
    <Figure
      lang={lang}
      id="distritos"
      title={t.districts}
      alt={t.districtsAlt}
      svg={barsSvg(
        series,
        most.map(({ place, found, changed }) => ({ label: place, values: [found, changed] })),
      )}
      table={
        <DataTable
          lang={lang}
          id="distritos-datos"
          caption={t.districts}
          columns={[
            { title: t.district, head: true, cell: (one: DistrictDifference) => one.place },
            { title: t.actas, align: 'end', cell: (one) => one.actas.toLocaleString() },
            { title: t.withFindings, align: 'end', cell: (one) => one.found.toLocaleString() },
            { title: t.changedAfter, align: 'end', cell: (one) => one.changed.toLocaleString() },
            { title: t.votesDelta, align: 'end', cell: (one) => signed(one.votesDelta) },
          ]}
          rows={all}
        />
      }
    />
  );
}
