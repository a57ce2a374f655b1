import type { By, IsoDate } from '../../core/event.ts';
import type { Bilingual } from '../../core/words.ts';
import type { OpenProcess } from '../process/views.ts';
import { bulkFaults } from './bulk-words.ts';
import { advanceObligation, type PlanContext } from './decide.ts';
import type { NewPlanEvent } from './events.ts';
import { afterUnrecorded, progressOn, type Step, steps } from './state.ts';
import { planRefusalText, stepWords } from './words.ts';

/** What one row of a spreadsheet asks for, as it was read. */
export type BulkRow = {
  readonly opl: string;
  readonly key: string;
  readonly step: Step;
  readonly on: IsoDate;
  readonly effectiveDate?: IsoDate;
  readonly note?: Bilingual;
};
/** A row and what it would do; or what is wrong with it. `line` as the spreadsheet counts. */
export type Planned = { readonly line: number; readonly cells: readonly string[] } & (
  | { readonly ok: true; readonly row: BulkRow }
  | { readonly ok: false; readonly faults: readonly Bilingual[] }
);

export const bulkColumns = ['opl', 'key', 'step', 'on', 'effectiveDate', 'note'] as const;
export type BulkColumn = (typeof bulkColumns)[number];
const needed: readonly BulkColumn[] = ['opl', 'key', 'step', 'on'];
const headings: Readonly<Record<BulkColumn, readonly string[]>> = {
  opl: ['opl', 'entidad', 'entity'],
  key: ['clave', 'obligacion', 'code', 'obligation'],
  step: ['paso', 'step'],
  on: ['fecha', 'date'],
  effectiveDate: ['fecha del documento', 'date of the document'],
  note: ['nota', 'note'],
};

/** Without case, accents or double blanks: how people write one name is not how the log does. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/gu, ' ').trim().toLowerCase();

/** Which column of the first row is which; or those that are missing. */
export function columnsOf(head: readonly string[]): ReadonlyMap<BulkColumn, number> | { readonly missing: readonly BulkColumn[] } {
  const found = new Map(
    bulkColumns.flatMap((column) => {
      const at = head.findIndex((title) => headings[column].includes(plain(title)));
      return at < 0 ? [] : [[column, at] as const];
    }),
  );
  const missing = needed.filter((column) => !found.has(column));
  return missing.length > 0 ? { missing } : found;
}

const stepNames = new Map(
  (Object.keys(steps) as Step[]) // the keys of `steps` are the verbs
    .flatMap((step) =>
      [step, stepWords[step].button.es, stepWords[step].button.en, stepWords[step].done.es, stepWords[step].done.en].map(
        (name) => [plain(name), step] as const,
      ),
    ),
);

const months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
/** `2020-10-05`, `5/10/2020` (day first, as in Mexico) or «5 de octubre de 2020»; absent when it is none of these, or no day. */
export function dayIn(text: string): IsoDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const long = /^(\d{1,2}) de ([a-z]+) (?:de|del) (\d{4})$/.exec(plain(text));
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : short
      ? [short[3], short[2], short[1]]
      : long
        ? [long[3], String(months.indexOf(long[2] ?? '') + 1), long[1]]
        : undefined;
  if (!parts) return undefined;
  const [year, month, day] = parts.map(Number);
  try {
    return Temporal.PlainDate.from({ year: year ?? 0, month: month ?? 0, day: day ?? 0 }, { overflow: 'reject' }).toString();
  } catch {
    return undefined; // the only thing that throws is a day that does not exist
  }
}

/** Reads one row; all that is wrong with it at once. */
export function readRow(
  cells: readonly string[],
  columns: ReadonlyMap<BulkColumn, number>,
  process: OpenProcess,
  today: IsoDate,
): { readonly row: BulkRow } | { readonly faults: readonly Bilingual[] } {
  const at = (column: BulkColumn): string => cells[columns.get(column) ?? -1]?.trim() ?? '';
  const faults: Bilingual[] = needed.filter((column) => at(column) === '').map((column) => bulkFaults.empty(column));
  const named = plain(at('opl'));
  const opl = process.opls.find((one) => [one.id, one.acronym, one.name.es, one.name.en].some((name) => plain(name) === named));
  if (!opl && named !== '')
    faults.push(
      bulkFaults.opl(
        at('opl'),
        process.opls.map(({ acronym }) => acronym),
      ),
    );
  const step = stepNames.get(plain(at('step')));
  if (!step && at('step') !== '') faults.push(bulkFaults.step(at('step')));
  const day = (column: 'on' | 'effectiveDate'): IsoDate | undefined => {
    if (at(column) === '') return undefined;
    const read = dayIn(at(column));
    if (read === undefined) faults.push(bulkFaults.day(at(column)));
    else if (read > today) faults.push(bulkFaults.future(read, today));
    return read;
  };
  const [on, effectiveDate] = [day('on'), day('effectiveDate')];
  if (faults.length > 0 || !opl || !step || on === undefined) return { faults };
  const note = at('note');
  return {
    row: {
      opl: opl.id,
      key: at('key').toUpperCase(),
      step,
      on,
      ...(effectiveDate === undefined ? {} : { effectiveDate }),
      ...(note === '' ? {} : { note: { es: note, en: note } }),
    },
  };
}

/**
 * Decides the rows one after the other, each on what those before it would leave: what each would do, or what is wrong with it. Nothing of the
 * state changes. `events` are there only when nothing is wrong with any.
 */
export function planRows(
  context: PlanContext & { readonly process: OpenProcess },
  cells: readonly (readonly string[])[],
  columns: ReadonlyMap<BulkColumn, number>,
  asked: { readonly by: By; readonly today: IsoDate; readonly may: (opl: string) => boolean },
): { readonly rows: readonly Planned[]; readonly events: readonly NewPlanEvent[] } {
  let plan: PlanContext['plan'] = {
    ...context.plan,
    progress: new Map([...context.plan.progress].map(([opl, keys]) => [opl, new Map(keys)])),
  };
  const events: NewPlanEvent[] = [];
  const rows = cells.flatMap((row, i): readonly Planned[] => {
    if (i === 0 || row.every((cell) => cell.trim() === '')) return [];
    const place = { line: i + 1, cells: row };
    const read = readRow(row, columns, context.process, asked.today);
    if ('faults' in read) return [{ ...place, ok: false, faults: read.faults }];
    if (!asked.may(read.row.opl)) return [{ ...place, ok: false, faults: [bulkFaults.right] }];
    if (isRecorded(plan, read.row)) return [{ ...place, ok: false, faults: [bulkFaults.again] }];
    const decided = advanceObligation({ process: context.process, plan }, { ...read.row, by: asked.by });
    if (!decided.ok) return [{ ...place, ok: false, faults: [planRefusalText(decided.error)] }];
    events.push(...decided.value);
    plan = afterUnrecorded(plan, decided.value);
    return [{ ...place, ok: true, row: read.row }];
  });
  return { rows, events: rows.every(({ ok: isRight }) => isRight) ? events : [] };
}

/** A sheet that is loaded twice, or a row that stands in it twice, would say the same again. */
const isRecorded = (plan: PlanContext['plan'], { opl, key, step, on, effectiveDate }: BulkRow): boolean =>
  progressOn(plan, opl, key)?.some((one) => one.step === step && one.on === on && one.effectiveDate === effectiveDate) === true;
