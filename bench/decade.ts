import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { type App, openApp } from '../src/app/app.ts';
import { assemble } from '../src/app/assemble.tsx';
import { processRoutes } from '../src/app/routes.tsx';
import { asId } from '../src/core/ids.ts';
import { must } from '../src/core/result.ts';
import { planEvents } from '../src/domain/plan/events.ts';
import { openLedger } from '../src/ledger/open.ts';
import { append, country } from './country.ts';
import { cutoffOf, decade, digest, documentText, peopleEvents, secretariat, size, today } from './decade-log.ts';
import { least, type Measured, median, milliseconds, most, type Row } from './measure.ts';
import { inScratch } from './scratch.ts';
import { systemsEvents } from './systems-log.ts';

const process = 'pais';
export const now = (): string => `${today}T18:00:00.000Z`;
const cutoff = cutoffOf(60);

/** What an address of a page is asked about. */
const sample: Readonly<Record<string, string>> = {
  process,
  opl: 'coahuila',
  key: 'E05',
  number: '60',
  item: '1',
  commitment: 'C250',
  seq: '30000',
  thread: 'H7',
  post: '3',
  system: 'sistema-1',
  incident: 'incidente-1',
  informe: 'prep',
  cutoff,
  section: 'presentacion',
  report: `prep-${cutoff}`,
  rule: 'due-soon',
  slot: 'simulacro-1',
  exercise: 'ninguno',
};

/**
 * Addresses of other benchmarks (what was published on election night, probes), those whose work is to read the whole log, and three forms
 * of things this log has none of (a condition, an incident without its postmortem, a comparison on record).
 */
const elsewhere =
  /\/(?:condiciones\/:|incidentes\/:incident\/analisis|operacion\/(?:comparaciones\/)?:|simulacros\/:opl\/:|simulacros\/comparar|sondas\/:|produccion\/requisitos\/:|alertas\/:alert|evidencia$|bitacora\/verificar|buscar)/;

/** Every page there is, as a person opens it; files are no pages. */
export function pagesOf(app: App): readonly string[] {
  const paths = processRoutes(app)
    .filter(
      ({ method, path }) =>
        method === 'GET' && path.startsWith('/:process') && !/\.\w|punto-de-control|\.\(|archivos|versiones|version-publica/.test(path),
    )
    .map(({ path }) => path)
    .filter((path) => !elsewhere.test(path));
  const filled = paths.map((path) => path.replace(/:(\w+)(?:\{[^/]*\})?/g, (whole, name: string) => sample[name] ?? whole));
  return [
    ...filled.map((path) => (path.endsWith('/informes/corte') ? `${path}?corte=${cutoff}` : path)),
    `/${process}/quien-supo?asunto=report:prep-${cutoff}`,
    `/${process}/foro?mios=si&pagina=20`,
    `/${process}/reuniones/${size.meetings}/desarrollo`,
    `/${process}/?al=2030-12-20`,
    `/${process}/prep?al=2030-12-20`,
  ];
}

const questions = {
  'a word in one document': 'clave4242',
  'two words': 'contingencia satelital',
  'the most frequent word': 'actas',
  'three frequent words': 'actas captura cotejo',
} as const;

/** The data folder of an installation that has been used for ten years, its documents read once. */
export async function makeDecade(dir: string): Promise<void> {
  for (let i = 0; i < size.documents; i++) {
    const text = documentText(i);
    const sha256 = digest(text);
    const folder = join(dir, 'derived', 'texts', sha256.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${sha256}.txt`), text);
  }
  const people = peopleEvents();
  const plan = [...(await country(process)), ...systemsEvents(5000)];
  const adopted = must(
    plan.find((event) => event.type === 'PlanAdopted'),
    'the country has a plan',
  );
  const keys = planEvents.PlanAdopted.parse(adopted.data).obligations.map((one) => one.key);
  const ledger = await openLedger({ dataDir: dir });
  await append(ledger, 'people', people);
  await append(ledger, process, [...plan, ...decade(people.length + plan.length, keys)]);
  await ledger.close();
}

export async function run(): Promise<Measured> {
  const rows: Row[] = [];
  await inScratch(async (dir) => {
    await makeDecade(dir);
    const app = await openApp({ dataDir: dir, readingsDelayMs: 3_600_000, now });
    const site = assemble(app);
    getRequestListener(site.fetch); // the answers of the server that the program runs on, which cost less than the platform's
    const entered = await app.identity.enterAs(asId(secretariat));
    const cookie = entered.setCookie.map((one) => one.split(';')[0]).join('; ');
    const get = async (path: string): Promise<void> => {
      const answer = await site.request(path, { headers: { cookie } });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      await answer.text();
    };
    const made = await milliseconds(async () => {
      await app.search.catchUp();
      await app.search.read();
    });
    rows.push(most('search: index of 20,000 comments and 5,000 documents, made at the start', made / 1000, 60, 's', 1));
    for (const [name, words] of Object.entries(questions)) {
      const each = await median(9, () => get(`/${process}/buscar?q=${encodeURIComponent(words)}`));
      rows.push(most(`search, signed in, the whole page: ${name}`, each, 50, 'ms', 1));
    }
    for (const path of pagesOf(app)) {
      const name = path.replace(`/${process}`, '');
      // A page of which there is nothing in ten years is told, and does not cost the figures of the others.
      const begun = performance.now();
      const answer = await site.request(path, { headers: { cookie } });
      await answer.text();
      const first = performance.now() - begun;
      const { status } = answer;
      if (status !== 200) {
        rows.push({ work: `${name}, signed in`, figure: `answered ${status}`, target: '≥ 60 pages/s', ok: false });
        continue;
      }
      const each = await median(15, () => get(path));
      rows.push(least(`${name}, signed in (the first: ${first.toFixed(0)} ms)`, 1000 / each, 60, 'pages/s'));
    }
    await app.close();
  });
  return { name: 'Ten years', rows };
}
