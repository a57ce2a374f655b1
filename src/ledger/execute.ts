import { ok, type Result } from '../core/result.ts';
import type { Appended, Conflict, Ledger, NewEntry } from './ledger.ts';

/** A state and the `seq` of the last entry of its stream that it has folded. */
export type Look<State> = () => Promise<{ readonly state: State; readonly position: number }>;

const tries = 3;

/**
 * Looks, decides, appends. When somebody else wrote to the stream in between, looks and decides again: what was allowed may
 * no longer be. After three tries the conflict is the answer. Nothing decided, nothing appended: `ok(undefined)`.
 */
export async function execute<State, Refusal>(
  ledger: Ledger,
  stream: string,
  look: Look<State>,
  decide: (state: State) => Result<readonly NewEntry[], Refusal>,
): Promise<Result<Appended | undefined, Refusal | Conflict>> {
  for (let attempt = 1; ; attempt++) {
    const { state, position } = await look();
    const decided = decide(state);
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return ok(undefined);
    const appended = await ledger.append(stream, position, decided.value);
    if (appended.ok || attempt === tries) return appended;
  }
}
