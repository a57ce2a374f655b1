import type { Fold, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import { type Means, means, type ReceiptEvent } from './events.ts';

/** Somebody was shown a subject by one means for the first time. `seq`: the entry of the log that says so. */
export type Receipt = {
  readonly office: string;
  readonly person: string;
  readonly means: Means;
  readonly at: IsoInstant;
  readonly seq: number;
};

/** To how many it was shown; when the first and when the last of them was shown it first. */
export type Summary = { readonly people: number; readonly first: IsoInstant; readonly last: IsoInstant };

export type ReceiptsState = {
  /** In the order in which the log learnt them. */
  readonly receipts: Map<Subject, Receipt[]>;
  readonly summaries: Map<Subject, Summary>;
  /** What is recorded already, each as `receiptKey` gives it. */
  readonly known: Set<string>;
};

export type Holder = { readonly office: string; readonly person: string };

/** One receipt there can be: who, what, by what. Ids hold no blanks. */
export const receiptKey = ({ office, person }: Holder, means: Means, subject: Subject): string => `${office} ${person} ${means} ${subject}`;

export const receiptsFold: Fold<ReceiptsState, ReceiptEvent> = {
  initial: () => ({ receipts: new Map(), summaries: new Map(), known: new Set() }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'SubjectsShown': {
        const person = must(event.by.person, `event ${event.seq} is a receipt of nobody in particular`);
        const { office } = event.by;
        const holder = { office, person };
        for (const { subject, at } of event.data.shown) {
          const isNew = !means.some((one) => state.known.has(receiptKey(holder, one, subject)));
          state.known.add(receiptKey(holder, event.data.means, subject));
          const receipts = state.receipts.get(subject) ?? [];
          receipts.push({ ...holder, means: event.data.means, at, seq: event.seq });
          state.receipts.set(subject, receipts);
          state.summaries.set(subject, summaryWith(state.summaries.get(subject), at, isNew, receipts));
        }
        return state;
      }
      default:
        return unreachable(event.type);
    }
  },
};

function summaryWith(known: Summary | undefined, at: IsoInstant, isNew: boolean, receipts: readonly Receipt[]): Summary {
  if (!known) return { people: 1, first: at, last: at };
  const { people, first, last } = known;
  if (isNew) return { people: people + 1, first: at < first ? at : first, last: at > last ? at : last };
  // By other means, later as a rule. When the log learns only now that it was earlier, all of them are looked at again.
  return at >= last ? known : summaryOf(receipts);
}

function summaryOf(receipts: readonly Receipt[]): Summary {
  const firsts = new Map<string, IsoInstant>();
  for (const { office, person, at } of receipts) {
    const key = `${office} ${person}`;
    const known = firsts.get(key);
    if (known === undefined || at < known) firsts.set(key, at);
  }
  const sorted = [...firsts.values()].sort();
  return { people: sorted.length, first: must(sorted[0], 'somebody was shown it'), last: must(sorted.at(-1), 'somebody was shown it') };
}
