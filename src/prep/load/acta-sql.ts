import type { Detected, Role } from '../detect/detected.ts';
import { specialOf } from '../detect/specials.ts';
import { literal } from './quote.ts';
import { quickStatus, specialTexts } from './special-sql.ts';

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
type TextMacro = 'prep_bare' | 'prep_named' | 'prep_meant';
/** Text cells, with the macro that takes off their protection and what stands for nothing. */
const texts: readonly (readonly [column: string, role: Role, macro: TextMacro])[] = [
  ['key', 'key', 'prep_named'],
  ['acta_key', 'actaKey', 'prep_named'],
  ['state_id', 'stateId', 'prep_bare'],
  ['state', 'state', 'prep_bare'],
  ['district_id', 'districtId', 'prep_bare'],
  ['district', 'district', 'prep_bare'],
  ['municipality_id', 'municipalityId', 'prep_bare'],
  ['municipality', 'municipality', 'prep_bare'],
  ['casilla_type', 'casillaType', 'prep_meant'],
  ['acta_type', 'actaType', 'prep_named'],
  ['origin', 'origin', 'prep_named'],
  ['digitised', 'digitised', 'prep_named'],
  ['document', 'document', 'prep_named'],
  ['collated', 'collated', 'prep_named'],
  ['hash', 'hash', 'prep_meant'],
];

/** What many checks ask of an acta's lists, worked out once a row. `remarks` is 0 when OBSERVACIONES says nothing. */
export const measures = `list_sum(votes) as votes_sum, list_count(votes) as legible, list_min(votes) as least_vote,
  coalesce(len(flags), 0) as remarks`;
export const measureColumns = ['votes_sum', 'legible', 'least_vote', 'remarks'] as const;

/**
 * The select that makes a cut's actas of its rows as text; `from` is what gives `c0` ….
 *
 * Cells become numbers in the dearest part of it, and nearly all rows are of two sorts: one text in every vote cell (an acta that was not
 * captured), which needs no cell looked at again, and numbers alone, which are one cast. For the rest each cell is compared with the special
 * texts the file was seen to use. A cell that is neither makes its row `odd`: that row alone is read with the exact macros, cell by cell.
 */
export function actaSelect(detected: Detected, from: string): string {
  const columns = new Map(detected.columns.map((column) => [column.role, column]));
  const cell = (role: Role): string => {
    const column = columns.get(role);
    return column === undefined ? 'null::varchar' : `c${column.index}`;
  };
  const text = (role: Role, macro: TextMacro): string => {
    if (!columns.has(role)) return 'null::varchar';
    return columns.get(role)?.padded ? `${macro}_padded(${cell(role)})` : `${macro}(${cell(role)})`;
  };
  const controls = numbers.filter(([, role]) => columns.has(role));
  const place = new Map(controls.map(([column], i) => [column, i + 1]));
  const votes = detected.voteColumns.map(({ index }) => `c${index}`);
  const ordinal = (role: Role): string => `try_cast(${text(role, 'prep_bare')} as integer)`;
  const isCount = !columns.has('counted');
  const stamps = times.map(([, role]) => cell(role));

  const cells = [
    ...texts.map(([column, role, macro]) => `${text(role, macro)} as ${column}`),
    ...ordinals.map(([column, role]) => `${ordinal(role)} as ${column}`),
    `[${controls.map(([, role]) => `prep_unsaid(${cell(role)})`).join(', ')}]::varchar[] as control_cells`,
    ...voteCells(detected, votes),
    `${pointedIn(detected, [...votes, ...controls.map(([, role]) => cell(role))])} as pointed`,
    `case when ${stamps.map((stamp) => `${stamp} = '-'`).join(' and ')} then null
       else list_transform([${stamps.join(', ')}]::varchar[], lambda x: prep_time(x)) end as times`,
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
    ...texts.map(([column]) => column),
    ...ordinals.map(([column]) => column),
    ...numbers.map(([column]) => `${place.has(column) ? `numbers[${place.get(column)}]` : 'null::bigint'} as ${column}`),
    ...times.map(([column], i) => `times[${i + 1}] as ${column}`),
    ...['votes', 'vote_status', 'observations', 'flags', 'fields', `${status}::prep_acta_status as status`, measures],
  ];
  return `select ${shown.join(', ')} from (${numbersOf(detected, `select ${cells.join(', ')} from ${from}`)})`;
}

/**
 * The vote cells of a row, null where all of them are one special text, which is then `every_vote`; `all_plain` where each begins as a number
 * does (or a word): what begins otherwise must not be cast unseen, since ` - ` would become zero.
 */
function voteCells({ cells }: Detected, votes: readonly string[]): readonly string[] {
  const [first, ...others] = votes;
  if (first === undefined) return ['[]::varchar[] as vote_cells', 'null::varchar as every_vote', 'true as all_plain'];
  // Not `in (…)`, which would be planned as a join.
  const special = `(${specialTexts(cells.specials)
    .map((text) => `${first} = ${literal(text)}`)
    .join(' or ')})`;
  const same = [special, ...others.map((vote) => `${vote} = ${first}`)].join(' and ');
  const plain = votes.map((vote) => `${vote} >= '0'`).join(' and ');
  return [
    `case when ${same} then null else [${votes.join(', ')}]::varchar[] end as vote_cells`,
    `${first} as every_vote`,
    `case when ${plain} then true else false end as all_plain`,
  ];
}

/** Adds `votes`, `vote_status` and `numbers`; a cell is a number or a special text, never both, so where they do not add up the row is odd. */
function numbersOf({ cells, voteColumns }: Detected, from: string): string {
  const all = voteColumns.length;
  const same = (value: string): string => `[${Array.from({ length: all }, () => value).join(', ')}]`;
  const none = `${same('null')}::bigint[]`;
  const whole = `${same('null')}::prep_vote_status[]`;
  const every = specialTexts(cells.specials)
    .map((text) => `when ${literal(text)} then ${same(literal(specialOf(text) ?? 'other'))}::prep_vote_status[]`)
    .join(' ');
  const cast = `select *, try_cast(control_cells as bigint[]) as plain_numbers,
    case when vote_cells is null then ${none} when all_plain then try_cast(vote_cells as bigint[])
      else list_transform(vote_cells, lambda x: case when x >= '0' then try_cast(x as bigint) end) end as plain_votes from (${from})`;
  const told = `select *, case when vote_cells is null then case every_vote ${every} end
    when list_count(plain_votes) = ${all} then ${whole}
    else list_transform(vote_cells, lambda x: (${quickStatus(cells.specials)})::prep_vote_status) end as plain_status from (${cast})`;
  const judged = `select *,
    vote_cells is not null and (pointed or list_count(plain_votes) + list_count(plain_status) <> ${all}) as odd_votes,
    pointed or list_count(plain_numbers) <> list_count(control_cells) as odd_numbers from (${told})`;
  return `select *,
    case when odd_votes then list_transform(vote_cells, lambda x: prep_number(x)) else plain_votes end as votes,
    case when odd_votes then list_transform(vote_cells, lambda x: prep_vote_status(x)::prep_vote_status) else plain_status end as vote_status,
    case when odd_numbers then list_transform(control_cells, lambda x: prep_number(x)) else plain_numbers end as numbers
    from (${judged})`;
}

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
