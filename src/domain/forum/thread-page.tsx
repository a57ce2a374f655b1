import { longDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, errorOf, FileField, Form, type FormError, Select, TextArea } from '../../ui/forms.tsx';
import { Pagination, pageOf } from '../../ui/pagination.tsx';
import { Breadcrumbs, Facts, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { officeName } from '../people/views.ts';
import { forumWords } from './page-words.ts';
import { type NameOf, PostArticle, type V } from './post-part-page.tsx';
import { acceptedOf, answerByOf, isOpenQuestion, type Post, standingOf, type Thread, withdrawalOf } from './views.ts';
import { audienceWords, standingMark } from './words.ts';

const pageSize = 25;
export const mostFiles = 5;
export const mostBytes = 20 * 1024 * 1024;

type Props = { readonly visit: V; readonly nameOf: NameOf; readonly thread: Thread; readonly errors?: readonly FormError[] };

export const csrfOf = ({ reader }: Pick<V, 'reader'>): string => (reader.kind === 'signed-in' ? reader.csrf : '');
const isOpener = ({ reader }: V, thread: Thread): boolean => reader.kind === 'signed-in' && reader.by.office === thread.by.office;

/** Where a post is read in its thread; one that is not on the last page, on a page of its own. */
export const placeOfPost = ({ id, posts }: Thread, post: number): string =>
  Math.ceil(post / pageSize) === Math.ceil(posts.length / pageSize) ? `/foro/${id}#m${post}` : `/foro/${id}/${post}`;

/** A thread: its posts, the last page of them first, and what may be done. */
export function ThreadPage({ visit, nameOf, thread, errors = [] }: Props) {
  const { lang, url } = visit;
  const t = forumWords(lang);
  const { page, pages, rows } = pageOf(thread.posts, url.searchParams.get('pagina') ?? String(thread.posts.length), pageSize);
  const href = (n: number) => {
    const here = visit.href(`/foro/${thread.id}`);
    return `${here}${here.includes('?') ? '&' : '?'}pagina=${n}`;
  };
  const acts = visit.may('take-part') && !visit.asOf;
  return (
    <>
      <PageHead
        title={thread.title}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.forum, href: visit.href('/foro') }, { label: thread.id }]} />}
      />
      <ErrorSummary lang={lang} errors={errors} />
      <Split aside={<Aside visit={visit} nameOf={nameOf} thread={thread} errors={errors} />}>
        <div>
          {rows.map((post) => (
            <PostArticle visit={visit} thread={thread} post={post}>
              {acts && <PostActs visit={visit} thread={thread} post={post} />}
            </PostArticle>
          ))}
        </div>
        <Pagination lang={lang} page={page} pages={pages} href={href} />
        {acts && <WriteForm visit={visit} thread={thread} errors={errors} />}
      </Split>
    </>
  );
}

function PostActs({ visit, thread, post }: { readonly visit: V; readonly thread: Thread; readonly post: Post }) {
  const { lang, reader } = visit;
  const t = forumWords(lang);
  if (withdrawalOf(post) || reader.kind !== 'signed-in') return null;
  const isAnswer = isOpenQuestion(thread) && isOpener(visit, thread) && post.by.office !== reader.by.office;
  return (
    <div class="actions">
      {isAnswer && (
        <Form action={visit.href(`/foro/${thread.id}/aceptar`)} csrf={csrfOf(visit)} label={`${t.accept}: ${t.permalink(post.post)}`}>
          <input type="hidden" name="mensaje" value={String(post.post)} />
          <Submit>{t.accept}</Submit>
        </Form>
      )}
      <a href={`?cita=${post.post}#texto`} data-turbo="false" aria-label={`${t.quoteThis}: ${t.permalink(post.post)}`}>
        {t.quoteThis}
      </a>
    </div>
  );
}

