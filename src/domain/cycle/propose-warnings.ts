import { longDate } from '../../core/date-words.ts';
import { subjectOf } from '../../core/subject.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import { type Alert, type AlertsWorld, alertsOn } from '../alerts/views.ts';
import { unansweredQuestions } from '../forum/views.ts';
import type { Proposal } from './propose.ts';

/** Obligations of an OPL that need attention are a point of their own already. */
const ofObligations = new Set(['overdue', 'observed', 'left-out', 'due-soon']);
const most = 20;

/** One point a rule that holds in red, for whatever the OPLs' own points do not say. */
export function alertProposals(world: AlertsWorld, day: string, lang: Lang): readonly Proposal[] {
  const red = alertsOn(world, day).filter(({ severity, rule }) => severity === 'red' && !ofObligations.has(rule.id));
  return [...Map.groupBy(red, ({ rule }) => rule.id)].flatMap(([id, alerts]) => {
    const [first] = alerts;
    return first === undefined ? [] : [alertProposal(id, first, alerts, lang)];
  });
}

function alertProposal(id: string, first: Alert, alerts: readonly Alert[], lang: Lang): Proposal {
  const say = (text: Bilingual): string => pick(text, lang);
  const names = alerts.slice(0, 3).map(({ title }) => say(title));
  const about = alerts.length > names.length ? `${names.join('; ')}…` : names.join('; ');
  const since = alerts.map((one) => one.since).sort()[0] ?? first.since;
  const unknown = alerts.filter(({ acknowledged }) => acknowledged.length === 0).length;
  return {
    key: `alerta-${id}`,
    point: {
      title: `${say({ es: 'Alerta', en: 'Alert' })}: ${say(first.rule.name).toLowerCase()} (${about})`.slice(0, 300),
      purpose: 'discuss',
      minutes: 10,
      documents: [],
      ...(alerts.length === 1 ? { subject: first.subject } : {}),
    },
    why: say({
      es: `${alerts.length} en rojo, desde el ${longDate(since, 'es')}; ${unknown} sin reconocer.`,
      en: `${alerts.length} in red, since ${longDate(since, 'en')}; ${unknown} not acknowledged.`,
    }),
  };
}

/** The questions of the forum that wait. An agenda is read by everybody: internal threads are counted and not named. */
export function questionProposals({ forum }: Pick<AlertsWorld, 'forum'>, day: string, lang: Lang): readonly Proposal[] {
  const waiting = unansweredQuestions(forum, day);
  if (waiting.length === 0) return [];
  const late = waiting.filter(({ lateSince }) => lateSince !== undefined).length;
  const open = waiting.filter(({ thread }) => thread.audience === 'circulation');
  return [
    {
      key: 'preguntas',
      point: {
        title: pick({ es: 'Preguntas del foro sin respuesta', en: 'Questions of the forum without an answer' }, lang),
        purpose: 'discuss',
        minutes: 10,
        documents: open.slice(0, most).map(({ thread }) => subjectOf('thread', thread.id)),
      },
      why: pick(
        {
          es: `${waiting.length} por responder, ${late} después de su fecha; ${waiting.length - open.length} internas.`,
          en: `${waiting.length} to be answered, ${late} past their day; ${waiting.length - open.length} internal.`,
        },
        lang,
      ),
    },
  ];
}
