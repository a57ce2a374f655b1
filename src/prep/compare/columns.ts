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

const bare = (text: string): string => `ltrim(coalesce(${text}, ''), ' 0-')`;

/**
 * What makes an acta the same acta in another cut: keys, geography and acta type, without the leading zeros and dashes that a publisher
 * may add or drop. Not unique: publishers truncate casilla ids and repeat the keys of early-vote and special casillas.
 */
export const identity = `upper(concat_ws(chr(31), ${[
  ...['"key"', 'acta_key', 'coalesce(state_id, state)', 'coalesce(district_id, district)', 'coalesce(municipality_id, municipality)'].map(
    bare,
  ),
  `coalesce(section, 0), coalesce(casilla_type, ''), coalesce(casilla_id, 0), coalesce(ext, 0)`,
  bare('acta_type'),
].join(', ')}))`;

const all = [...catalogueColumns, ...capturedNumbers, ...capturedTexts].map((column) => `"${column}"`);

/**
 * A number of 64 bits made of everything the model carries of an acta, its row number apart. Two actas with the same number are taken to be
 * equal: in a pair of national cuts, once in a hundred million million pairs two that differ would be.
 */
export const imprint = `hash(${[...all, 'votes', 'vote_status'].join(', ')})`;

/** The same as a digest that any later version of the database gives too, for what is put in an order by it. */
export const digest = `md5(row(${[...all, 'votes', 'vote_status'].join(', ')})::varchar)`;

/** The votes of an acta: as published, or added up where the publisher gives no sum. */
export const calculated = (table: string): string => `coalesce(${table}.calculated::hugeint, list_sum(${table}.votes), 0)`;

/** The votes of an acta as text: equal text, equal votes. */
export const ballot = (table: string): string =>
  `coalesce(${table}.votes::varchar, '') || coalesce(${table}.vote_status::varchar, '') || coalesce(${table}.calculated::varchar, '')`;

/** The district or municipality of an acta, as it is shown. */
export const placeName = `coalesce(nullif(district, '-'), nullif(municipality, '-'), nullif(district_id, '-'), nullif(municipality_id, '-'), '—')`;

/** What an acta is called when it is shown. */
export const subject = (table: string): string => `coalesce(${table}.acta_key, ${table}."key", '')`;
