import { z } from 'zod';
import type { IsoDate } from '../../core/event.ts';
import { asId, idPattern, type NormId, type ObligationCode } from '../../core/ids.ts';
import type { Bilingual } from '../../core/words.ts';

/** How well a rule is confirmed: read in a public source, computed from dates seen in one, or still to be confirmed. */
export type Confirmation = 'seen' | 'computed' | 'to-confirm';

/** A rule that gives one date from the election day alone. Months are calendar months and are taken away before days. */
export type JornadaRule =
  | { readonly kind: 'monthsBefore'; readonly months: number; readonly days: number }
  | { readonly kind: 'daysBefore'; readonly days: number }
  | { readonly kind: 'daysAfter'; readonly days: number }
  | { readonly kind: 'sundayBefore'; readonly nth: number }
  | { readonly kind: 'jornada' };
/** A rule that counts from the date of another row of the same norm. */
export type RelativeRule = { readonly kind: 'before' | 'after'; readonly row: ObligationCode; readonly days: number };
export type DateRule = JornadaRule | RelativeRule;
/**
 * One date for each calendar month, from the month that contains `from` to the last whole month before the election
 * day: the given day of the next month, except for the last one, which is due on `last`.
 */
export type MonthlyRule = {
  readonly kind: 'monthly';
  readonly dayOfNextMonth: number;
  readonly from: JornadaRule;
  readonly last: JornadaRule;
};
export type Rule = DateRule | MonthlyRule;

export type Wording = { readonly title: Bilingual; readonly evidence: Bilingual };
export type Condition = { readonly id: string; readonly text: Bilingual; readonly dependsOn?: ObligationCode };

/** One row of a norm, checked: every code it names exists, and no rule waits for itself. */
export type NormRow = Wording & {
  readonly code: ObligationCode;
  /** `E…` are deliverables, `M…` milestones. */
  readonly kind: 'deliverable' | 'milestone';
  readonly topic: string;
  readonly responsible: Bilingual;
  readonly due: Rule;
  readonly sendWithinDays?: number;
  readonly windowFrom?: DateRule;
  readonly draftOf?: ObligationCode;
  /** The row applies only when the answer is yes. */
  readonly condition?: Condition;
  /** The row always applies, but asks for one thing or another by the answer. */
  readonly branch?: { readonly on: string; readonly yes: Wording; readonly no: Wording };
  /** Stated in the norm's file, and those that its rule, its draft and its condition imply. */
  readonly dependsOn: readonly ObligationCode[];
  readonly citation: string;
  readonly confirmation: Confirmation;
  readonly note?: Bilingual;
};

export type NormTopic = { readonly id: string; readonly name: Bilingual };
export type Norm = {
  readonly id: NormId;
  readonly name: Bilingual;
  readonly approved: IsoDate;
  /** The acts whose text this is, as cited. */
  readonly basis: string;
  /** What whoever relies on this version must know about how it was obtained. */
  readonly caution: Bilingual;
  readonly topics: readonly NormTopic[];
  readonly conditions: readonly Condition[];
  readonly rows: readonly NormRow[];
};

const text = z.string().trim().min(1);
const bilingual = z.strictObject({ es: text, en: text });
const id = z.string().regex(idPattern);
export const codePattern = /^[EM]\d{2}[a-z]?$/;
const code = z
  .string()
  .regex(codePattern)
  .transform((value) => asId<ObligationCode>(value));
/** Three years: no rule of a PREP looks further, and a slip of the finger does. */
const count = z.int().min(0).max(1096);
const positive = z.int().min(1).max(1096);

