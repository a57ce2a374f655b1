import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli/main.ts';
import { must } from '../src/core/result.ts';

const id = 'pel-2019-2020';
let root = '';
/** A folder with the example loaded, and one with nothing. */
let data = '';
let empty = '';

type Run = { readonly exit: number; readonly out: string; readonly err: string };
async function run(...args: readonly string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await main(
    args,
    (text) => out.push(text),
    (text) => err.push(text),
  );
  return { exit, out: out.join('\n'), err: err.join('\n') };
}
const on = (dir: string, ...args: readonly string[]) => run(...args, '--data', dir);
const json = ({ out }: Run) => JSON.parse(out);
const words = (exit: number, text: string) => ({ exit, out: '', err: expect.stringContaining(text) });

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'atalaya-cli-'));
  data = join(root, 'data');
  empty = join(root, 'empty');
  expect(await on(data, 'example', id)).toMatchObject({ exit: 0, err: '' });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A copy of the folder that has the example loaded. */
const another = (name: string): string => {
  cpSync(data, join(root, name), { recursive: true });
  return join(root, name);
};

type Row = { readonly opl: string; readonly code: string; readonly due: string; readonly status: string };
const due = (rows: readonly Row[], opl: string, ...codes: readonly string[]) =>
  codes.map((code) => must(rows.find((row) => row.opl === opl && row.code === code)?.due, `${opl} has ${code}`));

describe('atalaya plan', () => {
  test('gives each obligation its date with rule, explanation, citation and confirmation, as JSON', async () => {
    const ran = await on(data, 'plan', id, '--jornada', '2020-06-07', '--json');
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const rows: readonly (Row & Record<string, unknown>)[] = json(ran);
    expect(new Set(rows.map((row) => row.opl))).toEqual(new Set(['iec', 'ieeh']));
    expect(due(rows, 'ieeh', 'E14')).toEqual(['2020-02-07']);
    const contract = ['opl', 'code', 'title', 'due', 'sendBy', 'status', 'rule', 'explanation', 'citation', 'confirmation'];
    for (const row of rows) {
      for (const field of contract) expect(row, `${row.code} ${field}`).toHaveProperty(field);
      for (const field of ['title', 'rule', 'explanation', 'citation']) expect(row[field], `${row.code} ${field}`).toMatch(/\S/);
      expect(row.due).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(row.sendBy === null || /^\d{4}-\d{2}-\d{2}$/.test(String(row.sendBy))).toBe(true);
      expect(['seen', 'computed', 'to-confirm']).toContain(row.confirmation);
    }
    expect(new Set(rows.map((row) => `${row.opl} ${row.key}`)).size).toBe(rows.length);
  });

  test('puts the drills on the three Sundays before the new election day', async () => {
    const rows = json(await on(data, 'plan', id, '--jornada', '2020-10-18', '--json'));
    expect(due(rows, 'iec', 'M02', 'M03', 'M04')).toEqual(['2020-09-27', '2020-10-04', '2020-10-11']);
  });

  test('warns of an election day that is no Sunday, apart from what a program reads', async () => {
    const ran = await on(data, 'plan', id, '--jornada', '2021-06-09', '--json');
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('el 2021-06-09 no es domingo');
    expect(due(json(ran), 'iec', 'E14')).toEqual(['2021-02-09']);
    expect((await on(data, 'plan', id, '--jornada', '2021-06-06', '--json')).err).toBe('');
  });

  test('shows one OPL, and its state on a past day', async () => {
    const rows = json(await on(data, 'plan', id, '--opl', 'ieeh', '--al', '2020-10-12', '--json'));
    expect(new Set(rows.map((row: Row) => row.opl))).toEqual(new Set(['ieeh']));
    const drills = rows.filter((row: Row) => ['M02', 'M03', 'M04'].includes(row.code)).map((row: Row) => row.status);
    expect(drills).toEqual(['con observaciones', 'con observaciones', 'con observaciones']);
    expect(rows.filter((row: { inPlan: boolean }) => !row.inPlan).map((row: Row) => row.code)).toEqual([
      'E10a',
      'E10b',
      'E14',
      'E15a',
      'E15b',
    ]);
  });

  test('is a table for people, without JSON, and leaves no date where the plan in force has none', async () => {
    const { exit, out } = await on(data, 'plan', id, '--opl', 'ieeh', '--al', '2020-10-12');
    expect(exit).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^OPL +Clave +Vence +Envío +Estado +Obligación$/);
    expect(out).toMatch(/^ieeh +E14 +— /m);
  });

  test.each([
    [['plan'], 2, 'Falta la clave del proceso'],
    [
      ['plan', 'pel-x'],
      1,
      `No hay ningún proceso «pel-x». Los que hay: ${id}. Ejemplos que pueden leerse o cargarse: campeche-2021, ${id}, demo`,
    ],
    [['plan', id, '--opl', 'ople'], 1, 'El OPL «ople» no forma parte del proceso. Los que hay: iec, ieeh'],
    [['plan', id, '--jornada', 'domingo'], 2, '--jornada: «domingo» no es una fecha'],
    [['plan', id, '--al', '2020-02-30'], 2, '--al: el día «2020-02-30» no existe'],
    [['plan', id, '--al', '2019-01-01'], 1, 'todavía no estaba abierto'],
    [['plan', id, '--al', '2999-01-01'], 1, 'todavía no llega'],
    [['plan', id, '--jornda', '2020-06-07'], 2, 'No se entiende la orden'],
    [['plan', id, '--jornada'], 2, 'No se entiende la orden'],
  ])('%j is refused with words and %i', async (args, exit, text) => {
    expect(await on(data, ...args)).toMatchObject(words(exit, text));
  });
});

