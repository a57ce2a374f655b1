import { type DemoOpl, officeOf } from './cast.ts';
import type { DemoDates } from './dates.ts';
import { informeLines } from './informe-lines.ts';
import { type Line, plus, said } from './line.ts';
import { topicsOf } from './meeting-script.ts';
import { agendaLines, commitmentLines, minutesText, roomLines, secretariat } from './room-lines.ts';

/** The calendar of the group; for each cycle that has come so far: informes, convocation, the meeting, its minutes and commitments, the session. */
export function meetingLines({ today, meetings }: DemoDates, opls: readonly DemoOpl[]): readonly Line[] {
  const convened = plus(meetings[0]?.date ?? today, -21);
  const troubled = opls.filter(({ temper }) => temper === 'troubled').map((opl) => ({ id: opl.id, office: officeOf(opl) }));
  const script = topicsOf(troubled);
  let made = 0;
  const lines = meetings.flatMap(({ number, date, session }): readonly Line[] => {
    const act = (verb: Extract<Line, { verb: unknown }>['verb'], data: object, on = date): Line => ({
      on,
      office: secretariat,
      verb,
      data,
    });
    const calendar = [
      act('scheduleMeeting', { number, date, time: '11:00', place: 'Sala ficticia de juntas' }, convened),
      act('linkSession', { number, date: session }, plus(date, -14)),
    ];
    const topics = script[number - 1];
    if (topics === undefined) return calendar;
    const cutoff = plus(date, -7);
    const received = [`prep-${cutoff}`, `systems-${cutoff}`];
    const outcome = 'La comisión recibió los informes y pidió dar seguimiento a los compromisos.';
    return [
      ...calendar,
      ...informeLines('prep', number, date),
      ...informeLines('systems', number, date),
      ...agendaLines(number, plus(date, -5), cutoff, topics),
      act('openMeeting', { number, time: `${date}T11:03` }),
      ...(number === 1 ? [] : [act('approveMinutes', { meeting: number - 1, in: number })]),
      ...roomLines(number, date, topics),
      ...minutesLines(number, date, minutesText(topics)),
      ...(number === 1 ? [] : sealLines(number - 1, plus(date, 1))),
      ...topics
        .flatMap(({ commitments = [] }) => commitments)
        .flatMap((one) => {
          made += 1;
          return commitmentLines(`C${made}`, date, one);
        }),
      act('recordSession', { number, received, outcome }, session),
    ];
  });
  return lines.filter(({ on }) => on <= today);
}

/** Drafted and circulated; those of the second meeting are corrected in sight of all. */
function minutesLines(meeting: number, date: string, text: string): readonly Line[] {
  const corrected = `${text}\n\nSe hace constar que la representación pidió incluir su pregunta.`;
  const reason = 'La representación pidió que constara su pregunta.';
  return [
    { on: plus(date, 1), office: secretariat, verb: 'draftMinutes', data: { meeting, base: 0, text } },
    { on: plus(date, 2), office: secretariat, pin: 'circulateMinutes', meeting },
    ...(meeting === 2
      ? [
          { on: plus(date, 4), office: secretariat, verb: 'correctMinutes' as const, data: { meeting, base: 1, text: corrected, reason } },
          { on: plus(date, 4), office: secretariat, pin: 'circulateMinutes' as const, meeting },
        ]
      : []),
  ];
}

function sealLines(meeting: number, on: string): readonly Line[] {
  const text = 'El nombre de la sala aparece abreviado; es la Sala ficticia de juntas.';
  return [
    { on, office: secretariat, pin: 'sealMinutes', meeting },
    { on, office: secretariat, verb: 'publishMinutes', data: { meeting } },
    ...(meeting === 1
      ? [{ on, office: secretariat, verb: 'addAddendum' as const, data: { meeting, text, reason: 'Precisión de la sede.' } }]
      : []),
  ];
}

/** Before each meeting, and today, some of those who are to act put on record that they know of an alert. */
export const acknowledgementLines = ({ today, meetings }: DemoDates): readonly Line[] =>
  [...meetings.map(({ date }) => plus(date, -1)).filter((on) => on < today), today].flatMap((on) => [
    { on, office: secretariat, acknowledge: 'Se pidió al área una fecha y se lleva a la reunión.' },
    { on, office: 'utsi', acknowledge: 'Se conoce; se da seguimiento con el OPL.' },
  ]);

/** Something of everybody's knowledge that the follow-up has to remember. */
export function factLines({ today, opened, meetings }: DemoDates): readonly Line[] {
  const source = { text: 'Datos ficticios de la demostración', confirmation: 'to-confirm' as const };
  const second = meetings[1]?.date ?? today;
  const facts: readonly (readonly [string, 'plain' | 'warning', string, string])[] = [
    [plus(opened, 3), 'plain', 'Se firman los convenios generales de coordinación.', 'The general coordination agreements are signed.'],
    [
      plus(second, 2),
      'warning',
      'Un proveedor común a tres OPL avisa de cambios en su equipo.',
      'A supplier shared by three OPLs announces changes in its team.',
    ],
  ];
  return facts
    .filter(([on]) => on <= today)
    .map(([on, weight, es, en]) => ({ on, office: secretariat, verb: 'recordFact', data: { weight, text: said(es, en), source } }));
}
