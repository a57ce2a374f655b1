import type { ObligationCode } from '../../core/ids.ts';
import type { Bilingual } from '../../core/words.ts';
import type { NormSource, Rule, SourceRow } from './norm.ts';
import type { Path, PathFault } from './norm-faults.ts';

/** Whether the parts of a norm fit together: no code twice, nothing named that is not there, no rule that waits for itself. */
export function linkFaults(norm: NormSource): readonly PathFault[] {
  const faults = [...duplicates(norm), ...danglingNames(norm)];
  // A cycle through a code that exists twice or not at all would only confuse.
  return faults.length > 0 ? faults : cycles(norm);
}

/** Codes that the date of a row is counted from. */
export const countsFrom = (row: SourceRow): readonly ObligationCode[] =>
  [row.due, row.windowFrom].flatMap((rule) => (rule === undefined ? [] : rowOf(rule)));
const rowOf = (rule: Rule): readonly ObligationCode[] => (rule.kind === 'before' || rule.kind === 'after' ? [rule.row] : []);

/** Every code a row depends on: stated, counted from, its draft, and the decision its condition hangs on. */
export function dependencies(row: SourceRow, norm: NormSource): readonly ObligationCode[] {
  const draft = norm.rows.find((one) => one.draftOf === row.code)?.code;
  const decision = row.condition === undefined ? undefined : norm.conditions[row.condition]?.dependsOn;
  const all = [decision, draft, ...countsFrom(row), ...(row.dependsOn ?? [])];
  return [...new Set(all.filter((code) => code !== undefined))];
}

function* duplicates(norm: NormSource): Generator<PathFault> {
  const seen = new Set<string>();
  for (const [index, { code }] of norm.rows.entries()) {
    if (seen.has(code)) yield twice(['rows', index, 'code'], code);
    seen.add(code);
  }
  for (const [index, { id }] of norm.topics.entries())
    if (norm.topics.findIndex((one) => one.id === id) < index) yield twice(['topics', index, 'id'], id);
}

const twice = (path: Path, name: string): PathFault => ({
  kind: 'duplicate',
  path,
  at: 'value',
  message: {
    es: `«${name}» ya está en el archivo. Cada clave va una sola vez: cambie una o quítela.`,
    en: `“${name}” is in the file already. Each goes once: change one or remove it.`,
  },
});

function* danglingNames(norm: NormSource): Generator<PathFault> {
  const codes = new Set<string>(norm.rows.map((row) => row.code));
  const topics = new Set(norm.topics.map((one) => one.id));
  const monthly = new Set<string>(norm.rows.filter((row) => row.due.kind === 'monthly').map((row) => row.code));
  const inConditions = (name: string): boolean => Object.hasOwn(norm.conditions, name);

  for (const [id, condition] of Object.entries(norm.conditions))
    if (condition.dependsOn !== undefined && !codes.has(condition.dependsOn))
      yield unknown(['conditions', id, 'dependsOn'], condition.dependsOn, rows);

  for (const [index, row] of norm.rows.entries()) {
    const at = (...rest: PropertyKey[]): Path => ['rows', index, ...rest];
    if (!topics.has(row.topic)) yield unknown(at('topic'), row.topic, { es: 'topics', en: 'topics' });
    for (const [i, name] of row.responsible.entries())
      if (!Object.hasOwn(norm.responsibles, name)) yield unknown(at('responsible', i), name, { es: 'responsibles', en: 'responsibles' });
    if (row.condition !== undefined && !inConditions(row.condition)) yield unknown(at('condition'), row.condition, answers);
    if (row.branch !== undefined && !inConditions(row.branch.on)) yield unknown(at('branch', 'on'), row.branch.on, answers);
    if (row.draftOf !== undefined && !codes.has(row.draftOf)) yield unknown(at('draftOf'), row.draftOf, rows);
    for (const [i, code] of (row.dependsOn ?? []).entries()) if (!codes.has(code)) yield unknown(at('dependsOn', i), code, rows);
    for (const key of ['due', 'windowFrom'] as const) {
      const rule = row[key];
      if (rule === undefined || (rule.kind !== 'before' && rule.kind !== 'after')) continue;
      if (!codes.has(rule.row)) yield unknown(at(key, rule.kind), rule.row, rows);
      if (monthly.has(rule.row)) yield manyDates(at(key, rule.kind), rule.row);
    }
  }
}

const rows: Bilingual = { es: 'las filas (rows)', en: 'the rows' };
const answers: Bilingual = { es: 'conditions', en: 'conditions' };

const unknown = (path: Path, name: string, among: Bilingual): PathFault => ({
  kind: 'unknown-reference',
  path,
  at: 'value',
  message: {
    es: `«${name}» no está entre ${among.es}. Agréguelo allí o corrija este nombre.`,
    en: `“${name}” is not among ${among.en}. Add it there or correct this name.`,
  },
});

const manyDates = (path: Path, code: string): PathFault => ({
  kind: 'unknown-reference',
  path,
  at: 'value',
  message: {
    es: `La fila ${code} se repite cada mes y no tiene una sola fecha. Cuente desde otra fila o desde la jornada.`,
    en: `Row ${code} repeats each month and has no single date. Count from another row or from election day.`,
  },
});

/** Cycles between rules first; without any, cycles between dependencies. Each is named once, from its first row on. */
function cycles(norm: NormSource): readonly PathFault[] {
  const byRules = findCycle(norm, countsFrom);
  if (byRules)
    return [
      cycleFault(norm, byRules, {
        es: 'ciclo entre reglas, cada fecha espera a la siguiente. Haga que una cuente desde la jornada',
        en: 'cycle between rules, each date waits for the next. Make one of them count from election day',
      }),
    ];
  const byNeeds = findCycle(norm, (row) => dependencies(row, norm));
  if (byNeeds)
    return [
      cycleFault(norm, byNeeds, {
        es: 'ciclo entre dependencias, cada fila espera a la siguiente. Quite una',
        en: 'cycle between dependencies, each row waits for the next. Remove one',
      }),
    ];
  return [];
}

function cycleFault(norm: NormSource, cycle: readonly ObligationCode[], why: Bilingual): PathFault {
  const names = cycle.join(' → ');
  const index = norm.rows.findIndex((row) => row.code === cycle[0]);
  return {
    kind: 'cycle',
    path: ['rows', index, 'code'],
    at: 'value',
    message: { es: `${names}: ${why.es}.`, en: `${names}: ${why.en}.` },
  };
}

/** The first cycle met in the file's order, closed: `[E21, M01, E21]`. */
function findCycle(norm: NormSource, next: (row: SourceRow) => readonly ObligationCode[]): readonly ObligationCode[] | undefined {
  const byCode = new Map(norm.rows.map((row) => [row.code, row]));
  const cleared = new Set<ObligationCode>();
  const walk = (code: ObligationCode, trail: readonly ObligationCode[]): readonly ObligationCode[] | undefined => {
    if (trail.includes(code)) return [...trail.slice(trail.indexOf(code)), code];
    const row = byCode.get(code);
    if (cleared.has(code) || row === undefined) return undefined;
    for (const one of next(row)) {
      const found = walk(one, [...trail, code]);
      if (found) return found;
    }
    cleared.add(code);
    return undefined;
  };
  for (const { code } of norm.rows) {
    const found = walk(code, []);
    if (found) return found;
  }
  return undefined;
}
