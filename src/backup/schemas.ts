import pg from 'pg';
import { stores } from './stores.ts';

const ours = ['atalaya_ledger', ...stores.map((store) => store.schema)];

async function asking<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'atalaya-backup' });
  client.on('error', () => undefined); // the query in hand rejects
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether any program has the log of this database open. */
export const isDatabaseOpen = (url: string): Promise<boolean> =>
  asking(url, async (client) => {
    const { rows } = await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'atalaya-ledger%' LIMIT 1`,
    );
    return rows.length > 0;
  });

const standing = async (client: pg.Client): Promise<readonly string[]> =>
  (await client.query<{ name: string }>('SELECT nspname AS name FROM pg_namespace')).rows.map((row) => row.name);

/** Whether anything of ours is in this database. */
export const isOccupied = (url: string): Promise<boolean> =>
  asking(url, async (client) => {
    const names = await standing(client);
    return ours.some((name) => names.includes(name));
  });

/** Gives all that is ours another name, so that it can be looked at or brought back; tells the ending it was given. */
export const putAside = (url: string): Promise<string> =>
  asking(url, async (client) => {
    const names = await standing(client);
    let n = 1;
    while (ours.some((name) => names.includes(`${name}_before_${n}`))) n++;
    await client.query('BEGIN');
    for (const name of ours.filter((one) => names.includes(one))) await client.query(`ALTER SCHEMA ${name} RENAME TO ${name}_before_${n}`);
    await client.query('COMMIT');
    return `_before_${n}`;
  });

/** Removes what a copying that failed left in a database where nothing of ours was before, and brings back what was put aside for it. */
export const undo = (url: string, aside: string | undefined): Promise<void> =>
  asking(url, async (client) => {
    const names = await standing(client);
    await client.query('BEGIN');
    for (const name of ours) {
      await client.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
      if (aside !== undefined && names.includes(name + aside)) await client.query(`ALTER SCHEMA ${name}${aside} RENAME TO ${name}`);
    }
    await client.query('COMMIT');
  });
