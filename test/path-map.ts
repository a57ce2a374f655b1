import type { App } from '../src/app/app.ts';
import { processRoutes, siteRoutes } from '../src/app/routes.tsx';
import type { Accounts } from '../src/domain/people/accounts.ts';
import type { Route } from '../src/web/visit.ts';
import { exampleId } from './open-test-app.ts';

export type Path = Pick<Route<never>, 'method' | 'path' | 'may' | 'uploads'>;

/** Every address the slices bring, with the authority for it. `web.test.ts` holds it against what the server answers. */
export function pathMap(app: App): readonly Path[] {
  const noAccounts = {} as Accounts; // nothing is asked of it: the routes are only listed
  return [...siteRoutes(app, noAccounts, () => ({ cookie: '', address: '', agent: '' })), ...processRoutes(app)];
}

export const authorityOf = ({ may }: Path): string =>
  typeof may === 'string'
    ? may
    : 'anyOf' in may
      ? may.anyOf.join(' or ')
      : may.oplParam === undefined
        ? may.right
        : `${may.right} (of :${may.oplParam})`;

const sample: Readonly<Record<string, string>> = {
  page: 'opl',
  person: 'persona-de-prueba-1',
  passkey: 'no-existe',
  picture: 'tablero.png',
  process: exampleId,
  opl: 'ieeh',
  key: 'M04',
  number: '6',
  message: '1',
  version: '1',
  item: '1',
  turn: '1',
  outcome: '1',
  commitment: 'C1',
  minuta: 'minuta.pdf',
  call: 'convocatoria-1.pdf',
  seq: '10',
  data: 'obligaciones.csv',
  proof: 'prep-2020-03-10.json',
  thread: 'H1',
  post: '1',
  system: 'sije',
  incident: '2020-10-05-1',
  figure: 'casillas',
  probe: 'sije-web',
  exercise: 'ieeh-simulacro-1',
  slot: 'simulacro-1',
  informe: 'prep',
  cutoff: '2020-03-10',
  section: 'presentacion',
  observation: '1',
  report: 'prep-2020-03-10',
  file: 'prep-2020-03-10.pdf',
  rule: 'due-soon',
  alert: 'left-out.obligation.ieeh.E14',
};

/** An address that the path stands for, about something that the example (and the informe of 10 March) has. */
export const addressOf = (path: string, values: Readonly<Record<string, string>> = {}): string => {
  const address = path.replace(/:(\w+)(?:\{[^/]*\})?/g, (_, name: string) => values[name] ?? sample[name] ?? `:${name}`);
  if (/\/quien-supo\.\w+$/.test(path)) return `${address}?asunto=report:${sample.report}`;
  return path.endsWith('/informes/corte') ? `${address}?corte=2020-03-10` : address;
};

export const withQuery = (address: string, query: string): string => `${address}${address.includes('?') ? '&' : '?'}${query}`;
