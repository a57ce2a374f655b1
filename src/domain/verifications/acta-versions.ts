/** The rows of one key in one cut, as published. */
export type ActaInCut = { readonly cut: number; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Successive cuts in which the same rows were published alike. */
export type ActaVersion = ActaInCut & { readonly from: number; readonly to: number };

const said = ({ columns, rows }: ActaInCut): string => JSON.stringify([columns, rows]);

/** Cuts in which nothing of the acta changed stand together. */
export function versionsOf(cuts: readonly ActaInCut[]): readonly ActaVersion[] {
  const versions: ActaVersion[] = [];
  for (const one of cuts) {
    const last = versions.at(-1);
    if (last && said(last) === said(one)) versions[versions.length - 1] = { ...last, to: one.cut };
    else versions.push({ ...one, from: one.cut, to: one.cut });
  }
  return versions;
}

/** The columns of all versions, in order of appearance, each with its cell in each version (rows of a shared key under one another). */
export function cellsByColumn(
  versions: readonly ActaVersion[],
): readonly { readonly name: string; readonly cells: readonly (string | null)[]; readonly changes: boolean }[] {
  const names = [...new Set(versions.flatMap((one) => one.columns.map((name, i) => `${i} ${name}`)))];
  return names.map((numbered) => {
    const [, i = '0', name = ''] = /^(\d+) ([\s\S]*)$/.exec(numbered) ?? [];
    const cells = versions.map(({ columns, rows }) =>
      columns[Number(i)] === name && rows.length > 0 ? rows.map((row) => row[Number(i)] || '—').join(' · ') : null,
    );
    return { name, cells, changes: new Set(cells).size > 1 };
  });
}
