import pg from 'pg';
import { BackupFault } from './fault.ts';
import { type Asked, type Batch, batchRows, inOrder, type Row, type Tables } from './rows.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
type Column = { readonly name: string; readonly type: string; readonly key: number | null; readonly counted: boolean };

/** How a value is asked for, so that it comes as SQLite holds it. */
function asked({ name, type }: Column): string {
  const column = quoted(name);
  if (type === 'boolean') return `${column}::int AS ${column}`;
  if (type.startsWith('timestamp')) return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ${column}`;
  return type === 'bigint' ? `${column}::float8 AS ${column}` : column;
}

/** The tables of one schema of a PostgreSQL database. */
export function postgresTables(url: string, schema: string, { first, skip }: Asked): Tables {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'atalaya-backup' });
  pool.on('error', () => undefined); // one in use rejects its own query

  const columnsOf = async (client: pg.PoolClient, table: string): Promise<readonly Column[]> => {
    const { rows } = await client.query<Column>(
      `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, array_position(i.indkey::int[], a.attnum::int) AS key,
         a.attidentity <> '' AS counted
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
       WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
      [schema, table],
    );
    return rows;
  };

  async function inTransaction<T>(begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      await client.query(begin);
      const done = await work(client);
      await client.query('COMMIT');
      return done;
    } catch (thrown) {
      await client.query('ROLLBACK').catch(() => undefined); // the connection is lost; what was thrown says so
      throw thrown;
    } finally {
      client.release();
    }
  }

  async function* read(): AsyncGenerator<Batch> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const tables = await client.query<{ name: string }>('SELECT tablename AS name FROM pg_tables WHERE schemaname = $1', [schema]);
      for (const table of inOrder(
        tables.rows.map((row) => row.name),
        { first, skip },
      )) {
        const columns = [...(await columnsOf(client, table))].sort((a, b) => (a.name < b.name ? -1 : 1));
        const key = columns.filter((one) => one.key !== null).sort((a, b) => Number(a.key) - Number(b.key));
        const order = (key.length > 0 ? key : columns).map((one) => `${quoted(one.name)}${one.type === 'text' ? ' COLLATE "C"' : ''}`);
        await client.query(
          `DECLARE kept NO SCROLL CURSOR FOR SELECT ${columns.map(asked).join(', ')} FROM ${schema}.${quoted(table)} ORDER BY ${order
            .map((one) => `${schema}.${quoted(table)}.${one}`)
            .join(', ')}`,
        );
        for (;;) {
          const { rows } = await client.query<Row>(`FETCH ${batchRows} FROM kept`);
          if (rows.length === 0) break;
          yield { table, rows };
        }
        await client.query('CLOSE kept');
      }
      await client.query('COMMIT');
    } finally {
      client.release(true); // thrown away: whoever stops half-way leaves a transaction open
    }
  }

  const fill = (batches: AsyncIterable<Batch>): Promise<void> =>
    inTransaction('BEGIN', async (client) => {
      const seen = new Map<string, readonly Column[]>();
      for await (const { table, rows } of batches) {
        const columns = seen.get(table) ?? (await columnsOf(client, table));
        if (columns.length === 0) throw new BackupFault({ kind: 'newer', what: table });
        const name = `${schema}.${quoted(table)}`;
        seen.set(table, columns);
        for (const row of rows) {
          const names = Object.keys(row);
          const strange = names.find((one) => !columns.some((column) => column.name === one));
          if (strange !== undefined) throw new BackupFault({ kind: 'newer', what: `${table}.${strange}` });
          const typeOf = (one: string) => columns.find((column) => column.name === one)?.type;
          const values = names.map((one) => (typeOf(one) === 'boolean' && row[one] !== null ? row[one] === 1 : row[one]));
          await client.query(
            `INSERT INTO ${name} (${names.map(quoted).join(', ')}) OVERRIDING SYSTEM VALUE VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
            values,
          );
        }
      }
      for (const [table, columns] of seen)
        for (const { name } of columns.filter((one) => one.counted))
          await client.query(
            `SELECT setval(pg_get_serial_sequence($1, $2), (SELECT max(${quoted(name)}) FROM ${schema}.${quoted(table)}))`,
            [`${schema}.${quoted(table)}`, name],
          );
    });

  return { read, fill, close: () => pool.end() };
}
