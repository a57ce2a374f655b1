import { mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { LinkButton } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/forms.tsx';
import { Notice, Panel, Rows, Split } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Proposal } from '../cycle/propose.ts';
import { MeetingFrame } from '../meetings/frame-page.tsx';
import type { CalendarRow } from '../meetings/views.ts';
import { officeName } from '../people/views.ts';
import { AddForm, ConveneForm, Proposals } from './agenda-forms.tsx';
import { agendaWords, deliveryWords } from './page-words.ts';
import { type Delivery, mayPrepare, type NameOf, type Props, type V } from './shared-page.tsx';
import { type Agenda, type AgendaItem, agendaOf, convocationOf, copiesOf, type TimedItem, timedItems, totalMinutes } from './views.ts';
import { purposeNames } from './words.ts';

export function AgendaPage(props: Props & { readonly proposals: readonly Proposal[]; readonly deliveries: readonly Delivery[] }) {
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
      <Deliveries visit={visit} deliveries={props.deliveries} />
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

/** Who was sent the call: an office without an address, or one that the server refused, is seen here. */
function Deliveries({ visit, deliveries }: { readonly visit: V; readonly deliveries: readonly Delivery[] }) {
  const { lang } = visit;
  const t = agendaWords(lang);
  if (deliveries.length === 0) return null;
  const shape = ({ state }: Delivery) => (state === 'sent' ? 'done' : state === 'waiting' || state === 'not-put' ? 'doing' : 'late');
  return (
    <Panel
      id="envios"
      title={t.deliveries}
      note={t.deliveriesNote(deliveries.filter((one) => one.state === 'sent').length, deliveries.length)}
    >
      <Rows
        items={deliveries.map((one) => ({
          mark: { shape: shape(one), word: deliveryWords(lang)[one.state] },
          text: pick(one.office, lang),
          detail: [deliveryWords(lang)[one.state], one.answer].filter((text) => text !== undefined).join(': '),
        }))}
        empty=""
      />
    </Panel>
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
