import { localMinute } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { ActPanel } from '../../ui/fields.tsx';
import type { FormError } from '../../ui/forms.tsx';
import { Breadcrumbs, Columns, Hash, PageHead } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { OpenProcess } from '../process/views.ts';
import { type CosignedNote, standingOf, type Witness, type WitnessesState, witnessesInForce } from './views.ts';
import { witnessesPageWords, witnessesWords, witnessFailureWords, witnessMark } from './words.ts';

export type WitnessesWorld = { readonly process: OpenProcess; readonly witnesses: WitnessesState };
export type V = Visit<WitnessesWorld>;
/** By witness: the root that the log has at the size of the checkpoint it holds. */
export type Roots = ReadonlyMap<string, string>;

/** Where one cosigned checkpoint is downloaded. */
export const noteHref = (visit: Pick<V, 'href'>, size: number): string => {
  const href = visit.href('/bitacora/testigos/punto-de-control');
  return `${href}${href.includes('?') ? '&' : '?'}asientos=${size}`;
};

const instantOf = (seconds: number): string => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();

type Props = { readonly visit: V; readonly errors: readonly FormError[]; readonly roots: Roots };

export function WitnessesPage({ visit, errors, roots }: Props) {
  const { lang, reader } = visit;
  const t = witnessesPageWords(lang);
  const trail = [{ label: t.log, href: visit.href('/bitacora') }, { label: t.witnesses }];
  return (
    <>
      <PageHead title={t.witnesses} meta={t.meta} trail={<Breadcrumbs lang={lang} items={trail} />} />
      <div class="stack">
        <p>{t.about}</p>
        <WitnessesTable visit={visit} roots={roots} />
        <Cosigned visit={visit} />
        {reader.kind === 'signed-in' && !visit.asOf && visit.may('administer') && (
          <Forms visit={visit} errors={errors} csrf={reader.csrf} />
        )}
      </div>
    </>
  );
}

function WitnessesTable({ visit, roots }: { readonly visit: V; readonly roots: Roots }) {
  const { lang, world } = visit;
  const t = witnessesPageWords(lang);
  const minute = (at: string) => localMinute(at, world.process.timeZone, lang);
  return (
    <DataTable
      lang={lang}
      id="testigos"
      caption={t.witnesses}
      columns={[
        { title: t.witness, head: true, cell: ({ body }: Witness) => body },
        {
          title: t.state,
          keep: true,
          cell: (one) => (
            <>
              <Status {...witnessMark(standingOf(one, roots.get(one.id)), lang)} />
              {one.failing && (
                <small class="detail">{t.since(minute(one.failing.since), pick(witnessFailureWords[one.failing.why], lang))}</small>
              )}
              {one.held && roots.get(one.id) !== one.held.root && <small class="detail">{t.otherRoot}</small>}
              {one.retired && <small class="detail">{one.retired.reason}</small>}
            </>
          ),
        },
        { title: t.holds, unit: t.entry, align: 'end', cell: ({ held }) => held?.size ?? '—' },
        { title: t.seen, cell: ({ held }) => (held ? minute(instantOf(held.seconds)) : '—') },
        { title: t.root, cell: ({ held }) => (held ? <Hash value={held.root} /> : '—') },
        { title: t.key, cell: ({ key }) => <code class="wrap">{key}</code> },
      ]}
      rows={[...world.witnesses.witnesses.values()]}
      empty={t.none}
    />
  );
}

function Cosigned({ visit }: { readonly visit: V }) {
  const { lang, world } = visit;
  const t = witnessesPageWords(lang);
  const bodyOf = (id: string) => world.witnesses.witnesses.get(id)?.body ?? id;
  return (
    <DataTable
      lang={lang}
      id="cofirmados"
      caption={t.cosigned}
      columns={[
        { title: t.size, head: true, align: 'end', cell: ({ size }: CosignedNote) => size },
        { title: t.recorded, keep: true, cell: ({ at }) => localMinute(at, world.process.timeZone, lang) },
        { title: t.by, cell: ({ cosigners }) => cosigners.map(({ witness }) => bodyOf(witness)).join(', ') },
        { title: t.root, cell: ({ root }) => <Hash value={root} /> },
        {
          title: t.download,
          cell: ({ size }) => (
            <a href={noteHref(visit, size)} aria-label={t.downloadOf(size)} data-turbo="false">
              {t.download}
            </a>
          ),
        },
      ]}
      rows={world.witnesses.cosigned}
      empty={t.noneCosigned}
    />
  );
}

function Forms({ visit, errors, csrf }: { readonly visit: V; readonly errors: readonly FormError[]; readonly csrf: string }) {
  const { lang, world } = visit;
  const t = witnessesPageWords(lang);
  const w = witnessesWords(lang);
  const of = (verb: string) => ({ filled: { ...visit, errors }, action: visit.href(`/bitacora/testigos/${verb}`), csrf });
  const open = witnessesInForce(world.witnesses).map(({ id, body }) => ({ value: id, label: body }));
  return (
    <Columns of={2}>
      <ActPanel {...of('registrar')} prefix="r-" id="registrar" title={w.list} kind="primary">
        {(f) => (
          <>
            {f.text('r-clave', t.id, { hint: t.idHint })}
            {f.text('r-organismo', t.body)}
            {f.text('r-llave', t.key, { hint: t.keyHint })}
            {f.url('r-direccion', t.url, { hint: t.urlHint })}
            {f.check('r-privada', t.isPrivate, { optional: true })}
          </>
        )}
      </ActPanel>
      {open.length > 0 && (
        <ActPanel {...of('retirar')} prefix="q-" id="retirar" title={w.retire}>
          {(f) => (
            <>
              {f.select('q-cual', t.witness, open)}
              {f.text('q-motivo', t.reason)}
            </>
          )}
        </ActPanel>
      )}
    </Columns>
  );
}
