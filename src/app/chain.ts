import { longDate } from '../core/date-words.ts';
import { partsOfSubject, subjectOf } from '../core/subject.ts';
import { type Lang, pick } from '../core/words.ts';
import { agendaOf } from '../domain/agenda/views.ts';
import type { Link } from '../domain/commitments/pages.tsx';
import type { Commitment } from '../domain/commitments/views.ts';
import { calendarOf } from '../domain/meetings/views.ts';
import { officeName } from '../domain/people/views.ts';
import { attentionWords, observationWords } from '../domain/reports/observation-words.ts';
import { observationsOf } from '../domain/reports/views.ts';
import type { OpenWorld } from './site.tsx';

/** What led to a commitment and where it was followed: the observation it comes from, its answer, and the meetings that had it on their agenda. */
export function chainOf(world: OpenWorld, one: Commitment, lang: Lang): readonly Link[] {
  const t = observationWords(lang);
  const links: Link[] = [];
  for (const subject of new Set([one.origin, ...(one.subject ? [one.subject] : [])])) {
    const { kind, ids } = partsOfSubject(subject);
    const [report = '', number = ''] = ids;
    const observation =
      kind === 'observation' ? observationsOf(world.reports, report).find((each) => String(each.observation) === number) : undefined;
    if (!observation) continue;
    const path = `/informes/${report}/observaciones#o-${number}`;
    const by = (office: string) => pick(officeName(world.people, office), lang);
    links.push({ on: observation.on, title: `${t.observation} · ${by(observation.by.office)}`, detail: observation.text, path });
    for (const answer of observation.answers)
      links.push({ on: answer.on, title: `${t.answer} · ${by(answer.by.office)}`, detail: answer.text, path });
    if (observation.attention)
      links.push({
        on: observation.attention.on,
        title: `${t.attention} · ${by(observation.attention.by.office)}`,
        detail: attentionWords(lang)[observation.attention.how],
        path,
      });
  }
  const own = subjectOf('commitment', one.id);
  for (const row of calendarOf(world.meetings)) {
    const isOrigin = one.origin === subjectOf('meeting', String(row.number));
    const followed = agendaOf(world.agenda, row.number).items.some((item) => item.documents.includes(own) || item.subject === own);
    if (!isOrigin && !followed) continue;
    const name = lang === 'es' ? `Reunión ${row.number}` : `Meeting ${row.number}`;
    links.push({ on: row.appointment.date, title: name, detail: longDate(row.appointment.date, lang), path: `/reuniones/${row.number}` });
  }
  return links;
}
