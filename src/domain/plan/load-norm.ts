import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { asId } from '../../core/ids.ts';
import { must, ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import { type Condition, type DateRule, type Norm, type NormRow, type NormSource, normSource, type SourceRow } from './norm.ts';
import { faultsOf, type NormFault, type Path, type PathFault } from './norm-faults.ts';
import { dependencies, linkFaults } from './norm-links.ts';

/** Reads the text of a norm (YAML). `fileName` only names it in the faults. Pure: reading the file is `readNorms`. */
export function loadNorm(text: string, fileName: string): Result<Norm, readonly NormFault[]> {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  const placed = (fault: PathFault): NormFault => {
    const { line, col } = lines.linePos(offsetOf(doc, fault.path, fault.at));
    return { kind: fault.kind, file: fileName, line, column: col, message: fault.message };
  };
  const placedSyntax = (offset: number, code: string, reason: string): NormFault => {
    const { line, col } = lines.linePos(offset);
    return { kind: 'syntax', file: fileName, line, column: col, message: syntaxText(code, reason.split(' at line ')[0] ?? reason) };
  };
  if (doc.errors.length > 0) return refuse(doc.errors.map((error) => placedSyntax(error.pos[0], error.code, error.message)));
  const values = valuesOf(doc);
  if (!values.ok) return refuse([placedSyntax(0, 'BAD_ALIAS', values.error)]);
  const read = normSource.safeParse(values.value);
  if (!read.success) {
    const valueAt = (path: Path): unknown => {
      const node: unknown = doc.getIn(path, true);
      return isNode(node) ? node.toJS(doc) : node;
    };
    return refuse(read.error.issues.flatMap((issue) => faultsOf(issue, valueAt)).map(placed));
  }
  const broken = linkFaults(read.data);
  return broken.length > 0 ? refuse(broken.map(placed)) : ok(assemble(read.data));
}

/** The library throws on an alias without its anchor, and on aliases that multiply without end. */
function valuesOf(doc: Document.Parsed): Result<unknown, string> {
  try {
    return ok(doc.toJS());
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Every norm of a folder (`*.yaml`), by file name; refused with all the faults of all of them. */
export async function readNorms(dir: string): Promise<Result<readonly Norm[], readonly NormFault[]>> {
  const unreadable = (file: string, error: unknown): NormFault => ({
    kind: 'unreadable',
    file,
    line: 1,
    column: 1,
    message: cannotRead(file, error),
  });
  const names = await readdir(dir).catch((error: unknown) => unreadable(dir, error));
  if (!Array.isArray(names)) return refuse([names]);
  const norms: Norm[] = [];
  const faults: NormFault[] = [];
  for (const name of names.filter((one) => one.endsWith('.yaml')).sort()) {
    const file = join(dir, name);
    const text = await readFile(file, 'utf8').catch((error: unknown) => unreadable(file, error));
    if (typeof text !== 'string') {
      faults.push(text);
      continue;
    }
    const loaded = loadNorm(text, file);
    if (!loaded.ok) faults.push(...loaded.error);
    else if (norms.some((norm) => norm.id === loaded.value.id)) faults.push(sameId(file, loaded.value.id));
    else norms.push(loaded.value);
  }
  if (faults.length > 0) return refuse(faults);
  return norms.length > 0 ? ok(norms) : refuse([{ kind: 'unreadable', file: dir, line: 1, column: 1, message: empty(dir) }]);
}

/** Where the key or the value at `path` begins; what is not there is blamed on what should contain it. */
function offsetOf(doc: Document.Parsed, path: Path, at: 'key' | 'value'): number {
  const parent: unknown = path.length === 0 ? undefined : doc.getIn(path.slice(0, -1), true);
  if (at === 'key' && isMap<ParsedNode>(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
    if (pair) return must(pair.key.range, 'a parsed key has a range')[0];
  }
  const node: unknown = path.length === 0 ? doc.contents : doc.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(doc, path.slice(0, -1), 'value');
}

/** From the file's form to the checked one: names resolved, implied windows and dependencies drawn. */
function assemble(source: NormSource): Norm {
  const { responsibles, conditions, rows, id, ...rest } = source;
  const asked = Object.entries(conditions).map(([name, one]): Condition => ({ id: name, ...one }));
  return {
    ...rest,
    id: asId(id),
    conditions: asked,
    rows: rows.map((row) => assembleRow(row, source, asked)),
  };
}

function assembleRow(row: SourceRow, source: NormSource, asked: readonly Condition[]): NormRow {
  const { responsible, condition, windowFrom, dependsOn: _, ...rest } = row;
  const draft = source.rows.find((one) => one.draftOf === row.code);
  // The time for a final text runs from the day its draft is due, unless the norm says otherwise.
  const from: DateRule | undefined = windowFrom ?? (draft && { kind: 'after', row: draft.code, days: 0 });
  const met = asked.find((one) => one.id === condition);
  return {
    ...rest,
    kind: row.code.startsWith('E') ? 'deliverable' : 'milestone',
    responsible: joined(responsible.map((name) => must(source.responsibles[name], `${name} was checked by linkFaults`))),
    dependsOn: dependencies(row, source),
    ...(from && { windowFrom: from }),
    ...(met && { condition: met }),
  };
}

const joined = (names: readonly Bilingual[]): Bilingual => ({
  es: names.map((name) => name.es).join(' · '),
  en: names.map((name) => name.en).join(' · '),
});

const syntaxText = (code: string, reason: string): Bilingual => ({
  es: `El archivo no es YAML válido (${code}: ${reason}). Revise sangrías, comillas y claves repetidas en esta línea.`,
  en: `The file is not valid YAML (${code}: ${reason}). Check indentation, quotes and repeated keys on this line.`,
});
const cannotRead = (file: string, error: unknown): Bilingual => {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    es: `No se puede leer «${file}» (${reason}). Revise que exista y sus permisos.`,
    en: `“${file}” cannot be read (${reason}). Check that it exists and its permissions.`,
  };
};
const empty = (dir: string): Bilingual => ({
  es: `No hay ninguna norma (*.yaml) en «${dir}». Copie allí la carpeta norms del programa.`,
  en: `There is no norm (*.yaml) in “${dir}”. Copy the program's norms folder there.`,
});
const sameId = (file: string, id: string): NormFault => ({
  kind: 'duplicate',
  file,
  line: 1,
  column: 1,
  message: {
    es: `Otra norma de la carpeta ya se llama «${id}». Dé a ésta otro id.`,
    en: `Another norm of the folder is called “${id}” already. Give this one another id.`,
  },
});
