import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../documents/html.ts';
import { proseBlocks, proseFault, proseLimits } from './prose.ts';

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
    expect(proseFault('Bien.\n\n- uno\n- dos')).toBeUndefined();
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
