import { DatabaseSync } from 'node:sqlite';
import type { Terms } from './terms.ts';

/** Words in a title weigh more than words in a text. */
const titleWeight = 4;
/** Beyond so many rows, weighing each against all others costs more than it tells. */
const mostRanked = 1000;

/** Rows by their number, found by the terms of their title and text. Nothing is taken out: whoever asks decides what counts. */
export function openIndex(terms: Terms) {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE VIRTUAL TABLE words USING fts5(title, text, content='', detail='column', tokenize='ascii');
    INSERT INTO words(words, rank) VALUES ('rank', 'bm25(${titleWeight}.0, 1.0)');`);
  const insert = db.prepare('INSERT INTO words(rowid, title, text) VALUES (?, ?, ?)');
  const some = db.prepare(`SELECT rowid FROM words WHERE words MATCH ? LIMIT ${mostRanked + 1}`);
  const ranked = db.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank');
  const newest = db.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC');
  const begin = db.prepare('BEGIN');
  const commit = db.prepare('COMMIT');

  /** What FTS5 is told of a term: letters of any script as ASCII, so that none of them is taken for a sign. */
  const spelled = (term: string): string =>
    [...term].map((one) => (/[a-z0-9]/.test(one) ? one : `z${one.codePointAt(0)?.toString(36)}z`)).join('');
  const words = (text: string): string => terms.termsOf(text).map(spelled).join(' ');

  return {
    /** `rows` are new: each number is given once. */
    add(rows: Iterable<{ readonly row: number; readonly title: string; readonly text: string }>): void {
      begin.run();
      for (const { row, title, text } of rows) insert.run(row, words(title), words(text));
      commit.run();
    },
    /**
     * Rows that hold every term of what is asked, one by one, the closest first. The last word may be the beginning of one. When they are so
     * many that none is closer than another, the newest first, and none is read before it is asked for.
     */
    *find(asked: string): Generator<number> {
      const found = terms.termsOf(asked).slice(0, 12);
      if (found.length === 0) return;
      const last = found.length - 1;
      const query = found.map((term, i) => `"${spelled(term)}"${i === last && term.length > 3 ? '*' : ''}`).join(' ');
      const isFew = some.all(query).length <= mostRanked;
      for (const row of (isFew ? ranked : newest).iterate(query)) yield Number(row.rowid);
    },
    close: (): void => db.close(),
  };
}
export type SearchIndex = ReturnType<typeof openIndex>;
