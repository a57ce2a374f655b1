/** Marks the file as ours ("ATLY"), and the form of its tables. */
export const applicationId = 0x41544c59;
export const schemaVersion = 1;

/**
 * Half SQLite's usual page: an append dirties two pages (entry and stream index) and each goes whole to the write-ahead
 * log, so a durable append takes less; reading is no slower.
 */
export const pageSize = 2048;

const refuse = (name: string, timing: string, when: string, say: string): [string, string] => [
  name,
  `CREATE TRIGGER ${name} ${timing}${when && ` WHEN ${when}`} BEGIN SELECT RAISE(ABORT, '${say}'); END`,
];

/**
 * Every object of the database by name, as SQLite keeps its text, so that verification can compare them.
 *
 * Nothing here is ever updated: the last row is the head, its root follows from the stored nodes, and the compare-and-swap
 * is the insertion itself: SQLite refuses any number but the next, which somebody else may have taken. (That also stops
 * INSERT OR REPLACE, which deletes without asking the DELETE trigger.)
 * An inner node of the tree lives in the row of the entry that completes it (`nodes`, lowest level first): node
 * (level k, index i) is slot k−1 of entry (i+1)·2^k. So an append writes one row of one table.
 */
export const schema: ReadonlyMap<string, string> = new Map([
  [
    'entry',
    'CREATE TABLE entry (seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, body TEXT NOT NULL, leaf BLOB NOT NULL, nodes BLOB) STRICT',
  ],
  ['entry_stream', 'CREATE INDEX entry_stream ON entry (stream)'],
  ['log', 'CREATE TABLE log (one INTEGER PRIMARY KEY, origin TEXT NOT NULL) STRICT'],
  refuse(
    'entry_only_next',
    'BEFORE INSERT ON entry',
    'NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM entry)',
    'entries are only appended',
  ),
  refuse('entry_no_update', 'BEFORE UPDATE ON entry', '', 'entries are never updated'),
  refuse('entry_no_delete', 'BEFORE DELETE ON entry', '', 'entries are never deleted'),
  refuse('log_only_one', 'BEFORE INSERT ON log', 'NEW.one IS NOT 1 OR EXISTS (SELECT 1 FROM log)', 'there is one log'),
  refuse('log_no_update', 'BEFORE UPDATE ON log', '', 'the log keeps its name'),
  refuse('log_no_delete', 'BEFORE DELETE ON log', '', 'the log keeps its name'),
]);
