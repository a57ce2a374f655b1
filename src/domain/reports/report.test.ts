import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { exampleId, openTestApp, type TestApp } from '../../../test/open-test-app.ts';
import { type Block, type Document, plain, type Table } from '../../core/document.ts';
import { must } from '../../core/result.ts';
import { type Lang, langs, pick } from '../../core/words.ts';
import type { PlanContext } from '../plan/decide.ts';
import { type AnyEvent, adopted, adoption, contextFold, june, reporting, step } from '../plan/test-plan.ts';
import { confirmationWords, matrixOf, statuses, statusWords, tally } from '../plan/views.ts';
import { fact, opened, said, under } from '../process/test-process.ts';
import { systemsFold } from '../systems/state.ts';
import { makeReport } from './make.ts';
import { reportDocument } from './report.ts';
import type { Reading, ReportInputs } from './section.ts';

let program: TestApp;
let position: number;
beforeAll(async () => {
  program = await openTestApp();
  position = (await program.app.ledger.head()).size;
});
afterAll(() => program.close());

const root = 'ab'.repeat(32);
async function look(day: string, known: number) {
  const world = await program.app.worlds.past(exampleId, day, known);
  return world?.process.kind === 'open' ? { ...world, process: world.process } : undefined;
}
const read = async (day: string) => must(await look(day, position), `the process is known on ${day}`);
const made = async (cutoff: string, lang: Lang = 'es'): Promise<Document> =>
  must(await makeReport(look, { kind: 'prep', lang, cutoff, position, root }), `the process is known on ${cutoff}`);

const tableOf = (document: Document, id: string): Table =>
  must(
    document.blocks.find((block): block is Table => block.kind === 'table' && block.id === id),
    `the informe has the table ${id}`,
  );
const rowsOf = (document: Document, id: string) => tableOf(document, id).rows.map((row) => row.map(plain));
const headingsOf = (document: Document) => document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];

/** A small process of two OPLs, for what the example never had: lateness, and nothing at all. */
function small(day: string, ...more: readonly Parameters<typeof stateAfter<PlanContext, AnyEvent>>[1][number][]): Reading {
  const { process, plan } = stateAfter<PlanContext, AnyEvent>(
    contextFold,
    [...under, ...more].filter((event) => event.on <= day),
  );
  if (process.kind === 'absent') throw new Error('the process was opened');
  return { process, plan, systems: systemsFold.initial() };
}
const reportOf = (now: Reading, cutoff: string, more: Partial<ReportInputs> = {}) =>
  reportDocument('prep', { lang: 'es', cutoff, now, position: 7, root, ...more });

