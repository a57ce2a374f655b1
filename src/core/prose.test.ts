import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../documents/html.ts';
import { plain } from './document.ts';
import { proseBlocks, proseFault, proseFaultText, proseLimits, proseWords } from './prose.ts';

const set = (text: string) => proseBlocks(text, { lang: 'es', id: 'texto' });

describe('what people write in Markdown', () => {
  test('becomes paragraphs, lists, headings, tables and links of the document', () => {
    const blocks = set(
      '## Avance\n\nVa **bien**, ver [el plan](https://ine.mx).\n\n- uno\n- dos\n  - tres\n\n| OPL | N |\n| --- | --: |\n| IEC | 3 |',
    );
    expect(blocks).toEqual([
      { kind: 'heading', level: 3, text: 'Avance' },
      {
        kind: 'paragraph',
        text: ['Va ', { mark: 'strong', text: 'bien' }, ', ver ', { mark: 'link', text: 'el plan', href: 'https://ine.mx' }, '.'],
      },
      { kind: 'list', ordered: false, items: [['uno'], ['dos'], ['tres']] },
      {
        kind: 'table',
        id: 'texto-1',
        caption: 'Cuadro 1',
        columns: [
          { title: 'OPL', head: true },
          { title: 'N', align: 'end' },
        ],
        rows: [[['IEC'], ['3']]],
      },
    ]);
  });

  test('is told in one line without its marks, all of its words in their order', () => {
    const text =
      '## Avance\n\nVa **bien**, ver [el plan](https://ine.mx).\n\n- uno\n- dos\n\n> cita\n\n| OPL | N |\n| --- | --: |\n| IEC | 3 |';
    expect(proseWords(text)).toBe('Avance Va bien, ver el plan. uno dos cita OPL N IEC 3');
    expect(proseWords('')).toBe('');
  });

  test.each([
    '<script>alert(1)</script>',
    'Hola <img src=x onerror=alert(1)> adiós',
    '[pulse](javascript:alert(1))',
    '![foto](https://rastreo.example/x.png)',
    '<svg onload=alert(1)>',
  ])('runs nothing and fetches nothing: %s', async (text) => {
    const html = await renderHtml({ lang: 'es', title: 't', facts: [], footer: 'f', blocks: set(text) });
    expect(html).not.toMatch(/<script|<img|<svg|href="javascript|rastreo\.example/i);
  });

  test('that is too long, too wide or too deep is told with its place', () => {
    expect(proseFault('a'.repeat(2 * 1024 * 1024))).toEqual({ kind: 'too-long', characters: 2 * 1024 * 1024 });
    const wide = `Antes.\n\n${'| a '.repeat(40)}|\n${'| - '.repeat(40)}|\n${'| b '.repeat(40)}|`;
    expect(proseFault(wide)).toEqual({ kind: 'table-too-large', line: 3, columns: 40, rows: 1 });
    const long = `| a |\n| - |\n${'| b |\n'.repeat(proseLimits.rows + 1)}`;
    expect(proseFault(long)).toMatchObject({ kind: 'table-too-large', rows: proseLimits.rows + 1 });
    expect(proseFault(`Bien.\n${'>'.repeat(90_000)} a`)).toEqual({ kind: 'too-deep', line: 2 });
    expect(proseFault(`${'- '.repeat(20)}a`)).toEqual({ kind: 'too-deep', line: 1 });
    expect(proseFault('Bien.\n\n- uno\n- dos\n\n| a |\n| - |\n| b |')).toBeUndefined();
  });

  test('and what to do about it is said in both languages', () => {
    expect(proseFaultText({ kind: 'too-long', characters: 300_000 }).es).toContain('Recórtelo o divídalo');
    expect(proseFaultText({ kind: 'table-too-large', line: 3, columns: 40, rows: 1 }).es).toContain(
      'La tabla de la línea 3 tiene 40 columnas',
    );
    expect(proseFaultText({ kind: 'too-deep', line: 2 }).en).toContain('Line 2 has more than');
    expect(() => proseFaultText({ kind: 'otra' } as never)).toThrow('unreachable'); // no such fault: that is the test
  });

  test('keeps the words of what it does not set: pictures, struck text, references, breaks; and a table with cells left out', () => {
    const words = (text: string) => set(text).map((block) => (block.kind === 'paragraph' ? plain(block.text) : block.kind));
    expect(words('![foto](u) ![](u)')).toEqual(['[foto] […]']);
    expect(words('~~no~~ sí')).toEqual(['no sí']);
    expect(words('**uno ![](u)  \ndos**')).toEqual(['uno […] dos']);
    expect(words('uno  \ndos')).toEqual(['uno dos']);
    expect(set('- > cita\n- ## título\n- `x`\n\n      código')).toMatchObject([
      { items: [['cita'], ['título'], [{ mark: 'code', text: 'x' }], [{ mark: 'code', text: 'código' }]] },
    ]);
    expect(words('ver [el plan][p]\n\n[p]: https://ine.mx')[0]).toBe('ver el plan');
    expect(set('| | N |\n| - | - |\n| a |')).toMatchObject([
      { kind: 'table', columns: [{ title: '—' }, { title: 'N' }], rows: [[['a'], []]] },
    ]);
  });

  test('whatever it is, is set without a fault of ours, and says the same twice', () => {
    const piece = fc.constantFrom(
      '# ',
      '> ',
      '- ',
      '1. ',
      '|',
      '\n',
      '\n\n',
      '**',
      '`',
      '[a](b)',
      '<b>',
      '~~',
      'palabra ',
      '![i](u)',
      '    ',
      '---',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        if (proseFault(text)) return;
        expect(set(text)).toEqual(set(text));
      }),
    );
  });
});
