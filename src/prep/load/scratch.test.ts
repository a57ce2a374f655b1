import { test } from 'vitest';
import { detect } from '../detect/detect.ts';
import { readSources } from '../source/read.ts';
import { openPrep } from './open-prep.ts';
import { actaSelect } from './acta-sql.ts';
import { readCsvSql } from './read-csv-sql.ts';

test('scratch', async () => {
  const prep = await openPrep();
  const tm = async (n: string, f: () => Promise<unknown>) => { const t = performance.now(), u = process.cpuUsage(); await f(); const d = process.cpuUsage(u); console.log(n, (performance.now() - t).toFixed(0) + '/' + ((d.user + d.system) / 1000).toFixed(0), (process.memoryUsage().rss / 1e6).toFixed(0) + 'MB'); };
  const [s] = await readSources(['/tmp/big104.csv'], prep.temp);
  if (!s) return;
  const d = await detect(s);
  console.log(d.cells, d.faults, d.columns.filter((c) => c.padded).map((c) => c.name));
  for (let k = 0; k < 3; k++) {
    await tm('bare', () => prep.connection.run(`create or replace table t as select * from read_csv('/tmp/big104.csv', all_varchar=true, skip=6, header=true)`));
    await prep.connection.run('drop table t');
    await tm('load', async () => { const c = await prep.load(s, d); if (c.rows !== 168700 || c.faults.length) console.log(c.rows, c.faults); });
    const r = await prep.connection.runAndReadAll(`select cut, sum(list_sum(votes))::bigint, count(*) filter (where odd), min(rowid) from (select * from acta_${k + 1}), (select ${k + 1} cut) group by 1`).catch(e => e);
    console.log(r.getRowsJson?.() ?? r);
    await prep.forget(k + 1);
  }
  const from = readCsvSql({ file: s.file ?? '', skipLines: 7, delimiter: ',', lineEnd: 'lf', quotes: false, width: d.columns.length, longestLineBytes: 1100 });
  await tm('exact', () => prep.connection.run(`create table x as ${actaSelect(d, from, 'exact')}`));
  await prep.close();
}, 100000);
