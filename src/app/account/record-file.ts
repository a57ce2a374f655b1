import type { Table } from '../../core/document.ts';
import type { Lang } from '../../core/words.ts';
import { tableToCsv } from '../../documents/csv.ts';
import { tableToXlsx } from '../../documents/xlsx.ts';
import type { Answer } from '../../web/visit.ts';
import type { App } from '../app.ts';
import { whatOf } from './access-table.tsx';
import { accountWords } from './account-words.ts';
import { namesOf } from './names.ts';

/** More than anybody reads on a page; whoever needs all of it has the database. */
const mostRows = 10_000;

/** The record of sign-ins, to be taken away. */
export async function recordFile(app: App, end: 'csv' | 'xlsx', lang: Lang, today: string): Promise<Answer> {
  const t = accountWords(lang);
  const events = await app.identity.accessEvents({ most: mostRows });
  const nameOf = await namesOf(app, lang, events);
  const table: Table = {
    kind: 'table',
    id: 'accesos',
    caption: t.record,
    columns: [t.when, t.who, t.what, t.device, t.place, t.note].map((title) => ({ title })),
    rows: events.map((one) => [
      one.at,
      one.person === undefined ? t.nobody : nameOf(one.person),
      whatOf(one, lang, nameOf),
      one.device ?? null,
      one.place ?? null,
      one.note ?? null,
    ]),
  };
  const name = `accesos-${today}.${end}`;
  if (end === 'csv') return { kind: 'file', body: tableToCsv(table), type: 'text/csv; charset=utf-8', name };
  const about = { sheet: t.about, facts: [[t.when, app.now()] as const] };
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { kind: 'file', body: await tableToXlsx({ table, about }), type, name };
}
