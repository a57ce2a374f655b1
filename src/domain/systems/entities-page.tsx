import type { Table } from '../../core/document.ts';
import { catalogue, pick } from '../../core/words.ts';
import { Matrix, type MatrixCell } from '../../ui/matrix.tsx';
import { Breadcrumbs, PageHead } from '../../ui/parts.tsx';
import type { Opl } from '../process/views.ts';
import { systemHref, type V } from './list-page.tsx';
import { incidentsOf, isUnsolved, seriesOf } from './operation.ts';
import { systemsPageWords } from './page-words.ts';
import { type Row, rowsOf } from './views.ts';

export const entitiesWords = catalogue({
  title: { es: 'Sistemas por entidad', en: 'Systems by entity' },
  meta: {
    es: 'Qué sistema usa cada entidad, si algo le falla y si reporta sus cifras.',
    en: 'Which system each entity uses, whether something fails there, and whether it reports its figures.',
  },
  incident: { es: 'Incidente sin resolver', en: 'Incident unsolved' },
  reports: { es: 'Reporta sus cifras', en: 'Reports its figures' },
  partly: { es: 'Reporta una parte', en: 'Reports in part' },
  silent: { es: 'No reporta cifras', en: 'Reports no figures' },
  uses: { es: 'Lo usa', en: 'Uses it' },
  unknown: { es: 'Sin información', en: 'No information' },
});

export const usages = ['incident', 'reports', 'partly', 'silent', 'uses', 'unknown'] as const;
export type Usage = (typeof usages)[number];
const shapes = { incident: 'late', reports: 'done', partly: 'doing', silent: 'observed', uses: 'todo', unknown: 'unknown' } as const;
const usageMark = (usage: Usage, lang: V['lang']) => ({ shape: shapes[usage], word: entitiesWords(lang)[usage] });

/** How one entity stands with one system; nothing when it does not use it. */
export function usageOf({ system }: Row, entity: string): Usage | undefined {
  const uses = system.description.entities;
  if (uses !== undefined && !uses.includes(entity)) return undefined;
  if (incidentsOf(system).some((one) => isUnsolved(one) && one.entities.includes(entity))) return 'incident';
  const series = seriesOf(system);
  if (series.length === 0) return uses === undefined ? 'unknown' : 'uses';
  const stated = series.filter(({ latest }) => latest.has(entity)).length;
  return stated === series.length ? 'reports' : stated === 0 ? 'silent' : 'partly';
}

const cellOf = (visit: V, row: Row, opl: Opl): MatrixCell => {
  const usage = usageOf(row, opl.id);
  const place = usage === 'incident' ? '#incidentes' : usage === 'reports' || usage === 'partly' || usage === 'silent' ? '/cifras' : '';
  return usage === undefined ? null : { mark: usageMark(usage, visit.lang), href: systemHref(visit, row.system.id, place) };
};

export function EntitiesPage({ visit }: { readonly visit: V }) {
  const { lang, world, day } = visit;
  const t = entitiesWords(lang);
  const s = systemsPageWords(lang);
  const rows = rowsOf(world.process, world.systems, day);
  const columns = world.process.opls.map(({ acronym, name }) => ({ code: acronym, title: pick(name, lang) }));
  return (
    <>
      <PageHead
        title={t.title}
        meta={t.meta}
        trail={<Breadcrumbs lang={lang} items={[{ label: s.systems, href: visit.href('/sistemas') }, { label: t.title }]} />}
      />
      <Matrix
        lang={lang}
        id="por-entidad"
        caption={t.title}
        rowTitle={s.system}
        topics={[{ title: '', columns }]}
        rows={rows.map((row) => ({
          label: pick(row.system.description.name, lang),
          href: systemHref(visit, row.system.id),
          cells: world.process.opls.map((opl) => cellOf(visit, row, opl)),
        }))}
        legend={usages.map((usage) => usageMark(usage, lang))}
        downloads={(end) => visit.href(`/sistemas-por-entidad.${end}`)}
      />
    </>
  );
}

/** One line for each system and entity that uses it, to be taken away. */
export function entitiesTable({ lang, world, day }: V): Table {
  const s = systemsPageWords(lang);
  const rows = rowsOf(world.process, world.systems, day);
  return {
    kind: 'table',
    id: 'sistemas-por-entidad',
    caption: entitiesWords(lang).title,
    columns: [{ title: s.system }, ...world.process.opls.map(({ acronym }) => ({ title: acronym }))],
    rows: rows.map((row) => [
      pick(row.system.description.name, lang),
      ...world.process.opls.map(({ id }) => {
        const usage = usageOf(row, id);
        return usage === undefined ? null : usageMark(usage, lang).word;
      }),
    ]),
  };
}
