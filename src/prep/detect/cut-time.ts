/** A cut's time: local, with the published offset when there is one. */
export type CutTime = { readonly iso: string; readonly text: string };

const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.?\s?m\.?)?(?:\s*(?:h(?:o?rs?|oras)?\.?))?`;
const offset = String.raw`\s*(?:\(?\s*(?:UTC|GMT)\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?\s*\)?)?`;
/** Between a date and its hour; a delimiter stands there when each has a cell of its own. */
const between = String.raw`[\s,;|"T-]+`;
const dayFirst = new RegExp(String.raw`(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})${between}(?:a las\s+)?${clock}${offset}`, 'i');
const yearFirst = new RegExp(String.raw`(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})${between}${clock}${offset}`, 'i');
const inWords = new RegExp(
  String.raw`(\d{1,2})\s+de\s+(${months.join('|')})\s+(?:de|del)\s+(\d{4})[\s,;|"]*(?:a las)?[\s,]*${clock}${offset}`,
  'i',
);

/** The date and time written in a line, in any form publishers use; days before months, as in all of them. Null when there is none. */
export function cutTimeOf(line: string): CutTime | null {
  const words = inWords.exec(line);
  if (words) {
    const [text, day, month = '', year, ...rest] = words;
    return built(text, year, String(months.indexOf(month.toLowerCase()) + 1), day, rest);
  }
  const late = yearFirst.exec(line);
  if (late) {
    const [text, year, month, day, ...rest] = late;
    return built(text, year, month, day, rest);
  }
  const early = dayFirst.exec(line);
  if (!early) return null;
  const [text, day, month, year, ...rest] = early;
  return built(text, year, month, day, rest);
}

function built(
  text: string,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hours, minutes, seconds, half, sign, offsetHours, offsetMinutes]: readonly (string | undefined)[],
): CutTime | null {
  const afternoon = half?.toLowerCase().startsWith('p') === true;
  const said = (Number(hours) % (half === undefined ? 100 : 12)) + (afternoon ? 12 : 0);
  // 24:00 is how some write the midnight that ends a day.
  const midnight = said === 24 && Number(minutes) === 0;
  const hour = midnight ? 0 : said;
  try {
    const time = Temporal.PlainDateTime.from(
      {
        year: Number(year) + (year?.length === 2 ? 2000 : 0),
        month: Number(month),
        day: Number(day),
        hour,
        minute: Number(minutes),
        second: Number(seconds ?? 0),
      },
      { overflow: 'reject' },
    ).add({ days: midnight ? 1 : 0 });
    const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0');
    const zone = sign === undefined ? '' : `${sign === '+' ? '+' : '-'}${two(offsetHours)}:${two(offsetMinutes)}`;
    return { iso: `${time.toString({ smallestUnit: 'second' })}${zone}`, text: text.trim() };
  } catch {
    return null;
  }
}

/** The time in a package's or folder's name, `20240603_2000…`: local, without offset. The last one in the path counts. */
export function cutTimeInPath(path: string): CutTime | null {
  const found = [...path.matchAll(/(?<!\d)(20\d{2})(\d{2})(\d{2})[_-](\d{2})(\d{2})(?!\d)/g)].at(-1);
  if (!found) return null;
  const [text, year, month, day, hours, minutes] = found;
  return built(text, year, month, day, [hours, minutes]);
}