describe('the informe of 10 March 2020', () => {
  test('has its sections in their order', async () => {
    const sections = ['presentacion', 'base-legal', 'estado', 'cambios', 'atencion', 'por-vencer', 'anexo'];
    expect(headingsOf(await made('2020-03-10'))).toEqual(sections);
    expect(headingsOf(await made('2020-03-10', 'en'))).toEqual(sections);
  });
  test('says its cut-off, its meeting, how far election day is, and the position and root it speaks from', async () => {
    const { facts, footer, subtitle, notice } = await made('2020-03-10');
    expect(facts).toEqual([
      ['Corte', '10 de marzo de 2020'],
      ['Reunión', '6, 17 de marzo de 2020'],
      ['Jornada electoral', '7 de junio de 2020 (faltan 89 días)'],
    ]);
    expect(subtitle).toContain('Proceso Electoral Local 2019-2020');
    expect(footer).toContain(`${position}`);
    expect(footer).toContain(root);
    expect(notice).toBeUndefined();
  });
  test('counts as the plan counts: its chart and its table equal the tally', async () => {
    const document = await made('2020-03-10');
    const { process, plan } = await read('2020-03-10');
    const counted = matrixOf(process, plan, '2020-03-10').map(({ opl, items }) => ({ opl, items, counts: tally(items) }));
    const used = statuses.filter((status) => counted.some(({ counts }) => counts[status] > 0));
    const table = tableOf(document, 'avance');
    expect(table.columns.map((column) => column.title)).toEqual(['OPL', ...used.map((status) => pick(statusWords[status], 'es')), 'Total']);
    expect(table.rows.map((row) => row.slice(1))).toEqual(
      counted.map(({ counts, items }) => [...used.map((status) => counts[status]), items.length]),
    );
    const chart = must(
      document.blocks.find((block) => block.kind === 'chart'),
      'the informe has a chart',
    );
    expect(chart.bars.map((bar) => bar.values)).toEqual(counted.map(({ counts }) => used.map((status) => counts[status])));
    expect(chart.bars.map((bar) => bar.label)).toEqual(counted.map(({ opl }) => opl.acronym));
    expect(chart.alt).toMatch(/IEC: \d+ por iniciar.*IEEH: /);
  });
  test('has one row of the annex for each obligation, with rule, citation and how well it is confirmed', async () => {
    const plan = must((await read('2020-03-10')).plan.plans.at(-1), 'a plan is in force');
    const rows = rowsOf(await made('2020-03-10'), 'obligaciones');
    expect(rows.map(([code]) => code)).toEqual(plan.obligations.map((one) => one.code));
    for (const [index, one] of plan.obligations.entries()) expect(rows[index]?.[4]).toBe(`${one.explanation.rule.es} ${one.citation}`);
    expect(rows.map((row) => row[5])).toEqual(plan.obligations.map((one) => confirmationWords[one.confirmation].es));
  });
  test('lists what is due in the next thirty days, soonest first', async () => {
    const rows = rowsOf(await made('2020-03-10'), 'vencimientos');
    expect(rows[0]).toEqual(['23 mar 2020', 'IEC', expect.stringContaining('E17a'), 'Por iniciar']);
    expect(rows.at(-1)?.[0]).toBe('7 abr 2020');
  });
  test('gives each OPL its topics, with the status that speaks for them and the next date', async () => {
    const rows = rowsOf(await made('2020-03-10'), 'temas-ieeh');
    expect(rows).toHaveLength(16);
    expect(rows.find(([topic]) => topic === 'Simulacros')).toEqual([
      'Simulacros',
      'Por iniciar',
      expect.stringMatching(/ 2020 · (?:E26a|M02)$/),
    ]);
    expect(rows.find(([topic]) => topic === 'Ente auditor')).toEqual(['Ente auditor', expect.any(String), expect.any(String)]);
  });
  test('made twice from the same inputs is the same document', async () => {
    expect(await made('2020-03-10')).toEqual(await made('2020-03-10'));
  });
  test('made later from the same position is the same document, though something earlier became known meanwhile', async () => {
    const before = await made('2020-03-10');
    const learnt = fact('2020-02-20', 'iec');
    const last = await program.app.ledger.streamPosition(exampleId);
    expect(await program.app.ledger.append(exampleId, last, [learnt])).toMatchObject({ ok: true });
    expect(await made('2020-03-10')).toEqual(before);
    const now = (await program.app.ledger.head()).size;
    const later = must(
      await makeReport(look, { kind: 'prep', lang: 'es', cutoff: '2020-03-10', position: now, root }),
      'the process is known',
    );
    expect(rowsOf(later, 'hechos').map((row) => row[2])).toContain(learnt.data.text.es);
  });
});