describe('atalaya alerts', () => {
  test('tells on 12 October 2020, as JSON, why Hidalgo is red and since when, and nothing of Coahuila', async () => {
    const ran = await on(data, 'alerts', id, '--al', '2020-10-12', '--json');
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const rows: readonly Record<string, string | null>[] = json(ran);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['rule', 'severity', 'subject', 'opl', 'since', 'explanation']);
      expect(row.explanation).toMatch(/\S/);
      expect((row.since ?? '') <= '2020-10-12').toBe(true);
    }
    const red = rows.filter((row) => row.severity === 'red');
    expect(new Set(red.map((row) => row.opl))).toEqual(new Set(['ieeh']));
    expect([...new Set(red.map((row) => row.rule))].sort()).toEqual([
      'blocking-open',
      'captured-not-published',
      'left-out',
      'no-successful-drill',
      'repeated-observation',
    ]);
  });

  test('is a table for people, says when there is nothing, and refuses a day to come', async () => {
    expect((await on(data, 'alerts', id, '--al', '2020-10-12')).out).toMatch(/Roja .*ieeh .*Ningún simulacro exitoso/);
    expect((await on(data, 'alerts', id, '--al', '2020-10-12', '--lang', 'en')).out).toMatch(/^Severity/);
    const quiet = await on(data, 'alerts', id, '--al', '2019-10-01');
    expect([quiet.exit, quiet.out]).toEqual([0, expect.stringContaining('Ninguna regla encuentra nada')]);
    expect(await on(data, 'alerts', id, '--al', '2999-01-01')).toMatchObject({ exit: 1, out: '' });
  });
});

describe('atalaya replay', () => {
  test('prints how many days before the failure the rules would have warned, case by case', async () => {
    const rows: readonly Record<string, unknown>[] = json(await run('replay', '--json'));
    expect(rows.map((row) => [row.case, row.failedOn, row.firstRed, row.leadDays])).toContainEqual([
      'hidalgo-2020',
      '2020-10-18',
      '2020-07-30',
      80,
    ]);
    for (const { firstAlert, failedOn, leadDays } of rows) {
      const days = leadDays === null ? undefined : Temporal.PlainDate.from(String(firstAlert)).until(String(failedOn)).days;
      expect(days ?? null).toBe(leadDays);
    }
    expect((await run('replay')).out).toMatch(/2020-07-30 .*80/);
  });
});

