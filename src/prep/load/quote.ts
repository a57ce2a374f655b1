/** A name as an SQL identifier. Names of columns are data: none may end the quotation. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as an SQL literal; a NUL, which no SQL text may hold, is left out. */
export const literal = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
