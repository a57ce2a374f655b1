import pg from 'pg';
import { lockNumbers } from '../../core/lock-numbers.ts';
import type { Leader } from './leader.ts';

/** The lead as an advisory lock of a connection of its own: a machine that dies, or loses the database, gives it back by that. */
export function postgresLeader(databaseUrl: string): Leader {
  let connection: { readonly client: pg.Client; leads: boolean } | undefined;

  const drop = async (): Promise<void> => {
    const lost = connection;
    connection = undefined;
    await lost?.client.end().catch(() => undefined); // it is being thrown away
  };

  const connected = async () => {
    if (connection) return connection;
    const client = new pg.Client({ connectionString: databaseUrl });
    const made = { client, leads: false };
    client.on('error', () => {
      if (connection === made) connection = undefined;
    });
    await client.connect();
    connection = made;
    return made;
  };

  return {
    lead: async () => {
      try {
        const held = await connected();
        // Asked each time, so that a connection that died in silence is found out before any work is done.
        const query = held.leads ? 'SELECT true AS leads' : 'SELECT pg_try_advisory_lock($1) AS leads';
        const { rows } = await held.client.query<{ leads: boolean }>(query, held.leads ? [] : [lockNumbers.leader]);
        held.leads = rows[0]?.leads === true;
        return held.leads;
      } catch (thrown) {
        await drop();
        throw thrown;
      }
    },
    resign: drop,
  };
}
