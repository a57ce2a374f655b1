import { z } from 'zod';
import { calendarOf, outcomeOn } from '../domain/meetings/views.ts';
import { outcomeNames } from '../domain/meetings/words.ts';
import { matrixOf } from '../domain/plan/views.ts';
import { bilingual, confirmation, isoDate } from '../domain/process/events.ts';
import { electionDayOf, factsOf } from '../domain/process/views.ts';
import { reportsOf } from '../domain/reports/views.ts';
import { parseBody } from '../ledger/link.ts';
import type { Route, Visit } from '../web/visit.ts';
import type { App } from './app.ts';
import { mayReadEntry } from './log-readers.ts';
import { planRow, planRowSchema } from './plan-row.ts';
import type { OpenWorld } from './site.tsx';
import type { World } from './world.ts';
import { writeEndpoints } from './write-api.ts';

const agreement = z.object({ name: z.string(), source: z.object({ text: z.string(), url: z.string().optional(), confirmation }) });
const process = z.object({
  id: z.string(),
  name: bilingual,
  example: z.boolean(),
  fictitious: z.boolean(),
  jornada: isoDate.nullable(),
  electionDays: z.array(z.object({ jornada: isoDate, on: isoDate, agreement })),
  opls: z.array(z.object({ id: z.string(), acronym: z.string(), name: bilingual, election: bilingual })),
});
const fact = z.object({
  on: isoDate,
  opl: z.string().nullable(),
  text: bilingual,
  source: z.object({ text: z.string(), url: z.string().optional(), confirmation }),
});
const meeting = z.object({
  number: z.int(),
  date: isoDate,
  cutoff: isoDate,
  circulate: isoDate,
  observeUntil: isoDate,
  minutes: isoDate,
  state: z.string(),
});
const report = z.object({
  id: z.string(),
  kind: z.string(),
  cutoff: isoDate,
  edition: z.int(),
  state: z.string(),
  position: z.int(),
  root: z.string(),
});
const entry = z.object({
  seq: z.int(),
  leaf: z.string().describe('RFC 9162 leaf hash, lower-case hex'),
  body: z.string().nullable().describe('the exact text that was hashed; null where only some may read it: the leaf proves it all the same'),
});

/** One address of the read API: its schema is what it answers and what its description says. */
type Endpoint<W> = {
  readonly path: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly schema: z.ZodType;
  readonly read: (visit: Visit<W>) => Promise<unknown> | unknown;
};

const asOf = { al: 'State on this date (YYYY-MM-DD)', conocido: 'As known at this position of the log, or at this instant' };

const processOf = (world: OpenWorld): z.infer<typeof process> => ({
  id: world.process.id,
  name: world.process.name,
  example: world.process.example,
  fictitious: world.process.fictitious,
  jornada: electionDayOf(world.process)?.jornada ?? null,
  electionDays: world.process.electionDays.map(({ jornada, on, agreement: act }) => ({ jornada, on, agreement: act })),
  opls: world.process.opls.map(({ id, acronym, name, election }) => ({ id, acronym, name, election })),
});

const processEndpoints: readonly Endpoint<OpenWorld>[] = [
  {
    path: '/api/processes/:process',
    summary: 'One electoral process',
    query: asOf,
    schema: process,
    read: ({ world }) => processOf(world),
  },
  {
    path: '/api/processes/:process/plan',
    summary: 'Obligations of each OPL: date, status, reason',
    query: { ...asOf, opl: 'Only this OPL' },
    schema: z.array(planRowSchema),
    read: ({ world, day, lang, url }) =>
      matrixOf(world.process, world.plan, day)
        .filter((row) => (url.searchParams.get('opl') ?? row.opl.id) === row.opl.id)
        .flatMap((row) => row.items)
        .map((item) => planRow(item, lang)),
  },
  {
    path: '/api/processes/:process/facts',
    summary: 'What is publicly known, with its source',
    query: asOf,
    schema: z.array(fact),
    read: ({ world }) => factsOf(world.process).map(({ on, opl, text, source }) => ({ on, opl: opl ?? null, text, source })),
  },
  {
    path: '/api/processes/:process/meetings',
    summary: 'The calendar of meetings with the dates of each cycle',
    query: asOf,
    schema: z.array(meeting),
    read: ({ world, day }) =>
      calendarOf(world.meetings).map((row) => ({
        number: row.number,
        date: row.appointment.date,
        cutoff: row.dates.cutoff.toString(),
        circulate: row.dates.circulate.toString(),
        observeUntil: row.dates.observeUntil.toString(),
        minutes: row.dates.minutes.toString(),
        state: outcomeNames[outcomeOn(row, Temporal.PlainDate.from(day))].es.toLowerCase(),
      })),
  },
  {
    path: '/api/processes/:process/reports',
    summary: 'Frozen reports: cut-off, position and root',
    query: asOf,
    schema: z.array(report),
    read: ({ world }) =>
      reportsOf(world.reports).map(({ id, kind, cutoff, edition, state, position, root }) => ({
        id,
        kind,
        cutoff,
        edition,
        state,
        position,
        root,
      })),
  },
];

