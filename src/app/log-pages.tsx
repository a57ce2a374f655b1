import { mediumDate } from '../core/date-words.ts';
import { type Bilingual, pick } from '../core/words.ts';
import { officeName, type PeopleState } from '../domain/people/views.ts';
import type { Finding } from '../ledger/finding.ts';
import type { Entry } from '../ledger/ledger.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Breadcrumbs, Facts, Notice, PageHead, Panel } from '../ui/parts.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Visit } from '../web/visit.ts';
import type { LogVerification } from './log-check.ts';
import { mayReadEntry } from './log-readers.ts';
import { type EventType, eventWords, logWords } from './log-words.ts';

type LogVisit = Visit<{ readonly people: PeopleState }>;

/** What an event says happened, in words; its type for one that has none (the log of a later version). */
const nameOf = (entry: Entry): Bilingual =>
  Object.hasOwn(eventWords, entry.type) ? eventWords[entry.type as EventType] : { es: entry.type, en: entry.type }; // just found among them

const instant = (at: string): string => at.replace('T', ' ').replace('Z', '');

type ListProps = { readonly visit: LogVisit; readonly entries: readonly Entry[]; readonly page: number; readonly pages: number };

export function LogPage({ visit, entries, page, pages }: ListProps) {
  const { lang, world } = visit;
  const t = logWords(lang);
  const query = (n: number) => {
    const href = visit.href('/bitacora');
    return `${href}${href.includes('?') ? '&' : '?'}pagina=${n}`;
  };
  return (
    <>
      <PageHead
        title={t.log}
        meta={t.meta}
        actions={
          <>
            <LinkButton href={visit.href('/bitacora/testigos')}>{t.witnesses}</LinkButton>
            <LinkButton href={visit.href('/bitacora/punto-de-control')}>{t.checkpoint}</LinkButton>
            <LinkButton href={visit.href('/bitacora/verificar')} kind="primary">
              {t.verify}
            </LinkButton>
          </>
        }
      />
      <DataTable
        lang={lang}
        id="registros"
        caption={t.entries}
        columns={[
          { title: t.number, head: true, align: 'end', cell: (one: Entry) => one.seq },
          { title: t.on, cell: (one) => <time datetime={one.on}>{mediumDate(one.on, lang)}</time> },
          { title: t.what, cell: (one) => pick(nameOf(one), lang) },
          { title: t.who, cell: (one) => (mayReadEntry(visit, one) ? pick(officeName(world.people, one.by.office), lang) : t.withheld) },
          { title: t.where, cell: (one) => one.stream },
          { title: t.at, cell: (one) => <time datetime={one.at}>{instant(one.at)}</time> },
        ]}
        rows={entries}
        rowHref={(one) => visit.href(`/bitacora/${one.seq}`)}
        empty={t.none}
        downloads={(end) => visit.href(`/bitacora.${end}`)}
        foot={<Pagination lang={lang} page={page} pages={pages} href={query} />}
      />
    </>
  );
}

const trail = (visit: LogVisit, label: string) => (
  <Breadcrumbs lang={visit.lang} items={[{ label: logWords(visit.lang).log, href: visit.href('/bitacora') }, { label }]} />
);

type EntryProps = {
  readonly visit: LogVisit;
  readonly entry: Entry;
  readonly body: string;
  readonly leaf: string;
  readonly proof: readonly string[];
};

export function EntryPage({ visit, entry, body, leaf, proof }: EntryProps) {
  const { lang, world, position, root } = visit;
  const t = logWords(lang);
  const isOpen = mayReadEntry(visit, entry);
  return (
    <>
      <PageHead title={pick(nameOf(entry), lang)} meta={t.entry(entry.seq)} trail={trail(visit, t.entry(entry.seq))} />
      <Facts
        items={[
          { term: t.on, value: mediumDate(entry.on, lang) },
          { term: t.at, value: instant(entry.at) },
          { term: t.who, value: isOpen ? pick(officeName(world.people, entry.by.office), lang) : t.withheld },
          { term: t.where, value: entry.stream },
          { term: t.leaf, value: <code class="wrap">{leaf}</code> },
        ]}
      />
      <Panel id="bytes" title={t.bytes}>
        {isOpen ? <pre class="wrap">{body}</pre> : <p>{t.withheldText}</p>}
      </Panel>
      <Panel id="prueba" title={t.proof}>
        <p class="small">{t.proofText(position)}</p>
        <ol class="wrap">
          {proof.map((hash) => (
            <li>
              <code>{hash}</code>
            </li>
          ))}
        </ol>
        <p class="small">
          {t.root}: <code class="wrap">{root}</code>
        </p>
      </Panel>
    </>
  );
}

type VerificationProps = { readonly visit: LogVisit; readonly result: LogVerification; readonly publicKey: string };

export function VerificationPage({ visit, result, publicKey }: VerificationProps) {
  const { lang } = visit;
  const t = logWords(lang);
  const sound = result.faults.length === 0;
  return (
    <>
      <PageHead title={t.verification} meta={t.verifiedMeta(result.size)} trail={trail(visit, t.verification)} />
      <Notice kind={sound ? 'done' : 'refused'} title={sound ? t.sound : t.broken}>
        {sound && <p>{t.soundText}</p>}
      </Notice>
      {!sound && (
        <DataTable
          lang={lang}
          id="fallas"
          caption={t.broken}
          columns={[
            { title: t.place, head: true, cell: (one: Finding) => pick(one.where, lang) },
            { title: t.fault, cell: (one) => pick(one.what, lang) },
            { title: t.advice, cell: (one) => pick(one.advice, lang) },
          ]}
          rows={result.faults}
        />
      )}
      <Facts
        items={[
          { term: t.size, value: result.size },
          { term: t.root, value: <code class="wrap">{result.root}</code> },
          { term: t.key, value: <code class="wrap">{publicKey}</code> },
        ]}
      />
      <p class="small">{t.keyHint}</p>
    </>
  );
}
