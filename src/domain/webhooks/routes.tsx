import type { By } from '../../core/event.ts';
import type { Result } from '../../core/result.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { readForm } from '../../web/read-form.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { listWebhook, retireWebhook, type WebhooksContext, type WebhooksRefusal } from './decide.ts';
import type { NewWebhooksEvent } from './events.ts';
import { type SecretOf, type V, WebhooksPage, type WebhooksWorld } from './pages.tsx';
import { webhooksInForce } from './views.ts';
import { webhooksPageWords, webhooksRefusalText } from './words.ts';

const may = { right: 'administer' } as const;
/** Whoever reports systems sees what is told of them and to whom; the secrets are for the administration. */
const reading = { anyOf: ['administer', 'report-systems'] } as const;
const path = '/:process/avisos-salientes';

export function webhooksRoutes(secretOf: SecretOf): readonly Route<WebhooksWorld>[] {
  const show = (visit: V, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Answer => ({
    kind: 'page',
    title: webhooksPageWords(visit.lang).webhooks,
    here: 'sistemas',
    status,
    body: <WebhooksPage visit={visit} errors={errors} secretOf={secretOf} />,
  });
  const record = async (visit: V, decide: (context: WebhooksContext, by: By) => Result<readonly NewWebhooksEvent[], WebhooksRefusal>) => {
    const done = await visit.execute<WebhooksRefusal>(decide);
    if (done.ok) return { kind: 'redirect' as const, to: visit.href('/avisos-salientes') };
    const text =
      done.error.kind === 'conflict' ? webhooksPageWords(visit.lang).changedMeanwhile : pick(webhooksRefusalText(done.error), visit.lang);
    return show(visit, [{ text }], 409);
  };
  const list = (visit: V) => {
    const read = readForm(visit);
    const webhook = read.id('r-clave');
    const url = read.url('r-direccion');
    if (url === undefined && read.raw('r-direccion') === '') read.wrong('r-direccion', webhooksPageWords(visit.lang).needUrl);
    if (url === undefined || read.errors.length > 0) return show(visit, read.errors, 422);
    const data = { webhook, url, isPrivate: read.isTicked('r-privada') };
    return record(visit, (context, by) => listWebhook(context, { on: visit.today, by, ...data }));
  };
  const retire = (visit: V) => {
    const read = readForm(visit);
    const ids = webhooksInForce(visit.world.webhooks).map(({ id }) => id);
    const webhook = read.oneOf('q-cual', ids, webhooksPageWords(visit.lang).choose);
    const reason = read.text('q-motivo');
    if (webhook === undefined || read.errors.length > 0) return show(visit, read.errors, 422);
    return record(visit, (context, by) => retireWebhook(context, { on: visit.today, by, webhook, reason }));
  };
  return [
    { method: 'GET', path, may: reading, answer: (visit) => show(visit) },
    { method: 'POST', path: `${path}/registrar`, may, answer: list },
    { method: 'POST', path: `${path}/retirar`, may, answer: retire },
  ];
}
