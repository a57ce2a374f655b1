import { daysAfter, daysBefore, monthsBefore, monthsBetween, nthSundayBefore, wasClamped } from '../../core/dates.ts';
import type { IsoDate } from '../../core/event.ts';
import type { ObligationCode } from '../../core/ids.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { DateRule, JornadaRule, MonthlyRule } from './norm.ts';
import { cautionWords, dateOfName, jornadaName, periodName, stepWords } from './rule-words.ts';

export type Input = { readonly name: Bilingual; readonly value: string };
export type Step = { readonly text: Bilingual; readonly result: IsoDate };
/** A date and how it was reached; the last step's result is the date. */
export type Reached = {
  readonly date: Temporal.PlainDate;
  readonly inputs: readonly Input[];
  readonly steps: readonly Step[];
  readonly cautions: readonly Bilingual[];
};

/** Where every rule starts: the election day itself. */
export function fromJornada(jornada: Temporal.PlainDate): Reached {
  const day = jornada.toString();
  return { date: jornada, inputs: [{ name: jornadaName, value: day }], steps: [{ text: jornadaName, result: day }], cautions: [] };
}

/** The date a rule gives. `dateOf` answers for the row a relative rule counts from; the norm has no cycles. */
export function reach(rule: DateRule, start: Reached, dateOf: (code: ObligationCode) => Reached): Reached {
  if (!('row' in rule)) return reachFromJornada(rule, start);
  const other = dateOf(rule.row);
  const date = rule.kind === 'before' ? daysBefore(other.date, rule.days) : daysAfter(other.date, rule.days);
  const reached = then(other, date, stepWords.fromRow(rule));
  return { ...reached, inputs: [...other.inputs, { name: dateOfName(rule.row), value: other.date.toString() }] };
}

function reachFromJornada(rule: JornadaRule, start: Reached): Reached {
  const jornada = start.date;
  switch (rule.kind) {
    case 'monthsBefore': {
      const month = monthsBefore(jornada, rule.months);
      const reached = then(start, month, stepWords.months(rule.months));
      const careful = wasClamped(jornada, month)
        ? { ...reached, cautions: [...reached.cautions, cautionWords.clamped(jornada.day, month)] }
        : reached;
      return rule.days === 0 ? careful : then(careful, daysBefore(month, rule.days), stepWords.daysBefore(rule.days));
    }
    case 'daysBefore':
      return then(start, daysBefore(jornada, rule.days), stepWords.daysBefore(rule.days));
    case 'daysAfter':
      return then(start, daysAfter(jornada, rule.days), stepWords.daysAfter(rule.days));
    case 'sundayBefore':
      return then(start, nthSundayBefore(jornada, rule.nth), stepWords.sunday(rule.nth));
    case 'jornada':
      return start;
    default:
      return unreachable(rule);
  }
}

/** The dates of a monthly rule by the month reported, `YYYY-MM`, oldest first. */
export function reachMonthly(rule: MonthlyRule, start: Reached): readonly (Reached & { readonly period: string })[] {
  const jornada = start.date;
  const lastWholeMonth = daysBefore(jornada.with({ day: 1 }), 1);
  const months = monthsBetween(reachFromJornada(rule.from, start).date, lastWholeMonth);
  return months.map((month, index) => {
    const period = month.toString();
    const due = month.add({ months: 1 }).toPlainDate({ day: rule.dayOfNextMonth });
    const reached =
      index === months.length - 1 ? reachFromJornada(rule.last, start) : then(start, due, stepWords.dayOfNext(rule.dayOfNextMonth, period));
    return { ...reached, period, inputs: [...reached.inputs, { name: periodName, value: period }] };
  });
}

const then = (before: Reached, date: Temporal.PlainDate, text: Bilingual): Reached => ({
  ...before,
  date,
  steps: [...before.steps, { text, result: date.toString() }],
});

/** Answers `dateOf` for the rows of one norm, each reached once. */
export function datesOf(rules: ReadonlyMap<ObligationCode, DateRule>, start: Reached): (code: ObligationCode) => Reached {
  const known = new Map<ObligationCode, Reached>();
  const dateOf = (code: ObligationCode): Reached => {
    const before = known.get(code);
    if (before) return before;
    const reached = reach(must(rules.get(code), `the norm was checked and has a dated row ${code}`), start, dateOf);
    known.set(code, reached);
    return reached;
  };
  return dateOf;
}
