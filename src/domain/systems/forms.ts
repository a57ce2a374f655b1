import { longDate } from '../../core/date-words.ts';
import { parseIsoDate } from '../../core/dates.ts';
import { idPattern } from '../../core/ids.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Visit } from '../../web/visit.ts';
import { systemsPageWords } from './page-words.ts';

/** Reads the fields of one form; what is wrong with each goes to `errors`, beside its field. */
export function readForm({ form, lang, today }: Pick<Visit<unknown>, 'form' | 'lang' | 'today'>) {
  const t = systemsPageWords(lang);
  const errors: FormError[] = [];
  const wrong = (field: string, text: string): undefined => {
    errors.push({ field, text });
    return undefined;
  };
  const raw = (field: string): string => (form.get(field) ?? '').trim();
  const optional = (field: string): string | undefined => raw(field) || undefined;
  const date = (field: string, label: string, { past = false } = {}): string | undefined => {
    const read = parseIsoDate(raw(field), { es: label, en: label });
    if (!read.ok) return wrong(field, pick(read.error.message, lang));
    const day = read.value.toString();
    return past && day > today ? wrong(field, t.future(longDate(today, lang))) : day;
  };
  return {
    errors,
    wrong,
    raw,
    optional,
    text: (field: string): string => optional(field) ?? wrong(field, t.needed) ?? '',
    id: (field: string): string => (idPattern.test(raw(field)) ? raw(field) : (wrong(field, t.badId) ?? '')),
    /** A day that has come. */
    pastDate: (field: string, label: string): string => date(field, label, { past: true }) ?? '',
    date: (field: string, label: string): string => date(field, label) ?? '',
    optionalDate: (field: string, label: string): string | undefined => (raw(field) === '' ? undefined : date(field, label)),
    oneOf: <T extends string>(field: string, options: readonly T[], text: string): T | undefined =>
      options.find((one) => one === raw(field)) ?? wrong(field, text),
    integer: (field: string, min: number, max: number, text: string): number => {
      const value = /^\d{1,9}$/.test(raw(field)) ? Number(raw(field)) : Number.NaN;
      return value >= min && value <= max ? value : (wrong(field, text) ?? 0);
    },
    url: (field: string): string | undefined => {
      const typed = optional(field);
      if (typed === undefined || (/^https?:\/\/./.test(typed) && URL.canParse(typed))) return typed;
      return wrong(field, t.badUrl);
    },
    lines: (field: string): readonly string[] =>
      raw(field)
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    isDate: (typed: string): boolean => parseIsoDate(typed, { es: '', en: '' }).ok,
    /** Names typed in one field, one to a line or between commas. */
    list: (field: string): readonly string[] =>
      raw(field)
        .split(/[\n,;]/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
  };
}
export type Read = ReturnType<typeof readForm>;

/** A property only when there is a value: events hold nothing for what is not known. */
export const known = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }; // the one property named
