import type { By } from '../../core/event.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { itemOf } from '../agenda/views.ts';
import { meetingTitle, unknownMeeting } from '../meetings/frame-page.tsx';
import { hourOf, isHour, momentOf } from '../meetings/moment.ts';
import { type CalendarRow, meetingOf } from '../meetings/views.ts';
import { holdersOf, officeOf } from '../people/views.ts';
import type { MinutesRefusal } from './decide.ts';
import { outcomeKinds, presences } from './events.ts';
import { arrive, askFloor, deferItem, giveFloor, leave, recordOutcome, strikeOutcome, takeNote, takeUp, withdrawFloor } from './live.ts';
import { minutesWords } from './page-words.ts';
import { PromisePage } from './point-page.tsx';
import { RoomPage } from './room-page.tsx';
import type { MinutesWorld } from './room-shared-page.tsx';
import { minutesRefusalText } from './words.ts';

const here = 'reuniones';
type Decision = ReturnType<typeof takeNote>;

export function roomRoutes<W extends MinutesWorld>(): readonly Route<W>[] {
  type V = Visit<W>;
  const find = (visit: V, then: (row: CalendarRow) => Answer | Promise<Answer>): Answer | Promise<Answer> => {
    const row = meetingOf(visit.world.meetings, Number(visit.params.number));
    return row ? then(row) : { kind: 'not-found', what: unknownMeeting };
  };
  const page = (visit: V, row: CalendarRow, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Answer => ({
    kind: 'page',
    title: meetingTitle(visit.lang, row.number, 'room'),
    here,
    status,
    body: <RoomPage visit={visit} row={row} errors={errors} />,
  });
  const t = (visit: V) => minutesWords(visit.lang);

  async function act(
    visit: V,
    row: CalendarRow,
    anchor: string,
    decide: (world: W, act: { on: string; by: By; meeting: number }) => Decision,
  ): Promise<Answer> {
    const done = await visit.execute<MinutesRefusal>((world, by) => decide(world, { on: visit.today, by, meeting: row.number }));
    if (done.ok) return { kind: 'redirect', to: visit.href(`/reuniones/${row.number}/desarrollo#${anchor}`) };
    const text = done.error.kind === 'conflict' ? t(visit).conflict : pick(minutesRefusalText(done.error), visit.lang);
    return page(visit, row, [{ text }], 409);
  }

  /** The hour typed in a field, or now; `undefined`: it is none. */
  function timeOf(visit: V, row: CalendarRow, field: string): string | undefined {
    const hour = hourOf(visit.now, visit.world.process.timeZone);
    const typed = visit.form.get(field) ?? hour;
    return isHour(typed) ? momentOf(typed, { day: visit.today, hour }, row) : undefined;
  }

  function arrival(visit: V, row: CalendarRow): Answer | Promise<Answer> {
    const { form, world } = visit;
    const errors: FormError[] = [];
    const office = officeOf(world.people, form.get('cargo') ?? '');
    const how = presences.find((one) => one === form.get('calidad'));
    const from = form.get('por') ?? '';
    const time = timeOf(visit, row, 'hora-llegada');
    if (!office) errors.push({ field: 'cargo', text: t(visit).badOffice });
    if (!how) errors.push({ field: 'calidad', text: t(visit).badKind });
    if (from !== '' && !officeOf(world.people, from)) errors.push({ field: 'por', text: t(visit).badOffice });
    if (time === undefined) errors.push({ field: 'hora-llegada', text: t(visit).badTime });
    if (!office || !how || time === undefined || errors.length > 0) return page(visit, row, errors, 422);
    const holders = holdersOf(world.people, office.id, row.appointment.date).filter((one) => one.capacity === how);
    const [only] = holders;
    return act(visit, row, 'asistencia', (latest, who) =>
      arrive(latest, {
        ...who,
        office: office.id,
        how,
        remote: form.has('distancia'),
        time,
        ...(from === '' ? {} : { from }),
        ...(only && holders.length === 1 ? { person: only.person } : {}),
      }),
    );
  }

  function departure(visit: V, row: CalendarRow): Answer | Promise<Answer> {
    const time = timeOf(visit, row, 'hora-salida');
    if (time === undefined) return page(visit, row, [{ text: t(visit).badTime }], 422);
    return act(visit, row, 'asistencia', (world, who) => leave(world, { ...who, office: visit.form.get('cargo') ?? '', time }));
  }

  function ask(visit: V, row: CalendarRow): Answer | Promise<Answer> {
    const about = (visit.form.get('sobre') ?? '').slice(0, 200);
    const named = visit.form.get('cargo-palabra') ?? '';
    return act(visit, row, 'palabra', (world, who) => {
      // Only whoever keeps the list asks for others.
      const office = visit.may('take-minutes') && officeOf(world.people, named) ? named : who.by.office;
      return askFloor(world, { ...who, office, ...(about === '' ? {} : { about }) });
    });
  }

  /** A text of one point. */
  function onItem(
    visit: V,
    row: CalendarRow,
    field: string | undefined,
    decide: (world: W, act: { on: string; by: By; meeting: number; item: number }, text: string) => Decision,
  ): Answer | Promise<Answer> {
    const item = Number(visit.form.get('punto'));
    if (!itemOf(visit.world.agenda, row.number, item)) return { kind: 'not-found' };
    const text = field === undefined ? '' : (visit.form.get(`${field}-${item}`) ?? '');
    if (field !== undefined && (text === '' || text.length > 2000))
      return page(visit, row, [{ field: `${field}-${item}`, text: t(visit).textMissing }], 422);
    return act(visit, row, `punto-${item}`, (world, who) => decide(world, { ...who, item }, text));
  }

  function outcome(visit: V, row: CalendarRow): Answer | Promise<Answer> {
    const item = visit.form.get('punto') ?? '';
    const kind = outcomeKinds.find((one) => one === visit.form.get(`tipo-${item}`));
    if (!kind) return page(visit, row, [{ field: `tipo-${item}`, text: t(visit).badKind }], 422);
    return onItem(visit, row, 'resultado', (world, who, text) => recordOutcome(world, { ...who, kind, text }));
  }

  function strike(visit: V, row: CalendarRow): Answer | Promise<Answer> {
    const outcomeNumber = Number(visit.params.outcome);
    const reason = visit.form.get(`motivo-${outcomeNumber}`) ?? '';
    if (reason === '') return page(visit, row, [{ field: `motivo-${outcomeNumber}`, text: t(visit).textMissing }], 422);
    return act(visit, row, 'asistencia', (world, who) =>
      strikeOutcome(world, { ...who, outcome: outcomeNumber, reason: reason.slice(0, 2000) }),
    );
  }

  const base = '/:process/reuniones/:number/desarrollo';
  const keeps = { right: 'take-minutes' } as const;
  const sits = { right: 'take-part' } as const;
  const post = (path: string, may: Route<W>['may'], then: (visit: V, row: CalendarRow) => Answer | Promise<Answer>): Route<W> => ({
    method: 'POST',
    path: `${base}/${path}`,
    may,
    answer: (visit) => find(visit, (row) => then(visit, row)),
  });
  return [
    { method: 'GET', path: base, may: sits, answer: (visit) => find(visit, (row) => page(visit, row)) },
    {
      method: 'GET',
      path: `${base}/compromiso/:item`,
      may: keeps,
      answer: (visit) =>
        find(visit, (row) => {
          const item = itemOf(visit.world.agenda, row.number, Number(visit.params.item));
          if (!item) return { kind: 'not-found' };
          return { kind: 'page', title: minutesWords(visit.lang).make, here, body: <PromisePage visit={visit} row={row} item={item} /> };
        }),
    },
    post('llegada', keeps, arrival),
    post('salida', keeps, departure),
    post('palabra/pedir', sits, ask),
    post('palabra/:turn/dar', keeps, (visit, row) => {
      const hour = hourOf(visit.now, visit.world.process.timeZone);
      return act(visit, row, 'palabra', (world, who) =>
        giveFloor(world, { ...who, turn: Number(visit.params.turn), time: `${visit.today}T${hour}` }),
      );
    }),
    post('palabra/:turn/retirar', sits, (visit, row) => {
      const turn = Number(visit.params.turn);
      return act(visit, row, 'palabra', (world, who) => {
        const own = world.minutes.records.get(row.number)?.turns.find((one) => one.turn === turn)?.office === who.by.office;
        return withdrawFloor(world, { ...who, turn: own || visit.may('take-minutes') ? turn : 0 });
      });
    }),
    post('abordar', keeps, (visit, row) => {
      const time = timeOf(visit, row, 'hora-abordar') ?? '';
      return onItem(visit, row, undefined, (world, who) => takeUp(world, { ...who, time }));
    }),
    post('trasladar', keeps, (visit, row) => onItem(visit, row, 'traslado', (world, who, reason) => deferItem(world, { ...who, reason }))),
    post('nota', keeps, (visit, row) => onItem(visit, row, 'nota', (world, who, text) => takeNote(world, { ...who, text }))),
    post('resultado', keeps, outcome),
    post('resultado/:outcome/sin-efecto', keeps, strike),
  ];
}
