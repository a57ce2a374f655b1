import { longDate, mediumDate } from '../../core/date-words.ts';
import type { Lang } from '../../core/words.ts';
import { pick } from '../../core/words.ts';
import { LinkButton } from '../../ui/buttons.tsx';
import { EmptyState, Notice, Panel } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { fileSize } from '../../ui/words.ts';
import type { Visit } from '../../web/visit.ts';
import type { ObligationWorld } from '../plan/obligation-page.tsx';
import { itemHref } from '../plan/pages.tsx';
import type { Item } from '../plan/views.ts';
import { compareWords } from './compare-words.ts';
import { pageWords } from './page-words.ts';
import {
  type DeliverablesState,
  deliverableOf,
  folioOf,
  type Observation,
  observationState,
  observationsOf,
  reservationOn,
  type Version,
} from './views.ts';
import { observationMark, weightWords } from './words.ts';

export type DeliverablesWorld = ObligationWorld & { readonly deliverables: DeliverablesState };
export type V = Visit<DeliverablesWorld>;

/** An address below the page of an obligation. */
export const below = (visit: V, item: Item, path: string): string => visit.href(`/prep/${item.opl.id}/${item.obligation.key}${path}`);

/** May the reader see the files themselves on this day? Reserved ones, only those whom the reservation leaves in. */
export const mayOpen = (visit: V, opl: string, key: string): boolean => {
  // The reservation in force today counts, also for who looks at the past.
  const reserved = reservationOn(deliverableOf(visit.world.deliverables, opl, key), visit.today);
  return visit.may(reserved ? 'read-reserved' : 'read-internal', opl);
};

/** What an OPL handed in for one obligation, on the obligation's page. */
export function versionsPanel(visit: V, item: Item) {
  const { lang, world, today, reader } = visit;
  const t = pageWords(lang);
  const { opl, obligation } = item;
  const deliverable = deliverableOf(world.deliverables, opl.id, obligation.key);
  const versions = deliverable?.versions ?? [];
  const mayRead = visit.may('read-internal', opl.id);
  const reservation = reservationOn(deliverable, today);
  const waiver = deliverable?.waivers.at(-1);
  const to = (path: string) => below(visit, item, path);
  const mayAct = reader.kind === 'signed-in' && !visit.asOf;
  const plan = world.plan.plans.at(-1);
  const pairs = plan?.obligations.filter((one) => one.code === obligation.draftOf || one.draftOf === obligation.code) ?? [];
  return (
    <Panel id="versiones" title={t.versions}>
      {deliverable?.acceptance && (
        <Notice kind="done">{t.accepted(deliverable.acceptance.version, longDate(deliverable.acceptance.on, lang))}</Notice>
      )}
      {waiver && (
        <Notice kind="note" title={t.waived}>
          <p>
            {pick(waiver.reason, lang)} {waiver.until !== undefined && t.until(longDate(waiver.until, lang))}
          </p>
        </Notice>
      )}
      {reservation && (
        <Notice kind="note" title={t.reserved}>
          <p>{t.reservedText(pick(reservation.owner, lang), pick(reservation.reason, lang), longDate(reservation.until, lang))}</p>
          {reservation.publicVersion && <a href={to('/version-publica')}>{t.publicVersion}</a>}
        </Notice>
      )}
      {versions.length === 0 ? (
        <EmptyState>{t.noVersions}</EmptyState>
      ) : mayRead ? (
        <VersionsTable visit={visit} item={item} versions={versions} />
      ) : (
        <p>{t.count(versions.length)}</p>
      )}
      {versions.length > 1 && mayOpen(visit, opl.id, obligation.key) && (
        <p>
          <a href={to('/comparar')}>{compareWords(lang).compare}</a>
        </p>
      )}
      {pairs.length > 0 && (
        <p class="small">
          {t.pair}:{' '}
          {pairs.map((one) => (
            <a href={itemHref(visit, { ...item, obligation: one })}>
              {one.code} {pick(one.title, lang)}{' '}
            </a>
          ))}
        </p>
      )}
      {mayRead && versions.length > 0 && (
        <ObservationsTable lang={lang} observations={observationsOf(world.deliverables, opl.id, obligation.key)} />
      )}
      {mayAct && (
        <p class="actions">
          {visit.may('deliver', opl.id) && !deliverable?.acceptance && (
            <LinkButton href={to('/entregar')} kind="primary">
              {t.deliver}
            </LinkButton>
          )}{' '}
          {visit.may('review-deliverables', opl.id) && versions.length > 0 && <LinkButton href={to('/revision')}>{t.review}</LinkButton>}{' '}
          {visit.may('reserve-deliverables', opl.id) && versions.length > 0 && <LinkButton href={to('/reservar')}>{t.reserve}</LinkButton>}{' '}
          {visit.may('plan') && versions.length === 0 && <LinkButton href={to('/dispensar')}>{t.waive}</LinkButton>}
        </p>
      )}
    </Panel>
  );
}

