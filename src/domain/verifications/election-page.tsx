import { longDate, mediumDate } from '../../core/date-words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { curveSvg } from '../../ui/curve.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Field, Form } from '../../ui/forms.tsx';
import { Breadcrumbs, Columns, Facts, Figures, Hash, Notice, PageHead, Panel, Stack } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable, DownloadLinks } from '../../ui/table.tsx';
import { WhoKnewLink } from '../receipts/pages.tsx';
import { CutPanels } from './cut-page.tsx';
import type { FiledChange, FiledCut, FindingsFile } from './findings-file.ts';
import { acronymOf, cutTime, OpenFindings, pathOf, percent, type V } from './list-page.tsx';
import { verificationPageWords } from './page-words.ts';
import { minutesOf, progressOf } from './read.ts';
import { ReportLinks } from './report-links.tsx';
import { FamiliesPanel } from './rule-page.tsx';
import { comparisonsOf, electionWith, type Verification, verificationSubject } from './views.ts';

type Props = {
  readonly visit: V;
  readonly one: Verification;
  /** Absent where its file is not here or was altered: the record still speaks. */
  readonly file: FindingsFile | undefined;
  /** Place of the cut that is shown, from 1. */
  readonly cut: number;
};

export const Trail = ({ visit, last, one }: { readonly visit: V; readonly last?: string; readonly one: Verification }) => {
  const t = verificationPageWords(visit.lang);
  const name = `${acronymOf(visit.world.process, one.opl)} · ${one.election}`;
  return (
    <Breadcrumbs
      lang={visit.lang}
      items={[
        { label: t.operation, href: visit.href('/operacion') },
        { label: name, href: last === undefined ? undefined : visit.href(pathOf(one)) },
        ...(last === undefined ? [] : [{ label: last }]),
      ]}
    />
  );
};

/** One election: its progress, its cuts, one cut's totals, what was found, and what proves it. */
export function ElectionPage({ visit, one, file, cut }: Props) {
  const { lang, world } = visit;
  const t = verificationPageWords(lang);
  const shown = file?.cuts[cut - 1];
  return (
    <>
      <PageHead
        trail={<Trail visit={visit} one={one} />}
        title={`${acronymOf(world.process, one.opl)} · ${one.election}`}
        actions={<WhoKnewLink visit={visit} subject={verificationSubject(one)} />}
        meta={`${t[one.occasion]} · ${t.verifiedBy(longDate(one.on, lang))}`}
      />
      {file === undefined && <Notice kind="refused">{t.unreadable}</Notice>}
      <Stack>
        <Figures items={figuresOf(visit, one)} />
        <p>
          <OpenFindings lang={lang} one={one} />
        </p>
        {file && <Progress visit={visit} file={file} />}
        {file && <CutsTable visit={visit} one={one} file={file} cut={cut} />}
        {file && shown && <CutPanels visit={visit} cut={shown} place={cut} />}
        {file && <FamiliesPanel visit={visit} one={one} file={file} />}
        <Columns of={3}>
          <Aside visit={visit} one={one} />
        </Columns>
      </Stack>
    </>
  );
}

function figuresOf({ lang }: V, { standing, counts, totalsDiffer }: Verification) {
  const t = verificationPageWords(lang);
  const all = standing.counted + standing.notCounted + standing.notCaptured;
  const share = all === 0 ? null : ((standing.counted + standing.notCounted) / all) * 100;
  return [
    { value: percent(share, lang), label: t.captured },
    { value: String(totalsDiffer), label: t.totalsDiffer(2).replace(/^\d+ /, '') },
    { value: String(counts.error + counts.warning), label: t.open },
    { value: String(counts.corrected), label: t.corrected },
  ];
}

function Progress({ visit: { lang }, file }: { readonly visit: V; readonly file: FindingsFile }) {
  const t = verificationPageWords(lang);
  const minutes = minutesOf(file.cuts);
  const rows = file.cuts.map((cut, i) => ({ cut, place: i + 1, at: minutes[i] ?? i, ...progressOf(cut) }));
  const points = rows.map(({ cut, at, place, captured, counted }) => ({
    at,
    label: cut.cutAt?.slice(11, 16) ?? `${place}`,
    values: [captured, counted],
  }));
  const series = [
    { name: t.captured, token: 'doing' as const },
    { name: t.counted, token: 'ok' as const, dash: '7 4' },
  ];
  return (
    <Figure
      lang={lang}
      id="avance"
      title={t.progress}
      alt={t.progressAlt(percent(rows.at(-1)?.captured ?? null, lang), rows.length)}
      svg={curveSvg(series, points)}
      table={
        <DataTable
          lang={lang}
          id="avance-datos"
          caption={t.progress}
          columns={[
            { title: t.cut, head: true, cell: (row: (typeof rows)[number]) => `${row.place} · ${cutTime(row.cut.cutAt, lang)}` },
            { title: t.captured, align: 'end', cell: (row) => percent(row.captured, lang) },
            { title: t.counted, align: 'end', cell: (row) => percent(row.counted, lang) },
          ]}
          rows={rows}
        />
      }
    />
  );
}

