import { encode } from 'uqr';
import { localMinute } from '../../core/date-words.ts';
import type { Lang } from '../../core/words.ts';
import type { Challenge, KnownPasskey, NewCode, OwnAccount } from '../../identity/access.ts';
import type { AccessEvent } from '../../identity/access-events.ts';
import { LinkButton, Submit } from '../../ui/buttons.tsx';
import { Csrf, ErrorSummary, errorOf, Field, Form, type FormError } from '../../ui/forms.tsx';
import { Notice, PageHead, Panel, Stack } from '../../ui/parts.tsx';
import { PasskeyForm } from '../../ui/passkey-form.tsx';
import { DataTable } from '../../ui/table.tsx';
import { AccessRecord, Sessions } from './access-table.tsx';
import { accountWords } from './account-words.ts';

type Filled = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly form: ReadonlyMap<string, string>;
  readonly errors: readonly FormError[];
};
type AccountProps = Filled & {
  readonly account: OwnAccount;
  readonly challenge: Challenge;
  readonly provider: string | undefined;
  readonly events: readonly AccessEvent[];
  readonly days: number;
  readonly zone: string;
  readonly done: boolean;
  readonly nameOf: (person: string) => string;
};

export const VisitingPage = ({ lang }: { readonly lang: Lang }) => {
  const t = accountWords(lang);
  return (
    <>
      <PageHead title={t.title} actions={<LinkButton href="/cargo">{t.changeOffice}</LinkButton>} />
      <p>{t.visiting}</p>
    </>
  );
};

/** One's own account: how one enters, where one is in, what happened. */
export function AccountPage(props: AccountProps) {
  const { lang, csrf, errors, account, done, provider, zone, events, days, nameOf } = props;
  const t = accountWords(lang);
  return (
    <>
      <PageHead
        title={t.title}
        meta={`${account.name} · ${account.email}`}
        actions={<LinkButton href="/cargo">{t.changeOffice}</LinkButton>}
      />
      <ErrorSummary lang={lang} errors={errors} />
      {done && <Notice kind="done">{t.done}</Notice>}
      {!account.isFresh && <Notice kind="note">{t.notFresh}</Notice>}
      <Stack>
        <Keys {...props} />
        <Codes {...props} />
        {provider !== undefined && (
          <Panel id="proveedor" title={t.provider}>
            <p>{account.isLinked ? t.linked(provider) : t.notLinked(provider)}</p>
          </Panel>
        )}
        <Password {...props} />
        <section>
          <Sessions lang={lang} zone={zone} csrf={csrf} action="/cuenta/sesiones/terminar" sessions={account.sessions} />
          {account.sessions.length > 1 && (
            <Form action="/cuenta/sesiones/terminar" csrf={csrf} label={t.endOthers}>
              <Submit name="sesion" value="others">
                {t.endOthers}
              </Submit>
            </Form>
          )}
        </section>
        <AccessRecord lang={lang} zone={zone} events={events} days={days} nameOf={nameOf} />
      </Stack>
    </>
  );
}

function Keys({ lang, csrf, account, challenge, zone, form }: AccountProps) {
  const t = accountWords(lang);
  const remove = (key: KnownPasskey) => (
    <form action={`/cuenta/llaves/${key.id}/retirar`} method="post">
      <Csrf token={csrf} />
      <Submit>
        {t.remove}
        <span class="vh"> «{key.name}»</span>
      </Submit>
    </form>
  );
  return (
    <section>
      <DataTable
        lang={lang}
        id="llaves"
        caption={t.keys}
        note={t.keysText}
        columns={[
          { title: t.keyName, head: true, cell: (key: KnownPasskey) => key.name },
          { title: t.added, keep: true, cell: (key) => localMinute(key.addedAt, zone, lang) },
          { title: t.used, keep: true, cell: (key) => (key.usedAt === undefined ? t.never : localMinute(key.usedAt, zone, lang)) },
          { title: t.remove, cell: remove },
        ]}
        rows={account.passkeys}
        empty={t.noKeys}
      />
      {account.isFresh && (
        <PasskeyForm lang={lang} action="/cuenta/llaves/agregar" csrf={csrf} use="create" {...challenge} button={t.addKey}>
          <Field
            lang={lang}
            name="nombre"
            autocomplete="off"
            label={t.keyName}
            hint={t.keyNameHint}
            value={form.get('nombre')}
            maxlength={80}
          />
        </PasskeyForm>
      )}
    </section>
  );
}

