import type { Seen } from './detected.ts';
import { fold } from './fold.ts';

/** Types of election by words of their titles, and by the abbreviations in names of files; the first that fits. */
const types: readonly (readonly [code: string, title: RegExp, file: RegExp])[] = [
  ['JUNTAS', /JUNTAS?(?:_|$)/, /(?:^|_)JUNTAS?(?:_|$)/],
  ['AYUN', /AYUNTAMIENTO|PRESIDENCIAS?_MUNICIPAL|MUNICIPIOS|REGIDURIA/, /(?:^|_)(?:AYUN|AYTO|AYU|PMUN|MUN)/],
  ['ALC', /ALCALDIA/, /(?:^|_)ALC/],
  ['GUB', /GUBERNATURA|GOBERNA|GOBIERNO_DEL_ESTADO/, /(?:^|_)(?:GUB|GOB)(?:_|$)/],
  ['JGOB', /JEFATURA_DE_GOBIERNO|JEFE_DE_GOBIERNO/, /(?:^|_)(?:JGOB|JEF_?GOB|JG)(?:_|$)/],
  ['DIP_LOC', /DIPUTAD?[A-Z]*_LOCAL|DIPUTACION[A-Z]*_LOCAL/, /(?:^|_)DIP(?:UTACIONES|UTADOS)?_?LOC/],
  ['DIP_FED', /DIPUTA[A-Z]*_FEDERAL/, /(?:^|_)DIP(?:UTACIONES|UTADOS)?_?FED/],
  ['SEN', /SENADUR|SENADOR/, /(?:^|_)SEN(?:ADURIAS|ADORES)?(?:_|$)/],
  ['PRES', /PRESIDENCIA|PRESIDENTE/, /(?:^|_)PRES(?:IDENCIA|IDENTE)?(?:_|$)/],
  ['REV_MAN', /REVOCACION/, /REVOCACION/],
  ['CONSULTA', /CONSULTA/, /CONSULTA/],
  ['DIP', /DIPUTA/, /(?:^|_)DIP/],
];

/** Which election a file is of: from its title, else from its name; null when neither says. */
export function electionOf(title: string | null, file: string): Seen<string | null> {
  const words = fold(title ?? '');
  const byTitle = types.find(([, pattern]) => pattern.test(words));
  if (byTitle) return { value: byTitle[0], confidence: 0.95, saw: title ?? '' };
  const name = fold(file.replace(/\.[a-z]+$/i, ''));
  const byFile = types.find(([, , pattern]) => pattern.test(name));
  if (byFile) return { value: byFile[0], confidence: 0.8, saw: file };
  return { value: null, confidence: 0, saw: title ?? file };
}
