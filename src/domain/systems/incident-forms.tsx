import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { ActPanel, fieldsOf, ofForm } from '../../ui/fields.tsx';
import { ErrorSummary, FieldGroup, Form, type FormError } from '../../ui/forms.tsx';
import { Breadcrumbs, Columns, PageHead } from '../../ui/parts.tsx';
import { EvidenceFields } from './evidence-forms.tsx';
import { incidentPageWords } from './incident-page-words.ts';
import { systemHref, type V } from './list-page.tsx';
import { severities } from './operation-events.ts';
import type { Incident } from './operation-state.ts';
import { operationWords, severityWords } from './operation-words.ts';
import { systemsPageWords } from './page-words.ts';
import type { Row } from './views.ts';

type Props = { readonly visit: V; readonly row: Row; readonly errors: readonly FormError[]; readonly csrf: string };

/** The entities that use the system; of one whose users nobody stated, all of the process. */
export const usersOf = ({ world }: V, { system }: Row) =>
  world.process.opls.filter(({ id }) => system.description.entities?.includes(id) ?? true);

/** The hour it is now where the process is, `HH:MM`. */
const hourNow = ({ now, world }: V): string =>
  Temporal.Instant.from(now).toZonedDateTimeISO(world.process.timeZone).toPlainTime().toString({ smallestUnit: 'minute' });

export function OpenIncidentPage({ visit, row, errors, csrf }: Props) {
  const { lang, today, world } = visit;
  const t = incidentPageWords(lang);
  const name = pick(row.system.description.name, lang);
  const own = ofForm({ ...visit, errors }, 'i-');
  const f = fieldsOf(own);
  const trail = [
    { label: systemsPageWords(lang).systems, href: visit.href('/sistemas') },
    { label: name, href: systemHref(visit, row.system.id) },
    { label: operationWords(lang).openIncident },
  ];
  return (
    <>
      <PageHead
        title={operationWords(lang).openIncident}
        meta={`${name}. ${t.openMeta}`}
        trail={<Breadcrumbs lang={lang} items={trail} />}
      />
      <ErrorSummary lang={lang} errors={own.errors} />
      <Form action={systemHref(visit, row.system.id, '/abrir-incidente')} csrf={csrf}>
        {f.text('i-titulo', t.what, { hint: t.whatHint })}
        {f.radios(
          'i-severidad',
          t.severity,
          severities.map((one) => ({ value: one, label: pick(severityWords[one].word, lang), hint: pick(severityWords[one].means, lang) })),
        )}
        <FieldGroup title={t.zone(world.process.timeZone)}>
          {f.date('i-inicio', t.startedDay, { max: today, value: today })}
          {f.time('i-inicio-hora', t.startedHour, { value: hourNow(visit) })}
          {f.date('i-deteccion', t.detectedDay, { max: today, value: today })}
          {f.time('i-deteccion-hora', t.detectedHour, { value: hourNow(visit) })}
        </FieldGroup>
        <FieldGroup title={t.entities}>
          {usersOf(visit, row).map(({ id, acronym }) => f.check(`i-ent-${id}`, acronym, { optional: true }))}
        </FieldGroup>
        <Submit kind="primary">{operationWords(lang).openIncident}</Submit>
      </Form>
    </>
  );
}

/** What may be recorded of it now. */
export function IncidentForms({ visit, row, incident, errors, csrf }: Props & { readonly incident: Incident }) {
  const { lang } = visit;
  const t = incidentPageWords(lang);
  const w = operationWords(lang);
  const of = (verb: string) => ({
    filled: { ...visit, errors },
    action: systemHref(visit, row.system.id, `/incidentes/${incident.id}/${verb}`),
    csrf,
  });
  const at = (f: ReturnType<typeof fieldsOf>, prefix: string) => (
    <FieldGroup title={t.zone(visit.world.process.timeZone)}>
      {f.date(`${prefix}dia`, t.day, { max: visit.today, value: visit.today })}
      {f.time(`${prefix}hora`, t.hour, { value: hourNow(visit) })}
    </FieldGroup>
  );
  const { status } = incident;
  return (
    <Columns of={2}>
      {status !== 'closed' && (
        <ActPanel {...of('anotar')} prefix="n-" id="anotar" title={w.noteIncident}>
          {(f) => (
            <>
              {f.area('n-texto', t.note, { hint: t.noteHint, rows: 3 })}
              {at(f, 'n-')}
            </>
          )}
        </ActPanel>
      )}
      {status === 'open' && (
        <ActPanel {...of('mitigar')} prefix="m-" id="mitigar" title={w.mitigateIncident}>
          {(f) => (
            <>
              {f.text('m-texto', t.how, { optional: true })}
              {at(f, 'm-')}
            </>
          )}
        </ActPanel>
      )}
      {(status === 'open' || status === 'mitigated') && (
        <ActPanel {...of('resolver')} prefix="s-" id="resolver" title={w.resolveIncident} kind="primary">
          {(f) => (
            <>
              {f.area('s-causa', t.cause, { hint: t.causeHint, rows: 3 })}
              {at(f, 's-')}
            </>
          )}
        </ActPanel>
      )}
      {status === 'resolved' && (
        <ActPanel {...of('cerrar')} prefix="x-" id="cerrar" title={w.closeIncident} about={t.postmortemDue} kind="primary" takesFiles>
          {(f) => (
            <>
              <EvidenceFields fields={f} visit={visit} prefix="x-" optional={incident.severity === 'minor'} />
              {f.area('x-seguimiento', t.followUpText, { hint: t.followUpHint, rows: 3, optional: true })}
            </>
          )}
        </ActPanel>
      )}
    </Columns>
  );
}
