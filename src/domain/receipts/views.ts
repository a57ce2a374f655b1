import type { IsoInstant } from '../../core/event.ts';
import type { Subject } from '../../core/subject.ts';
import { type Means, means } from './events.ts';
import { type Holder, type Receipt, type ReceiptsState, receiptKey, type Summary } from './state.ts';

export type { Holder, Receipt, ReceiptsState };

/** Whom a subject was shown to: when first, and by each means when first. */
export type Informed = Holder & { readonly first: IsoInstant; readonly receipts: readonly Receipt[] };

const byInstant = (a: { readonly at: IsoInstant }, b: { readonly at: IsoInstant }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Everybody who was shown it, whoever was first first. `of`: only this person in this office. */
export function informedOf(state: ReceiptsState, subject: Subject, of?: Holder): readonly Informed[] {
  const found = new Map<string, Receipt[]>();
  for (const receipt of [...(state.receipts.get(subject) ?? [])].sort(byInstant)) {
    if (of && !isOf(receipt, of)) continue;
    const key = `${receipt.office} ${receipt.person}`;
    const before = found.get(key);
    if (before) before.push(receipt);
    else found.set(key, [receipt]);
  }
  return [...found.values()].flatMap((receipts) => {
    const [first] = receipts;
    return first ? [{ office: first.office, person: first.person, first: first.at, receipts }] : [];
  });
}

export type Known = Summary & { readonly subject: Subject };

/** Every subject that was shown to anybody (or to `of`), the latest first receipt first. */
export function subjectsShown(state: ReceiptsState, of?: Holder): readonly Known[] {
  const rows = of ? ownOf(state, of) : [...state.summaries].map(([subject, summary]) => ({ subject, ...summary }));
  return rows.sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0));
}

const ownOf = (state: ReceiptsState, of: Holder): Known[] =>
  [...state.receipts.keys()].flatMap((subject) => {
    const [own] = wasShown(state, of, subject) ? informedOf(state, subject, of) : [];
    return own ? [{ subject, people: 1, first: own.first, last: own.first }] : [];
  });

/** Whether this person in this office was shown it by any means. */
export const wasShown = (state: ReceiptsState, holder: Holder, subject: Subject): boolean =>
  means.some((one) => state.known.has(receiptKey(holder, one, subject)));

export const wasShownBy = (state: ReceiptsState, holder: Holder, how: Means, subject: Subject): boolean =>
  state.known.has(receiptKey(holder, how, subject));

const isOf = (receipt: Receipt, { office, person }: Holder): boolean => receipt.office === office && receipt.person === person;
