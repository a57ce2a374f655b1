import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrep } from '../load/open-prep.ts';
import type { Prep } from '../load/prep.ts';
import { allChecks } from './all.ts';
import type { Check, CheckOptions, Offence, RowCheck, SetCheck } from './check.ts';
import { offencesOf, runChecks } from './run.ts';
import { offencesPage, prepareViews, runRowChecks, runSetCheck } from './run-sql.ts';
import { emptyModel, type Model, sampleCut } from './test-model.ts';
import { publishedCut } from './test-published.ts';

const here = import.meta.dirname;
let model: Model;
let prep: Prep;
beforeAll(async () => {
  [model, prep] = await Promise.all([emptyModel(), openPrep()]);
});
afterAll(async () => {
  model.close();
  await prep.close();
});

type Sidecar = {
  readonly cutAt?: string;
  readonly votes?: readonly string[];
  readonly options?: CheckOptions;
  readonly found: readonly Offence[];
};
const sidecarOf = (id: string): Sidecar => JSON.parse(readFileSync(join(here, id, 'bad.json'), 'utf8')) as Sidecar; // our own file

const isPublished = (id: string): boolean =>
  readFileSync(join(here, id, 'bad.csv'), 'latin1').includes('ACTAS_ESPERADAS') ||
  readFileSync(join(here, id, 'bad.csv'), 'latin1').includes('CLAVE_CASILLA');

type Ran = { readonly count: number; readonly shown: readonly Offence[]; readonly page: readonly Offence[] };

/** A sample in the terms of the model: the check's queries alone. */
async function runModelSample(check: RowCheck | SetCheck, file: string): Promise<Ran> {
  const context = await sampleCut(model, join(here, check.id, file), sidecarOf(check.id));
  await prepareViews(context);
  const found = check.kind === 'row' ? (await runRowChecks(context, [check])).get(check.id) : await runSetCheck(context, check);
  const page = await offencesPage(context, check, { limit: 100, offset: 0 });
  return { count: found?.count ?? 0, shown: found?.offences ?? [], page };
}

/** A sample as published: the file is read, loaded and checked whole. */
async function runPublishedSample(check: Check, file: string): Promise<Ran> {
  const cut = await publishedCut(prep, join(here, check.id, file));
  const { options = {} } = sidecarOf(check.id);
  const found = (await runChecks(prep, cut, options)).filter((finding) => finding.check === check.id);
  const page = await offencesOf(prep, cut, check.id, { limit: 100, offset: 0 }, options);
  await prep.forget(cut.cut);
  return { count: found.reduce((sum, one) => sum + one.count, 0), shown: found.flatMap((one) => one.offences), page };
}

describe.each(allChecks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const run = (file: string) => (check.kind === 'cut' || isPublished(id) ? runPublishedSample(check, file) : runModelSample(check, file));

  test('finds nothing in what is right', async () => {
    expect(await run('good.csv')).toEqual({ count: 0, shown: [], page: [] });
  });

  test('finds exactly what is wrong', async () => {
    const { found } = sidecarOf(id);
    expect(found.length).toBeGreaterThan(0);
    expect(await run('bad.csv')).toEqual({ count: found.length, shown: found, page: found });
  });
});

test('the sample that every published one begins from has nothing wrong but an acta out of catalogue', async () => {
  const findings = await runChecks(prep, await publishedCut(prep, join(here, 'total-different', 'good.csv')));
  expect(findings.map((finding) => [finding.check, finding.rows])).toEqual([['out-of-catalogue', [6]]]);
});
