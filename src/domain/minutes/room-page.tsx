import { mediumDate } from '../../core/date-words.ts';
import { subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Checkbox, ErrorSummary, Field, Form, type FormError, Radios, Select, TextArea } from '../../ui/forms.tsx';
import { Notice, Panel, Rows, Split } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { AgendaWorld } from '../agenda/pages.tsx';
import { type AgendaItem, agendaOf } from '../agenda/views.ts';
import { MakeCommitmentForm, standingMark } from '../commitments/pages.tsx';
import { bornIn } from '../commitments/views.ts';
import { MeetingFrame } from '../meetings/frame-page.tsx';
import { hourOf } from '../meetings/moment.ts';
import type { CalendarRow } from '../meetings/views.ts';
import { officeName, officesOf } from '../people/views.ts';
import { outcomeKinds, presences } from './events.ts';
import { minutesWords } from './page-words.ts';
import { currentItem, type Presence, presentAt, recordOf } from './views.ts';
import { hourText, outcomeNames, presenceNames } from './words.ts';

export type MinutesWorld = AgendaWorld;
type V = Visit<MinutesWorld>;
type Props = { readonly visit: V; readonly row: CalendarRow; readonly errors?: readonly FormError[] };

const csrfOf = (visit: V): string => (visit.reader.kind === 'signed-in' ? visit.reader.csrf : '');
const path = (row: CalendarRow, rest: string): string => `/reuniones/${row.number}/desarrollo/${rest}`;
const keeps = (visit: V): boolean => visit.reader.kind === 'signed-in' && !visit.asOf && visit.may('take-minutes');
const hasBegun = (row: CalendarRow): boolean => row.status.kind === 'open' || row.status.kind === 'held';
const isFinal = (stage: string): boolean => stage === 'approved' || stage === 'sealed' || stage === 'published';

/** The meeting while it goes on: who is there, who asked for the floor, and each point with what was said and what came out. */
export function RoomPage(props: Props) {
  const { visit, row, errors = [] } = props;
  const { lang, world } = visit;
  const t = minutesWords(lang);
  const agenda = agendaOf(world.agenda, row.number);
  const record = recordOf(world.minutes, row.number);
  const now = currentItem(record);
  return (
    <>
      <MeetingFrame visit={visit} row={row} here="room" />
      <ErrorSummary lang={lang} errors={errors} />
      <Split
        aside={
          <>
            <OpenOrClose {...props} />
            <Floor {...props} />
            {keeps(visit) && !isFinal(record.stage) && <Arrival {...props} />}
          </>
        }
      >
        {row.status.kind === 'open' && now !== undefined && (
          <Notice kind="note" title={t.now}>
            <a href={`#punto-${now}`}>{agenda.items.find((one) => one.item === now)?.title}</a>
          </Notice>
        )}
        <Attendance {...props} />
        {agenda.items.length === 0 && <p>{t.noAgenda}</p>}
        {agenda.items.map((item, index) => (
          <Point {...props} item={item} index={index} />
        ))}
      </Split>
    </>
  );
}

const Hour = ({ visit, name }: { readonly visit: V; readonly name: string }) => (
  <Field
    lang={visit.lang}
    name={name}
    type="time"
    label={minutesWords(visit.lang).time}
    short
    value={visit.form.get(name) ?? hourOf(visit.now, visit.world.process.timeZone)}
  />
);

function OpenOrClose({ visit, row }: Props) {
  const t = minutesWords(visit.lang);
  const { kind } = row.status;
  if (visit.reader.kind !== 'signed-in' || visit.asOf || !visit.may('convene')) return null;
  const [verb, label] =
    kind === 'scheduled' && row.appointment.date <= visit.today
      ? (['abrir', t.open] as const)
      : kind === 'open'
        ? (['cerrar', t.close] as const)
        : [];
  if (verb === undefined) return null;
  return (
    <Panel id={verb} title={label} weight="minor">
      <Form action={visit.href(`/reuniones/${row.number}/${verb}`)} csrf={csrfOf(visit)}>
        <Hour visit={visit} name={`hora-${verb}`} />
        <Submit kind="primary">{label}</Submit>
      </Form>
    </Panel>
  );
}

