import { expect, test } from 'vitest';
import { plain } from './document.ts';

test('the words of a cell are its text without marks; what is not there has none', () => {
  expect(plain(null)).toBe('');
  expect(plain(12)).toBe('12');
  expect(plain('hola')).toBe('hola');
  expect(plain(['ver ', { mark: 'strong', text: 'esto' }, ' ', { mark: 'status', status: { shape: 'done', word: 'Concluida' } }])).toBe(
    'ver esto Concluida',
  );
});
