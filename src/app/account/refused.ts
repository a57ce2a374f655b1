import type { Refused } from '../../domain/people/accounts.ts';
import { type IdentityRefusal, identityRefusalText } from '../../identity/words.ts';

/** A refusal of the accounts, as a form tells it: its words, its field and its status. */
export function refused(refusal: IdentityRefusal): Refused {
  const text = identityRefusalText(refusal);
  switch (refusal.kind) {
    case 'rate-limited':
      return { text, status: 429, waitSeconds: refusal.retryAfterSeconds };
    case 'code-locked':
      return { text, status: 429, waitSeconds: 15 * 60, field: 'codigo' };
    case 'wrong-code':
      return { text, status: 422, field: 'codigo' };
    case 'wrong-password':
      return { text, status: 422, field: 'actual' };
    case 'weak-password':
      return { text, status: 422, field: 'clave' };
    case 'email-taken':
      return { text, status: 409, field: 'correo' };
    case 'email-malformed':
      return { text, status: 422, field: 'correo' };
    case 'name-missing':
      return { text, status: 422, field: 'nombre' };
    default:
      return { text, status: 422 };
  }
}
