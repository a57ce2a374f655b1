import { longDate } from '../core/date-words.ts';
import { asId } from '../core/ids.ts';
import { subjectOf } from '../core/subject.ts';
import { pick } from '../core/words.ts';
import { type Alert, alertsOn } from '../domain/alerts/views.ts';
import { officesHeldBy } from '../domain/people/views.ts';
import type { NewMessage } from '../mail/message.ts';
import type { App } from './app.ts';
import { concerns } from './digest.ts';
import type { DigestNote } from './digests.ts';
import { readChoice } from './mail-choice.ts';
import { digestWords } from './mail-words.ts';
import type { OpenWorld } from './site.tsx';

/** A message a day late says nothing that the digest will not say. */
const worthHours = 24;

/**
 * What cannot wait for tomorrow's digest: a red alert that began today or yesterday, of the office of whoever asked to be told at once,
 * and that nobody has acknowledged. Each is told once a person and run; by default nobody is.
 */
export function immediateMessages(app: App): () => Promise<number> {
  let seen = '';
  return async () => {
    const now = app.now();
    const world = app.worlds.current();
    const wanting = [...(await app.mail.preferences())].filter(([, kept]) => readChoice(kept).now).map(([person]) => person);
    const mark = `${world.position} ${now.slice(0, 10)} ${wanting.join(' ')}`;
    if (wanting.length === 0 || mark === seen) return 0;
    let put = 0;
    for (const [id, { process, ...slices }] of world.processes) {
      if (process.kind !== 'open' || process.example) continue;
      const day = Temporal.Instant.from(now).toZonedDateTimeISO(process.timeZone).toPlainDate();
      const yesterday = day.subtract({ days: 1 }).toString();
      const open: OpenWorld = { ...slices, process, people: world.people };
      const fresh = alertsOn(open, day.toString()).filter(
        (one) => one.severity === 'red' && one.since >= yesterday && one.acknowledged.length === 0,
      );
      for (const person of wanting)
        for (const { office } of officesHeldBy(world.people, asId(person), day.toString())) {
          const messages = fresh
            .filter((one) => concerns(office, one))
            .map((one) => messageOf(app, { id, office: office.id, person, name: pick(process.name, 'es') }, one));
          await app.mail.put(messages);
          put += messages.length;
        }
    }
    seen = mark;
    return put;
  };
}

type To = { readonly id: string; readonly office: string; readonly person: string; readonly name: string };

function messageOf(app: App, { id, office, person, name }: To, alert: Alert): NewMessage {
  const t = digestWords('es');
  const absolute = (path: string) => new URL(`/${id}${path}`, app.baseUrl).toString();
  const subject = subjectOf('alert', alert.id);
  const note: DigestNote = { process: id, office, subjects: [subject, alert.subject], mark: subject };
  const lines = [
    `${pick(alert.rule.name, 'es')}: ${pick(alert.title, 'es')}`,
    pick(alert.explanation, 'es'),
    t.sinceDay(longDate(alert.since, 'es')),
    absolute(`/alertas/${alert.id}`),
  ];
  return {
    key: `aviso ${id} ${office} ${person} ${alert.id} ${alert.since}`,
    person,
    subject: t.nowSubject(pick(alert.rule.name, 'es'), name),
    text: `${lines.join('\n')}\n\n${t.nowFoot(absolute('/resumen'))}\n`,
    note: JSON.stringify(note),
    until: Temporal.Instant.from(app.now()).add({ hours: worthHours }).toString({ fractionalSecondDigits: 3 }),
  };
}
