import { decideAct } from '../src/app/acts.ts';
import { must } from '../src/core/result.ts';
import type { TestApp } from './open-test-app.ts';
import { exampleId } from './open-test-app.ts';

export const evidence = (letter: string) => ({ sha256: letter.repeat(64), sizeBytes: 100, type: 'application/pdf', name: `${letter}.pdf` });
const liaison = { office: 'enlace-ieeh', person: 'persona-enlace-ieeh' };

/** Records acts of the process as the liaison of Hidalgo's OPL (or as `by`), one after another. */
export async function record(
  { app }: TestApp,
  acts: readonly (readonly [verb: string, data: object])[],
  on = '2020-10-05',
  by: { readonly office: string; readonly person: string } = liaison,
): Promise<void> {
  for (const [verb, data] of acts) {
    const world = must(await app.worlds.fresh(exampleId), 'the example is loaded');
    const decided = decideAct(verb, world, on, by, data, { norms: await app.norms() });
    if (!decided.ok) throw new Error(`${verb}: ${decided.error.en}`);
    const done = await app.ledger.append(exampleId, await app.ledger.streamPosition(exampleId), decided.value);
    if (!done.ok) throw new Error('conflict');
  }
  await app.worlds.catchUp();
}

export const said = (text: string) => ({ es: text, en: text });

/** One version of each obligation, by the OPL; with `observed`, a mandatory observation on it too. */
export async function handIn(site: TestApp, keys: readonly string[], observed: readonly string[] = []): Promise<void> {
  await record(
    site,
    [...keys, ...observed].map((key) => ['submitDeliverable', { opl: 'ieeh', key, files: [evidence('a')] }] as const),
  );
  const remark = { weight: 'mandatory', text: said('Falta el anexo.'), seen: 1 };
  const utsi = { office: 'utsi', person: 'persona-utsi' };
  await record(
    site,
    observed.map((key) => ['makeObservation', { opl: 'ieeh', key, ...remark }] as const),
    '2020-10-05',
    utsi,
  );
}
