import type { IsoInstant } from '../core/event.ts';

/** What one person has in front of them. `base`: the version they began from, 0 for none. `office`: in whose name they write. */
export type Draft = { readonly base: number; readonly text: string; readonly office: string; readonly at: IsoInstant };
/** Somebody writes; what they write is theirs. */
export type Writer = { readonly office: string; readonly at: IsoInstant };

export type Drafts = {
  /** Durable when it resolves; replaces what this person had. */
  readonly keep: (text: string, person: string, draft: Draft) => Promise<void>;
  readonly of: (text: string, person: string) => Promise<Draft | undefined>;
  /** Everybody else who has a draft of this text, the latest first. */
  readonly others: (text: string, person: string) => Promise<readonly Writer[]>;
  readonly discard: (text: string, person: string) => Promise<void>;
  /** All that this person had in front of them. */
  readonly forget: (person: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Row = Readonly<Record<string, unknown>>;
export type Database = {
  readonly all: (sql: string, parameters: readonly (string | number)[]) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
};

/** Days after which a draft nobody touched goes by itself. */
export const keptDays = 180;

export const table = `CREATE TABLE IF NOT EXISTS draft (
  text TEXT NOT NULL, person TEXT NOT NULL, office TEXT NOT NULL, base INTEGER NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (text, person)
)`;

export const draftsOn = ({ all, close }: Database): Drafts => ({
  keep: async (text, person, { base, text: content, office, at }) => {
    const oldest = Temporal.Instant.from(at)
      .subtract({ hours: keptDays * 24 })
      .toString({ fractionalSecondDigits: 3 });
    await all('DELETE FROM draft WHERE at < $1', [oldest]);
    await all(
      `INSERT INTO draft (text, person, office, base, at, content) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (text, person) DO UPDATE SET office = $3, base = $4, at = $5, content = $6`,
      [text, person, office, base, at, content],
    );
  },
  of: async (text, person) => {
    const [row] = await all('SELECT office, base, at, content FROM draft WHERE text = $1 AND person = $2', [text, person]);
    return row && { base: Number(row.base), text: String(row.content), office: String(row.office), at: String(row.at) };
  },
  others: async (text, person) => {
    const rows = await all('SELECT office, at FROM draft WHERE text = $1 AND person <> $2 ORDER BY at DESC LIMIT 20', [text, person]);
    return rows.map((row) => ({ office: String(row.office), at: String(row.at) }));
  },
  discard: async (text, person) => {
    await all('DELETE FROM draft WHERE text = $1 AND person = $2', [text, person]);
  },
  forget: async (person) => {
    await all('DELETE FROM draft WHERE person = $1', [person]);
  },
  close,
});
