import pg from 'pg';
import { lockNumbers } from '../../core/lock-numbers.ts';
import type { Leader } from './leader.ts';

/**
 * The lease of a machine that vanishes without a word (power, network): the server asks after twenty silent seconds, three times, and then
 * drops the connection with its lock. A process that is killed gives the lock back at once, for its machine closes the connection.
 */
const lease = '-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';
/** Sooner than the lease ends: whoever cannot reach the database starts no work while another may already lead. */
const limitMs = 10_000;

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
    const client = new pg.Client({
      connectionString: databaseUrl,
      options: lease,
      connectionTimeoutMillis: limitMs,
      query_timeout: limitMs,
    });
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
        void drop(); // not waited for: over a line that is cut, the goodbye would take as long as the line
        throw thrown;
      }
    },
    resign: drop,
  };
}
