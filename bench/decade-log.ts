import { createHash } from 'node:crypto';
import { must } from '../src/core/result.ts';
import { subjectOf } from '../src/core/subject.ts';
import { entities } from '../src/core/zones.ts';
import type { NewAgendaEvent } from '../src/domain/agenda/events.ts';
import type { NewCommitmentEvent } from '../src/domain/commitments/events.ts';
import type { NewDeliverableEvent } from '../src/domain/deliverables/events.ts';
import type { NewForumEvent } from '../src/domain/forum/events.ts';
import type { NewMeetingsEvent } from '../src/domain/meetings/events.ts';
import type { NewMinutesEvent } from '../src/domain/minutes/events.ts';
import type { NewPeopleEvent } from '../src/domain/people/events.ts';
import type { NewReceiptEvent } from '../src/domain/receipts/events.ts';
import type { NewReportEvent } from '../src/domain/reports/events.ts';

/** Ten years of the group: besides what is counted here, each meeting has its agenda, attendance, outcomes, commitments and sealed minutes. */
export const size = { meetings: 120, informes: 240, threads: 2000, comments: 20_000, documents: 5000, wordsInDocument: 2000 } as const;
type NewAny =
  | NewAgendaEvent
  | NewCommitmentEvent
  | NewDeliverableEvent
  | NewForumEvent
  | NewMeetingsEvent
  | NewMinutesEvent
  | NewReceiptEvent
  | NewReportEvent;

const vocabulary =
  `acta captura cotejo publicación simulacro enlace satélite bodega casilla distrito municipio contrato auditoría proveedor servidor
respaldo contingencia energía personal capacitación calendario informe observación acuerdo comisión consejo sistema versión prueba carga seguridad
incidente ventana mantenimiento cifra avance riesgo plazo entrega convenio anexo firma fecha red nodo imagen digitalización acopio centro traslado`.split(
    /\s+/,
  );
/** Words with the frequencies of a language: few that come often, and one in two hundred of its own. */
export function prose(seed: number, words: number): string {
  let state = seed * 2654435761 + 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
  const word = () =>
    next(200) === 0
      ? `clave${next(100_000)}`
      : must(vocabulary[Math.min(next(vocabulary.length), next(vocabulary.length))], 'within the list');
  return Array.from({ length: words }, word).join(' ');
}

const first = '2025-09-01';
export const secretariat = 'secretaria-tecnica';
const by = { office: secretariat };
const opls = entities.map(({ id }) => id);
const oplAt = (i: number): string => must(opls[i % opls.length], 'within the list');
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const liaison = (opl: string): string => `enlace-${opl}`;
export const offices: readonly string[] = [
  secretariat,
  'presidencia',
  ...Array.from({ length: 10 }, (_, i) => `consejeria-${i + 1}`),
  ...Array.from({ length: 10 }, (_, i) => `representacion-${i + 1}`),
  'utsi',
  ...opls.map(liaison),
];

/** Who sits in it: the secretariat, the chair, councillors, representatives, UTSI and a liaison of each OPL. */
export function peopleEvents(): readonly NewPeopleEvent[] {
  const both = (text: string) => ({ es: text, en: text });
  const roleOf = (office: string) =>
    office === secretariat
      ? 'technical-secretariat'
      : office === 'presidencia'
        ? 'chair'
        : office.startsWith('consejeria')
          ? 'councillor'
          : office.startsWith('representacion')
            ? 'party-representative'
            : office === 'utsi'
              ? 'systems-unit'
              : 'opl';
  return [
    { type: 'OrganisationRegistered', on: first, by, data: { organisation: 'ine', name: both('Instituto'), acronym: 'INE', kind: 'ine' } },
    ...offices.map((office): NewPeopleEvent => {
      const opl = opls.find((one) => liaison(one) === office);
      const data = {
        office,
        name: both(office),
        organisation: 'ine',
        role: roleOf(office),
        ...(opl === undefined ? {} : { opl }),
      } as const;
      return { type: 'OfficeCreated', on: first, by, data };
    }),
  ];
}

