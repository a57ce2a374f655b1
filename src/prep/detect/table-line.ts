import { fold } from './fold.ts';
import { delimiters, splitLine } from './lines.ts';
import { rolesOf } from './roles.ts';

/** Words of one name, at most: a sentence of a LEEME that lists columns is no header. */
const mostWords = 8;

/** A line of a table's column names: the key's, or the two columns every table has. Never a line of totals, nor a sentence that mentions one. */
export function namesTable(line: string): boolean {
  if (line.length < 15 || !/CLAVE|CASILLA|SECCI/i.test(line)) return false;
  return delimiters.some((delimiter) => {
    const names = new Set(splitLine(line, delimiter).fields.map((field) => fold(field)));
    if (names.size < 4 || [...names].some((name) => name.split('_').length > mostWords && !/^C+_/.test(name))) return false;
    if (names.has('CLAVE_CASILLA') || names.has('CLAVE_ACTA') || (names.has('SECCION') && names.has('TIPO_CASILLA'))) return true;
    const roles = new Set(rolesOf([...names]));
    return roles.size > 5 && (roles.has('key') || roles.has('actaKey') || roles.has('section'));
  });
}
