import { localMinute, mediumDate } from '../../core/date-words.ts';
import type { Table } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import { Panel, Rows } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { oplOf } from '../process/views.ts';
import { systemHref, type V } from './list-page.tsx';
import { incidentsOf, latestOf, seriesOf } from './operation.ts';
import { operationPageWords } from './operation-page-words.ts';
import type { Datum, Incident, Series } from './operation-state.ts';
import { incidentMark, severityWords } from './operation-words.ts';
import { risksOfRow } from './risks.ts';
import type { Row } from './rows.ts';

type Props = { readonly visit: V; readonly row: Row };

/** What asks for attention, what failed, and what is counted: all of it derived from what was recorded. */
export function OperationPanels({ visit, row }: Props) {
  const { lang, day } = visit;
  const t = operationPageWords(lang);
  return (
    <>
      <Panel id="riesgos" title={t.risks}>
        <Rows
          items={risksOfRow(row, day).map((risk) => ({
            mark: { shape: risk.severity === 'red' ? ('late' as const) : ('observed' as const), word: t[risk.severity] },
            text: pick(risk.title, lang),
            strong: risk.severity === 'red',
            detail: pick(risk.explanation, lang),
            when: mediumDate(risk.since, lang),
            dateTime: risk.since,
          }))}
          empty={t.noRisks}
        />
      </Panel>
      <Incidents visit={visit} row={row} />
      <Figures visit={visit} row={row} />
    </>
  );
}

function Incidents({ visit, row }: Props) {
  const { lang, world } = visit;
  const t = operationPageWords(lang);
  const hour = (at: string | undefined) => (at === undefined ? '—' : localMinute(at, world.process.timeZone, lang));
  return (
    <DataTable
      lang={lang}
      id="incidentes"
      caption={t.incidents}
      columns={[
        { title: t.incident, head: true, cell: ({ title }: Incident) => title },
        { title: t.severity, cell: ({ severity }) => pick(severityWords[severity].word, lang) },
        { title: t.state, keep: true, cell: ({ status }) => <Status {...incidentMark(status, lang)} /> },
        { title: t.started, keep: true, cell: ({ startedAt }) => hour(startedAt) },
        { title: t.detected, keep: true, cell: ({ detectedAt }) => hour(detectedAt) },
        { title: t.resolved, keep: true, cell: ({ resolvedAt }) => hour(resolvedAt) },
        { title: t.entities, cell: ({ entities }) => entities.map((id) => oplOf(world.process, id)?.acronym ?? id).join(', ') || '—' },
        { title: t.cause, cell: ({ cause }) => cause ?? '—' },
      ]}
      rows={incidentsOf(row.system)}
      rowHref={({ id }) => systemHref(visit, row.system.id, `/incidentes/${id}`)}
      empty={t.noIncidents}
      downloads={(end) => systemHref(visit, row.system.id, `/incidentes.${end}`)}
    />
  );
}

type Line = { readonly series: Series; readonly datum: Datum };

/** *Reported* is one thing and *achieved* another; each has its denominator beside it. */
function Figures({ visit, row }: Props) {
  const { lang, world } = visit;
  const t = operationPageWords(lang);
  const lines = seriesOf(row.system).flatMap((series): readonly Line[] => latestOf(series).map((datum) => ({ series, datum })));
  return (
    <DataTable
      lang={lang}
      id="cifras"
      caption={t.figures}
      note={t.figuresNote}
      columns={[
        { title: t.figure, head: true, cell: ({ series }: Line) => pick(series.name, lang) },
        { title: t.entity, cell: ({ datum }) => oplOf(world.process, datum.entity)?.acronym ?? datum.entity },
        {
          title: t.date,
          keep: true,
          cell: ({ datum }) => `${mediumDate(datum.date, lang)}${datum.time === undefined ? '' : `, ${datum.time}`}`,
        },
        { title: t.reported, align: 'end', cell: ({ datum }) => datum.reported },
        { title: t.achieved, align: 'end', cell: ({ datum }) => datum.achieved ?? '—' },
        { title: t.outOf, align: 'end', cell: ({ datum }) => datum.of },
        { title: t.denominator, cell: ({ series }) => pick(series.denominator, lang) },
      ]}
      rows={lines}
      empty={t.noFigures}
      foot={<a href={systemHref(visit, row.system.id, '/cifras')}>{t.allFigures}</a>}
    />
  );
}

/** The incidents of a system, to be taken away: hours in UTC. */
export function incidentsTable({ lang, world }: V, { system }: Row): Table {
  const t = operationPageWords(lang);
  return {
    kind: 'table',
    id: `incidentes-${system.id}`,
    caption: t.incidents,
    columns: [t.id, t.incident, t.severity, t.state, t.started, t.detected, t.mitigated, t.resolved, t.entities, t.cause].map((title) => ({
      title,
    })),
    rows: incidentsOf(system).map((one) => [
      one.id,
      one.title,
      pick(severityWords[one.severity].word, lang),
      incidentMark(one.status, lang).word,
      one.startedAt,
      one.detectedAt,
      one.mitigatedAt ?? null,
      one.resolvedAt ?? null,
      one.entities.map((id) => oplOf(world.process, id)?.acronym ?? id).join(', '),
      one.cause ?? null,
    ]),
  };
}