/** `before`: how many entries the log already holds; `keys`: of the obligations whose documents are handed in. */
export function decade(before: number, keys: readonly string[]): readonly NewAny[] {
  const events: NewAny[] = [];
  const say = (event: NewAny): void => void events.push(event);
  const months = size.meetings - firstOwn + 1;
  for (let number = firstOwn; number <= size.meetings; number++) {
    cycle(number, say, () => before + events.length);
    const month = number - firstOwn;
    const share = (all: number) => [Math.floor((all * month) / months), Math.floor((all * (month + 1)) / months)] as const;
    const [thread, lastThread] = share(size.threads);
    for (let i = thread; i < lastThread; i++) conversation(i, dateOf(number), say);
    const [document, lastDocument] = share(size.documents);
    for (let i = document; i < lastDocument; i++) say(submission(i, dateOf(number), keys));
  }
  for (const [i, office] of offices.entries()) say(readings(office, i));
  return events;
}

/** The first ten are those of the plan. */
const firstOwn = 11;
export const dateOf = (number: number): string =>
  Temporal.PlainDate.from('2025-10-14')
    .add({ months: number - 1 })
    .toString();
export const cutoffOf = (number: number): string => daysFrom(dateOf(number), -7);
const daysFrom = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
/** The day on which all of it is looked at: that of the last meeting, which is still going on. */
export const today = dateOf(size.meetings);

export const documentText = (i: number): string => prose(1_000_000 + i, size.wordsInDocument);

function submission(i: number, on: string, keys: readonly string[]): NewAny {
  const text = documentText(i);
  const file = { sha256: digest(text), sizeBytes: text.length, type: 'text/plain', name: `documento-${i}.txt` };
  const place = Math.floor(i / opls.length);
  const data = { opl: oplAt(i), key: must(keys[place % keys.length], 'within the list'), version: Math.floor(place / keys.length) + 1 };
  return { type: 'DeliverableSubmitted', on, by, data: { ...data, files: [file] } };
}

