import type { ReadFault } from '../source/fault.ts';
import type { TotalName } from './total-names.ts';

/** A thing the reader concluded: how sure it is (0 to 1) and what it saw, for a person to judge. `given` when a profile imposed it. */
export type Seen<T> = { readonly value: T; readonly confidence: number; readonly saw: string; readonly given?: true };

export type Encoding = 'ascii' | 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
export type LineEnd = 'lf' | 'crlf' | 'cr';
export type Delimiter = ',' | '|' | ';' | '\t';
export type Quoting = 'none' | 'some' | 'all';
/** How CLAVE_CASILLA is kept from being taken for a number: `'…`, `'…'`, `="…"`, or not at all. */
export type KeyProtection = 'none' | 'apostrophe' | 'apostrophes' | 'equals-quotes';

/** What a column means, when its name is known; a vote column is known by its position instead. */
export type Role =
  | 'key'
  | 'actaKey'
  | 'stateId'
  | 'state'
  | 'districtId'
  | 'district'
  | 'municipalityId'
  | 'municipality'
  | 'section'
  | 'casillaId'
  | 'casillaType'
  | 'ext'
  | 'location'
  | 'actaType'
  | 'leftover'
  | 'voters'
  | 'repsVoted'
  | 'drawn'
  | 'entered'
  | 'calculated'
  | 'list'
  | 'reps'
  | 'observations'
  | 'counted'
  | 'transfer'
  | 'hash'
  | 'collectedAt'
  | 'capturedAt'
  | 'verifiedAt'
  | 'origin'
  | 'digitised'
  | 'document'
  | 'collated'
  | 'vote'
  | 'unknown';

export type Column = {
  /** From 0; column `c<index>` of `raw`. */
  readonly index: number;
  /** As published, without quotes and outer blanks. */
  readonly name: string;
  readonly role: Role;
  /** True when an earlier column bears the same name. */
  readonly repeated: boolean;
  /** True when cells of the rows looked at end in a blank, or begin with one or with an odd apostrophe. */
  readonly padded: boolean;
};

export type VoteKind = 'party' | 'coalition' | 'common' | 'independent' | 'not-registered' | 'null-votes';
/** One vote column, in the order of `acta.votes`. */
export type VoteColumn = { readonly index: number; readonly name: string; readonly kind: VoteKind };

/** A published total: `name` is null when the publisher's label is not known. `value` is null when the text is no number. */
export type PublishedTotal = {
  readonly name: TotalName | null;
  readonly label: string;
  readonly text: string;
  readonly value: number | null;
};

/** Everything read from the head (and tail) of a results file before its rows are loaded. */
export type Detected = {
  /** `prep`: preliminary results. `computos`: the final count, which has neither CONTABILIZADA nor integrity codes. */
  readonly kind: Seen<'prep' | 'computos'>;
  readonly encoding: Seen<Encoding>;
  readonly bom: boolean;
  readonly lineEnd: Seen<LineEnd>;
  readonly delimiter: Seen<Delimiter>;
  readonly quoting: Seen<Quoting>;
  readonly keyProtection: Seen<KeyProtection>;
  /** Line of the table's header, from 1, blank lines and `sep=` included. */
  readonly headerLine: Seen<number>;
  /** Lines that are not empty up to the header, it included. */
  readonly filledLinesThroughHeader: number;
  /** Title as published; null when there is none. */
  readonly title: string | null;
  /** Type of election (`GUB`, `DIP_LOC`, `AYUN` …), from the title or the file's name; null when neither says. */
  readonly election: Seen<string | null>;
  /** Number of the entity (`21`), when the rows looked at agree; null for a whole country or when they do not say. */
  readonly stateId: string | null;
  /** Its name as published, when the rows looked at agree. */
  readonly state: string | null;
  /** The cut's own time: `2024-06-03T20:00:00-06:00`, without offset when none is published; null when there is none. */
  readonly cutAt: Seen<string | null>;
  /** The cut's time as published. */
  readonly cutText: string | null;
  readonly totals: readonly PublishedTotal[];
  /** Filled lines from the totals to the end, where a publisher writes them below the table; 0 where they stand above it. */
  readonly totalsBelow: number;
  readonly columns: readonly Column[];
  readonly voteColumns: readonly VoteColumn[];
  /** How cells that should hold a number are written, for the loader: texts met in their place, and whether decimals occur in the table. */
  readonly cells: { readonly specials: readonly string[]; readonly decimals: boolean };
  /** Id of the publisher's profile, `generic` when none fits. */
  readonly profile: Seen<string>;
  readonly faults: readonly ReadFault[];
};
