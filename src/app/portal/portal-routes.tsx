import { longDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { renderAtom } from '../../documents/atom.ts';
import { tableToCsv } from '../../documents/csv.ts';
import { rowsToParquet } from '../../documents/parquet.ts';
import { calendarOf } from '../../domain/meetings/views.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import type { App } from '../app.ts';
import { proofOf } from '../log-check.ts';
import type { OpenWorld } from '../site.tsx';
import { CheckPage } from './check-page.tsx';
import { checkWords } from './check-words.ts';
import { type Dataset, datasets, readDataset, schemaOf } from './datasets.ts';
import { PortalPage, publishedMinutes, publishedReports, reportTitle } from './portal-page.tsx';
import { portalWords } from './portal-words.ts';

type V = Visit<OpenWorld>;
const unknownSet = { es: portalWords('es').unknownSet, en: portalWords('en').unknownSet };
const unknownReport = { es: portalWords('es').unknownReport, en: portalWords('en').unknownReport };

/** The portal of the public. Everything in it is a function of the log and the day, and is kept by the exact cache like every public page. */
export function portalRoutes(app: App, verifyScript: string): readonly Route<OpenWorld>[] {
  const base = '/:process/publico';
  const data = async (visit: V): Promise<Answer> => {
    const [id = '', ...end] = (visit.params.data ?? '').split('.');
    const dataset = datasets.find((one) => one.id === id);
    return dataset ? fileOf(visit, dataset, end.join('.')) : { kind: 'not-found', what: unknownSet };
  };

  const proof = async (visit: V): Promise<Answer> => {
    const id = (visit.params.proof ?? '').replace(/\.json$/, '');
    const report = publishedReports(visit.world).find((one) => one.id === id);
    const seq = report && (await frozenAt(app, visit.world.process.id, report.id, report.position));
    const found = seq === undefined ? undefined : await proofOf(app, seq);
    return found
      ? {
          kind: 'file',
          body: `${JSON.stringify(found, null, 2)}\n`,
          type: 'application/json; charset=utf-8',
          name: `prueba-${id}.json`,
        }
      : { kind: 'not-found', what: unknownReport };
  };

  return [
    {
      method: 'GET',
      path: base,
      may: 'anyone',
      answer: (visit) => ({
        kind: 'page',
        title: portalWords(visit.lang).portal,
        here: 'publico',
        body: <PortalPage visit={visit} verifierKey={app.ledger.verifierKey} />,
      }),
    },
    {
      method: 'GET',
      path: `${base}/comprobar`,
      may: 'anyone',
      answer: (visit) => ({
        kind: 'page',
        title: checkWords(visit.lang).check,
        here: 'publico',
        body: <CheckPage visit={visit} verifierKey={app.ledger.verifierKey} script={verifyScript} />,
      }),
    },
    {
      method: 'GET',
      path: `${base}/novedades.atom`,
      may: 'anyone',
      answer: (visit) => ({ kind: 'file', body: feedOf(visit, app.baseUrl), type: 'application/atom+xml; charset=utf-8' }),
    },
    { method: 'GET', path: `${base}/datos/:data{[a-z]+\\.(?:csv|json|parquet|schema\\.json)}`, may: 'anyone', answer: data },
    { method: 'GET', path: `${base}/prueba/:proof{[a-z]+-[0-9-]+\\.json}`, may: 'anyone', answer: proof },
  ];
}

/** A set of open data in the form that the end of its address names. Without a name to save it under, it is kept like a page. */
async function fileOf({ world, day }: V, dataset: Dataset, end: string): Promise<Answer> {
  const { columns, rows } = readDataset(dataset, world, day);
  switch (end) {
    case 'csv': {
      const table = { kind: 'table' as const, id: dataset.id, caption: '', columns: columns.map(({ name }) => ({ title: name })), rows };
      return { kind: 'file', body: tableToCsv(table), type: 'text/csv; charset=utf-8' };
    }
    case 'json': {
      const shaped = rows.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])));
      return { kind: 'file', body: `${JSON.stringify(shaped)}\n`, type: 'application/json; charset=utf-8' };
    }
    case 'parquet':
      return { kind: 'file', body: await rowsToParquet(columns, rows), type: 'application/vnd.apache.parquet' };
    default:
      return {
        kind: 'file',
        body: `${JSON.stringify(schemaOf(dataset, columns), null, 2)}\n`,
        type: 'application/schema+json; charset=utf-8',
      };
  }
}

/** The entry that froze an informe: it stands soon after the position that it froze. */
async function frozenAt(app: App, process: string, report: string, position: number): Promise<number | undefined> {
  for await (const batch of app.ledger.entries({ stream: process, after: position }))
    for (const { seq, type, data } of batch) if (type === 'ReportFrozen' && data.report === report) return seq;
  return undefined;
}

function feedOf({ world, lang, href, url }: V, baseUrl: string): string {
  const t = portalWords(lang);
  const { id, name, fictitious } = world.process;
  const absolute = (path: string) => new URL(href(path), baseUrl).toString();
  const at = (on: string) => `${on}T12:00:00.000Z`; // a day, told as an instant because the format asks for one
  const marked = (title: string) => (fictitious ? `DATOS FICTICIOS · ${title}` : title);
  const reports = publishedReports(world).map((one) => ({
    id: `urn:atalaya:${id}:informe:${one.id}`,
    title: marked(t.published(reportTitle(one, lang))),
    href: absolute(`/informes/${one.id}`),
    updated: at(one.publishedOn ?? one.cutoff),
    summary: reportTitle(one, lang),
  }));
  const minutes = publishedMinutes(world).map(({ number, on }) => ({
    id: `urn:atalaya:${id}:minuta:${number}`,
    title: marked(t.published(t.minutesOf(number))),
    href: absolute(`/reuniones/${number}/minuta`),
    updated: at(on),
    summary: t.minutesOf(number),
  }));
  const meetings = calendarOf(world.meetings).map((row) => ({
    id: `urn:atalaya:${id}:reunion:${row.number}`,
    title: marked(t.meeting(row.number, longDate(row.appointment.date, lang))),
    href: absolute(`/reuniones/${row.number}`),
    updated: row.stampedAt,
    summary: row.appointment.place ?? t.meeting(row.number, longDate(row.appointment.date, lang)),
  }));
  const entries = [...reports, ...minutes, ...meetings].sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
  return renderAtom({
    id: `urn:atalaya:${id}`,
    title: marked(pick(name, lang)),
    self: new URL(url.pathname + url.search, baseUrl).toString(),
    href: absolute('/publico'),
    author: 'Atalaya',
    lang,
    entries: entries.slice(0, 100),
  });
}
