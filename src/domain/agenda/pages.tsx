import { mediumDate } from '../../core/date-words.ts';
import type { Subject } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { LinkButton, Submit } from '../../ui/buttons.tsx';
import { Checkbox, ErrorSummary, errorOf, Field, Form, type FormError, Radios, Select } from '../../ui/forms.tsx';
import { Notice, Panel, Rows, Split } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { CommitmentsState } from '../commitments/views.ts';
import type { Proposal } from '../cycle/propose.ts';
import { MeetingFrame } from '../meetings/frame-page.tsx';
import type { MeetingsWorld } from '../meetings/pages.tsx';
import type { CalendarRow } from '../meetings/views.ts';
import { officeName, officesOf, type PeopleState } from '../people/views.ts';
import { purposes } from './events.ts';
import { agendaWords } from './page-words.ts';
import { type Agenda, type AgendaItem, agendaOf, convocationOf, copiesOf, type TimedItem, timedItems, totalMinutes } from './views.ts';
import { purposeNames } from './words.ts';

export type AgendaWorld = MeetingsWorld & { readonly people: PeopleState; readonly commitments: CommitmentsState };
export type Named = { readonly label: string; readonly path: string };
export type NameOf = (subject: Subject) => Named | undefined;
type V = Visit<AgendaWorld>;
type Props = { readonly visit: V; readonly row: CalendarRow; readonly nameOf: NameOf; readonly errors?: readonly FormError[] };

/** Whether the reader may prepare this agenda now. */
export const mayPrepare = (visit: V, row: CalendarRow): boolean =>
  visit.reader.kind === 'signed-in' &&
  !visit.asOf &&
  visit.may('convene') &&
  (row.status.kind === 'scheduled' || row.status.kind === 'open');

export function AgendaPage(props: Props & { readonly proposals: readonly Proposal[] }) {
  const { visit, row, errors = [] } = props;
  const { lang, world } = visit;
  const t = agendaWords(lang);
  const agenda = agendaOf(world.agenda, row.number);
  const prepares = mayPrepare(visit, row);
  const last = convocationOf(world.agenda, row.number);
  const main = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Standing visit={visit} row={row} agenda={agenda} />
      <Points {...props} agenda={agenda} linked={prepares && row.status.kind === 'scheduled'} />
      <Convocations {...props} agenda={agenda} />
      {agenda.dropped.length > 0 && (
        <Panel id="retirados" title={t.dropped}>
          <Rows
            items={agenda.dropped.map((one) => ({ text: one.title, detail: one.reason, when: mediumDate(one.droppedOn, lang) }))}
            empty=""
          />
        </Panel>
      )}
    </>
  );
  return (
    <>
      <MeetingFrame
        visit={visit}
        row={row}
        here="agenda"
        actions={
          last && (
            <LinkButton
              href={visit.href(`/reuniones/${row.number}/convocatoria-${last.edition}.pdf`)}
            >{`${t.convocation} (PDF)`}</LinkButton>
          )
        }
      />
      {prepares ? (
        <Split
          aside={
            <>
              {row.status.kind === 'scheduled' && <ConveneForm {...props} agenda={agenda} />}
              <Proposals {...props} />
              <AddForm {...props} />
            </>
          }
        >
          {main}
        </Split>
      ) : (
        main
      )}
    </>
  );
}

function Standing({ visit, row, agenda }: { readonly visit: V; readonly row: CalendarRow; readonly agenda: Agenda }) {
  const t = agendaWords(visit.lang);
  const last = agenda.convocations.at(-1);
  if (row.status.kind !== 'scheduled') return null;
  if (!last) return agenda.items.length > 0 ? <Notice kind="note">{t.notConvened}</Notice> : null;
  if (agenda.amended) return <Notice kind="note">{t.changedSince}</Notice>;
  const { date, time, place } = row.appointment;
  return last.date !== date || last.time !== time || last.place !== place ? <Notice kind="note">{t.movedSince}</Notice> : null;
}

function Points({ visit, row, nameOf, agenda, linked }: Props & { readonly agenda: Agenda; readonly linked: boolean }) {
  const { lang, world } = visit;
  const t = agendaWords(lang);
  const total = totalMinutes(agenda.items);
  const place = (item: AgendaItem) => agenda.items.indexOf(item) + 1;
  return (
    <DataTable
      lang={lang}
      id="puntos"
      caption={t.points}
      note={total === undefined ? undefined : t.totalMinutes(total)}
      columns={[
        { title: t.point, head: true, cell: ({ item }: TimedItem) => `${place(item)}. ${item.title}` },
        { title: t.hour, keep: true, cell: ({ from }) => from ?? '—' },
        { title: t.purpose, keep: true, cell: ({ item }) => pick(purposeNames[item.purpose], lang) },
        { title: t.minutes, align: 'end', cell: ({ item }) => item.minutes ?? '—' },
        {
          title: t.presenter,
          cell: ({ item }) => (item.presenter === undefined ? '—' : pick(officeName(world.people, item.presenter), lang)),
        },
        { title: t.documents, cell: ({ item }) => <Origins visit={visit} row={row} item={item} nameOf={nameOf} /> },
      ]}
      rows={timedItems(agenda.items, row.appointment.time)}
      rowHref={({ item }) => (linked ? visit.href(`/reuniones/${row.number}/orden/${item.item}`) : undefined)}
      empty={t.noItems}
    />
  );
}

