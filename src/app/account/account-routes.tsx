import type { Child } from 'hono/jsx';
import { pick } from '../../core/words.ts';
import type { Seen, SeenOf } from '../../domain/people/sign-in-routes.tsx';
import type { Challenge } from '../../identity/access.ts';
import type { IdentityRefusal } from '../../identity/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import type { App } from '../app.ts';
import { homeZone } from '../today.ts';
import type { World } from '../world.ts';
import { AccountPage, BackupCodesPage, ConfirmCodePage, VisitingPage } from './account-pages.tsx';
import { accountWords } from './account-words.ts';
import { namesOf } from './names.ts';
import { refused } from './refused.ts';

type V = Visit<World> & SeenOf;
type Status = 200 | 409 | 422 | 429;
const most = 30;

/** «Mi cuenta»: everything of it in forms; only a passkey needs script, because browsers offer it to scripts alone. */
export function accountRoutes(app: App, seen: Seen): readonly Route<World>[] {
  const { identity } = app;
  const page = (visit: V, body: Child, status: Status = 200, setCookie: readonly string[] = []): Answer => ({
    kind: 'page',
    title: accountWords(visit.lang).title,
    here: 'cuenta',
    body,
    status,
    setCookie,
  });
  const csrfOf = ({ reader }: V) => (reader.kind === 'signed-in' ? reader.csrf : '');
  const filled = (visit: V, errors: readonly FormError[]) => ({ lang: visit.lang, csrf: csrfOf(visit), form: visit.form, errors });

  const show = async (visit: V, errors: readonly FormError[] = [], status: Status = 200): Promise<Answer> => {
    const account = await identity.ownAccount(visit.cookie);
    if (!account) return page(visit, <VisitingPage lang={visit.lang} />);
    const events = await identity.accessEvents({ person: account.person, most });
    const nameOf = await namesOf(app, visit.lang, events);
    // Absent only when the session ended this very moment; the form then says so.
    const challenge: Challenge = (await identity.newKeyChallenge(visit.cookie)) ?? { ticket: '', options: '{}' };
    const given = { account, challenge, events, nameOf, provider: identity.provider, days: identity.accessDays, zone: homeZone };
    return page(visit, <AccountPage {...filled(visit, errors)} {...given} done={visit.url.searchParams.has('hecho')} />, status);
  };
  /** The refusal beside the field it is about, in the form it came with. */
  const back = (visit: V, refusal: IdentityRefusal, field?: string): Promise<Answer> => {
    const { text, status, field: own } = refused(refusal);
    const about = refusal.kind === 'wrong-password' ? field : own;
    return show(visit, [{ text: pick(text, visit.lang), ...(about === undefined ? {} : { field: about }) }], status);
  };
  const done = (setCookie: readonly string[] = []): Answer => ({ kind: 'redirect', to: '/cuenta?hecho', setCookie });

  const post = (path: string, answer: (visit: V) => Promise<Answer>): Route<World> => ({
    method: 'POST',
    path,
    may: 'signed-in',
    answer: (visit) => answer({ ...visit, ...seen(visit) }),
  });

  return [
    { method: 'GET', path: '/cuenta', may: 'signed-in', answer: (visit) => show({ ...visit, ...seen(visit) }) },
    post('/cuenta/clave', async (visit) => {
      const { form, cookie } = visit;
      const changed = await identity.changePassword(cookie, form.get('actual') ?? '', form.get('clave') ?? '', visit);
      return changed.ok ? done(changed.value.setCookie) : back(visit, changed.error, 'actual');
    }),
    post('/cuenta/codigo/pedir', async (visit) => {
      const made = await identity.newCode(visit.cookie, visit.form.get('actual-pedir') ?? '');
      if (!made.ok) return back(visit, made.error, 'actual-pedir');
      return page(visit, <ConfirmCodePage {...filled(visit, [])} made={made.value} />);
    }),
    post('/cuenta/codigo/confirmar', async (visit) => {
      const confirmed = await identity.confirmCode(visit.cookie, visit.form.get('codigo') ?? '', visit);
      if (confirmed.ok) return done(confirmed.value.setCookie);
      const { text, status } = refused(confirmed.error);
      return page(visit, <ConfirmCodePage {...filled(visit, [{ field: 'codigo', text: pick(text, visit.lang) }])} />, status);
    }),
    post('/cuenta/codigo/respaldo', async (visit) => {
      const codes = await identity.newBackupCodes(visit.cookie, visit.form.get('actual-respaldo') ?? '', visit);
      if (!codes.ok) return back(visit, codes.error, 'actual-respaldo');
      return page(visit, <BackupCodesPage lang={visit.lang} codes={codes.value} />);
    }),
    post('/cuenta/codigo/quitar', async (visit) => {
      const removed = await identity.removeCode(visit.cookie, visit.form.get('actual-quitar') ?? '', visit);
      return removed.ok ? done(removed.value.setCookie) : back(visit, removed.error, 'actual-quitar');
    }),
    post('/cuenta/llaves/agregar', async (visit) => {
      const { form, cookie, lang } = visit;
      const name = form.get('nombre') || accountWords(lang).keys;
      const how = { ticket: form.get('boleto') ?? '', answer: form.get('respuesta') ?? '', name, from: visit };
      const added = await identity.addKey(cookie, how);
      return added.ok ? done() : back(visit, added.error);
    }),
    post('/cuenta/llaves/:passkey/retirar', async (visit) => {
      const removed = await identity.removeKey(visit.cookie, visit.params.passkey ?? '', visit);
      return removed.ok ? done() : back(visit, removed.error);
    }),
    post('/cuenta/sesiones/terminar', async (visit) => {
      await identity.endOwnSessions(visit.cookie, visit.form.get('sesion') ?? '', visit);
      return done();
    }),
  ];
}
