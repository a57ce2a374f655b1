import type { Configuration } from 'openid-client';

/** Who else may say who somebody is (OpenID Connect), as the operator configured it. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the button of the sign-in page names it. */
  readonly name: string;
};

/** What was asked with, and must come back: made of a ticket, kept nowhere. */
export type Asked = { readonly state: string; readonly nonce: string; readonly verifier: string };
/** `subject` names the person at this provider for ever; the e-mail only where the provider says that it was verified. */
export type Vouched = { readonly subject: string; readonly email?: string };

export interface Provider {
  /** Where to send somebody. Throws when the provider cannot be reached. */
  addressFor(asked: Asked): Promise<string>;
  /** Whom the provider vouches for, once code, state, nonce, issuer and signature were found good. Absent: it does not. */
  vouchedFor(query: string, asked: Asked): Promise<Vouched | undefined>;
}

export const providerPath = '/entrar/proveedor/regreso';

/** Code flow with PKCE by the certified `openid-client`, loaded and configured at first need. */
export function openProvider(settings: ProviderSettings, baseUrl: string): Provider {
  const redirect = new URL(providerPath, baseUrl).toString();
  let known: Promise<Configuration> | undefined;
  const configured = async () => {
    const client = await import('openid-client');
    const issuer = new URL(settings.issuer);
    // Over plain HTTP only where nothing leaves the machine.
    const isHere = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
    const options = isHere ? { execute: [client.allowInsecureRequests] } : {};
    known ??= client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, options).catch((fault: unknown) => {
      known = undefined; // the next who asks tries again
      throw fault;
    });
    return { client, configuration: await known };
  };
  return {
    addressFor: async ({ state, nonce, verifier }) => {
      const { client, configuration } = await configured();
      const challenge = await client.calculatePKCECodeChallenge(verifier);
      const parameters = {
        redirect_uri: redirect,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      };
      return client.buildAuthorizationUrl(configuration, parameters).toString();
    },
    vouchedFor: async (query, { state, nonce, verifier }) => {
      const { client, configuration } = await configured();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await client.authorizationCodeGrant(configuration, new URL(`${redirect}${query}`), checks).catch((fault: unknown) => {
        // What the provider or the checks refuse; a provider that cannot be reached is another matter, and thrown on.
        if (fault instanceof client.ResponseBodyError || fault instanceof client.AuthorizationResponseError) return undefined;
        if (fault instanceof client.ClientError) return undefined;
        throw fault;
      });
      const claims = tokens?.claims();
      if (!tokens || !claims) return undefined;
      // Many providers keep the e-mail out of the ID token.
      const told =
        claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
          ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : claims;
      const email = told.email_verified === true && typeof told.email === 'string' ? { email: told.email.trim().toLowerCase() } : {};
      return { subject: `${claims.iss} ${claims.sub}`, ...email };
    },
  };
}
