import type { IsoDate } from '../../core/event.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import { type Subject, subjectOf } from '../../core/subject.ts';
import type { AgendaEvent } from '../../domain/agenda/events.ts';
import type { CommitmentEvent } from '../../domain/commitments/events.ts';
import type { DeliverableEvent } from '../../domain/deliverables/events.ts';
import type { ExercisesEvent } from '../../domain/exercises/events.ts';
import type { ForumEvent } from '../../domain/forum/events.ts';
import type { MeetingsEvent } from '../../domain/meetings/events.ts';
import type { MinutesEvent } from '../../domain/minutes/events.ts';
import type { NarrativesEvent } from '../../domain/narratives/events.ts';
import type { PlanEvent, PlannedObligation } from '../../domain/plan/events.ts';
import type { ProcessEvent } from '../../domain/process/events.ts';
import type { ReceiptEvent } from '../../domain/receipts/events.ts';
import type { ReportEvent } from '../../domain/reports/events.ts';
import type { SystemsEvent } from '../../domain/systems/events.ts';
import type { Entry } from '../../ledger/ledger.ts';

export const sayingKinds = [
  'opl',
  'obligation',
  'system',
  'incident',
  'meeting',
  'point',
  'minutes',
  'commitment',
  'report',
  'observation',
  'exercise',
  'thread',
  'file',
  'fact',
  'entry',
] as const;
export type SayingKind = (typeof sayingKinds)[number];

/** Who may find it. It is asked when somebody looks, of the present: what was reserved or withdrawn since is not found in the past either. */
export type Guard =
  | { readonly kind: 'opl'; readonly opl: string }
  | { readonly kind: 'deliverable'; readonly opl: string; readonly key: string }
  | { readonly kind: 'thread'; readonly thread: string; readonly post?: number }
  | { readonly kind: 'minutes'; readonly meeting: number }
  | { readonly kind: 'internal' };

/** Something that was said and may be found. A later one of the same `id` takes its place, from its day on. */
export type Saying = {
  readonly id: string;
  readonly kind: SayingKind;
  readonly subject: Subject;
  /** Where it stands below the process, when that is not the page of its subject. */
  readonly path?: string;
  /** The OPL it is of. */
  readonly opl?: string;
  readonly title?: string;
  readonly text: string;
  readonly file?: StoredFile;
  readonly guard?: Guard;
};
export type Said = Saying & { readonly on: IsoDate; readonly seq: number; readonly office: string };
/** What an entry of the log says, and the ids of what it takes back. */
export type Heard = { readonly said: readonly Saying[]; readonly ended?: readonly string[] };

type Event =
  | AgendaEvent
  | CommitmentEvent
  | DeliverableEvent
  | ExercisesEvent
  | ForumEvent
  | MeetingsEvent
  | MinutesEvent
  | NarrativesEvent
  | PlanEvent
  | ProcessEvent
  | ReceiptEvent
  | ReportEvent
  | SystemsEvent;
type DataOf<T extends Event['type']> = Extract<Event, { type: T }>['data'];
type Table = { readonly [T in Event['type']]?: (data: DataOf<T>, entry: Entry, context: Context) => Heard };
/** What must be remembered of a process to say what an entry says: its OPLs, and the obligations of the plan in force. */
export type Context = { readonly opls: Set<string>; obligations: readonly PlannedObligation[] };

const one = (saying: Saying): Heard => ({ said: [saying] });
const both = (text: { readonly es: string; readonly en: string }): string => (text.es === text.en ? text.es : `${text.es}\n${text.en}`);
const words = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n');

const obligations = (opl: string, all: readonly PlannedObligation[]): readonly Saying[] =>
  all.map(({ key, code, title }) => ({
    id: `obligation:${opl}/${key}`,
    kind: 'obligation',
    subject: subjectOf('obligation', opl, key),
    opl,
    title: `${code} ${both(title)}`,
    text: '',
  }));

const point = ({ meeting, item, title }: DataOf<'AgendaItemAdded'>): Heard =>
  one({
    id: `point:${meeting}/${item}`,
    kind: 'point',
    subject: subjectOf('meeting', String(meeting)),
    path: `/reuniones/${meeting}/orden`,
    title,
    text: '',
  });

const minutes = (meeting: number, id: string, text: string): Heard =>
  one({
    id: `minutes:${meeting}/${id}`,
    kind: 'minutes',
    subject: subjectOf('meeting', String(meeting)),
    path: `/reuniones/${meeting}/minuta`,
    text,
    guard: { kind: 'minutes', meeting },
  });

