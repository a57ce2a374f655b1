import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Agreement, Source } from '../process/events.ts';
import type { PlanEvent, PlannedObligation, ProgressEvent, Topic } from './events.ts';

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
};

export type PlanState = {
  /** Oldest first; the last one is in force. The others stay visible. */
  readonly plans: AdoptedPlan[];
  readonly reportingSince: Map<string, IsoDate>;
  /** By `opl/key`, in the order the ledger learnt it. */
  readonly progress: Map<string, readonly Progress[]>;
};

export const progressKey = (opl: string, key: string): string => `${opl}/${key}`;

export const planFold: Fold<PlanState, PlanEvent> = {
  initial: () => ({ plans: [], reportingSince: new Map(), progress: new Map() }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'PlanAdopted': {
        const byKey = new Map(event.data.obligations.map((one) => [one.key, one]));
        state.plans.push({ ...event.data, byKey, on: event.on, seq: event.seq });
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
        const { opl, key, ...rest } = event.data;
        const at = progressKey(opl, key);
        const told = { step: stepOf[event.type], on: event.on, at: event.at, seq: event.seq, by: event.by, ...rest };
        // A new list each time: whoever was given the former one keeps what it said.
        state.progress.set(at, [...(state.progress.get(at) ?? []), told]);
        return state;
      }
      default:
        return unreachable(event);
    }
  },
};
