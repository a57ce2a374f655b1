import type { Child } from 'hono/jsx';
import { longDate, mediumDate } from '../../core/date-words.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import { type Lang, pick } from '../../core/words.ts';
import { LinkButton } from '../../ui/buttons.tsx';
import type { FormError } from '../../ui/forms.tsx';
import { Breadcrumbs, Facts, PageHead, Panel, Rows, Split } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { fileSize } from '../../ui/words.ts';
import { confirmationWords } from '../plan/views.ts';
import { oplOf } from '../process/views.ts';
import { gatePageWords } from './gate-page-words.ts';
import { gateMark } from './gate-words.ts';
import { percent, systemHref, type V } from './list-page.tsx';
import { MilestoneForms } from './milestone-forms.tsx';
import { OperationPanels } from './operation-page.tsx';
import { operationWords } from './operation-words.ts';
import { systemsPageWords } from './page-words.ts';
import { type MilestoneRow, marginDays, neededBy, type Row } from './views.ts';
import { aspectWords, environmentWords, milestoneMark, milestoneName, stageMark, systemsWords } from './words.ts';

type Props = { readonly visit: V; readonly row: Row };

/** Whether whoever asks reports this system: every system, or those that name the office. */
export function mayReport({ reader, may }: V, { system }: Row): boolean {
  if (reader.kind !== 'signed-in') return false;
  const own = system.description.reporters?.includes(reader.by.office) ?? false;
  return may('report-systems') || (own && may('report-own-systems'));
}

type Whole = Props & {
  readonly errors?: readonly FormError[];
  /** What other slices tell of the system. */
  readonly panels?: Child;
};
export function SystemPage({ visit, row, errors = [], panels }: Whole) {
  const { lang } = visit;
  const t = systemsPageWords(lang);
  const { description, id } = row.system;
  const name = pick(description.name, lang);
  const reports = mayReport(visit, row) && !visit.asOf;
  return (
    <>
      <PageHead
        title={name}
        meta={description.purpose && pick(description.purpose, lang)}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.systems, href: visit.href('/sistemas') }, { label: name }]} />}
        actions={
          reports && (
            <>
              <LinkButton href={systemHref(visit, id, '/abrir-incidente')}>{operationWords(lang).openIncident}</LinkButton>
              <LinkButton href={systemHref(visit, id, '/cifras')}>{operationWords(lang).reportFigures}</LinkButton>
              <LinkButton href={systemHref(visit, id, '/mantenimientos')}>{operationWords(lang).planMaintenance}</LinkButton>
              <LinkButton href={systemHref(visit, id, '/ficha')}>{systemsWords(lang).amend}</LinkButton>
            </>
          )
        }
      />
      <Split aside={<Aside visit={visit} row={row} />}>
        <Facts items={nowOf(visit, row)} />
        {panels}
        <Milestones visit={visit} row={row} />
        <OperationPanels visit={visit} row={row} />
        {reports && visit.reader.kind === 'signed-in' && (
          <MilestoneForms visit={visit} row={row} errors={errors} csrf={visit.reader.csrf} />
        )}
      </Split>
    </>
  );
}

/** What anybody asks first: its state, how far it is, and how many days are left before what it serves. */
function nowOf(visit: V, row: Row) {
  const { lang } = visit;
  const t = systemsPageWords(lang);
  const { served, liveSince, goLive, release } = row;
  const margin = marginDays(row);
  const reporting = row.system.reportingSince;
  return [
    { term: t.state, value: <Status {...stageMark(row.stage, lang)} /> },
    { term: t.progress, value: row.progress === undefined ? t.unknown : percent(row.progress) },
    {
      term: t.goLive,
      value: liveSince ? t.liveSince(longDate(liveSince, lang)) : goLive?.date ? longDate(goLive.date, lang) : t.unknown,
    },
    {
      term: t.serves,
      value: served
        ? `${pick(served.activity.name, lang)}${served.date === undefined ? '' : `, ${longDate(served.date, lang)} (${t.inDays(served.days ?? 0)})`}`
        : t.unknown,
    },
    ...(margin === undefined ? [] : [{ term: t.margin, value: t.marginDays(margin) }]),
    { term: gatePageWords(lang).gate, value: <GateLink visit={visit} row={row} /> },
    { term: t.version, value: release ? t.versionOf(release.version, longDate(release.releasedOn, lang)) : t.unknown },
    { term: t.reporting, value: reporting ? t.liveSince(longDate(reporting, lang)) : t.reportingClosed },
  ];
}

/** How the go-live gate stands, and the way to it. */
function GateLink({ visit, row }: Props) {
  const { lang } = visit;
  const t = gatePageWords(lang);
  const mark = row.gate ? gateMark(row.gate.status, lang) : { shape: 'unknown' as const, word: systemsPageWords(lang).unknown };
  return (
    <>
      <Status {...mark} />
      {row.gate && row.gate.lacking.length > 0 && ` · ${t.lacking(row.gate.lacking.length)}`}{' '}
      <a href={systemHref(visit, row.system.id, '/produccion')}>{t.see}</a>
    </>
  );
}

