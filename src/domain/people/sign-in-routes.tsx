import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import type { Accounts, Refused } from './accounts.ts';
import { peoplePageWords } from './page-words.ts';
import { CodePage, SignInPage } from './sign-in-pages.tsx';
import { officeOf, officesOf, type PeopleState } from './views.ts';

export type PeopleWorld = { readonly people: PeopleState };
/** What only entering and leaving need to know of a request. */
export type SeenOf = { readonly cookie: string; readonly address: string; readonly agent: string };
export type Seen = (visit: object) => SeenOf;
type V = Visit<PeopleWorld> & SeenOf;

/** Entering, by a passkey, vouched for by a provider, or by a password with a code; and leaving. */
export function signInRoutes(accounts: Accounts, seen: Seen): readonly Route<PeopleWorld>[] {
  const handle = (answer: (visit: V) => Answer | Promise<Answer>) => (visit: Visit<PeopleWorld>) => answer({ ...visit, ...seen(visit) });
  const unavailable = { es: peoplePageWords('es').unavailable, en: peoplePageWords('en').unavailable };
  const tokenOf = (visit: V) =>
    visit.reader.kind === 'signed-in' ? { token: visit.reader.csrf, setCookie: [] } : accounts.formToken(visit.cookie);
  const errorsOf = ({ lang }: V, refused: Refused): readonly FormError[] => [
    { text: pick(refused.text, lang), ...(refused.field === undefined ? {} : { field: refused.field }) },
  ];
  type Told = {
    readonly errors?: readonly FormError[];
    readonly status?: Refused['status'] | 200;
    readonly waitSeconds?: number | undefined;
  };

  const signInPage = async (visit: V, { errors = [], status = 200, waitSeconds }: Told = {}): Promise<Answer> => {
    const { lang, form, world, url } = visit;
    const { token, setCookie } = tokenOf(visit);
    const chairs = (await accounts.isExampleOnly()) ? { chairs: officesOf(world.people) } : {};
    const done = url.searchParams.has('lista') ? { done: true } : {};
    const given = {
      lang,
      csrf: token,
      form,
      errors,
      people: world.people,
      provider: accounts.provider,
      challenge: accounts.keyChallenge(),
    };
    const body = <SignInPage {...given} {...chairs} {...done} />;
    const wait = waitSeconds === undefined ? {} : { retryAfterSeconds: waitSeconds };
    return { kind: 'page', title: peoplePageWords(lang).signIn, here: 'personas', body, status, setCookie, ...wait };
  };
  const refusedHere = (visit: V, refused: Refused) =>
    signInPage(visit, { errors: errorsOf(visit, refused), status: refused.status, waitSeconds: refused.waitSeconds });
  const codePage = (visit: V, errors: readonly FormError[] = [], status: Refused['status'] | 200 = 200): Answer => {
    const { lang, form } = visit;
    const { token, setCookie } = tokenOf(visit);
    const body = <CodePage lang={lang} csrf={token} form={form} errors={errors} />;
    return { kind: 'page', title: peoplePageWords(lang).code, here: 'personas', body, status, setCookie };
  };

  return [
    { method: 'GET', path: '/entrar', may: 'anyone', fresh: true, answer: handle((visit) => signInPage(visit)) },
    {
      method: 'POST',
      path: '/entrar',
      may: 'anyone',
      answer: handle(async (visit) => {
        const { form, address, agent } = visit;
        const entered = await accounts.signIn({ email: form.get('correo') ?? '', password: form.get('clave') ?? '', address, agent });
        if (!entered.ok) return refusedHere(visit, entered.error);
        const { setCookie, needsCode } = entered.value;
        return { kind: 'redirect', to: needsCode ? '/entrar/codigo' : '/', setCookie, forgets: true };
      }),
    },
    { method: 'GET', path: '/entrar/codigo', may: 'anyone', fresh: true, answer: handle((visit) => codePage(visit)) },
    {
      method: 'POST',
      path: '/entrar/codigo',
      may: 'anyone',
      answer: handle(async (visit) => {
        const entered = await accounts.enterWithCode(visit.cookie, visit.form.get('codigo') ?? '', visit);
        if (!entered.ok) return codePage(visit, errorsOf(visit, entered.error), entered.error.status);
        return { kind: 'redirect', to: '/', setCookie: entered.value.setCookie, forgets: true };
      }),
    },
    {
      method: 'POST',
      path: '/entrar/llave',
      may: 'anyone',
      answer: handle(async (visit) => {
        const { form } = visit;
        const entered = await accounts.enterWithKey({ ticket: form.get('boleto') ?? '', answer: form.get('respuesta') ?? '', from: visit });
        if (!entered.ok) return refusedHere(visit, entered.error);
        return { kind: 'redirect', to: '/', setCookie: entered.value.setCookie, forgets: true };
      }),
    },
    {
      method: 'GET',
      path: '/entrar/proveedor',
      may: 'anyone',
      fresh: true,
      answer: handle(async (visit) => {
        if (accounts.provider === undefined) return { kind: 'not-found', what: unavailable };
        const asked = await accounts.askProvider();
        return asked.ok ? { kind: 'redirect', ...asked.value } : refusedHere(visit, asked.error);
      }),
    },
    {
      method: 'GET',
      path: '/entrar/proveedor/regreso',
      may: 'anyone',
      fresh: true,
      answer: handle(async (visit) => {
        if (accounts.provider === undefined) return { kind: 'not-found', what: unavailable };
        const entered = await accounts.enterFromProvider(visit.cookie, visit.url.search, visit);
        return entered.ok
          ? { kind: 'redirect', to: '/', setCookie: entered.value.setCookie, forgets: true }
          : refusedHere(visit, entered.error);
      }),
    },
    {
      method: 'POST',
      path: '/entrar-como',
      may: 'anyone',
      answer: handle(async (visit) => {
        if (!(await accounts.isExampleOnly())) return { kind: 'not-found', what: unavailable };
        const office = officeOf(visit.world.people, visit.form.get('cargo') ?? '');
        if (!office) return signInPage(visit, { errors: [{ field: 'cargo', text: peoplePageWords(visit.lang).office }], status: 422 });
        return { kind: 'redirect', to: '/', setCookie: (await accounts.enterAs(office.id)).setCookie, forgets: true };
      }),
    },
    {
      method: 'POST',
      path: '/salir',
      may: 'anyone',
      answer: handle(async (visit) => ({
        kind: 'redirect',
        to: '/',
        setCookie: (await accounts.signOut(visit.cookie)).setCookie,
        forgets: true,
      })),
    },
  ];
}
