import type { IsoDate } from '../../core/event.ts';
import type { OplId } from '../../core/ids.ts';
import { type Subject, subjectOf } from '../../core/subject.ts';
import type { Bilingual } from '../../core/words.ts';
import type { CommitmentsState } from '../commitments/views.ts';
import type { ExercisesState } from '../exercises/views.ts';
import type { ForumState } from '../forum/views.ts';
import type { MeetingsState } from '../meetings/views.ts';
import type { Role } from '../people/events.ts';
import { type Item, matrixOf, type PlanState } from '../plan/views.ts';
import type { ProbesState } from '../probes/views.ts';
import type { OpenProcess, Opl } from '../process/views.ts';
import type { ReportsState } from '../reports/views.ts';
import { type Risk, risksOf, type SystemsState } from '../systems/views.ts';
import type { VerificationsState } from '../verifications/views.ts';
import type { Span } from './spans.ts';
import type { AlertsState } from './state.ts';

export const severities = ['red', 'amber', 'note'] as const;
export type Severity = (typeof severities)[number];

/** What the rules look at: the views of the other slices, on one day, holding nothing later than it. */
export type AlertsWorld = {
  readonly process: OpenProcess;
  readonly plan: PlanState;
  readonly meetings: MeetingsState;
  readonly reports: ReportsState;
  readonly exercises: ExercisesState;
  readonly systems: SystemsState;
  readonly probes: ProbesState;
  readonly commitments: CommitmentsState;
  readonly verifications: VerificationsState;
  readonly forum: ForumState;
  readonly alerts: AlertsState;
};
/** `rows`: where every obligation of every OPL stands; `systemRisks`: what the systems derive of themselves. Worked out once for all rules. */
export type Reading = AlertsWorld & {
  readonly day: IsoDate;
  readonly rows: readonly { readonly opl: Opl; readonly items: readonly Item[] }[];
  readonly systemRisks: readonly Risk[];
};

export const readingOn = (world: AlertsWorld, day: IsoDate, rows = matrixOf(world.process, world.plan, day)): Reading => ({
  ...world,
  day,
  rows,
  systemRisks: risksOf(world.process, world.systems, day),
});

/** The number a rule compares with. `reason`: why the default is what it is. */
export type Threshold = {
  readonly unit: 'days' | 'months' | 'times';
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly reason: Bilingual;
};

/** Something a rule found to hold on the day of the reading. */
export type Found = {
  readonly subject: Subject;
  readonly opl?: OplId;
  /** The one office whose it is, where that is known; otherwise it is the rule's owner. */
  readonly office?: string;
  /** What it is about, by its name. */
  readonly title: Bilingual;
  /** Why, in one or two sentences that name what was compared. */
  readonly explanation: Bilingual;
  /** Days on which the rule holds, as far back as the uninterrupted run reaches. One of them is the day of the reading. */
  readonly spans: readonly Span[];
};

export type Rule = {
  readonly id: string;
  readonly name: Bilingual;
  /** What it asks, and why that matters. */
  readonly about: Bilingual;
  readonly severity: Severity;
  /** The office that has to act: of the OPL concerned when it is an OPL's. */
  readonly owner: Role;
  readonly threshold?: Threshold;
  /** What holds on the day of the reading. A rule without a threshold is given 0. */
  readonly find: (reading: Reading, threshold: number) => readonly Found[];
};

/** What every alert about an obligation says of it. */
export const aboutItem = ({ opl, obligation }: Item): Pick<Found, 'subject' | 'opl' | 'title'> => ({
  subject: subjectOf('obligation', opl.id, obligation.key),
  opl: opl.id,
  title: {
    es: `${opl.acronym} · ${obligation.code} ${obligation.title.es}`,
    en: `${opl.acronym} · ${obligation.code} ${obligation.title.en}`,
  },
});