describe('atalaya calendar', () => {
  test('is a feed of the ten meetings', async () => {
    const { exit, out } = await on(data, 'calendar', id, '--format', 'ics');
    expect(exit).toBe(0);
    const events = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map((event) => event.startDate.toString())).toEqual([
      '2019-10-15',
      '2019-11-12',
      '2019-12-17',
      '2020-01-14',
      '2020-02-18',
      '2020-03-17',
      '2020-04-14',
      '2020-05-19',
      '2020-06-16',
      '2020-07-14',
    ]);
    expect(new Set(events.map((event) => event.uid)).size).toBe(10);
  });

  test('is JSON for programs and a table for people', async () => {
    const rows = json(await on(data, 'calendar', id, '--format', 'json'));
    expect(rows[5]).toMatchObject({ number: 6, date: '2020-03-17', cutoff: '2020-03-10', freeze: '2020-03-12', circulate: '2020-03-12' });
    const { out } = await on(data, 'calendar', id);
    expect(out.split('\n')).toHaveLength(11);
    expect(out).toContain('2020-03-17');
  });

  test.each([
    [['calendar', id, '--format', 'xml'], 2, '«xml» no es un formato. Use table, ics o json'],
    [['calendar', 'pel-x'], 1, 'No hay ningún proceso «pel-x»'],
  ])('%j is refused with words and %i', async (args, exit, text) => {
    expect(await on(data, ...args)).toMatchObject(words(exit, text));
  });
});

