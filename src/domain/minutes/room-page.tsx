import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { rememberedOf } from '../../core/remembered.ts';
import { Submit } from '../../ui/buttons.tsx';
import { ErrorSummary, Form } from '../../ui/forms.tsx';
import { Notice, Panel, Split } from '../../ui/parts.tsx';
import { agendaOf } from '../agenda/views.ts';
import { MeetingFrame } from '../meetings/frame-page.tsx';
import { Arrival, Attendance, Floor } from './attendance-page.tsx';
import { minutesWords } from './page-words.ts';
import { Point } from './point-page.tsx';
import { csrfOf, Hour, isFinal, keeps, type MinutesWorld, type Props } from './room-shared-page.tsx';
import { currentItem, recordOf } from './views.ts';

/** The meeting while it goes on: who is there, who asked for the floor, and each point with what was said and what came out. */
export function RoomPage(props: Props) {
  const { visit, row, errors = [] } = props;
  const { lang, world } = visit;
  const record = recordOf(world.minutes, row.number);
  const frame = () => <MeetingFrame visit={visit} row={row} here="room" />;
  const told = () => <Told {...props} />;
  return (
    <>
      {keeps(visit) ? frame() : sameForAll(props, 'frame', frame)}
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
        {keeps(visit) ? told() : sameForAll(props, 'told', told)}
      </Split>
    </>
  );
}

/**
 * Whoever does not keep the minutes reads the same as all others who do not: it is set once, for when an outcome is recorded three hundred
 * people ask for it at the same time.
 */
function sameForAll({ visit, row }: Props, part: string, set: () => Child): Child {
  const kept = parts(visit.world);
  const key = [part, row.number, visit.lang, visit.day, visit.href('')].join(' ');
  const html = kept.get(key) ?? String(set());
  kept.set(key, html);
  return raw(html);
}
const parts = rememberedOf((_: MinutesWorld) => new Map<string, string>());

function Told(props: Props) {
  const { visit, row } = props;
  const { lang, world } = visit;
  const t = minutesWords(lang);
  const { items } = agendaOf(world.agenda, row.number);
  const now = currentItem(recordOf(world.minutes, row.number));
  return (
    <>
      {row.status.kind === 'open' && now !== undefined && (
        <Notice kind="note" title={t.now}>
          <a href={`#punto-${now}`}>{items.find((one) => one.item === now)?.title}</a>
        </Notice>
      )}
      <Attendance {...props} />
      {items.length === 0 && <p>{t.noAgenda}</p>}
      {items.map((item, index) => (
        <Point {...props} item={item} index={index} />
      ))}
    </>
  );
}

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
