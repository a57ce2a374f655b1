import { unreachable } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import type { AccessRefusal, AccountRefusal, ChooseRefusal, PasswordRefusal, SignInRefusal } from './identity.ts';
import { passwordLength, type WeakPassword } from './password-policy.ts';

export type IdentityRefusal = SignInRefusal | PasswordRefusal | AccountRefusal | ChooseRefusal | AccessRefusal;

/** What was refused, and what to do. */
export function identityRefusalText(refusal: IdentityRefusal): Bilingual {
  switch (refusal.kind) {
    case 'wrong-credentials':
      return {
        es: 'El correo o la contraseña no coinciden. Revíselos e intente de nuevo; si olvidó la contraseña, pida un enlace nuevo a la administración.',
        en: 'The e-mail and the password do not match. Check them and try again; if you forgot the password, ask the administrator for a new link.',
      };
    case 'rate-limited': {
      const minutes = Math.ceil(refusal.retryAfterSeconds / 60);
      return {
        es: `Demasiados intentos. Espere ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'} e intente de nuevo.`,
        en: `Too many attempts. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
      };
    }
    case 'bad-token':
      return {
        es: 'Este enlace ya se usó, venció o no es válido. Pida uno nuevo a la administración.',
        en: 'This link was used, has expired or is not valid. Ask the administrator for a new one.',
      };
    case 'weak-password':
      return weakPasswordText(refusal.why);
    case 'email-taken':
      return {
        es: 'Ya hay una cuenta con ese correo. Úsela, o indique otro correo.',
        en: 'There is an account with that e-mail already. Use it, or give another e-mail.',
      };
    case 'email-malformed':
      return {
        es: 'El correo no tiene la forma nombre@dominio. Revíselo.',
        en: 'The e-mail is not of the form name@domain. Check it.',
      };
    case 'name-missing':
      return { es: 'Falta el nombre. Escríbalo como debe aparecer.', en: 'The name is missing. Write it as it should appear.' };
    case 'no-session':
      return { es: 'Su sesión terminó. Entre de nuevo para continuar.', en: 'Your session has ended. Sign in again to continue.' };
    case 'wrong-code':
      return {
        es: 'El código no es válido o ya se usó. Escriba el que muestra ahora su aplicación, o un código de respaldo.',
        en: 'The code is not valid, or was used already. Enter the one your application shows now, or a backup code.',
      };
    case 'code-locked':
      return {
        es: 'Demasiados códigos equivocados. Inicie sesión de nuevo dentro de 15 minutos.',
        en: 'Too many wrong codes. Sign in again in 15 minutes.',
      };
    case 'key-refused':
      return {
        es: 'La llave no se reconoció o el intento tardó demasiado. Inténtelo de nuevo, o entre de otra manera.',
        en: 'The passkey was not recognised, or the attempt took too long. Try again, or enter another way.',
      };
    case 'not-fresh':
      return {
        es: 'Para cambiar cómo se entra, la sesión debe tener menos de 15 minutos. Cierre sesión, entre de nuevo y repita el cambio.',
        en: 'To change how you enter, the session must be less than 15 minutes old. Sign out, enter again and repeat the change.',
      };
    case 'wrong-password':
      return { es: 'La contraseña actual no coincide. Revísela.', en: 'The current password does not match. Check it.' };
    case 'provider-unreachable':
      return {
        es: 'El proveedor de identidad no responde. Inténtelo más tarde, o entre de otra manera.',
        en: 'The identity provider does not answer. Try later, or enter another way.',
      };
    case 'provider-refused':
      return {
        es: 'El proveedor de identidad no confirmó quién es usted, o el intento tardó demasiado. Inténtelo de nuevo.',
        en: 'The identity provider did not confirm who you are, or the attempt took too long. Try again.',
      };
    case 'provider-unknown-account':
      return {
        es: 'Aquí no hay una cuenta con el correo que el proveedor verificó. Pídala a la administración.',
        en: 'There is no account here with the e-mail that the provider verified. Ask the administrator for one.',
      };
    case 'unknown-person':
      return { es: 'No existe esa cuenta, o sus datos se retiraron.', en: 'There is no such account, or its data were withdrawn.' };
    case 'own-recovery':
      return {
        es: 'Nadie da fe de su propia recuperación. Pídala a otra persona de la administración, o a quien opera la instalación.',
        en: 'Nobody witnesses their own recovery. Ask another administrator, or whoever runs the installation.',
      };
    case 'reason-missing':
      return {
        es: 'Falta decir cómo comprobó la identidad de quien lo pide.',
        en: 'Say how you made sure of the identity of whoever asks.',
      };
    default:
      return unreachable(refusal);
  }
}

function weakPasswordText(why: WeakPassword['why']): Bilingual {
  switch (why) {
    case 'too-short':
      return {
        es: `La contraseña es muy corta: use al menos ${passwordLength.min} caracteres. Varias palabras sirven muy bien.`,
        en: `The password is too short: use at least ${passwordLength.min} characters. A few words do very well.`,
      };
    case 'too-long':
      return {
        es: `La contraseña es muy larga: use a lo más ${passwordLength.max} caracteres.`,
        en: `The password is too long: use at most ${passwordLength.max} characters.`,
      };
    case 'is-the-email':
      return {
        es: 'La contraseña no puede ser su propio correo. Elija otra.',
        en: 'The password cannot be your own e-mail. Choose another.',
      };
    case 'too-common':
      return {
        es: 'Esa contraseña es de las primeras que cualquiera probaría. Elija otra.',
        en: 'That password is among the first anybody would try. Choose another.',
      };
    default:
      return unreachable(why);
  }
}
