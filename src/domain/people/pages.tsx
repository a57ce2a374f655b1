import { mediumDate } from '../../core/date-words.ts';
import { type Lang, pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, errorOf, Field, Form, type FormError, Radios, Select } from '../../ui/forms.tsx';
import { EmptyState, Notice, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import { capacities } from './events.ts';
import { peoplePageWords } from './page-words.ts';
import { grants, type Right } from './rights.ts';
import { type Assignment, holdersOf, type Office, officesOf, organisationOf, type PeopleState } from './views.ts';
import { capacityWords, rightWords, roleWords } from './words.ts';

export type Filled = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly form: ReadonlyMap<string, string>;
  readonly errors: readonly FormError[];
};

export const Email = ({ lang, form, errors }: Filled) => (
  <Field
    lang={lang}
    name="correo"
    type="email"
    autocomplete="username"
    label={peoplePageWords(lang).email}
    value={form.get('correo')}
    error={errorOf(errors, 'correo')}
  />
);

type HoldingProps = Filled & { readonly people: PeopleState; readonly today: string; readonly usual: Assignment['capacity'] };
/** Which office somebody is given, as what, and from when. */
export function HoldingFields({ lang, form, errors, people, today, usual }: HoldingProps) {
  const t = peoplePageWords(lang);
  return (
    <>
      <Select
        lang={lang}
        name="cargo"
        label={t.office}
        options={officesOf(people).map((one) => ({ value: one.id, label: pick(one.name, lang) }))}
        value={form.get('cargo')}
        error={errorOf(errors, 'cargo')}
      />
      <Select
        lang={lang}
        name="calidad"
        label={t.capacity}
        options={capacities.map((one) => ({ value: one, label: capacityWords(lang)[one] }))}
        value={form.get('calidad') ?? usual}
        error={errorOf(errors, 'calidad')}
      />
      <DateField lang={lang} name="desde" label={t.from} value={form.get('desde') ?? today} error={errorOf(errors, 'desde')} />
    </>
  );
}

export function mayText(office: Office, lang: Lang): string {
  // The keys of a grant are rights.
  const granted = Object.keys(grants[office.role]) as Right[];
  return granted.map((right) => rightWords(lang)[right]).join('; ');
}

export function SetupPage(props: Filled & { readonly token: string }) {
  const { lang, csrf, form, errors, token } = props;
  const t = peoplePageWords(lang);
  return (
    <>
      <PageHead title={t.setup} meta={t.setupText} />
      <ErrorSummary lang={lang} errors={errors} />
      <Form action="/puesta-en-marcha" csrf={csrf}>
        <input type="hidden" name="token" value={token} />
        <Field lang={lang} name="nombre" autocomplete="name" label={t.name} value={form.get('nombre')} error={errorOf(errors, 'nombre')} />
        <Email {...props} />
        <NewPassword {...props} />
        <Submit kind="primary">{t.setupButton}</Submit>
      </Form>
    </>
  );
}

const NewPassword = ({ lang, errors }: Filled) => (
  <Field
    lang={lang}
    name="clave"
    type="password"
    autocomplete="new-password"
    label={peoplePageWords(lang).newPassword}
    hint={peoplePageWords(lang).newPasswordHint}
    error={errorOf(errors, 'clave')}
  />
);

export function SetPasswordPage(props: Filled & { readonly token: string }) {
  const { lang, csrf, errors, token } = props;
  const t = peoplePageWords(lang);
  return (
    <>
      <PageHead title={t.setPassword} />
      <ErrorSummary lang={lang} errors={errors} />
      <Form action="/clave" csrf={csrf}>
        <input type="hidden" name="token" value={token} />
        <NewPassword {...props} />
        <Submit kind="primary">{t.setPasswordButton}</Submit>
      </Form>
    </>
  );
}

type OfficePageProps = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly held: readonly { readonly office: Office }[];
  readonly acting: string;
};

export function MyOfficePage({ lang, csrf, held, acting }: OfficePageProps) {
  const t = peoplePageWords(lang);
  return (
    <>
      <PageHead title={t.myOffice} meta={t.myOfficeText} />
      {held.length === 0 ? (
        <EmptyState>{t.noOffice}</EmptyState>
      ) : (
        <Form action="/cargo" csrf={csrf}>
          <Radios
            lang={lang}
            name="cargo"
            label={t.office}
            options={held.map(({ office }) => ({ value: office.id, label: pick(office.name, lang), hint: mayText(office, lang) }))}
            value={acting}
          />
          <Submit kind="primary">{t.chooseButton}</Submit>
        </Form>
      )}
    </>
  );
}

type AdminProps = Filled & {
  readonly people: PeopleState;
  readonly today: string;
  /** Names of those who hold an office; a person whose data were withdrawn has none. */
  readonly names: ReadonlyMap<string, string>;
  /** The one-time link of the account just made. */
  readonly link?: string;
};

export function AdminPage(props: AdminProps) {
  const { lang, csrf, form, errors, people, today, names, link } = props;
  const t = peoplePageWords(lang);
  const holder = (one: Assignment, i: number) => (
    <>
      {i > 0 && ', '}
      <a href={`/administracion/personas/${one.person}`}>{names.get(one.person) ?? t.erased}</a>
      {` (${capacityWords(lang)[one.capacity].toLowerCase()}, ${mediumDate(one.from, lang)})`}
    </>
  );
  const heldBy = (holders: readonly Assignment[]) => (holders.length === 0 ? t.vacant : holders.map(holder));
  return (
    <>
      <PageHead title={t.administration} />
      {link !== undefined && (
        <Notice kind="done" title={t.linkTitle}>
          <p>{t.linkText}</p>
          <p>
            <code class="wrap">{link}</code>
          </p>
        </Notice>
      )}
      <Split
        aside={
          <Panel id="cuenta" title={t.newAccount} weight="minor">
            <ErrorSummary lang={lang} errors={errors} />
            <Form action="/administracion/cuentas" csrf={csrf}>
              <Field
                lang={lang}
                name="nombre"
                autocomplete="off"
                label={t.name}
                value={form.get('nombre')}
                error={errorOf(errors, 'nombre')}
              />
              <Email {...props} />
              <HoldingFields {...props} usual="titular" />
              <Submit kind="primary">{t.newAccountButton}</Submit>
            </Form>
          </Panel>
        }
      >
        <DataTable
          lang={lang}
          id="cargos"
          caption={t.offices}
          columns={[
            { title: t.office, head: true, cell: (one: Office) => pick(one.name, lang) },
            { title: t.organisation, cell: (one) => organisationOf(people, one.organisation)?.acronym ?? one.organisation },
            { title: t.role, cell: (one) => roleWords(lang)[one.role] },
            { title: t.holders, cell: (one) => heldBy(holdersOf(people, one.id, today)) },
          ]}
          rows={officesOf(people)}
          empty={t.noOffices}
        />
      </Split>
    </>
  );
}
