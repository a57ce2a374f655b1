import { longDate, mediumDate } from '../../core/date-words.ts';
import { type Lang, pick } from '../../core/words.ts';
import { calendarOf, outcomeOn } from '../../domain/meetings/views.ts';
import { outcomeNames } from '../../domain/meetings/words.ts';
import { recordOf } from '../../domain/minutes/views.ts';
import { matrixOn, tally } from '../../domain/plan/views.ts';
import { reportsOf } from '../../domain/reports/views.ts';
import { kindWords } from '../../domain/reports/words.ts';
import { rowsOf } from '../../domain/systems/views.ts';
import { stageMark } from '../../domain/systems/words.ts';
import { noteHref } from '../../domain/witnesses/pages.tsx';
import { latestCosigned, witnessesInForce } from '../../domain/witnesses/views.ts';
import { LinkButton } from '../../ui/buttons.tsx';
import { Columns, Facts, PageHead, Panel, Rows, Stack } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { OpenWorld } from '../site.tsx';
import { type Dataset, datasets, licence } from './datasets.ts';
import { portalWords } from './portal-words.ts';

type V = Visit<OpenWorld>;

export const publishedReports = ({ reports }: OpenWorld) => reportsOf(reports).filter((one) => one.publishedOn !== undefined);
export const publishedMinutes = ({ meetings, minutes }: OpenWorld) =>
  calendarOf(meetings).flatMap((row) => {
    const record = recordOf(minutes, row.number);
    return record.stage === 'published' ? [{ number: row.number, on: record.seal?.on ?? row.appointment.date }] : [];
  });

/** What the public sees at once: when, what was published, where each PREP and system stands, the data, and how to check. */
export function PortalPage({ visit, verifierKey }: { readonly visit: V; readonly verifierKey: string }) {
  const { lang } = visit;
  const t = portalWords(lang);
  return (
    <>
      <PageHead
        title={t.portal}
        meta={t.meta}
        actions={
          <>
            <LinkButton href={visit.href('/calendario.ics')}>{t.subscribe}</LinkButton>
            <LinkButton href={visit.href('/publico/novedades.atom')}>{t.feed}</LinkButton>
          </>
        }
      />
      <Stack>
        <Columns of={2}>
          <Meetings visit={visit} />
          <Stack>
            <Published visit={visit} />
          </Stack>
        </Columns>
        <Standings visit={visit} />
        <OpenData visit={visit} />
        <Verify visit={visit} verifierKey={verifierKey} />
      </Stack>
    </>
  );
}

/** The whole calendar has a page of its own: here stand the last meetings and those to come. */
const shownMeetings = 12;
const shownBefore = 9;

function Meetings({ visit }: { readonly visit: V }) {
  const { lang, world, day } = visit;
  const t = portalWords(lang);
  const today = Temporal.PlainDate.from(day);
  const rows = calendarOf(world.meetings);
  const next = rows.findIndex((row) => row.appointment.date >= day);
  const from = Math.max(0, (next === -1 ? rows.length : next) - shownBefore);
  const items = rows.slice(from, from + shownMeetings).map((row) => ({
    text: <a href={visit.href(`/reuniones/${row.number}`)}>{t.meeting(row.number, longDate(row.appointment.date, lang))}</a>,
    detail: pick(outcomeNames[outcomeOn(row, today)], lang),
  }));
  return (
    <Panel id="reuniones" title={t.calendar} more={{ href: visit.href('/reuniones'), label: t.allMeetings(rows.length) }}>
      <Rows items={items} empty={t.noMeetings} />
    </Panel>
  );
}

export const reportTitle = (one: ReturnType<typeof publishedReports>[number], lang: Lang): string =>
  `${pick(kindWords[one.kind], lang)}, ${portalWords(lang).cutoff(longDate(one.cutoff, lang))}`;

function Published({ visit }: { readonly visit: V }) {
  const { lang, world } = visit;
  const t = portalWords(lang);
  const reports = publishedReports(world).map((one) => ({
    text: <a href={visit.href(`/informes/${one.id}`)}>{reportTitle(one, lang)}</a>,
    detail: (
      <a href={visit.href(`/publico/prueba/${one.id}.json`)} aria-label={`${t.proof}: ${reportTitle(one, lang)}`} data-turbo="false">
        {t.proof}
      </a>
    ),
    ...(one.publishedOn === undefined ? {} : { when: mediumDate(one.publishedOn, lang), dateTime: one.publishedOn }),
  }));
  const minutes = publishedMinutes(world).map(({ number, on }) => ({
    text: <a href={visit.href(`/reuniones/${number}/minuta`)}>{t.minutesOf(number)}</a>,
    when: mediumDate(on, lang),
    dateTime: on,
  }));
  return (
    <>
      <Panel id="informes" title={t.reports}>
        <Rows items={reports} empty={t.noReports} />
      </Panel>
      <Panel id="minutas" title={t.minutes}>
        <Rows items={minutes} empty={t.noMinutes} />
      </Panel>
    </>
  );
}

