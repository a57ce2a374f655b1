import { localMinute } from '../../core/date-words.ts';
import { ActPanel } from '../../ui/fields.tsx';
import type { FormError } from '../../ui/forms.tsx';
import { Breadcrumbs, Columns, PageHead } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { OpenProcess } from '../process/views.ts';
import type { Delivery } from './state.ts';
import { standingOf, type Webhook, type WebhooksState, webhooksInForce } from './views.ts';
import { webhookMark, webhooksPageWords, webhooksWords } from './words.ts';

export type WebhooksWorld = { readonly process: OpenProcess; readonly webhooks: WebhooksState };
export type V = Visit<WebhooksWorld>;
/** The secret with which deliveries to this address are signed. */
export type SecretOf = (process: string, webhook: string) => string;

type Props = { readonly visit: V; readonly errors: readonly FormError[]; readonly secretOf: SecretOf };

export function WebhooksPage({ visit, errors, secretOf }: Props) {
  const { lang, world, reader } = visit;
  const t = webhooksPageWords(lang);
  const all = [...world.webhooks.webhooks.values()];
  const trail = [{ label: t.systems, href: visit.href('/sistemas') }, { label: t.webhooks }];
  return (
    <>
      <PageHead title={t.webhooks} meta={t.meta} trail={<Breadcrumbs lang={lang} items={trail} />} />
      <div class="stack">
        <p>{t.about}</p>
        <WebhooksTable visit={visit} webhooks={all} secretOf={secretOf} />
        {all.length > 0 && <Deliveries visit={visit} webhooks={all} />}
        {reader.kind === 'signed-in' && !visit.asOf && visit.may('administer') && (
          <Forms visit={visit} errors={errors} csrf={reader.csrf} />
        )}
      </div>
    </>
  );
}

function WebhooksTable({ visit, webhooks, secretOf }: Omit<Props, 'errors'> & { readonly webhooks: readonly Webhook[] }) {
  const { lang, world } = visit;
  const t = webhooksPageWords(lang);
  const hour = (at: string) => localMinute(at, world.process.timeZone, lang);
  const maySee = visit.may('administer') && !visit.asOf;
  return (
    <DataTable
      lang={lang}
      id="avisos"
      caption={t.webhooks}
      columns={[
        { title: t.webhook, head: true, cell: (one: Webhook) => <code>{one.id}</code> },
        { title: t.url, cell: ({ url }) => <code>{url}</code> },
        {
          title: t.state,
          cell: (one) => (
            <>
              <Status {...webhookMark(standingOf(one), lang)} />
              {one.failing && <small class="detail">{t.failing(hour(one.failing.since), one.failing.detail)}</small>}
              {one.retired && <small class="detail">{one.retired.reason}</small>}
            </>
          ),
        },
        { title: t.upTo, unit: t.entry, align: 'end', cell: ({ upTo }) => upTo },
        { title: t.secret, cell: (one) => (one.retired || !maySee ? '—' : <code>{secretOf(world.process.id, one.id)}</code>) },
      ]}
      rows={webhooks}
      empty={t.none}
    />
  );
}

type Sent = { readonly webhook: Webhook; readonly delivery: Delivery };

function Deliveries({ visit, webhooks }: { readonly visit: V; readonly webhooks: readonly Webhook[] }) {
  const { lang, world } = visit;
  const t = webhooksPageWords(lang);
  const sent = webhooks.flatMap((webhook) => webhook.deliveries.map((delivery): Sent => ({ webhook, delivery })));
  return (
    <DataTable
      lang={lang}
      id="envios"
      caption={t.deliveries}
      columns={[
        { title: t.webhook, head: true, cell: ({ webhook }: Sent) => <code>{webhook.id}</code> },
        { title: t.when, keep: true, cell: ({ delivery }) => localMinute(delivery.at, world.process.timeZone, lang) },
        { title: t.events, align: 'end', cell: ({ delivery }) => delivery.events },
        { title: t.upTo, unit: t.entry, align: 'end', cell: ({ delivery }) => delivery.upTo },
        { title: t.attempts, align: 'end', cell: ({ delivery }) => delivery.attempts },
      ]}
      rows={sent.sort((a, b) => (a.delivery.at < b.delivery.at ? 1 : -1))}
      empty={t.noDeliveries}
    />
  );
}

function Forms({ visit, errors, csrf }: { readonly visit: V; readonly errors: readonly FormError[]; readonly csrf: string }) {
  const { lang, world } = visit;
  const t = webhooksPageWords(lang);
  const w = webhooksWords(lang);
  const of = (verb: string) => ({ filled: { ...visit, errors }, action: visit.href(`/avisos-salientes/${verb}`), csrf });
  const open = webhooksInForce(world.webhooks).map(({ id, url }) => ({ value: id, label: `${id} · ${url}` }));
  return (
    <Columns of={2}>
      <ActPanel {...of('registrar')} prefix="r-" id="registrar" title={w.list} kind="primary">
        {(f) => (
          <>
            {f.text('r-clave', t.id, { hint: t.idHint })}
            {f.url('r-direccion', t.url)}
            {f.check('r-privada', t.isPrivate, { optional: true })}
          </>
        )}
      </ActPanel>
      {open.length > 0 && (
        <ActPanel {...of('retirar')} prefix="q-" id="retirar" title={w.retire}>
          {(f) => (
            <>
              {f.select('q-cual', t.webhook, open)}
              {f.text('q-motivo', t.reason)}
            </>
          )}
        </ActPanel>
      )}
    </Columns>
  );
}
