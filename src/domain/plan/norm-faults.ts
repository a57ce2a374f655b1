import type { z } from 'zod';
import { unreachable } from '../../core/result.ts';
import type { Bilingual, Lang } from '../../core/words.ts';
import { confirmations, knownKeys, ruleForms, rulePlaces } from './norm.ts';

export type NormFaultKind =
  | 'unreadable'
  | 'syntax'
  | 'missing'
  | 'unknown-key'
  | 'unknown-rule'
  | 'bad-confirmation'
  | 'bad-value'
  | 'duplicate'
  | 'unknown-reference'
  | 'cycle';

/** Why a norm is refused, and where: line and column count from 1. `message` says what to do; `faultLine` adds the place. */
export type NormFault = {
  readonly kind: NormFaultKind;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Bilingual;
};

/** `anexo13-2021.yaml:120:10: …`, the form editors and terminals turn into a link. */
export const faultLine = (fault: NormFault, lang: Lang): string => `${fault.file}:${fault.line}:${fault.column}: ${fault.message[lang]}`;

export type Path = readonly PropertyKey[];
/** A fault found in the values, placed by path; `at` says whether the key or the value is to blame. */
export type PathFault = { readonly kind: NormFaultKind; readonly path: Path; readonly at: 'key' | 'value'; readonly message: Bilingual };
type Issue = z.core.$ZodIssue;
type ValueAt = (path: Path) => unknown;

/** What the schema refused, in words a lawyer can act on. `valueAt` looks up what the file says at a path. */
export function faultsOf(issue: Issue, valueAt: ValueAt): readonly PathFault[] {
  const { path } = issue;
  const place = nameOf(path, valueAt);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      isRule(path) ? unknownRule(path, place, valueAt(path)) : unknownKey([...path, key], place, key, keysAt(path)),
    );
  if (valueAt(path) === undefined) return [missing(path, place)];
  if (isRule(path)) return closestRule(issue, valueAt) ?? [unknownRule(path, place, valueAt(path))];
  if (issue.code === 'invalid_key') return [{ ...badValue(path, place, path.at(-1), expectation(issue)), at: 'key' }];
  if (path.at(-1) === 'confirmation') return [badConfirmation(path, place, valueAt(path))];
  return [badValue(path, place, valueAt(path), expectation(issue))];
}

/** When a rule has the keys of one form and only its values are wrong, what is wrong with them. */
function closestRule(issue: Issue, valueAt: ValueAt): readonly PathFault[] | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const tries = issue.errors.map((inner) => inner.map((one): Issue => ({ ...one, path: [...issue.path, ...one.path] })));
  const close = tries.find((inner) =>
    inner.every((one) => one.code !== 'unrecognized_keys' && one.path.length > issue.path.length && valueAt(one.path) !== undefined),
  );
  return close?.flatMap((one) => faultsOf(one, valueAt));
}

const isRule = (path: Path): boolean => rulePlaces.includes(path.at(-1) ?? '');
const keysAt = (path: Path): readonly string[] | undefined =>
  path.length === 0 ? knownKeys.norm : path.length === 2 && path[0] === 'rows' ? knownKeys.row : undefined;

/** «fila E14 › due»: the row by its code, since nobody counts rows. */
function nameOf(path: Path, valueAt: ValueAt): Bilingual {
  const [first, second, ...rest] = path;
  if (first !== 'rows' || second === undefined) {
    const name = path.length === 0 ? undefined : path.map(String).join(' › ');
    return { es: name ?? 'el archivo', en: name ?? 'the file' };
  }
  const code = valueAt([first, second, 'code']);
  const name = typeof code === 'string' ? code : `n.º ${Number(second) + 1}`;
  const tail = rest.map((part) => ` › ${String(part)}`).join('');
  return { es: `fila ${name}${tail}`, en: `row ${name}${tail}` };
}

const show = (value: unknown): string => {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
};