function cycle(number: number, say: (event: NewAny) => void, position: () => number): void {
  const date = dateOf(number);
  const cutoff = cutoffOf(number);
  const on = date;
  const frozen = daysFrom(date, -5);
  const time = (hour: number) => `${date}T${String(hour).padStart(2, '0')}:00`;
  say({ type: 'MeetingScheduled', on: daysFrom(date, -40), by, data: { number, date } });
  for (const kind of ['prep', 'systems'] as const) {
    const report = `${kind}-${cutoff}`;
    say({ type: 'ReportFrozen', on: frozen, by, data: { report, kind, cutoff, edition: 1, position: position(), root: '0'.repeat(64) } });
    say({ type: 'ReportCirculated', on: frozen, by, data: { report } });
    for (let observation = 1; observation <= 5; observation++) {
      const of = { report, observation };
      say({ type: 'ReportObserved', on, by, data: { ...of, text: prose(number * 10 + observation, 40), answerBy: on } });
      say({ type: 'ReportObservationAnswered', on, by, data: { ...of, text: prose(number, 30) } });
      if (number < 100) say({ type: 'ReportObservationAttended', on, by, data: { ...of, how: 'attended' } });
    }
    say({ type: 'ReportPublished', on, by, data: { report } });
  }
  for (let item = 1; item <= 6; item++) {
    const documents = item < 3 ? [subjectOf('report', `${item === 1 ? 'prep' : 'systems'}-${cutoff}`)] : [];
    const title = `${prose(number * 7 + item, 6)} ${item}`;
    say({ type: 'AgendaItemAdded', on: frozen, by, data: { meeting: number, item, title, purpose: 'discuss', minutes: 10, documents } });
  }
  say({ type: 'MeetingConvened', on: frozen, by, data: { meeting: number, edition: 1, date, called: [...offices] } });
  say({ type: 'MeetingOpened', on, by, data: { number, time: time(10) } });
  for (const office of offices.slice(0, 30))
    say({ type: 'AttendeeArrived', on, by, data: { meeting: number, office, how: 'titular', remote: false, time: time(10) } });
  for (let item = 1; item <= 6; item++) {
    say({ type: 'ItemTakenUp', on, by, data: { meeting: number, item, time: time(10) } });
    for (let n = 1; n <= 3; n++)
      say({ type: 'NoteTaken', on, by, data: { meeting: number, item, note: (item - 1) * 3 + n, text: prose(number + n, 30) } });
    const outcome = { meeting: number, item, outcome: item, kind: 'agreement', text: prose(number + item, 20) } as const;
    say({ type: 'OutcomeRecorded', on, by, data: outcome });
  }
  for (let n = 0; n < 5; n++) {
    const commitment = `C${(number - 11) * 5 + n + 1}`;
    const made = { commitment, owner: liaison(oplAt(number + n)), due: daysFrom(date, 20), text: prose(number * 5 + n, 12) };
    say({ type: 'CommitmentMade', on, by, data: { ...made, origin: subjectOf('meeting', String(number)), item: n + 1 } });
    if (number > 110) continue;
    say({ type: 'EvidenceGiven', on, by, data: { commitment, text: prose(n, 10) } });
    say({ type: 'CommitmentClosed', on, by, data: { commitment } });
  }
  if (number === size.meetings) return; // the last one is still going on
  say({ type: 'MeetingClosed', on, by, data: { number, time: time(12) } });
  const sealed = { position: position(), root: '0'.repeat(64) };
  say({ type: 'MinutesDrafted', on, by, data: { meeting: number, revision: 1, text: prose(number, 400) } });
  say({ type: 'MinutesCirculated', on, by, data: { meeting: number, revision: 1, ...sealed } });
  say({ type: 'MinutesApproved', on, by, data: { meeting: number, revision: 1, in: number + 1 } });
  say({ type: 'MinutesSealed', on, by, data: { meeting: number, ...sealed, text: digest('t'), checkpoint: digest('c') } });
  say({ type: 'MinutesPublished', on, by, data: { meeting: number } });
}

function conversation(i: number, on: string, say: (event: NewAny) => void): void {
  const opl = oplAt(i);
  const of = { thread: `H${i + 1}`, audience: i % 2 === 0 ? 'internal' : 'circulation', opl } as const;
  const subject = i % 4 === 0 ? subjectOf('obligation', opl, 'E05') : subjectOf('opl', opl);
  const question = i % 3 === 0 ? { question: { answerBy: daysFrom(on, 10) } } : {};
  say({ type: 'ThreadOpened', on, by, data: { ...of, subject, title: prose(i, 6), ...question } });
  for (let post = 1; post <= size.comments / size.threads; post++) {
    const mentions = post === 1 ? [`office:${must(offices[i % offices.length], 'within the list')}`] : [];
    const writer = { office: must(offices[(i + post) % offices.length], 'within the list') };
    say({ type: 'PostWritten', on, by: writer, data: { ...of, post, text: prose(i * 100 + post, 60), mentions, files: [] } });
  }
}

/** Everybody was shown every informe and a hundred threads. */
function readings(office: string, i: number): NewReceiptEvent {
  const at = `${today}T18:00:00.000Z`;
  const informes = Array.from({ length: size.meetings - firstOwn + 1 }, (_, n) => cutoffOf(n + firstOwn)).flatMap((cutoff) => [
    subjectOf('report', `prep-${cutoff}`),
    subjectOf('report', `systems-${cutoff}`),
  ]);
  const threads = Array.from({ length: 100 }, (_, n) => subjectOf('thread', `H${((i * 37 + n * 19) % size.threads) + 1}`));
  const shown = [...informes, ...threads].map((subject) => ({ subject, at }));
  return { type: 'SubjectsShown', on: today, by: { office, person: `persona-${office}` }, data: { means: 'page', shown } };
}