/** The documents of a point, what it is about, where it came from and where it went. */
function Origins({
  visit,
  row,
  item,
  nameOf,
}: {
  readonly visit: V;
  readonly row: CalendarRow;
  readonly item: AgendaItem;
  readonly nameOf: NameOf;
}) {
  const t = agendaWords(visit.lang);
  const links = [...item.documents, ...(item.subject ? [item.subject] : [])].flatMap((subject) => {
    const named = nameOf(subject);
    return named ? [<a href={visit.href(named.path)}>{named.label}</a>] : [];
  });
  const notes = [
    ...(item.carriedFrom ? [t.carriedFrom(item.carriedFrom.meeting)] : []),
    ...copiesOf(visit.world.agenda, row.number, item.item).map((copy) => t.carriedTo(copy.meeting)),
  ];
  if (links.length + notes.length === 0) return <>—</>;
  return (
    <>
      {links.map((link, i) => (
        <>
          {i > 0 && ' · '}
          {link}
        </>
      ))}
      {notes.length > 0 && <span class="detail small"> {notes.join('; ')}</span>}
    </>
  );
}

function Convocations({ visit, row, agenda }: Props & { readonly agenda: Agenda }) {
  const { lang } = visit;
  const t = agendaWords(lang);
  if (agenda.convocations.length === 0) return null;
  return (
    <Panel id="convocatorias" title={t.convocations}>
      <Rows
        items={agenda.convocations.toReversed().map((one) => ({
          text: (
            <a href={visit.href(`/reuniones/${row.number}/convocatoria-${one.edition}.pdf`)} data-turbo="false">
              {t.conveneOn(one.edition, mediumDate(one.on, lang))} (PDF)
            </a>
          ),
          ...(one.reason === undefined ? {} : { detail: one.reason }),
        }))}
        empty=""
      />
    </Panel>
  );
}

const csrfOf = (visit: V): string => (visit.reader.kind === 'signed-in' ? visit.reader.csrf : '');

function ConveneForm({ visit, row, agenda, errors = [] }: Props & { readonly agenda: Agenda }) {
  const { lang, form } = visit;
  const t = agendaWords(lang);
  const last = agenda.convocations.at(-1);
  const again = last !== undefined;
  const { date, time, place } = row.appointment;
  const isSame = last && !agenda.amended && last.date === date && last.time === time && last.place === place;
  if (isSame) return null;
  return (
    <Panel id="convocar" title={again ? t.conveneAgain : t.convene} weight="minor">
      <p class="small">{t.conveneHint}</p>
      <Form action={visit.href(`/reuniones/${row.number}/orden/convocar`)} csrf={csrfOf(visit)}>
        {again && (
          <Field
            lang={lang}
            name="motivo"
            label={t.reason}
            hint={t.reasonHint}
            value={form.get('motivo')}
            error={errorOf(errors, 'motivo')}
          />
        )}
        <Submit kind="primary">{again ? t.conveneAgain : t.convene}</Submit>
      </Form>
    </Panel>
  );
}

function Proposals({ visit, row, proposals }: Props & { readonly proposals: readonly Proposal[] }) {
  const { lang, form } = visit;
  const t = agendaWords(lang);
  if (proposals.length === 0) return null;
  const ticked = [...form.keys()].some((name) => name.startsWith('p-'));
  return (
    <Panel id="propuesta" title={t.proposals} weight="minor">
      <p class="small">{t.proposalsHint}</p>
      <Form action={visit.href(`/reuniones/${row.number}/orden/proponer`)} csrf={csrfOf(visit)}>
        {proposals.map(({ key, point, why }) => (
          <Checkbox lang={lang} name={`p-${key}`} label={point.title} hint={why} optional checked={!ticked || form.has(`p-${key}`)} />
        ))}
        <Submit>{t.propose}</Submit>
      </Form>
    </Panel>
  );
}

/** The fields of a point; the documents are those of its cycle. */
export function PointFields({
  visit,
  nameOf,
  errors,
  item,
  offered,
}: {
  readonly visit: V;
  readonly nameOf: NameOf;
  readonly errors: readonly FormError[];
  readonly item?: AgendaItem | undefined;
  readonly offered: readonly Subject[];
}) {
  const { lang, form, world } = visit;
  const t = agendaWords(lang);
  const sent = form.has('punto');
  return (
    <>
      <Field
        lang={lang}
        name="punto"
        label={t.title}
        maxlength={300}
        value={form.get('punto') ?? item?.title}
        error={errorOf(errors, 'punto')}
      />
      <Radios
        lang={lang}
        name="proposito"
        label={t.purpose}
        options={purposes.map((value) => ({ value, label: pick(purposeNames[value], lang) }))}
        value={form.get('proposito') ?? item?.purpose ?? 'inform'}
        error={errorOf(errors, 'proposito')}
      />
      <Field
        lang={lang}
        name="minutos"
        label={t.minutes}
        type="number"
        short
        optional
        value={form.get('minutos') ?? item?.minutes?.toString()}
        error={errorOf(errors, 'minutos')}
      />
      <Select
        lang={lang}
        name="presenta"
        label={t.presenter}
        optional
        options={officesOf(world.people).map((one) => ({ value: one.id, label: pick(one.name, lang) }))}
        value={form.get('presenta') ?? item?.presenter}
        error={errorOf(errors, 'presenta')}
      />
      {offered.map((subject) => (
        <Checkbox
          lang={lang}
          name={`d-${subject}`}
          label={nameOf(subject)?.label ?? subject}
          optional
          checked={sent ? form.has(`d-${subject}`) : item?.documents.includes(subject)}
        />
      ))}
    </>
  );
}

