import type { Lang } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { type MonthlyReport, type ReportFigure, reportFigures } from './events.ts';
import { monthlyWords } from './monthly-words.ts';
import { pageWords } from './page-words.ts';

/** The fields of the guided form. */
export const texts = { done: 'hecho', next: 'sigue', obstacles: 'impide' } as const;
export const figureField = (figure: ReportFigure): string => `cifra-${figure}`;

const both = (text: string) => ({ es: text, en: text });

/** Reads the guided form: absent when nothing in it was filled in, so that files alone may be handed in. */
export function readMonthly(form: ReadonlyMap<string, string>, lang: Lang, errors: FormError[]): MonthlyReport | undefined {
  const t = monthlyWords(lang);
  const typed = (field: string): string => form.get(field) ?? '';
  const fields = [...Object.values(texts), ...reportFigures.map(figureField)];
  if (fields.every((field) => typed(field) === '')) return undefined;
  const figures: Partial<Record<ReportFigure, number>> = {};
  for (const figure of reportFigures) {
    const text = typed(figureField(figure)).replaceAll(/[,\s]/g, '');
    if (text === '') continue;
    if (/^\d{1,7}$/.test(text) && Number(text) <= 1_000_000) figures[figure] = Number(text);
    else errors.push({ field: figureField(figure), text: t.badFigure });
  }
  for (const field of [texts.done, texts.next]) if (typed(field) === '') errors.push({ field, text: pageWords(lang).write });
  const obstacles = typed(texts.obstacles);
  return {
    done: both(typed(texts.done)),
    next: both(typed(texts.next)),
    ...(obstacles === '' ? {} : { obstacles: both(obstacles) }),
    figures,
  };
}

/** What the form begins with: what was typed, or what the last version of the same month says. */
export function monthlyValue(form: ReadonlyMap<string, string>, former: MonthlyReport | undefined, lang: Lang) {
  return {
    text: (name: keyof typeof texts): string => form.get(texts[name]) ?? former?.[name]?.[lang] ?? '',
    figure: (name: ReportFigure): string => form.get(figureField(name)) ?? former?.figures[name]?.toString() ?? '',
  };
}
