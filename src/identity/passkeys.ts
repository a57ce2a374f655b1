import { z } from 'zod';

/** A passkey as it is kept: the public half, and what its holder calls it. Instants are ISO texts. */
export type Passkey = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly credential: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
  readonly addedAt: string;
  readonly usedAt?: string | null | undefined;
};
export type NewPasskey = Pick<Passkey, 'credential' | 'publicKey' | 'counter' | 'transports'>;

/** Whose site it is: WebAuthn ties every key to it. */
export const relyingParty = (baseUrl: string) => ({ id: new URL(baseUrl).hostname, origin: new URL(baseUrl).origin, name: 'Atalaya' });
type Party = ReturnType<typeof relyingParty>;

const text = z.string().max(16_384);
const extensions = z.record(z.string(), z.unknown()).default({});
const transports = z.array(z.string().max(40)).max(10).optional();
const asserted = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: extensions,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.nullish() }),
});
const attested = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: extensions,
  response: z.object({ clientDataJSON: text, attestationObject: text, transports }),
});

/** What a browser answered, as it came in a form; absent: it is no such answer. */
export const readAssertion = (answer: string) => asserted.safeParse(parsed(answer)).data;
const readAttestation = (answer: string) => attested.safeParse(parsed(answer)).data;
type Assertion = z.infer<typeof asserted>;

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return undefined; // a body that is no JSON is no answer
  }
}

// The library takes 0.2 s to load and only whoever uses a key needs it.
const library = () => import('@simplewebauthn/server');
const bytes = (base64url: string) => new Uint8Array(Buffer.from(base64url, 'base64url'));

/** What a browser is asked for when somebody enters: any key of this site, and that its holder was verified by the device. */
export const assertionOptions = (party: Party, challenge: string): string =>
  JSON.stringify({ challenge, rpId: party.id, userVerification: 'required', timeout: 300_000 });

/** What a browser is asked for when a key is added: one that is kept on the device, not one that is known already. */
export async function attestationOptions(
  party: Party,
  challenge: string,
  user: { readonly id: string; readonly email: string; readonly name: string },
  known: readonly Passkey[],
): Promise<string> {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: user.email,
    userDisplayName: user.name,
    userID: new Uint8Array(Buffer.from(user.id)),
    challenge: bytes(challenge),
    attestationType: 'none',
    excludeCredentials: known.map((one) => ({ id: one.credential })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return JSON.stringify(options);
}

/** What every answer is held to. */
const expected = (party: Party, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: party.origin,
  expectedRPID: party.id,
  requireUserVerification: true,
});

/** The new key, once the answer is found to be of this challenge and this site. */
export async function verifyAttestation(party: Party, challenge: string, answer: string): Promise<NewPasskey | undefined> {
  const response = readAttestation(answer);
  if (!response) return undefined;
  const { verifyRegistrationResponse } = await library();
  const found = await verifyRegistrationResponse({
    // The library's types name every transport there is; it only hands them back.
    response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    ...expected(party, challenge),
  }).catch(() => undefined); // it throws whatever it refuses
  if (!found?.verified) return undefined;
  const { id, publicKey, counter } = found.registrationInfo.credential;
  const told = response.response.transports ?? [];
  return { credential: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports: told.join(',') };
}

/** The counter to keep, once the answer is found to be signed with this key for this challenge and this site. */
export async function verifyAssertion(party: Party, challenge: string, response: Assertion, key: Passkey): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const found = await verifyAuthenticationResponse({
    response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
    ...expected(party, challenge),
    credential: { id: key.credential, publicKey: bytes(key.publicKey), counter: key.counter },
  }).catch(() => undefined);
  return found?.verified ? found.authenticationInfo.newCounter : undefined;
}
