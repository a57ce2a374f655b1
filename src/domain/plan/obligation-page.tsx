import type { Child } from 'hono/jsx';
import { longDate, mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, Form, type FormError, Select, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, Facts, Notice, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { Why } from '../../ui/sequence.tsx';
import { Tag } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { officeName, type PeopleState } from '../people/views.ts';
import { WhoKnewLink } from '../receipts/pages.tsx';
import { possibleSteps } from './decide.ts';
import { planPageWords } from './page-words.ts';
import { itemHref, type PlanWorld, SourceLink, SuspensionNotice } from './pages.tsx';
import { type Item, leftOutWhy, obligationSubject, planInForce, shapeOf, wasObserved } from './views.ts';
import { confirmationWords, itemMark, stepWords } from './words.ts';

export type ObligationWorld = PlanWorld & { readonly people: PeopleState };
/** What another slice brings to the page of one obligation, below the reason for its date; null when it has nothing to say. */
export type ObligationPanel<W> = (visit: Visit<W>, item: Item) => Child;
type Props = {
  readonly visit: Visit<ObligationWorld>;
  readonly item: Item;
  /** A form that came back: what was typed and what is wrong with it. */
  readonly errors?: readonly FormError[];
};

/** One obligation of one OPL: why its date, what was recorded, and the form to record the next step. */
export function ObligationPage({ visit, item, errors = [], panels }: Props & { readonly panels?: Child }) {
  const { lang, world } = visit;
  const t = planPageWords(lang);
  const { obligation, opl } = item;
  const plan = planInForce(world.plan);
  const mark = itemMark(item, lang);
  const days = Math.max(item.daysLate, item.handedInLate);
  const late = days > 0 ? ` · ${t.daysLate(days)}` : '';
  const trail = [
    { label: t.prep, href: visit.href('/prep') },
    { label: pick(opl.name, lang), href: visit.href(`/prep/${opl.id}`) },
    { label: obligation.code },
  ];
  return (
    <>
      <PageHead
        title={pick(obligation.title, lang)}
        trail={<Breadcrumbs lang={lang} items={trail} />}
        actions={
          <>
            <Tag shape={mark.shape}>{`${mark.word}${late}`}</Tag>
            {wasObserved(item) && <WhoKnewLink visit={visit} subject={obligationSubject(item)} />}
          </>
        }
      />
      <SuspensionNotice visit={visit} />
      {item.omitted && (
        <Notice kind="note" title={t.omittedTitle}>
          <p>{t.omitted(plan?.agreement.name ?? '')}</p>
          {plan &&
            leftOutWhy(plan, opl.id, obligation).map(({ reason, source }) => (
              <>
                {reason && <p>{pick(reason, lang)}</p>}
                {source && <SourceLink source={source} />}
              </>
            ))}
        </Notice>
      )}
      <Split aside={<Data visit={visit} item={item} />}>
        <WhyDue visit={visit} item={item} />
        {item.status === 'unknown' && !item.omitted && <p class="small">{t.unknownMeans}</p>}
        {panels}
        <History visit={visit} item={item} />
        <RecordForm visit={visit} item={item} errors={errors} />
      </Split>
    </>
  );
}

function WhyDue({ visit, item }: Props) {
  const { lang } = visit;
  const t = planPageWords(lang);
  const { explanation, due, sendBy } = item.obligation;
  const arrow = (text: string, result: string) => (
    <>
      {text} → <strong>{longDate(result, lang)}</strong>
    </>
  );
  const steps = explanation.steps.map((step) => arrow(pick(step.text, lang), step.result));
  const confirmed = {
    shape: explanation.confirmation === 'seen' ? shapeOf.concluded : shapeOf.observed,
    word: pick(confirmationWords[explanation.confirmation], lang),
  };
  return (
    <>
      <Why
        id="por-que"
        title={item.omitted ? t.wouldBeDue(longDate(due, lang)) : t.whyDue(longDate(due, lang))}
        rule={pick(explanation.rule, lang)}
        steps={[...steps, ...(sendBy === undefined ? [] : [arrow(t.sendBy, sendBy)])]}
        citation={explanation.citation}
        confirmation={confirmed}
      />
      {explanation.caution && <p class="small">{pick(explanation.caution, lang)}</p>}
    </>
  );
}

function History({ visit, item }: Props) {
  const { lang, world } = visit;
  const t = planPageWords(lang);
  return (
    <DataTable
      lang={lang}
      id="registro"
      caption={t.history}
      columns={[
        { title: t.date, head: true, cell: (one: Item['progress'][number]) => <time datetime={one.on}>{mediumDate(one.on, lang)}</time> },
        {
          title: t.what,
          cell: (one) => (
            <>
              <strong>{pick(stepWords[one.step].done, lang)}</strong>
              {one.effectiveDate !== undefined && ` · ${t.documentDate}: ${mediumDate(one.effectiveDate, lang)}`}
              {one.note && <div>{pick(one.note, lang)}</div>}
              <div>
                <small>{t.recordedBy(pick(officeName(world.people, one.by.office), lang), one.seq)}</small>
              </div>
            </>
          ),
        },
        { title: t.source, cell: (one) => (one.source ? <SourceLink source={one.source} /> : '—') },
      ]}
      rows={item.progress}
      empty={t.noHistory}
    />
  );
}

function Data({ visit, item }: Props) {
  const { lang, world } = visit;
  const t = planPageWords(lang);
  const { obligation } = item;
  const plan = planInForce(world.plan);
  const link = (code: string) => {
    const other = plan?.obligations.find((one) => one.code === code);
    return other ? <a href={itemHref(visit, { ...item, obligation: other })}>{code}</a> : code;
  };
  const links = (codes: readonly string[]) => codes.map((code, i) => [i > 0 ? ', ' : '', link(code)]);
  const supports = [...new Set(plan?.obligations.filter((one) => one.dependsOn.includes(obligation.code)).map((one) => one.code) ?? [])];
  const items = [
    { term: t.responsible, value: pick(obligation.responsible, lang) },
    { term: t.evidence, value: pick(obligation.evidence, lang) },
    ...(obligation.condition ? [{ term: t.appliesIf, value: pick(obligation.condition.text, lang) }] : []),
    ...(obligation.window ? [{ term: t.window, value: mediumDate(obligation.window.from, lang) }] : []),
    ...(obligation.sendBy === undefined ? [] : [{ term: t.sendBy, value: mediumDate(obligation.sendBy, lang) }]),
    ...(item.formerDue === undefined ? [] : [{ term: t.formerDue, value: mediumDate(item.formerDue, lang) }]),
    ...(obligation.draftOf === undefined ? [] : [{ term: t.draftOf, value: link(obligation.draftOf) }]),
    ...(obligation.dependsOn.length > 0 ? [{ term: t.dependsOn, value: links(obligation.dependsOn) }] : []),
    ...(supports.length > 0 ? [{ term: t.supports, value: links(supports) }] : []),
    ...(plan ? [{ term: t.norm, value: `${plan.norm} · ${t.adopted(plan.agreement.name, mediumDate(plan.on, lang))}` }] : []),
    ...(obligation.note ? [{ term: t.note, value: pick(obligation.note, lang) }] : []),
  ];
  return (
    <Panel id="datos" title={t.data} weight="minor">
      <Facts items={items} />
    </Panel>
  );
}

function RecordForm({ visit, item, errors = [] }: Props) {
  const { lang, reader, form, world, today } = visit;
  const t = planPageWords(lang);
  if (reader.kind === 'anonymous' || visit.asOf || !visit.may('report-progress', item.opl.id)) return null;
  const steps = possibleSteps(world.plan, item.opl.id, item.obligation.key);
  if (steps.length === 0) return null;
  const error = (field: string) => errors.find((one) => one.field === field)?.text;
  return (
    <Panel id="registrar" title={t.record}>
      <p class="small">{t.recordHint}</p>
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href(`/prep/${item.opl.id}/${item.obligation.key}/avanzar`)} csrf={reader.csrf}>
        <Select
          lang={lang}
          name="paso"
          label={t.step}
          options={steps.map((step) => ({ value: step, label: pick(stepWords[step].button, lang) }))}
          value={form.get('paso')}
          error={error('paso')}
        />
        <DateField
          lang={lang}
          name="fecha"
          label={t.whenHappened}
          hint={t.whenHint}
          max={today}
          value={form.get('fecha') ?? today}
          error={error('fecha')}
        />
        <DateField
          lang={lang}
          name="documento"
          label={t.documentDate}
          hint={t.documentDateHint}
          optional
          value={form.get('documento')}
          error={error('documento')}
        />
        <TextArea lang={lang} name="nota" label={t.noteLabel} optional rows={3} value={form.get('nota')} />
        <Submit kind="primary">{t.recordButton}</Submit>
      </Form>
    </Panel>
  );
}
