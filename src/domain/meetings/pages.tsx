import { fullDate, longDate, longMonth, mediumDate, shortDate } from '../../core/date-words.ts';
import { type Lang, pick } from '../../core/words.ts';
import { LinkButton, Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, Field, Form, type FormError } from '../../ui/forms.tsx';
import { Facts, PageHead, Panel, Rows, Split } from '../../ui/parts.tsx';
import { Cycle as CycleLine, Timeline } from '../../ui/sequence.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { PlanState } from '../plan/views.ts';
import type { OpenProcess } from '../process/views.ts';
import { editionsOf, proofFor, type ReportsState } from '../reports/views.ts';
import { type DatedLine, datedLines } from './dated-lines.ts';
import { MeetingFrame } from './frame-page.tsx';
import { meetingPageWords } from './page-words.ts';
import { type CalendarRow, type Cycle, calendarOf, type MeetingsState, type Outcome, outcomeOn } from './views.ts';
import { meetingsWords, outcomeNames, stepNames, stepStateNames } from './words.ts';

export type MeetingsWorld = {
  readonly process: OpenProcess;
  readonly plan: PlanState;
  readonly meetings: MeetingsState;
  readonly reports: ReportsState;
};
type V = Visit<MeetingsWorld>;
const shapes = { open: 'doing', held: 'done', cancelled: 'unknown', upcoming: 'todo', unknown: 'unknown' } as const satisfies Record<
  Outcome,
  string
>;

export const outcomeMark = (outcome: Outcome, lang: Lang) => ({ shape: shapes[outcome], word: pick(outcomeNames[outcome], lang) });

/** What proves the steps of the cycle that belongs to a cut-off. */
export function proofAt(reports: ReportsState, cutoff: Temporal.PlainDate) {
  const { frozenOn, circulatedOn } = proofFor(reports, cutoff.toString());
  return {
    ...(frozenOn === undefined ? {} : { frozenOn: Temporal.PlainDate.from(frozenOn) }),
    ...(circulatedOn === undefined ? {} : { circulatedOn: Temporal.PlainDate.from(circulatedOn) }),
  };
}

/** The line through the steps of a cycle. A step that passed without proof says so; it is never drawn as done. */
export function CycleSteps({ visit, cycle }: { readonly visit: V; readonly cycle: Cycle }) {
  const { lang } = visit;
  const t = meetingPageWords(lang);
  const state = { done: 'past', now: 'now', next: 'next', unknown: 'unknown' } as const;
  const steps = cycle.steps.map((step) => {
    const day = step.date && shortDate(step.date, lang);
    const until = step.until && shortDate(step.until, lang);
    return {
      name: step.id === 'meeting' ? meetingsWords(lang).meetingNumber(cycle.number) : pick(stepNames[step.id], lang),
      state: state[step.state],
      when: until && day ? `${day} – ${until}` : (day ?? t.toConvene),
      ...(step.state === 'unknown' ? { note: pick(stepStateNames.unknown, lang) } : {}),
      ...(step.id === 'meeting' ? { href: visit.href(`/reuniones/${cycle.number}`) } : {}),
    };
  });
  return <CycleLine lang={lang} label={t.cycle(cycle.number)} steps={steps} />;
}

