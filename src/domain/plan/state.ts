import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Agreement, Source } from '../process/events.ts';
import type { NewPlanEvent, PlanEvent, PlannedObligation, ProgressEvent, ReplanDecision, ReplanMatter, Topic } from './events.ts';

/** The verbs of an obligation's life, and the event each one leaves. */
export const steps = {
  start: 'ObligationStarted',
  deliver: 'ObligationDelivered',
  review: 'ObligationReviewed',
  observe: 'ObligationObserved',
  conclude: 'ObligationConcluded',
  exempt: 'ObligationExempted',
} as const satisfies Record<string, ProgressEvent['type']>;
export type Step = keyof typeof steps;

const stepOf: Readonly<Record<ProgressEvent['type'], Step>> = {
  ObligationStarted: 'start',
  ObligationDelivered: 'deliver',
  ObligationReviewed: 'review',
  ObligationObserved: 'observe',
  ObligationConcluded: 'conclude',
  ObligationExempted: 'exempt',
};

export type Progress = {
  readonly step: Step;
  readonly on: IsoDate;
  readonly at: IsoInstant;
  readonly seq: number;
  readonly by: By;
  readonly effectiveDate?: IsoDate;
  readonly until?: IsoDate;
  readonly note?: Bilingual;
  readonly source?: Source;
};

export type AdoptedPlan = {
  readonly norm: string;
  readonly jornada: IsoDate;
  readonly agreement: Agreement;
  readonly on: IsoDate;
  readonly seq: number;
  readonly topics: readonly Topic[];
  readonly obligations: readonly PlannedObligation[];
  readonly byKey: ReadonlyMap<string, PlannedObligation>;
  readonly omitted: readonly { readonly opl: string; readonly codes: readonly string[]; readonly source: Source }[];
  /** What its re-planning decided, by subject; empty for a first plan. */
  readonly decided: ReadonlyMap<string, ReplanDecision>;
};

/** A re-planning under way: proposed, and not yet approved. */
export type Replan = {
  readonly norm: string;
  readonly jornada: IsoDate;
  readonly on: IsoDate;
  readonly topics: readonly Topic[];
  readonly obligations: readonly PlannedObligation[];
  readonly matters: readonly ReplanMatter[];
  /** By subject, the last one said. */
  readonly decided: ReadonlyMap<string, ReplanDecision>;
  /** The day of the last thing decided. */
  readonly lastOn: IsoDate;
};

export type PlanState = {
  /** Oldest first; the last one is in force. The others stay visible. */
  readonly plans: AdoptedPlan[];
  /** Absent: none is under way. */
  replan?: Replan;
  readonly reportingSince: Map<string, IsoDate>;
  /** By OPL and key, in the order the ledger learnt it. */
  readonly progress: Map<string, Map<string, readonly Progress[]>>;
};

const bySubject = (decisions: readonly ReplanDecision[]): ReadonlyMap<string, ReplanDecision> =>
  new Map(decisions.map((one) => [one.subject, one]));

/** Built field by field: of all events these are by far the most, and copying what is left of an object costs several times as much. */
function progressOf(event: ProgressEvent): Progress {
  const { effectiveDate, until, note, source } = event.data;
  const told: { -readonly [K in keyof Progress]: Progress[K] } = {
    step: stepOf[event.type],
    on: event.on,
    at: event.at,
    seq: event.seq,
    by: event.by,
  };
  if (effectiveDate !== undefined) told.effectiveDate = effectiveDate;
  if (until !== undefined) told.until = until;
  if (note !== undefined) told.note = note;
  if (source !== undefined) told.source = source;
  return told;
}

export const progressOn = ({ progress }: Pick<PlanState, 'progress'>, opl: string, key: string): readonly Progress[] | undefined =>
  progress.get(opl)?.get(key);

export const planFold: Fold<PlanState, PlanEvent> = {
  initial: () => ({ plans: [], reportingSince: new Map(), progress: new Map() }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'PlanAdopted': {
        const byKey = new Map(event.data.obligations.map((one) => [one.key, one]));
        const { decisions = [], ...data } = event.data;
        state.plans.push({ ...data, byKey, decided: bySubject(decisions), on: event.on, seq: event.seq });
        delete state.replan;
        return state;
      }
      case 'ReplanProposed':
        state.replan = { ...event.data, on: event.on, decided: new Map(), lastOn: event.on };
        return state;
      case 'ReplanDecided': {
        const open = must(state.replan, `event ${event.seq} decides on a re-planning that nobody proposed`);
        state.replan = { ...open, decided: bySubject([...open.decided.values(), ...event.data.decisions]), lastOn: event.on };
        return state;
      }
      case 'ReportingOpened':
        if (!state.reportingSince.has(event.data.opl)) state.reportingSince.set(event.data.opl, event.on);
        return state;
      case 'ObligationStarted':
      case 'ObligationDelivered':
      case 'ObligationReviewed':
      case 'ObligationObserved':
      case 'ObligationConcluded':
      case 'ObligationExempted': {
        const { opl, key } = event.data;
        const told = progressOf(event);
        // A map in a map: of the keys of a log of a million events none is put together anew to be looked up.
        let ofOpl = state.progress.get(opl);
        if (!ofOpl) {
          ofOpl = new Map();
          state.progress.set(opl, ofOpl);
        }
        // A new list each time: whoever was given the former one keeps what it said.
        const before = ofOpl.get(key);
        ofOpl.set(key, before ? [...before, told] : [told]);
        return state;
      }
      default:
        return unreachable(event);
    }
  },
};

/**
 * A state after events that are not in the log: their position and instant are told of nothing. Like every fold it may change the state it
 * is given, which must be a copy of nobody else's.
 */
export const afterUnrecorded = (state: PlanState, events: readonly NewPlanEvent[]): PlanState =>
  events.reduce((plan, event) => planFold.evolve(plan, { ...event, seq: Number.MAX_SAFE_INTEGER, at: '', stream: '' } as PlanEvent), state);
