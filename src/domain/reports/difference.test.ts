import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../../core/document.ts';
import { differencesOf } from './difference.ts';

const document = (...blocks: readonly Block[]): Document => ({ lang: 'es', title: 'Informe', facts: [], footer: '', blocks });
const section = (id: string, ...rest: readonly Block[]): readonly Block[] => [{ kind: 'heading', level: 2, text: id, id }, ...rest];
const said = (text: string): Block => ({ kind: 'paragraph', text });
const table = (...rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  id: 't',
  caption: 'T',
  columns: [{ title: 'A' }],
  rows,
});

describe('the difference of two informes', () => {
  test('is told section by section: what stays, what changed, what came and what went', () => {
    const before = document(...section('a', said('Igual.')), ...section('b', said('Uno.')), ...section('c', said('Se va.')));
    const after = document(...section('a', said('Igual.')), ...section('b', said('Dos.')), ...section('d', said('Llega.')));
    expect(differencesOf(before, after).map(({ id, kind }) => `${id} ${kind}`)).toEqual(['a same', 'b changed', 'd added', 'c gone']);
  });
  test('of a table is its rows: only those that changed', () => {
    const before = document(...section('a', table(['IEC', 'En proceso'], ['IEEH', 'Entregada'])));
    const after = document(...section('a', table(['IEC', 'Concluida'], ['IEEH', 'Entregada'])));
    expect(differencesOf(before, after)[0]?.pieces).toEqual([
      { kind: 'removed', text: 'IEC | En proceso\n' },
      { kind: 'added', text: 'IEC | Concluida\n' },
    ]);
  });
  test('of two long sections with nothing in common is found at once', () => {
    const lines = (word: string) =>
      section('a', { kind: 'list', ordered: false, items: Array.from({ length: 4000 }, (_, i) => `${word} ${i}`) });
    expect(differencesOf(document(...lines('antes')), document(...lines('ahora')))[0]?.pieces).toHaveLength(8000);
  });
});
