import { asId } from '../../core/ids.ts';
import type { Lang } from '../../core/words.ts';
import type { AccessEvent } from '../../identity/access-events.ts';
import type { App } from '../app.ts';
import { accountWords } from './account-words.ts';

/** The names of whoever stands in the record: looked up once each, absent where the data were withdrawn. */
export async function namesOf(app: App, lang: Lang, events: readonly AccessEvent[], others: readonly string[] = []) {
  const named = new Set([...events.flatMap(({ person, by }) => [person, by]), ...others].filter((one) => one !== undefined));
  const names = new Map<string, string>();
  for (const person of named) names.set(person, (await app.identity.personalData(asId(person)))?.name ?? accountWords(lang).erased);
  return (person: string): string => names.get(person) ?? person;
}