function Floor({ visit, row }: Props) {
  const { lang, world } = visit;
  const t = minutesWords(lang);
  const record = recordOf(world.minutes, row.number);
  const open = row.status.kind === 'open' && visit.reader.kind === 'signed-in' && !visit.asOf;
  const turns = record.turns.filter((one) => one.state !== 'withdrawn');
  return (
    <Panel id="palabra" title={t.floor} weight="minor">
      <Rows
        items={turns.map((turn) => ({
          mark: turn.state === 'given' ? { shape: 'done' as const, word: t.spoke('') } : { shape: 'todo' as const, word: t.waiting },
          text: pick(officeName(world.people, turn.office), lang),
          detail: (
            <>
              {turn.about}
              {open && turn.state === 'waiting' && (
                <span class="act">
                  {keeps(visit) && (
                    <Form action={visit.href(path(row, `palabra/${turn.turn}/dar`))} csrf={csrfOf(visit)}>
                      <Submit>{t.give}</Submit>
                    </Form>
                  )}
                  {(keeps(visit) || (visit.reader.kind === 'signed-in' && visit.reader.by.office === turn.office)) && (
                    <Form action={visit.href(path(row, `palabra/${turn.turn}/retirar`))} csrf={csrfOf(visit)}>
                      <Submit>{t.withdraw}</Submit>
                    </Form>
                  )}
                </span>
              )}
            </>
          ),
          when: turn.time === undefined ? t.waiting : t.spoke(hourText(turn.time, row.appointment.date, lang)),
        }))}
        empty={t.noTurns}
      />
      {open && (
        <Form action={visit.href(path(row, 'palabra/pedir'))} csrf={csrfOf(visit)}>
          <Field lang={lang} name="sobre" label={t.about} optional maxlength={200} value={visit.form.get('sobre')} />
          {keeps(visit) && (
            <Select
              lang={lang}
              name="cargo-palabra"
              label={t.office}
              optional
              options={officesOf(world.people).map((one) => ({ value: one.id, label: pick(one.name, lang) }))}
              value={visit.form.get('cargo-palabra')}
            />
          )}
          <Submit kind={keeps(visit) ? 'quiet' : 'primary'}>{t.ask}</Submit>
        </Form>
      )}
    </Panel>
  );
}

function Attendance({ visit, row }: Props) {
  const { lang, world } = visit;
  const t = minutesWords(lang);
  const record = recordOf(world.minutes, row.number);
  const called = agendaOf(world.agenda, row.number).convocations.at(-1)?.called ?? [];
  const there = new Set(presentAt(record).map((one) => one.office));
  const name = (office: string) => pick(officeName(world.people, office), lang);
  const hour = (moment: string) => hourText(moment, row.appointment.date, lang);
  const mayLeave = keeps(visit) && !isFinal(record.stage);
  return (
    <DataTable
      lang={lang}
      id="asistencia"
      caption={t.attendance}
      note={t.quorum(called.filter((one) => there.has(one)).length, called.length)}
      columns={[
        { title: t.office, head: true, cell: (one: Presence) => name(one.office) },
        {
          title: t.how,
          cell: (one) =>
            [
              pick(presenceNames[one.how], lang),
              ...(one.from === undefined ? [] : [t.representedBy(name(one.from))]),
              ...(one.remote ? [t.remote.toLowerCase()] : []),
            ].join(', '),
        },
        { title: t.arrived, keep: true, cell: (one) => hour(one.arrived) },
        {
          title: t.left,
          cell: (one) =>
            one.left !== undefined ? (
              hour(one.left)
            ) : mayLeave ? (
              <span class="act">
                <Form action={visit.href(path(row, 'salida'))} csrf={csrfOf(visit)} label={`${t.leave}: ${name(one.office)}`}>
                  <input type="hidden" name="cargo" value={one.office} />
                  <Submit>{t.leave}</Submit>
                </Form>
              </span>
            ) : (
              '—'
            ),
        },
      ]}
      rows={record.presences}
      empty={t.nobody}
    />
  );
}

function Arrival({ visit, row, errors = [] }: Props) {
  const { lang, form, world } = visit;
  const t = minutesWords(lang);
  const options = officesOf(world.people).map((one) => ({ value: one.id, label: pick(one.name, lang) }));
  const error = (field: string) => errors.find((one) => one.field === field)?.text;
  return (
    <Panel id="llegada" title={t.arrive} weight="minor">
      <Form action={visit.href(path(row, 'llegada'))} csrf={csrfOf(visit)}>
        <Select lang={lang} name="cargo" label={t.office} options={options} value={form.get('cargo')} error={error('cargo')} />
        <Radios
          lang={lang}
          name="calidad"
          label={t.how}
          options={presences.map((value) => ({ value, label: pick(presenceNames[value], lang) }))}
          value={form.get('calidad') ?? 'titular'}
          error={error('calidad')}
        />
        <Select
          lang={lang}
          name="por"
          label={t.from}
          hint={t.fromHint}
          optional
          options={options}
          value={form.get('por')}
          error={error('por')}
        />
        <Checkbox lang={lang} name="distancia" label={t.remote} optional checked={form.has('distancia')} />
        <Hour visit={visit} name="hora-llegada" />
        <Submit>{t.arrive}</Submit>
      </Form>
    </Panel>
  );
}

