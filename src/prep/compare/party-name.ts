const specials: readonly (readonly [RegExp, string])[] = [
  [/^(VOTOS_)?NULOS?$|^VN$/, 'NULOS'],
  [/^(CANDIDAT[A-Z_]*_)?NO_REGISTRAD[A-Z_]*$|^CNR$/, 'NO_REGISTRADOS'],
];
/** Spellings of one party seen in published files. */
const aliases: Readonly<Record<string, string>> = { MOR: 'MORENA', NVA_ALIANZA: 'NUEVA_ALIANZA', ES: 'PES' };

/**
 * One name for the spellings of a party or coalition in different sources: without accents or separators, `C_` and `CC_` taken off, the
 * members of a coalition in one order; `NO_REGISTRADOS` and `NULOS` whatever they are called; `CI1` and `CAND_IND_1` alike.
 */
export function partyName(published: string): string {
  const plain = published
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  for (const [pattern, name] of specials) if (pattern.test(plain)) return name;
  const independent = /^(?:CAND_IND|CANDIDATURA_INDEPENDIENTE|CANDIDATO_INDEPENDIENTE|CI)_?(\d+)$/.exec(plain);
  if (independent) return `CI_${independent[1]}`;
  const members = plain.replace(/^CC?_/, '');
  const one = (name: string) => aliases[name] ?? name;
  return aliases[members] ?? members.split('_').map(one).toSorted().join('_');
}
