import { mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { ErrorSummary, errorOf, Form, type FormError, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, Fold, PageHead, Panel, Rows, Split } from '../../ui/parts.tsx';
import { officeName } from '../people/views.ts';
import { forumWords } from './page-words.ts';
import { mayReadWithdrawn, PostArticle, Prose, type V } from './post-part-page.tsx';
import { csrfOf, ReasonForm } from './thread-page.tsx';
import { type Post, type Thread, withdrawalOf, wordingOf } from './views.ts';

type Props = { readonly visit: V; readonly thread: Thread; readonly post: Post; readonly errors?: readonly FormError[] };

/** One post: the text that stands, the former ones, what moderation said of it, and what its author or whoever moderates may do. */
export function PostPage({ visit, thread, post, errors = [] }: Props) {
  const { lang, world, reader } = visit;
  const t = forumWords(lang);
  const withdrawal = withdrawalOf(post);
  const who = (office: string) => pick(officeName(world.people, office), lang);
  const former = withdrawal ? post.wordings : post.wordings.slice(0, -1);
  const isOpen = !withdrawal || mayReadWithdrawn(visit, post);
  const trail = [
    { label: t.forum, href: visit.href('/foro') },
    { label: thread.title, href: visit.href(`/foro/${thread.id}`) },
    { label: t.permalink(post.post) },
  ];
  const edits = reader.kind === 'signed-in' && reader.by.office === post.by.office && !withdrawal && !visit.asOf && visit.may('take-part');
  return (
    <>
      <PageHead title={t.of(post.post, who(post.by.office))} trail={<Breadcrumbs lang={lang} items={trail} />} />
      <ErrorSummary lang={lang} errors={errors} />
      <Split aside={visit.may('moderate') && !visit.asOf ? <Moderate visit={visit} thread={thread} post={post} errors={errors} /> : null}>
        <PostArticle visit={visit} thread={thread} post={post} />
        {former.length > 0 && isOpen && (
          <Panel id="anteriores" title={withdrawal ? t.withdrawnText : t.formerTexts}>
            {former.toReversed().map((one, i) => (
              <Fold id={`texto-${one.seq}`} title={t.formerFrom(mediumDate(one.on, lang))} open={i === 0}>
                <Prose visit={visit} id={`anterior-${one.seq}`} text={one.text} />
              </Fold>
            ))}
          </Panel>
        )}
        {post.moderation.length > 0 && (
          <Panel id="moderacion" title={t.moderation}>
            <Rows
              items={post.moderation.map((one) => ({
                text: (one.kind === 'withdrawn' ? t.withdrawn : t.restored)(who(one.by.office), mediumDate(one.on, lang)),
                detail: one.reason,
              }))}
              empty=""
            />
          </Panel>
        )}
        {edits && (
          <Panel id="editar" title={t.edit}>
            <Form action={visit.href(`/foro/${thread.id}/${post.post}/editar`)} csrf={csrfOf(visit)}>
              <TextArea
                lang={lang}
                name="texto"
                label={t.text}
                hint={t.textHint}
                rows={8}
                value={visit.form.get('texto') ?? wordingOf(post)?.text}
                error={errorOf(errors, 'texto')}
              />
              <Submit kind="primary">{t.edit}</Submit>
            </Form>
          </Panel>
        )}
      </Split>
    </>
  );
}

function Moderate({ visit, thread, post, errors = [] }: Props) {
  const t = forumWords(visit.lang);
  const at = `/foro/${thread.id}/${post.post}`;
  return withdrawalOf(post) ? (
    <Panel id="restituir" title={t.restore} weight="minor">
      <ReasonForm visit={visit} action={`${at}/restituir`} field="motivo-restituir" verb={t.restore} errors={errors} />
    </Panel>
  ) : (
    <Panel id="retirar" title={t.withdraw} weight="minor">
      <p class="small">{t.withdrawHint}</p>
      <ReasonForm visit={visit} action={`${at}/retirar`} field="motivo-retirar" verb={t.withdraw} errors={errors} kind="danger" />
    </Panel>
  );
}
