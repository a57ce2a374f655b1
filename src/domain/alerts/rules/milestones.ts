import { longDate } from '../../../core/date-words.ts';
import { dayAfter } from '../../../core/days.ts';
import { subjectOf } from '../../../core/subject.ts';
import { type MilestoneRow, rowsOf } from '../../systems/views.ts';
import { untilElection } from '../near.ts';
import type { Found, Reading, Rule } from '../rule.ts';
import { latest, overlaps, runStart, without } from '../spans.ts';

const about = ({ system, milestone }: MilestoneRow): Pick<Found, 'subject' | 'title'> => {
  const { name } = system.description;
  const what = milestone.name ?? { es: milestone.id, en: milestone.id };
  return {
    subject: subjectOf('system', system.id, milestone.id),
    title: { es: `${name.es} · ${what.es}`, en: `${name.en} · ${what.en}` },
  };
};
const everyMilestone = ({ process, systems, day }: Reading): readonly MilestoneRow[] =>
  rowsOf(process, systems, day).flatMap((row) => row.milestones);

export const milestoneLate: Rule = {
  id: 'milestone-late',
  severity: 'red',
  owner: 'systems-unit',
  name: { es: 'Hito de un sistema fuera de plazo', en: 'Milestone of a system overdue' },
  about: {
    es: 'Pasó la fecha de un hito de un sistema que se reporta por Atalaya, y no consta que se haya alcanzado. Los días de suspensión no cuentan.',
    en: 'The date of a milestone of a system reported through Atalaya has passed, and nothing shows that it was reached. Days of suspension do not count.',
  },
  find: (reading) =>
    everyMilestone(reading)
      .filter(({ status }) => status === 'late')
      .map((row) => {
        const { due = reading.day, plannedOn } = row.milestone;
        const since = latest(dayAfter(due), plannedOn, ...row.milestone.reopened.map(({ on }) => on));
        return {
          ...about(row),
          spans: without([{ from: since }], reading.process.suspensions),
          explanation: {
            es: `Debía alcanzarse el ${longDate(due, 'es')} y no consta; van ${row.daysLate} ${row.daysLate === 1 ? 'día' : 'días'}.`,
            en: `It had to be reached on ${longDate(due, 'en')} and is not recorded; ${row.daysLate} ${row.daysLate === 1 ? 'day' : 'days'} so far.`,
          },
        };
      }),
};

export const milestoneMoved: Rule = {
  id: 'milestone-moved',
  severity: 'amber',
  owner: 'systems-unit',
  name: { es: 'Hito aplazado a última hora', en: 'Milestone put off at the last hour' },
  about: {
    es: 'Un hito de un sistema se movió a una fecha posterior cuando la jornada estaba ya cerca. Se dice hasta la jornada, o hasta que se alcance.',
    en: 'A milestone of a system was moved to a later date when election day was already near. It is said until election day, or until it is reached.',
  },
  threshold: {
    unit: 'days',
    usual: 30,
    least: 1,
    most: 120,
    reason: {
      es: 'Un mes: los treinta días en que la norma pone los simulacros, cuando un sistema ya debería estar quieto.',
      en: 'A month: the thirty days in which the norm puts the drills, when a system should already stand still.',
    },
  },
  find: (reading, days) => everyMilestone(reading).flatMap((row) => movedLate(row, reading, days) ?? []),
};

function movedLate(row: MilestoneRow, { process, day }: Reading, days: number): Found | undefined {
  const { milestone } = row;
  const { due, former, standing } = milestone;
  if (standing.kind !== 'planned' || due === undefined) return undefined;
  const near = untilElection(process, (jornada) => Temporal.PlainDate.from(jornada).subtract({ days }).toString());
  const put = former.filter((one, i) => one.due !== undefined && one.due < (former[i + 1]?.due ?? due));
  const moved = put.find(({ replacedOn }) => runStart(near, replacedOn) !== undefined);
  if (!moved || runStart(near, day) === undefined) return undefined;
  return {
    ...about(row),
    spans: overlaps(near, { from: latest(moved.replacedOn, ...milestone.reopened.map(({ on }) => on)) }),
    explanation: {
      es: `El ${longDate(moved.replacedOn, 'es')} pasó del ${longDate(moved.due ?? due, 'es')} al ${longDate(due, 'es')}: ${moved.reason}`,
      en: `On ${longDate(moved.replacedOn, 'en')} it went from ${longDate(moved.due ?? due, 'en')} to ${longDate(due, 'en')}: ${moved.reason}`,
    },
  };
}
