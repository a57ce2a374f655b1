import type { IsoDate } from '../../core/event.ts';
import { type Lang, pick } from '../../core/words.ts';
import { type PlannedObligation, type PlanState, planInForce } from '../plan/views.ts';
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

/** Everything with a date: meetings and their cycles, election day, and what is due, soonest first. */
export function datedLines({ process, plan, meetings }: World, lang: Lang): readonly DatedLine[] {
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
  for (const obligation of planInForce(plan)?.obligations ?? []) lines.push(dueLine(obligation, process, plan, lang));
  return lines.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function dueLine(obligation: PlannedObligation, process: OpenProcess, plan: PlanState, lang: Lang): DatedLine {
  const t = meetingPageWords(lang);
  const omitted = planInForce(plan)?.omitted ?? [];
  const bound = process.opls.filter((opl) => !omitted.some((one) => one.opl === opl.id && one.codes.includes(obligation.code)));
  const opls = bound.length === process.opls.length ? t.allOpls : bound.map((opl) => opl.acronym).join(', ');
  const [first] = bound;
  return {
    date: obligation.due,
    kind: 'due',
    text: t.dueLine(obligation.code, pick(obligation.title, lang), opls),
    ...(first ? { path: bound.length === 1 ? `/prep/${first.id}/${obligation.key}` : '/prep' } : {}),
  };
}