function Point({ visit, row, item, index, errors = [] }: Props & { readonly item: AgendaItem; readonly index: number }) {
  const { lang, world, form } = visit;
  const t = minutesWords(lang);
  const record = recordOf(world.minutes, row.number);
  const taken = record.takenUp.get(item.item);
  const deferred = record.deferred.get(item.item);
  const writes = keeps(visit) && hasBegun(row) && !isFinal(record.stage);
  const isHere = form.get('punto') === String(item.item);
  const isNow = currentItem(record) === item.item;
  const outcomes = record.outcomes.filter((one) => one.item === item.item);
  const notes = record.notes.filter((one) => one.item === item.item);
  const promised = bornIn(world.commitments, row.number).filter((one) => one.item === item.item);
  const rows = [
    ...notes.map((one) => ({ text: one.text })),
    ...outcomes.map((one) => ({
      mark: { shape: one.struck === undefined ? ('done' as const) : ('unknown' as const), word: pick(outcomeNames[one.kind], lang) },
      strong: one.struck === undefined,
      text: `${pick(outcomeNames[one.kind], lang)}: ${one.text}`,
      detail: one.struck !== undefined ? t.struck(one.struck) : writes && <Strike visit={visit} row={row} outcome={one.outcome} />,
    })),
    ...promised.map((one) => ({
      mark: standingMark(one, visit.day, lang),
      text: (
        <a href={visit.href(`/compromisos/${one.id}`)}>
          {one.id} · {one.text}
        </a>
      ),
      detail: `${pick(officeName(world.people, one.owner), lang)} · ${mediumDate(one.due, lang)}`,
    })),
  ];
  const hidden = <input type="hidden" name="punto" value={String(item.item)} />;
  const act = (verb: string) => ({ action: visit.href(path(row, verb)), csrf: csrfOf(visit) });
  const error = (field: string) => (isHere ? errors.find((one) => one.field === `${field}-${item.item}`)?.text : undefined);
  return (
    <Panel
      id={`punto-${item.item}`}
      title={`${index + 1}. ${item.title}`}
      note={
        deferred !== undefined
          ? t.deferred(deferred)
          : taken === undefined
            ? undefined
            : t.since(hourText(taken, row.appointment.date, lang))
      }
    >
      {rows.length > 0 && <Rows items={rows} empty="" />}
      {writes && (
        <>
          <div class="act">
            {taken === undefined && (
              <Form {...act('abordar')} label={`${t.takeUp} ${index + 1}`}>
                {hidden}
                <Submit>{t.takeUp}</Submit>
              </Form>
            )}
          </div>
          <details open={isNow || isHere}>
            <summary>
              {t.takeNote}, {t.recordOutcome.toLowerCase()}
            </summary>
            <Form {...act('nota')} label={`${t.takeNote} ${index + 1}`}>
              {hidden}
              <TextArea
                lang={lang}
                name={`nota-${item.item}`}
                label={t.note}
                hint={t.noteHint}
                rows={2}
                value={isHere ? form.get(`nota-${item.item}`) : undefined}
                error={error('nota')}
              />
              <Submit>{t.takeNote}</Submit>
            </Form>
            <Form {...act('resultado')} label={`${t.recordOutcome} ${index + 1}`}>
              {hidden}
              <Select
                lang={lang}
                name={`tipo-${item.item}`}
                label={t.kind}
                short
                options={outcomeKinds.map((value) => ({ value, label: pick(outcomeNames[value], lang) }))}
                value={isHere ? form.get(`tipo-${item.item}`) : undefined}
                error={error('tipo')}
              />
              <TextArea
                lang={lang}
                name={`resultado-${item.item}`}
                label={t.outcome}
                rows={2}
                value={isHere ? form.get(`resultado-${item.item}`) : undefined}
                error={error('resultado')}
              />
              <Submit>{t.recordOutcome}</Submit>
            </Form>
            <p class="more">
              <a href={visit.href(path(row, `compromiso/${item.item}`))}>{t.make}</a>
            </p>
            {deferred === undefined && (
              <Form {...act('trasladar')} label={`${t.defer} ${index + 1}`}>
                {hidden}
                <Field
                  lang={lang}
                  name={`traslado-${item.item}`}
                  label={t.reason}
                  value={isHere ? form.get(`traslado-${item.item}`) : undefined}
                  error={error('traslado')}
                />
                <Submit>{t.defer}</Submit>
              </Form>
            )}
          </details>
        </>
      )}
    </Panel>
  );
}

const Strike = ({ visit, row, outcome }: { readonly visit: V; readonly row: CalendarRow; readonly outcome: number }) => {
  const t = minutesWords(visit.lang);
  return (
    <span class="act">
      <Form action={visit.href(path(row, `resultado/${outcome}/sin-efecto`))} csrf={csrfOf(visit)} label={`${t.strike} ${outcome}`}>
        <Field lang={visit.lang} name={`motivo-${outcome}`} label={t.reason} />
        <Submit>{t.strike}</Submit>
      </Form>
    </span>
  );
};

/** Recording a commitment of one point. */
export const PromisePage = ({ visit, row, item }: Props & { readonly item: AgendaItem }) => (
  <>
    <MeetingFrame visit={visit} row={row} here="room" />
    <Panel id="compromiso-de" title={item.title}>
      <MakeCommitmentForm visit={visit} origin={subjectOf('meeting', String(row.number))} item={item.item} errors={[]} />
    </Panel>
  </>
);
