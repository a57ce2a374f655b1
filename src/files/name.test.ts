import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from './kinds.ts';
import { cleanName } from './name.ts';

describe('the name under which a file is shown and saved', () => {
  test.each([
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\Users\\persona\\Plan de trabajo.PDF', 'application/pdf', 'Plan de trabajo.pdf'],
    ['acta\u0000\u0007 final.docx', 'application/pdf', 'acta final.docx.pdf'],
    ['informe\u202efdp.exe', 'application/pdf', 'informe fdp.exe.pdf'],
    ['   .oculto', 'text/plain', 'oculto.txt'],
    ['', 'application/pdf', 'archivo.pdf'],
    ['.pdf', 'application/pdf', 'pdf.pdf'],
    ['CON.pdf', 'application/pdf', '_CON.pdf'],
    [`${'á'.repeat(500)}.pdf`, 'application/pdf', `${'á'.repeat(120)}.pdf`],
    ['datos.CSV', 'text/csv', 'datos.csv'],
  ])('%j of type %s is %j', (given, type, name) => {
    expect(cleanName(given, type)).toBe(name);
  });

  /** Any code points, halves of surrogates among them. */
  const text = fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 60 }).map((points) => String.fromCodePoint(...points));
  test('whatever it was called: no folder, no control, never empty, bounded, ending as its type does, and clean once is clean', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...Object.keys(kinds)), (given, type) => {
        const name = cleanName(given, type);
        expect(name).not.toMatch(/[/\\\p{Cc}"\u202a-\u202e\u2066-\u2069]/u);
        expect(name.length).toBeLessThanOrEqual(160);
        expect(kinds[type]?.some((ending) => name.endsWith(`.${ending}`))).toBe(true);
        expect(cleanName(name, type)).toBe(name);
      }),
    );
  });
});
