import { mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { ErrorSummary, Field, Form, type FormError, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, PageHead, Panel } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { officeName } from '../people/views.ts';
import { roleWords } from '../people/words.ts';
import { alertPageWords } from './page-words.ts';
import type { AlertPagesWorld } from './pages.tsx';
import { type Rule, rules, type SetThreshold, thresholdOf } from './views.ts';
import { amount, severityMark } from './words.ts';

type V = Visit<AlertPagesWorld>;

/** Every rule: what it asks, how grave it is, what it compares with and why. */
export function RulesPage({ visit }: { readonly visit: V }) {
  const { lang, world } = visit;
  const t = alertPageWords(lang);
  const compared = (rule: Rule) => {
    if (!rule.threshold) return t.noThreshold;
    const { unit, usual, reason } = rule.threshold;
    const now = thresholdOf(world.alerts, rule);
    return (
      <>
        <strong>{amount(now, unit, lang)}</strong>
        {now !== usual && ` (${t.usual(amount(usual, unit, lang))})`}
        <div class="small">{pick(reason, lang)}</div>
      </>
    );
  };
  return (
    <>
      <PageHead
        title={t.rules}
        meta={t.rulesMeta}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.alerts, href: visit.href('/alertas') }, { label: t.rules }]} />}
      />
      <DataTable
        lang={lang}
        id="reglas"
        caption={t.rules}
        columns={[
          { title: t.rule, head: true, cell: (rule: Rule) => pick(rule.name, lang) },
          { title: t.severity, keep: true, cell: (rule) => <Status {...severityMark(rule.severity, lang)} /> },
          { title: t.why, cell: (rule) => pick(rule.about, lang) },
          { title: t.threshold, cell: compared },
          { title: t.owner, cell: (rule) => roleWords(lang)[rule.owner] },
        ]}
        rows={rules}
        rowId={(rule) => rule.id}
        rowHref={(rule) => visit.href(`/alertas/reglas/${rule.id}`)}
      />
    </>
  );
}

/** One rule, the history of its threshold, and the form to set another. */
export function RulePage({ visit, rule, errors = [] }: { readonly visit: V; readonly rule: Rule; readonly errors?: readonly FormError[] }) {
  const { lang, world } = visit;
  const t = alertPageWords(lang);
  const trail = [
    { label: t.alerts, href: visit.href('/alertas') },
    { label: t.rules, href: visit.href('/alertas/reglas') },
    { label: pick(rule.name, lang) },
  ];
  const { threshold } = rule;
  return (
    <>
      <PageHead
        title={pick(rule.name, lang)}
        meta={<Status {...severityMark(rule.severity, lang)} />}
        trail={<Breadcrumbs lang={lang} items={trail} />}
      />
      <p>{pick(rule.about, lang)}</p>
      {threshold && (
        <>
          <p>
            {t.compares(amount(thresholdOf(world.alerts, rule), threshold.unit, lang))}{' '}
            {t.usual(amount(threshold.usual, threshold.unit, lang))}: {pick(threshold.reason, lang)}
          </p>
          <DataTable
            lang={lang}
            id="cambios"
            caption={t.thresholdHistory}
            columns={[
              { title: t.date, head: true, cell: (one: SetThreshold) => <time datetime={one.on}>{mediumDate(one.on, lang)}</time> },
              { title: t.value, keep: true, cell: (one) => amount(one.value, threshold.unit, lang) },
              { title: t.reason, cell: (one) => one.reason },
              { title: t.acknowledgedBy, cell: (one) => pick(officeName(world.people, one.by.office), lang) },
            ]}
            rows={world.alerts.thresholds.get(rule.id) ?? []}
            empty={t.noThresholdHistory}
          />
        </>
      )}
      <ThresholdForm visit={visit} rule={rule} errors={errors} />
    </>
  );
}

function ThresholdForm({ visit, rule, errors }: { readonly visit: V; readonly rule: Rule; readonly errors: readonly FormError[] }) {
  const { lang, reader, form } = visit;
  const t = alertPageWords(lang);
  const { threshold } = rule;
  if (!threshold || reader.kind === 'anonymous' || visit.asOf || !visit.may('plan')) return null;
  const error = (field: string) => errors.find((one) => one.field === field)?.text;
  return (
    <Panel id="fijar" title={t.setThreshold}>
      <p class="small">{t.setThresholdHint}</p>
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href(`/alertas/reglas/${rule.id}/fijar`)} csrf={reader.csrf}>
        <Field
          lang={lang}
          name="valor"
          label={t.value}
          hint={t.bounds(threshold.least, amount(threshold.most, threshold.unit, lang))}
          type="number"
          short
          value={form.get('valor')}
          error={error('valor')}
        />
        <TextArea lang={lang} name="motivo" label={t.reason} rows={3} value={form.get('motivo')} error={error('motivo')} />
        <Submit kind="primary">{t.setThresholdButton}</Submit>
      </Form>
    </Panel>
  );
}
