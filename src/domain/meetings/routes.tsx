import { parseIsoDate } from '../../core/dates.ts';
import type { Table } from '../../core/document.ts';
import type { By } from '../../core/event.ts';
import { subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { renderIcs } from '../../documents/ics.ts';
import type { FormError } from '../../ui/forms.tsx';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { calendarFeed } from './calendar.ts';
import { datedLines } from './dated-lines.ts';
import {
  closeMeeting,
  holdMeeting,
  linkSession,
  type MeetingsRefusal,
  openMeeting,
  recordSession,
  rescheduleMeeting,
  scheduleMeeting,
} from './decide.ts';
import { localTime } from './events.ts';
import { hourOf, isHour, momentOf } from './moment.ts';
import { meetingPageWords } from './page-words.ts';
import { CalendarPage, MeetingPage, MeetingsPage, type MeetingsWorld } from './pages.tsx';
import { type CalendarRow, calendarOf, meetingOf, outcomeOn } from './views.ts';
import { meetingsRefusalText, meetingsWords, outcomeNames } from './words.ts';

type V = Visit<MeetingsWorld>;
const unknown = { es: meetingPageWords('es').unknownMeeting, en: meetingPageWords('en').unknownMeeting };

const list = (visit: V, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Answer => ({
  kind: 'page',
  title: meetingPageWords(visit.lang).meetings,
  here: 'reuniones',
  status,
  body: <MeetingsPage visit={visit} errors={errors} />,
});

const one = (visit: V, row: CalendarRow, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Answer => ({
  kind: 'page',
  title: meetingsWords(visit.lang).meetingNumber(row.number),
  here: 'reuniones',
  status,
  about: subjectOf('meeting', String(row.number)),
  body: <MeetingPage visit={visit} row={row} errors={errors} />,
});

function find(visit: V, then: (row: CalendarRow) => Answer | Promise<Answer>): Answer | Promise<Answer> {
  const row = meetingOf(visit.world.meetings, Number(visit.params.number));
  return row ? then(row) : { kind: 'not-found', what: unknown };
}

/** Day and hour as typed; what is wrong with them goes to `errors`. */
function appointmentOf(visit: V, errors: FormError[]): { readonly date: string; readonly time?: string } {
  const read = parseIsoDate(visit.form.get('fecha') ?? '', { es: meetingPageWords('es').date, en: meetingPageWords('en').date });
  if (!read.ok) errors.push({ field: 'fecha', text: pick(read.error.message, visit.lang) });
  const time = visit.form.get('hora') ?? '';
  if (time !== '' && !localTime.safeParse(time).success) errors.push({ field: 'hora', text: meetingPageWords(visit.lang).badTime });
  return { date: read.ok ? read.value.toString() : '', ...(time === '' ? {} : { time }) };
}

const refusalText = (visit: V, refusal: MeetingsRefusal | { readonly kind: 'conflict' }): string =>
  refusal.kind === 'conflict' ? meetingPageWords(visit.lang).changed : pick(meetingsRefusalText(refusal), visit.lang);

async function schedule(visit: V): Promise<Answer> {
  const errors: FormError[] = [];
  const number = Number(visit.form.get('numero'));
  if (!Number.isInteger(number) || number < 1) errors.push({ field: 'numero', text: meetingPageWords(visit.lang).badNumber });
  const appointment = appointmentOf(visit, errors);
  if (errors.length > 0) return list(visit, errors, 422);
  const done = await visit.execute<MeetingsRefusal>((world, by) =>
    scheduleMeeting(world.meetings, { on: visit.today, by, number, ...appointment }),
  );
  if (done.ok) return { kind: 'redirect', to: visit.href(`/reuniones/${number}`) };
  return list(visit, [{ text: refusalText(visit, done.error) }], 409);
}

async function reschedule(visit: V, row: CalendarRow): Promise<Answer> {
  const errors: FormError[] = [];
  const appointment = appointmentOf(visit, errors);
  if (errors.length > 0) return one(visit, row, errors, 422);
  const { place } = row.appointment;
  const done = await visit.execute<MeetingsRefusal>((world, by) =>
    rescheduleMeeting(world.meetings, {
      on: visit.today,
      by,
      number: row.number,
      ...appointment,
      ...(place === undefined ? {} : { place }),
      reason: visit.form.get('motivo') ?? '',
      ...(visit.form.get('justificacion') ? { justification: visit.form.get('justificacion') ?? '' } : {}),
    }),
  );
  if (done.ok) return { kind: 'redirect', to: visit.href(`/reuniones/${row.number}`) };
  const field = done.error.kind === 'reason-missing' ? { field: 'motivo' } : {};
  return one(visit, row, [{ ...field, text: refusalText(visit, done.error) }], 409);
}

async function link(visit: V, row: CalendarRow): Promise<Answer> {
  const read = parseIsoDate(visit.form.get('sesion-fecha') ?? '', {
    es: meetingPageWords('es').sessionDate,
    en: meetingPageWords('en').sessionDate,
  });
  if (!read.ok) return one(visit, row, [{ field: 'sesion-fecha', text: pick(read.error.message, visit.lang) }], 422);
  const justification = visit.form.get('sesion-justificacion') ?? '';
  return settle(visit, row, 'sesion-fecha', (world, act) =>
    linkSession(world.meetings, { ...act, date: read.value.toString(), ...(justification === '' ? {} : { justification }) }),
  );
}

function recordOutcome(visit: V, row: CalendarRow): Answer | Promise<Answer> {
  const outcome = visit.form.get('resultado') ?? '';
  if (outcome === '') return one(visit, row, [{ field: 'resultado', text: meetingPageWords(visit.lang).outcomeMissing }], 422);
  const received = [...visit.form.keys()].flatMap((name) => (name.startsWith('recibido-') ? [name.slice('recibido-'.length)] : []));
  const known = received.filter((id) => visit.world.reports.reports.has(id));
  return settle(visit, row, 'resultado', (world, act) => recordSession(world.meetings, { ...act, received: known, outcome }));
}

async function settle(
  visit: V,
  row: CalendarRow,
  field: string,
  decide: (world: MeetingsWorld, act: { on: string; by: By; number: number }) => ReturnType<typeof linkSession>,
): Promise<Answer> {
  const done = await visit.execute<MeetingsRefusal>((world, by) => decide(world, { on: visit.today, by, number: row.number }));
  if (done.ok) return { kind: 'redirect', to: visit.href(`/reuniones/${row.number}`) };
  return one(visit, row, [{ field, text: refusalText(visit, done.error) }], 409);
}

/** Opens or closes at the hour typed; the page of the proceedings follows. */
async function turn(visit: V, row: CalendarRow, verb: 'abrir' | 'cerrar'): Promise<Answer> {
  const hour = hourOf(visit.now, visit.world.process.timeZone);
  const typed = visit.form.get(`hora-${verb}`) ?? hour;
  if (!isHour(typed)) return one(visit, row, [{ text: meetingPageWords(visit.lang).badTime }], 422);
  const time = momentOf(typed, { day: visit.today, hour }, row);
  const decide = verb === 'abrir' ? openMeeting : closeMeeting;
  const done = await visit.execute<MeetingsRefusal>((world, by) =>
    decide(world.meetings, { on: visit.today, by, number: row.number, time }),
  );
  if (done.ok) return { kind: 'redirect', to: visit.href(`/reuniones/${row.number}/desarrollo`) };
  return one(visit, row, [{ text: refusalText(visit, done.error) }], 409);
}

async function hold(visit: V, row: CalendarRow): Promise<Answer> {
  const done = await visit.execute<MeetingsRefusal>((world, by) =>
    holdMeeting(world.meetings, { on: visit.today, by, number: row.number }),
  );
  if (done.ok) return { kind: 'redirect', to: visit.href(`/reuniones/${row.number}`) };
  return one(visit, row, [{ text: refusalText(visit, done.error) }], 409);
}

function datesTable(visit: V): Table {
  const t = meetingPageWords(visit.lang);
  const kinds = { meeting: t.kindMeeting, cycle: t.kindCycle, due: t.kindDue, jornada: t.kindJornada };
  const rows = datedLines(visit.world, visit.lang).map((line) => [line.date, kinds[line.kind], line.text]);
  return { kind: 'table', id: 'calendario', caption: t.calendar, columns: [t.date, t.kind, t.what].map((title) => ({ title })), rows };
}

function meetingsTable(visit: V): Table {
  const t = meetingPageWords(visit.lang);
  const day = Temporal.PlainDate.from(visit.day);
  const titles = [t.meeting, t.date, t.cutoff, t.circulate, t.observe, t.minutes, t.state];
  const rows = calendarOf(visit.world.meetings).map((row) => [
    row.number,
    row.appointment.date,
    row.dates.cutoff.toString(),
    row.dates.circulate.toString(),
    row.dates.observeUntil.toString(),
    row.dates.minutes.toString(),
    pick(outcomeNames[outcomeOn(row, day)], visit.lang),
  ]);
  return { kind: 'table', id: 'reuniones', caption: t.meetings, columns: titles.map((title) => ({ title })), rows };
}

export const meetingsRoutes: readonly Route<MeetingsWorld>[] = [
  {
    method: 'GET',
    path: '/:process/calendario',
    may: 'anyone',
    answer: (visit) => ({
      kind: 'page',
      title: meetingPageWords(visit.lang).calendar,
      here: 'calendario',
      body: <CalendarPage visit={visit} />,
    }),
  },
  ...tableRoutes('/:process/calendario', 'anyone', datesTable),
  {
    method: 'GET',
    path: '/:process/calendario.ics',
    may: 'anyone',
    answer: async ({ world, lang, url }) => {
      const { id, name } = world.process;
      const urlOf = (number: number) => `${url.origin}/${id}/reuniones/${number}`;
      const feed = calendarFeed(world.meetings, { lang, processName: pick(name, lang), uidDomain: `${id}.atalaya`, urlOf });
      return { kind: 'file', body: await renderIcs(feed), type: 'text/calendar; charset=utf-8', name: `${id}.ics` };
    },
  },
  { method: 'GET', path: '/:process/reuniones', may: 'anyone', answer: (visit) => list(visit) },
  ...tableRoutes('/:process/reuniones', 'anyone', meetingsTable),
  { method: 'POST', path: '/:process/reuniones/programar', may: { right: 'convene' }, answer: schedule },
  { method: 'GET', path: '/:process/reuniones/:number', may: 'anyone', answer: (visit) => find(visit, (row) => one(visit, row)) },
  {
    method: 'POST',
    path: '/:process/reuniones/:number/reprogramar',
    may: { right: 'convene' },
    answer: (visit) => find(visit, (row) => reschedule(visit, row)),
  },
  {
    method: 'POST',
    path: '/:process/reuniones/:number/vincular',
    may: { right: 'convene' },
    answer: (visit) => find(visit, (row) => link(visit, row)),
  },
  {
    method: 'POST',
    path: '/:process/reuniones/:number/registrar-sesion',
    may: { right: 'convene' },
    answer: (visit) => find(visit, (row) => recordOutcome(visit, row)),
  },
  {
    method: 'POST',
    path: '/:process/reuniones/:number/abrir',
    may: { right: 'convene' },
    answer: (visit) => find(visit, (row) => turn(visit, row, 'abrir')),
  },
  {
    method: 'POST',
    path: '/:process/reuniones/:number/cerrar',
    may: { right: 'convene' },
    answer: (visit) => find(visit, (row) => turn(visit, row, 'cerrar')),
  },
  {
    method: 'POST',
    path: '/:process/reuniones/:number/celebrar',
    may: { right: 'convene' },
    answer: (visit) => find(visit, (row) => hold(visit, row)),
  },
];
