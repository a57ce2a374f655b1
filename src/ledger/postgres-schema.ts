export const schemaVersion = 1;

/** Triggers by name, table and definition; verification asks PostgreSQL whether each stands and is enabled. */
export const triggers: readonly (readonly [name: string, table: 'entry' | 'head', when: string])[] = [
  ['entry_no_change', 'entry', 'BEFORE UPDATE OR DELETE ON atalaya_ledger.entry FOR EACH ROW'],
  ['entry_no_truncate', 'entry', 'BEFORE TRUNCATE ON atalaya_ledger.entry FOR EACH STATEMENT'],
  ['head_no_delete', 'head', 'BEFORE DELETE ON atalaya_ledger.head FOR EACH ROW'],
  ['head_no_truncate', 'head', 'BEFORE TRUNCATE ON atalaya_ledger.head FOR EACH STATEMENT'],
  [
    'head_only_grows',
    'head',
    'BEFORE UPDATE ON atalaya_ledger.head FOR EACH ROW WHEN (NEW.size <= OLD.size OR NEW.origin IS DISTINCT FROM OLD.origin)',
  ],
];

/** Makes the tables, once: the advisory lock lets two first starts take turns. */
export const createSchema = `
  SELECT pg_advisory_xact_lock(4707244201);
  CREATE SCHEMA IF NOT EXISTS atalaya_ledger;
  CREATE TABLE IF NOT EXISTS atalaya_ledger.entry (
    seq bigint PRIMARY KEY, stream text NOT NULL, body text NOT NULL, leaf bytea NOT NULL, nodes bytea);
  CREATE INDEX IF NOT EXISTS entry_stream ON atalaya_ledger.entry (stream, seq);
  CREATE TABLE IF NOT EXISTS atalaya_ledger.head (
    one integer PRIMARY KEY CHECK (one = 1), size bigint NOT NULL, root bytea NOT NULL, origin text NOT NULL, version integer NOT NULL);
  CREATE OR REPLACE FUNCTION atalaya_ledger.refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the ledger is append-only: % on % refused', TG_OP, TG_TABLE_NAME; END $$;
  ${triggers.map(([name, , when]) => `CREATE OR REPLACE TRIGGER ${name} ${when} EXECUTE FUNCTION atalaya_ledger.refuse();`).join('\n  ')}
`;
