import type { Detected, Role } from '../detect/detected.ts';
import { quickStatus } from './special-sql.ts';

/** Fields beyond the header's that are kept of a row that has more. */
export const spareFields = 8;

/** Numbers of identity, which publishers protect as they do keys. */
const ordinals: readonly (readonly [column: string, role: Role])[] = [
  ['section', 'section'],
  ['casilla_id', 'casillaId'],
  ['ext', 'ext'],
];
/** Cells that become numbers and times. Each sort is one list, so that its macro is planned once and not once a column. */
const numbers: readonly (readonly [column: string, role: Role])[] = [
  ['leftover', 'leftover'],
  ['voters', 'voters'],
  ['reps_voted', 'repsVoted'],
  ['drawn', 'drawn'],
  ['entered', 'entered'],
  ['calculated', 'calculated'],
  ['list', 'list'],
  ['reps', 'reps'],
];
const times: readonly (readonly [column: string, role: Role])[] = [
  ['collected_at', 'collectedAt'],
  ['captured_at', 'capturedAt'],
  ['verified_at', 'verifiedAt'],
];
/** Text cells, with the macro that takes from their bare text what stands for nothing. */
const texts: readonly (readonly [column: string, role: Role, macro: 'prep_named' | 'prep_meant' | ''])[] = [
  ['key', 'key', 'prep_named'],
  ['acta_key', 'actaKey', 'prep_named'],
  ['state_id', 'stateId', ''],
  ['state', 'state', ''],
  ['district_id', 'districtId', ''],
  ['district', 'district', ''],
  ['municipality_id', 'municipalityId', ''],
  ['municipality', 'municipality', ''],
  ['casilla_type', 'casillaType', 'prep_meant'],
  ['acta_type', 'actaType', 'prep_named'],
  ['origin', 'origin', 'prep_named'],
  ['digitised', 'digitised', 'prep_named'],
  ['document', 'document', 'prep_named'],
  ['collated', 'collated', 'prep_named'],
  ['hash', 'hash', 'prep_meant'],
];

/**
 * How cells become numbers. `quick`: one cast for all of them and comparison with the special texts the file was seen to use, three times
 * as fast; a cell that is neither makes its row `odd`. `exact`: cell by cell, whatever is in it.
 */
export type Manner = 'quick' | 'exact';

/** The select that makes a cut's actas of its rows as text; `from` is what gives `n`, the row's number in the file, and `c0` …. */
export function actaSelect(detected: Detected, from: string, manner: Manner): string {
  const columns = new Map(detected.columns.map((column) => [column.role, column]));
  const cell = (role: Role): string => {
    const column = columns.get(role);
    return column === undefined ? 'null::varchar' : `c${column.index}`;
  };
  const bare = (role: Role): string => (columns.get(role)?.padded ? `prep_padded(${cell(role)})` : `prep_bare(${cell(role)})`);
  const text = (role: Role, macro: string): string =>
    !columns.has(role) ? 'null::varchar' : macro === '' ? bare(role) : `${macro}(${bare(role)})`;
  const controls = numbers.filter(([, role]) => columns.has(role));
  const place = new Map(controls.map(([column], i) => [column, i + 1]));
  const votes = detected.voteColumns.map(({ index }) => `c${index}`);
  const ordinal = (role: Role): string =>
    !columns.has(role) ? 'null::integer' : `try_cast(${manner === 'exact' ? `prep_number(${cell(role)})` : bare(role)} as integer)`;
  const isCount = !columns.has('counted');

  const cells = [
    'n',
    ...texts.map(([column, role, macro]) => `${text(role, macro)} as ${column}`),
    ...ordinals.map(([column, role]) => `${ordinal(role)} as ${column}`),
    `[${controls.map(([, role]) => cell(role)).join(', ')}]::varchar[] as control_cells`,
    `[${votes.join(', ')}]::varchar[] as vote_cells`,
    `${pointedIn(detected, [...votes, ...controls.map(([, role]) => cell(role))])} as pointed`,
    `list_transform([${times.map(([, role]) => cell(role)).join(', ')}]::varchar[], lambda x: prep_time(x)) as times`,
    `${cell('observations')} as observations`,
    // In a final count, which has no CONTABILIZADA, observations tell the kind of count and flag nothing.
    `${isCount ? '[]::varchar[]' : `prep_flags(${cell('observations')})`} as flags`,
    `${isCount ? 'null::varchar' : `prep_counted(${cell('counted')})`} as counted_text`,
    `${fieldsOf(detected.columns.length)} as fields`,
  ];
  const status = isCount
    ? `case when list_count(votes) > 0 then 'counted' else 'not-captured' end`
    : 'prep_status(counted_text, flags, key, acta_key, casilla_type)';
  const shown = [
    'n',
    ...texts.map(([column]) => column),
    ...ordinals.map(([column]) => column),
    ...numbers.map(([column]) => `${place.has(column) ? `numbers[${place.get(column)}]` : 'null::bigint'} as ${column}`),
    ...times.map(([column], i) => `times[${i + 1}] as ${column}`),
    ...['votes', 'vote_status', 'observations', 'flags', 'fields', `${status}::prep_acta_status as status`],
    'odd',
  ];
  const isOdd = manner === 'exact' ? 'false' : oddOf(votes.length, controls.length);
  return `select ${shown.join(', ')} from (select *, (${isOdd}) as odd from (select *, ${numbersOf(detected, manner)}
    from (select ${cells.join(', ')} from ${from})))`;
}

