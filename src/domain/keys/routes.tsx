import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { readForm } from '../../web/read-form.ts';
import type { Answer, Route } from '../../web/visit.ts';
import type { System } from '../systems/views.ts';
import { issueKey, type KeysRefusal, revokeKey } from './decide.ts';
import { keysPageWords } from './page-words.ts';
import { KeysPage, type KeysWorld, type V } from './pages.tsx';
import { keysOf, scopes } from './views.ts';
import { keysRefusalText } from './words.ts';

/** A fresh secret: the id of the key, the hash the log holds, and the text that is shown once. Chance comes from the edge. */
export type NewSecret = () => { readonly key: string; readonly hash: string; readonly secret: string };

const here = 'sistemas';
const may = { right: 'report-systems' } as const;
type Status = 200 | 409 | 422;

function find(visit: V, then: (system: System) => Answer | Promise<Answer>): Answer | Promise<Answer> {
  const system = visit.world.systems.systems.get(visit.params.system ?? '');
  return system ? then(system) : { kind: 'not-found' };
}

function show(
  visit: V,
  system: System,
  { errors = [], status = 200, secret }: { errors?: readonly FormError[]; status?: Status; secret?: string } = {},
): Answer {
  const body = <KeysPage visit={visit} system={system} errors={errors} {...(secret === undefined ? {} : { secret })} />;
  return { kind: 'page', title: keysPageWords(visit.lang).keys, here, status, body };
}

const refusedText = (visit: V, refusal: KeysRefusal | { readonly kind: 'conflict' }): string =>
  refusal.kind === 'conflict' ? keysPageWords(visit.lang).changedMeanwhile : pick(keysRefusalText(refusal), visit.lang);

async function issue(visit: V, system: System, newSecret: NewSecret): Promise<Answer> {
  const t = keysPageWords(visit.lang);
  const read = readForm(visit);
  const label = read.text('para');
  const granted = scopes.filter((scope) => read.raw(scope) === 'si');
  if (granted.length === 0) read.wrong('release', t.chooseScope);
  const until = read.date('hasta', t.until);
  if (read.errors.length > 0) return show(visit, system, { errors: read.errors, status: 422 });
  const { key, hash, secret } = newSecret();
  const data = { key, hash, label, until, scopes: granted, system: system.id };
  const done = await visit.execute<KeysRefusal>((context, by) => issueKey(context, { on: visit.today, by, ...data }));
  if (!done.ok) return show(visit, system, { errors: [{ text: refusedText(visit, done.error) }], status: 409 });
  // Answered with the page itself: an address that showed the secret could be opened again.
  return show({ ...visit, form: new Map() }, system, { secret });
}

async function revoke(visit: V, system: System): Promise<Answer> {
  const t = keysPageWords(visit.lang);
  const read = readForm(visit);
  const ids = keysOf(visit.world.keys, system.id).map((key) => key.id);
  const key = read.oneOf('llave', ids, t.chooseKey);
  const reason = read.text('motivo');
  if (key === undefined || read.errors.length > 0) return show(visit, system, { errors: read.errors, status: 422 });
  const done = await visit.execute<KeysRefusal>((context, by) => revokeKey(context, { on: visit.today, by, key, reason }));
  if (done.ok) return { kind: 'redirect', to: visit.href(`/sistemas/${system.id}/llaves`) };
  return show(visit, system, { errors: [{ text: refusedText(visit, done.error) }], status: 409 });
}

export const keysRoutes = (newSecret: NewSecret): readonly Route<KeysWorld>[] => [
  { method: 'GET', path: '/:process/sistemas/:system/llaves', may, answer: (visit) => find(visit, (system) => show(visit, system)) },
  {
    method: 'POST',
    path: '/:process/sistemas/:system/llaves/emitir',
    may,
    answer: (visit) => find(visit, (system) => issue(visit, system, newSecret)),
  },
  {
    method: 'POST',
    path: '/:process/sistemas/:system/llaves/revocar',
    may,
    answer: (visit) => find(visit, (system) => revoke(visit, system)),
  },
];
