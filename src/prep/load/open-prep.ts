import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { detectAny } from './detect-any.ts';
import { type Loading, loadCut, showCuts } from './load-cut.ts';
import macros from './macros.sql?raw';
import model from './model.sql?raw';
import type { LoadedCut, Prep } from './prep.ts';
import { specialMacro } from './special-sql.ts';

export type PrepOptions = {
  /** Cores to use; all by default. */
  readonly threads?: number;
  /** Memory after which the database spills to its folder. */
  readonly memoryMb?: number;
};

/** Opens an empty model in memory. Its folder for packages and spilling lies under the system's temporary one until `close`. */
export async function openPrep({ threads = availableParallelism(), memoryMb = 1_200 }: PrepOptions = {}): Promise<Prep> {
  const temp = await mkdtemp(join(tmpdir(), 'atalaya-prep-'));
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${memoryMb}MB`,
    temp_directory: join(temp, 'spill'),
  });
  const connection = await instance.connect();
  await connection.run(model);
  await connection.run(specialMacro);
  await connection.run(macros);
  await showCuts(connection, []);
  const cuts: LoadedCut[] = [];
  let next = 1;
  let last: Promise<unknown> = Promise.resolve();
  /** One act after the other: the connection and the list of cuts are shared. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    connection,
    temp,
    cuts,
    load: (source, detected) =>
      inTurn(async () => {
        const loading: Loading = { connection, temp, cut: next++ };
        const loaded = await loadCut(loading, source, detected ?? (await detectAny(source)));
        cuts.push(loaded);
        await showCuts(connection, cuts);
        return loaded;
      }),
    forget: (cut) =>
      inTurn(async () => {
        const at = cuts.findIndex((loaded) => loaded.cut === cut);
        if (at === -1) return;
        cuts.splice(at, 1);
        await showCuts(connection, cuts);
        await connection.run(`drop table if exists acta_${cut}; drop view if exists raw_${cut}; delete from total where cut = ${cut}`);
        await rm(join(temp, `rows-${cut}.csv`), { force: true });
      }),
    close: () =>
      inTurn(async () => {
        connection.closeSync();
        instance.closeSync();
        await rm(temp, { recursive: true, force: true });
      }),
  };
}
