import type { IsoDate } from '../../core/event.ts';
import { subjectOf } from '../../core/subject.ts';
import type { Verb } from '../acts.ts';
import { type Line, plus } from './line.ts';
import type { Promised, Topic } from './meeting-script.ts';

export const secretariat = 'secretaria-tecnica';
const group = ['presidencia', secretariat, 'consejeria', 'asesoria', 'representacion-partido', 'utsi', 'deoe', 'ente-auditor'];

/** The order of the day and the call to a meeting. */
export function agendaLines(meeting: number, on: IsoDate, cutoff: IsoDate, topics: readonly Topic[]): readonly Line[] {
  const act = (verb: Verb, data: object): Line => ({ on, office: secretariat, verb, data: { meeting, ...data } });
  return [
    ...topics.map(({ title, purpose, minutes, presenter, informe, subject }) =>
      act('addItem', {
        title,
        purpose,
        minutes,
        documents: informe === undefined ? [] : [`report:${informe}-${cutoff}`],
        ...(presenter === undefined ? {} : { presenter }),
        ...(subject === undefined ? {} : { subject }),
      }),
    ),
    act('convene', { called: group }),
  ];
}

/** The meeting itself: who came and went, point by point what was said, and what came out. */
export function roomLines(meeting: number, date: IsoDate, topics: readonly Topic[]): readonly Line[] {
  const act = (verb: Verb, data: object): Line => ({ on: date, office: secretariat, verb, data: { meeting, ...data } });
  const hour = (minute: number) =>
    `${date}T${String(11 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const presence = (office: string) =>
    office === 'consejeria' && meeting === 2
      ? { how: 'represented', from: 'asesoria' }
      : { how: office === 'presidencia' && meeting === 3 ? 'suplente' : 'titular' };
  let minute = 4;
  const taken = topics.flatMap(({ minutes, notes, outcome, commitments = [] }, i): readonly Line[] => {
    const item = i + 1;
    const from = minute;
    minute += minutes;
    return [
      act('takeUp', { item, time: hour(from) }),
      ...(i === 1 ? [act('askFloor', { office: 'representacion-partido' }), act('giveFloor', { turn: 1, time: hour(from + 6) })] : []),
      ...notes.map((text) => act('takeNote', { item, text })),
      ...(outcome ? [act('recordOutcome', { item, kind: outcome[0], text: outcome[1] })] : []),
      ...commitments.map(({ owner, text, dueDays, subject }): Line => {
        const data = { owner, text, due: plus(date, dueDays), origin: subjectOf('meeting', String(meeting)), item };
        return { on: date, office: secretariat, verb: 'makeCommitment', data: { ...data, ...(subject === undefined ? {} : { subject }) } };
      }),
    ];
  });
  return [
    ...group
      .filter((office) => office !== 'ente-auditor' || meeting > 1)
      .map((office, i) => act('arrive', { office, remote: office === 'representacion-partido', time: hour(i % 4), ...presence(office) })),
    ...taken,
    act('leave', { office: 'deoe', time: hour(minute - 10) }),
    { on: date, office: secretariat, verb: 'closeMeeting', data: { number: meeting, time: hour(minute) } },
  ];
}

/** The text of the minutes, point by point, as the secretariat drafts it from what was recorded. */
export const minutesText = (topics: readonly Topic[]): string =>
  topics
    .map(({ title, notes, outcome, commitments = [] }, i) => {
      const promised = commitments.map(({ text }) => `**Compromiso.** ${text}.`);
      const said = [
        ...notes,
        ...(outcome ? [`**${outcome[0] === 'agreement' ? 'Acuerdo' : 'Información'}.** ${outcome[1]}`] : []),
        ...promised,
      ];
      return [`### ${i + 1}. ${title}`, ...(said.length > 0 ? said : ['*Sin notas.*'])].join('\n\n');
    })
    .join('\n\n');

/** What became of a commitment, which bears the number it was given. */
export function commitmentLines(commitment: string, made: IsoDate, { owner, extended, evidence, closedAfter }: Promised): readonly Line[] {
  return [
    ...(extended
      ? [
          {
            on: plus(made, extended.after),
            office: secretariat,
            verb: 'extendCommitment' as const,
            data: { commitment, due: plus(made, extended.toDays), reason: extended.reason },
          },
        ]
      : []),
    ...(evidence
      ? [{ on: plus(made, evidence.after), office: owner, verb: 'giveEvidence' as const, data: { commitment, text: evidence.text } }]
      : []),
    ...(closedAfter === undefined
      ? []
      : [{ on: plus(made, closedAfter), office: secretariat, verb: 'closeCommitment' as const, data: { commitment } }]),
  ];
}
