import type { Bilingual } from '../../core/words.ts';
import type { Role } from '../detect/detected.ts';
import type { LoadedCut } from '../load/prep.ts';
import type { Recomputation } from '../totals/recomputation.ts';

export const families = ['structure', 'identity', 'arithmetic', 'totals', 'status', 'time', 'integrity', 'drill'] as const;
export type Family = (typeof families)[number];
/** `error`: a published rule is broken. `warning`: it needs an explanation. `note`: worth knowing; nothing is wrong by itself. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** What a person says about the cut that its file does not say. */
export type CheckOptions = {
  /** The last cut of the night: participation must then include special casillas. */
  readonly final?: boolean;
  /** A drill; `planned` is the number of actas it was meant to capture. */
  readonly drill?: { readonly planned?: number };
};

/** One place where a rule is broken. `row` counts data rows from 1, null when it is not about a row. */
export type Offence = {
  readonly row: number | null;
  /** The acta, column or total it is about; null when the place has no name. */
  readonly subject: string | null;
  readonly saw: string;
  readonly expected: string;
};

/** What checks over the file as a whole may look at. */
export type CutFacts = { readonly cut: LoadedCut; readonly totals: Recomputation; readonly options: CheckOptions };

type Words = {
  readonly title: Bilingual;
  /** Where the rule comes from. */
  readonly source: Bilingual;
  /** For who publishes the data: what to look at and mend. */
  readonly publisher: Bilingual;
  /** For who oversees the publication: what it means, what it does not, what to ask. */
  readonly overseer: Bilingual;
};

type Common = Words & {
  /** Name of the check's folder. */
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  /** Run only when a person says that the cut is the final one, or a drill. */
  readonly when?: 'final' | 'drill';
  /** Columns without which the question makes no sense; a file that lacks one is not asked. */
  readonly needs?: readonly Role[];
};

/**
 * `row`: `query.sql` is `select row, … as saw, … as expected from measured where cut = $cut and (…)`; all of them are counted in one scan.
 * `measured` is `acta` with what many checks ask of its lists (`measures` in load/acta-sql.ts).
 * `set`: `query.sql` is any query that gives `row`, `subject`, `saw`, `expected` of one cut.
 * `cut`: a function of what was detected and recomputed. `eachSubject` makes one finding of each subject instead of one of all.
 * Queries may use `$cut`, `$cut_at` (local time of the cut or null), `$vote_names` (the vote columns as published).
 */
export type RowCheck = Common & { readonly kind: 'row' };
export type SetCheck = Common & { readonly kind: 'set'; readonly eachSubject?: true };
export type CutCheck = Common & {
  readonly kind: 'cut';
  readonly eachSubject?: true;
  readonly fromCut: (facts: CutFacts) => readonly Offence[];
};
export type Check = RowCheck | SetCheck | CutCheck;

/** What a check found in one cut. */
export type Finding = {
  readonly check: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly cut: number;
  /** The total or column it is about, for checks that make one finding of each; null otherwise. */
  readonly subject: string | null;
  readonly count: number;
  /** The first rows, at most `shownRows`, in the order of the file; `offencesOf` gives all. */
  readonly rows: readonly number[];
  /** Those of the first offence; of all of them when they are about columns and not rows. */
  readonly saw: string;
  readonly expected: string;
  /** The first offences, at most `shownRows` unless more were asked for. */
  readonly offences: readonly Offence[];
  readonly title: Bilingual;
  readonly source: Bilingual;
  readonly texts: { readonly publisher: Bilingual; readonly overseer: Bilingual };
};

export const shownRows = 20;
