import { longDate } from '../../core/date-words.ts';
import { dayAfter } from '../../core/days.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Subject, subjectOf } from '../../core/subject.ts';
import type { Bilingual } from '../../core/words.ts';
import type { OpenProcess } from '../process/views.ts';
import { awaitsPostmortem, incidentsOf, isUnsolved, seriesOf, staleSince } from './operation.ts';
import { type Row, rowsOf } from './rows.ts';
import type { System, SystemsState } from './state.ts';
import { milestoneName } from './words.ts';

export const riskKinds = [
  'live-without-load-test',
  'live-without-decision',
  'live-late-for-activity',
  'milestone-late',
  'condition-overdue',
  'incident-unsolved',
  'postmortem-missing',
  'figures-not-updated',
] as const;
export type RiskKind = (typeof riskKinds)[number];

/** Something that asks for attention, derived: what it is about, since when, and why. */
export type Risk = {
  readonly kind: RiskKind;
  readonly severity: 'red' | 'amber';
  readonly subject: Subject;
  readonly system: System;
  readonly since: IsoDate;
  readonly title: Bilingual;
  readonly explanation: Bilingual;
};

/** Every risk of every system on a day, in the order of the catalogue. */
export const risksOf = (process: OpenProcess, state: SystemsState, day: IsoDate): readonly Risk[] =>
  rowsOf(process, state, day).flatMap((row) => risksOfRow(row, day));

/** A load test counts by its milestone or by the requirement of a gate, when either came no later than the go-live. */
function loadTestedBy({ milestones, gate }: Row, day: IsoDate): boolean {
  const reached = milestones.some(
    ({ milestone: { kind, standing } }) => kind === 'load-tests' && standing.kind === 'reached' && standing.on <= day,
  );
  return reached || (gate?.requirements.some(({ item, met }) => item.id === 'load-tests' && met !== undefined && met.on <= day) ?? false);
}

export function risksOfRow(row: Row, day: IsoDate): readonly Risk[] {
  const { system, liveSince, served, milestones, gate } = row;
  const at = (kind: RiskKind, since: IsoDate, title: Bilingual, explanation: Bilingual, more: Partial<Risk> = {}): Risk => ({
    kind,
    severity: 'red',
    subject: subjectOf('system', system.id),
    system,
    since,
    title,
    explanation,
    ...more,
  });
  const live = liveSince === undefined ? [] : liveRisks(row, liveSince, at);
  const late = milestones
    .filter(({ status }) => status === 'late')
    .map((one) =>
      at(
        'milestone-late',
        dayAfter(one.milestone.due ?? day, 1),
        {
          es: `Hito fuera de plazo: ${milestoneName(one.milestone, 'es')}`,
          en: `Milestone overdue: ${milestoneName(one.milestone, 'en')}`,
        },
        {
          es: `Debía cumplirse el ${longDate(one.milestone.due ?? day, 'es')}.`,
          en: `It was due on ${longDate(one.milestone.due ?? day, 'en')}.`,
        },
        { subject: subjectOf('system', system.id, one.milestone.id), severity: one.milestone.kind === 'go-live' ? 'red' : 'amber' },
      ),
    );
  const goLive = row.goLive?.date;
  const tooLate =
    liveSince === undefined && goLive !== undefined && served?.date !== undefined && goLive > served.date && served.date >= day
      ? [
          at(
            'live-late-for-activity',
            row.goLive?.milestone.changedOn ?? day,
            { es: 'Entraría en producción después de la actividad', en: 'It would go live after the activity' },
            {
              es: `Producción: ${longDate(goLive, 'es')}; ${served.activity.name.es}: ${longDate(served.date, 'es')}.`,
              en: `Go-live: ${longDate(goLive, 'en')}; ${served.activity.name.en}: ${longDate(served.date, 'en')}.`,
            },
          ),
        ]
      : [];
  const conditions = (gate?.conditions ?? [])
    .filter(({ overdue }) => overdue)
    .map((one) =>
      at(
        'condition-overdue',
        dayAfter(one.due, 1),
        { es: 'Condición de producción vencida', en: 'Condition of the go-live overdue' },
        { es: `${one.text}: vencía el ${longDate(one.due, 'es')}.`, en: `${one.text}: it was due on ${longDate(one.due, 'en')}.` },
        { subject: subjectOf('system', system.id, one.id) },
      ),
    );
  return [...live, ...tooLate, ...late, ...conditions, ...operationRisks(system, day, at)];
}

type At = (kind: RiskKind, since: IsoDate, title: Bilingual, explanation: Bilingual, more?: Partial<Risk>) => Risk;

/** What is said of a system that is in production: before the peak, not after it. */
function liveRisks(row: Row, liveSince: IsoDate, at: At): readonly Risk[] {
  const since = { es: longDate(liveSince, 'es'), en: longDate(liveSince, 'en') };
  const untested = loadTestedBy(row, liveSince)
    ? []
    : [
        at(
          'live-without-load-test',
          liveSince,
          { es: 'En producción sin prueba de carga', en: 'In production without a load test' },
          {
            es: `En producción desde el ${since.es}; no consta ninguna prueba de carga anterior.`,
            en: `In production since ${since.en}; no load test before it is recorded.`,
          },
        ),
      ];
  const status = row.gate?.status;
  const decided = status === 'approved' || status === 'conditional' || status === 'kept';
  const undecided = decided
    ? []
    : [
        at(
          'live-without-decision',
          liveSince,
          { es: 'En producción sin decisión', en: 'In production without a decision' },
          {
            es: `En producción desde el ${since.es}; no consta la decisión de ningún cargo.`,
            en: `In production since ${since.en}; no office’s decision is recorded.`,
          },
          { severity: 'amber' },
        ),
      ];
  return [...untested, ...undecided];
}

function operationRisks(system: System, day: IsoDate, at: At): readonly Risk[] {
  const incidents = incidentsOf(system).flatMap((one) => {
    const subject = subjectOf('incident', system.id, one.id);
    if (isUnsolved(one) && one.severity !== 'minor')
      return [
        at(
          'incident-unsolved',
          one.openedOn,
          { es: 'Incidente sin solución', en: 'Incident unsolved' },
          { es: `${one.title}.`, en: `${one.title}.` },
          { subject },
        ),
      ];
    if (awaitsPostmortem(one) && one.changedOn < day)
      return [
        at(
          'postmortem-missing',
          dayAfter(one.changedOn, 1),
          { es: 'Falta el análisis posterior', en: 'Postmortem missing' },
          { es: `${one.title}.`, en: `${one.title}.` },
          { subject, severity: 'amber' },
        ),
      ];
    return [];
  });
  const figures = seriesOf(system).flatMap((series) => {
    const since = staleSince(series, day);
    if (since === undefined) return [];
    const every = series.everyDays ?? 0;
    return [
      at(
        'figures-not-updated',
        since,
        { es: `Cifras sin actualizar: ${series.name.es}`, en: `Figures not updated: ${series.name.en}` },
        {
          es: every === 1 ? 'Se esperan cada día.' : `Se esperan cada ${every} días.`,
          en: every === 1 ? 'They are due every day.' : `They are due every ${every} days.`,
        },
        { severity: 'amber' },
      ),
    ];
  });
  return [...incidents, ...figures];
}