function WriteForm({ visit, thread, errors }: { readonly visit: V; readonly thread: Thread; readonly errors: readonly FormError[] }) {
  const { lang, form, uploads, url, world } = visit;
  const t = forumWords(lang);
  const quotable = thread.posts.filter((one) => !withdrawalOf(one)).slice(-200);
  return (
    <Panel id="escribir" title={t.write}>
      <Form action={visit.href(`/foro/${thread.id}/escribir`)} csrf={csrfOf(visit)} enctype="multipart/form-data">
        <TextArea
          lang={lang}
          name="texto"
          label={t.text}
          hint={t.textHint}
          rows={6}
          value={form.get('texto')}
          error={errorOf(errors, 'texto')}
        />
        <Select
          lang={lang}
          name="cita"
          label={t.quotes}
          optional
          options={quotable.map((one) => ({
            value: String(one.post),
            label: t.of(one.post, pick(officeName(world.people, one.by.office), lang)),
          }))}
          value={form.get('cita') ?? url.searchParams.get('cita') ?? ''}
          error={errorOf(errors, 'cita')}
        />
        <FileField
          lang={lang}
          name="archivo"
          label={t.files}
          optional
          multiple
          maxBytes={mostBytes}
          kept={uploads.of('archivo')}
          error={errorOf(errors, 'archivo')}
        />
        <Submit kind="primary">{t.write}</Submit>
      </Form>
    </Panel>
  );
}

function Aside({ visit, nameOf, thread, errors = [] }: Props) {
  const { lang, world, day, form } = visit;
  const t = forumWords(lang);
  const named = nameOf(thread.subject);
  const answerBy = answerByOf(thread);
  const facts = [
    { term: t.about, value: named ? <a href={visit.href(named.path)}>{named.label}</a> : thread.subject },
    { term: t.state, value: <Status {...standingMark(standingOf(thread, day), lang)} /> },
    ...(answerBy === undefined ? [] : [{ term: t.answerBy, value: <time datetime={answerBy}>{longDate(answerBy, lang)}</time> }]),
    { term: t.opened, value: `${pick(officeName(world.people, thread.by.office), lang)}, ${longDate(thread.on, lang)}` },
    { term: t.audience, value: pick(audienceWords[thread.audience], lang) },
  ];
  const acts = visit.may('take-part') && !visit.asOf;
  const opens = acts && isOpener(visit, thread);
  const isAnswered = acceptedOf(thread) !== undefined;
  return (
    <>
      <Facts items={facts} />
      {opens && !isAnswered && (
        <Panel id="pregunta" title={t.question} weight="minor">
          <Form action={visit.href(`/foro/${thread.id}/marcar`)} csrf={csrfOf(visit)}>
            <DateField
              lang={lang}
              name="plazo"
              label={t.answerBy}
              optional
              min={visit.today}
              value={form.get('plazo') ?? answerBy}
              error={errorOf(errors, 'plazo')}
            />
            <Submit>{isOpenQuestion(thread) ? t.changeDay : t.mark}</Submit>
          </Form>
        </Panel>
      )}
      {opens && isAnswered && (
        <Panel id="reabrir" title={t.reopen} weight="minor">
          <ReasonForm visit={visit} action={`/foro/${thread.id}/reabrir`} field="motivo-reabrir" verb={t.reopen} errors={errors} />
        </Panel>
      )}
      {thread.audience === 'internal' && !visit.asOf && visit.may('moderate') && (
        <Panel id="circular" title={t.circulate} weight="minor">
          <p class="small">{t.circulateHint}</p>
          <ReasonForm visit={visit} action={`/foro/${thread.id}/circular`} field="motivo-circular" verb={t.circulate} errors={errors} />
        </Panel>
      )}
    </>
  );
}

type ReasonProps = {
  readonly visit: V;
  readonly action: string;
  readonly field: string;
  readonly verb: string;
  readonly errors: readonly FormError[];
  readonly kind?: 'danger';
};
export const ReasonForm = ({ visit, action, field, verb, errors, kind }: ReasonProps) => (
  <Form action={visit.href(action)} csrf={csrfOf(visit)}>
    <TextArea
      lang={visit.lang}
      name={field}
      label={forumWords(visit.lang).reason}
      rows={3}
      value={visit.form.get(field)}
      error={errorOf(errors, field)}
    />
    <Submit kind={kind ?? 'quiet'}>{verb}</Submit>
  </Form>
);