const incident = (system: string, id: string, part: string, title: string, text = ''): Heard =>
  one({ id: `incident:${system}/${id}/${part}`, kind: 'incident', subject: subjectOf('incident', system, id), title, text });

const commitment = (id: string, part: string, text: string): Heard =>
  one({ id: `commitment:${id}/${part}`, kind: 'commitment', subject: subjectOf('commitment', id), text });

const observation = (id: string, part: string | number, text: string): Heard => {
  const [opl = '', key = ''] = id.split('/');
  const guard: Guard = { kind: 'opl', opl };
  return one({ id: `observation:${id}/${part}`, kind: 'observation', subject: subjectOf('obligation', opl, key), opl, text, guard });
};

const post = ({ thread, post: n, text, opl }: DataOf<'PostEdited'>): Saying => ({
  id: `post:${thread}/${n}`,
  kind: 'thread',
  subject: subjectOf('thread', thread, String(n)),
  text,
  ...(opl === undefined ? {} : { opl }),
  guard: { kind: 'thread', thread, post: n },
});

const files = (id: string, all: readonly StoredFile[], of: Pick<Saying, 'subject' | 'opl' | 'guard'>, pathOf: (n: number) => string) =>
  all.map((file, i): Saying => ({ id: `file:${id}/${i + 1}`, kind: 'file', path: pathOf(i + 1), title: file.name, text: '', file, ...of }));

const exercise = (id: string, part: string | number, text: string): Heard =>
  one({ id: `exercise:${id}/${part}`, kind: 'exercise', subject: subjectOf('exercise', id), text });

/** Entries that are found where what they say is read; every other one is found in the log, by its own words. */
const heard: Table = {
  OplJoined: ({ opl, name, acronym }, _, context) => {
    context.opls.add(opl);
    const itself: Saying = {
      id: `opl:${opl}`,
      kind: 'opl',
      subject: subjectOf('opl', opl),
      opl,
      title: `${acronym} ${both(name)}`,
      text: '',
    };
    return { said: [itself, ...obligations(opl, context.obligations)] };
  },
  PlanAdopted: ({ obligations: all }, _, context) => {
    context.obligations = all;
    return { said: [...context.opls].flatMap((opl) => obligations(opl, all)) };
  },
  FactRecorded: ({ opl, text }, { seq, stream }) =>
    one({
      id: `fact:${seq}`,
      kind: 'fact',
      subject: opl === undefined ? subjectOf('process', stream) : subjectOf('opl', opl),
      ...(opl === undefined ? {} : { opl }),
      text: both(text),
    }),
  SystemRegistered: (data) => systemSaying(data.system, data),
  SystemAmended: (data) => systemSaying(data.system, data),
  IncidentOpened: ({ system, incident: id, title }) => incident(system, id, 'title', title),
  IncidentNoted: ({ system, incident: id, text }, { seq }) => incident(system, id, String(seq), text),
  IncidentResolved: ({ system, incident: id, cause }) => incident(system, id, 'cause', cause),
  MeetingScheduled: ({ number, date, place }) =>
    one({
      id: `meeting:${number}`,
      kind: 'meeting',
      subject: subjectOf('meeting', String(number)),
      title: `Reunión ${number} · Meeting ${number}`,
      text: words(date, place),
    }),
  AgendaItemAdded: point,
  AgendaItemChanged: point,
  AgendaItemDropped: ({ meeting, item }) => ({ said: [], ended: [`point:${meeting}/${item}`] }),
  NoteTaken: ({ meeting, note, text }) => minutes(meeting, `note-${note}`, text),
  OutcomeRecorded: ({ meeting, outcome, text }) => minutes(meeting, `outcome-${outcome}`, text),
  OutcomeStruck: ({ meeting, outcome }) => ({ said: [], ended: [`minutes:${meeting}/outcome-${outcome}`] }),
  MinutesDrafted: ({ meeting, text }) => minutes(meeting, 'text', text),
  MinutesCorrected: ({ meeting, text }) => minutes(meeting, 'text', text),
  AddendumAdded: ({ meeting, addendum, text }) => minutes(meeting, `addendum-${addendum}`, text),
  CommitmentMade: ({ commitment: id, text }) => commitment(id, 'text', text),
  EvidenceGiven: ({ commitment: id, text }, { seq }) => commitment(id, String(seq), text),
  CommitmentReturned: ({ commitment: id, reason }, { seq }) => commitment(id, String(seq), reason),
  ReportFrozen: ({ report, cutoff, reason }) =>
    one({
      id: `report:${report}`,
      kind: 'report',
      subject: subjectOf('report', report),
      title: `Informe ${report}`,
      text: words(cutoff, reason && both(reason)),
    }),
  SectionAssigned: () => ({ said: [] }),
  NarrativeSaved: ({ informe, cutoff, section, text }) =>
    one({
      id: `section:${informe}/${cutoff}/${section}`,
      kind: 'report',
      subject: subjectOf('report', `${informe}-${cutoff}`),
      path: `/informes/preparacion/${informe}/${cutoff}/${section}`,
      title: `Informe ${informe} ${cutoff} · ${section}`,
      text,
      guard: { kind: 'internal' },
    }),
  ObservationMade: ({ observation: id, text, section }) => observation(id, 'text', words(both(text), section)),
  ObservationAnswered: ({ observation: id, text }, { seq }) => (text ? observation(id, seq, both(text)) : { said: [] }),
  ObservationSettled: ({ observation: id, note }, { seq }) => (note ? observation(id, seq, both(note)) : { said: [] }),
  DeliverableSubmitted: ({ opl, key, version, files: all, note }, { seq }) => {
    const of = { subject: subjectOf('obligation', opl, key), opl, guard: { kind: 'deliverable' as const, opl, key } };
    const noted: readonly Saying[] = note ? [{ id: `file:${opl}/${key}/${seq}`, kind: 'file', text: both(note), ...of }] : [];
    return { said: [...files(`${opl}/${key}/${version}`, all, of, (n) => `/prep/${opl}/${key}/versiones/${version}/${n}`), ...noted] };
  },
  ExerciseObserved: ({ exercise: id, observation: n, text }) => exercise(id, n, both(text)),
  ExerciseJudged: ({ exercise: id, reason }, { seq }) => exercise(id, seq, reason ? both(reason) : ''),
  ThreadOpened: ({ thread, title, opl }) =>
    one({
      id: `thread:${thread}`,
      kind: 'thread',
      subject: subjectOf('thread', thread),
      title,
      text: '',
      ...(opl === undefined ? {} : { opl }),
      guard: { kind: 'thread', thread },
    }),
  PostWritten: (data) => {
    const { thread, post: n, files: all, opl } = data;
    const itself = post(data);
    const of = { subject: itself.subject, guard: { kind: 'thread' as const, thread, post: n }, ...(opl === undefined ? {} : { opl }) };
    return { said: [itself, ...files(`post/${thread}/${n}`, all, of, (i) => `/foro/${thread}/${n}/archivos/${i}`)] };
  },
  PostEdited: (data) => one(post(data)),
  // Whether it is withdrawn is asked when somebody looks.
  PostWithdrawn: () => ({ said: [] }),
  PostRestored: () => ({ said: [] }),
  // Who was shown what is found under «Quién supo», by those who may.
  SubjectsShown: () => ({ said: [] }),
};

