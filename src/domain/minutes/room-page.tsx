import { Submit } from '../../ui/buttons.tsx';
import { ErrorSummary, Form } from '../../ui/forms.tsx';
import { Notice, Panel, Split } from '../../ui/parts.tsx';
import { agendaOf } from '../agenda/views.ts';
import { MeetingFrame } from '../meetings/frame-page.tsx';
import { Arrival, Attendance, Floor } from './attendance-page.tsx';
import { minutesWords } from './page-words.ts';
import { Point } from './point-page.tsx';
import { csrfOf, Hour, isFinal, keeps, type Props } from './room-shared-page.tsx';
import { currentItem, recordOf } from './views.ts';

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
