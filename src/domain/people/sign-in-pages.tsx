import { type Lang, pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { ErrorSummary, errorOf, Field, Form, Radios } from '../../ui/forms.tsx';
import { Notice, PageHead, Panel } from '../../ui/parts.tsx';
import { PasskeyForm } from '../../ui/passkey-form.tsx';
import { peoplePageWords } from './page-words.ts';
import { Email, type Filled, mayText } from './pages.tsx';
import { type Office, organisationOf, type PeopleState } from './views.ts';

type SignInProps = Filled & {
  /** The offices anybody may enter as; absent on real data. */
  readonly chairs?: readonly Office[];
  readonly people: PeopleState;
  readonly done?: boolean;
  readonly provider: string | undefined;
  readonly challenge: { readonly ticket: string; readonly options: string };
};
/** What resists deceit first, the password last. */
export function SignInPage({ chairs, people, done, provider, challenge, ...props }: SignInProps) {
  const { lang, csrf, errors } = props;
  const t = peoplePageWords(lang);
  const chair = chairs && <Chairs lang={lang} csrf={csrf} chairs={chairs} people={people} />;
  return (
    <>
      <PageHead title={t.signIn} />
      {done && <Notice kind="done">{t.passwordSet}</Notice>}
      {chair}
      <ErrorSummary lang={lang} errors={errors} />
      <Panel id="llave" title={t.withKey}>
        <p>{t.withKeyText}</p>
        <PasskeyForm lang={lang} action="/entrar/llave" csrf={csrf} use="get" {...challenge} button={t.withKeyButton} />
      </Panel>
      {provider !== undefined && (
        <Panel id="proveedor" title={t.withProvider(provider)}>
          <p>{t.withProviderText(provider)}</p>
          <p>
            <a class="btn quiet" href="/entrar/proveedor" data-turbo="false">
              {t.withProviderButton(provider)}
            </a>
          </p>
        </Panel>
      )}
      <Panel id="cuenta" title={t.withPassword}>
        <Form action="/entrar" csrf={csrf}>
          <Email {...props} />
          <Field lang={lang} name="clave" type="password" autocomplete="current-password" label={t.password} />
          <Submit kind={chairs ? 'quiet' : 'primary'}>{t.signInButton}</Submit>
        </Form>
        <p class="small">{t.lost}</p>
      </Panel>
    </>
  );
}

function Chairs({
  lang,
  csrf,
  chairs,
  people,
}: {
  readonly lang: Lang;
  readonly csrf: string;
  readonly chairs: readonly Office[];
  readonly people: PeopleState;
}) {
  const t = peoplePageWords(lang);
  const options = chairs.map((office) => ({
    value: office.id,
    label: pick(office.name, lang),
    hint: [organisationOf(people, office.organisation)?.acronym, mayText(office, lang)].filter(Boolean).join(' · '),
  }));
  return (
    <Panel id="cargos" title={t.chairs}>
      <p>{t.chairsText}</p>
      <Form action="/entrar-como" csrf={csrf}>
        <Radios lang={lang} name="cargo" label={t.office} options={options} value={options[0]?.value} />
        <Submit kind="primary">{t.enterAs}</Submit>
      </Form>
    </Panel>
  );
}

/** After a right password, for whoever asked to be asked. */
export function CodePage({ lang, csrf, errors }: Filled) {
  const t = peoplePageWords(lang);
  return (
    <>
      <PageHead title={t.code} meta={t.codeText} />
      <ErrorSummary lang={lang} errors={errors} />
      <Form action="/entrar/codigo" csrf={csrf}>
        <Field
          lang={lang}
          name="codigo"
          autocomplete="one-time-code"
          short
          maxlength={40}
          label={t.codeField}
          hint={t.codeHint}
          error={errorOf(errors, 'codigo')}
        />
        <Submit kind="primary">{t.codeButton}</Submit>
      </Form>
      <p class="small">
        <a href="/entrar">{t.anotherWay}</a>
      </p>
    </>
  );
}
