import { raw } from 'hono/html';
import { longDate, mediumDate } from '../../core/date-words.ts';
import { subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { LinkButton, Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, Field, Form, type FormError, Radios } from '../../ui/forms.tsx';
import { Breadcrumbs, Hash, PageHead, Panel, Rows, Split } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { calendarOf, cutoffs, type MeetingsState } from '../meetings/views.ts';
import { integratedVersion, type NarrativesState, narrativeAt } from '../narratives/views.ts';
import type { PlanState } from '../plan/views.ts';
import type { OpenProcess } from '../process/views.ts';
import { WhoKnewLink } from '../receipts/pages.tsx';
import type { SystemsState } from '../systems/views.ts';
import { reportPageWords } from './page-words.ts';
import { madeKinds } from './sections.ts';
import { observationsOf, type Report, type ReportsState, reportsOf, textSectionsOf } from './views.ts';
import { kindWords } from './words.ts';

export type ReportsWorld = {
  readonly process: OpenProcess;
  readonly plan: PlanState;
  readonly meetings: MeetingsState;
  readonly reports: ReportsState;
  readonly systems: SystemsState;
  readonly narratives: NarrativesState;
};
export const formats = ['pdf', 'docx', 'html', 'md'] as const;
export type Format = (typeof formats)[number];

const Downloads = ({ visit, stem }: { readonly visit: Visit<unknown>; readonly stem: string }) => (
  <>
    {formats.map((format, i) => (
      <>
        {i > 0 && ' · '}
        <a href={visit.href(`/informes/${stem}.${format}`)} data-turbo="false">
          {format.toUpperCase()}
        </a>
      </>
    ))}
  </>
);

/** The list of informes, and the two ways to read or freeze one. */
export function ReportsPage({ visit, errors = [] }: { readonly visit: Visit<ReportsWorld>; readonly errors?: readonly FormError[] }) {
  const { lang, world } = visit;
  const t = reportPageWords(lang);
  const reports = reportsOf(world.reports);
  return (
    <>
      <PageHead title={t.reports} meta={t.meta} />
      <Split aside={<Aside visit={visit} errors={errors} />}>
        {visit.may('read-internal') && <InPreparation visit={visit} />}
        <DataTable
          lang={lang}
          id="informes"
          caption={t.list}
          columns={[
            { title: t.report, head: true, cell: (one: Report) => `${pick(kindWords[one.kind], lang)} · ${longDate(one.cutoff, lang)}` },
            { title: t.edition, align: 'end', cell: (one) => one.edition },
            { title: t.state, cell: (one) => <ReportState report={one} visit={visit} /> },
            {
              title: t.position,
              cell: (one) => (
                <>
                  {one.position} · <Hash value={one.root} />
                </>
              ),
            },
            { title: t.files, cell: (one) => <Downloads visit={visit} stem={one.id} /> },
          ]}
          rows={reports}
          rowHref={(one) => visit.href(`/informes/${one.id}`)}
          empty={t.none}
          downloads={(end) => visit.href(`/informes.${end}`)}
        />
      </Split>
    </>
  );
}

/** The informes of the next meeting, and how many of their texts are in. */
function InPreparation({ visit }: { readonly visit: Visit<ReportsWorld> }) {
  const { lang, world, day } = visit;
  const t = reportPageWords(lang);
  const next = calendarOf(world.meetings).find((row) => row.status.kind === 'scheduled' && row.appointment.date >= day);
  const cutoff = (next ?? calendarOf(world.meetings).at(-1))?.dates.cutoff.toString();
  if (cutoff === undefined) return null;
  const items = madeKinds.map((kind) => {
    const sections = textSectionsOf(kind);
    const done = sections.filter((one) => integratedVersion(narrativeAt(world.narratives, { informe: kind, cutoff, section: one.id })));
    return {
      text: (
        <a href={visit.href(`/informes/preparacion/${kind}/${cutoff}`)}>{`${pick(kindWords[kind], lang)} · ${longDate(cutoff, lang)}`}</a>
      ),
      when: t.texts(done.length, sections.length),
    };
  });
  return (
    <Panel id="en-preparacion" title={t.inPreparation}>
      <Rows items={items} empty={t.none} />
    </Panel>
  );
}

function ReportState({ visit, report }: { readonly visit: Visit<ReportsWorld>; readonly report: Report }) {
  const t = reportPageWords(visit.lang);
  return report.state === 'circulated' ? (
    <Status shape="done" word={t.on(t.circulated, mediumDate(report.circulatedOn, visit.lang))} />
  ) : (
    <Status shape="doing" word={t.on(t.frozen, mediumDate(report.frozenOn, visit.lang))} />
  );
}

/** Which informe; nothing to choose while this version makes only one. */
type KindProps = { readonly visit: Visit<ReportsWorld>; readonly name: string; readonly value: string | null | undefined };
const KindField = ({ visit, name, value }: KindProps) =>
  madeKinds.length > 1 && (
    <Radios
      lang={visit.lang}
      name={name}
      label={reportPageWords(visit.lang).report}
      options={madeKinds.map((kind) => ({ value: kind, label: pick(kindWords[kind], visit.lang) }))}
      value={value ?? madeKinds[0]}
    />
  );

function Aside({ visit, errors }: { readonly visit: Visit<ReportsWorld>; readonly errors: readonly FormError[] }) {
  const { lang, reader, form, world, day, today } = visit;
  const t = reportPageWords(lang);
  const error = (field: string) => errors.find((one) => one.field === field)?.text;
  const known = cutoffs(world.meetings).map(String);
  const latest = known.filter((one) => one <= day).at(-1);
  const mayFreeze = reader.kind === 'signed-in' && !visit.asOf && visit.may('freeze-report');
  return (
    <>
      <Panel id="leer" title={t.preview} weight="minor">
        <p class="small">{t.previewHint}</p>
        <ErrorSummary lang={lang} errors={errors.filter((one) => one.field === 'corte')} />
        <Form action={visit.href('/informes/corte')} method="get">
          <KindField visit={visit} name="tipo" value={visit.url.searchParams.get('tipo')} />
          <DateField
            lang={lang}
            name="corte"
            label={t.cutoffLabel}
            max={today}
            value={visit.url.searchParams.get('corte') ?? latest ?? day}
            error={error('corte')}
          />
          <Submit kind={mayFreeze ? 'quiet' : 'primary'}>{t.previewButton}</Submit>
        </Form>
      </Panel>
      {mayFreeze && (
        <Panel id="congelar-informe" title={t.freeze} weight="minor">
          <p class="small">{t.freezeHint}</p>
          <ErrorSummary lang={lang} errors={errors.filter((one) => one.field !== 'corte')} />
          <Form action={visit.href('/informes/congelar')} csrf={reader.csrf}>
            <KindField visit={visit} name="congelar-tipo" value={form.get('congelar-tipo')} />
            <DateField
              lang={lang}
              name="congelar"
              label={t.cutoffLabel}
              max={today}
              value={form.get('congelar') ?? latest}
              error={error('congelar')}
            />
            <Field
              lang={lang}
              name="motivo"
              label={t.reason}
              hint={t.reasonHint}
              optional
              value={form.get('motivo')}
              error={error('motivo')}
            />
            <Submit kind="primary">{t.freezeButton}</Submit>
          </Form>
        </Panel>
      )}
    </>
  );
}

type ReadProps = {
  readonly visit: Visit<ReportsWorld>;
  readonly title: string;
  /** The informe as HTML made by `documents/` from a document tree: every text in it is escaped already. */
  readonly html: string;
  readonly stem: string;
  readonly position: number;
  readonly report?: Report;
};

/** One informe, to be read as a page. */
export function ReadPage({ visit, title, html, stem, position, report }: ReadProps) {
  const { lang, reader } = visit;
  const t = reportPageWords(lang);
  const reads = visit.may('read-internal');
  const mayPublish =
    report?.state === 'circulated' &&
    report.publishedOn === undefined &&
    reader.kind === 'signed-in' &&
    !visit.asOf &&
    visit.may('freeze-report');
  const mayCirculate = report?.state === 'frozen' && reader.kind === 'signed-in' && !visit.asOf && visit.may('freeze-report');
  return (
    <>
      <Breadcrumbs lang={lang} items={[{ label: t.reports, href: visit.href('/informes') }, { label: title }]} />
      <div class="actions">
        {report ? <ReportState report={report} visit={visit} /> : <span class="chip">{t.draft}</span>}
        {formats.map((format) => (
          <LinkButton href={visit.href(`/informes/${stem}.${format}`)} kind={format === 'pdf' && !mayCirculate ? 'primary' : 'quiet'}>
            {format.toUpperCase()}
          </LinkButton>
        ))}
        {report?.state === 'circulated' && <WhoKnewLink visit={visit} subject={subjectOf('report', report.id)} />}
        {report?.publishedOn !== undefined && <Status shape="done" word={t.on(t.published, mediumDate(report.publishedOn, lang))} />}
        {reads && report && (
          <LinkButton href={visit.href(`/informes/preparacion/${report.kind}/${report.cutoff}`)}>{t.preparation}</LinkButton>
        )}
        {report && <LinkButton href={visit.href(`/informes/${report.id}/diferencia`)}>{t.difference}</LinkButton>}
        {reads && report?.state === 'circulated' && (
          <LinkButton href={visit.href(`/informes/${report.id}/observaciones`)}>
            {t.observed(observationsOf(visit.world.reports, report.id).length)}
          </LinkButton>
        )}
        {mayPublish && (
          <Form action={visit.href(`/informes/${report.id}/publicar`)} csrf={reader.csrf}>
            <Submit>{t.publishButton}</Submit>
          </Form>
        )}
        {mayCirculate && (
          <Form action={visit.href(`/informes/${report.id}/circular`)} csrf={reader.csrf}>
            <Submit kind="primary">{t.circulateButton}</Submit>
          </Form>
        )}
      </div>
      <p class="small">
        {t.sameBytes(position)}
        {reads && report && (
          <>
            {' '}
            <a href={`${visit.href(`/informes/${report.id}`)}${visit.asOf ? '&' : '?'}version=publica`}>{t.asPublic}</a>
          </>
        )}
      </p>
      {raw(html)}
    </>
  );
}
