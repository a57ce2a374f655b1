import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNorm, readNorms } from './load-norm.ts';
import { faultLine, type NormFault, type NormFaultKind } from './norm-faults.ts';
import { normsDir, normText } from './test-norms.ts';

const good = normText('anexo13-2021');

/** The shipped norm with one change, and where `blame` then stands in it, counted without the parser. */
function changed(from: string | RegExp, to: string, blame: string): { text: string; line: number; column: number } {
  const text = good.replace(from, to);
  if (text === good) throw new Error('the change changes nothing');
  const at = text.indexOf(blame);
  if (at < 0) throw new Error(`${blame} is not in the text`);
  const before = text.slice(0, at).split('\n');
  return { text, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function faultsIn(text: string): readonly NormFault[] {
  const loaded = loadNorm(text, 'norma.yaml');
  if (loaded.ok) throw new Error('the norm was accepted');
  return loaded.error;
}

const row = (code: string) => new RegExp(`(- code: ${code}\\n[\\s\\S]*?)(due: .*)`);

describe('a norm is refused, with file, line and column', () => {
  const cases: readonly [title: string, change: ReturnType<typeof changed>, kind: NormFaultKind, says: string][] = [
    ['an unknown key of a row', changed('    sendWithinDays: 5', '    sendInDays: 5', 'sendInDays: 5'), 'unknown-key', '«sendInDays»'],
    ['an unknown key of the norm', changed('approved:', 'aproved: 1\napproved:', 'aproved: 1'), 'unknown-key', '«aproved»'],
    ['an unknown rule', changed(row('E14'), '$1due: { monthBefore: 4 }', '{ monthBefore: 4 }'), 'unknown-rule', 'fila E14 › due'],
    [
      'a rule with a key too many',
      changed(row('M01'), '$1due: { daysBefore: 45, hours: 3 }', '{ daysBefore: 45, hours'),
      'unknown-rule',
      'Su forma es',
    ],
    ['a rule that is only text', changed(row('E14'), '$1due: pronto', 'pronto'), 'unknown-rule', '«pronto»'],
    ['a negative number of days', changed(row('M01'), '$1due: { daysBefore: -45 }', '-45'), 'bad-value', 'no menor que 1'],
    [
      'a number of days by a slip of the finger',
      changed(row('M01'), '$1due: { daysBefore: 4500 }', '4500'),
      'bad-value',
      'no mayor que 1096',
    ],
    ['half a month', changed(row('E14'), '$1due: { monthsBefore: 0.5 }', '0.5'), 'bad-value', 'número entero'],
    [
      'a monthly rule inside a window',
      changed(row('M07'), '$1$2\n    windowFrom: { monthly: { a: 1 } }', '{ monthly: { a: 1 } }'),
      'unknown-rule',
      'no se admite aquí',
    ],
    ['a row without its topic', changed(/(- code: E14\n[\s\S]*?) {4}topic: .*\n/, '$1', 'code: E14'), 'missing', 'fila E14 › topic: falta'],
    [
      'a row without its citation',
      changed(/(- code: E14\n[\s\S]*?) {4}citation: .*\n/, '$1', 'code: E14'),
      'missing',
      'fila E14 › citation: falta',
    ],
    [
      'a title without its English',
      changed(/(- code: E14\n {4}title:\n.*\n) {6}en: .*\n/, '$1', "es: 'Designación y aceptación"),
      'missing',
      'fila E14 › title › en',
    ],
    ['an empty citation', changed(/(- code: E14\n[\s\S]*?)citation: .*/, "$1citation: ''", "''"), 'bad-value', 'no puede quedar vacío'],
    [
      'a confirmation that does not exist',
      changed('confirmation: computed', 'confirmation: sure', 'sure'),
      'bad-confirmation',
      'seen, computed, to-confirm',
    ],
    ['a code of another form', changed('- code: E14', '- code: X14', 'X14'), 'bad-value', '«X14»'],
    ['a code twice', changed('- code: E16a', '- code: E15b', "E15b\n    title:\n      es: 'Plan de Seg"), 'duplicate', '«E15b» ya está'],
    [
      'a topic twice',
      changed('- id: difusores', '- id: simulacros', "simulacros\n    name: { es: 'Difusores'"),
      'duplicate',
      '«simulacros»',
    ],
    [
      'a dependency on a row that is not there',
      changed('dependsOn: [E09]', 'dependsOn: [E99]', 'E99'),
      'unknown-reference',
      '«E99» no está entre las filas',
    ],
    ['a rule counted from a row that is not there', changed('before: M02', 'before: M20', 'M20'), 'unknown-reference', '«M20»'],
    ['a rule counted from a monthly row', changed('before: M02', 'before: E03', 'E03, days'), 'unknown-reference', 'se repite cada mes'],
    ['a draft of nothing', changed('draftOf: E04b', 'draftOf: E04z', 'E04z'), 'unknown-reference', '«E04z»'],
    ['an unknown topic', changed('topic: cotaprep', 'topic: cotapre', 'cotapre\n'), 'unknown-reference', '«cotapre» no está entre topics'],
    ['an unknown responsible', changed('[comision]', '[comite]', 'comite]'), 'unknown-reference', '«comite»'],
    ['an unknown condition', changed('condition: tercero', 'condition: cuarto', 'cuarto'), 'unknown-reference', '«cuarto»'],
    ['a branch on an unknown condition', changed('on: ccv', 'on: ccw', 'ccw'), 'unknown-reference', '«ccw»'],
    ['a condition decided in a row that is not there', changed('dependsOn: E07', 'dependsOn: E77', 'E77'), 'unknown-reference', '«E77»'],
    [
      'a row that counts from itself',
      changed(row('M01'), '$1due: { before: M01, days: 1 }', 'M01\n    title'),
      'cycle',
      'M01 → M01: ciclo entre reglas',
    ],
    [
      'a cycle between rules',
      changed(row('M01'), '$1due: { after: E21, days: 5 }', 'E21\n    title'),
      'cycle',
      'E21 → M01 → E21: ciclo entre reglas',
    ],
    [
      'a cycle between dependencies',
      changed('dependsOn: [E09]', 'dependsOn: [E15b]', 'E14\n    title'),
      'cycle',
      'ciclo entre dependencias',
    ],
    [
      'a date that is not one',
      changed("approved: '2021-11-17'", "approved: '2021-11-31'", "'2021-11-31'"),
      'bad-value',
      'una fecha como 2020-06-07',
    ],
    ['a jornada that is false', changed(row('M06'), '$1due: { jornada: false }', 'false }'), 'bad-value', 'true'],
    ['a key with capitals', changed('  opl: {', '  OPL: {', 'OPL: {'), 'bad-value', 'minúsculas'],
    [
      'a key twice, which YAML forbids',
      changed('    sendWithinDays: 5', '    sendWithinDays: 5\n    sendWithinDays: 6', 'sendWithinDays: 6'),
      'syntax',
      'no es YAML válido',
    ],
  ];

  it.each(cases)('%s', (_, { text, line, column }, kind, says) => {
    const faults = faultsIn(text);
    expect(faults[0]).toMatchObject({ file: 'norma.yaml', kind, line, column });
    expect(faults[0]?.message.es).toContain(says);
    expect(faults[0]?.message.en).not.toBe(faults[0]?.message.es);
  });
});

describe('a norm', () => {
  it('that ships is accepted: both of them, with 53 rows in 16 topics', async () => {
    const read = await readNorms(normsDir);
    if (!read.ok) throw new Error(read.error.map((fault) => faultLine(fault, 'es')).join('\n'));
    expect(read.value.map((norm) => [norm.id, norm.rows.length, norm.topics.length])).toEqual([
      ['anexo13-2016', 53, 16],
      ['anexo13-2021', 53, 16],
    ]);
  });

  it('with several faults is refused with all of them, each in its place', () => {
    const faults = faultsIn(good.replaceAll('confirmation: seen', 'confirmation: read').replace('approved:', 'aproved:'));
    expect(faults.map((fault) => fault.kind).sort()).toEqual(['missing', 'unknown-key', ...Array(5).fill('bad-confirmation')].sort());
    expect(new Set(faults.map((fault) => fault.line)).size).toBe(7);
  });

  it('says the place as editors read it, and what to do', () => {
    const { text, line } = changed('confirmation: computed', 'confirmation: sure', 'sure');
    const fault = faultsIn(text)[0];
    expect(fault && faultLine(fault, 'es')).toBe(
      `norma.yaml:${line}:19: fila E01 › confirmation: «sure» no dice cómo está confirmada la regla. Escriba seen, computed, to-confirm.`,
    );
    expect(fault && faultLine(fault, 'en')).toContain('row E01 › confirmation: “sure” does not say how the rule is confirmed.');
  });

  it.each([
    ['an empty file', '', 'bad-value'],
    ['a file that is only text', 'Anexo 13', 'bad-value'],
    ['a quote left open', "id: 'anexo13", 'syntax'],
    ['tabs', 'id: x\n\tname: y', 'syntax'],
    ['an alias without its anchor', 'id: *nobody', 'syntax'],
    ['two documents in one file', 'id: a\n---\nid: b', 'syntax'],
  ])('is refused when it is %s', (_, text, kind) => {
    expect(faultsIn(text)[0]).toMatchObject({ kind, file: 'norma.yaml' });
  });

  it('is refused, and not expanded, when its aliases multiply without end', () => {
    const bomb = Array.from({ length: 12 }, (_, i) => `k${i}: &a${i} [${i === 0 ? 'x' : Array(9).fill(`*a${i - 1}`)}]`).join('\n');
    expect(faultsIn(bomb)[0]).toMatchObject({ kind: 'syntax' });
  });

  it('spoilt anywhere is accepted or refused within the file, and never throws', () => {
    // Its first rows, which stand by themselves: every kind of key, read three times as fast.
    const part = good.slice(0, good.indexOf('  - code: E09'));
    expect(loadNorm(part, 'norma.yaml').ok).toBe(true);
    const lines = part.split('\n').length;
    const spoilt = fc
      .record({ at: fc.nat(part.length), cut: fc.nat(40), put: fc.string({ maxLength: 8 }) })
      .map(({ at, cut, put }) => part.slice(0, at) + put + part.slice(at + cut));
    fc.assert(
      fc.property(spoilt, (text) => {
        const loaded = loadNorm(text, 'norma.yaml');
        if (loaded.ok) return;
        expect(loaded.error.length).toBeGreaterThan(0);
        for (const fault of loaded.error) {
          expect(fault.line).toBeGreaterThan(0);
          expect(fault.line).toBeLessThanOrEqual(lines + 8);
          expect(fault.column).toBeGreaterThan(0);
          expect(fault.message.es).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('a folder of norms', () => {
  const folder = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const dir = await mkdtemp(join(tmpdir(), 'norms-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
    return dir;
  };
  const refusal = async (dir: string): Promise<readonly NormFault[]> => {
    const read = await readNorms(dir);
    if (read.ok) throw new Error('the folder was accepted');
    return read.error;
  };

  it('is refused when two norms have one id', async () => {
    const faults = await refusal(await folder({ 'a.yaml': good, 'b.yaml': good }));
    expect(faults).toEqual([expect.objectContaining({ kind: 'duplicate', file: expect.stringContaining('b.yaml') })]);
  });

  it('is refused with the faults of every file', async () => {
    const faults = await refusal(await folder({ 'a.yaml': '', 'b.yaml': good.replace('E14', 'X14'), 'c.yaml': good }));
    expect(new Set(faults.map((fault) => fault.file.slice(-6)))).toEqual(new Set(['a.yaml', 'b.yaml']));
  });

  it('is refused when it holds none, or does not exist', async () => {
    expect(await refusal(await folder({ 'README.md': 'x' }))).toMatchObject([{ kind: 'unreadable' }]);
    const [missing] = await refusal(join(normsDir, 'nowhere'));
    expect(missing?.message.es).toContain('Revise que exista');
  });

  it('is refused when one of its files cannot be read', async () => {
    const dir = await folder({ 'a.yaml': good });
    await mkdir(join(dir, 'b.yaml'));
    expect(await refusal(dir)).toMatchObject([{ kind: 'unreadable', file: join(dir, 'b.yaml') }]);
  });
});