const jornadaRules = [
  z.strictObject({ monthsBefore: positive.max(36), daysBefore: count.exactOptional() }).transform(
    (rule): JornadaRule => ({
      kind: 'monthsBefore',
      months: rule.monthsBefore,
      days: rule.daysBefore ?? 0,
    }),
  ),
  z.strictObject({ daysBefore: positive }).transform((rule): JornadaRule => ({ kind: 'daysBefore', days: rule.daysBefore })),
  z.strictObject({ daysAfter: positive }).transform((rule): JornadaRule => ({ kind: 'daysAfter', days: rule.daysAfter })),
  z.strictObject({ sundayBefore: positive.max(52) }).transform((rule): JornadaRule => ({ kind: 'sundayBefore', nth: rule.sundayBefore })),
  z.strictObject({ jornada: z.literal(true) }).transform((): JornadaRule => ({ kind: 'jornada' })),
] as const;
const relativeRules = [
  z.strictObject({ before: code, days: count }).transform((rule): RelativeRule => ({ kind: 'before', row: rule.before, days: rule.days })),
  z.strictObject({ after: code, days: count }).transform((rule): RelativeRule => ({ kind: 'after', row: rule.after, days: rule.days })),
] as const;
const jornadaRule = z.union(jornadaRules);
const dateRule = z.union([...jornadaRules, ...relativeRules]);
const rule = z.union([
  ...jornadaRules,
  ...relativeRules,
  z
    .strictObject({ monthly: z.strictObject({ dayOfNextMonth: z.int().min(1).max(28), from: jornadaRule, last: jornadaRule }) })
    .transform((one): MonthlyRule => ({ kind: 'monthly', ...one.monthly })),
]);
/** Each rule's form, as written in a norm, by the key that tells it from the others. */
export const ruleForms: Readonly<Record<string, string>> = {
  monthsBefore: '{ monthsBefore: 4 }, { monthsBefore: 2, daysBefore: 15 }',
  daysBefore: '{ daysBefore: 45 }',
  daysAfter: '{ daysAfter: 30 }',
  sundayBefore: '{ sundayBefore: 3 }',
  jornada: '{ jornada: true }',
  before: '{ before: M01, days: 5 }',
  after: '{ after: M01, days: 5 }',
  monthly: '{ monthly: { dayOfNextMonth: 5, from: { monthsBefore: 9 }, last: { daysBefore: 1 } } }',
};
/** The keys under which a rule stands. */
export const rulePlaces: readonly PropertyKey[] = ['due', 'windowFrom', 'from', 'last'];

const wording = z.strictObject({ title: bilingual, evidence: bilingual });
export const confirmations = ['seen', 'computed', 'to-confirm'] as const satisfies readonly Confirmation[];

const row = z.strictObject({
  code,
  title: bilingual,
  topic: id,
  responsible: z.array(id).min(1),
  evidence: bilingual,
  due: rule,
  sendWithinDays: positive.exactOptional(),
  windowFrom: dateRule.exactOptional(),
  draftOf: code.exactOptional(),
  condition: id.exactOptional(),
  branch: z.strictObject({ on: id, yes: wording, no: wording }).exactOptional(),
  dependsOn: z.array(code).exactOptional(),
  citation: text,
  confirmation: z.enum(confirmations),
  note: bilingual.exactOptional(),
});
export type SourceRow = z.infer<typeof row>;

/** A norm's file as written, each value well formed; whether its parts fit together is checked after (norm-links.ts). */
export const normSource = z.strictObject({
  id,
  name: bilingual,
  approved: z.iso.date(),
  basis: text,
  caution: bilingual,
  topics: z.array(z.strictObject({ id, name: bilingual })).min(1),
  responsibles: z.record(id, bilingual),
  conditions: z.record(id, z.strictObject({ text: bilingual, dependsOn: code.exactOptional() })),
  rows: z.array(row).min(1),
});
export type NormSource = z.infer<typeof normSource>;

/** The keys a norm's file and its rows may have: named when an unknown one is found. */
export const knownKeys: { readonly norm: readonly string[]; readonly row: readonly string[] } = {
  norm: Object.keys(normSource.shape),
  row: Object.keys(row.shape),
};
