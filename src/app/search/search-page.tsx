import { mediumDate } from '../../core/date-words.ts';
import type { Subject } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { officeName, organisationsOf } from '../../domain/people/views.ts';
import type { Piece } from '../../search/excerpt.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, errorOf, Field, FieldGroup, Form, type FormError, Select } from '../../ui/forms.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, PageHead, Panel } from '../../ui/parts.tsx';
import type { Visit } from '../../web/visit.ts';
import type { OpenWorld } from '../site.tsx';
import { sayingKinds } from './sayings.ts';
import type { Kept } from './search.ts';
import { kindNames, searchWords } from './search-words.ts';

type V = Visit<OpenWorld>;
export type Shown = { readonly saying: Kept; readonly title: string; readonly href: string; readonly excerpt: readonly Piece[] };
type Props = {
  readonly visit: V;
  readonly asked: string;
  readonly count: number;
  readonly isAll: boolean;
  readonly shown: readonly Shown[];
  readonly page: number;
  readonly pages: number;
  readonly errors: readonly FormError[];
};

const filters = ['q', 'tipo', 'opl', 'organizacion', 'desde', 'hasta'] as const;

export function SearchPage(props: Props) {
  const { visit, asked, count, isAll, shown, page, pages, errors } = props;
  const { lang, url } = visit;
  const t = searchWords(lang);
  const href = (n: number) => {
    const kept = new URLSearchParams(visit.href('/buscar').split('?')[1]);
    for (const name of filters) if (url.searchParams.get(name)) kept.set(name, url.searchParams.get(name) ?? '');
    kept.set('pagina', String(n));
    return `${url.pathname}?${kept}`;
  };
  return (
    <>
      <PageHead title={t.search} meta={t.meta} />
      <ErrorSummary lang={lang} errors={errors} />
      <Asking visit={visit} errors={errors} />
      {asked !== '' && (
        <Panel id="resultados" title={t.results} note={isAll ? t.count(count) : t.more(count)}>
          {shown.length === 0 ? (
            <EmptyState>{t.nothing}</EmptyState>
          ) : (
            <ol class="found">
              {shown.map((one) => (
                <Result visit={visit} one={one} />
              ))}
            </ol>
          )}
          <Pagination lang={lang} page={page} pages={pages} href={href} />
        </Panel>
      )}
    </>
  );
}

function Result({ visit, one }: { readonly visit: V; readonly one: Shown }) {
  const { lang, world } = visit;
  const { saying, title, href, excerpt } = one;
  return (
    <li>
      <p>
        <a href={href} data-turbo={saying.kind === 'file' ? 'false' : undefined}>
          {title}
        </a>
      </p>
      {excerpt.length > 0 && <p>{excerpt.map((piece) => (piece.found ? <mark>{piece.text}</mark> : piece.text))}</p>}
      <p class="small">
        {pick(kindNames[saying.kind], lang)} · <time datetime={saying.on}>{mediumDate(saying.on, lang)}</time> ·{' '}
        {pick(officeName(world.people, saying.office), lang)}
      </p>
    </li>
  );
}

function Asking({ visit, errors }: { readonly visit: V; readonly errors: readonly FormError[] }) {
  const { lang, url, world, asOf } = visit;
  const t = searchWords(lang);
  const value = (name: (typeof filters)[number]) => url.searchParams.get(name) ?? '';
  return (
    <Form action={url.pathname} method="get" label={t.search}>
      <Field
        lang={lang}
        name="q"
        type="search"
        label={t.words}
        hint={t.wordsHint}
        maxlength={200}
        value={value('q')}
        error={errorOf(errors, 'q')}
      />
      <FieldGroup title={t.narrow}>
        <Select
          lang={lang}
          name="tipo"
          label={t.kind}
          optional
          short
          options={sayingKinds.map((kind) => ({ value: kind, label: pick(kindNames[kind], lang) }))}
          value={value('tipo')}
        />
        <Select
          lang={lang}
          name="opl"
          label={t.opl}
          optional
          short
          options={world.process.opls.map((one) => ({ value: one.id, label: pick(one.name, lang) }))}
          value={value('opl')}
        />
        <Select
          lang={lang}
          name="organizacion"
          label={t.organisation}
          optional
          short
          options={organisationsOf(world.people).map((one) => ({ value: one.id, label: one.acronym }))}
          value={value('organizacion')}
        />
        <DateField lang={lang} name="desde" label={t.from} optional value={value('desde')} error={errorOf(errors, 'desde')} />
        <DateField lang={lang} name="hasta" label={t.to} optional value={value('hasta')} error={errorOf(errors, 'hasta')} />
      </FieldGroup>
      {asOf?.day !== undefined && <input type="hidden" name="al" value={asOf.day} />}
      {asOf?.known !== undefined && <input type="hidden" name="conocido" value={String(asOf.known)} />}
      <Submit kind="primary">{t.search}</Submit>
    </Form>
  );
}

export type NameOf = (subject: Subject) => { readonly label: string; readonly path: string } | undefined;