type CutRow = { readonly cut: FiledCut; readonly place: number; readonly change: FiledChange | undefined };

function CutsTable({ visit, one, file, cut }: Omit<Props, 'file'> & { readonly file: FindingsFile }) {
  const { lang } = visit;
  const t = verificationPageWords(lang);
  const rows = file.cuts.map(
    (each, i): CutRow => ({ cut: each, place: i + 1, change: file.changes.find((change) => change.to === i + 1) }),
  );
  const wrong = (row: CutRow): number => row.cut.totals.filter((total) => total.kind === 'different').length;
  return (
    <DataTable
      lang={lang}
      id="cortes"
      caption={t.timeline}
      columns={[
        {
          title: t.cut,
          head: true,
          cell: (row: CutRow) => (
            <a href={visit.href(`${pathOf(one)}?corte=${row.place}#corte`)} aria-current={row.place === cut ? 'true' : undefined}>
              {`${row.place} · ${cutTime(row.cut.cutAt, lang)}`.replaceAll(' ', '\u00a0')}
            </a>
          ),
        },
        { title: t.counted, align: 'end', cell: (row) => row.cut.standing.counted.toLocaleString() },
        { title: t.notCounted, align: 'end', cell: (row) => row.cut.standing.notCounted.toLocaleString() },
        { title: t.notCaptured, align: 'end', cell: (row) => row.cut.standing.notCaptured.toLocaleString() },
        {
          title: t.totals,
          cell: (row) =>
            wrong(row) === 0 ? <Status shape="done" word={t.agrees} /> : <Status shape="late" word={t.wrongTotals(wrong(row))} />,
        },
        { title: t.newlyCaptured, align: 'end', cell: (row) => row.change?.newlyCaptured ?? '—' },
        { title: t.changedAfter, align: 'end', cell: (row) => row.change?.changedAfterCapture ?? '—' },
        { title: t.votesDelta, align: 'end', cell: (row) => signed(row.change?.votesDelta) },
        { title: t.gone, align: 'end', cell: (row) => row.change?.goneRows ?? '—' },
      ]}
      rows={rows}
    />
  );
}

export const signed = (value: number | undefined): string =>
  value === undefined ? '—' : value > 0 ? `+${value}` : `${value}`.replace('-', '−');

function Aside({ visit, one }: { readonly visit: V; readonly one: Verification }) {
  const { lang, world, url } = visit;
  const t = verificationPageWords(lang);
  const election = electionWith(world.verifications, one);
  const others = election ? [election.latest, ...election.former].filter((other) => other.verification !== one.verification) : [];
  const comparisons = comparisonsOf(world.verifications, one);
  return (
    <>
      <Panel id="acta" title={t.acta} weight="minor">
        <Form action={visit.href(`${pathOf(one)}/acta`)} method="get">
          <Field lang={lang} name="clave" label={t.actaKey} hint={t.actaHint} value={url.searchParams.get('clave') ?? ''} />
          <Submit>{t.seeActa}</Submit>
        </Form>
      </Panel>
      <Panel id="computos" title={t.computos} weight="minor">
        {comparisons.length === 0 ? (
          <p class="small">{t.computosNone}</p>
        ) : (
          <ul>
            {comparisons.map((other) => (
              <li>
                <a href={visit.href(`/operacion/comparaciones/${other.comparison}`)}>{mediumDate(other.on, lang)}</a>
                {` · ${other.counts.different.toLocaleString()} / ${other.counts.matched.toLocaleString()}`}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel id="informe" title={t.reports} weight="minor">
        <ReportLinks href={(format) => visit.href(`${pathOf(one)}/informe.${format}`)} />
      </Panel>
      <Panel id="prueba" title={t.evidence} weight="minor">
        <Facts
          items={[
            {
              term: t.checkSet,
              value: (
                <>
                  {t.version(one.checkSet.version)} · <Hash value={one.checkSet.sha256} />
                </>
              ),
            },
            {
              term: t.findingsFile,
              value: (
                <>
                  <Hash value={one.findings.sha256} /> ·{' '}
                  <a href={visit.href(`${pathOf(one)}/hallazgos.json`)} data-turbo="false">
                    JSON
                  </a>{' '}
                  · <DownloadLinks lang={lang} downloads={(end) => visit.href(`${pathOf(one)}/hallazgos.${end}`)} />
                </>
              ),
            },
          ]}
        />
        <p class="small">{t.repeat(`atalaya prep repeat ${visit.params.process ?? ''} ${one.verification}`)}</p>
      </Panel>
      {others.length > 0 && (
        <Panel id="anteriores" title={t.former} weight="minor">
          <ul>
            {others.map((other) => (
              <li>
                <a href={visit.href(pathOf(other))}>{mediumDate(other.on, lang)}</a> · {other.cuts.length} {t.cuts.toLowerCase()}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
