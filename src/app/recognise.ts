import { z } from 'zod';

/**
 * Tells of a value whether its schema accepts it and would hand it on unchanged. `false` says nothing: the schema itself must be asked,
 * and finds the words for what is wrong. A log of a million events passes its schemas a million times when it is opened, and a check
 * that copies nothing costs a fifth of what parsing costs.
 */
export type Recognise = (value: unknown) => boolean;

type Schema = z.core.$ZodType;
type Check = z.core.$ZodCheck<never>;

const all =
  (tests: readonly Recognise[]): Recognise =>
  (value) => {
    for (const test of tests) if (!test(value)) return false;
    return true;
  };

/** Asks the schema: a text or a number that comes back the same is unchanged. (An object comes back as a copy, and is not recognised.) */
const asked =
  (schema: Schema): Recognise =>
  (value) => {
    const answer = z.safeParse(schema, value);
    return answer.success && Object.is(answer.data, value);
  };

/** The part of the schemas' vocabulary that events use is known here; where a schema uses another, it is asked. */
export function recogniseBy(schema: Schema): Recognise {
  const { def } = (schema as z.core.$ZodTypes)._zod; // the union of all kinds of schema, told apart by `def.type`
  const known = [kindOf(def), ...checksOf(schema).map(checkOf)];
  const tests = known.flatMap((one) => one ?? []);
  if (tests.length < known.length) return asked(schema);
  return tests.length === 1 && tests[0] ? tests[0] : all(tests);
}

function kindOf(def: z.core.$ZodTypes['_zod']['def']): Recognise | undefined {
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'enum': {
      const known = new Set<unknown>(Object.values(def.entries));
      return (value) => known.has(value);
    }
    case 'literal': {
      const known = new Set<unknown>(def.values);
      return (value) => known.has(value);
    }
    case 'nullable':
    case 'optional': // that it may be absent is the object's business; present, it must be something
    case 'readonly': {
      const inner = recogniseBy(def.innerType);
      return def.type === 'nullable' ? (value) => value === null || inner(value) : inner;
    }
    case 'array': {
      const element = recogniseBy(def.element);
      return (value) => Array.isArray(value) && value.every(element);
    }
    case 'union': {
      const options = def.options.map((one) => recogniseBy(one));
      return (value) => options.some((option) => option(value));
    }
    case 'object':
      return objectOf(def);
    default:
      return undefined;
  }
}

/** Only objects that refuse what they do not know: another hands on less than it was given. */
function objectOf({ shape, catchall }: z.core.$ZodObjectDef): Recognise | undefined {
  if (catchall?._zod.def.type !== 'never') return undefined;
  const fields = new Map(Object.entries(shape).map(([name, schema]) => [name, recogniseBy(schema)]));
  const needed = Object.entries(shape).flatMap(([name, schema]) => (schema._zod.optin === 'optional' ? [] : name));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const told = value as Readonly<Record<string, unknown>>; // an object, and no list
    for (const name of needed) if (told[name] === undefined) return false;
    for (const name in told) if (!fields.get(name)?.(told[name])) return false;
    return true;
  };
}

/** Those of the schema, and the one that some kinds of text and number are in themselves. */
function checksOf(schema: Schema): readonly Check[] {
  const own = 'check' in schema._zod.def ? [schema as unknown as Check] : []; // a kind with `check` in its definition is a check
  return [...own, ...((schema._zod.def.checks ?? []) as readonly Check[])];
}

function checkOf(check: Check): Recognise | undefined {
  const def = (check as unknown as z.core.$ZodChecks)._zod.def; // the union of all kinds of check, told apart by `def.check`
  switch (def.check) {
    case 'min_length':
      return (value) => (value as string | readonly unknown[]).length >= def.minimum;
    case 'max_length':
      return (value) => (value as string | readonly unknown[]).length <= def.maximum;
    case 'greater_than':
      return (value) => (def.inclusive ? Number(value) >= Number(def.value) : Number(value) > Number(def.value));
    case 'less_than':
      return (value) => (def.inclusive ? Number(value) <= Number(def.value) : Number(value) < Number(def.value));
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : undefined;
    case 'string_format': {
      // Their whole meaning is the pattern; others (an address, say) are read by a parser of their own.
      const { pattern } = def;
      if (!pattern || pattern.global || pattern.sticky || !['regex', 'date', 'datetime'].includes(def.format)) return undefined;
      return (value) => pattern.test(value as string);
    }
    default:
      return undefined;
  }
}
