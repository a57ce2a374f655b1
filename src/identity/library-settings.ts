import type { DatabaseSync } from 'node:sqlite';
import type { BetterAuthOptions } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Pool } from 'pg';
import { cookieNames } from './cookies.ts';
import { accessTables, doors } from './library-plugins.ts';
import { passwordLength } from './password-policy.ts';
import { hashPassword, type PasswordCost, verifyPassword } from './passwords.ts';

export type LibrarySettings = {
  readonly secret: string;
  readonly baseUrl: string;
  /** Receives the one-time token of each link to set a password. */
  readonly onLink: (token: string) => void;
  /** Absent: what is recommended. */
  readonly passwordCost?: PasswordCost | undefined;
};

const hours = 60 * 60;

/** How the sign-in library is set up. Its HTTP handler is never mounted; only its functions are called. */
export function librarySettings(database: DatabaseSync | Pool, { secret, baseUrl, onLink, passwordCost }: LibrarySettings) {
  const https = new URL(baseUrl).protocol === 'https:';
  return {
    appName: 'Atalaya',
    database,
    secret,
    baseURL: baseUrl,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: (password) => hashPassword(password, passwordCost), verify: verifyPassword },
      resetPasswordTokenExpiresIn: 48 * hours,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ token }: { token: string }) => onLink(token),
    },
    verification: { storeIdentifier: 'hashed' },
    user: {
      additionalFields: {
        // The key of the hash in the ledger; absent: the person's data were erased, or it is a demonstration visitor.
        hashKey: { type: 'string', required: false, input: false, returned: false },
        demo: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    session: {
      expiresIn: 12 * hours,
      disableSessionRefresh: true,
      additionalFields: {
        office: { type: 'string', required: false, input: false },
        demo: { type: 'boolean', required: false, input: false },
        how: { type: 'string', required: false, input: false },
        device: { type: 'string', required: false, input: false },
        place: { type: 'string', required: false, input: false },
      },
    },
    advanced: {
      // The library's own prefix is __Secure-; __Host- is stricter, so name and attribute are given here.
      useSecureCookies: false,
      cookiePrefix: 'atalaya',
      cookies: {
        session_token: {
          name: cookieNames(https).session,
          attributes: { secure: https, httpOnly: true, sameSite: 'lax', path: '/' },
        },
        two_factor: {
          name: cookieNames(https).second,
          attributes: { secure: https, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [doors, accessTables, twoFactor({ issuer: 'Atalaya', allowPasswordless: true })],
  } satisfies BetterAuthOptions;
}
