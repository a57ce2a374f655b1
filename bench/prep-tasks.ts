import { DuckDBInstance } from '@duckdb/node-api';
import { must } from '../src/core/result.ts';
import { runChecks } from '../src/prep/checks/run.ts';
import { compareCuts } from '../src/prep/compare/cuts.ts';
import type { CutsFinding } from '../src/prep/compare/finding.ts';
import { openPrep } from '../src/prep/load/open-prep.ts';
import type { LoadedCut, Prep } from '../src/prep/load/prep.ts';
import { readSources } from '../src/prep/source/read.ts';
import { verifyPrep } from '../src/prep/verify.ts';

/** What a process of its own is asked to do, so that each has its own peak of memory. Seconds leave out starting Node. */
export type Task =
  | { readonly task: 'bare'; readonly file: string; readonly skip: number }
  | { readonly task: 'verify'; readonly file: string }
  | { readonly task: 'compare'; readonly files: readonly [string, string] }
  | { readonly task: 'night'; readonly folder: string }
  | { readonly task: 'line'; readonly file: string };

export type Done = {
  readonly seconds: number;
  readonly megabytes: number;
  readonly rows: number;
  /** Of the night: resident memory after each cut. */
  readonly course: readonly number[];
  readonly findings: readonly Pick<CutsFinding, 'check' | 'cut' | 'count' | 'correctedIn'>[];
};

/** Runs in the child: does the task and prints one line of JSON. */
export async function doTask(text: string): Promise<void> {
  // Our own line, written by `inChild`.
  const task = JSON.parse(text) as Task;
  const done = await tasks[task.task](task as never);
  console.log(JSON.stringify({ ...done, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

type Outcome = Omit<Done, 'megabytes'>;
const plainly = (start: number, rows: number): Outcome => ({ seconds: (performance.now() - start) / 1000, rows, course: [], findings: [] });

const tasks = {
  /** The file whole as text, by the database alone. */
  async bare({ file, skip }: Extract<Task, { task: 'bare' }>): Promise<Outcome> {
    const start = performance.now();
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const made = await connection.runAndReadAll(
      `create table t as select * from read_csv('${file}', all_varchar = true, header = true, skip = ${skip}, null_padding = true, strict_mode = false)`,
    );
    return plainly(start, Number(made.getRows()[0]?.[0]));
  },
  async verify({ file }: Extract<Task, { task: 'verify' }>): Promise<Outcome> {
    const start = performance.now();
    const prep = await openPrep();
    const cut = await loadOne(prep, file);
    await runChecks(prep, cut);
    const outcome = plainly(start, cut.rows);
    await prep.close();
    return outcome;
  },
  /** Two cuts compared; reading them is not counted. */
  async compare({ files }: Extract<Task, { task: 'compare' }>): Promise<Outcome> {
    const prep = await openPrep();
    for (const file of files) await loadOne(prep, file);
    const start = performance.now();
    const [result] = await compareCuts(prep.connection, prep.cuts);
    const outcome = plainly(start, must(result?.changes[0], 'two cuts of one election').newlyCaptured);
    await prep.close();
    return outcome;
  },
  /** A file that is one endless line: read, hashed and told, in memory that does not grow with it. */
  async line({ file }: Extract<Task, { task: 'line' }>): Promise<Outcome> {
    const start = performance.now();
    const { cuts } = await verifyPrep([file]);
    if (!cuts[0]?.loaded.faults.some(({ code }) => code === 'long-line')) throw new Error('the line was not told');
    return plainly(start, 0);
  },
  /** All that `prep verify` does of a folder: every cut read, checked, its figures taken, and compared with the one before it. */
  async night({ folder }: Extract<Task, { task: 'night' }>): Promise<Outcome> {
    const start = performance.now();
    const course: number[] = [];
    const { cuts, series } = await verifyPrep([folder], { keep: async () => void course.push(process.memoryUsage.rss() / 2 ** 20) });
    const rows = cuts.reduce((sum, { loaded }) => sum + loaded.rows, 0);
    const findings = must(series[0], 'one election').findings.map(({ check, cut, count, correctedIn }) => ({
      check,
      cut,
      count,
      correctedIn,
    }));
    return { ...plainly(start, rows), course, findings };
  },
};

export async function loadOne(prep: Prep, file: string): Promise<LoadedCut> {
  const [source] = await readSources([file], prep.temp);
  const cut = await prep.load(must(source, file));
  if (cut.rows === 0) throw new Error(`${file} was not read`);
  return cut;
}
