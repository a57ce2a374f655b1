import { longDate, mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { Breadcrumbs, EmptyState, Facts, PageHead, Panel, Rows } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { officeName } from '../people/views.ts';
import { confirmationWords } from '../plan/views.ts';
import { oplOf } from '../process/views.ts';
import { type GateView, gateOf, type RequirementRow } from './gate.ts';
import { GateForms } from './gate-forms.tsx';
import { gatePageWords } from './gate-page-words.ts';
import type { GoLiveDecision } from './gate-state.ts';
import { conditionMark, gateMark, requirementMark, rollbackWords, verdictWords } from './gate-words.ts';
import { systemHref, type V } from './list-page.tsx';
import { systemsPageWords } from './page-words.ts';
import { Linked } from './system-page.tsx';
import type { Row } from './views.ts';

type Props = { readonly visit: V; readonly row: Row };

export function GatePage({ visit, row, errors = [] }: Props & { readonly errors?: readonly FormError[] }) {
  const { lang, day, reader } = visit;
  const t = gatePageWords(lang);
  const name = pick(row.system.description.name, lang);
  const view = gateOf(row.system, day);
  const trail = [
    { label: systemsPageWords(lang).systems, href: visit.href('/sistemas') },
    { label: name, href: systemHref(visit, row.system.id) },
    { label: t.gate },
  ];
  return (
    <>
      <PageHead title={`${name}: ${t.gate}`} meta={t.gateMeta} trail={<Breadcrumbs lang={lang} items={trail} />} />
      <div class="stack">
        {view ? <Gate visit={visit} row={row} view={view} /> : <EmptyState>{t.none}</EmptyState>}
        {reader.kind === 'signed-in' && !visit.asOf && <GateForms visit={visit} row={row} view={view} errors={errors} csrf={reader.csrf} />}
      </div>
    </>
  );
}

function Gate({ visit, row, view }: Props & { readonly view: GateView }) {
  const { lang, world } = visit;
  const t = gatePageWords(lang);
  const { gate } = view;
  const until = gate.decisions.at(-1)?.observeUntil;
  const status = (
    <>
      <Status {...gateMark(view.status, lang)} />
      {view.observing && until !== undefined && ` · ${t.observing(longDate(until, lang))}`}
    </>
  );
  return (
    <>
      <Facts
        items={[
          { term: systemsPageWords(lang).state, value: status },
          { term: t.decider, value: pick(officeName(world.people, gate.decider), lang) },
          { term: t.requirements, value: t.lacking(view.lacking.length) },
        ]}
      />
      <Requirements visit={visit} row={row} view={view} />
      <Panel id="decision" title={t.decisions}>
        <Rows items={gate.decisions.map((one) => decisionRow(visit, one))} empty={t.noDecision} />
        {gate.rollback && (
          <Rows
            items={[
              {
                text: `${t.rollback}: ${pick(rollbackWords[gate.rollback.verdict], lang)}`,
                strong: true,
                detail: `${pick(officeName(world.people, gate.rollback.office), lang)}. ${gate.rollback.reason}`,
                when: mediumDate(gate.rollback.on, lang),
                dateTime: gate.rollback.on,
              },
            ]}
            empty=""
          />
        )}
      </Panel>
      {view.conditions.length > 0 && <Conditions visit={visit} row={row} view={view} />}
    </>
  );
}

function decisionRow({ lang, world }: V, decision: GoLiveDecision) {
  const t = gatePageWords(lang);
  const office = pick(officeName(world.people, decision.office), lang);
  const window = decision.observeUntil === undefined ? [] : [`${t.observeUntil}: ${longDate(decision.observeUntil, lang)}`];
  return {
    text: `${t.decision}: ${pick(verdictWords[decision.verdict], lang)}`,
    strong: true,
    detail: (
      <>
        {[office, ...(decision.reason === undefined ? [] : [decision.reason]), ...window].join('. ')}
        {decision.document && (
          <>
            . <Linked {...decision.document} />
          </>
        )}
      </>
    ),
    when: mediumDate(decision.on, lang),
    dateTime: decision.on,
  };
}

function Requirements({ visit, row, view }: Props & { readonly view: GateView }) {
  const { lang, world } = visit;
  const t = gatePageWords(lang);
  return (
    <DataTable
      lang={lang}
      id="requisitos"
      caption={t.requirements}
      columns={[
        {
          title: t.requirement,
          head: true,
          cell: ({ item, entity }: RequirementRow) =>
            entity === undefined ? pick(item.name, lang) : `${pick(item.name, lang)} · ${oplOf(world.process, entity)?.acronym ?? entity}`,
        },
        { title: systemsPageWords(lang).state, keep: true, cell: ({ state }) => <Status {...requirementMark(state, lang)} /> },
        { title: t.obligatory, cell: ({ item }) => (item.obligatory ? t.yes : t.no) },
        { title: systemsPageWords(lang).evidence, cell: (line) => <Shown line={line} visit={visit} row={row} /> },
        {
          title: t.figures,
          cell: ({ met }) => met?.figures.map(({ name, value }) => `${name}: ${value}`).join('; ') || '—',
        },
        { title: t.source, cell: ({ item }) => `${item.citation} (${pick(confirmationWords[item.confirmation], lang)})` },
      ]}
      rows={view.requirements}
      rowId={({ key }) => `requisito-${key.replace('/', '-')}`}
      downloads={(end) => systemHref(visit, row.system.id, `/produccion.${end}`)}
    />
  );
}

function Shown({ line, visit, row }: Props & { readonly line: RequirementRow }) {
  const { lang, world } = visit;
  const t = gatePageWords(lang);
  const { met, waiver } = line;
  if (met)
    return (
      <>
        <Linked
          {...met.evidence}
          lang={lang}
          fileHref={systemHref(visit, row.system.id, `/produccion/requisitos/${line.key.replace('/', '.')}`)}
        />
        <small class="detail">
          {t.decidedBy(pick(officeName(world.people, met.by.office), lang), mediumDate(met.evidence.date ?? met.on, lang))}
        </small>
      </>
    );
  if (!waiver) return <>—</>;
  const office = pick(officeName(world.people, waiver.by.office), lang);
  return <>{t.waivedBy(office, mediumDate(waiver.on, lang), mediumDate(waiver.until, lang), waiver.reason)}</>;
}

function Conditions({ visit, row, view }: Props & { readonly view: GateView }) {
  const { lang } = visit;
  const t = gatePageWords(lang);
  type Condition = GateView['conditions'][number];
  return (
    <DataTable
      lang={lang}
      id="condiciones"
      caption={t.conditions}
      columns={[
        { title: t.condition, head: true, cell: (one: Condition) => one.text },
        { title: t.due, keep: true, cell: ({ due }) => mediumDate(due, lang) },
        { title: systemsPageWords(lang).state, keep: true, cell: (one) => <Status {...conditionMark(one, lang)} /> },
        {
          title: systemsPageWords(lang).evidence,
          cell: ({ id, met }) =>
            met ? (
              <Linked {...met.evidence} lang={lang} fileHref={systemHref(visit, row.system.id, `/produccion/condiciones/${id}`)} />
            ) : (
              '—'
            ),
        },
      ]}
      rows={view.conditions}
    />
  );
}
