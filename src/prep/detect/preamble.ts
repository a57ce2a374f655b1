import { type CutTime, cutTimeOf } from './cut-time.ts';
import type { PublishedTotal } from './detected.ts';
import { bare, splitLine, withoutPadding } from './lines.ts';
import { numberOf } from './number.ts';
import { type TotalName, totalNameOf } from './total-names.ts';

/** What stands above the table: any of it may be missing, and blank lines may stand anywhere between. */
export type Preamble = {
  readonly title: string | null;
  readonly cut: CutTime | null;
  readonly totals: readonly PublishedTotal[];
  /** Names and values counted, when their numbers differ. */
  readonly totalsShape: string | null;
};

/** Reads the lines above the header. `more` holds labels of totals that a profile adds. */
export function preambleOf(lines: readonly string[], delimiter: string, more: Readonly<Record<string, TotalName>> = {}): Preamble {
  const filled = lines
    .filter((line) => !isSeparatorLine(line))
    .map(withoutPadding)
    .filter((line) => bare(line) !== '');
  const labelled = filled.findIndex((line) => isTotalsLine(line, delimiter, more));
  if (labelled === -1) {
    const upright = uprightTotals(filled, delimiter, more);
    if (upright !== null) return preambleOf(upright, delimiter, more);
  }
  const names = filled[labelled];
  const values = names === undefined ? undefined : filled[labelled + 1];
  const above = names === undefined ? filled : filled.slice(0, labelled);
  const rest = [...above, ...filled.slice(labelled === -1 ? filled.length : labelled + 2)];
  const cutLine = rest.findIndex((line) => isCutLine(line));
  const cut = cutTimeOf(rest[cutLine] ?? '') ?? rest.map(cutTimeOf).find((found) => found !== null) ?? apart(rest);
  const title = rest
    .filter((_, i) => i !== cutLine)
    .map((line) => bare(splitLine(line, delimiter).open ? line : titleText(line, delimiter)));
  return { title: title.find((line) => line !== '') ?? null, cut, ...totalsOf(names, values, delimiter, more) };
}

/** Totals one under another, each beside its name, laid out as a line of names and a line of values; null where there are none. */
function uprightTotals(lines: readonly string[], delimiter: string, more: Readonly<Record<string, TotalName>>): readonly string[] | null {
  const parts = lines.map((line) => splitLine(line, delimiter).fields.filter((field) => field.trim() !== ''));
  const isOne = ([name = '', , ...others]: readonly string[]): boolean => others.length === 0 && totalNameOf(bare(name), more) !== null;
  const found = parts.filter(isOne);
  if (found.length < 3) return null;
  const quoted = (text = ''): string => (text.includes(delimiter) ? `"${text}"` : text);
  const rest = lines.filter((_, i) => !isOne(parts[i] ?? []));
  return [...rest, ...[0, 1].map((side) => found.map((pair) => quoted(pair[side])).join(delimiter))];
}

export const isSeparatorLine = (line: string): boolean => /^[\s"]*sep=./i.test(line);

/** A title is one text even where it holds the delimiter unquoted. */
const titleText = (line: string, delimiter: string): string => (line.startsWith('"') ? (splitLine(line, delimiter).fields[0] ?? '') : line);

/** The date on one line and the hour on another. */
function apart(lines: readonly string[]): CutTime | null {
  const date = lines.map((line) => /\d{1,4}[/-]\d{1,2}[/-]\d{2,4}/.exec(line)?.[0]).find((found) => found !== undefined);
  const hour = lines.map((line) => /(?<!\d)\d{1,2}:\d{2}(?!\d).*$/.exec(line)?.[0]).find((found) => found !== undefined);
  return date === undefined || hour === undefined ? null : cutTimeOf(`${date} ${hour}`);
}

const isCutLine = (line: string): boolean => {
  const found = cutTimeOf(line);
  return found !== null && bare(line.replace(found.text, '')).length < 40;
};

export const isTotalsLine = (line: string, delimiter: string, more: Readonly<Record<string, TotalName>> = {}): boolean =>
  splitLine(line, delimiter).fields.filter((field) => totalNameOf(bare(field), more) !== null).length >= 3;

function totalsOf(
  names: string | undefined,
  values: string | undefined,
  delimiter: string,
  more: Readonly<Record<string, TotalName>>,
): Pick<Preamble, 'totals' | 'totalsShape'> {
  if (names === undefined) return { totals: [], totalsShape: null };
  const labels = splitLine(names, delimiter).fields.map(bare);
  const read = values === undefined ? [] : splitLine(values, delimiter).fields;
  const texts = read.length > labels.length && delimiter === ',' ? (joinThousands(read, labels.length) ?? read) : read;
  const taken = new Set<TotalName>();
  const totals = labels.map((label, i) => {
    const known = totalNameOf(label, more);
    const name = known !== null && taken.has(known) ? null : known;
    if (name !== null) taken.add(name);
    const text = (texts[i] ?? '').trim();
    return { name, label, text, value: numberOf(text) };
  });
  // Trailing totals may be empty; more values than names never are right.
  const short = texts.length < labels.length && labels.length - texts.length > 1;
  return {
    totals,
    totalsShape: values === undefined || texts.length > labels.length || short ? `${labels.length} ≠ ${texts.length}` : null,
  };
}

/** `7,672` left unquoted between commas: the only way to read the fields as `count` figures, or null when there are none or several. */
function joinThousands(fields: readonly string[], count: number): readonly string[] | null {
  const ways: (readonly string[])[] = [];
  const walk = (at: number, taken: readonly string[]): void => {
    if (ways.length > 1 || taken.length > count || fields.length - at < count - taken.length) return;
    if (at === fields.length) {
      if (taken.length === count) ways.push(taken);
      return;
    }
    let figure = fields[at] ?? '';
    walk(at + 1, [...taken, figure]);
    if (!/^\s*\d{1,3}$/.test(figure)) return;
    for (let next = at + 1; /^\d{3}(?:\.\d+)?\s*$/.test(fields[next] ?? ''); next++) {
      figure = `${figure},${fields[next]}`;
      walk(next + 1, [...taken, figure]);
    }
  };
  if (fields.length <= 60) walk(0, []);
  return ways.length === 1 ? (ways[0] ?? null) : null;
}
