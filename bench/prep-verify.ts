import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/app/paths.ts';
import { least, type Measured, most, type Row } from './measure.ts';
import { type Score, scoreNational, scoreNight } from './prep-recall.ts';
import type { Done, Task } from './prep-tasks.ts';
import { inScratch, thisProgram } from './scratch.ts';
import { nation, writeNational } from './synthetic/country.ts';
import { formats } from './synthetic/format.ts';
import { night, plantedBetween, writeNightCut } from './synthetic/night.ts';

const national = 170_000;
/** Lines above the table's header in the synthetic files of the plain format. */
const skip = 6;

/** Verification of published PREP data on the synthetic country: speed against the database alone, memory, growth, recall and precision. */
export async function run(only?: string): Promise<Measured> {
  const rows: Row[] = [];
  for (const [name, part] of Object.entries({ oneCut, twoCuts, wholeNight, oneLine, growth, recall }))
    if (only === undefined || only === name) rows.push(...(await inScratch(part)));
  return { name: 'PREP', rows };
}

/** One odd cell may send a whole file down a slower path, so the cut is measured without faults and with three of each kind. */
async function oneCut(dir: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [what, faultsEach] of [['without faults', 0] as const, ['with faults', 3] as const]) {
    const file = join(dir, 'national.csv');
    writeNational(file, { country: nation(national), faultsEach });
    const pairs: { bare: Done; ours: Done }[] = [];
    for (let i = 0; i < 5; i++)
      pairs.push({ bare: await inChild({ task: 'bare', file, skip }), ours: await inChild({ task: 'verify', file }) });
    const ours = middle(pairs.map((pair) => pair.ours.seconds));
    const ratio = middle(pairs.map((pair) => pair.ours.seconds / pair.bare.seconds));
    const work = `national cut (170,000 × 60) ${what}, all checks`;
    rows.push(
      most(`${work}: ${ours.toFixed(2)} s, against the database alone loading it as text`, ratio, 1.5, '×', 2),
      most(`${work}: peak memory`, Math.max(...pairs.map((pair) => pair.ours.megabytes)), 1500, 'MB'),
      againstPandas(`${work}, against a straightforward pandas script of the ten main ones`, file, ours),
    );
  }
  return rows;
}

