import type { Act, IsoInstant } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { Means, NewReceiptEvent } from './events.ts';
import { type ReceiptsState, receiptKey } from './state.ts';

/** Without the key of a person a receipt would prove nothing of anybody. */
export type ReceiptRefusal = { readonly kind: 'nobody-in-particular'; readonly office: string };

export type Shown = { readonly subject: Subject; readonly at: IsoInstant };
export type RecordShown = Act & { readonly means: Means; readonly shown: readonly Shown[] };

/** Records what was shown for the first time; what is known already, or named twice, is left out. */
export function recordShown(state: ReceiptsState, command: RecordShown): Result<readonly NewReceiptEvent[], ReceiptRefusal> {
  const { on, by, means } = command;
  const { office, person } = by;
  if (person === undefined) return refuse({ kind: 'nobody-in-particular', office });
  const first = new Map<Subject, IsoInstant>();
  for (const { subject, at } of command.shown) {
    const earlier = first.get(subject);
    const isKnown = state.known.has(receiptKey({ office, person }, means, subject));
    if (!isKnown && (earlier === undefined || at < earlier)) first.set(subject, at);
  }
  if (first.size === 0) return ok([]);
  const shown = [...first].map(([subject, at]) => ({ subject, at }));
  return ok([{ type: 'SubjectsShown', on, by, data: { means, shown } }]);
}