describe('atalaya report', () => {
  const report = (dir: string, format: string, file: string, ...more: readonly string[]) =>
    on(dir, 'report', id, '--kind', 'prep', '--cutoff', '2020-03-10', '--format', format, '--out', join(root, file), ...more);

  test.each(['pdf', 'docx', 'html', 'md'])('as %s is the same bytes twice, and says their digest', async (format) => {
    const first = json(await report(data, format, `a.${format}`, '--json'));
    expect((await report(data, format, `b.${format}`)).exit).toBe(0);
    const bytes = readFileSync(join(root, `a.${format}`));
    expect(Buffer.compare(bytes, readFileSync(join(root, `b.${format}`)))).toBe(0);
    expect(first).toMatchObject({ kind: 'prep', cutoff: '2020-03-10', format, bytes: bytes.length });
    expect(first.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(json(await on(data, 'ledger', 'verify', '--json'))).toMatchObject({ size: first.position, root: first.root });
  });

  test('of an example that was not loaded is made all the same, equal each time, saving nothing', async () => {
    const first = await report(empty, 'pdf', 'c.pdf');
    expect(first.err).toContain('se lee el ejemplo tal como viene con Atalaya, sin guardarlo');
    await report(empty, 'pdf', 'd.pdf');
    expect(Buffer.compare(readFileSync(join(root, 'c.pdf')), readFileSync(join(root, 'd.pdf')))).toBe(0);
    expect(existsSync(empty)).toBe(false);
  });

  test.each([
    [['--cutoff', '2999-01-01'], 1, 'está en el futuro'],
    [['--cutoff', '2019-01-01'], 1, 'no se sabía nada del proceso'],
    [['--cutoff', '10/03/2020'], 2, '--cutoff: «10/03/2020» no es una fecha'],
    [[], 2, 'Falta --cutoff'],
    [['--cutoff', '2020-03-10', '--kind', 'otro'], 2, '«otro» no es un tipo de informe'],
    [['--cutoff', '2020-03-10', '--format', 'odt'], 2, '«odt» no es un formato. Use pdf, docx, html o md'],
  ])('with %j is refused with words and %i, and writes nothing', async (args, exit, text) => {
    const file = join(root, 'refused.pdf');
    expect(await on(data, 'report', id, '--out', file, ...args)).toMatchObject(words(exit, text));
    expect(existsSync(file)).toBe(false);
  });

  test('without a file, or with one that cannot be written, is refused with words', async () => {
    expect(await on(data, 'report', id, '--cutoff', '2020-03-10')).toMatchObject(words(2, 'Falta --out'));
    const file = join(root, 'no', 'such', 'folder.md');
    expect(await on(data, 'report', id, '--cutoff', '2020-03-10', '--format', 'md', '--out', file)).toMatchObject(
      words(2, `No se pudo usar «${file}»: no existe, o no existe su carpeta. Revise el nombre.`),
    );
    const folder = await on(data, 'report', id, '--cutoff', '2020-03-10', '--format', 'md', '--out', root);
    expect(folder).toMatchObject(words(2, 'es una carpeta. Dé el nombre de un archivo'));
  });
});

describe('atalaya ledger', () => {
  test('verifies a sound log', async () => {
    const { exit, out, err } = await on(data, 'ledger', 'verify');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(/^Bitácora íntegra: \d+ registros, raíz [0-9a-f]{64}\.$/);
  });

  test('exports every entry, one JSON a line', async () => {
    const file = join(root, 'log.jsonl');
    const { exit, out } = await on(data, 'ledger', 'export', file);
    expect(exit).toBe(0);
    const { size } = json(await on(data, 'ledger', 'verify', '--json'));
    expect(out).toBe(`${file}: ${size} registros.`);
    const text = readFileSync(file, 'utf8');
    expect(text.endsWith('\n')).toBe(true);
    expect(text).toContain('ProcessOpened');
  });

  test('to a file that cannot be written is refused with words', async () => {
    const file = join(root, 'no', 'such', 'log.jsonl');
    expect(await on(data, 'ledger', 'export', file)).toMatchObject(words(2, file));
  });

  test('an export verifies with nothing but the file, and one altered letter in it is located', async () => {
    const file = join(root, 'verify.txt');
    await on(data, 'ledger', 'export', file);
    const nowhere = join(root, 'no-log-here');
    const { exit, out } = await on(nowhere, 'ledger', 'verify', file);
    expect(exit).toBe(0);
    expect(out).toContain('Bitácora íntegra');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('Convenios generales', 'Convenios generalez'));
    const altered = await on(nowhere, 'ledger', 'verify', file);
    expect(altered.exit).toBe(1);
    expect(altered.out).toMatch(/línea \d+/);
    writeFileSync(file, text);
    expect((await on(nowhere, 'ledger', 'verify', file, '--key', 'otra+00000000+AAAA')).exit).toBe(1);
    expect((await on(nowhere, 'ledger', 'verify', join(root, 'nada.txt'))).exit).toBe(2);
  });

  test('signs a checkpoint of the whole log', async () => {
    const { size } = json(await on(data, 'ledger', 'verify', '--json'));
    const { exit, out } = await on(data, 'ledger', 'checkpoint');
    expect(exit).toBe(0);
    const [origin, at, head, blank, signature] = out.split('\n');
    expect([origin, at, blank]).toEqual([expect.stringMatching(/^atalaya\//), String(size), '']);
    expect(Buffer.from(head ?? '', 'base64')).toHaveLength(32);
    expect(signature).toMatch(/^— atalaya\/\S+ \S+$/);
  });

  test('proves that an entry is in it, so that anybody can compute the root from it', async () => {
    const proof = json(await on(data, 'ledger', 'prove', '7'));
    expect(proof).toMatchObject({ seq: 7, entry: { seq: 7 } });
    const sha = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    let node = sha(Buffer.of(0), Buffer.from(proof.body));
    expect(node.toString('hex')).toBe(proof.leaf);
    // RFC 9162 §2.1.3.2
    let fn = proof.seq - 1;
    let sn = proof.size - 1;
    for (const step of proof.proof.map((hex: string) => Buffer.from(hex, 'hex'))) {
      if (fn % 2 === 1 || fn === sn) {
        node = sha(Buffer.of(1), step, node);
        while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
      } else node = sha(Buffer.of(1), node, step);
      [fn, sn] = [fn >> 1, sn >> 1];
    }
    expect(sn).toBe(0);
    expect(node.toString('hex')).toBe(proof.root);
  });

  test.each([
    [['ledger'], 2, 'Falta qué hacer: verify, export, checkpoint, prove o witnesses'],
    [['ledger', 'fix'], 2, '«ledger fix» no existe'],
    [['ledger', 'export'], 2, 'Falta el archivo'],
    [['ledger', 'prove'], 2, 'Falta el número del registro'],
    [['ledger', 'prove', '0'], 1, 'La bitácora no tiene ese registro; tiene del 1 al'],
    [['ledger', 'prove', '99999'], 1, 'La bitácora no tiene ese registro; tiene del 1 al'],
    [['ledger', 'prove', 'siete'], 1, 'La bitácora no tiene ese registro; tiene del 1 al'],
  ])('%j is refused with words and %i', async (args, exit, text) => {
    expect(await on(data, ...args)).toMatchObject(words(exit, text));
  });

  test.each([['verify'], ['checkpoint'], ['prove', '1'], ['export', 'log.jsonl']])(
    'there being no log, «%s» says so and makes none',
    async (...args) => {
      const { exit, out, err } = await on(empty, 'ledger', ...args);
      expect(exit).toBeGreaterThan(0);
      expect(out + err).toContain(`En ${empty} no hay ninguna bitácora.`);
      expect(existsSync(empty)).toBe(false);
    },
  );

  test('a log that is gone from where its checkpoint lies was lost, and verifying says so', async () => {
    const dir = another('lost');
    rmSync(join(dir, 'ledger.db'));
    const { exit, out } = await on(dir, 'ledger', 'verify');
    expect([exit, out]).toEqual([1, expect.stringContaining(`No se pudo leer o escribir la bitácora: ${join(dir, 'ledger.db')}. `)]);
  });

  test('one changed byte is found, located and named, with what to do', async () => {
    const dir = another('flipped');
    const file = join(dir, 'ledger.db');
    const bytes = readFileSync(file);
    const at = bytes.indexOf('Convenios generales de coordinaci');
    expect(at).toBeGreaterThan(0);
    bytes[at] = must(bytes[at], 'it is within the file') ^ 1;
    writeFileSync(file, bytes);
    const { exit, out } = await on(dir, 'ledger', 'verify');
    expect(exit).toBe(1);
    expect(out).toMatch(/página \d+ .*bytes \d+ a \d+/);
    expect(out).toMatch(/^asiento \d+: .+\. .+\.$/m);
    const { faults } = json(await on(dir, 'ledger', 'verify', '--json'));
    const seq = faults.find((fault: { seq?: number }) => fault.seq !== undefined)?.seq;
    expect(json(await on(data, 'ledger', 'prove', String(seq))).body).toContain('Convenios generales');
    for (const fault of faults) for (const part of ['what', 'where', 'advice']) expect(fault[part].es).toMatch(/\S/);
  });

  test('a tail cut off is found through the checkpoint', async () => {
    const dir = another('cut');
    const former = another('former');
    await on(dir, 'user', 'add', 'ana@ejemplo.mx', '--office', 'utsi');
    for (const name of readdirSync(former).filter((one) => one.startsWith('ledger.')))
      writeFileSync(join(dir, name), readFileSync(join(former, name)));
    const { exit, out } = await on(dir, 'ledger', 'verify');
    expect([exit, out]).toEqual([1, expect.stringContaining('punto de control')]);
  });
});

describe('atalaya example', () => {
  test('lists those there are, and loads one into a folder once', async () => {
    expect(await run('example')).toEqual({ exit: 0, out: `campeche-2021\n${id}\ndemo`, err: '' });
    const { size } = json(await on(data, 'ledger', 'verify', '--json'));
    expect(await on(data, 'example', id)).toMatchObject(words(1, `El proceso «${id}» ya existe; el ejemplo no se carga dos veces`));
    expect(json(await on(data, 'ledger', 'verify', '--json')).size).toBe(size);
  });

  test('that there is none of is refused with those there are', async () => {
    expect(await on(data, 'example', 'pel-x')).toMatchObject(words(1, `No hay ningún ejemplo «pel-x». Los que hay: campeche-2021, ${id}`));
  });
});

describe('atalaya user add', () => {
  test('makes an account in an office and gives the link to set its password; the log learns no name', async () => {
    const dir = another('user');
    const ran = await on(dir, 'user', 'add', 'ana@ejemplo.mx', '--office', 'utsi', '--name', 'Ana de Prueba');
    expect(ran.exit).toBe(0);
    expect(ran.out).toMatch(/^Unidad Técnica .*: ana@ejemplo\.mx\nhttp:\/\/localhost:3000\/clave\?token=\S+$/);
    expect(ran.err).toContain('48 horas');
    await on(dir, 'ledger', 'export', join(root, 'user.jsonl'));
    const log = readFileSync(join(root, 'user.jsonl'), 'utf8');
    expect(log).toContain('OfficeAssigned');
    expect(log).not.toMatch(/Ana de Prueba|ana@ejemplo/);
    expect(await on(dir, 'user', 'add', 'ana@ejemplo.mx', '--office', 'deoe')).toMatchObject(words(1, 'Ya hay una cuenta con ese correo'));
    expect((await on(dir, 'ledger', 'verify')).exit).toBe(0);
  });

  test.each([
    [['user'], 2, 'Use: atalaya user add'],
    [['user', 'add'], 2, 'Falta el correo'],
    [['user', 'add', 'ana@ejemplo.mx'], 2, 'Falta --office. Los que hay: presidencia'],
    [['user', 'add', 'ana@ejemplo.mx', '--office', 'emperador'], 2, 'No hay ningún cargo «emperador»'],
    [['user', 'add', 'ana', '--office', 'utsi'], 1, 'no tiene la forma nombre@dominio'],
  ])('%j is refused with words and %i', async (args, exit, text) => {
    expect(await on(data, ...args)).toMatchObject(words(exit, text));
  });
});

describe('every command', () => {
  const spanish = /[áéíóúñ¿¡«»]|\b(?:no|hay|los|las|una?|proceso|bitácora)\b/i;

  test('speaks English with «--lang en», wherever it stands, also when it refuses', async () => {
    const runs = await Promise.all([
      run('--help', '--lang', 'en'),
      run('plan', '--help', '--lang=en'),
      on(data, 'plan', id, '--opl', 'x', '--lang', 'en'),
      on(data, 'plan', 'pel-x', '--lang=en'),
      on(data, 'plan', id, '--jornada', 'x', '--lang', 'en'),
      on(data, 'ledger', 'verify', '--lang', 'en'),
      on(data, 'ledger', 'prove', '0', '--lang', 'en'),
      on(data, 'report', id, '--kind', 'systems', '--lang', 'en'),
      on(data, 'example', 'x', '--lang', 'en'),
      on(data, 'user', 'add', '--lang', 'en'),
      on(data, 'calendar', id, '--format', 'x', '--lang', 'en'),
      on(data, 'plan', id, '--nothing', '--lang', 'en'),
    ]);
    for (const { out, err } of runs) expect(`${out}${err}`.replaceAll('“', '').replaceAll('”', '')).not.toMatch(/[áéíóúñ¿¡«»]/i);
    const rows = json(await on(data, 'plan', id, '--json', '--lang', 'en'));
    expect(rows.filter((row: { rule: string }) => spanish.test(row.rule.replaceAll(/\bno\b/gi, '')))).toEqual([]);
  });

  test('is told by «--help», and a command there is none of by the list', async () => {
    const { exit, out } = await run('--help');
    expect(exit).toBe(0);
    for (const name of ['serve', 'example', 'plan', 'calendar', 'report', 'ledger', 'user']) expect(out).toContain(`atalaya ${name}`);
    expect(await run()).toMatchObject({ exit: 0, err: '' });
    expect(await run('planear')).toMatchObject(words(2, 'atalaya plan PROCESS'));
    expect(await run('toString')).toMatchObject({ exit: 2 });
    expect(await run('plan', '--help')).toMatchObject({ exit: 0, out: expect.stringContaining('atalaya plan PROCESS') });
  });

  test('of a language there is none of is refused with words', async () => {
    expect(await on(data, 'plan', id, '--lang', 'fr')).toMatchObject(words(2, 'fr'));
  });

  test('on a port that is none is refused with words', async () => {
    expect(await on(data, 'serve', '--port', 'ochenta')).toMatchObject(words(2, '«ochenta» no es un puerto'));
  });

  test('on a folder that is no folder is refused with words', async () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    const { exit, err } = await on(file, 'ledger', 'checkpoint');
    expect([exit, err]).toEqual([2, expect.stringMatching(/\S/)]);
  });
});