/** Three runs of the script by Debian's Python; without pandas the row says so and fails nothing. */
function againstPandas(work: string, file: string, ours: number): Row {
  const script = join(packageRoot(), 'bench/synthetic/ten-checks.py');
  const python = ['/usr/bin/python3', 'python3'].find((one) => spawnSync(one, ['-c', 'import pandas']).status === 0);
  if (python === undefined) return { work, figure: 'not measured: python3-pandas is not installed', target: '≥ 3 ×', ok: true };
  const seconds = [1, 2, 3].map(() => {
    const done = spawnSync(python, [script, file], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    return (JSON.parse(done.stdout) as { seconds: number }).seconds; // the script's own line
  });
  return least(work, middle(seconds) / ours, 3, '×', 1);
}

async function twoCuts(dir: string): Promise<readonly Row[]> {
  const files = [join(dir, 'first.csv'), join(dir, 'second.csv')] as const;
  writeNational(files[0], { country: nation(national), minute: 1560 });
  writeNational(files[1], { country: nation(national), minute: 1580 });
  const done = [
    await inChild({ task: 'compare', files }),
    await inChild({ task: 'compare', files }),
    await inChild({ task: 'compare', files }),
  ];
  return [
    most(`two national cuts compared, after reading (${done[0]?.rows} newly captured)`, middle(done.map((one) => one.seconds)), 2, 's', 2),
  ];
}

async function wholeNight(dir: string): Promise<readonly Row[]> {
  const folder = join(dir, 'night');
  mkdirSync(folder);
  const plan = night(true);
  for (let cut = 1; cut <= plan.cuts; cut++) writeNightCut(folder, plan, cut);
  const done = await inChild({ task: 'night', folder });
  const { course } = done;
  const found = scoreNight(plantedBetween(plan), done.findings);
  return [
    most(`a night of ${course.length} cuts of 8,400 actas: read, checked, compared`, done.seconds, 30, 's', 1),
    most('a night: most memory in its last third against that in its first', highest(course, 2) / highest(course, 0), 1.25, '×', 2),
    ...scored('a night', found),
  ];
}

/** Memory rises until the collector runs and falls again, so single cuts are not compared: the highest of a third of the night. */
const highest = (course: readonly number[], third: number): number =>
  Math.max(...course.slice(Math.floor((course.length * third) / 3), Math.floor((course.length * (third + 1)) / 3)));

/** A gigabyte without a line end; the tests keep a hundred megabytes, which say the same in a tenth of the time. */
async function oneLine(dir: string): Promise<readonly Row[]> {
  const file = join(dir, 'line.csv');
  const disk = openSync(file, 'w');
  const megabyte = Buffer.alloc(2 ** 20, 'x');
  for (let i = 0; i < 1024; i++) writeSync(disk, megabyte);
  closeSync(disk);
  const done = await inChild({ task: 'line', file });
  return [
    most('a line of 1 GB, told and left: time', done.seconds, 10, 's', 1),
    most('a line of 1 GB: peak memory', done.megabytes, 400, 'MB'),
  ];
}

async function growth(dir: string): Promise<readonly Row[]> {
  const perActa: number[] = [];
  for (const actas of [10_000, 100_000, 1_000_000]) {
    const file = join(dir, `growth-${actas}.csv`);
    writeNational(file, { country: nation(actas) });
    const done = [await inChild({ task: 'verify', file }), await inChild({ task: 'verify', file })];
    perActa.push((Math.min(...done.map((one) => one.seconds)) / actas) * 1e6);
  }
  const [small = 0, middling = 0, large = 0] = perActa;
  const shown = perActa.map((one) => one.toFixed(1)).join(', ');
  return [
    most(`growth 10k, 100k, 1M actas (${shown} µs an acta): the last step`, large / middling, 1.3, '×', 2),
    most('growth: the first step', middling / small, 1.3, '×', 2),
  ];
}

async function recall(dir: string): Promise<readonly Row[]> {
  const file = join(dir, 'faults.csv');
  const planted = writeNational(file, { country: nation(20_000), faultsEach: 5 });
  const rows = [...scored('national cut with faults', await scoreNational(file, planted))];
  for (const [name, format] of Object.entries(formats)) {
    const marked = writeNational(file, { country: nation(5_000, 7), faultsEach: 2, format });
    rows.push(...scored(`format “${name}”`, await scoreNational(file, marked)));
    writeNational(file, { country: nation(5_000, 8), format });
    rows.push(...scored(`format “${name}”, faultless`, await scoreNational(file, [])).slice(1));
  }
  return rows;
}

const scored = (what: string, { planted, found, missed, flagged }: Score): readonly Row[] => {
  const list = (places: readonly string[]) => (places.length === 0 ? '' : `: ${places.slice(0, 5).join('; ')}`);
  return [
    { work: `${what}: planted faults found`, figure: `${found} of ${planted}${list(missed)}`, target: 'all', ok: missed.length === 0 },
    { work: `${what}: anything else flagged`, figure: `${flagged.length}${list(flagged)}`, target: '0', ok: flagged.length === 0 },
  ];
};

const middle = (numbers: readonly number[]): number => numbers.toSorted((x, y) => x - y)[numbers.length >> 1] ?? 0;

const inChild = (task: Task): Promise<Done> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [thisProgram(), 'child-prep', JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('exit', (code) => (code === 0 ? resolve(JSON.parse(out) as Done) : reject(new Error(`${task.task} failed: ${code}`)))); // our own line, printed by doTask
  });