export function MeetingsPage({ visit, errors = [] }: { readonly visit: V; readonly errors?: readonly FormError[] }) {
  const { lang, world, reader } = visit;
  const t = meetingPageWords(lang);
  const day = Temporal.PlainDate.from(visit.day);
  const mayConvene = reader.kind === 'signed-in' && !visit.asOf && visit.may('convene');
  const table = (
    <DataTable
      lang={lang}
      id="reuniones"
      caption={t.meetings}
      columns={[
        { title: t.meeting, head: true, keep: true, cell: (row: CalendarRow) => meetingsWords(lang).meetingNumber(row.number) },
        { title: t.date, keep: true, cell: (row) => <time datetime={row.appointment.date}>{fullDate(row.appointment.date, lang)}</time> },
        { title: t.cutoff, keep: true, cell: (row) => mediumDate(row.dates.cutoff, lang) },
        { title: t.circulate, keep: true, cell: (row) => mediumDate(row.dates.circulate, lang) },
        { title: t.observe, keep: true, cell: (row) => mediumDate(row.dates.observeUntil, lang) },
        { title: t.state, keep: true, cell: (row) => <Status {...outcomeMark(outcomeOn(row, day), lang)} /> },
        { title: t.report, cell: (row) => <ReportLink visit={visit} cutoff={row.dates.cutoff.toString()} /> },
      ]}
      rows={calendarOf(world.meetings)}
      rowHref={(row) => visit.href(`/reuniones/${row.number}`)}
      empty={t.none}
      csvHref={visit.href('/reuniones.csv')}
    />
  );
  return (
    <>
      <PageHead
        title={t.meetings}
        meta={t.meetingsMeta}
        actions={<LinkButton href={visit.href('/calendario.ics')}>{t.subscribe}</LinkButton>}
      />
      {mayConvene ? <Split aside={<ScheduleForm visit={visit} errors={errors} csrf={reader.csrf} />}>{table}</Split> : table}
    </>
  );
}

function ReportLink({ visit, cutoff }: { readonly visit: V; readonly cutoff: string }) {
  const [latest] = editionsOf(visit.world.reports, 'prep', cutoff);
  const t = meetingPageWords(visit.lang);
  return latest ? <a href={visit.href(`/informes/${latest.id}`)}>{latest.id}</a> : <span>{t.noReport}</span>;
}

type FormProps = { readonly visit: V; readonly errors: readonly FormError[]; readonly csrf: string };
const errorOf = (errors: readonly FormError[], field: string) => errors.find((one) => one.field === field)?.text;

const TimeField = ({ visit, errors }: FormProps) => (
  <Field
    lang={visit.lang}
    name="hora"
    type="time"
    label={meetingPageWords(visit.lang).time}
    optional
    short
    value={visit.form.get('hora')}
    error={errorOf(errors, 'hora')}
  />
);

function ScheduleForm(props: FormProps) {
  const { visit, errors, csrf } = props;
  const { lang, form } = visit;
  const t = meetingPageWords(lang);
  const next = Math.max(0, ...calendarOf(visit.world.meetings).map((row) => row.number)) + 1;
  return (
    <Panel id="programar" title={meetingsWords(lang).schedule} weight="minor">
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href('/reuniones/programar')} csrf={csrf}>
        <Field
          lang={lang}
          name="numero"
          type="number"
          label={t.number}
          short
          value={form.get('numero') ?? String(next)}
          error={errorOf(errors, 'numero')}
        />
        <DateField lang={lang} name="fecha" label={t.date} min={visit.today} value={form.get('fecha')} error={errorOf(errors, 'fecha')} />
        <TimeField {...props} />
        <Submit kind="primary">{meetingsWords(lang).schedule}</Submit>
      </Form>
    </Panel>
  );
}

export function MeetingPage({
  visit,
  row,
  errors = [],
}: {
  readonly visit: V;
  readonly row: CalendarRow;
  readonly errors?: readonly FormError[];
}) {
  const { lang, reader } = visit;
  const t = meetingPageWords(lang);
  const w = meetingsWords(lang);
  const day = Temporal.PlainDate.from(visit.day);
  const mark = outcomeMark(outcomeOn(row, day), lang);
  const { appointment, session } = row;
  const mayConvene = reader.kind === 'signed-in' && !visit.asOf && visit.may('convene') && row.status.kind === 'scheduled';
  const facts = [
    { term: t.when, value: `${fullDate(appointment.date, lang)}${appointment.time === undefined ? '' : `, ${appointment.time}`}` },
    { term: t.state, value: <Status {...mark} /> },
    { term: t.place, value: appointment.place ?? t.unknown },
    { term: t.session, value: session ? (session.date ? longDate(session.date, lang) : t.toConvene) : t.unknown },
    { term: t.report, value: <ReportLink visit={visit} cutoff={row.dates.cutoff.toString()} /> },
    ...(appointment.source ? [{ term: t.source, value: appointment.source.text }] : []),
  ];
  const former = row.former.map((one) => ({
    when: mediumDate(one.replacedOn, lang),
    title: w.rescheduledFrom(longDate(one.date, lang), one.reason),
  }));
  const readHref = `/informes/corte?corte=${row.dates.cutoff.toString()}`;
  return (
    <>
      <MeetingFrame
        visit={visit}
        row={row}
        here="summary"
        actions={
          Temporal.PlainDate.compare(row.dates.cutoff, day) <= 0 && (
            <LinkButton href={hrefWithQuery(visit, readHref)}>{t.readAt}</LinkButton>
          )
        }
      />
      <Split aside={mayConvene ? <RescheduleForm visit={visit} row={row} errors={errors} csrf={reader.csrf} /> : <></>}>
        <Facts items={facts} />
        {former.length > 0 && (
          <Panel id="anteriores" title={t.former}>
            <Timeline label={t.former} items={former} />
          </Panel>
        )}
      </Split>
    </>
  );
}