function numbersOf({ cells }: Detected, manner: Manner): string {
  if (manner === 'exact')
    return `list_transform(control_cells, lambda x: prep_number(x)) as numbers,
      list_transform(vote_cells, lambda x: prep_number(x)) as votes,
      list_transform(vote_cells, lambda x: prep_vote_status(x)::prep_vote_status) as vote_status`;
  const quick = quickStatus(cells.specials);
  return `try_cast(control_cells as bigint[]) as numbers,
    list_transform(control_cells, lambda x: ${quick}) as control_status,
    try_cast(vote_cells as bigint[]) as votes,
    list_transform(vote_cells, lambda x: (${quick})::prep_vote_status) as vote_status`;
}

/** A cell is a number or a special text, never both: where fewer are found than there are cells, something else is written. */
const oddOf = (votes: number, controls: number): string =>
  `pointed or list_count(votes) + list_count(vote_status) <> ${votes} or list_count(numbers) + list_count(control_status) <> ${controls}`;

/** Whether a point occurs in the cells of numbers, which a cast would round; looked for only where the table has decimals at all. */
const pointedIn = ({ cells }: Detected, columns: readonly string[]): string =>
  cells.decimals ? `contains(concat('', ${[...columns, "''"].join(', ')}), '.')` : 'false';

/** Number of fields of a row: the first cell after the last present one is NULL, while an empty field is an empty text. */
function fieldsOf(width: number): string {
  const upTo = (from: number, to: number): string =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => `(c${from + i} is not null)::int`).join(' + ');
  const last = width - 1;
  return `(case when c${last} is not null and c${width} is null then ${width} else ${upTo(0, width + spareFields)} end)::usmallint`;
}

/** Columns of the view `acta`, in the order of the model. */
export const actaColumns = [
  ...['key', 'acta_key', 'state_id', 'state', 'district_id', 'district', 'municipality_id', 'municipality', 'section', 'casilla_id', 'ext'],
  ...['casilla_type', 'acta_type', 'votes', 'vote_status', 'leftover', 'voters', 'reps_voted', 'drawn', 'entered', 'calculated', 'list'],
  ...['reps', 'status', 'flags', 'observations', 'collected_at', 'captured_at', 'verified_at', 'origin', 'digitised', 'document'],
  ...['collated', 'hash'],
] as const;