function Milestones({ visit, row }: Props) {
  const { lang } = visit;
  const t = systemsPageWords(lang);
  const date = (day: string | undefined) => (day === undefined ? '—' : mediumDate(day, lang));
  return (
    <DataTable
      lang={lang}
      id="hitos"
      caption={t.milestones}
      columns={[
        { title: t.milestone, head: true, cell: ({ milestone }: MilestoneRow) => milestoneName(milestone, lang) },
        { title: t.state, cell: (one) => <Standing row={one} lang={lang} /> },
        { title: t.firstDue, keep: true, cell: ({ milestone }) => date(milestone.firstDue) },
        { title: t.due, keep: true, cell: ({ milestone }) => date(milestone.due) },
        {
          title: t.reachedOn,
          keep: true,
          cell: ({ milestone: { standing } }) => date(standing.kind === 'reached' ? standing.on : undefined),
        },
        { title: t.slip, unit: t.days, align: 'end', cell: ({ slipDays }) => slipDays ?? '—' },
        { title: t.weight, align: 'end', cell: ({ milestone }) => milestone.weight },
        { title: t.evidence, cell: (one) => <Shown row={one} visit={visit} /> },
      ]}
      rows={row.milestones}
      rowId={({ milestone }) => `hito-${milestone.id}`}
      empty={t.noMilestones}
      downloads={(end) => systemHref(visit, row.system.id, `/hitos.${end}`)}
    />
  );
}

function Standing({ row, lang }: { readonly row: MilestoneRow; readonly lang: Lang }) {
  const t = systemsPageWords(lang);
  return (
    <>
      <Status {...milestoneMark(row.status, lang)} />
      {row.daysLate > 0 && <small> {t.lateBy(row.daysLate)}</small>}
    </>
  );
}

/** Evidence, and everything that was said of the milestone before. */
function Shown({ row, visit }: { readonly row: MilestoneRow; readonly visit: V }) {
  const { lang } = visit;
  const t = systemsPageWords(lang);
  const { standing, former, reopened } = row.milestone;
  const evidence = standing.kind === 'reached' ? standing.evidence : undefined;
  const source = standing.kind === 'reached' ? standing.source : row.milestone.source;
  const lines = [
    ...former.map((one) =>
      t.replannedFrom(one.due === undefined ? t.unknown : mediumDate(one.due, lang), mediumDate(one.replacedOn, lang), one.reason),
    ),
    ...reopened.map((one) => t.reopenedOn(mediumDate(one.on, lang), one.reason)),
    ...(standing.kind === 'dropped' ? [t.droppedOn(mediumDate(standing.on, lang), standing.reason)] : []),
    ...(row.proposed === undefined ? [] : [`${t.proposed(mediumDate(row.proposed, lang))}.`]),
  ];
  return (
    <>
      {evidence && <Linked {...evidence} lang={lang} fileHref={systemHref(visit, row.system.id, `/hitos/${row.milestone.id}/evidencia`)} />}
      {evidence?.date !== undefined && <small> ({mediumDate(evidence.date, lang)})</small>}
      {source && <Linked {...source} />}
      {lines.map((line) => (
        <small class="detail">{line}</small>
      ))}
    </>
  );
}

type LinkedProps = {
  readonly text: string;
  readonly url?: string;
  /** The document itself, and the address from which it is had. */
  readonly file?: StoredFile;
  readonly fileHref?: string;
  readonly lang?: Lang;
};
/** A text that leads to its address when it has one, and to its document when that is kept. */
export const Linked = ({ text, url, file, fileHref, lang = 'es' }: LinkedProps) => (
  <>
    {url === undefined ? (
      <span>{text}</span>
    ) : (
      <a href={url} rel="noopener noreferrer">
        {text}
      </a>
    )}
    {file && fileHref !== undefined && (
      <>
        {' '}
        <a href={fileHref} title={`SHA-256 ${file.sha256}`}>
          {file.name} ({fileSize(file.sizeBytes, lang)})
        </a>
      </>
    )}
  </>
);

function Aside({ visit, row }: Props) {
  const { lang, world } = visit;
  const t = systemsPageWords(lang);
  const { description, needs, releases } = row.system;
  const list = (items: readonly string[] | undefined) => (items && items.length > 0 ? items.join(', ') : t.unknown);
  const linked = (ids: readonly string[]) =>
    ids.length === 0
      ? t.none
      : ids.map((id, index) => (
          <>
            {index > 0 && ', '}
            <a href={systemHref(visit, id)}>{pick(world.systems.systems.get(id)?.description.name ?? { es: id, en: id }, lang)}</a>
          </>
        ));
  return (
    <>
      <Panel id="ficha" title={t.record} note={pick(confirmationWords[row.confirmation], lang)} weight="minor">
        <Facts
          items={[
            { term: t.owner, value: description.owner ?? t.unknown },
            { term: t.userAreas, value: list(description.userAreas) },
            { term: t.developer, value: description.developer ?? t.unknown },
            { term: t.entities, value: list(description.entities?.map((id) => oplOf(world.process, id)?.acronym ?? id)) },
            { term: t.environments, value: list(description.environments?.map((one) => pick(environmentWords[one], lang))) },
            { term: t.url, value: description.url === undefined ? t.unknown : <Linked text={description.url} url={description.url} /> },
            { term: t.supportDesk, value: description.supportDesk ?? t.unknown },
            { term: t.predecessor, value: description.predecessor ?? t.unknown },
            { term: t.needs, value: linked(needs) },
            { term: t.neededBy, value: linked(neededBy(world.systems, row.system.id).map((one) => one.id)) },
          ]}
        />
      </Panel>
      <Panel id="fuentes" title={t.sources} weight="minor">
        <Rows
          items={description.sources.map((source) => ({
            text: (
              <>
                {pick(aspectWords[source.about], lang)}: <Linked {...source} />
              </>
            ),
            detail: pick(confirmationWords[source.confirmation], lang),
          }))}
          empty={t.unknown}
        />
      </Panel>
      <Panel id="liberaciones" title={t.releases} weight="minor">
        <Rows
          items={releases.map((one) => ({
            text: one.version,
            detail: [pick(environmentWords[one.environment], lang), one.source?.text, one.note].filter(Boolean).join('. '),
            when: mediumDate(one.releasedOn, lang),
            dateTime: one.releasedOn,
          }))}
          empty={t.noReleases}
        />
      </Panel>
    </>
  );
}
