import type { IsoDate } from '../../core/event.ts';
import { remembered } from '../../core/remembered.ts';
import { type Lang, pick } from '../../core/words.ts';
import { dueFor, type PlannedObligation, type PlanState, planInForce } from '../plan/views.ts';
import { electionDayOf, type OpenProcess } from '../process/views.ts';
import { meetingPageWords } from './page-words.ts';
import { calendarOf, type MeetingsState } from './views.ts';
import { meetingsWords, stepNames } from './words.ts';

/** One line of the calendar; `path` leads to what it speaks of. */
export type DatedLine = {
  readonly date: IsoDate;
  readonly kind: 'meeting' | 'cycle' | 'due' | 'jornada';
  readonly text: string;
  readonly path?: string;
};

type World = { readonly process: OpenProcess; readonly plan: PlanState; readonly meetings: MeetingsState };

/** Everything with a date: meetings and their cycles, election day, and what is due, soonest first. Worked out once for a world. */
export const datedLines = remembered((world: World, lang) => linesOf(world, lang === 'en' ? 'en' : 'es')) satisfies (
  world: World,
  lang: Lang,
) => readonly DatedLine[];

function linesOf({ process, plan, meetings }: World, lang: Lang): readonly DatedLine[] {
  const t = meetingPageWords(lang);
  const lines: DatedLine[] = [];
  for (const row of calendarOf(meetings)) {
    if (row.status.kind === 'cancelled') continue;
    const path = `/reuniones/${row.number}`;
    const cycle = (date: Temporal.PlainDate, id: keyof typeof stepNames): DatedLine => ({
      date: date.toString(),
      kind: 'cycle',
      text: t.cycleLine(pick(stepNames[id], lang), row.number),
      path,
    });
    lines.push(
      cycle(row.dates.cutoff, 'cutoff'),
      cycle(row.dates.circulate, 'circulate'),
      { date: row.appointment.date, kind: 'meeting', text: meetingsWords(lang).feedSummary(row.number), path },
      cycle(row.dates.minutes, 'minutes'),
    );
    if (row.dates.session) lines.push(cycle(row.dates.session, 'session'));
  }
  const jornada = electionDayOf(process);
  if (jornada) lines.push({ date: jornada.jornada, kind: 'jornada', text: t.jornada });
  for (const obligation of planInForce(plan)?.obligations ?? []) lines.push(...dueLines(obligation, process, plan, lang));
  return lines.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** One line a date: the OPLs that have it stand beside it. */
function dueLines(obligation: PlannedObligation, process: OpenProcess, state: PlanState, lang: Lang): readonly DatedLine[] {
  const t = meetingPageWords(lang);
  const plan = planInForce(state);
  const bound = process.opls.flatMap((opl) => {
    const date = plan && dueFor(plan, opl.id, obligation);
    return date === undefined ? [] : [{ opl, date }];
  });
  return [...Map.groupBy(bound, ({ date }) => date)].map(([date, same]) => {
    const opls = same.length === process.opls.length ? t.allOpls : same.map(({ opl }) => opl.acronym).join(', ');
    const path = same.length === 1 && same[0] ? `/prep/${same[0].opl.id}/${obligation.key}` : '/prep';
    return { date, kind: 'due', text: t.dueLine(obligation.code, pick(obligation.title, lang), opls), path };
  });
}
