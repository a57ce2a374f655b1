/**
 * `make(whole, name)`, worked out once for as long as `whole` lives. Only for a whole that never changes after it was made, such as
 * the world of a visit: what changes has another identity.
 */
export function remembered<Whole extends object, Value>(
  make: (whole: Whole, name: string) => Value,
): (whole: Whole, name: string) => Value {
  const kept = new WeakMap<Whole, Map<string, { readonly value: Value }>>();
  return (whole, name) => {
    const named = kept.get(whole) ?? new Map<string, { readonly value: Value }>();
    kept.set(whole, named);
    const known = named.get(name) ?? { value: make(whole, name) };
    named.set(name, known);
    return known.value;
  };
}

/** `make(whole)`, worked out once for as long as `whole` lives; the same condition holds. */
export function rememberedOf<Whole extends object, Value>(make: (whole: Whole) => Value): (whole: Whole) => Value {
  const kept = new WeakMap<Whole, { readonly value: Value }>();
  return (whole) => {
    const known = kept.get(whole) ?? { value: make(whole) };
    kept.set(whole, known);
    return known.value;
  };
}
