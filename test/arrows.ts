import { posix } from 'node:path';

/** The arrows of ARCHITECTURE.md as data. A file is one path below the repository's root with its text. */
export type SourceFile = { readonly path: string; readonly text: string };
export type Crossing = { readonly path: string; readonly what: string; readonly why: string };

/** The layers of a slice that see no clock, randomness, database, web or `node:*`; `routes`, `pages`, `forms`, `load-*` and tests stand at the edge. */
const edgeLayer = /(?:^|\/)(?:(?:[a-z-]+-)?(?:routes|pages?|forms?)|index|load-[a-z-]+)\.tsx?$/;

const leaves = 'documents, ui, identity, files, mail, drafts and prep are leaves: what they know of the domain comes in as data';
const rooms: Readonly<Record<string, { readonly may: readonly string[]; readonly why: string }>> = {
  core: { may: [], why: 'core is what everybody stands on, so it stands on nothing of ours' },
  ledger: { may: ['core'], why: 'the log knows bytes and order; it must outlive every slice' },
  documents: { may: ['core'], why: leaves },
  ui: { may: ['core'], why: leaves },
  identity: { may: ['core'], why: leaves },
  files: { may: ['core'], why: leaves },
  mail: { may: ['core'], why: leaves },
  backup: { may: ['core', 'ledger', 'files'], why: 'a copy is of bytes, rows and files, whatever slices mean by them' },
  drafts: { may: ['core'], why: leaves },
  search: { may: ['core'], why: leaves },
  watch: { may: ['core'], why: 'what is asked of the world outside, and when; what it means is for the slices' },
  prep: { may: ['core', 'documents'], why: leaves },
  web: { may: ['core', 'ui', 'ledger', 'documents'], why: 'the rim knows no slice: slices bring their routes to it' },
  domain: { may: ['core', 'domain'], why: 'what is true and what may happen depends on words and other slices’ events only' },
  edge: {
    may: ['core', 'domain', 'ui', 'web', 'documents', 'ledger'],
    why: 'routes and pages meet the web and the components, never accounts or the command line',
  },
  app: {
    may: ['core', 'ledger', 'domain', 'documents', 'ui', 'identity', 'files', 'mail', 'drafts', 'backup', 'prep', 'watch', 'web', 'search'],
    why: 'app knows everyone but the command line',
  },
  cli: {
    may: ['core', 'ledger', 'domain', 'documents', 'app', 'identity', 'files', 'mail', 'backup', 'prep', 'web', 'witness'],
    why: 'the terminal asks the app',
  },
  witness: { may: ['core', 'ledger'], why: 'who witnesses a log has nothing of it but its checkpoints' },
  verify: { may: ['ledger'], why: 'a stranger’s program: it must be readable whole, and run without the rest' },
  bin: { may: ['cli', 'verify'], why: 'bin is a dozen lines' },
};

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

export const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

const isTest = (path: string): boolean => /\.(?:test|contract)\.tsx?$/.test(path) || /(?:^|\/)test-[a-z-]+\.ts$/.test(path);

function roomOf(path: string): string {
  const [, top = '', ...rest] = path.split('/');
  if (rest.length === 0) return top.replace(/\.tsx?$/, '');
  return top === 'domain' && edgeLayer.test(path) ? 'edge' : top;
}

const sliceOf = (path: string): string | undefined => (path.startsWith('src/domain/') ? path.split('/')[2] : undefined);

/** Every arrow that one file draws and must not. */
export function crossingsOf(file: SourceFile): readonly Crossing[] {
  if (!file.path.startsWith('src/') || isTest(file.path)) return [];
  const found: Crossing[] = [];
  const cross = (what: string, why: string) => found.push({ path: file.path, what, why });
  const from = roomOf(file.path);
  const rule = rooms[from];
  if (!rule) cross('a room that is not on the map', 'add it to test/arrows.ts and ARCHITECTURE.md, with what it may know');
  for (const name of importsOf(file.text)) {
    if (name.startsWith('.')) {
      const target = posix.normalize(posix.join(posix.dirname(file.path), name));
      if (!target.startsWith('src/')) continue;
      const slice = sliceOf(target);
      const room = roomOf(target) === 'edge' ? 'domain' : roomOf(target);
      const own = from === 'edge' ? 'domain' : from;
      if (room !== own && rule && !rule.may.includes(room)) cross(`imports ${target}`, rule.why);
      const foreign = slice !== undefined && own === 'domain' && slice !== sliceOf(file.path);
      if (foreign && !/\/(?:events|views)\.ts$/.test(target) && from !== 'edge')
        cross(`imports ${target}`, 'a slice sees another slice only through its events.ts and views.ts');
      if (foreign && from === 'edge' && /\/(?:routes|state|decide)\.tsx?$/.test(target))
        cross(`imports ${target}`, 'a page sees another slice only through its events, views, words and pages');
    } else {
      const sql = name === 'node:sqlite' || name === 'pg' || name.startsWith('better-auth');
      if (sql && !['ledger', 'identity', 'files', 'mail', 'drafts', 'watch', 'backup', 'search'].includes(from))
        cross(`imports ${name}`, 'only ledger/, files/, identity/, mail/, drafts/, watch/, backup/ and search/ know SQL and accounts');
      const http = name === 'hono' || name.startsWith('@hono/') || (name.startsWith('hono/') && !/^hono\/(?:jsx|html)/.test(name));
      if (http && from !== 'web' && !/routes\.tsx?$/.test(file.path)) cross(`imports ${name}`, 'only web/ and routes.tsx know HTTP');
      if (isPure(file.path) && name.startsWith('node:')) cross(`imports ${name}`, 'this layer is pure: the world comes in as data');
    }
  }
  if (file.path === 'src/ledger/verify.ts' && importsOf(file.text).length > 0)
    cross('imports something', 'the verifier must stand alone, so that a stranger can read and run it');
  if (isPure(file.path) && /Temporal\.Now|Math\.random|\bcrypto\.|\bfetch\(|process\.env/.test(file.text))
    cross('asks the clock, chance or the network', 'time, randomness and identity come in as data, made at the edge');
  if (/\bnew Date\b|\bDate\.now\b/.test(file.text)) cross('uses Date', 'a date is a Temporal.PlainDate, an instant is UTC');
  return found;
}

const pureLedger = /^src\/ledger\/(?:merkle|verify)\.ts$/;
const isPure = (path: string): boolean =>
  path.startsWith('src/core/') || (path.startsWith('src/domain/') && !edgeLayer.test(path)) || pureLedger.test(path);

/** Cycles between slices, each as the path that closes it. */
export function sliceCycles(files: readonly SourceFile[]): readonly string[] {
  const arrows = new Map<string, Set<string>>();
  for (const file of files) {
    const from = sliceOf(file.path);
    if (from === undefined || isTest(file.path) || edgeLayer.test(file.path)) continue;
    for (const name of importsOf(file.text).filter((one) => one.startsWith('.'))) {
      const to = sliceOf(posix.normalize(posix.join(posix.dirname(file.path), name)));
      if (to !== undefined && to !== from) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  }
  const cycles: string[] = [];
  const walk = (slice: string, path: readonly string[]): void => {
    if (path.includes(slice)) {
      if (path[0] === slice) cycles.push([...path, slice].join(' → '));
      return;
    }
    for (const next of arrows.get(slice) ?? []) walk(next, [...path, slice]);
  };
  for (const slice of arrows.keys()) walk(slice, []);
  return cycles;
}
