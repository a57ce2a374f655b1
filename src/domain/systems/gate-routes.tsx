import type { Table } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { known, type Read, readForm } from '../../web/read-form.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { officeOf } from '../people/views.ts';
import { decideGoLive, decideRollback, meetCondition, meetRequirement, openGate, waiveRequirement } from './decide-gate.ts';
import { needEvidence, evidenceUploads as uploads } from './evidence-forms.tsx';
import { type GateView, gateOf } from './gate.ts';
import { goLiveChecklist } from './gate-checklist.ts';
import { rollbackVerdicts, type TestFigure, verdicts } from './gate-events.ts';
import { GatePage } from './gate-page.tsx';
import { gatePageWords } from './gate-page-words.ts';
import { gateMark, requirementMark } from './gate-words.ts';
import { type SystemsWorld, systemHref, type V } from './list-page.tsx';
import { systemsPageWords } from './page-words.ts';
import { document, find, findDecided, findOwn, here, record, reporting } from './shared-routes.tsx';
import type { Row } from './views.ts';

type Status = 200 | 409 | 422;
type Done = Answer | Promise<Answer>;

const show = (visit: V, row: Row, errors: readonly FormError[] = [], status: Status = 200): Answer => ({
  kind: 'page',
  title: `${pick(row.system.description.name, visit.lang)}: ${gatePageWords(visit.lang).gate}`,
  here,
  status,
  body: <GatePage visit={visit} row={row} errors={errors} />,
});

const then = (visit: V, row: Row, anchor = '') => ({
  to: systemHref(visit, row.system.id, `/produccion${anchor}`),
  refused: (errors: readonly FormError[]) => show(visit, row, errors, 409),
});

function open(visit: V, row: Row): Done {
  const t = gatePageWords(visit.lang);
  const read = readForm(visit);
  const decider = read.raw('g-decide');
  if (!officeOf(visit.world.people, decider)) read.wrong('g-decide', t.chooseDecider);
  if (read.errors.length > 0) return show(visit, row, read.errors, 422);
  const gate = { checklist: goLiveChecklist.id, items: goLiveChecklist.items, system: row.system.id, decider };
  return record(visit, (context, by) => openGate(context, { on: visit.today, by, ...gate }), then(visit, row));
}

/** The line chosen, as the gate names it. */
function lineOf(read: Read, field: string, view: GateView | undefined, text: string) {
  const line = view?.requirements.find(({ key }) => key === read.raw(field));
  if (!line) read.wrong(field, text);
  return line && { item: line.item.id, ...known('entity', line.entity) };
}

/** «usuarios concurrentes: 3000», one to a line. */
function figuresOf(read: Read, field: string, text: (line: string) => string): readonly TestFigure[] {
  return read.lines(field).flatMap((line) => {
    const [, name, value] = /^(.+?)\s*[:=]\s*(.+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) return [{ name, value }];
    read.wrong(field, text(line));
    return [];
  });
}

function meet(visit: V, row: Row): Done {
  const t = gatePageWords(visit.lang);
  const read = readForm(visit);
  const line = lineOf(read, 'm-requisito', gateOf(row.system, visit.today), t.chooseRequirement);
  const evidence = needEvidence(read, visit, 'm-');
  const figures = figuresOf(read, 'm-cifras', t.badFigures);
  if (!line || read.errors.length > 0) return show(visit, row, read.errors, 422);
  const data = { system: row.system.id, ...line, evidence, ...known('figures', figures.length > 0 ? figures : undefined) };
  return record(visit, (context, by) => meetRequirement(context, { on: visit.today, by, ...data }), then(visit, row, '#requisitos'));
}

function waive(visit: V, row: Row): Done {
  const t = gatePageWords(visit.lang);
  const read = readForm(visit);
  const line = lineOf(read, 'w-requisito', gateOf(row.system, visit.today), t.chooseRequirement);
  const reason = read.text('w-motivo');
  const until = read.date('w-hasta', t.until);
  if (!line || read.errors.length > 0) return show(visit, row, read.errors, 422);
  const data = { system: row.system.id, ...line, reason, until };
  return record(visit, (context, by) => waiveRequirement(context, { on: visit.today, by, ...data }), then(visit, row, '#requisitos'));
}

/** «2020-05-20: repetir la prueba», one to a line. */
function conditionsOf(read: Read, field: string, text: (line: string) => string) {
  return read.lines(field).flatMap((line, index) => {
    const [, due, said] = /^(\d{4}-\d{2}-\d{2})\s*[:,]?\s+(.+)$/.exec(line) ?? [];
    if (due !== undefined && said !== undefined && read.isDate(due)) return [{ id: `c${index + 1}`, due, text: said }];
    read.wrong(field, text(line));
    return [];
  });
}

