import type { DemoDates } from './dates.ts';
import { type Line, plus, said } from './line.ts';

const secretariat = 'secretaria-tecnica';

/** The calendar of the group; for each cycle that has come so far: session, informe frozen and circulated, meeting held. */
export function meetingLines({ today, meetings }: DemoDates): readonly Line[] {
  const [first] = meetings;
  const convened = first ? plus(first.date, -21) : today;
  const lines = meetings.flatMap(({ number, date, session }): readonly Line[] => {
    const cutoff = plus(date, -7);
    const frozen = plus(date, -5);
    return [
      {
        on: convened,
        office: secretariat,
        verb: 'scheduleMeeting',
        data: { number, date, time: '11:00', place: 'Sala ficticia de juntas' },
      },
      { on: plus(date, -14), office: secretariat, verb: 'linkSession', data: { number, date: session } },
      { on: frozen, office: secretariat, freeze: { kind: 'prep', cutoff } },
      { on: frozen, office: secretariat, verb: 'circulateReport', data: { report: `prep-${cutoff}` } },
      { on: date, office: secretariat, verb: 'holdMeeting', data: { number } },
      { on: plus(date, 2), office: secretariat, verb: 'publishReport', data: { report: `prep-${cutoff}` } },
    ];
  });
  return lines.filter(({ on }) => on <= today);
}

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