function systemSaying(system: string, data: object): Heard {
  return one({ id: `system:${system}`, kind: 'system', subject: subjectOf('system', system), text: proseIn(data) });
}

const proseKeys: ReadonlySet<string> = new Set([
  'es',
  'en',
  'text',
  'reason',
  'note',
  'title',
  'name',
  'purpose',
  'owner',
  'agreement',
  'place',
  'cause',
]);
const enough = 3;

/** The words somebody wrote within the data of an entry, whatever its form. */
function proseIn(data: unknown, key = ''): string {
  if (typeof data === 'string') return proseKeys.has(key) ? data : '';
  if (Array.isArray(data)) return words(...data.slice(0, 50).map((part) => proseIn(part, key)));
  if (typeof data !== 'object' || data === null) return '';
  return words(...new Set(Object.entries(data).map(([name, part]) => proseIn(part, name))));
}

/** What an entry of a process says, in the words of the law and of whoever recorded it. */
export function hear(entry: Entry, context: Context): Heard {
  const known = Object.hasOwn(heard, entry.type) ? heard[entry.type as keyof Table] : undefined;
  // The entry passed its schema when the world took it in, so its data are those of its type.
  if (known) return (known as (data: unknown, entry: Entry, context: Context) => Heard)(entry.data, entry, context);
  const text = proseIn(entry.data);
  if (text.length < enough) return { said: [] };
  const forum = (entry.data as { readonly thread?: unknown }).thread;
  return one({
    id: `entry:${entry.seq}`,
    kind: 'entry',
    subject: subjectOf('process', entry.stream),
    path: `/bitacora/${entry.seq}`,
    text,
    ...(typeof forum === 'string' ? { guard: { kind: 'thread' as const, thread: forum } } : {}),
  });
}
