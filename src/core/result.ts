/** What the law or the state may refuse travels as a value, never as an exception. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const refuse = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** The end of every `switch` over a tagged union: the compiler proves that it cannot be reached. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
}

/** For what the types cannot say but the caller guarantees; throws with `because` when the guarantee is broken (a bug). */
export function must<T>(value: T | undefined | null, because: string): T {
  if (value === undefined || value === null) throw new Error(because);
  return value;
}