function decide(visit: V, row: Row): Done {
  const t = gatePageWords(visit.lang);
  const read = readForm(visit);
  const verdict = read.oneOf('d-decision', verdicts, t.chooseVerdict);
  const conditions = conditionsOf(read, 'd-condiciones', t.badCondition);
  const observeUntil = read.optionalDate('d-observar', t.observeUntil);
  const reason = read.optional('d-motivo');
  if (!verdict || read.errors.length > 0) return show(visit, row, read.errors, 422);
  const data = { system: row.system.id, verdict, conditions, ...known('observeUntil', observeUntil), ...known('reason', reason) };
  return record(
    visit,
    (context, by) => decideGoLive(context, { on: visit.today, by, office: by.office, ...data }),
    then(visit, row, '#decision'),
  );
}

function meetOne(visit: V, row: Row): Done {
  const t = gatePageWords(visit.lang);
  const read = readForm(visit);
  const ids = gateOf(row.system, visit.today)?.conditions.map(({ id }) => id) ?? [];
  const condition = read.oneOf('c-condicion', ids, t.chooseCondition);
  const evidence = needEvidence(read, visit, 'c-');
  if (condition === undefined || read.errors.length > 0) return show(visit, row, read.errors, 422);
  const data = { system: row.system.id, condition, evidence };
  return record(visit, (context, by) => meetCondition(context, { on: visit.today, by, ...data }), then(visit, row, '#condiciones'));
}

function rollBack(visit: V, row: Row): Done {
  const t = gatePageWords(visit.lang);
  const read = readForm(visit);
  const verdict = read.oneOf('r-decision', rollbackVerdicts, t.chooseVerdict);
  const reason = read.text('r-motivo');
  if (!verdict || read.errors.length > 0) return show(visit, row, read.errors, 422);
  const data = { system: row.system.id, verdict, reason };
  return record(
    visit,
    (context, by) => decideRollback(context, { on: visit.today, by, office: by.office, ...data }),
    then(visit, row, '#decision'),
  );
}

function requirementsTable({ lang, day }: V, { system }: Row): Table {
  const t = gatePageWords(lang);
  const s = systemsPageWords(lang);
  const view = gateOf(system, day);
  return {
    kind: 'table',
    id: 'requisitos',
    caption: t.requirements,
    columns: [t.requirement, t.entity, s.state, t.obligatory, s.evidence, s.evidenceUrl, t.figures, t.gate].map((title) => ({ title })),
    rows: (view?.requirements ?? []).map(({ item, entity, state, met, waiver }) => [
      pick(item.name, lang),
      entity ?? null,
      requirementMark(state, lang).word,
      item.obligatory ? t.yes : t.no,
      met?.evidence.text ?? waiver?.reason ?? null,
      met?.evidence.url ?? null,
      met?.figures.map(({ name, value }) => `${name}: ${value}`).join('; ') ?? null,
      view ? gateMark(view.status, lang).word : null,
    ]),
  };
}

const path = '/:process/sistemas/:system/produccion';
const deciding = { right: 'decide-go-live' } as const;

export const gateRoutes: readonly Route<SystemsWorld>[] = [
  { method: 'GET', path, may: 'anyone', answer: (visit) => find(visit, (row) => show(visit, row)) },
  ...tableRoutes<SystemsWorld>(path, 'anyone', (visit) => find(visit, (row) => requirementsTable(visit, row))),
  {
    method: 'GET',
    path: `${path}/requisitos/:line`,
    may: 'anyone',
    answer: (visit) =>
      document(visit, ({ gate }) => gate?.requirements.find(({ key }) => key === visit.params.line?.replace('.', '/'))?.met?.evidence),
  },
  {
    method: 'GET',
    path: `${path}/condiciones/:condition`,
    may: 'anyone',
    answer: (visit) => document(visit, ({ gate }) => gate?.conditions.find(({ id }) => id === visit.params.condition)?.met?.evidence),
  },
  { method: 'POST', path: `${path}/abrir`, may: reporting, answer: (visit) => findOwn(visit, (row) => open(visit, row)) },
  { method: 'POST', path: `${path}/acreditar`, may: reporting, uploads, answer: (visit) => findOwn(visit, (row) => meet(visit, row)) },
  { method: 'POST', path: `${path}/dispensar`, may: deciding, answer: (visit) => findDecided(visit, (row) => waive(visit, row)) },
  { method: 'POST', path: `${path}/decidir`, may: deciding, answer: (visit) => findDecided(visit, (row) => decide(visit, row)) },
  { method: 'POST', path: `${path}/cumplir`, may: reporting, uploads, answer: (visit) => findOwn(visit, (row) => meetOne(visit, row)) },
  { method: 'POST', path: `${path}/revertir`, may: deciding, answer: (visit) => findDecided(visit, (row) => rollBack(visit, row)) },
];