type Table = { readonly visit: V; readonly item: Item; readonly versions: readonly Version[] };
export function VersionsTable({ visit, item, versions }: Table) {
  const { lang } = visit;
  const t = pageWords(lang);
  const to = (path: string) => below(visit, item, path);
  const open = mayOpen(visit, item.opl.id, item.obligation.key);
  return (
    <DataTable
      lang={lang}
      id="tabla-versiones"
      caption={t.versions}
      columns={[
        { title: t.versions, head: true, cell: (one: Version) => String(one.version) },
        { title: t.handedIn, cell: (one) => <time datetime={one.on}>{mediumDate(one.on, lang)}</time> },
        { title: t.documentDate, cell: (one) => (one.effectiveDate === undefined ? '—' : mediumDate(one.effectiveDate, lang)) },
        {
          title: t.files,
          cell: (one) => (
            <>
              {one.report && <div>{t.filledIn}</div>}
              {one.files.map((file, i) => (
                <div>
                  {open ? <a href={to(`/versiones/${one.version}/${i + 1}`)}>{file.name}</a> : t.reserved}{' '}
                  <small>{fileSize(file.sizeBytes, lang)}</small>
                </div>
              ))}
            </>
          ),
        },
        {
          title: t.folio,
          cell: (one) => (
            <a
              href={to(`/versiones/${one.version}/acuse.pdf`)}
              data-turbo="false"
              aria-label={`${t.receipt} ${folioOf(item.opl.acronym, one)}`}
            >
              {folioOf(item.opl.acronym, one)}
            </a>
          ),
        },
      ]}
      rows={versions}
    />
  );
}

export const placeOf = (one: Observation, lang: Lang): string =>
  [`v${one.version}`, one.page === undefined ? '' : pageWords(lang).page(one.page), one.section ?? '']
    .filter((part) => part !== '')
    .join(' · ');

export function ObservationsTable({ lang, observations }: { readonly lang: Lang; readonly observations: readonly Observation[] }) {
  const t = pageWords(lang);
  return (
    <DataTable
      lang={lang}
      id="observaciones"
      caption={t.observations}
      columns={[
        { title: t.observation, head: true, cell: (one: Observation) => one.observation },
        { title: t.where, cell: (one) => placeOf(one, lang) },
        {
          title: t.text,
          cell: (one) => (
            <>
              {pick(one.text, lang)} <small>{pick(weightWords[one.weight], lang)}</small>
              {one.repeats !== undefined && <div>{t.repeats(one.repeats)}</div>}
              {one.answers.map((answer) => (
                <div>
                  <strong>{t.answer}:</strong> {answer.text && pick(answer.text, lang)}{' '}
                  {answer.version !== undefined && t.byVersion(answer.version)}
                </div>
              ))}
              {one.settlements.map((settlement) => (
                <div>{settlement.note && pick(settlement.note, lang)}</div>
              ))}
            </>
          ),
        },
        { title: t.state, cell: (one) => <Status {...observationMark(observationState(one), lang)} /> },
      ]}
      rows={observations}
      rowId={(one) => `obs-${one.observation.replaceAll('/', '-')}`}
      empty={t.noObservations}
    />
  );
}