describe('what changed since the cut-off before', () => {
  test('on 10 March: nothing but the day, and what became known', async () => {
    const document = await made('2020-03-10');
    expect(tableOf(document, 'obligaciones-cambiadas')).toMatchObject({ rows: [], empty: expect.stringContaining('Ninguna obligación') });
    expect(rowsOf(document, 'hechos').map((row) => row.slice(0, 2))).toEqual([
      ['12 feb 2020', 'IEEH'],
      ['1 mar 2020', 'IEC'],
    ]);
  });
  test('on 7 April: the suspension, by its agreement, and the dates it stopped', async () => {
    const document = await made('2020-04-07');
    const rows = rowsOf(document, 'obligaciones-cambiadas');
    const { process, plan } = await read('2020-04-07');
    const stopped = matrixOf(process, plan, '2020-04-07').flatMap((row) => row.items.filter((item) => item.status === 'suspended'));
    expect(rows.filter(([, , before, now]) => before === 'Por iniciar' && now === 'Suspendida')).toHaveLength(stopped.length);
    expect(rows.filter(([, , , now]) => now === 'Concluida').map(([opl, name]) => `${opl} ${name?.slice(0, 4)}`)).toEqual([
      'IEC E17b',
      'IEEH E17b',
    ]);
    expect(rows).toHaveLength(stopped.length + 2);
    expect(rowsOf(document, 'hechos')).toEqual([
      [
        '1 abr 2020',
        '—',
        'INE/CG83/2020 suspende el proceso. Emergencia sanitaria por COVID-19.',
        'Diario Oficial de la Federación, 6 de abril de 2020',
      ],
    ]);
    expect(rowsOf(document, 'vencimientos')).toEqual([]);
    expect(document.notice).toBe('Proceso suspendido desde el 1 de abril de 2020 (INE/CG83/2020).');
  });
  test('over a new plan: every date that moved, what was left out, what is new, and what is gone', async () => {
    const before = { cutoff: '2020-07-07', reading: await read('2020-07-07') };
    const document = reportDocument('prep', { lang: 'es', cutoff: '2020-07-31', now: await read('2020-07-31'), before, position, root });
    const rows = rowsOf(document, 'obligaciones-cambiadas');
    const of = (opl: string, code: string) =>
      rows.filter((row) => row[0] === opl && row[1]?.startsWith(`${code} `)).map((row) => row.slice(2));
    expect(of('IEC', 'M02')).toEqual([['Suspendida · 17 may 2020', 'Reprogramada · 27 sep 2020']]);
    expect(of('IEEH', 'E14')).toEqual([['Sin información · 7 feb 2020', 'fuera del plan vigente']]);
    expect(of('IEC', 'E14')).toEqual([['Sin información · 7 feb 2020', 'Sin información · 18 jun 2020']]);
    expect(of('IEC', 'E03').filter(([was]) => was === '—')).toContainEqual(['—', 'Por iniciar · 5 sep 2020']);
    expect(of('IEC', 'E03').filter(([, now]) => now === 'ya no figura en el plan')).toContainEqual([
      'Sin información · 5 oct 2019',
      'ya no figura en el plan',
    ]);
    expect(rowsOf(document, 'hechos').map((row) => row[2])).toEqual([
      'INE/CG170/2020 cambia la jornada: 18 de octubre de 2020. Se reanuda el proceso y se ajustan los calendarios.',
      'INE/CG170/2020: se adopta el plan para la jornada del 18 de octubre de 2020.',
    ]);
  });
  test('of the first cut-off is that there is none before it', async () => {
    const document = await made('2019-10-08');
    expect(document.blocks.some((block) => block.kind === 'paragraph' && plain(block.text).startsWith('Es el primer corte'))).toBe(true);
  });
  test('tells the first election day too, in the order of the dates', () => {
    const day = '2020-01-10';
    const now = small(day, adopted(), fact('2020-01-08', 'iec'), fact('2020-01-05'));
    const before = { cutoff: '2019-09-29', reading: { ...now, process: { ...now.process, opls: [] }, plan: { ...now.plan, plans: [] } } };
    const rows = rowsOf(reportOf(now, day, { before }), 'hechos');
    expect(rows.map((row) => `${row[0]} ${row[1]} ${row[2]}`)).toEqual([
      '30 sep 2019 — INE/CG433/2019 fija la jornada: 7 de junio de 2020.',
      '30 sep 2019 — INE/CG433/2019: se adopta el plan para la jornada del 7 de junio de 2020.',
      '5 ene 2020 — Hecho del 2020-01-05',
      '8 ene 2020 IEC Hecho del 2020-01-08',
    ]);
    expect(rowsOf(reportOf(now, day, { before }), 'obligaciones-cambiadas')[0]?.slice(2)).toEqual(['—', 'Por iniciar · 7 feb 2020']);
  });
});

describe('what asks for attention', () => {
  test('on 12 October 2020: what Hidalgo’s plan left out and its observed drills, each with its reason', async () => {
    const document = reportDocument('prep', { lang: 'es', cutoff: '2020-10-12', now: await read('2020-10-12'), position, root });
    const rows = rowsOf(document, 'obligaciones-en-atencion');
    expect(rows).toHaveLength(8);
    expect(rows.every(([opl]) => opl === 'IEEH')).toBe(true);
    expect(rows[0]).toEqual([
      'IEEH',
      expect.stringContaining('E10a'),
      'Sin información',
      'INE/CG170/2020 no la incluyó en el plan vigente',
    ]);
    expect(rows[5]?.[3]).toMatch(/^Observada el 27 de septiembre de 2020\. El simulacro no fue exitoso/);
  });
  test('overdue: since when, and for how many days', () => {
    const why = (cutoff: string) =>
      rowsOf(reportOf(small(cutoff, adopted(), reporting()), cutoff), 'obligaciones-en-atencion').map((row) => row[3]);
    expect(why('2020-02-08')).toEqual(['Venció el 7 de febrero de 2020: 1 día']);
    expect(why('2020-03-14')).toEqual(['Venció el 7 de febrero de 2020: 36 días', 'Venció el 12 de marzo de 2020: 2 días']);
  });
  test('observed and left out of the plan: both reasons; observed without a note: the day', () => {
    const leftOut = adopted(adoption(june, '2020-06-07', 'INE/CG1/2020', [{ opl: 'iec', codes: ['E14'] }]));
    const steps = [step('deliver', 'E14', '2020-01-10'), step('observe', 'E14', '2020-01-12')];
    const rows = rowsOf(reportOf(small('2020-02-01', leftOut, ...steps), '2020-02-01'), 'obligaciones-en-atencion');
    expect(rows.map((row) => row[3])).toEqual(['INE/CG1/2020 no la incluyó en el plan vigente. Observada el 12 de enero de 2020']);
    const noted = [step('deliver', 'E14', '2020-01-10'), step('observe', 'E14', '2020-01-12', { note: said('Falta la aceptación') })];
    expect(rowsOf(reportOf(small('2020-02-01', adopted(), ...noted), '2020-02-01'), 'obligaciones-en-atencion')[0]?.[3]).toBe(
      'Observada el 12 de enero de 2020. Falta la aceptación',
    );
  });
});

