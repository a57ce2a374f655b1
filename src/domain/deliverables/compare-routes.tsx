import type { Result } from '../../core/result.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import type { Answer } from '../../web/visit.ts';
import type { Item } from '../plan/views.ts';
import { compareTexts, type Pair, pairsOf } from './compare.ts';
import { type Compared, ComparePage, type Outcome, type Side } from './compare-page.tsx';
import { compareWords } from './compare-words.ts';
import { type MonthlyReport, reportFigures } from './events.ts';
import { monthlyWords } from './monthly-words.ts';
import { pageWords } from './page-words.ts';
import type { V } from './versions-page.tsx';
import { deliverableOf, type Version } from './views.ts';
import { figureWords } from './words.ts';

/** The text of a stored file part by part, or why there is none. */
export type TextOf = (file: StoredFile) => Promise<Result<readonly string[], Bilingual>>;

/** The versions the address names, or the last two; absent while there are not two. */
export function sidesIn({ world, url }: V, { opl, obligation }: Item): Side | 'unknown' | undefined {
  const versions = deliverableOf(world.deliverables, opl.id, obligation.key)?.versions ?? [];
  if (versions.length < 2) return undefined;
  const named = (name: string, usual: Version | undefined): Version | undefined => {
    const asked = url.searchParams.get(name);
    return asked ? versions.find(({ version }) => String(version) === asked) : usual;
  };
  const [before, after] = [named('de', versions.at(-2)), named('a', versions.at(-1))];
  return before && after ? { before, after } : 'unknown';
}

export async function compareVersions(visit: V, item: Item, textOf: TextOf): Promise<Answer> {
  const sides = sidesIn(visit, item);
  if (sides === 'unknown') return { kind: 'not-found', what: { es: pageWords('es').unknownVersion, en: pageWords('en').unknownVersion } };
  const { lang } = visit;
  const compared: Compared[] = [];
  if (sides) {
    const { before, after } = sides;
    const told = reportOutcome(before.report, after.report, lang);
    if (told) compared.push({ title: monthlyWords(lang).report, outcome: told });
    for (const pair of pairsOf(before.files, after.files))
      compared.push({ title: (pair.after ?? pair.before)?.name ?? '', outcome: await outcomeOf(pair, textOf, lang) });
  }
  return {
    kind: 'page',
    title: sides ? compareWords(lang).between(sides.before.version, sides.after.version) : compareWords(lang).compare,
    here: 'prep',
    shown: [`obligation:${item.opl.id}/${item.obligation.key}`],
    body: <ComparePage visit={visit} item={item} sides={sides} compared={compared} />,
  };
}

async function outcomeOf({ before, after }: Pair, textOf: TextOf, lang: Lang): Promise<Outcome> {
  if (!before) return { kind: 'only-after' };
  if (!after) return { kind: 'only-before' };
  if (before.sha256 === after.sha256) return { kind: 'same' };
  const texts: (readonly string[])[] = [];
  for (const file of [before, after]) {
    const read = await textOf(file);
    if (!read.ok) return { kind: 'unreadable', name: file.name, why: pick(read.error, lang) };
    texts.push(read.value);
  }
  return textOutcome(texts[0] ?? [], texts[1] ?? []);
}

function textOutcome(before: readonly string[], after: readonly string[]): Outcome {
  const comparison = compareTexts(before, after);
  if (!comparison) return { kind: 'too-different' };
  return comparison.changes.length === 0 ? { kind: 'same-text' } : { kind: 'different', comparison };
}

/** Of the report that was filled in, if either version has one. */
function reportOutcome(before: MonthlyReport | undefined, after: MonthlyReport | undefined, lang: Lang): Outcome | undefined {
  if (!before && !after) return undefined;
  if (!before) return { kind: 'only-after' };
  if (!after) return { kind: 'only-before' };
  return textOutcome([linesOf(before, lang)], [linesOf(after, lang)]);
}

function linesOf({ done, next, obstacles, figures }: MonthlyReport, lang: Lang): string {
  const t = monthlyWords(lang);
  const numbers = reportFigures.map((one) => `${pick(figureWords[one], lang)}: ${figures[one] ?? t.notStated}`);
  return [pick(done, lang), pick(next, lang), obstacles ? pick(obstacles, lang) : '', ...numbers].join('\n');
}
