import { asId } from '../core/ids.ts';
import { pick } from '../core/words.ts';
import { officesHeldBy } from '../domain/people/views.ts';
import type { App } from './app.ts';
import { digestMark, digestOf, digestText } from './digest.ts';
import { readChoice } from './mail-choice.ts';
import { digestWords } from './mail-words.ts';
import type { OpenWorld } from './site.tsx';

/** From when on in the day, by the clocks of the process. */
const hour = 8;

/** What a message keeps so that, once sent, it is known who was shown what, and what the next one need not repeat. */
export type DigestNote = {
  readonly process: string;
  readonly office: string;
  readonly subjects: readonly string[];
  readonly mark: string;
};
export const readNote = (note: string | undefined): DigestNote | undefined =>
  note === undefined ? undefined : (JSON.parse(note) as DigestNote); // written below

/** Puts into the outbox the digests of the day, one for each person, office and process, of those who want one and have something new. */
export async function putDigests(app: App): Promise<number> {
  const world = app.worlds.current();
  const choices = await app.mail.preferences();
  let put = 0;
  for (const [id, { process, ...slices }] of world.processes) {
    if (process.kind !== 'open' || process.example) continue;
    const local = Temporal.Instant.from(app.now()).toZonedDateTimeISO(process.timeZone);
    if (local.hour < hour || local.dayOfWeek > 5) continue;
    const day = local.toPlainDate().toString();
    const open: OpenWorld = { ...slices, process, people: world.people };
    for (const person of world.people.persons.keys()) {
      const { digest: choice } = readChoice(choices.get(person));
      if (choice === 'never' || (choice === 'weekly' && local.dayOfWeek !== 1)) continue;
      for (const { office } of officesHeldBy(world.people, person, day)) {
        const sections = digestOf(open, { office: office.id, person }, day, 'es');
        const mark = digestMark(sections);
        const prefix = `resumen ${id} ${office.id} ${person} `;
        const last = await app.mail.lastOf(person, prefix);
        if (sections.length === 0 || readNote(last?.note)?.mark === mark) continue;
        const items = sections.flatMap((section) => section.items);
        const note: DigestNote = { process: id, office: office.id, subjects: items.map((one) => one.subject), mark };
        const absolute = (path: string) => new URL(`/${id}${path}`, app.baseUrl).toString();
        await app.mail.put([
          {
            key: `${prefix}${day}`,
            person: asId(person),
            subject: digestWords('es').subject(items.length, pick(process.name, 'es')),
            text: digestText(sections, absolute, 'es', absolute('/resumen')),
            note: JSON.stringify(note),
            // Tomorrow's says it again: one that could not be sent in two days is old news.
            until: Temporal.Instant.from(app.now()).add({ hours: 48 }).toString({ fractionalSecondDigits: 3 }),
          },
        ]);
        put += 1;
      }
    }
  }
  return put;
}
