/** Columns of plain text, as wide as their longest cell up to `limit`, two blanks apart. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], limit = 60): string {
  const cut = (text: string) => (text.length > limit ? `${text.slice(0, limit - 1)}…` : text);
  const lines = [head, ...rows].map((line) => line.map(cut));
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
