import { daysAfter, isSunday, isWeekend } from '../../core/dates.ts';
import type { IsoDate } from '../../core/event.ts';
import type { ObligationCode } from '../../core/ids.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Confirmation, DateRule, Norm, NormRow, Wording } from './norm.ts';
import { cautionWords, monthlyTitle, ruleText } from './rule-words.ts';
import { datesOf, fromJornada, type Input, type Reached, reach, reachMonthly, type Step } from './rules.ts';

/** Why a date is the one it is: enough to redo the count by hand. The last step's result is the due date. */
export type Explanation = {
  readonly rule: Bilingual;
  readonly inputs: readonly Input[];
  readonly steps: readonly Step[];
  readonly citation: string;
  readonly confirmation: Confirmation;
  /** Month clamped, weekend not moved, election day not a Sunday. */
  readonly caution?: Bilingual;
};

export type Obligation = {
  /** `E14`, or `E03@2019-12` for one month of a monthly row. */
  readonly key: string;
  readonly code: ObligationCode;
  /** `YYYY-MM`, of monthly rows. */
  readonly period?: string;
  readonly title: Bilingual;
  readonly topic: string;
  readonly responsible: Bilingual;
  readonly evidence: Bilingual;
  readonly kind: 'deliverable' | 'milestone';
  readonly due: IsoDate;
  /** By when it has to be sent to the INE, counted from `due`. */
  readonly sendBy?: IsoDate;
  /** From when it is the time for it: the draft's due date, the test reported on, the thirty days of the drills. */
  readonly window?: { readonly from: IsoDate };
  readonly draftOf?: ObligationCode;
  readonly condition?: { readonly id: string; readonly text: Bilingual; readonly dependsOn?: ObligationCode };
  readonly dependsOn: readonly ObligationCode[];
  readonly citation: string;
  readonly confirmation: Confirmation;
  readonly note?: Bilingual;
  readonly explanation: Explanation;
};

/** Answers to a norm's conditions, by id (`tercero`, `ccv`, `difusores`). No answer is no answer, neither yes nor no. */
export type Answers = Readonly<Record<string, boolean>>;

/**
 * The obligations a norm gives for an election day, in the norm's order; monthly rows give one a month. A row whose
 * condition is answered with no is left out, also from the `dependsOn` of others; without an answer it stays, with its condition.
 * Any day may be an election day: one that is not a Sunday is said in every explanation's caution.
 */
export function computeObligations(norm: Norm, jornada: Temporal.PlainDate, answers: Answers = {}): readonly Obligation[] {
  const start = { ...fromJornada(jornada), cautions: isSunday(jornada) ? [] : [cautionWords.notSunday(jornada)] };
  const rules = new Map<ObligationCode, DateRule>();
  for (const { code, due } of norm.rows) if (due.kind !== 'monthly') rules.set(code, due);
  const dateOf = datesOf(rules, start);
  const absent = new Set(norm.rows.filter((row) => row.condition && answers[row.condition.id] === false).map((row) => row.code));

  return norm.rows.flatMap((row): readonly Obligation[] => {
    if (absent.has(row.code)) return [];
    const { windowFrom } = row;
    const from = windowFrom && reach(windowFrom, start, dateOf).date;
    const describe = describer(row, wordingOf(row, answers), absent, from);
    return row.due.kind === 'monthly' ? reachMonthly(row.due, start).map(describe) : [describe(dateOf(row.code))];
  });
}

const wordingOf = (row: NormRow, answers: Answers): Wording => {
  const answer = row.branch && answers[row.branch.on];
  if (row.branch === undefined || answer === undefined) return row;
  return answer ? row.branch.yes : row.branch.no;
};

/** What does not depend on the date is made once a row, and shared by its months. */
function describer(row: NormRow, wording: Wording, absent: ReadonlySet<ObligationCode>, from: Temporal.PlainDate | undefined) {
  const { code, topic, responsible, kind, draftOf, condition, citation, confirmation, note, sendWithinDays } = row;
  const rule = ruleText(row.due, sendWithinDays);
  const dependsOn = row.dependsOn.filter((one) => !absent.has(one));

  return (reached: Reached & { readonly period?: string }): Obligation => {
    const { period, date, inputs, steps } = reached;
    const cautions = kind === 'deliverable' && isWeekend(date) ? [...reached.cautions, cautionWords.weekend(date)] : reached.cautions;
    return {
      key: period === undefined ? code : `${code}@${period}`,
      code,
      ...(period !== undefined && { period }),
      title: period === undefined ? wording.title : monthlyTitle(wording.title, period),
      topic,
      responsible,
      evidence: wording.evidence,
      kind,
      due: date.toString(),
      ...(sendWithinDays !== undefined && { sendBy: daysAfter(date, sendWithinDays).toString() }),
      ...(from && { window: { from: from.toString() } }),
      ...(draftOf !== undefined && { draftOf }),
      ...(condition && { condition }),
      dependsOn,
      citation,
      confirmation,
      ...(note && { note }),
      explanation: { rule, inputs, steps, citation, confirmation, ...(cautions.length > 0 && { caution: together(cautions) }) },
    };
  };
}

const together = (cautions: readonly Bilingual[]): Bilingual => ({
  es: cautions.map((one) => one.es).join(' '),
  en: cautions.map((one) => one.en).join(' '),
});
