import type { Block } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import type { Bilingual, Lang } from '../../core/words.ts';
import type { DeliverablesState } from '../deliverables/views.ts';
import type { ExercisesState } from '../exercises/views.ts';
import type { NarrativesState } from '../narratives/views.ts';
import type { Role } from '../people/events.ts';
import type { PlanState } from '../plan/views.ts';
import type { ProbesState } from '../probes/views.ts';
import type { OpenProcess } from '../process/views.ts';
import type { SystemsState } from '../systems/views.ts';
import type { RiskTold } from './risks-section.ts';
import type { ReportsState } from './state.ts';

/** One process as of a day: what an informe reads. A slice whose state a section needs has its slot added here. */
export type Reading = {
  readonly process: OpenProcess;
  readonly plan: PlanState;
  readonly systems: SystemsState;
  readonly exercises?: ExercisesState;
  readonly deliverables?: DeliverablesState;
  readonly probes?: ProbesState;
  /** What the alerts say of each OPL on a day. They read informes themselves, so it comes in as data. */
  readonly risksOn?: (day: IsoDate) => readonly RiskTold[];
};

/** What was said of informes up to the position, whatever the cut-off: texts are written and observations answered after it. */
export type Said = { readonly narratives?: NarrativesState; readonly reports?: ReportsState };

/**
 * Who is to read it; absent: the group, everything. `public`: without what the group exchanged about it. `unpublished`: what a public page
 * derives before anybody published the informe: without the texts of the areas either.
 */
export type Audience = 'public' | 'unpublished';

export type ReportInputs = {
  readonly lang: Lang;
  readonly cutoff: IsoDate;
  readonly now: Reading;
  /** As of the cut-off before this one, as known at the same position of the log; absent: this is the first. */
  readonly before?: { readonly cutoff: IsoDate; readonly reading: Reading };
  readonly said?: Said;
  readonly audience?: Audience;
  /** Of a further edition: which, and why. */
  readonly edition?: { readonly edition: number; readonly reason: string };
  readonly meeting?: { readonly number: number; readonly date: IsoDate };
  /** The position of the log the informe speaks from, and the root there, both printed at the foot of every page. */
  readonly position: number;
  readonly root: string;
};

/**
 * One section of an informe: what is derived from the log, under its heading. The area that answers for it may add a text of its own.
 * The same inputs give the same blocks: no clock, no chance, and nothing later than the cut-off.
 */
export type Section = {
  /** Anchor of its heading, and its name in events and addresses: it never changes, and is used once in an informe. */
  readonly id: string;
  readonly title: Bilingual;
  /** Who writes its text unless somebody assigned it to an office; absent: the section has no text besides what is derived. */
  readonly area?: Role;
  /** Begins on a page of its own. */
  readonly annex?: true;
  /** Absent: always. A section that came later says when it stands, so that what was frozen before it keeps its bytes. */
  readonly when?: (inputs: ReportInputs) => boolean;
  readonly of: (inputs: ReportInputs) => readonly Block[];
};
