import type { Fold, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { Means, ReceiptEvent } from './events.ts';

/** Somebody was shown a subject by one means for the first time. `seq`: the entry of the log that says so. */
export type Receipt = {
  readonly office: string;
  readonly person: string;
  readonly means: Means;
  readonly at: IsoInstant;
  readonly seq: number;
};

export type ReceiptsState = {
  /** In the order in which the log learnt them. */
  readonly receipts: Map<Subject, Receipt[]>;
  /** What is recorded already, each as `receiptKey` gives it. */
  readonly known: Set<string>;
};

export type Holder = { readonly office: string; readonly person: string };

/** One receipt there can be: who, what, by what. Ids hold no blanks. */
export const receiptKey = ({ office, person }: Holder, means: Means, subject: Subject): string => `${office} ${person} ${means} ${subject}`;

export const receiptsFold: Fold<ReceiptsState, ReceiptEvent> = {
  initial: () => ({ receipts: new Map(), known: new Set() }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'SubjectsShown': {
        const person = must(event.by.person, `event ${event.seq} is a receipt of nobody in particular`);
        const { office } = event.by;
        const { means } = event.data;
        for (const { subject, at } of event.data.shown) {
          state.known.add(receiptKey({ office, person }, means, subject));
          const before = state.receipts.get(subject);
          const receipt = { office, person, means, at, seq: event.seq };
          if (before) before.push(receipt);
          else state.receipts.set(subject, [receipt]);
        }
        return state;
      }
      default:
        return unreachable(event.type);
    }
  },
};