/** Joins an address that has its own query with the one that keeps the past state. */
function hrefWithQuery(visit: V, path: string): string {
  const [bare = '', query = ''] = path.split('?');
  const href = visit.href(bare);
  return `${href}${href.includes('?') ? '&' : '?'}${query}`;
}

function RescheduleForm(props: FormProps & { readonly row: CalendarRow }) {
  const { visit, row, errors, csrf } = props;
  const { lang, form, today } = visit;
  const t = meetingPageWords(lang);
  const w = meetingsWords(lang);
  const base = `/reuniones/${row.number}`;
  const hasCome = row.appointment.date <= today;
  return (
    <>
      <Panel id="reprogramar" title={w.reschedule} weight="minor">
        <ErrorSummary lang={lang} errors={errors} />
        <Form action={visit.href(`${base}/reprogramar`)} csrf={csrf}>
          <DateField lang={lang} name="fecha" label={t.newDate} min={today} value={form.get('fecha')} error={errorOf(errors, 'fecha')} />
          <TimeField {...props} />
          <Field
            lang={lang}
            name="motivo"
            label={t.reason}
            hint={t.reasonHint}
            value={form.get('motivo')}
            error={errorOf(errors, 'motivo')}
          />
          {row.session?.date && (
            <Field
              lang={lang}
              name="justificacion"
              label={t.justification}
              hint={t.justificationHint}
              optional
              value={form.get('justificacion')}
            />
          )}
          <Submit>{w.reschedule}</Submit>
        </Form>
      </Panel>
      {hasCome && (
        <Form action={visit.href(`${base}/celebrar`)} csrf={csrf}>
          <Submit kind="primary">{w.hold}</Submit>
        </Form>
      )}
    </>
  );
}

/** Everything with a date, month by month. */
export function CalendarPage({ visit }: { readonly visit: V }) {
  const { lang } = visit;
  const t = meetingPageWords(lang);
  const agenda = datedLines(visit.world, lang);
  const months = [...new Set(agenda.map((one) => one.date.slice(0, 7)))];
  const row = (one: DatedLine) => ({
    text: one.path === undefined ? one.text : <a href={visit.href(one.path)}>{one.text}</a>,
    strong: one.kind === 'meeting' || one.kind === 'jornada',
    when: shortDate(one.date, lang),
    dateTime: one.date,
  });
  return (
    <>
      <PageHead
        title={t.calendar}
        meta={t.calendarMeta}
        actions={<LinkButton href={visit.href('/calendario.ics')}>{t.subscribe}</LinkButton>}
      />
      {months.length === 0 && <p>{t.empty}</p>}
      <nav aria-label={t.month}>
        <ul class="inline">
          {months.map((month) => (
            <li>
              <a href={`#m-${month}`} aria-current={visit.day.startsWith(month) ? 'date' : undefined}>
                {longMonth(month, lang)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {months.map((month) => (
        <Panel id={`m-${month}`} title={longMonth(month, lang)}>
          <Rows items={agenda.filter((one) => one.date.startsWith(month)).map(row)} empty={t.empty} />
        </Panel>
      ))}
      <p class="small">
        <a href={visit.href('/calendario.csv')}>CSV</a>
      </p>
    </>
  );
}
