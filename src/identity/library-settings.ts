import type { DatabaseSync } from 'node:sqlite';
import type { BetterAuthOptions } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { Pool } from 'pg';
import { z } from 'zod';
import { cookieNames } from './cookies.ts';
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
      },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [demonstration],
  } satisfies BetterAuthOptions;
}

/** Sessions without a password, for looking at an example from every chair. Without a path, so that HTTP cannot reach it. */
const demonstration = {
  id: 'atalaya-demonstration',
  endpoints: {
    enterAs: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ office: z.string() }) }, async (ctx) => {
      const users = ctx.context.internalAdapter;
      const { office } = ctx.body;
      // A domain that can never receive mail (RFC 2606); without a password nobody signs in with it.
      const email = `${office}@demo.invalid`;
      const find = async () => (await users.findUserByEmail(email))?.user;
      const create = () => users.createUser({ email, name: office, emailVerified: false, demo: true }, { method: 'anonymous' });
      // Two visitors may enter at once: the e-mail is unique, and whoever comes second finds the first one's.
      const user =
        (await find()) ??
        (await create().catch(async (fault) => {
          const made = await find();
          if (!made) throw fault;
          return made;
        }));
      const session = await users.createSession(user.id, false, { office, demo: true });
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ user: user.id });
    }),
  },
};
