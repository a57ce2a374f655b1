import { globSync, readFileSync } from 'node:fs';
import type { Role } from '../src/domain/people/events.ts';
import { grants, type Right, rights } from '../src/domain/people/rights.ts';
import type { Route } from '../src/web/visit.ts';

export type Listed = Pick<Route<never>, 'method' | 'path' | 'may'>;
type Line = { readonly file: string; readonly ending: string };

const roles = Object.keys(grants) as readonly Role[]; // the keys of a record of roles
const mark = { all: '●', 'own-opl': '○', none: '' } as const;

/** The files that write addresses, and how each address ends there (what stands before a `${…}` is in another line). */
function linesOf(): readonly Line[] {
  return globSync('src/{domain,app,web}/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.tsx?$|pages?\.tsx$/.test(file))
    .sort()
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/[`'](?:[^`'\n]*\$\{\w+\}(?=\/))?(\/?[^`'\n$ ]*?)(?:\.?\$\{\w+\})?[`']/g)].map((match) => ({
        file,
        ending: (match[1] ?? '').replaceAll('\\\\', '\\'),
      })),
    );
}

/**
 * The file whose lines give the address: an ending of it stands there, and as much as possible of its beginning (`const base = …`), since
 * the same verb ends the addresses of several slices. A file of routes goes before any other.
 */
function sourceOf(path: string, lines: readonly Line[]): string {
  const bare = path.replace(/\.(?:csv|xlsx|json|pdf|docx|html|md)$/, '');
  const ends = (ending: string) => path.endsWith(ending) || bare.endsWith(ending);
  const fits = lines.filter(({ file, ending }) =>
    ending.startsWith('/')
      ? ends(ending) && (ending.length > 1 || path === ending)
      : /routes\.tsx?$/.test(file) && ending !== '' && ends(`/${ending}`),
  );
  const begun = (of: string) =>
    Math.max(
      0,
      ...lines.filter(({ file, ending }) => file === of && ending.length > 1 && path.startsWith(ending)).map((one) => one.ending.length),
    );
  const weight = ({ file, ending }: Line) =>
    Math.min(ending.length + begun(file), path.length) * 10 + Number(/routes\.tsx?$/.test(file)) * 5;
  const best = fits.map((line) => ({ line, weight: weight(line) })).sort((one, other) => other.weight - one.weight)[0];
  return best === undefined ? '—' : `\`${best.line.file.replace(/^src\//, '')}\``;
}

/** An address that is about no OPL in particular takes a right for all of them. */
const reachOf = (role: Role, needed: readonly Right[], isAboutOne: boolean): keyof typeof mark => {
  const reaches = needed.map((right) => grants[role][right]);
  if (reaches.includes('all')) return 'all';
  return isAboutOne && reaches.includes('own-opl') ? 'own-opl' : 'none';
};

/** What a route asks for, in words, and the rights any of which is enough; none: it asks for no right. */
function askedBy(may: Listed['may']): { readonly text: string; readonly needed: readonly Right[] } {
  if (may === 'anyone') return { text: 'anybody', needed: [] };
  if (may === 'signed-in') return { text: 'whoever is signed in', needed: [] };
  const names = 'anyOf' in may ? may.anyOf : [may.right];
  const needed = rights.filter((right) => names.includes(right));
  if (needed.length !== names.length) throw new Error(`${names.join()}: there is no such right`);
  return { text: needed.map((right) => `\`${right}\``).join(' or '), needed };
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const cellsOf = (needed: readonly Right[], isAboutOne = true): readonly string[] =>
  roles.map((role) => mark[reachOf(role, needed, isAboutOne)]);

/** `docs/rights.md`: every address, act and command, and which office may use it. */
export function rightsDoc(
  routes: readonly Listed[],
  machine: readonly string[],
  acts: readonly (readonly [string, Right])[],
  commands: readonly string[],
): string {
  const lines = linesOf();
  const sorted = [...routes].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1));
  const open = sorted.filter(({ may }) => typeof may === 'string');
  const guarded = sorted.filter(({ may }) => typeof may !== 'string');
  const pathCell = (path: string) => `\`${path.replaceAll('|', '\\|')}\``;
  return `${[
    '# Who may do what',
    'Written from the routes, the acts and the table of rights in `src/domain/people/rights.ts`; a test keeps it fresh (`npx vitest run --project fast test/rights.test.ts -u` writes it anew).',
    '● for every OPL · ○ only for the OPL the office acts for · empty: refused. A slice may ask for more than its address does (that the office is the one a gate names, that nobody accepts what they delivered): `test/web-rights.slow.test.ts` sends every form from every office of the example and holds what is accepted, and what is refused, against a table written by hand.',
    '## Rights of each office',
    table(
      ['right', ...roles],
      rights.map((right) => [`\`${right}\``, ...cellsOf([right])]),
    ),
    '## Addresses that ask for a right',
    table(
      ['', 'address', 'asks for', ...roles, 'source'],
      guarded.map(({ method, path, may }) => {
        const { text, needed } = askedBy(may);
        const isAboutOne = typeof may !== 'string' && 'oplParam' in may && may.oplParam !== undefined;
        return [method, pathCell(path), text, ...cellsOf(needed, isAboutOne), sourceOf(path, lines)];
      }),
    ),
    '## Addresses that ask for none',
    'What they show beyond what is public depends on the reader all the same: what is internal or reserved is left out for whoever has no right to it.',
    table(
      ['', 'address', 'for', 'source'],
      open.map(({ method, path, may }) => [method, pathCell(path), askedBy(may).text, sourceOf(path, lines)]),
    ),
    '## Addresses for programs',
    'A write key of the system named in the address, and no session. A key that was revoked, of another system or of none is refused.',
    table(
      ['', 'address'],
      machine.map((path) => ['POST', pathCell(path)]),
    ),
    'Besides, for whoever runs the program: `/salud` and `/listo` for anybody, `/metricas` with its token (docs/operation.md).',
    '## Acts of a file',
    'Sent through `/administracion/actos`, or loaded with an example; each asks for its own right.',
    table(
      ['act', 'asks for', ...roles],
      acts.map(([verb, right]) => [`\`${verb}\``, `\`${right}\``, ...cellsOf([right])]),
    ),
    '## Commands',
    `\`${commands.join('`, `')}\`: whoever can run them on the machine that holds the data folder. No office gives or takes that; the file system does (the folder and its keys are readable by their owner only).`,
  ].join('\n\n')}\n`;
}
