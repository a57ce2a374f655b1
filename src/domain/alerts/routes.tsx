import type { Table } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { AlertPage, EndedAlertPage, wholeGroup } from './alert-page.tsx';
import { type AlertRefusal, acknowledgeAlert, setThreshold } from './decide.ts';
import { alertPageWords } from './page-words.ts';
import { type AlertPagesWorld, AlertsPage, acknowledgedText, alertHref, alertSubject, alertsOnPage, ownerText } from './pages.tsx';
import { RulePage, RulesPage } from './rules-page.tsx';
import { type Alert, alertNamed, alertsOn, type Rule, ruleOf } from './views.ts';
import { alertRefusalText, severityWords } from './words.ts';

type V = Visit<AlertPagesWorld>;
const here = 'alertas';
const both = (row: 'notOpen' | 'unknownRule') => ({ es: alertPageWords('es')[row], en: alertPageWords('en')[row] });

/** What is downloaded: dates are ISO, so that a spreadsheet reads them. */
function alertsTable(visit: V, alerts: readonly Alert[]): Table {
  const { lang } = visit;
  const t = alertPageWords(lang);
  const titles = [t.severity, t.rule, t.subject, t.opl, t.since, t.why, t.owner, t.acknowledged];
  return {
    kind: 'table',
    id: 'alertas',
    caption: t.open,
    columns: titles.map((title) => ({ title })),
    rows: alerts.map((alert) => [
      pick(severityWords[alert.severity], lang),
      pick(alert.rule.name, lang),
      pick(alert.title, lang),
      alert.opl ?? null,
      alert.since,
      pick(alert.explanation, lang),
      ownerText(visit, alert),
      acknowledgedText(alert, lang),
    ]),
  };
}

function show(visit: V, alert: Alert, errors: readonly FormError[] = [], status: 200 | 409 = 200): Answer {
  return {
    kind: 'page',
    title: pick(alert.rule.name, visit.lang),
    here,
    status,
    shown: [alertSubject(alert), alert.subject],
    body: <AlertPage visit={visit} alert={alert} errors={errors} />,
  };
}

function one(visit: V): Answer {
  const id = visit.params.alert ?? '';
  const alert = alertNamed(alertsOn(visit.world, visit.day), id);
  if (alert) return show(visit, alert);
  const acknowledged = visit.world.alerts.acknowledged.get(id);
  if (!acknowledged) return { kind: 'not-found', what: both('notOpen') };
  return {
    kind: 'page',
    title: alertPageWords(visit.lang).alert,
    here,
    body: <EndedAlertPage visit={visit} id={id} acknowledged={acknowledged} />,
  };
}

async function acknowledge(visit: V): Promise<Answer> {
  const { params, today } = visit;
  const alert = alertNamed(alertsOn(visit.world, today), params.alert ?? '');
  // The office's right was asked for the OPL of the address: it must be the alert's own.
  if (!alert || (alert.opl ?? wholeGroup) !== params.opl) return { kind: 'not-found', what: both('notOpen') };
  const note = visit.form.get('nota') ?? '';
  const { rule, subject } = alert;
  const done = await visit.execute<AlertRefusal>((world, by) => acknowledgeAlert(world, { on: today, by, rule: rule.id, subject, note }));
  if (done.ok) return { kind: 'redirect', to: `${alertHref(visit, alert)}#reconocida` };
  return show(visit, alert, [refused(visit, done.error, { 'note-missing': 'nota' })], 409);
}

const refused = (visit: V, refusal: AlertRefusal | { readonly kind: 'conflict' }, fields: Readonly<Record<string, string>>): FormError => {
  const field = fields[refusal.kind];
  const text = refusal.kind === 'conflict' ? alertPageWords(visit.lang).changedMeanwhile : pick(alertRefusalText(refusal), visit.lang);
  return field === undefined ? { text } : { field, text };
};

function showRule(visit: V, rule: Rule, errors: readonly FormError[] = [], status: 200 | 409 = 200): Answer {
  return { kind: 'page', title: pick(rule.name, visit.lang), here, status, body: <RulePage visit={visit} rule={rule} errors={errors} /> };
}

function findRule(visit: V, then: (rule: Rule) => Answer | Promise<Answer>): Answer | Promise<Answer> {
  const rule = ruleOf(visit.params.rule ?? '');
  return rule ? then(rule) : { kind: 'not-found', what: both('unknownRule') };
}

async function set(visit: V, rule: Rule): Promise<Answer> {
  const value = Number(visit.form.get('valor') || 'x');
  const reason = visit.form.get('motivo') ?? '';
  const done = await visit.execute<AlertRefusal>((world, by) => setThreshold(world, { on: visit.today, by, rule: rule.id, value, reason }));
  if (done.ok) return { kind: 'redirect', to: `${visit.href(`/alertas/reglas/${rule.id}`)}#cambios` };
  const fields = { 'reason-missing': 'motivo', 'threshold-out-of-bounds': 'valor', 'threshold-same': 'valor' };
  return showRule(visit, rule, [refused(visit, done.error, fields)], 409);
}

export const alertRoutes: readonly Route<AlertPagesWorld>[] = [
  {
    method: 'GET',
    path: '/:process/alertas',
    may: 'anyone',
    answer: (visit) => ({
      kind: 'page',
      title: alertPageWords(visit.lang).alerts,
      here,
      shown: alertsOnPage(visit, alertsOn(visit.world, visit.day)).rows.map(alertSubject),
      body: <AlertsPage visit={visit} alerts={alertsOn(visit.world, visit.day)} />,
    }),
  },
  ...tableRoutes<AlertPagesWorld>(
    '/:process/alertas',
    'anyone',
    (visit) => alertsTable(visit, alertsOn(visit.world, visit.day)),
    (visit) => alertsOn(visit.world, visit.day).map(alertSubject),
  ),
  {
    method: 'GET',
    path: '/:process/alertas/reglas',
    may: 'anyone',
    answer: (visit) => ({ kind: 'page', title: alertPageWords(visit.lang).rules, here, body: <RulesPage visit={visit} /> }),
  },
  {
    method: 'GET',
    path: '/:process/alertas/reglas/:rule',
    may: 'anyone',
    answer: (visit) => findRule(visit, (rule) => showRule(visit, rule)),
  },
  {
    method: 'POST',
    path: '/:process/alertas/reglas/:rule/fijar',
    may: { right: 'plan' },
    answer: (visit) => findRule(visit, (rule) => set(visit, rule)),
  },
  { method: 'GET', path: '/:process/alertas/:alert', may: 'anyone', answer: one },
  { method: 'POST', path: '/:process/alertas/:opl/:alert/reconocer', may: { right: 'acknowledge', oplParam: 'opl' }, answer: acknowledge },
];
