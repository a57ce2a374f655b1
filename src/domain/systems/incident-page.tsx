import { localMinute, mediumDate } from '../../core/date-words.ts';
import type { IsoInstant } from '../../core/event.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { Breadcrumbs, Facts, PageHead, Panel, Rows } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { officeName } from '../people/views.ts';
import { oplOf } from '../process/views.ts';
import { IncidentForms } from './incident-forms.tsx';
import { incidentPageWords } from './incident-page-words.ts';
import { systemHref, type V } from './list-page.tsx';
import type { FollowUp } from './operation-events.ts';
import type { Incident } from './operation-state.ts';
import { incidentMark, momentWords, severityWords } from './operation-words.ts';
import { systemsPageWords } from './page-words.ts';
import { Linked, mayReport } from './system-page.tsx';
import type { Row } from './views.ts';

type Props = { readonly visit: V; readonly row: Row; readonly incident: Incident };

/** One incident, from what was seen first to what follows from it. */
export function IncidentPage({ visit, row, incident, errors = [] }: Props & { readonly errors?: readonly FormError[] }) {
  const { lang, reader } = visit;
  const t = incidentPageWords(lang);
  const name = pick(row.system.description.name, lang);
  const trail = [
    { label: systemsPageWords(lang).systems, href: visit.href('/sistemas') },
    { label: name, href: systemHref(visit, row.system.id) },
    { label: t.incidents, href: systemHref(visit, row.system.id, '#incidentes') },
    { label: incident.id },
  ];
  const mayRecord = reader.kind === 'signed-in' && !visit.asOf && mayReport(visit, row);
  return (
    <>
      <PageHead
        title={incident.title}
        meta={`${name} · ${pick(severityWords[incident.severity].word, lang)}`}
        trail={<Breadcrumbs lang={lang} items={trail} />}
      />
      <div class="stack">
        <Facts items={factsOf({ visit, row, incident })} />
        <Timeline visit={visit} row={row} incident={incident} />
        <FollowUps visit={visit} row={row} incident={incident} />
        {mayRecord && <IncidentForms visit={visit} row={row} incident={incident} errors={errors} csrf={reader.csrf} />}
      </div>
    </>
  );
}

const minutesBetween = (from: IsoInstant, to: IsoInstant): number =>
  Math.round((Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds) / 60_000);

function factsOf({ visit, row, incident }: Props) {
  const { lang, world } = visit;
  const t = incidentPageWords(lang);
  const { startedAt, detectedAt, mitigatedAt, resolvedAt, entities, cause, probe, source, postmortem } = incident;
  const hour = (at: IsoInstant) => localMinute(at, world.process.timeZone, lang);
  const later = (at: IsoInstant | undefined) =>
    at === undefined ? t.notYet : `${hour(at)} (${t.after(t.minutes(minutesBetween(startedAt, at)))})`;
  const names = entities.map((id) => oplOf(world.process, id)?.acronym ?? id).join(', ');
  const missing = incident.severity === 'minor' ? t.postmortemNone : incident.status === 'resolved' ? t.postmortemDue : t.postmortemLater;
  return [
    { term: systemsPageWords(lang).state, value: <Status {...incidentMark(incident.status, lang)} /> },
    { term: t.started, value: hour(startedAt) },
    { term: t.detected, value: later(detectedAt) },
    { term: t.mitigated, value: later(mitigatedAt) },
    { term: t.resolved, value: later(resolvedAt) },
    { term: t.cause, value: cause ?? systemsPageWords(lang).unknown },
    { term: t.entities, value: names || t.noEntities },
    { term: t.openedBy, value: pick(officeName(world.people, incident.by.office), lang) },
    ...(probe === undefined ? [] : [{ term: t.probe, value: <a href={visit.href(`/sondas/${probe}`)}>{probe}</a> }]),
    ...(source === undefined ? [] : [{ term: t.source, value: <Linked {...source} /> }]),
    {
      term: t.postmortem,
      value: postmortem ? (
        <Linked {...postmortem} lang={lang} fileHref={systemHref(visit, row.system.id, `/incidentes/${incident.id}/analisis`)} />
      ) : (
        missing
      ),
    },
  ];
}

/** Every moment in the order of its own hour, each as told by whoever recorded it. */
function Timeline({ visit, incident }: Props) {
  const { lang, world } = visit;
  const t = incidentPageWords(lang);
  const said = (at: IsoInstant, what: string, detail?: string) => ({
    text: what,
    detail,
    when: localMinute(at, world.process.timeZone, lang),
    dateTime: at,
  });
  const { startedAt, detectedAt, timeline } = incident;
  const items = [
    { at: startedAt, ...said(startedAt, t.started) },
    { at: detectedAt, ...said(detectedAt, t.detected) },
    ...timeline.map(({ at, what, text, by }) => {
      const office = pick(officeName(world.people, by.office), lang);
      return { at, ...said(at, pick(momentWords[what], lang), text === '' ? office : `${text} — ${office}`) };
    }),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return (
    <Panel id="cronologia" title={t.timeline} note={t.zone(world.process.timeZone)}>
      <Rows items={items} empty={t.notYet} />
    </Panel>
  );
}

function FollowUps({ visit: { lang }, incident }: Props) {
  const t = incidentPageWords(lang);
  if (incident.status !== 'closed') return null;
  return (
    <DataTable
      lang={lang}
      id="seguimiento"
      caption={t.followUp}
      columns={[
        { title: t.followUpText, head: true, cell: (one: FollowUp) => one.text },
        { title: t.owner, cell: ({ owner }) => owner },
        { title: t.due, keep: true, cell: ({ due }) => mediumDate(due, lang) },
      ]}
      rows={incident.followUp}
      empty={t.noFollowUp}
    />
  );
}
