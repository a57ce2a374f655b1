import type { IsoInstant } from '../core/event.ts';
import { type Message, type MessageState, messageStates, type NewMessage } from './message.ts';

/** The little SQL a store of messages needs, on either database. Parameters are `$1`, `$2`…, in order. */
export type Database = {
  readonly all: (sql: string, parameters: readonly (string | number | null)[]) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
};
export type Row = Readonly<Record<string, unknown>>;

/** Both databases understand these; `identity` is each one's own way of numbering rows. */
export const tables = (identity: string): readonly string[] => [
  `CREATE TABLE IF NOT EXISTS message (
    id ${identity}, key TEXT NOT NULL UNIQUE, person TEXT NOT NULL, state TEXT NOT NULL, put_at TEXT NOT NULL, at TEXT NOT NULL,
    attempts INTEGER NOT NULL, answer TEXT, content TEXT NOT NULL
  )`,
  'CREATE INDEX IF NOT EXISTS message_due ON message (state, at)',
  'CREATE TABLE IF NOT EXISTS preference (person TEXT PRIMARY KEY, content TEXT NOT NULL)',
];

export type MessageStore = {
  /** Durable when it resolves. A key that is there already is left as it is. */
  readonly put: (messages: readonly NewMessage[], at: IsoInstant) => Promise<void>;
  /** Messages to try at `now`, the longest waiting first; each is taken until `until`, so that nobody else tries it meanwhile. */
  readonly take: (now: IsoInstant, until: IsoInstant, limit: number) => Promise<readonly Message[]>;
  readonly settle: (id: number, state: MessageState, at: IsoInstant, attempts: number, answer: string | undefined) => Promise<void>;
  readonly list: (page: { readonly state?: MessageState; readonly before?: number; readonly limit: number }) => Promise<readonly Message[]>;
  readonly counts: () => Promise<Readonly<Record<MessageState, number>>>;
  readonly get: (id: number) => Promise<Message | undefined>;
  readonly lastOf: (person: string, keyPrefix: string) => Promise<Message | undefined>;
  readonly preferences: () => Promise<ReadonlyMap<string, string>>;
  readonly setPreference: (person: string, content: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const columns = 'id, key, person, state, put_at, at, attempts, answer, content';

export function messageStore(database: Database): MessageStore {
  const { all } = database;
  const one = async (sql: string, parameters: readonly (string | number)[]) => (await all(sql, parameters)).map(messageOf)[0];
  return {
    put: async (messages, at) => {
      for (const { key, person, ...content } of messages)
        await all(
          `INSERT INTO message (key, person, state, put_at, at, attempts, content) VALUES ($1, $2, 'waiting', $3, $3, 0, $4)
           ON CONFLICT (key) DO NOTHING`,
          [key, person, at, JSON.stringify(content)],
        );
    },
    take: async (now, until, limit) => {
      const rows = await all(
        `UPDATE message SET at = $2 WHERE id IN (SELECT id FROM message WHERE state = 'waiting' AND at <= $1 ORDER BY at, id LIMIT $3)
         AND state = 'waiting' AND at <= $1 RETURNING ${columns}`,
        [now, until, limit],
      );
      return rows.map(messageOf).sort((a, b) => a.id - b.id);
    },
    settle: async (id, state, at, attempts, answer) => {
      await all('UPDATE message SET state = $2, at = $3, attempts = $4, answer = $5 WHERE id = $1', [
        id,
        state,
        at,
        attempts,
        answer ?? null,
      ]);
    },
    list: async ({ state, before, limit }) => {
      const rows = await all(`SELECT ${columns} FROM message WHERE ($1 = '' OR state = $1) AND id < $2 ORDER BY id DESC LIMIT $3`, [
        state ?? '',
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      ]);
      return rows.map(messageOf);
    },
    counts: async () => {
      const rows = await all('SELECT state, count(*) AS n FROM message GROUP BY state', []);
      const found = new Map(rows.map((row) => [row.state, Number(row.n)]));
      // One row a state: the keys are all of them.
      return Object.fromEntries(messageStates.map((state) => [state, found.get(state) ?? 0])) as Readonly<Record<MessageState, number>>;
    },
    get: (id) => one(`SELECT ${columns} FROM message WHERE id = $1`, [id]),
    lastOf: (person, keyPrefix) =>
      one(`SELECT ${columns} FROM message WHERE person = $1 AND substr(key, 1, $3) = $2 ORDER BY id DESC LIMIT 1`, [
        person,
        keyPrefix,
        keyPrefix.length,
      ]),
    preferences: async () =>
      new Map((await all('SELECT person, content FROM preference', [])).map((row) => [String(row.person), String(row.content)])),
    setPreference: async (person, content) => {
      await all('INSERT INTO preference (person, content) VALUES ($1, $2) ON CONFLICT (person) DO UPDATE SET content = $2', [
        person,
        content,
      ]);
    },
    close: database.close,
  };
}

function messageOf(row: Row): Message {
  const content = JSON.parse(String(row.content)) as Omit<NewMessage, 'key' | 'person'>; // written by `put`, from such a value
  const state = messageStates.find((one) => one === row.state) ?? 'waiting';
  const answer = typeof row.answer === 'string' ? { answer: row.answer } : {};
  return {
    ...content,
    ...answer,
    id: Number(row.id),
    key: String(row.key),
    person: String(row.person),
    state,
    putAt: String(row.put_at),
    at: String(row.at),
    attempts: Number(row.attempts),
  };
}
