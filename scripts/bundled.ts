/**
 * Packages that come into the bundle because the program needs them before its first page: read as some four hundred files they cost
 * a third of its start. The others are read when first used, from where they are installed.
 */
export const bundled: readonly (string | RegExp)[] = [
  'zod',
  /^hono(\/|$)/,
  '@hono/node-server',
  /^mdast-util-/,
  /^micromark/,
  /^unist-util-/,
  /^(decode-named-character-reference|character-entities|longest-streak|zwitch|ccount|escape-string-regexp|markdown-table|devlop|dequal)$/,
  /^csv-parse/,
  'diff',
  /^@tus\//,
  'srvx',
  'file-type',
  'strtok3',
  /^@tokenizer\//,
  'token-types',
  'uint8array-extras',
];
