import { mediumDate, shortDate } from '../../core/date-words.ts';
import type { IsoInstant } from '../../core/event.ts';
import { type Lang, pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Checkbox, ErrorSummary, errorOf, Field, Form, type FormError, Radios, Select } from '../../ui/forms.tsx';
import { latencySvg } from '../../ui/latency.ts';
import { Breadcrumbs, Facts, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { OpenProcess } from '../process/views.ts';
import type { SystemsState } from '../systems/views.ts';
import { usualSchedule } from './events.ts';
import { probesPageWords } from './page-words.ts';
import type { Answers } from './routes.tsx';
import { availability, conditionOf, type Outage, outagesOf, type Probe, type ProbesState, probesDown, probesInForce } from './views.ts';
import { conditionMark, failureWords, probesWords, questionText } from './words.ts';

export type ProbesWorld = { readonly process: OpenProcess; readonly probes: ProbesState; readonly systems: SystemsState };
export type V = Visit<ProbesWorld>;

export const probeHref = (visit: Pick<V, 'href'>, probe: string, more = ''): string => visit.href(`/sondas/${probe}${more}`);

/** «25 nov 2026 10:04», where the process is. */
export function momentText(at: IsoInstant, zone: string, lang: Lang): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return `${mediumDate(local.toPlainDate(), lang)} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** What the page's day ends with: now, or midnight after the day it was asked for. */
export function endOf({ asOf, now, day, world }: Pick<V, 'asOf' | 'now' | 'day' | 'world'>): IsoInstant {
  if (asOf?.day === undefined) return now;
  const end = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(world.process.timeZone).toInstant();
  return end.toString({ fractionalSecondDigits: 3 });
}

export const daysBefore = (at: IsoInstant, days: number): IsoInstant =>
  Temporal.Instant.from(at)
    .subtract({ hours: 24 * days })
    .toString({ fractionalSecondDigits: 3 });

/** «99.95 %», truncated: never better than it was. */
export function availableText(probe: Probe, end: IsoInstant): string | undefined {
  const { knownSeconds, downSeconds } = availability(probe, daysBefore(end, 30), end);
  if (knownSeconds === 0) return undefined;
  return `${(Math.floor((10_000 * (knownSeconds - downSeconds)) / knownSeconds) / 100).toFixed(2)} %`;
}

type ListProps = { readonly visit: V; readonly errors: readonly FormError[] };
export function ProbesPage({ visit, errors }: ListProps) {
  const { lang, world, reader } = visit;
  const t = probesPageWords(lang);
  const probes = [...world.probes.probes.values()];
  const mayList = visit.may('administer') && !visit.asOf && reader.kind === 'signed-in';
  return (
    <>
      <PageHead
        title={t.probes}
        meta={t.meta(probesInForce(world.probes).length, probesDown(world.probes).length)}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.systems, href: visit.href('/sistemas') }, { label: t.probes }]} />}
      />
      <p>{t.about}</p>
      <ProbesTable visit={visit} probes={probes} />
      {mayList && <ListForm visit={visit} errors={errors} csrf={reader.csrf} />}
    </>
  );
}

export function ProbesTable({ visit, probes }: { readonly visit: V; readonly probes: readonly Probe[] }) {
  const { lang, world } = visit;
  const t = probesPageWords(lang);
  const end = endOf(visit);
  return (
    <DataTable
      lang={lang}
      id="sondas"
      caption={t.probes}
      columns={[
        { title: t.probe, head: true, cell: (probe: Probe) => pick(probe.name, lang) },
        { title: t.system, cell: (probe) => pick(world.systems.systems.get(probe.system)?.description.name ?? both(probe.system), lang) },
        { title: t.condition, keep: true, cell: (probe) => <Standing probe={probe} lang={lang} /> },
        { title: t.since, keep: true, cell: (probe) => sinceText(probe, world.process.timeZone, lang) },
        { title: t.available, unit: t.days30, align: 'end', cell: (probe) => availableText(probe, end) ?? '—' },
        { title: t.question, cell: (probe) => <code>{questionText(probe.question)}</code> },
      ]}
      rows={probes}
      rowHref={(probe) => probeHref(visit, probe.id)}
      empty={t.none}
      downloads={(end) => visit.href(`/sondas.${end}`)}
    />
  );
}

const both = (text: string) => ({ es: text, en: text });

const Standing = ({ probe, lang }: { readonly probe: Probe; readonly lang: Lang }) =>
  probe.retired ? (
    <span>{probesPageWords(lang).retiredOn(mediumDate(probe.retired.on, lang))}</span>
  ) : (
    <Status {...conditionMark(conditionOf(probe), lang)} />
  );

const sinceText = (probe: Probe, zone: string, lang: Lang): string => {
  const last = probe.turns.at(-1);
  return last ? momentText(last.since, zone, lang) : '—';
};

const kinds = (lang: Lang) => {
  const t = probesPageWords(lang);
  return [
    { value: 'http', label: t.kindHttp },
    { value: 'tcp', label: t.kindTcp },
    { value: 'dns', label: t.kindDns },
  ];
};

function ListForm({ visit, errors, csrf }: ListProps & { readonly csrf: string }) {
  const { lang, form, world } = visit;
  const t = probesPageWords(lang);
  const w = probesWords(lang);
  const of = (name: string) => ({ lang, name, value: form.get(name), error: errorOf(errors, name) });
  const systems = [...world.systems.systems.values()].map((one) => ({ value: one.id, label: pick(one.description.name, lang) }));
  return (
    <Panel id="registrar" title={w.list} weight="minor">
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href('/sondas/registrar')} csrf={csrf}>
        <Field {...of('clave')} label={t.id} hint={t.idHint} />
        <Field {...of('nombre')} label={t.name} />
        <Select {...of('sistema')} label={t.system} options={systems} />
        <Radios {...of('tipo')} label={t.kind} options={kinds(lang)} value={form.get('tipo') ?? 'http'} />
        <Field {...of('direccion')} label={t.address} hint={t.addressHint} />
        <Field {...of('texto')} label={t.text} hint={t.textHint} optional />
        <Field
          {...of('cada')}
          label={t.interval}
          hint={t.intervalHint}
          inputmode="numeric"
          short
          value={form.get('cada') ?? String(usualSchedule.everySeconds)}
        />
        <Checkbox lang={lang} name="privada" label={t.isPrivate} checked={form.get('privada') === 'si'} optional />
        <Submit kind="primary">{w.list}</Submit>
      </Form>
    </Panel>
  );
}

type ProbeProps = { readonly visit: V; readonly probe: Probe; readonly answers: Answers; readonly errors: readonly FormError[] };
/** One probe: what holds now, its outages, how long answers took, the latest of them. */
export function ProbePage({ visit, probe, answers, errors }: ProbeProps) {
  const { lang, world, reader } = visit;
  const t = probesPageWords(lang);
  const name = pick(probe.name, lang);
  const system = world.systems.systems.get(probe.system);
  const trail = [
    { label: t.systems, href: visit.href('/sistemas') },
    { label: pick(system?.description.name ?? both(probe.system), lang), href: visit.href(`/sistemas/${probe.system}`) },
    { label: t.probes, href: visit.href('/sondas') },
    { label: name },
  ];
  const mayRetire = visit.may('administer') && !visit.asOf && !probe.retired && reader.kind === 'signed-in';
  return (
    <>
      <PageHead title={name} meta={<code>{questionText(probe.question)}</code>} trail={<Breadcrumbs lang={lang} items={trail} />} />
      <Split aside={<Record visit={visit} probe={probe} />}>
        <Facts
          items={[
            { term: t.condition, value: <Standing probe={probe} lang={lang} /> },
            { term: t.since, value: probe.turns.length > 0 ? sinceText(probe, world.process.timeZone, lang) : t.never },
            { term: `${t.available} (${t.days30})`, value: availableText(probe, endOf(visit)) ?? t.never },
          ]}
        />
        <Outages visit={visit} probe={probe} />
        {answers.days.length > 0 && <Days visit={visit} answers={answers} />}
        {!visit.asOf && <Latest visit={visit} answers={answers} />}
        {mayRetire && <RetireForm visit={visit} probe={probe} errors={errors} csrf={reader.csrf} />}
      </Split>
    </>
  );
}

function Record({ visit, probe }: { readonly visit: V; readonly probe: Probe }) {
  const { lang } = visit;
  const t = probesPageWords(lang);
  const { everySeconds, failuresToConfirm, answersToRecover } = probe.schedule;
  return (
    <Panel id="ficha" title={t.probe} weight="minor">
      <Facts
        items={[
          { term: t.id, value: <code>{probe.id}</code> },
          { term: t.listedOn, value: mediumDate(probe.listedOn, lang) },
          { term: t.every, value: t.seconds(everySeconds) },
          { term: t.confirmation, value: t.confirmed(failuresToConfirm, answersToRecover) },
          { term: t.privateNetwork, value: probe.isPrivate ? t.yes : t.no },
        ]}
      />
    </Panel>
  );
}

const minutesOf = ({ from, to }: Outage, end: IsoInstant): number =>
  Math.round((Temporal.Instant.from(to ?? end).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds) / 60_000);

function Outages({ visit, probe }: { readonly visit: V; readonly probe: Probe }) {
  const { lang, world } = visit;
  const t = probesPageWords(lang);
  const zone = world.process.timeZone;
  const end = endOf(visit);
  return (
    <DataTable
      lang={lang}
      id="interrupciones"
      caption={t.outages}
      columns={[
        { title: t.from, head: true, cell: (one: Outage) => momentText(one.from, zone, lang) },
        { title: t.to, keep: true, cell: ({ to }) => (to === undefined ? t.goesOn : momentText(to, zone, lang)) },
        { title: t.lasted, unit: t.minutes, align: 'end', cell: (one) => minutesOf(one, end) },
        {
          title: t.cause,
          cell: ({ failure, detail }) =>
            failure && (
              <>
                {pick(failureWords[failure], lang)} {detail && <small>({detail})</small>}
              </>
            ),
        },
      ]}
      rows={[...outagesOf(probe)].reverse()}
      empty={t.outagesNone}
      downloads={(end) => probeHref(visit, probe.id, `/interrupciones.${end}`)}
    />
  );
}

function Days({ visit, answers }: { readonly visit: V; readonly answers: Answers }) {
  const { lang, world } = visit;
  const t = probesPageWords(lang);
  const to = Temporal.Instant.from(endOf(visit)).epochMilliseconds;
  const from = to - 30 * 24 * hourMs;
  const labels = [0, 5, 10, 15, 20, 25, 29].map((day) => {
    const at = from + (day + 0.5) * 24 * hourMs;
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(world.process.timeZone);
    return { at, label: shortDate(local.toPlainDate(), lang) };
  });
  const failures = answers.days.reduce((sum, one) => sum + one.failures, 0);
  const worst = Math.max(0, ...answers.days.map(({ maxMs }) => maxMs ?? 0));
  return (
    <Figure
      lang={lang}
      id="latencia"
      title={t.latencyOver}
      alt={t.latencyAlt(Math.round(worst), failures)}
      svg={latencySvg(answers.hours, { from, to, stepMs: hourMs, labels })}
      note={t.latencyNote}
      table={
        <DataTable
          lang={lang}
          id="respuestas-por-dia"
          caption={t.latencyOver}
          columns={[
            { title: t.day, head: true, cell: (one: Answers['days'][number]) => mediumDate(one.day, lang) },
            { title: t.asked, align: 'end', cell: (one) => one.answers + one.failures },
            { title: t.failed, align: 'end', cell: (one) => one.failures },
            { title: t.mean, unit: t.ms, align: 'end', cell: (one) => rounded(one.meanMs) },
            { title: t.highest, unit: t.ms, align: 'end', cell: (one) => rounded(one.maxMs) },
          ]}
          rows={answers.days}
        />
      }
    />
  );
}
const hourMs = 3_600_000;

const rounded = (value: number | undefined): string => (value === undefined ? '—' : String(Math.round(value)));

function Latest({ visit, answers }: { readonly visit: V; readonly answers: Answers }) {
  const { lang } = visit;
  const t = probesPageWords(lang);
  return (
    <DataTable
      lang={lang}
      id="ultimas"
      caption={t.latest}
      columns={[
        { title: t.at, unit: t.utc, head: true, cell: (one: Answers['latest'][number]) => one.at.slice(0, 19).replace('T', ' ') },
        { title: t.answer, keep: true, cell: (one) => <Status {...conditionMark(one.failure ? 'down' : 'up', lang)} /> },
        { title: t.latency, unit: t.ms, align: 'end', cell: (one) => rounded(one.latencyMs) },
        {
          title: t.detail,
          cell: (one) =>
            [one.failure && pick(failureWords[one.failure], lang), one.detail, one.inMaintenance && t.maintenance]
              .filter(Boolean)
              .join(' · '),
        },
      ]}
      rows={answers.latest}
      empty={t.latestNone}
    />
  );
}

function RetireForm({ visit, probe, errors, csrf }: Omit<ProbeProps, 'answers'> & { readonly csrf: string }) {
  const { lang, form } = visit;
  const t = probesPageWords(lang);
  const w = probesWords(lang);
  return (
    <Panel id="retirar" title={w.retire} weight="minor">
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={probeHref(visit, probe.id, '/retirar')} csrf={csrf}>
        <Field lang={lang} name="motivo" label={t.reason} value={form.get('motivo')} error={errorOf(errors, 'motivo')} />
        <Submit>{w.retire}</Submit>
      </Form>
    </Panel>
  );
}
