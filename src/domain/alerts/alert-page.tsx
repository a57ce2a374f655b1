import { longDate, mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { ErrorSummary, Form, type FormError, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, Facts, Notice, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { Why } from '../../ui/sequence.tsx';
import { Tag } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { officeName } from '../people/views.ts';
import { oplOf } from '../process/views.ts';
import { WhoKnewLink } from '../receipts/pages.tsx';
import { alertPageWords } from './page-words.ts';
import { type AlertPagesWorld, alertSubject, ownerText, subjectHref } from './pages.tsx';
import { type Acknowledgement, type Alert, thresholdOf } from './views.ts';
import { amount, severityMark } from './words.ts';

type V = Visit<AlertPagesWorld>;
/** An office that acts for no OPL acknowledges what concerns the whole group: it stands in the address in the place of the OPL. */
export const wholeGroup = 'grupo';

/** One alert: why, since when, whose, who acknowledged it, and the form to do so. */
export function AlertPage({
  visit,
  alert,
  errors = [],
}: {
  readonly visit: V;
  readonly alert: Alert;
  readonly errors?: readonly FormError[];
}) {
  const { lang, world } = visit;
  const t = alertPageWords(lang);
  const mark = severityMark(alert.severity, lang);
  const { threshold } = alert.rule;
  const compared = threshold ? [t.compares(amount(thresholdOf(world.alerts, alert.rule), threshold.unit, lang))] : [];
  return (
    <>
      <PageHead
        title={pick(alert.rule.name, lang)}
        meta={pick(alert.title, lang)}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.alerts, href: visit.href('/alertas') }, { label: pick(alert.title, lang) }]} />}
        actions={
          <>
            <Tag shape={mark.shape}>{mark.word}</Tag>
            <WhoKnewLink visit={visit} subject={alertSubject(alert)} />
          </>
        }
      />
      <Split aside={<Data visit={visit} alert={alert} />}>
        <Why
          id="por-que"
          title={t.why}
          rule={pick(alert.rule.about, lang)}
          steps={[pick(alert.explanation, lang), ...compared, t.sinceDate(longDate(alert.since, lang))]}
          citation={t.ruleCitation(alert.rule.id)}
          more={{ href: `${visit.href('/alertas/reglas')}#${alert.rule.id}`, label: t.rules }}
        />
        <History visit={visit} acknowledged={alert.acknowledged} />
        <AcknowledgeForm visit={visit} alert={alert} errors={errors} />
      </Split>
    </>
  );
}

/** An alert whose reason has ended by the day of the page: what was acknowledged stays. */
export function EndedAlertPage({
  visit,
  id,
  acknowledged,
}: {
  readonly visit: V;
  readonly id: string;
  readonly acknowledged: readonly Acknowledgement[];
}) {
  const { lang } = visit;
  const t = alertPageWords(lang);
  return (
    <>
      <PageHead
        title={t.alert}
        meta={id}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.alerts, href: visit.href('/alertas') }, { label: id }]} />}
      />
      <Notice kind="note" title={t.ended}>
        <p>{t.endedText(longDate(visit.day, lang))}</p>
      </Notice>
      <History visit={visit} acknowledged={acknowledged} />
    </>
  );
}

function Data({ visit, alert }: { readonly visit: V; readonly alert: Alert }) {
  const { lang, world } = visit;
  const t = alertPageWords(lang);
  const href = subjectHref(visit, alert.subject);
  const title = pick(alert.title, lang);
  const opl = alert.opl === undefined ? undefined : oplOf(world.process, alert.opl);
  const items = [
    { term: t.subject, value: href === undefined ? title : <a href={href}>{title}</a> },
    ...(opl ? [{ term: t.opl, value: <a href={visit.href(`/prep/${opl.id}`)}>{pick(opl.name, lang)}</a> }] : []),
    { term: t.since, value: longDate(alert.since, lang) },
    { term: t.owner, value: ownerText(visit, alert) },
  ];
  return (
    <Panel id="datos" title={t.data} weight="minor">
      <Facts items={items} />
    </Panel>
  );
}

function History({ visit, acknowledged }: { readonly visit: V; readonly acknowledged: readonly Acknowledgement[] }) {
  const { lang, world } = visit;
  const t = alertPageWords(lang);
  return (
    <DataTable
      lang={lang}
      id="reconocida"
      caption={t.history}
      columns={[
        { title: t.date, head: true, cell: (one: Acknowledgement) => <time datetime={one.on}>{mediumDate(one.on, lang)}</time> },
        { title: t.acknowledgedBy, cell: (one) => pick(officeName(world.people, one.by.office), lang) },
        { title: t.note, cell: (one) => one.note },
      ]}
      rows={acknowledged}
      empty={t.noHistory}
    />
  );
}

function AcknowledgeForm({ visit, alert, errors }: { readonly visit: V; readonly alert: Alert; readonly errors: readonly FormError[] }) {
  const { lang, reader, form } = visit;
  const t = alertPageWords(lang);
  if (reader.kind === 'anonymous' || visit.asOf || !visit.may('acknowledge', alert.opl)) return null;
  return (
    <Panel id="reconocer" title={t.acknowledge}>
      <p class="small">{t.acknowledgeHint}</p>
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href(`/alertas/${alert.opl ?? wholeGroup}/${alert.id}/reconocer`)} csrf={reader.csrf}>
        <TextArea
          lang={lang}
          name="nota"
          label={t.noteLabel}
          rows={3}
          value={form.get('nota')}
          error={errors.find((one) => one.field === 'nota')?.text}
        />
        <Submit kind="primary">{t.acknowledgeButton}</Submit>
      </Form>
    </Panel>
  );
}
