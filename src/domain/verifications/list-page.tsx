import { mediumDate } from '../../core/date-words.ts';
import type { Lang } from '../../core/words.ts';
import { LinkButton } from '../../ui/buttons.tsx';
import { PageHead, Panel } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { type OpenProcess, oplOf } from '../process/views.ts';
import { verificationPageWords } from './page-words.ts';
import {
  capturedShare,
  electionsOf,
  isClean,
  lastCutOf,
  type Verification,
  type VerificationsState,
  type VerifiedElection,
} from './views.ts';

export type VerificationsPageWorld = { readonly process: OpenProcess; readonly verifications: VerificationsState };
export type V = Visit<VerificationsPageWorld>;

export const pathOf = ({ verification }: Pick<Verification, 'verification'>): string => `/operacion/${verification}`;
export const acronymOf = (process: OpenProcess, opl: string): string => oplOf(process, opl)?.acronym ?? opl;

/** `7 jun 2021, 20:00`: the publisher's own time. */
export function cutTime(cutAt: string | null, lang: Lang): string {
  if (cutAt === null) return verificationPageWords(lang).noTime;
  return `${mediumDate(cutAt.slice(0, 10), lang)}, ${cutAt.slice(11, 16)}`;
}

export const percent = (share: number | null, lang: Lang): string =>
  share === null
    ? '—'
    : `${share.toLocaleString(lang === 'es' ? 'es-MX' : 'en', { maximumFractionDigits: 2, minimumFractionDigits: 2 })} %`;

/** What stands open in the last cut, as one mark. */
export function OpenFindings({ lang, one }: { readonly lang: Lang; readonly one: Verification }) {
  const t = verificationPageWords(lang);
  const { error, warning } = one.counts;
  if (isClean(one)) return <Status shape="done" word={t.clean} />;
  return (
    <Status
      shape={error > 0 ? 'late' : 'observed'}
      word={[error > 0 ? t.errors(error) : '', warning > 0 ? t.warnings(warning) : ''].filter(Boolean).join(', ')}
    />
  );
}

export function TotalsMark({ lang, one }: { readonly lang: Lang; readonly one: Verification }) {
  const t = verificationPageWords(lang);
  return one.totalsDiffer === 0 ? <Status shape="done" word={t.agrees} /> : <Status shape="late" word={t.totalsDiffer(one.totalsDiffer)} />;
}

/** Every election that was verified, with where it stands. */
export function ElectionsPage({ visit }: { readonly visit: V }) {
  const { lang, world } = visit;
  const t = verificationPageWords(lang);
  return (
    <>
      <PageHead title={t.operation} meta={t.meta} actions={<LinkButton href={visit.href('/operacion/pantalla')}>{t.screen}</LinkButton>} />
      <DataTable
        lang={lang}
        id="elecciones"
        caption={t.elections}
        columns={[
          {
            title: t.election,
            head: true,
            cell: ({ latest, opl }: VerifiedElection) => `${acronymOf(world.process, opl)} · ${latest.election}`,
          },
          { title: t.occasion, cell: ({ occasion }) => t[occasion] },
          { title: t.cuts, align: 'end', cell: ({ latest }) => latest.cuts.length },
          { title: t.lastCut, keep: true, cell: ({ latest }) => cutTime(lastCutOf(latest)?.cutAt ?? null, lang) },
          { title: t.captured, align: 'end', cell: ({ latest }) => percent(captured(latest), lang) },
          { title: t.totals, cell: ({ latest }) => <TotalsMark lang={lang} one={latest} /> },
          { title: t.findings, cell: ({ latest }) => <OpenFindings lang={lang} one={latest} /> },
          { title: t.corrected, align: 'end', cell: ({ latest }) => latest.counts.corrected },
        ]}
        rows={electionsOf(world.verifications)}
        rowHref={({ latest }) => visit.href(pathOf(latest))}
        empty={t.none}
        downloads={(end) => visit.href(`/operacion.${end}`)}
      />
      <RecordLinks visit={visit} />
    </>
  );
}

/** For whoever may hand in what an OPL published: one link for each. */
function RecordLinks({ visit }: { readonly visit: V }) {
  const t = verificationPageWords(visit.lang);
  if (visit.reader.kind === 'anonymous' || visit.asOf) return null;
  const own = visit.world.process.opls.filter((opl) => visit.may('report-progress', opl.id));
  if (own.length === 0) return null;
  return (
    <Panel id="registrar" title={t.record} note={t.recordHint}>
      <ul>
        {own.map((opl) => (
          <li>
            <a href={visit.href(`/operacion/registrar/${opl.id}`)}>{t.recordFor(opl.acronym)}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const captured = (one: Verification): number | null => {
  const share = capturedShare(one);
  return share === null ? null : share * 100;
};

/** Large enough to be read across a room; it follows the log by itself. */
export function ScreenPage({ visit }: { readonly visit: V }) {
  const { lang, world } = visit;
  const t = verificationPageWords(lang);
  const elections = electionsOf(world.verifications).filter((one) => one.occasion === 'night');
  const shown = elections.length > 0 ? elections : electionsOf(world.verifications);
  return (
    <div class="tv">
      <PageHead title={t.operation} meta={t.screenMeta} actions={<LinkButton href={visit.href('/operacion')}>{t.elections}</LinkButton>} />
      {shown.length === 0 && <p class="tv-none">{t.screenEmpty}</p>}
      <ul class="tv-elections">
        {shown.map(({ latest, opl, occasion }) => (
          <li>
            <h2>
              <a href={visit.href(pathOf(latest))}>
                {acronymOf(world.process, opl)} · {latest.election}
              </a>
            </h2>
            <p class="tv-cut">
              {t.cutN(latest.cuts.length)} · {cutTime(lastCutOf(latest)?.cutAt ?? null, lang)}
              {occasion === 'drill' && ` · ${t.drill}`}
            </p>
            <p class="tv-share">
              <b>{percent(captured(latest), lang)}</b> {t.captured.toLowerCase()}
            </p>
            <svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect class="todo" x="0" y="0" width="100" height="6" />
              <rect class="done" x="0" y="0" width={captured(latest) ?? 0} height="6" />
            </svg>
            <p>
              <TotalsMark lang={lang} one={latest} />
            </p>
            <p>
              <OpenFindings lang={lang} one={latest} />
              {latest.counts.corrected > 0 && <span class="tv-corrected"> · {t.correctedN(latest.counts.corrected)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
