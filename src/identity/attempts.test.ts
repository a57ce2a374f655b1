import { describe, expect, test } from 'vitest';
import { network, signInAttempts } from './attempts.ts';

const email = 'secretaria@ejemplo.mx';
const place = (n: number) => `198.51.${Math.floor(n / 250)}.${n % 250}`;

function counting(maxKeys?: number) {
  let now = 1_000_000;
  const attempts = signInAttempts(() => now, maxKeys);
  return { ...attempts, pass: (seconds: number) => (now += seconds * 1000) };
}
const times = (n: number, work: (at: number) => unknown) => Array.from({ length: n }, (_, at) => work(at));

describe('limits on signing in', () => {
  test('five attempts at an account from one address, then wait until the first is a quarter of an hour old', () => {
    const { take, pass } = counting();
    take(email, place(1));
    pass(60);
    expect(times(4, () => take(email, place(1)))).toEqual([undefined, undefined, undefined, undefined]);
    expect(take(email, place(1))).toBe(840);
    pass(839);
    expect(take(` ${email.toUpperCase()}`, place(1))).toBe(1);
    pass(1);
    expect(take(email, place(1))).toBeUndefined();
    expect(take(email, place(1))).toBe(60);
  });

  test('thirty attempts from one address, whatever the accounts', () => {
    const { take } = counting();
    expect(times(30, (n) => take(`n${n}@ejemplo.mx`, place(1))).every((wait) => wait === undefined)).toBe(true);
    expect(take('otra@ejemplo.mx', place(1))).toBe(900);
    expect(take('otra@ejemplo.mx', place(2))).toBeUndefined();
  });

  test('fifty attempts at one account, wherever they come from', () => {
    const { take } = counting();
    expect(times(50, (n) => take(email, place(n))).every((wait) => wait === undefined)).toBe(true);
    expect(take(email, place(99))).toBe(900);
  });

  test('a refused attempt is not counted: waiting is enough', () => {
    const { take, pass } = counting();
    times(5, () => take(email, place(1)));
    pass(600);
    times(20, () => take(email, place(1)));
    pass(300);
    expect(take(email, place(1))).toBeUndefined();
  });

  test('a successful attempt is not counted', () => {
    const { take, giveBack } = counting();
    for (let n = 0; n < 100; n++) {
      expect(take(email, place(1))).toBeUndefined();
      giveBack(email, place(1));
    }
  });

  test('what is remembered is bounded', () => {
    const { take } = counting(30);
    times(500, (n) => take(`n${n}@ejemplo.mx`, place(n)));
    expect(take(email, place(1))).toBeUndefined();
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['desconocida', 'desconocida'],
])('the address %s is counted as %s', (address, counted) => {
  expect(network(address)).toBe(counted);
});
