import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleId, openTestApp, type TestApp } from '../../../test/open-test-app.ts';
import { type Document, plain, type Table } from '../../core/document.ts';
import { must } from '../../core/result.ts';
import { makeReport } from './make.ts';

/** The informe of the systems that the fifth meeting, of 18 February 2020, would have read. */
let site: TestApp;
const root = 'a'.repeat(64);
beforeAll(async () => {
  site = await openTestApp();
});
afterAll(() => site.close());

async function made(cutoff: string, lang: 'es' | 'en' = 'es'): Promise<Document> {
  const position = (await site.app.ledger.head()).size;
  const look = async (day: string, known: number) => {
    const past = await site.app.worlds.past(exampleId, day, known);
    return past?.process.kind === 'open' ? { ...past, process: past.process } : undefined;
  };
  return must(await makeReport(look, { kind: 'systems', lang, cutoff, position, root }), `the process is known on ${cutoff}`);
}
const tableOf = (document: Document, id: string): Table =>
  must(
    document.blocks.find((block): block is Table => block.kind === 'table' && block.id === id),
    `the informe has the table ${id}`,
  );
const rowOf = (document: Document, id: string, name: string) =>
  must(
    tableOf(document, id).rows.find((row) => plain(row[0] ?? null) === name),
    `${id} speaks of ${name}`,
  ).map(plain);

describe('the informe of the systems', () => {
  test('has its sections in their order, in both languages', async () => {
    const sections = ['resumen', 'estado', 'puestas-en-produccion', 'incidentes', 'cifras', 'riesgos', 'cambios', 'anexo'];
    for (const lang of ['es', 'en'] as const) {
      const { blocks } = await made('2020-02-11', lang);
      expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []))).toEqual(sections);
    }
  });
  test('on 11 February 2020 says for which meeting it is, and that what nobody published is no information', async () => {
    const document = await made('2020-02-11');
    expect(document.facts[1]?.[1]).toContain('18 de febrero de 2020');
    expect(rowOf(document, 'sistemas', 'SIJE')).toEqual(['SIJE', 'Sin información', '—', '—', '—', 'Jornada electoral', '117']);
    expect(tableOf(document, 'riesgos').rows).toEqual([]);
    expect(rowOf(document, 'catalogo', 'SIVOPLE').at(-1)).toBe('por confirmar');
  });
  test('counts the days to the activity from the election day in force', async () => {
    expect(rowOf(await made('2020-08-11'), 'sistemas', 'SIJE').at(-1)).toBe('68');
  });
  test('on 6 October 2020 tells the last drill of SIJE among what is in preparation', async () => {
    const document = await made('2020-10-06');
    expect(rowOf(document, 'hitos', 'SIJE').slice(1, 3)).toEqual(['Último simulacro', 'Cumplido']);
    expect(rowOf(document, 'sistemas', 'SIJE')[1]).toBe('En preparación');
  });
  test('is the same document from the same cut-off and position', async () => {
    expect(JSON.stringify(await made('2020-02-11'))).toBe(JSON.stringify(await made('2020-02-11')));
  });
});
