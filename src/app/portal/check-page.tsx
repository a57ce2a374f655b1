import { Submit } from '../../ui/buttons.tsx';
import { Field, FieldGroup, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, Notice, PageHead, Panel, Split } from '../../ui/parts.tsx';
import type { Visit } from '../../web/visit.ts';
import { checkWords } from './check-words.ts';

type Props = { readonly visit: Visit<unknown>; readonly verifierKey: string; readonly script: string };

/** A file somebody has, checked where they are: `verify/page.ts` answers the form, which has no address to be sent to. */
export function CheckPage({ visit, verifierKey, script }: Props) {
  const { lang } = visit;
  const t = checkWords(lang);
  const verdicts = [
    { verdict: 0, kind: 'done', title: t.holds },
    { verdict: 1, kind: 'refused', title: t.fails },
    { verdict: 2, kind: 'note', title: t.unread },
  ] as const;
  return (
    <>
      <PageHead
        title={t.check}
        meta={t.meta}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.portal, href: visit.href('/publico') }, { label: t.check }]} />}
      />
      <Split aside={<Commands lang={lang} verifierKey={verifierKey} />}>
        <div class="stack">
          <noscript>
            <Notice kind="note">{t.noScript}</Notice>
          </noscript>
          <form id="comprobar" class="form" hidden>
            <p>{t.local}</p>
            <div class="field">
              <label for="archivo">{t.file}</label>
              <p class="hint" id="archivo-ayuda">
                {t.fileHint}
              </p>
              <input id="archivo" name="archivo" type="file" required aria-describedby="archivo-ayuda" />
            </div>
            <TextArea lang={lang} name="clave" label={t.key} hint={t.keyHint} value={verifierKey} rows={2} optional />
            <p class="hint">{t.footHint}</p>
            <FieldGroup title={t.foot}>
              <Field lang={lang} name="posicion" label={t.position} inputmode="numeric" short optional />
              <Field lang={lang} name="raiz" label={t.root} hint={t.rootHint} optional />
            </FieldGroup>
            <TextArea lang={lang} name="testigos" label={t.witnesses} hint={t.witnessesHint} rows={2} optional />
            <Submit kind="primary">{t.submit}</Submit>
          </form>
          <div data-told data-busy={t.busy} role="status" />
          {verdicts.map(({ verdict, kind, title }) => (
            <template data-verdict={String(verdict)}>
              <Notice kind={kind} title={title}>
                <ul class="wrap" data-lines />
              </Notice>
            </template>
          ))}
          <script type="module" src={script} />
        </div>
      </Split>
    </>
  );
}

function Commands({ lang, verifierKey }: { readonly lang: Visit<unknown>['lang']; readonly verifierKey: string }) {
  const t = checkWords(lang);
  const lines = [
    'npx atalaya-verify export bitacora.txt',
    'npx atalaya-verify proof prueba.json',
    'npx atalaya-verify checkpoint punto.txt',
    `npx atalaya-verify footer bitacora.txt ${t.position.toUpperCase()} ${t.root.toUpperCase()}`,
  ];
  return (
    <Panel id="ordenes" title={t.commands}>
      <p>{t.commandsText}</p>
      {lines.map((line) => (
        <pre class="wrap">
          {line} --key {t.keyWord}
        </pre>
      ))}
      <p class="small">
        {t.keyWord}: <code class="wrap">{verifierKey}</code>
      </p>
    </Panel>
  );
}