const siteEndpoints = (app: App): readonly Endpoint<World>[] => [
  {
    path: '/api/processes',
    summary: 'All electoral processes',
    schema: z.array(z.object({ id: z.string(), name: bilingual })),
    read: ({ world }) =>
      [...world.processes.values()].flatMap(({ process: one }) => (one.kind === 'open' ? [{ id: one.id, name: one.name }] : [])),
  },
  {
    path: '/api/log',
    summary: 'Size and root of the log',
    schema: z.object({ origin: z.string(), size: z.int(), root: z.string() }),
    read: ({ position, root }) => ({ origin: app.ledger.origin, size: position, root }),
  },
  {
    path: '/api/log/entries',
    summary: 'Entries of the log in order, at most 500',
    query: { after: 'Entries after this number (default 0)' },
    schema: z.array(entry),
    read: async (visit) => {
      const { url, position } = visit;
      const after = Math.max(0, Math.floor(Number(url.searchParams.get('after') ?? '0')) || 0);
      const found: z.infer<typeof entry>[] = [];
      for await (const batch of app.ledger.read({ after, upTo: Math.min(position, after + 500) }))
        for (const row of batch) {
          const one = parseBody(row.body);
          found.push({ seq: one.seq, leaf: Buffer.from(row.leaf).toString('hex'), body: mayReadEntry(visit, one) ? row.body : null });
        }
      return found;
    },
  },
];

const routeOf = <W>(endpoint: Endpoint<W>): Route<W> => ({
  method: 'GET',
  path: endpoint.path,
  may: 'anyone',
  answer: async (visit) => ({ kind: 'json', body: await endpoint.read(visit) }),
});

export const processApiRoutes: readonly Route<OpenWorld>[] = processEndpoints.map(routeOf);

export function siteApiRoutes(app: App): readonly Route<World>[] {
  const site = siteEndpoints(app);
  const description = describe([...site, ...processEndpoints]);
  return [
    ...site.map(routeOf),
    { method: 'GET', path: '/api/openapi.json', may: 'anyone', answer: () => ({ kind: 'json', body: description }) },
  ];
}

const described = ({ path, summary, scope, sent }: (typeof writeEndpoints)[number]) => {
  const text = { type: 'string' };
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => ({ name: match[1] ?? '', in: 'path', required: true, schema: text }));
  const header = { name: 'idempotency-key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 100 } };
  const recorded = { type: 'object', properties: { recorded: { type: 'integer', description: 'Number of the entry in the log' } } };
  const answer = (description: string) => ({ description, content: { 'application/json': { schema: recorded } } });
  const responses = {
    200: answer('Recorded before under this idempotency key; nothing was added'),
    201: answer('Recorded'),
    401: { description: 'No key, or one that expired or was revoked' },
    403: { description: `The key is of another system, or does not allow «${scope}»` },
    409: { description: 'Other content was sent under this idempotency key, or somebody wrote at the same time' },
    422: { description: 'The content is not of the expected form, or the rules refuse it' },
  };
  const requestBody = { required: true, content: { 'application/json': { schema: sent } } };
  const security = [{ writeKey: [] }];
  return [path.replace(/:(\w+)/g, '{$1}'), { post: { summary, security, parameters: [...inPath, header], requestBody, responses } }];
};

/** OpenAPI 3.1 of the read API, from the same schemas that the answers are typed by. */
function describe(endpoints: readonly Pick<Endpoint<never>, 'path' | 'summary' | 'query' | 'schema'>[]): unknown {
  const paths = endpoints.map(({ path, summary, query, schema }) => {
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
    const text = { type: 'string' };
    const parameters = [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: text })),
      ...Object.entries({ ...query, lang: 'es or en' }).map(([name, about]) => ({ name, in: 'query', description: about, schema: text })),
    ];
    const responses = {
      200: { description: summary, content: { 'application/json': { schema: z.toJSONSchema(schema) } } },
      404: { description: 'There is no such thing' },
      422: { description: 'The date or position asked for cannot be shown' },
    };
    return [path.replace(/:(\w+)/g, '{$1}'), { get: { summary, parameters, responses } }];
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Atalaya',
      version: '1',
      description: 'What is read derives from the log. What is written needs a write key, and stands in the log.',
    },
    components: {
      securitySchemes: { writeKey: { type: 'http', scheme: 'bearer', description: 'atalaya_ID_SECRET, issued on the page of a system' } },
    },
    paths: Object.fromEntries([...paths, ...writeEndpoints.map(described)]),
  };
}
