import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('is worked out once for one whole and name, and anew for an equal whole or another name', () => {
  let made = 0;
  const tell = remembered((whole: { readonly a: number }, name) => {
    made += 1;
    return whole.a === 0 ? undefined : `${whole.a}${name}`;
  });
  const [one, equal, none] = [{ a: 1 }, { a: 1 }, { a: 0 }];
  expect([tell(one, 'x'), tell(one, 'x'), made]).toEqual(['1x', '1x', 1]);
  expect([tell(equal, 'x'), tell(one, 'y'), made]).toEqual(['1x', '1y', 3]);
  expect([tell(none, 'x'), tell(none, 'x'), made]).toEqual([undefined, undefined, 4]);
});
