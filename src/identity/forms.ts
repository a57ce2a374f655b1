import { randomBytes } from 'node:crypto';
import { browserCookie, cookieNames, cookieValue } from './cookies.ts';
import type { Secret } from './secret.ts';

/** Proof that a form came from one of our own pages (OWASP: synchroniser token; before a session, signed double submit). */
export interface Forms {
  /** The token of every form of a session. */
  csrfToken(session: string): string;
  checkCsrf(session: string, token: string | undefined): boolean;
  /** For forms before there is a session: a token for the form, tied to a cookie, kept when the browser has one. */
  formToken(cookieHeader: string | undefined): { readonly token: string; readonly setCookie: readonly string[] };
  checkForm(cookieHeader: string | undefined, token: string | undefined): boolean;
}

const nonce = /^[A-Za-z0-9_-]{22}$/;

export function formsOf(secret: Secret, https: boolean): Forms {
  const name = cookieNames(https).form;
  const nonceOf = (cookieHeader: string | undefined) => {
    const value = cookieValue(cookieHeader, name);
    return value !== undefined && nonce.test(value) ? value : undefined;
  };
  return {
    csrfToken: (session) => secret.code('session-form', session),
    checkCsrf: (session, token) => token !== undefined && secret.isCode('session-form', session, token),
    formToken: (cookieHeader) => {
      const kept = nonceOf(cookieHeader);
      if (kept !== undefined) return { token: secret.code('first-form', kept), setCookie: [] };
      const fresh = randomBytes(16).toString('base64url');
      return { token: secret.code('first-form', fresh), setCookie: [browserCookie(name, fresh, https)] };
    },
    checkForm: (cookieHeader, token) => {
      const kept = nonceOf(cookieHeader);
      return kept !== undefined && token !== undefined && secret.isCode('first-form', kept, token);
    },
  };
}
