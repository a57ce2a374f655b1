/** The canonical published totals, in the order in which packages publish them. */
export const totalNames = [
  'expected',
  'registered',
  'outOfCatalogue',
  'captured',
  'capturedPercent',
  'counted',
  'countedPercent',
  'inconsistentPercent',
  'notCounted',
  'list',
  'votesWithSpecials',
  'votesWithoutSpecials',
  'participationPercent',
] as const;
export type TotalName = (typeof totalNames)[number];