function AddForm({ visit, row, nameOf, errors = [] }: Props) {
  const t = agendaWords(visit.lang);
  return (
    <Panel id="agregar" title={t.add} weight="minor">
      <Form action={visit.href(`/reuniones/${row.number}/orden/agregar`)} csrf={csrfOf(visit)}>
        <PointFields visit={visit} nameOf={nameOf} errors={errors} offered={[]} />
        <Submit>{t.add}</Submit>
      </Form>
    </Panel>
  );
}

/** One point: to change it, move it or drop it. */
export function PointPage({
  visit,
  row,
  nameOf,
  item,
  offered,
  errors = [],
}: Props & { readonly item: AgendaItem; readonly offered: readonly Subject[] }) {
  const { lang, form, world } = visit;
  const t = agendaWords(lang);
  const { items } = agendaOf(world.agenda, row.number);
  const base = `/reuniones/${row.number}/orden/${item.item}`;
  return (
    <>
      <MeetingFrame visit={visit} row={row} here="agenda" />
      <ErrorSummary lang={lang} errors={errors} />
      {mayPrepare(visit, row) && row.status.kind === 'scheduled' ? (
        <Split
          aside={
            <>
              <Panel id="mover" title={t.move} weight="minor">
                <Form action={visit.href(`${base}/mover`)} csrf={csrfOf(visit)}>
                  <Select
                    lang={lang}
                    name="lugar"
                    label={t.to}
                    short
                    options={items.map((_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
                    value={form.get('lugar') ?? String(items.indexOf(item) + 1)}
                  />
                  <Submit>{t.move}</Submit>
                </Form>
              </Panel>
              <Panel id="retirar" title={t.drop} weight="minor">
                <Form action={visit.href(`${base}/retirar`)} csrf={csrfOf(visit)}>
                  <Field
                    lang={lang}
                    name="motivo"
                    label={t.reason}
                    hint={t.reasonHint}
                    value={form.get('motivo')}
                    error={errorOf(errors, 'motivo')}
                  />
                  <Submit kind="danger">{t.drop}</Submit>
                </Form>
              </Panel>
            </>
          }
        >
          <Panel id="cambiar" title={item.title}>
            <Form action={visit.href(`${base}/cambiar`)} csrf={csrfOf(visit)}>
              <PointFields visit={visit} nameOf={nameOf} errors={errors} item={item} offered={offered} />
              <Submit kind="primary">{t.change}</Submit>
            </Form>
          </Panel>
        </Split>
      ) : (
        <p>{item.title}</p>
      )}
    </>
  );
}

/** Everything a meeting is to have read, in one list that fits a telephone. */
export function DocumentsPage({ visit, row, nameOf }: Props) {
  const { lang, world } = visit;
  const t = agendaWords(lang);
  const agenda = agendaOf(world.agenda, row.number);
  const last = agenda.convocations.at(-1);
  const file = (path: string, label: string) => (
    <a href={visit.href(path)} data-turbo="false">
      {label}
    </a>
  );
  const call = last
    ? [
        {
          text: file(`/reuniones/${row.number}/convocatoria-${last.edition}.pdf`, t.conveneOn(last.edition, mediumDate(last.on, lang))),
          when: 'PDF',
        },
      ]
    : [];
  const documents = agenda.items.flatMap((item, i) =>
    item.documents.flatMap((subject) => {
      const named = nameOf(subject);
      if (!named) return [];
      const isReport = subject.startsWith('report:');
      return [
        {
          text: <a href={visit.href(named.path)}>{named.label}</a>,
          detail: (
            <>
              {t.forPoint(i + 1)}: {item.title}
            </>
          ),
          when: isReport ? 'PDF' : '',
          pdf: isReport ? `${named.path}.pdf` : undefined,
        },
      ];
    }),
  );
  const rows = documents.map(({ pdf, ...one }) =>
    pdf === undefined
      ? one
      : {
          ...one,
          detail: (
            <>
              {one.detail} · {file(pdf, 'PDF')}
            </>
          ),
          when: '',
        },
  );
  return (
    <>
      <MeetingFrame visit={visit} row={row} here="documents" />
      <Rows items={[...call, ...rows]} empty={t.noDocuments} />
    </>
  );
}
