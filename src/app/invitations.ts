import { fullDate } from '../core/date-words.ts';
import { pick } from '../core/words.ts';
import { renderInvitation } from '../documents/ics.ts';
import { convocationDocument } from '../domain/agenda/convocation.ts';
import type { Delivery } from '../domain/agenda/shared-page.tsx';
import { type Convocation, convocationOf } from '../domain/agenda/views.ts';
import { invitationOf, workingGroupTimeZone } from '../domain/meetings/calendar.ts';
import { type CalendarRow, calendarOf } from '../domain/meetings/views.ts';
import { holdersOf, officeName, officeOf } from '../domain/people/views.ts';
import type { NewMessage } from '../mail/message.ts';
import type { App } from './app.ts';
import type { DigestNote } from './digests.ts';
import type { createRenderers } from './documents.ts';
import { invitationWords } from './invitation-words.ts';
import type { OpenWorld } from './site.tsx';
import { nameSubject } from './subjects.ts';

/** What is said to everybody alike. */
type Said = Omit<NewMessage, 'key' | 'person' | 'note'>;
type Renderers = ReturnType<typeof createRenderers>;

const prefixOf = (process: string, number: number, person: string): string => `convocatoria ${process} ${number} ${person} `;
/** One message for each convocation and each change of the appointment: the UID stays, SEQUENCE grows. */
const editionOf = (row: CalendarRow, call: Convocation): string => `${row.changes}.${call.edition}`;

/**
 * Puts into the outbox what those called to a meeting must be told: the call, a change of its day or hour, or that it was called off; each
 * with the calendar's own message (iMIP), so that it moves or goes in their calendars by itself. Once each, however often this runs.
 */
export async function putInvitations(app: App, renderers: Renderers): Promise<number> {
  const { processes, people } = app.worlds.current();
  let put = 0;
  for (const [, { process, ...slices }] of processes) {
    if (process.kind !== 'open' || process.example) continue;
    const today = Temporal.Instant.from(app.now()).toZonedDateTimeISO(process.timeZone).toPlainDate().toString();
    const world: OpenWorld = { ...slices, process, people };
    for (const row of calendarOf(world.meetings)) {
      const call = convocationOf(world.agenda, row.number);
      const isAhead = row.appointment.date >= today && (row.status.kind === 'scheduled' || row.status.kind === 'cancelled');
      if (!call || !isAhead) continue;
      let message: Said | undefined;
      const called = new Map(call.called.flatMap((office) => personsOf(world, office, today).map((person) => [person, office] as const)));
      for (const [person, office] of called) {
        const prefix = prefixOf(process.id, row.number, person);
        const key = `${prefix}${editionOf(row, call)}`;
        const last = await app.mail.lastOf(person, prefix);
        // A meeting that was called off before somebody was called is nothing to them.
        if (last?.key === key || (row.status.kind === 'cancelled' && !last)) continue;
        message ??= await messageOf(app, renderers, world, row, call);
        const note: DigestNote = { process: process.id, office, subjects: [`meeting:${row.number}`], mark: '' };
        await app.mail.put([{ ...message, key, person, note: JSON.stringify(note) }]);
        put += 1;
      }
    }
  }
  return put;
}

const personsOf = (world: OpenWorld, office: string, day: string): readonly string[] => {
  const known = officeOf(world.people, office);
  return known ? holdersOf(world.people, known.id, day).map((one) => one.person) : [];
};

async function messageOf(app: App, renderers: Renderers, world: OpenWorld, row: CalendarRow, call: Convocation): Promise<Said> {
  const { process } = world;
  const t = invitationWords('es');
  const absolute = (path: string) => new URL(`/${process.id}${path}`, app.baseUrl).toString();
  const invitation = invitationOf(world.meetings, row.number, {
    lang: 'es',
    processName: process.name.es,
    uidDomain: `${process.id}.atalaya`,
    urlOf: (number) => absolute(`/reuniones/${number}`),
  });
  if (!invitation) throw new Error(`meeting ${row.number} is in the calendar`);
  const { method, event } = invitation;
  const ics = await renderInvitation({ method, timeZone: workingGroupTimeZone, event });
  const { date, time, place } = row.appointment;
  const when = time === undefined ? fullDate(date, 'es') : `${fullDate(date, 'es')}, ${time}`;
  const moved = row.former.at(-1);
  const reason =
    row.status.kind === 'cancelled' ? t.cancelled(row.status.reason) : moved && call.date !== date ? t.moved(moved.reason) : undefined;
  const lines = [
    row.status.kind === 'cancelled' ? undefined : t.called(row.number, pick(process.name, 'es')),
    reason,
    t.when(when),
    place === undefined ? undefined : t.place(place),
    t.page(absolute(`/reuniones/${row.number}/documentos`)),
  ];
  const document = convocationDocument({
    lang: 'es',
    convocation: call,
    process,
    officeName: (office) => pick(officeName(world.people, office), 'es'),
    subjectName: (subject) => nameSubject(world, subject, 'es')?.label ?? subject,
    root: await app.rootAt(call.seq),
  });
  const pdf = await renderers.file(document, 'pdf');
  const fictitious = process.fictitious ? `[${t.fictitious}] ` : '';
  const subject = `${fictitious}${row.status.kind === 'cancelled' ? t.subjectCancelled(row.number) : t.subject(row.number, when)}`;
  return {
    subject,
    text: `${lines.filter((line) => line !== undefined).join('\n\n')}\n`,
    calendar: { method: method === 'cancel' ? 'CANCEL' : 'REQUEST', ics },
    attachments:
      row.status.kind === 'cancelled'
        ? []
        : [{ name: `convocatoria-${call.edition}.pdf`, type: pdf.type, base64: Buffer.from(pdf.body as Uint8Array).toString('base64') }],
    until: Temporal.PlainDate.from(date)
      .add({ days: 1 })
      .toZonedDateTime(process.timeZone)
      .toInstant()
      .toString({ fractionalSecondDigits: 3 }),
  };
}

/** What became of the call to each office, with whoever holds it today. */
export async function deliveriesOf(app: App, world: OpenWorld, number: number, today: string): Promise<readonly Delivery[]> {
  const call = convocationOf(world.agenda, number);
  if (!call || world.process.example) return [];
  const found = call.called.map(async (office): Promise<readonly Delivery[]> => {
    const name = officeName(world.people, office);
    const persons = personsOf(world, office, today);
    if (persons.length === 0) return [{ office: name, state: 'vacant' }];
    return Promise.all(
      persons.map(async (person): Promise<Delivery> => {
        const last = await app.mail.lastOf(person, prefixOf(world.process.id, number, person));
        return last
          ? { office: name, state: last.state, ...(last.answer === undefined ? {} : { answer: last.answer }) }
          : { office: name, state: 'not-put' };
      }),
    );
  });
  return (await Promise.all(found)).flat();
}
