export const choices = ['daily', 'weekly', 'never'] as const;
export type Choice = (typeof choices)[number];

/** How a person chose to be told: how often by digest, and whether at once of what cannot wait. Quiet unless they said so. */
export type MailChoice = { readonly digest: Choice; readonly now: boolean };

/** As kept: `daily`, `weekly`, `never`, perhaps followed by ` now`. What nobody chose is a digest a day and nothing at once. */
export function readChoice(kept: string | undefined): MailChoice {
  const [digest, now] = (kept ?? '').split(' ');
  return { digest: choices.find((one) => one === digest) ?? 'daily', now: now === 'now' };
}
export const writeChoice = ({ digest, now }: MailChoice): string => (now ? `${digest} now` : digest);