function Standings({ visit }: { readonly visit: V }) {
  const { lang, world, day } = visit;
  const t = portalWords(lang);
  const opls = matrixOn(world, day).map(({ opl, items }) => ({ opl, all: items.length, counts: tally(items) }));
  const systems = rowsOf(world.process, world.systems, day);
  return (
    <>
      <DataTable
        lang={lang}
        id="prep"
        caption={t.prep}
        columns={[
          { title: 'OPL', head: true, cell: (one: (typeof opls)[number]) => pick(one.opl.name, lang) },
          { title: t.concluded, align: 'end', keep: true, cell: ({ counts }) => counts.concluded + counts['concluded-late'] },
          { title: t.observed, align: 'end', cell: ({ counts }) => counts.observed },
          { title: t.late, align: 'end', keep: true, cell: ({ counts }) => counts.overdue },
          { title: t.unknown, align: 'end', cell: ({ counts }) => counts.unknown },
          { title: t.total, align: 'end', cell: ({ all }) => all },
        ]}
        rows={opls}
        rowHref={({ opl }) => visit.href(`/prep/${opl.id}`)}
        empty={t.unknown}
      />
      <DataTable
        lang={lang}
        id="sistemas"
        caption={t.systems}
        columns={[
          { title: t.system, head: true, cell: (row: (typeof systems)[number]) => pick(row.system.description.name, lang) },
          { title: t.state, keep: true, cell: (row) => <Status {...stageMark(row.stage, lang)} /> },
        ]}
        rows={systems}
        rowHref={(row) => visit.href(`/sistemas/${row.system.id}`)}
        empty={t.unknown}
      />
    </>
  );
}

const forms = ['csv', 'json', 'parquet'] as const;

function OpenData({ visit }: { readonly visit: V }) {
  const { lang, world, day } = visit;
  const t = portalWords(lang);
  const links = ({ id, title }: Dataset) =>
    [...forms, 'schema' as const].map((form) => (
      <>
        <a
          href={visit.href(`/publico/datos/${id}.${form === 'schema' ? 'schema.json' : form}`)}
          aria-label={`${form === 'schema' ? t.schema : form.toUpperCase()}: ${pick(title, lang)}`}
          data-turbo="false"
        >
          {form === 'schema' ? t.schema : form.toUpperCase()}
        </a>{' '}
      </>
    ));
  return (
    <>
      <DataTable
        lang={lang}
        id="datos"
        caption={t.data}
        note={t.dataNote}
        columns={[
          { title: t.set, head: true, cell: (one: Dataset) => pick(one.title, lang) },
          { title: t.rows, align: 'end', cell: (one) => one.rows(world, day).length },
          { title: t.forms, keep: true, cell: links },
        ]}
        rows={datasets}
      />
      <p class="small">
        {t.licence}: <a href={licence.href}>{licence.name}</a>
      </p>
    </>
  );
}

function Verify({ visit, verifierKey }: { readonly visit: V; readonly verifierKey: string }) {
  const t = portalWords(visit.lang);
  return (
    <Panel id="comprobar" title={t.verify}>
      <p>{t.verifyText}</p>
      <Facts
        items={[
          { term: t.checkpoint, value: <a href={visit.href('/bitacora/punto-de-control')}>{t.checkpoint}</a> },
          { term: t.key, value: <code class="wrap">{verifierKey}</code> },
          { term: t.witnesses, value: <WitnessList visit={visit} /> },
        ]}
      />
      <LinkButton href={visit.href('/publico/comprobar')}>{t.checkHere}</LinkButton>
      <p>{t.steps}</p>
      <pre class="wrap">npx atalaya-verify proof prueba.json --key {verifierKey}</pre>
      <p>{t.stepsAfter}</p>
    </Panel>
  );
}

/** Who else keeps the log's checkpoints, and the last one they cosigned. */
function WitnessList({ visit }: { readonly visit: V }) {
  const { witnesses } = visit.world;
  const t = portalWords(visit.lang);
  const names = witnessesInForce(witnesses).map(({ body }) => body);
  const latest = latestCosigned(witnesses);
  return (
    <>
      <a href={visit.href('/bitacora/testigos')}>{names.length === 0 ? t.noWitnesses : names.join(', ')}</a>
      {latest && (
        <>
          {' · '}
          <a href={noteHref(visit, latest.size)} data-turbo="false">
            {t.cosigned(latest.size)}
          </a>
        </>
      )}
    </>
  );
}
