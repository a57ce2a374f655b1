/** Marks the file as ours ("ATLY"), and the form of its tables. */
export const applicationId = 0x41544c59;
export const schemaVersion = 1;

/**
 * Half SQLite's usual page. An append dirties three pages (entry, stream index, head) and each goes whole to the WAL:
 * with 2 KiB pages one durable append took 10–20 % less than with 4 KiB here, and reading was no slower.
 */
export const pageSize = 2048;

const refuse = (name: string, timing: string, when: string, say: string): [string, string] => [
  name,
  `CREATE TRIGGER ${name} ${timing}${when && ` WHEN ${when}`} BEGIN SELECT RAISE(ABORT, '${say}'); END`,
];

/**
 * Every object of the database by name, as SQLite keeps its text, so that verification can compare them.
 * An inner node of the Merkle tree lives in the row of the entry that completes it (`nodes`, lowest level first): node
 * (level k, index i) is slot k−1 of entry (i+1)·2^k. One page written instead of two, and no second table to defend.
 * INSERT OR REPLACE deletes without asking the DELETE trigger; so the INSERT trigger refuses any number but the next.
 */
export const schema: ReadonlyMap<string, string> = new Map([
  [
    'entry',
    'CREATE TABLE entry (seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, body TEXT NOT NULL, leaf BLOB NOT NULL, nodes BLOB) STRICT',
  ],
  ['entry_stream', 'CREATE INDEX entry_stream ON entry (stream)'],
  ['head', 'CREATE TABLE head (one INTEGER PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL, origin TEXT NOT NULL) STRICT'],
  refuse(
    'entry_only_next',
    'BEFORE INSERT ON entry',
    'NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM entry)',
    'entries are only appended',
  ),
  refuse('entry_no_update', 'BEFORE UPDATE ON entry', '', 'entries are never updated'),
  refuse('entry_no_delete', 'BEFORE DELETE ON entry', '', 'entries are never deleted'),
  refuse('head_only_one', 'BEFORE INSERT ON head', 'NEW.one IS NOT 1 OR EXISTS (SELECT 1 FROM head)', 'there is one head'),
  refuse(
    'head_only_grows',
    'BEFORE UPDATE ON head',
    'NEW.one IS NOT OLD.one OR NEW.origin IS NOT OLD.origin OR NEW.size <= OLD.size',
    'the head only grows',
  ),
  refuse('head_no_delete', 'BEFORE DELETE ON head', '', 'the head is never deleted'),
]);
