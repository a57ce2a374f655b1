import { longDate } from '../../core/date-words.ts';
import { parseIsoDate } from '../../core/dates.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import { type Figures, localTime, type Phase, type PhaseRun, type ProgressPoint, phases } from './events.ts';
import { exerciseFormWords } from './form-words.ts';

/** What is wrong with a field, in the reader's language. */
export type Fault = { readonly field: string; readonly text: string };

/** Reads the fields of a submitted form; what is wrong is gathered, so that all of it comes back at once. */
export function formReader(form: ReadonlyMap<string, string>, lang: Lang, today: IsoDate) {
  const t = exerciseFormWords(lang);
  const faults: Fault[] = [];
  const wrong = (field: string, text: string) => {
    faults.push({ field, text });
    return undefined;
  };
  const typed = (field: string): string => form.get(field) ?? '';
  const both = (text: string): Bilingual => ({ es: text, en: text });

  return {
    faults,
    text: (field: string): string | undefined => (typed(field) === '' ? undefined : typed(field)),
    /** A text in one language stands in both. */
    said: (field: string): Bilingual | undefined => (typed(field) === '' ? undefined : both(typed(field))),
    need: (field: string): Bilingual => (typed(field) === '' ? (wrong(field, t.write) ?? both('')) : both(typed(field))),
    choice: <T extends string>(field: string, options: readonly T[]): T | undefined =>
      options.find((one) => one === typed(field)) ?? wrong(field, t.chooseOne),
    count: (field: string): number | undefined => {
      if (typed(field) === '') return undefined;
      const compact = typed(field).replaceAll(/[,\s]/g, '');
      return /^\d{1,8}$/.test(compact) ? Number(compact) : wrong(field, t.badNumber);
    },
    percent: (field: string): number | undefined => {
      if (typed(field) === '') return undefined;
      const value = Number(typed(field).replace('%', '').trim().replace(',', '.'));
      return value >= 0 && value <= 100 ? value : wrong(field, t.badPercent);
    },
    time: (field: string): string | undefined => {
      if (typed(field) === '') return undefined;
      return localTime.safeParse(typed(field)).success ? typed(field) : wrong(field, t.badTime);
    },
    /** Yes, no, or nothing said. */
    truth: (field: string): boolean | undefined => (typed(field) === 'si' ? true : typed(field) === 'no' ? false : undefined),
    day: (field: string, label: Bilingual): IsoDate => {
      const read = parseIsoDate(typed(field), label);
      if (read.ok) return read.value.toString();
      wrong(field, pick(read.error.message, lang));
      return '';
    },
    /** A day on which something happened, so not one to come. */
    past: (field: string): IsoDate => {
      const read = parseIsoDate(typed(field), { es: exerciseFormWords('es').on, en: exerciseFormWords('en').on });
      if (!read.ok) {
        wrong(field, pick(read.error.message, lang));
        return '';
      }
      const day = read.value.toString();
      if (day > today) wrong(field, t.future(longDate(today, lang)));
      return day;
    },
    progress: (field: string): readonly ProgressPoint[] | undefined => {
      const lines = typed(field)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      if (lines.length === 0) return undefined;
      return lines.flatMap((line, i) => {
        const point = pointOf(line);
        if (!point) wrong(field, t.badProgress(i + 1));
        return point ?? [];
      });
    },
  };
}
export type FormReader = ReturnType<typeof formReader>;

/** «20, 350, 340»; a dash or nothing is not known. */
function pointOf(line: string): ProgressPoint | undefined {
  const [minutes = '', captured = '', published = '', more] = line.split(/[,;\t]/).map((part) => part.trim());
  if (!/^\d{1,4}$/.test(minutes) || more !== undefined) return undefined;
  const known = [captured, published].map((part) => (/^[-–—]?$/.test(part) ? null : /^\d{1,8}$/.test(part) ? Number(part) : undefined));
  if (known.includes(undefined)) return undefined;
  const [first, second] = known;
  return {
    minutes: Number(minutes),
    ...(typeof first === 'number' ? { captured: first } : {}),
    ...(typeof second === 'number' ? { published: second } : {}),
  };
}

/** The figures of a run, with only what was filled in. */
export function figuresOf(read: FormReader): Figures {
  const runs = phases.flatMap((phase) => phaseOf(read, phase) ?? []);
  return defined({
    from: read.time('medir-inicio'),
    to: read.time('medir-termino'),
    phases: runs.length > 0 ? runs : undefined,
    coincide: read.truth('medir-coinciden'),
    publishedPercent: read.percent('medir-porcentaje'),
    progress: read.progress('medir-avance') as ProgressPoint[] | undefined,
    staff: read.count('medir-personas'),
    substitute: read.text('medir-sustituto'),
  });
}

/** A phase of which anything was said. That it has a place, an hour or actas says that it was exercised. */
function phaseOf(read: FormReader, phase: Phase): PhaseRun | undefined {
  const field = (name: string) => `medir-${phase}-${name}`;
  const known = defined({
    order: read.count(field('lugar')),
    from: read.time(field('inicio')),
    to: read.time(field('termino')),
    actas: read.count(field('actas')),
    medianMinutes: read.count(field('mediana')),
  });
  const said = read.truth(field('si'));
  if (said === undefined && Object.keys(known).length === 0) return undefined;
  return { phase, exercised: said ?? true, ...known };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
/** The fields that have a value: what is not known is absent, never empty. */
export const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>; // exactly those that are left
