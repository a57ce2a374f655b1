/** Columns of `acta` that say where an acta belongs. They are known before election day and stay as they are. */
export const catalogueColumns = [
  'key',
  'acta_key',
  'state_id',
  'state',
  'district_id',
  'district',
  'municipality_id',
  'municipality',
  'section',
  'casilla_id',
  'ext',
  'casilla_type',
  'acta_type',
  'list',
] as const;

/** Columns of `acta` filled in by capture, the votes apart; numbers first. */
export const capturedNumbers = ['leftover', 'voters', 'reps_voted', 'drawn', 'entered', 'calculated', 'reps'] as const;
export const capturedTexts = [
  'status',
  'observations',
  'collected_at',
  'captured_at',
  'verified_at',
  'origin',
  'digitised',
  'document',
  'collated',
  'hash',
] as const;

const blankless = (column: string): string => `coalesce(nullif(nullif(ltrim(upper(trim("${column}"::varchar)), '0'), '-'), 'N/A'), '')`;

/**
 * What makes an acta the same acta in another cut: keys, geography and acta type, without the leading zeros and blanks that a publisher
 * may add or drop. Not unique: publishers truncate casilla ids and repeat the keys of early-vote and special casillas.
 */
export const identity = `concat_ws(chr(31), ${[
  blankless('key'),
  blankless('acta_key'),
  ...(['state', 'district', 'municipality'] as const).map(
    (place) => `coalesce(nullif(${blankless(`${place}_id`)}, ''), ${blankless(place)})`,
  ),
  ...['section', 'casilla_type', 'casilla_id', 'ext', 'acta_type'].map(blankless),
].join(', ')})`;

const all = [...catalogueColumns, ...capturedNumbers, ...capturedTexts].map((column) => `"${column}"`);

/** Digest of everything the model carries of an acta, its row number apart. */
export const digest = `md5(row(${[...all, 'votes', 'vote_status'].join(', ')})::varchar)`;

/** The votes of an acta: as published, or added up where the publisher gives no sum. */
export const calculated = (table: string): string => `coalesce(${table}.calculated, list_sum(${table}.votes), 0)`;

export const captured = (table: string): string => `${table}.status <> 'not-captured'`;
