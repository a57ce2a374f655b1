export const passwordLength = { min: 12, max: 128 };

export type WeakPassword = {
  readonly kind: 'weak-password';
  readonly why: 'too-short' | 'too-long' | 'is-the-email' | 'too-common';
};

/** Long passwords everybody tries first. Shorter ones are refused by their length. */
const common = new Set(
  `123456789012 1234567890123 12345678901234 123456789123 012345678901 098765432109 qwertyuiop12 qwertyuiop123 qwertyuiopas
  qwerty123456 qwertyuiopasdfgh 1q2w3e4r5t6y 1qaz2wsx3edc asdfghjklqwe abcdefghijkl abcdefgh1234 abcd12345678 password1234
  password12345 password123456 passwordpassword passw0rd1234 contraseña12 contraseña123 contraseña1234 contrasena12
  contrasena123 contrasena1234 contraseñacontraseña micontraseña mipassword123 administrador administrador1 administrador123
  administrator administrator1 adminadminadmin admin1234567 admin12345678 bienvenido12 bienvenido123 bienvenidos123
  bienvenida123 welcome12345 welcome123456 letmein12345 changeme1234 changemechangeme cambiame1234 cambiar12345 iloveyou1234
  tequiero1234 teamo1234567 mexico123456 vivamexico123 ciudaddemexico guadalajara1 guadalajara123 monterrey123 cruzazul1234
  elecciones123 elecciones2020 elecciones2021 elecciones2024 elecciones2027 electoral123 instituto123 institutonacional
  atalaya12345 atalaya123456 atalayaatalaya sistemas1234 secretaria123 trustno1trustno1 superman1234 unodostrescuatro`.split(/\s+/),
);

/**
 * The rules of NIST SP 800-63B: length and a list, nothing about capitals or signs. The length must hold both
 * as typed (which the library counts) and as hashed (after NFKC, in code points).
 */
export function weakness(password: string, email: string): WeakPassword | undefined {
  const text = password.normalize('NFKC');
  const characters = [...text];
  const folded = text.toLowerCase();
  const address = email.trim().toLowerCase();
  if (Math.min(password.length, characters.length) < passwordLength.min) return { kind: 'weak-password', why: 'too-short' };
  if (Math.max(password.length, text.length) > passwordLength.max) return { kind: 'weak-password', why: 'too-long' };
  if (folded === address || folded === address.split('@')[0]) return { kind: 'weak-password', why: 'is-the-email' };
  if (common.has(folded) || new Set(folded).size < 3) return { kind: 'weak-password', why: 'too-common' };
  return undefined;
}
