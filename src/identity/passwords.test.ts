import { expect, test } from 'vitest';
import { passwordLength, weakness } from './password-policy.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

test('a password is hashed with argon2id, 19 MiB and two passes, under a salt of its own', async () => {
  const [one, two] = await Promise.all([hashPassword('cuatro palabras al azar'), hashPassword('cuatro palabras al azar')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(two).not.toBe(one);
  expect(await verifyPassword({ hash: one, password: 'cuatro palabras al azar' })).toBe(true);
  expect(await verifyPassword({ hash: one, password: 'cuatro palabras al Azar' })).toBe(false);
});

test('a hash made elsewhere, with other costs, is verified with the costs it carries', async () => {
  // From the test vectors of the reference implementation (phc-winner-argon2, test.c).
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword({ hash, password: 'password' })).toBe(true);
  expect(await verifyPassword({ hash, password: 'passwore' })).toBe(false);
});

test('the same characters typed on another keyboard are the same password', async () => {
  const hash = await hashPassword('contrase\u00f1a de la casa');
  expect(await verifyPassword({ hash, password: 'contrasen\u0303a de la casa' })).toBe(true);
});

test('a stored value that is not argon2id is a fault, not a wrong password', async () => {
  await expect(verifyPassword({ hash: '$2b$10$abc', password: 'x' })).rejects.toThrow('not an argon2id');
});

test.each([
  ['once letra', 'too-short'],
  ['ﬃﬃﬃﬃ', 'too-short'],
  ['x'.repeat(64).padEnd(passwordLength.max + 1, 'yz'), 'too-long'],
  ['Persona.Larga@Ejemplo.MX', 'is-the-email'],
  ['persona.larga', 'is-the-email'],
  ['Contraseña123', 'too-common'],
  ['Administrador', 'too-common'],
  ['aaaaaaaaaaaaaaaa', 'too-common'],
])('the password «%s» is refused: %s', (password, why) => {
  expect(weakness(password, 'persona.larga@ejemplo.mx')).toEqual({ kind: 'weak-password', why });
});

test.each(['cuatro palabras al azar', 'todoenminusculas', '🔒🗝️🔑 y algo de texto', 'x'.repeat(64).padEnd(passwordLength.max, 'yz')])(
  'the password «%s» is good: no capital or sign is demanded',
  (password) => {
    expect(weakness(password, 'persona.larga@ejemplo.mx')).toBeUndefined();
  },
);
