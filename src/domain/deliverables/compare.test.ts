import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, compareTexts, pairsOf } from './compare.ts';
import { file } from './test-deliverables.ts';

const read = (side: Change['before']) => side.map(({ text }) => text).join('');
const marked = (side: Change['before']) => side.map(({ kind, text }) => (kind === 'same' ? text : `[${text}]`)).join('');

describe('two versions of a text', () => {
  test('what changed stands side by side, word by word, and what did not is left out', () => {
    const compared = compareTexts(['Título\nLos simulacros son dos.\nFin'], ['Título\nLos simulacros son tres.\nFin']);
    expect(compared?.changes).toHaveLength(1);
    const [change] = compared?.changes ?? [];
    expect(marked(change?.before ?? [])).toBe('Los simulacros son [dos].');
    expect(marked(change?.after ?? [])).toBe('Los simulacros son [tres].');
  });

  test('a paragraph that is new has nothing beside it; one that is gone, nothing after it', () => {
    const added = compareTexts(['uno'], ['uno\ndos'])?.changes;
    expect(added).toEqual([{ before: [], after: [{ kind: 'added', text: 'dos' }] }]);
    const gone = compareTexts(['uno\ndos'], ['uno'])?.changes;
    expect(gone).toEqual([{ before: [{ kind: 'removed', text: 'dos' }], after: [] }]);
  });

  test('lines that break elsewhere are no change', () => {
    expect(compareTexts(['El plan de trabajo\nse aprobó.'], ['El plan\nde trabajo se   aprobó.'])?.changes).toEqual([]);
  });

  test('of paged documents the page is told', () => {
    expect(compareTexts(['uno', 'dos'], ['uno', 'tres'])?.changes[0]?.page).toBe(2);
    expect(compareTexts(['uno'], ['dos'])?.changes[0]).not.toHaveProperty('page');
  });

  test('two texts with nothing in common are told as such, not laid side by side', () => {
    const lines = (word: string) => Array.from({ length: 800 }, (_, i) => `${word} ${i}`).join('\n');
    expect(compareTexts([lines('a')], [lines('b')])).toBeUndefined();
  });

  test('of very many changes the first are shown, and the rest counted', () => {
    const lines = (word: string) => Array.from({ length: 700 }, (_, i) => `${i}${i % 2 === 0 ? word : ''}`).join('\n');
    const compared = compareTexts([lines('a')], [lines('b')]);
    expect(compared?.changes).toHaveLength(300);
    expect(compared?.more).toBe(50);
  });

  test('law: a text differs from itself nowhere, and each side of a change is told whole', () => {
    const text = fc
      .array(fc.constantFrom('uno', 'dos', 'tres cuatro', 'acta y casilla'), { maxLength: 12 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareTexts([a], [a])).toEqual({ changes: [], more: 0 });
        for (const { before, after } of compareTexts([a], [b])?.changes ?? []) {
          expect(a.replaceAll('\n', ' ')).toContain(read(before));
          expect(b.replaceAll('\n', ' ')).toContain(read(after));
        }
      }),
    );
  });
});

describe('which file stands beside which', () => {
  const names = (pairs: ReturnType<typeof pairsOf>) => pairs.map(({ before, after }) => [before?.name, after?.name]);
  test('the one of the same bytes or name; then the one of the same kind; what has none stands alone', () => {
    expect(names(pairsOf([file('a', 'plan.pdf'), file('b', 'anexo.pdf')], [file('c', 'anexo.pdf'), file('d', 'plan v2.pdf')]))).toEqual([
      ['anexo.pdf', 'anexo.pdf'],
      ['plan.pdf', 'plan v2.pdf'],
    ]);
    expect(names(pairsOf([file('a', 'uno.pdf'), file('b', 'dos.pdf')], [file('b', 'otro.pdf')]))).toEqual([
      ['dos.pdf', 'otro.pdf'],
      ['uno.pdf', undefined],
    ]);
    expect(names(pairsOf([], [file('a')]))).toEqual([[undefined, 'a.pdf']]);
  });
});
