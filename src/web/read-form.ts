import { longDate } from '../core/date-words.ts';
import { parseIsoDate } from '../core/dates.ts';
import { idPattern } from '../core/ids.ts';
import { pick } from '../core/words.ts';
import type { FormError } from '../ui/forms.tsx';
import { formWords } from './form-words.ts';
import { uploadErrors } from './upload-errors.ts';
import type { Visit } from './visit.ts';

const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Reads the fields of one form. What is wrong with each is gathered in `errors`, so that all of it comes back at once. */
export function readForm(visit: Pick<Visit<unknown>, 'form' | 'lang' | 'today' | 'uploads'>) {
  const { form, lang, today } = visit;
  const t = formWords(lang);
  const errors: FormError[] = [...uploadErrors(visit)];
  const wrong = (field: string, text: string): undefined => {
    errors.push({ field, text });
    return undefined;
  };
  const raw = (field: string): string => (form.get(field) ?? '').trim();
  const optional = (field: string): string | undefined => raw(field) || undefined;
  const day = (field: string, label: string, { past = false } = {}): string | undefined => {
    const read = parseIsoDate(raw(field), { es: label, en: label });
    if (!read.ok) return wrong(field, pick(read.error.message, lang));
    const date = read.value.toString();
    return past && date > today ? wrong(field, t.future(longDate(today, lang))) : date;
  };
  const time = (field: string): string | undefined => (timePattern.test(raw(field)) ? raw(field) : wrong(field, t.badTime));
  const listed = (field: string, between: RegExp): readonly string[] =>
    raw(field)
      .split(between)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  return {
    errors,
    wrong,
    raw,
    optional,
    text: (field: string): string => optional(field) ?? wrong(field, t.needed) ?? '',
    id: (field: string): string => (idPattern.test(raw(field)) ? raw(field) : (wrong(field, t.badId) ?? '')),
    date: (field: string, label: string): string => day(field, label) ?? '',
    /** A day that has come. */
    pastDate: (field: string, label: string): string => day(field, label, { past: true }) ?? '',
    optionalDate: (field: string, label: string): string | undefined => (raw(field) === '' ? undefined : day(field, label)),
    optionalTime: (field: string): string | undefined => (raw(field) === '' ? undefined : time(field)),
    /** A day in one field and an hour of `zone` in another, as the instant they name. */
    instant: (field: string, hourField: string, label: string, zone: string): string => {
      const date = day(field, label);
      const hour = time(hourField);
      if (date === undefined || hour === undefined) return '';
      const local = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: hour });
      return local.toInstant().toString({ fractionalSecondDigits: 3 });
    },
    oneOf: <T extends string>(field: string, options: readonly T[], text: string = t.chooseOne): T | undefined =>
      options.find((one) => one === raw(field)) ?? wrong(field, text),
    integer: (field: string, min: number, max: number, text: string = t.badCount): number => {
      const value = /^\d{1,10}$/.test(raw(field)) ? Number(raw(field)) : Number.NaN;
      return value >= min && value <= max ? value : (wrong(field, text) ?? 0);
    },
    url: (field: string): string | undefined => {
      const typed = optional(field);
      if (typed === undefined || (/^https?:\/\/./.test(typed) && URL.canParse(typed))) return typed;
      return wrong(field, t.badUrl);
    },
    isTicked: (field: string): boolean => raw(field) === 'si',
    lines: (field: string): readonly string[] => listed(field, /\n/),
    isDate: (typed: string): boolean => parseIsoDate(typed, { es: '', en: '' }).ok,
    /** Names typed in one field, one to a line or between commas. */
    list: (field: string): readonly string[] => listed(field, /[\n,;]/),
  };
}
export type Read = ReturnType<typeof readForm>;

/** A property only when there is a value: events hold nothing for what is not known. */
export const known = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }; // the one property named

/** A text typed in one language stands in both. */
export const both = (text: string): { readonly es: string; readonly en: string } => ({ es: text, en: text });