/** The current password, for an account that has one; for each form under a name of its own. */
const Current = ({ lang, account, name, errors }: Pick<AccountProps, 'lang' | 'account' | 'errors'> & { readonly name: string }) =>
  account.hasPassword ? (
    <Field
      lang={lang}
      name={name}
      type="password"
      autocomplete="current-password"
      label={accountWords(lang).currentPassword}
      error={errorOf(errors, name)}
    />
  ) : null;

function Codes(props: AccountProps) {
  const { lang, csrf, account } = props;
  const t = accountWords(lang);
  return (
    <Panel id="codigos" title={t.codes}>
      <p>{account.hasCode ? t.codesOn(account.backupCodesLeft) : t.codesOff}</p>
      {account.isFresh && !account.hasCode && (
        <Form action="/cuenta/codigo/pedir" csrf={csrf} label={t.askCodes}>
          <Current {...props} name="actual-pedir" />
          <Submit plain>{t.askCodes}</Submit>
        </Form>
      )}
      {account.isFresh && account.hasCode && (
        <>
          <Form action="/cuenta/codigo/respaldo" csrf={csrf} label={t.renewCodes}>
            <Current {...props} name="actual-respaldo" />
            <Submit plain>{t.renewCodes}</Submit>
          </Form>
          <Form action="/cuenta/codigo/quitar" csrf={csrf} label={t.removeCodes}>
            <Current {...props} name="actual-quitar" />
            <Submit kind="danger">{t.removeCodes}</Submit>
          </Form>
        </>
      )}
    </Panel>
  );
}

function Password(props: AccountProps) {
  const { lang, csrf, account, errors } = props;
  const t = accountWords(lang);
  return (
    <Panel id="contrasena" title={t.password}>
      {account.hasPassword ? (
        <Form action="/cuenta/clave" csrf={csrf} label={t.changePassword}>
          <Current {...props} name="actual" />
          <Field
            lang={lang}
            name="clave"
            type="password"
            autocomplete="new-password"
            label={t.newPassword}
            hint={t.newPasswordHint}
            error={errorOf(errors, 'clave')}
          />
          <Submit>{t.changePassword}</Submit>
        </Form>
      ) : (
        <p>{t.noPassword}</p>
      )}
    </Panel>
  );
}

/** A QR code as squares: its module size is one, with the quiet margin that readers need. */
function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} width="232" height="232" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={squares} fill="#000" />
    </svg>
  );
}

const BackupCodes = ({ lang, codes }: { readonly lang: Lang; readonly codes: readonly string[] }) => {
  const t = accountWords(lang);
  return (
    <Panel id="respaldo" title={t.backup}>
      <p>{t.backupText}</p>
      <ul>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

type ConfirmProps = Filled & { readonly made?: NewCode };
/** The secret of the application and the backup codes, shown once; and the form that confirms. */
export function ConfirmCodePage({ lang, csrf, errors, made }: ConfirmProps) {
  const t = accountWords(lang);
  return (
    <>
      <PageHead title={t.askCodes} />
      <ErrorSummary lang={lang} errors={errors} />
      <Stack>
        {made && (
          <Panel id="clave-codigos" title={t.scan}>
            <p>{t.scanText}</p>
            <Qr text={made.uri} label={t.qr} />
            <p>
              {t.secret}: <code class="wrap">{made.secret.match(/.{1,4}/g)?.join(' ')}</code>
            </p>
          </Panel>
        )}
        {made && <BackupCodes lang={lang} codes={made.backupCodes} />}
        <Panel id="confirmar" title={t.confirm}>
          <p>{t.confirmText}</p>
          <Form action="/cuenta/codigo/confirmar" csrf={csrf}>
            <Field
              lang={lang}
              name="codigo"
              autocomplete="one-time-code"
              inputmode="numeric"
              short
              maxlength={10}
              label={t.code}
              error={errorOf(errors, 'codigo')}
            />
            <Submit kind="primary">{t.confirm}</Submit>
          </Form>
        </Panel>
      </Stack>
    </>
  );
}

export const BackupCodesPage = ({ lang, codes }: { readonly lang: Lang; readonly codes: readonly string[] }) => {
  const t = accountWords(lang);
  return (
    <>
      <PageHead title={t.renewCodes} actions={<LinkButton href="/cuenta">{t.title}</LinkButton>} />
      <BackupCodes lang={lang} codes={codes} />
    </>
  );
};
