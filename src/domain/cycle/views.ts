import { daysBetween } from '../../core/days.ts';
import type { IsoDate } from '../../core/event.ts';
import type { Bilingual } from '../../core/words.ts';
import { type AgendaState, agendaOf, convenedOn } from '../agenda/views.ts';
import { type CycleDates, calendarOf, type MeetingsState, meetingOf, type StepId } from '../meetings/views.ts';
import { type MinutesState, recordOf } from '../minutes/views.ts';
import type { Role } from '../people/events.ts';
import { editionsOf, observationsOf, type ReportsState, standingInformes } from '../reports/views.ts';
import { formerMeeting } from './propose.ts';
import { needNames } from './words.ts';

export type CycleWorld = {
  readonly meetings: MeetingsState;
  readonly reports: ReportsState;
  readonly agenda: AgendaState;
  readonly minutes: MinutesState;
};

/** One thing a cycle asks for: what, from whom, by when, and whether it is there. */
export type Need = {
  readonly id: string;
  /** The step of the cycle it belongs to. */
  readonly step: StepId;
  readonly what: Bilingual;
  readonly from: Role;
  readonly by: IsoDate;
  readonly path: string;
  /** When it was done; absent: it is missing. */
  readonly doneOn?: IsoDate;
};

/**
 * Everything the cycle of a meeting asks for, in its order. Dates are offsets from the meeting, so they move with it; what moves
 * is only what is still missing, for what is done keeps its day.
 */
export function needsOf(world: CycleWorld, number: number): readonly Need[] {
  const row = meetingOf(world.meetings, number);
  if (!row || row.status.kind === 'cancelled') return [];
  const { dates } = row;
  const base = `/reuniones/${number}`;
  const cutoff = dates.cutoff.toString();
  const secretariat: Role = 'technical-secretariat';
  const need = (id: string, step: StepId, what: Bilingual, by: Temporal.PlainDate, path: string, doneOn: IsoDate | undefined): Need => ({
    id,
    step,
    what,
    from: secretariat,
    by: by.toString(),
    path,
    ...(doneOn === undefined ? {} : { doneOn }),
  });
  const informes = standingInformes.flatMap((kind) => {
    const editions = editionsOf(world.reports, kind, cutoff).toReversed();
    const sent = editions.flatMap((one) => (one.state === 'circulated' ? [one.circulatedOn] : []))[0];
    const path = editions[0] ? `/informes/${editions.at(-1)?.id}` : '/informes';
    return [
      need(`congelar-${kind}`, 'freeze', needNames.freeze(kind), dates.freeze, path, editions[0]?.frozenOn),
      need(`circular-${kind}`, 'circulate', needNames.circulate(kind), dates.circulate, path, sent),
    ];
  });
  const agenda = agendaOf(world.agenda, number);
  const record = recordOf(world.minutes, number);
  const former = formerMeeting(world.meetings, number);
  const before = former && recordOf(world.minutes, former.number);
  const held = row.status.kind === 'held' || row.status.kind === 'open' ? row.status.on : undefined;
  return [
    ...informes.filter((one) => one.step === 'freeze'),
    need(
      'orden',
      'freeze',
      needNames.agenda,
      dates.circulate,
      `${base}/orden`,
      agenda.items.length > 0 ? (convenedOn(world.agenda, number) ?? agenda.items[0]?.addedOn) : undefined,
    ),
    need('convocar', 'circulate', needNames.convene, dates.circulate, `${base}/orden`, convenedOn(world.agenda, number)),
    ...informes.filter((one) => one.step === 'circulate'),
    ...answersNeeded(world.reports, cutoff).map((doneOn) =>
      need('responder', 'observe', needNames.answer, dates.meeting, observedPath(world.reports, cutoff), doneOn),
    ),
    need('celebrar', 'meeting', needNames.hold, dates.meeting, base, held),
    ...(former && before && before.stage !== 'none'
      ? [
          need(
            'aprobar-anterior',
            'meeting',
            needNames.approve(former.number),
            dates.meeting,
            `/reuniones/${former.number}/minuta`,
            before.approved?.on,
          ),
        ]
      : []),
    need('minuta', 'minutes', needNames.minutes, dates.minutes, `${base}/minuta`, record.circulations[0]?.on),
    ...(record.approved ? [need('sellar', 'minutes', needNames.seal, dates.minutes, `${base}/minuta`, record.seal?.on)] : []),
    need('sesion', 'session', needNames.session, dates.meeting, base, row.session ? row.session.linkedOn : undefined),
  ];
}

/** What is missing of a cycle, the soonest first. */
export const missingIn = (world: CycleWorld, number: number): readonly Need[] =>
  needsOf(world, number)
    .filter((one) => one.doneOn === undefined)
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));

/** Days before its date on which whoever must do something is reminded of it. */
export const reminderDays = [3, 1, 0] as const;

export type Reminder = { readonly number: number; readonly need: Need; readonly daysLeft: number };
/** What is to be reminded of on a day, over all meetings that stand: for a digest or a message to the office that must act. */
export const remindersOn = (world: CycleWorld, day: IsoDate): readonly Reminder[] =>
  calendarOf(world.meetings)
    .filter(({ dates }) => isNear(dates, day))
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ number }) =>
      missingIn(world, number).flatMap((need) => {
        const daysLeft = daysBetween(day, need.by);
        return reminderDays.some((days) => days === daysLeft) ? [{ number, need, daysLeft }] : [];
      }),
    );

/** Something of the cycle may be reminded of on the day: of most meetings of ten years nothing is. */
function isNear({ cutoff, freeze, circulate, meeting, minutes }: CycleDates, day: IsoDate): boolean {
  const left = [cutoff, freeze, circulate, meeting, minutes].map((one) => daysBetween(day, one.toString()));
  return Math.max(...left) >= Math.min(...reminderDays) && Math.min(...left) <= Math.max(...reminderDays);
}

const observedAt = (reports: ReportsState, cutoff: IsoDate) =>
  standingInformes.flatMap((kind) => editionsOf(reports, kind, cutoff).flatMap((one) => observationsOf(reports, one.id)));

/** Nothing when nobody observed; when the last answer was given; or that answers are missing. */
function answersNeeded(reports: ReportsState, cutoff: IsoDate): readonly (IsoDate | undefined)[] {
  const observed = observedAt(reports, cutoff);
  if (observed.length === 0) return [];
  if (observed.some((one) => one.answers.length === 0 && !one.attention)) return [undefined];
  return [
    observed
      .flatMap((one) => one.answers.map((each) => each.on))
      .sort()
      .at(-1),
  ];
}

function observedPath(reports: ReportsState, cutoff: IsoDate): string {
  const observed = observedAt(reports, cutoff);
  const one = observed.find((each) => each.answers.length === 0) ?? observed[0];
  return one ? `/informes/${one.report}/observaciones` : '/informes';
}
