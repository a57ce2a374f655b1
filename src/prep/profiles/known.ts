import { fold } from '../detect/fold.ts';
import { type Profile, parseProfile } from './profile.ts';

const files = import.meta.glob<string>('./*.yaml', { query: '?raw', import: 'default', eager: true });

/** The profiles of this folder. One that breaks the schema is a bug of the folder, so it throws. */
export const knownProfiles: readonly Profile[] = Object.entries(files)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, yaml]) => {
    const read = parseProfile(yaml);
    if (!read.ok) throw new Error(`${path}: ${read.error}`);
    return read.value;
  });

/** What is known of a file when its publisher is looked for. */
export type Traits = {
  readonly title: string | null;
  readonly file: string;
  readonly stateId: string | null;
  readonly year: number | null;
  readonly columns: readonly string[];
};

/** The profile that fits best: every condition it states must hold, and the one that states most wins; null when only `generic` would. */
export function profileFor(traits: Traits, profiles: readonly Profile[] = knownProfiles): { profile: Profile; conditions: number } | null {
  const fitting = profiles
    .map((profile) => ({ profile, conditions: conditionsMet(profile, traits) }))
    .filter(({ conditions }) => conditions > 0)
    .toSorted((a, b) => b.conditions - a.conditions);
  return fitting[0] ?? null;
}

/** How many conditions a profile states, when all hold; 0 otherwise. */
function conditionsMet({ match }: Profile, traits: Traits): number {
  const columns = new Set(traits.columns.map(fold));
  const held = [
    match.title === undefined ? null : new RegExp(match.title, 'iu').test(traits.title ?? ''),
    match.file === undefined ? null : new RegExp(match.file, 'iu').test(traits.file),
    match.state === undefined ? null : traits.stateId?.padStart(2, '0') === match.state,
    match.years === undefined ? null : traits.year !== null && match.years.includes(traits.year),
    match.columns === undefined ? null : match.columns.every((name) => columns.has(fold(name))),
    match.withoutColumns === undefined ? null : match.withoutColumns.every((name) => !columns.has(fold(name))),
  ].filter((one) => one !== null);
  return held.every(Boolean) ? held.length : 0;
}