describe('what cannot be overlooked', () => {
  test('fictitious data say so above everything, beside a suspension', async () => {
    const now = await read('2020-05-01');
    const fictitious = { ...now, process: { ...now.process, fictitious: true } };
    expect(reportOf(fictitious, '2020-05-01').notice).toBe(
      'DATOS FICTICIOS. Proceso suspendido desde el 1 de abril de 2020 (INE/CG83/2020).',
    );
    expect(reportOf(fictitious, '2020-05-01', { lang: 'en' }).notice).toMatch(/^FICTITIOUS DATA\. Process suspended since 1 April 2020/);
  });
  test('a process without plan or election day says that it has none, and counts nothing', () => {
    const { process, plan } = stateAfter<PlanContext, AnyEvent>(contextFold, [opened]);
    if (process.kind === 'absent') throw new Error('the process was opened');
    const document = reportOf({ process, plan, systems: systemsFold.initial() }, '2020-01-01');
    expect(document.facts[2]).toEqual(['Jornada electoral', 'sin fijar']);
    expect(document.facts[1]?.[1]).toBe('ninguna reunión tiene este corte');
    expect(
      document.blocks.filter((block) => block.kind === 'paragraph' && plain(block.text).startsWith('A la fecha del corte no había plan')),
    ).toHaveLength(2);
    expect(tableOf(document, 'obligaciones').rows).toEqual([]);
    const withOpls = reportOf(small('2020-01-01'), '2020-01-01');
    expect(tableOf(withOpls, 'temas-iec').rows).toEqual([]);
  });
  test.each([
    ['2020-06-06', 'falta 1 día'],
    ['2020-06-07', 'es el día del corte'],
    ['2020-06-08', 'hace 1 día'],
    ['2020-06-09', 'hace 2 días'],
  ])('seen from %s, election day: %s', (day, words) => {
    expect(reportOf(small(day, adopted()), day).facts[2]?.[1]).toBe(`7 de junio de 2020 (${words})`);
  });
  test('an informe of a day on which nothing was known is not made', async () => {
    expect(await makeReport(look, { kind: 'prep', lang: 'es', cutoff: '2019-09-29', position, root })).toBeUndefined();
  });
});

describe('both languages', () => {
  test('tell the same: the same blocks, tables, rows and figures', async () => {
    const shape = (block: Block) =>
      block.kind === 'table' ? [block.id, block.columns.length, block.rows.length, block.rows.flat().filter(Number.isInteger)] : block.kind;
    for (const cutoff of ['2020-03-10', '2020-04-07', '2020-07-07'])
      expect((await made(cutoff, 'en')).blocks.map(shape)).toEqual((await made(cutoff, 'es')).blocks.map(shape));
  });
  test('are complete: no text is empty or undefined, and no sentence of one stands in the other', async () => {
    const [es, en] = await Promise.all([made('2020-04-07', 'es'), made('2020-04-07', 'en')]);
    for (const document of [es, en]) {
      expect(textsOf(document).filter((text) => /undefined|null|\[object/.test(text))).toEqual([]);
      expect(document.title).not.toBe('');
    }
    const sentences = (document: Document) =>
      document.blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? [plain(block.text)] : []));
    expect(sentences(es).filter((sentence) => sentences(en).includes(sentence))).toEqual([]);
  });
  test('have no two parts under one anchor', async () => {
    for (const lang of langs) {
      const ids = (await made('2020-04-07', lang)).blocks.flatMap((block) => ('id' in block && block.id !== undefined ? [block.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
