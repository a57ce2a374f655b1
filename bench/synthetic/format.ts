/** How a publisher writes a cut: the variants seen in real files. */
export type Format = {
  readonly delimiter: ',' | '|' | ';';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** `some`: only fields that hold the delimiter or a blank. */
  readonly quoting: 'none' | 'some' | 'all';
  readonly keys: 'bare' | 'apostrophe' | 'apostrophes' | 'equals-quotes';
  readonly leadingZeros: boolean;
  readonly cutDate: 'dd/mm/yyyy' | 'd/m/yyyy' | 'yyyy/mm/dd';
  readonly stamps: 'dd/mm/yyyy' | 'yyyy-mm-dd' | 'microseconds';
  readonly totals: 'plain' | 'thousands' | 'floats' | 'percent-signs';
  readonly specials: 'upper' | 'mixed';
  /** What not captured looks like. */
  readonly pending: '-' | '';
  readonly separatorLine: boolean;
  readonly blankLines: boolean;
};

export const plain: Format = {
  delimiter: ',',
  encoding: 'utf-8',
  lineEnd: '\n',
  quoting: 'none',
  keys: 'apostrophe',
  leadingZeros: true,
  cutDate: 'dd/mm/yyyy',
  stamps: 'dd/mm/yyyy',
  totals: 'plain',
  specials: 'upper',
  pending: '-',
  separatorLine: false,
  blankLines: true,
};

/** Together they show each variant at least once. */
export const formats: Readonly<Record<string, Format>> = {
  plain,
  pipes: {
    ...plain,
    delimiter: '|',
    encoding: 'windows-1252',
    lineEnd: '\r\n',
    keys: 'apostrophes',
    separatorLine: true,
    totals: 'thousands',
  },
  returns: {
    ...plain,
    encoding: 'utf-8-bom',
    lineEnd: '\r',
    keys: 'equals-quotes',
    quoting: 'some',
    stamps: 'yyyy-mm-dd',
    cutDate: 'yyyy/mm/dd',
  },
  semicolons: { ...plain, delimiter: ';', keys: 'bare', leadingZeros: false, totals: 'floats', pending: '', cutDate: 'd/m/yyyy' },
  quoted: { ...plain, quoting: 'all', totals: 'percent-signs', specials: 'mixed', stamps: 'microseconds', blankLines: false },
};

export const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** Minutes since midnight of election day, 2 June 2030, as the publisher's date and time. */
type Moment = { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number };
export function moment(minutes: number): Moment {
  const days = Math.floor(minutes / 1440);
  return { year: 2030, month: 6, day: 2 + days, hour: Math.floor(minutes / 60) % 24, minute: Math.floor(minutes) % 60 };
}

export function stamp(minutes: number, seconds: number, form: Format['stamps']): string {
  const { year, month, day, hour, minute } = moment(minutes);
  const time = `${two(hour)}:${two(minute)}:${two(seconds)}`;
  if (form === 'dd/mm/yyyy') return `${two(day)}/${two(month)}/${year} ${time}`;
  return `${year}-${two(month)}-${two(day)} ${time}${form === 'microseconds' ? '.000000' : ''}`;
}

export function cutLine(minutes: number, form: Format['cutDate']): string {
  const { year, month, day, hour, minute } = moment(minutes);
  const time = `${two(hour)}:${two(minute)}`;
  if (form === 'yyyy/mm/dd') return `${year}/${two(month)}/${two(day)} ${time} (UTC-6)`;
  return form === 'd/m/yyyy' ? `${day}/${month}/${year} ${time}(UTC-6)` : `${two(day)}/${two(month)}/${year} ${time} (UTC-6)`;
}
