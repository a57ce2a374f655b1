import { expect, test } from 'vitest';
import type { Document } from '../core/document.ts';
import { renderMarkdown } from './markdown.ts';
import { informe, status } from './test/samples.ts';

const bare: Document = { lang: 'es', title: 'T', facts: [], footer: 'Pie', blocks: [] };

test('a table is a table with its caption, alignment and row headers', () => {
  const text = renderMarkdown({
    ...bare,
    blocks: [
      {
        kind: 'table',
        id: 't',
        caption: 'Plan',
        columns: [{ title: 'Código', head: true }, { title: 'Días', align: 'end' }, { title: 'Estado' }],
        rows: [
          ['E01', 1234, [status('late')]],
          ['E02', null, 'a|b\nc'],
        ],
      },
    ],
  });
  expect(text).toContain(
    '**Plan**\n\n| Código | Días | Estado |\n| --- | ---: | --- |\n| **E01** | 1,234 | ▲ Fuera de plazo |\n| **E02** | — | a\\|b c |\n',
  );
});

test('the notice, the facts, the chart’s sentence and the footer are all there', () => {
  const text = renderMarkdown(informe());
  expect(text).toMatch(/^> \*\*Estado al 10 de marzo de 2020 · DATOS FICTICIOS\*\*\n\n# Informe de avance del PREP\n/);
  expect(text).toContain('- **Corte**: 10 de marzo de 2020\n');
  expect(text).toContain('**Avance por entidad**\n\nCoahuila ha concluido 21 de 54 obligaciones');
  expect(text).toContain('*Aquí estarán las observaciones al ente auditor; las emite la UTSI al revisar cada versión.*');
  expect(text.trimEnd()).toMatch(/---\n\nBitácora, posición 4,211/);
});

test.each([
  ['# no es título', '\\# no es título'],
  ['- no es lista', '\\- no es lista'],
  ['1. no es lista', '1\\. no es lista'],
  ['<b>no</b> *no* _no_ `no` [no](x) !', '\\<b\\>no\\</b\\> \\*no\\* \\_no\\_ \\`no\\` \\[no\\](x) !'],
])('%j stays text', (written, escaped) => {
  expect(renderMarkdown({ ...bare, blocks: [{ kind: 'paragraph', text: written }] })).toContain(`\n\n${escaped}\n`);
});

test('a link whose address could run something is only its words', () => {
  const link = (href: string) => renderMarkdown({ ...bare, blocks: [{ kind: 'paragraph', text: [{ mark: 'link', text: 'aquí', href }] }] });
  expect(link('javascript:alert(1)')).toContain('\n\naquí\n');
  expect(link('https://example.org/a b>')).toContain('[aquí](<https://example.org/ab%3E>)');
});
