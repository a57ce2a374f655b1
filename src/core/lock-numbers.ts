/**
 * PostgreSQL's advisory locks that several machines on one database hold in turn, by what for. Any numbers of our own, no two alike:
 * with one number whoever makes its tables would wait for somebody else's.
 */
export const lockNumbers = {
  identityTables: 7_243_118_920,
  sampleTables: 7_243_118_921,
  leader: 7_243_118_922,
  draftTables: 7_243_118_923,
  mailTables: 7_243_118_924,
} as const;
