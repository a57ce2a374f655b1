import { localInstant } from '../../core/date-words.ts';
import type { Document, Table } from '../../core/document.ts';
import { isSubject, type Subject } from '../../core/subject.ts';
import { type Lang, pick } from '../../core/words.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { officeName } from '../people/views.ts';
import { receiptDocument, type Seal } from './document.ts';
import { type Named, type ReceiptsWorld, WhoKnewIndexPage, WhoKnewPage } from './pages.tsx';
import { type Holder, type Informed, informedOf, subjectsShown } from './views.ts';
import { meansWords, receiptWords } from './words.ts';

/** What the program hands in, so that this slice knows no other slice's subjects, no accounts and no file format. */
export type ReceiptTools<W> = {
  readonly nameSubject: (world: W, subject: Subject, lang: Lang) => Named | undefined;
  /** A person's name; absent when it is unknown or was erased. */
  readonly personName: (person: string) => Promise<string | undefined>;
  /** Records what was noted so far. */
  readonly settle: () => Promise<void>;
  /** Signs the log as it stands, with the leaf hashes of the entries asked for. */
  readonly seal: (entries: (size: number) => Promise<readonly number[]>) => Promise<Seal>;
  readonly file: (document: Document, format: 'pdf') => Promise<{ readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string }>;
  readonly absolute: (path: string) => string;
};

const here = 'quien-supo';
const unknown = { es: receiptWords('es').unknown, en: receiptWords('en').unknown };

export function receiptRoutes<W extends ReceiptsWorld>(tools: ReceiptTools<W>): readonly Route<W>[] {
  type V = Visit<W>;

  /** Whose receipts the reader may see: everybody's (absent), or those of this person in this office. */
  const scopeOf = (visit: V): Holder | undefined => {
    if (visit.may('read-receipts')) return undefined;
    const { reader } = visit;
    return reader.kind === 'signed-in' ? { office: reader.by.office, person: reader.by.person ?? '' } : { office: '', person: '' };
  };

  /** The subject the address names; or the page that says that there is none. */
  const find = (visit: V): { readonly subject: Subject; readonly named: Named } | undefined => {
    const asked = visit.url.searchParams.get('asunto') ?? '';
    if (!isSubject(asked)) return undefined;
    const named = tools.nameSubject(visit.world, asked, visit.lang);
    return named && { subject: asked, named };
  };

  const namesOf = async (visit: V, people: readonly string[]): Promise<(person: string) => string> => {
    const names = new Map<string, string>();
    for (const person of new Set(people)) {
      const name = await tools.personName(person);
      if (name !== undefined) names.set(person, name);
    }
    return (person) => names.get(person) ?? receiptWords(visit.lang).erased(person.slice(0, 8));
  };

  const list = (visit: V): Answer => {
    const { lang, world } = visit;
    const own = scopeOf(visit);
    const named = (subject: Subject): Named => tools.nameSubject(world, subject, lang) ?? { label: subject, path: '/' };
    const rows = subjectsShown(world.receipts, own);
    const body = <WhoKnewIndexPage visit={visit} rows={rows} named={named} own={own !== undefined} />;
    return { kind: 'page', title: receiptWords(lang).whoKnew, here, body };
  };

  const show = async (visit: V): Promise<Answer> => {
    if (!visit.url.searchParams.has('asunto')) return list(visit);
    const found = find(visit);
    if (!found) return { kind: 'not-found', what: unknown };
    const { subject, named } = found;
    const own = scopeOf(visit);
    const informed = informedOf(visit.world.receipts, subject, own);
    const holders = own ? [] : visit.world.people.assignments.map((one) => one.person);
    const nameOf = await namesOf(visit, [...informed.map((one) => one.person), ...holders]);
    const body = <WhoKnewPage visit={visit} subject={subject} named={named} informed={informed} nameOf={nameOf} own={own !== undefined} />;
    return { kind: 'page', title: `${receiptWords(visit.lang).whoKnew}: ${named.label}`, here, body };
  };

  const table = async (visit: V): Promise<Table | Extract<Answer, { kind: 'not-found' }>> => {
    const found = find(visit);
    if (!found) return { kind: 'not-found', what: unknown };
    const { lang, world } = visit;
    const t = receiptWords(lang);
    const informed = informedOf(world.receipts, found.subject, scopeOf(visit));
    const nameOf = await namesOf(
      visit,
      informed.map((one) => one.person),
    );
    const titles = [t.subject, t.office, t.person, t.means, `${t.first} (UTC)`, t.first, t.entry];
    const rows = informed.flatMap((one) =>
      one.receipts.map(({ means, at, seq }) => [
        found.subject,
        pick(officeName(world.people, one.office), lang),
        nameOf(one.person),
        pick(meansWords[means], lang),
        at,
        localInstant(at, world.process.timeZone, lang),
        seq,
      ]),
    );
    return { kind: 'table', id: fileName(found.subject), caption: t.informed, columns: titles.map((title) => ({ title })), rows };
  };

  const pdf = async (visit: V): Promise<Answer> => {
    const found = find(visit);
    if (!found) return { kind: 'not-found', what: unknown };
    const { lang, day, reader } = visit;
    const { subject, named } = found;
    await tools.settle();
    const own = scopeOf(visit);
    let world = visit.world;
    let informed: readonly Informed[] = [];
    const seal = await tools.seal(async (size) => {
      // The receipts that this very checkpoint vouches for, unless the past was asked for as it was known then.
      world = visit.asOf?.known === undefined ? ((await visit.worldOn(day, size)) ?? visit.world) : visit.world;
      informed = informedOf(world.receipts, subject, own);
      return informed.flatMap((one) => one.receipts.map(({ seq }) => seq));
    });
    const nameOf = await namesOf(
      visit,
      informed.map((one) => one.person),
    );
    const document = receiptDocument({
      lang,
      process: world.process,
      people: world.people,
      subject,
      label: named.label,
      day,
      informed,
      nameOf,
      issuedTo: reader.kind === 'signed-in' ? pick(reader.officeName, lang) : '',
      own: own !== undefined,
      seal,
      entryAddress: tools.absolute(`/${world.process.id}/bitacora/${informed[0]?.receipts[0]?.seq ?? 1}?conocido=${seal.size}`),
    });
    return { kind: 'file', ...(await tools.file(document, 'pdf')), name: `${fileName(subject)}.pdf` };
  };

  return [
    { method: 'GET', path: '/:process/quien-supo', may: 'signed-in', answer: show },
    ...tableRoutes<W>('/:process/quien-supo', 'signed-in', table),
    { method: 'GET', path: '/:process/quien-supo.pdf', may: 'signed-in', answer: pdf },
  ];
}

/** `obligation:ieeh/E14` → `quien-supo-obligation-ieeh-E14`: safe in a header and in every file system. */
const fileName = (subject: Subject): string => `${here}-${subject.replace(/[^A-Za-z0-9-]+/g, '-')}`;
