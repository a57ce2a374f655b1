import { fullDate, longDate, longMonth, mediumDate, shortDate } from '../../core/date-words.ts';
import { type Lang, pick } from '../../core/words.ts';
import { LinkButton, Submit } from '../../ui/buttons.tsx';
import { Checkbox, DateField, ErrorSummary, errorOf, Field, Form, type FormError, TextArea } from '../../ui/forms.tsx';
import { Facts, Notice, PageHead, Panel, Rows, Split } from '../../ui/parts.tsx';
import { Cycle as CycleLine, Timeline } from '../../ui/sequence.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable, DownloadLinks } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { AgendaState } from '../agenda/views.ts';
import { missingIn, type Need, needsOf } from '../cycle/views.ts';
import { cycleWords } from '../cycle/words.ts';
import { type MinutesState, minutesCirculatedOn } from '../minutes/views.ts';
import { roleWords } from '../people/words.ts';
import type { PlanState } from '../plan/views.ts';
import type { OpenProcess } from '../process/views.ts';
import { editionsOf, proofFor, type ReportsState } from '../reports/views.ts';
import { type DatedLine, datedLines } from './dated-lines.ts';
import { MeetingFrame } from './frame-page.tsx';
import { meetingPageWords } from './page-words.ts';
import {
  type CalendarRow,
  type Cycle,
  calendarOf,
  type MeetingsState,
  numberingWarnings,
  type Outcome,
  outcomeOn,
  type Step,
} from './views.ts';
import { meetingsWords, numberingWarningText, outcomeNames, stepNames, stepStateNames } from './words.ts';

export type MeetingsWorld = {
  readonly process: OpenProcess;
  readonly plan: PlanState;
  readonly meetings: MeetingsState;
  readonly reports: ReportsState;
  readonly agenda: AgendaState;
  readonly minutes: MinutesState;
};
type V = Visit<MeetingsWorld>;
const shapes = { open: 'doing', held: 'done', cancelled: 'unknown', upcoming: 'todo', unknown: 'unknown' } as const satisfies Record<
  Outcome,
  string
>;

export const outcomeMark = (outcome: Outcome, lang: Lang) => ({ shape: shapes[outcome], word: pick(outcomeNames[outcome], lang) });

/** What proves the steps of the cycle that belongs to a cut-off. */
export function proofAt({ reports, minutes }: Pick<MeetingsWorld, 'reports' | 'minutes'>, cutoff: Temporal.PlainDate, number: number) {
  const { frozenOn, circulatedOn } = proofFor(reports, cutoff.toString());
  const minutesOn = minutesCirculatedOn(minutes, number);
  return {
    ...(frozenOn === undefined ? {} : { frozenOn: Temporal.PlainDate.from(frozenOn) }),
    ...(circulatedOn === undefined ? {} : { circulatedOn: Temporal.PlainDate.from(circulatedOn) }),
    ...(minutesOn === undefined ? {} : { minutesOn: Temporal.PlainDate.from(minutesOn) }),
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
      ...noteOf({ ...step, number: cycle.number }, visit),
      ...(step.id === 'meeting' ? { href: visit.href(`/reuniones/${cycle.number}`) } : {}),
    };
  });
  return <CycleLine lang={lang} label={t.cycle(cycle.number)} steps={steps} />;
}

/** Of the step in course, what is missing, from whom and by when; of one that passed without proof, that nothing is known. */
function noteOf({ id, state, number }: Step & { readonly number: number }, { lang, world }: V) {
  if (state === 'unknown') return { note: pick(stepStateNames.unknown, lang) };
  if (state !== 'now') return {};
  const t = cycleWords(lang);
  const missing = missingIn(world, number).filter((one) => one.step === id || id === 'cutoff' || id === 'observe');
  const [first] = missing;
  if (!first) return {};
  const text = t.missingNow(pick(first.what, lang), roleWords(lang)[first.from], shortDate(first.by, lang));
  return { note: missing.length > 1 ? `${text} ${t.andMore(missing.length - 1)}` : text };
}

