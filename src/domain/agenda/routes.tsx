import type { Document } from '../../core/document.ts';
import { isSubject, type Subject, subjectOf } from '../../core/subject.ts';
import { type Lang, pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { type Before, formerMeeting, type Proposal, proposalsFor } from '../cycle/propose.ts';
import { meetingTitle, unknownMeeting } from '../meetings/frame-page.tsx';
import { type CalendarRow, meetingOf, previousCutoff } from '../meetings/views.ts';
import { grants } from '../people/rights.ts';
import { officeName, officeOf, officesOf } from '../people/views.ts';
import { editionsOf } from '../reports/views.ts';
import { convocationDocument } from './convocation.ts';
import { type AgendaRefusal, addItem, addItems, changeItem, convene, dropItem, moveItem } from './decide.ts';
import { DocumentsPage } from './documents-page.tsx';
import { type Point, purposes } from './events.ts';
import { agendaWords } from './page-words.ts';
import { AgendaPage } from './pages.tsx';
import { PointPage } from './point-page.tsx';
import { type AgendaWorld, type Delivery, mayPrepare, type Named } from './shared-page.tsx';
import { type AgendaItem, agendaOf, itemOf } from './views.ts';
import { agendaRefusalText } from './words.ts';

type DocumentFormat = 'pdf' | 'docx' | 'html' | 'md';
/** What the program hands in: names of subjects and forms of documents. */
export type GroupTools<W> = {
  readonly nameSubject: (world: W, subject: Subject, lang: Lang) => Named | undefined;
  /** What became of the call to a meeting, office by office. */
  readonly deliveries: (world: W, meeting: number, day: string) => Promise<readonly Delivery[]>;
  readonly file: (
    document: Document,
    format: DocumentFormat,
  ) => Promise<{ readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string }>;
};

const here = 'reuniones';
const unknownItem = { es: agendaWords('es').unknownItem, en: agendaWords('en').unknownItem };
type Status = 200 | 409 | 422;

export function agendaRoutes<W extends AgendaWorld>(tools: GroupTools<W>): readonly Route<W>[] {
  type V = Visit<W>;
  const nameOf = (visit: V) => (subject: Subject) => tools.nameSubject(visit.world, subject, visit.lang);

  function find(visit: V, then: (row: CalendarRow) => Answer | Promise<Answer>): Answer | Promise<Answer> {
    const row = meetingOf(visit.world.meetings, Number(visit.params.number));
    return row ? then(row) : { kind: 'not-found', what: unknownMeeting };
  }
  const findItem = (visit: V, then: (row: CalendarRow, item: AgendaItem) => Answer | Promise<Answer>) =>
    find(visit, (row) => {
      const item = itemOf(visit.world.agenda, row.number, Number(visit.params.item));
      return item ? then(row, item) : { kind: 'not-found', what: unknownItem };
    });

  async function proposals(visit: V, row: CalendarRow): Promise<readonly Proposal[]> {
    if (!mayPrepare(visit, row)) return [];
    const cutoff = previousCutoff(visit.world.meetings, row.dates.cutoff)?.toString();
    const world = cutoff === undefined || cutoff > visit.day ? undefined : await visit.worldOn(cutoff);
    const before: Before | undefined = cutoff !== undefined && world ? { cutoff, world } : undefined;
    return proposalsFor(visit.world, row.number, visit.day, visit.lang, before);
  }

  const page = async (visit: V, row: CalendarRow, errors: readonly FormError[] = [], status: Status = 200): Promise<Answer> => ({
    kind: 'page',
    title: meetingTitle(visit.lang, row.number, 'agenda'),
    here,
    status,
    body: (
      <AgendaPage
        visit={visit}
        row={row}
        nameOf={nameOf(visit)}
        proposals={await proposals(visit, row)}
        deliveries={visit.may('convene') && !visit.asOf ? await tools.deliveries(visit.world, row.number, visit.today) : []}
        errors={errors}
      />
    ),
  });
  /** What a point of this meeting may carry: the informes of its cut-off and the minutes of the meeting before. */
  function offered(visit: V, row: CalendarRow, item: AgendaItem): readonly Subject[] {
    const { reports, meetings } = visit.world;
    const informes = (['prep', 'systems'] as const).flatMap((kind) => editionsOf(reports, kind, row.dates.cutoff.toString()));
    const former = formerMeeting(meetings, row.number);
    const own = [...informes.map((one) => subjectOf('report', one.id)), ...(former ? [subjectOf('meeting', String(former.number))] : [])];
    return [...new Set([...item.documents, ...own])];
  }
  const pointPage = (visit: V, row: CalendarRow, item: AgendaItem, errors: readonly FormError[] = [], status: Status = 200): Answer => ({
    kind: 'page',
    title: meetingTitle(visit.lang, row.number, 'agenda'),
    here,
    status,
    body: <PointPage visit={visit} row={row} nameOf={nameOf(visit)} item={item} offered={offered(visit, row, item)} errors={errors} />,
  });

  const refused = (visit: V, refusal: AgendaRefusal | { readonly kind: 'conflict' }): FormError => ({
    ...(refusal.kind === 'edition-needs-reason' ? { field: 'motivo' } : {}),
    text: refusal.kind === 'conflict' ? agendaWords(visit.lang).conflict : pick(agendaRefusalText(refusal), visit.lang),
  });

  /** A point as typed; what is wrong with it goes to `errors`. */
  function pointOf(visit: V, errors: FormError[]): Point {
    const { form, lang, world } = visit;
    const t = agendaWords(lang);
    const title = form.get('punto') ?? '';
    const purpose = purposes.find((one) => one === form.get('proposito'));
    const minutes = form.get('minutos') ?? '';
    const presenter = form.get('presenta') ?? '';
    if (title === '' || title.length > 300) errors.push({ field: 'punto', text: t.badTitle });
    if (!purpose) errors.push({ field: 'proposito', text: t.badPurpose });
    if (minutes !== '' && !(/^\d{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= 600))
      errors.push({ field: 'minutos', text: t.badMinutes });
    if (presenter !== '' && !officeOf(world.people, presenter)) errors.push({ field: 'presenta', text: t.badPresenter });
    const documents = [...form.keys()].flatMap((name) => (name.startsWith('d-') && isSubject(name.slice(2)) ? [name.slice(2)] : []));
    return {
      title,
      purpose: purpose ?? 'inform',
      documents: documents.filter(isSubject),
      ...(minutes === '' ? {} : { minutes: Number(minutes) }),
      ...(presenter === '' ? {} : { presenter }),
    };
  }

  async function add(visit: V, row: CalendarRow): Promise<Answer> {
    const errors: FormError[] = [];
    const point = pointOf(visit, errors);
    if (errors.length > 0) return page(visit, row, errors, 422);
    const done = await visit.execute<AgendaRefusal>((world, by) => addItem(world, { on: visit.today, by, meeting: row.number, ...point }));
    return done.ok ? toAgenda(visit, row) : page(visit, row, [refused(visit, done.error)], 409);
  }

  async function propose(visit: V, row: CalendarRow): Promise<Answer> {
    const ticked = (await proposals(visit, row)).filter(({ key }) => visit.form.has(`p-${key}`));
    if (ticked.length === 0) return page(visit, row, [{ text: agendaWords(visit.lang).noneTicked }], 422);
    const items = ticked.map(({ point, carriedFrom }) => ({ ...point, ...(carriedFrom ? { carriedFrom } : {}) }));
    const done = await visit.execute<AgendaRefusal>((world, by) => addItems(world, { on: visit.today, by, meeting: row.number, items }));
    return done.ok ? toAgenda(visit, row) : page(visit, row, [refused(visit, done.error)], 409);
  }

  async function call(visit: V, row: CalendarRow): Promise<Answer> {
    const called = officesOf(visit.world.people)
      .filter((one) => grants[one.role]['take-part'] !== undefined)
      .map((one) => one.id);
    const reason = visit.form.get('motivo') ?? '';
    const done = await visit.execute<AgendaRefusal>((world, by) =>
      convene(world, { on: visit.today, by, meeting: row.number, called, ...(reason === '' ? {} : { reason }) }),
    );
    return done.ok ? toAgenda(visit, row) : page(visit, row, [refused(visit, done.error)], 409);
  }

  async function onItem(
    visit: V,
    row: CalendarRow,
    item: AgendaItem,
    decide: (
      world: W,
      act: { on: string; by: Parameters<typeof addItem>[1]['by']; meeting: number; item: number },
    ) => ReturnType<typeof dropItem>,
  ): Promise<Answer> {
    const done = await visit.execute<AgendaRefusal>((world, by) =>
      decide(world, { on: visit.today, by, meeting: row.number, item: item.item }),
    );
    return done.ok ? toAgenda(visit, row) : pointPage(visit, row, item, [refused(visit, done.error)], 409);
  }

  async function change(visit: V, row: CalendarRow, item: AgendaItem): Promise<Answer> {
    const errors: FormError[] = [];
    const point = { ...pointOf(visit, errors), ...(item.subject ? { subject: item.subject } : {}) };
    if (errors.length > 0) return pointPage(visit, row, item, errors, 422);
    return onItem(visit, row, item, (world, act) => changeItem(world, { ...act, ...point }));
  }

  function drop(visit: V, row: CalendarRow, item: AgendaItem): Answer | Promise<Answer> {
    const reason = visit.form.get('motivo') ?? '';
    if (reason === '') return pointPage(visit, row, item, [{ field: 'motivo', text: agendaWords(visit.lang).reasonMissing }], 422);
    return onItem(visit, row, item, (world, act) => dropItem(world, { ...act, reason: reason.slice(0, 300) }));
  }

  async function convocation(visit: V, row: CalendarRow): Promise<Answer> {
    const [, edition = '', format = ''] = /^convocatoria-(\d+)\.(pdf|docx|html|md)$/.exec(visit.params.call ?? '') ?? [];
    const found = agendaOf(visit.world.agenda, row.number).convocations.find((one) => String(one.edition) === edition);
    if (!found) return { kind: 'not-found' };
    const { lang, world } = visit;
    const document = convocationDocument({
      lang,
      convocation: found,
      process: world.process,
      officeName: (office) => pick(officeName(world.people, office), lang),
      subjectName: (subject) => tools.nameSubject(world, subject, lang)?.label ?? subject,
      root: await visit.rootAt(found.seq),
    });
    const made = await tools.file(document, format as DocumentFormat); // the pattern above admits these four
    const shown = [subjectOf('meeting', String(row.number))];
    return { kind: 'file', ...made, name: `${world.process.id}-reunion-${row.number}-convocatoria-${edition}.${format}`, shown };
  }

  const toAgenda = (visit: V, row: CalendarRow): Answer => ({ kind: 'redirect', to: visit.href(`/reuniones/${row.number}/orden`) });
  const base = '/:process/reuniones/:number';
  const may = { right: 'convene' } as const;
  return [
    { method: 'GET', path: `${base}/orden`, may: 'anyone', answer: (visit) => find(visit, (row) => page(visit, row)) },
    { method: 'POST', path: `${base}/orden/agregar`, may, answer: (visit) => find(visit, (row) => add(visit, row)) },
    { method: 'POST', path: `${base}/orden/proponer`, may, answer: (visit) => find(visit, (row) => propose(visit, row)) },
    { method: 'POST', path: `${base}/orden/convocar`, may, answer: (visit) => find(visit, (row) => call(visit, row)) },
    { method: 'GET', path: `${base}/orden/:item`, may, answer: (visit) => findItem(visit, (row, item) => pointPage(visit, row, item)) },
    {
      method: 'POST',
      path: `${base}/orden/:item/cambiar`,
      may,
      answer: (visit) => findItem(visit, (row, item) => change(visit, row, item)),
    },
    {
      method: 'POST',
      path: `${base}/orden/:item/mover`,
      may,
      answer: (visit) =>
        findItem(visit, (row, item) =>
          onItem(visit, row, item, (world, act) => moveItem(world, { ...act, to: Number(visit.form.get('lugar')) || 0 })),
        ),
    },
    { method: 'POST', path: `${base}/orden/:item/retirar`, may, answer: (visit) => findItem(visit, (row, item) => drop(visit, row, item)) },
    {
      method: 'GET',
      path: `${base}/documentos`,
      may: 'anyone',
      answer: (visit) =>
        find(visit, (row) => ({
          kind: 'page',
          title: meetingTitle(visit.lang, row.number, 'documents'),
          here,
          body: <DocumentsPage visit={visit} row={row} nameOf={nameOf(visit)} />,
        })),
    },
    {
      method: 'GET',
      path: `${base}/:call{convocatoria-\\d+\\.(?:pdf|docx|html|md)}`,
      may: 'anyone',
      answer: (visit) => find(visit, (row) => convocation(visit, row)),
    },
  ];
}