function unknownKey(path: Path, place: Bilingual, key: string, known: readonly string[] | undefined): PathFault {
  const es = known ? ` Las claves son: ${known.join(', ')}.` : '';
  const en = known ? ` The keys are: ${known.join(', ')}.` : '';
  return {
    kind: 'unknown-key',
    path,
    at: 'key',
    message: {
      es: `${place.es}: la clave «${key}» no se conoce. Corríjala o quítela.${es}`,
      en: `${place.en}: the key “${key}” is not known. Correct it or remove it.${en}`,
    },
  };
}

function unknownRule(path: Path, place: Bilingual, value: unknown): PathFault {
  const keys = value !== null && typeof value === 'object' ? Object.keys(value) : [];
  const known = keys.find((key) => key in ruleForms);
  const form = known === undefined ? undefined : ruleForms[known];
  const names = Object.keys(ruleForms).join(', ');
  const message =
    form === undefined
      ? {
          es: `${place.es}: la regla «${show(value)}» no se conoce. Use una de: ${names}.`,
          en: `${place.en}: the rule “${show(value)}” is not known. Use one of: ${names}.`,
        }
      : {
          es: `${place.es}: la regla «${show(value)}» está mal escrita o no se admite aquí. Su forma es: ${form}.`,
          en: `${place.en}: the rule “${show(value)}” is badly written or not allowed here. Its form is: ${form}.`,
        };
  return { kind: 'unknown-rule', path, at: 'value', message };
}

const missing = (path: Path, place: Bilingual): PathFault => ({
  kind: 'missing',
  path,
  at: 'key',
  message: { es: `${place.es}: falta. Agregue esta clave.`, en: `${place.en}: missing. Add this key.` },
});

const badConfirmation = (path: Path, place: Bilingual, value: unknown): PathFault => ({
  kind: 'bad-confirmation',
  path,
  at: 'value',
  message: {
    es: `${place.es}: «${show(value)}» no dice cómo está confirmada la regla. Escriba ${confirmations.join(', ')}.`,
    en: `${place.en}: “${show(value)}” does not say how the rule is confirmed. Write ${confirmations.join(', ')}.`,
  },
});

const badValue = (path: Path, place: Bilingual, value: unknown, expected: Bilingual): PathFault => ({
  kind: 'bad-value',
  path,
  at: 'value',
  message: {
    es: `${place.es}: «${show(value)}» no sirve. Escriba ${expected.es}.`,
    en: `${place.en}: “${show(value)}” will not do. Write ${expected.en}.`,
  },
});

/** What should have been written, from what the schema was looking for. */
function expectation(issue: Exclude<Issue, { code: 'unrecognized_keys' }>): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? { es: `un valor de tipo ${issue.expected}`, en: `a value of type ${issue.expected}` };
    case 'invalid_format':
      return issue.format === 'date'
        ? { es: 'una fecha como 2020-06-07, entre comillas', en: 'a date such as 2020-06-07, in quotes' }
        : { es: `un texto de la forma ${issue.pattern ?? issue.format}`, en: `a text of the form ${issue.pattern ?? issue.format}` };
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? { es: `un número no menor que ${issue.minimum}`, en: `a number not below ${issue.minimum}` }
        : { es: 'algo: no puede quedar vacío', en: 'something: it cannot be empty' };
    case 'too_big':
      return { es: `un número no mayor que ${issue.maximum}`, en: `a number not above ${issue.maximum}` };
    case 'invalid_value':
      return { es: issue.values.map(String).join(' o '), en: issue.values.map(String).join(' or ') };
    case 'invalid_key':
      return { es: 'una clave en minúsculas, con guiones', en: 'a key in lower case, with hyphens' };
    case 'invalid_union':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return { es: 'lo que indica norms/README.md', en: 'what norms/README.md says' };
    default:
      return unreachable(issue);
  }
}

const typeNames: Readonly<Record<string, Bilingual>> = {
  string: { es: 'un texto', en: 'a text' },
  int: { es: 'un número entero', en: 'a whole number' },
  number: { es: 'un número entero', en: 'a whole number' },
  array: { es: 'una lista, [entre, corchetes]', en: 'a list, [in, brackets]' },
  object: { es: 'un grupo de claves', en: 'a group of keys' },
  record: { es: 'un grupo de claves', en: 'a group of keys' },
};
