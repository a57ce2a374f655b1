import type { By } from '../../core/event.ts';
import { subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { known, type Read, readForm } from '../../web/read-form.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route } from '../../web/visit.ts';
import type { Decision, SystemsContext } from './decide.ts';
import { closeIncident, mitigateIncident, noteIncident, openIncident, resolveIncident } from './decide-operation.ts';
import { evidenceUploads, needEvidence, readEvidence } from './evidence-forms.tsx';
import { OpenIncidentPage, usersOf } from './incident-forms.tsx';
import { IncidentPage } from './incident-page.tsx';
import { incidentPageWords } from './incident-page-words.ts';
import { type SystemsWorld, systemHref, type V } from './list-page.tsx';
import { freeIncidentId } from './operation.ts';
import { type FollowUp, severities } from './operation-events.ts';
import { incidentsTable } from './operation-page.tsx';
import type { Incident } from './operation-state.ts';
import { operationWords } from './operation-words.ts';
import { document, find, findOwn, here, record, reporting } from './shared-routes.tsx';
import type { Row } from './views.ts';

type Status = 200 | 409 | 422;
type Done = Answer | Promise<Answer>;

function form(visit: V, row: Row, errors: readonly FormError[] = [], status: Status = 200): Answer {
  const csrf = visit.reader.kind === 'signed-in' ? visit.reader.csrf : '';
  const body = <OpenIncidentPage visit={visit} row={row} errors={errors} csrf={csrf} />;
  return { kind: 'page', title: operationWords(visit.lang).openIncident, here, status, body };
}

const show = (visit: V, row: Row, incident: Incident, errors: readonly FormError[] = [], status: Status = 200): Answer => ({
  kind: 'page',
  title: `${incident.title} · ${pick(row.system.description.name, visit.lang)}`,
  here,
  status,
  about: subjectOf('incident', row.system.id, incident.id),
  shown: [subjectOf('incident', row.system.id, incident.id)],
  body: <IncidentPage visit={visit} row={row} incident={incident} errors={errors} />,
});

const unknownIncident = { es: incidentPageWords('es').unknownIncident, en: incidentPageWords('en').unknownIncident };
const withIncident = (visit: V, row: Row, then: (incident: Incident) => Done): Done => {
  const incident = row.system.operation.incidents.get(visit.params.incident ?? '');
  return incident ? then(incident) : { kind: 'not-found', what: unknownIncident };
};

function open(visit: V, row: Row): Done {
  const t = incidentPageWords(visit.lang);
  const zone = visit.world.process.timeZone;
  const read = readForm(visit);
  const title = read.text('i-titulo');
  const severity = read.oneOf('i-severidad', severities);
  const startedAt = read.instant('i-inicio', 'i-inicio-hora', t.startedDay, zone);
  const detectedAt = read.instant('i-deteccion', 'i-deteccion-hora', t.detectedDay, zone);
  const entities = usersOf(visit, row).flatMap(({ id }) => (read.isTicked(`i-ent-${id}`) ? [id as string] : []));
  if (!severity || read.errors.length > 0) return form(visit, row, read.errors, 422);
  const data = { system: row.system.id, severity, title, startedAt, detectedAt, entities };
  let incident = '';
  const decide = (context: SystemsContext, by: By): Decision => {
    incident = freeIncidentId(context.systems.systems.get(row.system.id), visit.today);
    return openIncident(context, { on: visit.today, by, incident, ...data });
  };
  return record(visit, decide, {
    to: () => systemHref(visit, row.system.id, `/incidentes/${incident}`),
    refused: (errors) => form(visit, row, errors, 409),
  });
}

/** «2020-11-20; UTSI; Ampliar el almacenamiento», one to a line. */
function followUpOf(read: Read, field: string, text: (line: string) => string): readonly FollowUp[] {
  return read.lines(field).flatMap((line) => {
    const [, due, owner, what] = /^(\d{4}-\d{2}-\d{2})\s*;\s*([^;]*[^;\s])\s*;\s*(\S.*)$/.exec(line) ?? [];
    if (due !== undefined && owner !== undefined && what !== undefined && read.isDate(due)) return [{ due, owner, text: what }];
    read.wrong(field, text(line));
    return [];
  });
}

type Act = (context: SystemsContext, by: By) => Decision;

/** What each act reads from its form. */
const acts: Readonly<
  Record<'anotar' | 'mitigar' | 'resolver' | 'cerrar', (visit: V, read: Read, incident: Incident, system: string) => Act>
> = {
  anotar: (visit, read, { id: incident }, system) => {
    const data = { system, incident, text: read.text('n-texto'), at: momentOf(visit, read, 'n-') };
    return (context, by) => noteIncident(context, { on: visit.today, by, ...data });
  },
  mitigar: (visit, read, { id: incident }, system) => {
    const data = { system, incident, at: momentOf(visit, read, 'm-'), ...known('text', read.optional('m-texto')) };
    return (context, by) => mitigateIncident(context, { on: visit.today, by, ...data });
  },
  resolver: (visit, read, { id: incident }, system) => {
    const data = { system, incident, cause: read.text('s-causa'), at: momentOf(visit, read, 's-') };
    return (context, by) => resolveIncident(context, { on: visit.today, by, ...data });
  },
  cerrar: (visit, read, { id: incident, severity }, system) => {
    const postmortem = severity === 'minor' ? readEvidence(read, visit, 'x-') : needEvidence(read, visit, 'x-');
    const followUp = followUpOf(read, 'x-seguimiento', incidentPageWords(visit.lang).badFollowUp);
    const data = { system, incident, followUp, ...known('postmortem', postmortem) };
    return (context, by) => closeIncident(context, { on: visit.today, by, ...data });
  },
};
const momentOf = ({ lang, world }: V, read: Read, prefix: string): string =>
  read.instant(`${prefix}dia`, `${prefix}hora`, incidentPageWords(lang).day, world.process.timeZone);

const act = (verb: keyof typeof acts) => (visit: V) =>
  findOwn(visit, (row) =>
    withIncident(visit, row, (incident) => {
      const read = readForm(visit);
      const decide = acts[verb](visit, read, incident, row.system.id);
      if (read.errors.length > 0) return show(visit, row, incident, read.errors, 422);
      return record(visit, decide, {
        to: systemHref(visit, row.system.id, `/incidentes/${incident.id}`),
        refused: (errors) => show(visit, row, incident, errors, 409),
      });
    }),
  );

const ofSystem = '/:process/sistemas/:system';
const one = `${ofSystem}/incidentes/:incident`;

export const incidentRoutes: readonly Route<SystemsWorld>[] = [
  ...tableRoutes<SystemsWorld>(`${ofSystem}/incidentes`, 'anyone', (visit) => find(visit, (row) => incidentsTable(visit, row))),
  { method: 'GET', path: `${ofSystem}/abrir-incidente`, may: reporting, answer: (visit) => findOwn(visit, (row) => form(visit, row)) },
  { method: 'POST', path: `${ofSystem}/abrir-incidente`, may: reporting, answer: (visit) => findOwn(visit, (row) => open(visit, row)) },
  {
    method: 'GET',
    path: one,
    may: 'anyone',
    answer: (visit) => find(visit, (row) => withIncident(visit, row, (incident) => show(visit, row, incident))),
  },
  {
    method: 'GET',
    path: `${one}/analisis`,
    may: 'anyone',
    answer: (visit) => document(visit, ({ system }) => system.operation.incidents.get(visit.params.incident ?? '')?.postmortem),
  },
  { method: 'POST', path: `${one}/anotar`, may: reporting, answer: act('anotar') },
  { method: 'POST', path: `${one}/mitigar`, may: reporting, answer: act('mitigar') },
  { method: 'POST', path: `${one}/resolver`, may: reporting, answer: act('resolver') },
  { method: 'POST', path: `${one}/cerrar`, may: reporting, uploads: evidenceUploads, answer: act('cerrar') },
];
