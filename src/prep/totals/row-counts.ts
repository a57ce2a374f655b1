/** What the rows of a cut add up to, as whole numbers. */
export type RowCounts = Readonly<Record<CountName, bigint>>;
export const countNames = [
  'expected',
  'registered',
  'out_of_catalogue',
  'captured',
  'counted',
  'not_counted',
  'any_field',
  'whole_acta',
  'list',
  'with_specials',
  'without_specials',
] as const;
export type CountName = (typeof countNames)[number];
