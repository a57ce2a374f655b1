import type { PeopleState } from '../domain/people/views.ts';
import type { OpenProcess } from '../domain/process/views.ts';
import type { Entry, StoredEntry } from '../ledger/ledger.ts';
import { parseBody } from '../ledger/link.ts';
import { tableRoutes } from '../web/table-routes.ts';
import type { Answer, Route, Visit } from '../web/visit.ts';
import type { App } from './app.ts';
import type { LogVerification } from './log-check.ts';
import { EntryPage, LogPage, VerificationPage } from './log-pages.tsx';
import { mayReadEntry } from './log-readers.ts';
import { logWords } from './log-words.ts';

type World = { readonly process: OpenProcess; readonly people: PeopleState };
type V = Visit<World>;
const here = 'bitacora';
const pageSize = 50;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The log as everybody may read it: entries name offices and keys, never people. */
export function logRoutes(app: App, verify: () => Promise<LogVerification>): readonly Route<World>[] {
  const row = async (seq: number): Promise<StoredEntry | undefined> => {
    for await (const [found] of app.ledger.read({ after: seq - 1, upTo: seq })) return found;
    return undefined;
  };

  /** One page of the entries that happened up to the day asked for, the newest first, and how many pages there are. */
  const pageOf = (visit: V): { readonly seqs: readonly number[]; readonly page: number; readonly pages: number } => {
    const last = visit.position;
    const day = visit.asOf?.day;
    const past = day === undefined ? undefined : app.worlds.seqsUpTo(day, last);
    const count = past?.length ?? last;
    const pages = Math.max(1, Math.ceil(count / pageSize));
    const asked = Number(visit.url.searchParams.get('pagina') ?? '1');
    const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
    const from = (page - 1) * pageSize;
    const length = Math.min(pageSize, count - from);
    return { seqs: past?.slice(from, from + length) ?? Array.from({ length }, (_, i) => last - from - i), page, pages };
  };

  /** Entries by their numbers, which go down: what stands together in the log is read together. */
  const entriesOf = async (seqs: readonly number[]): Promise<readonly Entry[]> => {
    const entries: Entry[] = [];
    for (let i = 0; i < seqs.length; ) {
      let to = i + 1;
      while (to < seqs.length && seqs[to] === (seqs[to - 1] ?? 0) - 1) to += 1;
      const together: Entry[] = [];
      for await (const batch of app.ledger.read({ after: (seqs[to - 1] ?? 1) - 1, upTo: seqs[i] ?? 0 }))
        for (const { body } of batch) together.push(parseBody(body));
      entries.push(...together.reverse());
      i = to;
    }
    return entries;
  };

  const list = async (visit: V): Promise<Answer> => {
    const { seqs, page, pages } = pageOf(visit);
    const entries = await entriesOf(seqs);
    return {
      kind: 'page',
      title: logWords(visit.lang).log,
      here,
      body: <LogPage visit={visit} entries={entries} page={page} pages={pages} />,
    };
  };

  const unknown = { es: logWords('es').unknownEntry, en: logWords('en').unknownEntry };

  return [
    { method: 'GET', path: '/:process/bitacora', may: 'anyone', answer: list },
    ...tableRoutes<World>('/:process/bitacora', 'anyone', async (visit) => {
      const rows: (string | number | null)[][] = [];
      const day = visit.asOf?.day;
      for await (const batch of app.ledger.read({ upTo: visit.position }))
        for (const stored of batch) {
          const one = parseBody(stored.body);
          if (day !== undefined && one.on > day) continue;
          const told = mayReadEntry(visit, one);
          const [office, data] = told ? [one.by.office, JSON.stringify(one.data)] : [null, null];
          rows.push([one.seq, one.on, one.at, one.stream, one.type, office, hex(stored.leaf), data]);
        }
      const columns = ['seq', 'on', 'at', 'stream', 'type', 'office', 'leaf', 'data'].map((title) => ({ title }));
      return { kind: 'table', id: 'bitacora', caption: logWords(visit.lang).log, columns, rows };
    }),
    {
      method: 'GET',
      path: '/:process/bitacora/verificar',
      may: 'anyone',
      fresh: true, // what it reads is the disk, which may change while the position stands
      answer: async (visit) => {
        const result = await verify();
        return {
          kind: 'page',
          title: logWords(visit.lang).verification,
          here,
          body: <VerificationPage visit={visit} result={result} publicKey={app.ledger.verifierKey} />,
        };
      },
    },
    {
      method: 'GET',
      path: '/:process/bitacora/punto-de-control',
      may: 'anyone',
      answer: async () => ({ kind: 'file', body: await app.ledger.checkpoint(), type: 'text/plain; charset=utf-8' }),
    },
    {
      method: 'GET',
      path: '/:process/bitacora/:seq{\\d{1,12}}',
      may: 'anyone',
      answer: async (visit) => {
        const seq = Number(visit.params.seq);
        const found = seq >= 1 && seq <= visit.position ? await row(seq) : undefined;
        if (!found) return { kind: 'not-found', what: unknown };
        const proof = (await app.ledger.inclusionProof(seq, visit.position)).map(hex);
        const entry = parseBody(found.body);
        const body = <EntryPage visit={visit} entry={entry} body={found.body} leaf={hex(found.leaf)} proof={proof} />;
        return { kind: 'page', title: logWords(visit.lang).entry(seq), here, body };
      },
    },
  ];
}
