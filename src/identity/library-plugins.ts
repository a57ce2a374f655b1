import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** Sessions that no password opened. Without a path, so that HTTP cannot reach them. */
export const doors = {
  id: 'atalaya-doors',
  endpoints: {
    /** For looking at an example from every chair. */
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
    /** For whoever proved otherwise who they are: by a passkey, or vouched for by the provider. */
    enterAsUser: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ user: z.string() }) }, async (ctx) => {
      const users = ctx.context.internalAdapter;
      const user = await users.findUserById(ctx.body.user);
      if (!user) return ctx.json({ session: undefined });
      const session = await users.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ session: session.token });
    }),
  },
};

const needed = { type: 'string', required: true } as const;
const optional = { type: 'string', required: false } as const;

/** Tables of our own among the library's, so that both databases and every backup have them. Instants are ISO texts. */
export const accessTables = {
  id: 'atalaya-access',
  schema: {
    passkey: {
      fields: {
        userId: { ...needed, index: true },
        name: needed,
        credential: { ...needed, unique: true },
        publicKey: needed,
        counter: { type: 'number', required: true },
        transports: needed,
        addedAt: needed,
        usedAt: optional,
      },
    },
    accessEvent: {
      fields: {
        at: { ...needed, index: true },
        kind: needed,
        person: { ...optional, index: true },
        by: optional,
        how: optional,
        place: optional,
        device: optional,
        note: optional,
      },
    },
  },
} as const;
