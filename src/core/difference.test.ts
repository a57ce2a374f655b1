import { expect, test } from 'vitest';
import { differenceOf } from './difference.ts';

test('what a text says otherwise is told word by word', () => {
  expect(differenceOf('Se acuerda enviar el plan.', 'Se acuerda entregar el plan.')).toEqual([
    { kind: 'same', text: 'Se acuerda ' },
    { kind: 'removed', text: 'enviar' },
    { kind: 'added', text: 'entregar' },
    { kind: 'same', text: ' el plan.' },
  ]);
});

test('two texts that have nothing in common are told whole, one after the other', () => {
  const [before, after] = ['uno ', 'dos '].map((word) => Array.from({ length: 1200 }, (_, i) => `${word}${i}`).join(' '));
  expect(differenceOf(before ?? '', after ?? '')).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
});