export function MeetingsPage({ visit, errors = [] }: { readonly visit: V; readonly errors?: readonly FormError[] }) {
  const { lang, world, reader } = visit;
  const t = meetingPageWords(lang);
  const day = Temporal.PlainDate.from(visit.day);
  const mayConvene = reader.kind === 'signed-in' && !visit.asOf && visit.may('convene');
  const numbering = numberingWarnings(world.meetings);
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
      downloads={(end) => visit.href(`/reuniones.${end}`)}
    />
  );
  return (
    <>
      <PageHead
        title={t.meetings}
        meta={t.meetingsMeta}
        actions={<LinkButton href={visit.href('/calendario.ics')}>{t.subscribe}</LinkButton>}
      />
      {numbering.length > 0 && (
        <Notice kind="note">
          {numbering.map((warning) => (
            <p>{pick(numberingWarningText(warning), lang)}</p>
          ))}
        </Notice>
      )}
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
  const mayLink = reader.kind === 'signed-in' && !visit.asOf && visit.may('convene') && row.status.kind !== 'cancelled';
  const mayConvene = mayLink && row.status.kind === 'scheduled';
  const facts = [
    { term: t.when, value: `${fullDate(appointment.date, lang)}${appointment.time === undefined ? '' : `, ${appointment.time}`}` },
    { term: t.state, value: <Status {...mark} /> },
    { term: t.place, value: appointment.place ?? t.unknown },
    { term: t.session, value: session ? (session.date ? longDate(session.date, lang) : t.toConvene) : t.unknown },
    ...(session?.held
      ? [
          { term: t.sessionOutcome, value: `${session.held.outcome} (${t.sessionHeld(mediumDate(session.held.on, lang))})` },
          { term: t.received, value: session.held.received.join(', ') || '—' },
        ]
      : []),
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
      <Split
        aside={
          <>
            {mayConvene && <RescheduleForm visit={visit} row={row} errors={errors} csrf={reader.csrf} />}
            {mayLink && <SessionForms visit={visit} row={row} errors={errors} csrf={reader.csrf} />}
          </>
        }
      >
        <Facts items={facts} />
        <Needs visit={visit} row={row} />
        {former.length > 0 && (
          <Panel id="anteriores" title={t.former}>
            <Timeline label={t.former} items={former} />
          </Panel>
        )}
      </Split>
    </>
  );
}

/** Everything the cycle asks for, from whom and by when; what is done with its day. */
function Needs({ visit, row }: { readonly visit: V; readonly row: CalendarRow }) {
  const { lang, world, day } = visit;
  const t = cycleWords(lang);
  return (
    <DataTable
      lang={lang}
      id="ciclo"
      caption={t.needs}
      columns={[
        { title: t.what, head: true, cell: (one: Need) => pick(one.what, lang) },
        { title: t.from, cell: (one) => roleWords(lang)[one.from] },
        { title: t.by, keep: true, cell: (one) => <time datetime={one.by}>{mediumDate(one.by, lang)}</time> },
        {
          title: t.state,
          keep: true,
          cell: ({ doneOn, by }) =>
            doneOn !== undefined ? (
              <Status shape={doneOn <= by ? 'done' : 'doneLate'} word={t.done(mediumDate(doneOn, lang))} />
            ) : by < day ? (
              <Status shape="unknown" word={t.noTrace} />
            ) : (
              <Status shape="todo" word={t.missing} />
            ),
        },
      ]}
      rows={needsOf(world, row.number)}
      rowHref={(one) => visit.href(one.path)}
    />
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

/** The commission session this meeting prepares: its date, and what came of it. */
function SessionForms({ visit, row, errors, csrf }: FormProps & { readonly row: CalendarRow }) {
  const { lang, form, world, today } = visit;
  const t = meetingPageWords(lang);
  const w = meetingsWords(lang);
  const base = `/reuniones/${row.number}`;
  const informes = (['prep', 'systems'] as const).flatMap((kind) => editionsOf(world.reports, kind, row.dates.cutoff.toString()));
  const hasCome = row.dates.session !== undefined && row.dates.session.toString() <= today;
  return (
    <Panel id="sesion" title={t.session} weight="minor">
      <Form action={visit.href(`${base}/vincular`)} csrf={csrf}>
        <DateField
          lang={lang}
          name="sesion-fecha"
          label={t.sessionDate}
          value={form.get('sesion-fecha') ?? row.dates.session?.toString()}
          error={errorOf(errors, 'sesion-fecha')}
        />
        <Field
          lang={lang}
          name="sesion-justificacion"
          label={t.justification}
          hint={t.justificationHint}
          optional
          value={form.get('sesion-justificacion')}
        />
        <Submit>{w.link}</Submit>
      </Form>
      {hasCome && (
        <Form action={visit.href(`${base}/registrar-sesion`)} csrf={csrf}>
          {informes.map((one) => (
            <Checkbox lang={lang} name={`recibido-${one.id}`} label={one.id} optional checked={form.has(`recibido-${one.id}`)} />
          ))}
          <TextArea
            lang={lang}
            name="resultado"
            label={t.sessionOutcome}
            rows={3}
            value={form.get('resultado')}
            error={errorOf(errors, 'resultado')}
          />
          <Submit>{w.recordSession}</Submit>
        </Form>
      )}
    </Panel>
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
        <DownloadLinks lang={lang} downloads={(end) => visit.href(`/calendario.${end}`)} />
      </p>
    </>
  );
}
