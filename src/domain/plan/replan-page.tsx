import { longDate, mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, errorOf, Field, Form, type FormError, Select, TextArea } from '../../ui/forms.tsx';
import { Figures, Notice, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { electionDayOf } from '../process/views.ts';
import { type ReplanChoice, replanChoices } from './events.ts';
import { planPageWords } from './page-words.ts';
import type { PlanWorld } from './pages.tsx';
import { differenceOf, type ReplanItem, replanItems, undecidedOf } from './replan.ts';
import { choiceWords, replanWords } from './replan-words.ts';
import { type AdoptedPlan, planInForce, type Replan } from './views.ts';

export type ReplanForm = 'proponer' | 'decidir' | 'aprobar';
type Props = {
  readonly visit: Visit<PlanWorld>;
  readonly norms: readonly string[];
  /** The form that came back, and what is wrong with it. */
  readonly form?: ReplanForm;
  readonly errors?: readonly FormError[];
  /** How it would stand after the decision in the form: shown, and recorded nowhere. */
  readonly simulated?: Replan;
};

/** A change of election day, decided item by item: what is proposed, what was decided, what would change, and the approval. */
export function ReplanPage(props: Props) {
  const { visit } = props;
  const { lang, world } = visit;
  const t = replanWords(lang);
  const { replan } = world.plan;
  return (
    <>
      <PageHead title={t.replan} {...(replan ? { meta: t.forJornada(longDate(replan.jornada, lang), longDate(replan.on, lang)) } : {})} />
      {replan ? <UnderWay {...props} replan={replan} /> : <NotBegun {...props} />}
      <Plans visit={visit} />
    </>
  );
}

const mayPlan = ({ reader, asOf, may }: Visit<PlanWorld>): boolean => reader.kind === 'signed-in' && asOf === undefined && may('plan');
const csrfOf = ({ reader }: Visit<PlanWorld>): string => (reader.kind === 'signed-in' ? reader.csrf : '');
const errorsOf = ({ form, errors = [] }: Props, of: ReplanForm): readonly FormError[] => (form === of ? errors : []);

function NotBegun(props: Props) {
  const { visit, norms } = props;
  const { lang, world, form } = visit;
  const t = replanWords(lang);
  const plan = planInForce(world.plan);
  const jornada = electionDayOf(world.process)?.jornada;
  if (!plan || jornada === undefined || plan.jornada === jornada) return <p>{t.none}</p>;
  const errors = errorsOf(props, 'proponer');
  return (
    <>
      <Notice kind="note" title={t.replan}>
        <p>{t.needed(longDate(jornada, lang), longDate(plan.jornada, lang))}</p>
      </Notice>
      {mayPlan(visit) && (
        <Panel id="proponer" title={t.propose}>
          <p class="small">{t.proposeHint}</p>
          <ErrorSummary lang={lang} errors={errors} />
          <Form action={visit.href('/reprogramacion/proponer')} csrf={csrfOf(visit)}>
            <Select
              lang={lang}
              name="norma"
              label={t.norm}
              options={norms.map((norm) => ({ value: norm, label: norm }))}
              value={form.get('norma') ?? plan.norm}
              error={errorOf(errors, 'norma')}
            />
            <Submit kind="primary">{t.propose}</Submit>
          </Form>
        </Panel>
      )}
    </>
  );
}

function UnderWay(props: Props & { readonly replan: Replan }) {
  const { visit, simulated } = props;
  const { lang, world, day } = visit;
  const t = replanWords(lang);
  const items = replanItems(world.process, world.plan, simulated ?? props.replan, day);
  return (
    <>
      {simulated && (
        <Notice kind="note" title={t.simulation}>
          <p>{t.simulationText}</p>
        </Notice>
      )}
      <WhatChanges visit={visit} items={items} />
      {mayPlan(visit) ? (
        <Split aside={<ApproveForm {...props} />}>
          <DecideForm {...props} items={items} />
        </Split>
      ) : null}
      <Items visit={visit} items={items} />
    </>
  );
}

type WithItems = { readonly visit: Visit<PlanWorld>; readonly items: readonly ReplanItem[] };

function WhatChanges({ visit, items }: WithItems) {
  const { lang, world, day } = visit;
  const t = replanWords(lang);
  const { moved, unchanged, dropped, late, past, standing } = differenceOf(world.process, world.plan, items, day);
  const undecided = undecidedOf(items);
  return (
    <Panel id="cambios" title={t.difference} note={t.progress(items.length - undecided.length, items.length)}>
      <Figures
        items={[
          { value: undecided.length, label: t.undecided },
          { value: moved.length, label: t.moved },
          { value: unchanged.length, label: t.unchanged },
          { value: dropped.length, label: t.dropped },
          { value: late.length, label: t.late },
          { value: past.length, label: t.past },
          { value: standing.length, label: t.standing },
        ]}
      />
    </Panel>
  );
}

function DecideForm(props: Props & { readonly items: readonly ReplanItem[]; readonly replan: Replan }) {
  const { visit, items, replan } = props;
  const { lang, form, world, url } = visit;
  const t = replanWords(lang);
  const errors = errorsOf(props, 'decidir');
  const value = (name: string) => form.get(name) ?? url.searchParams.get(name) ?? undefined;
  const hasMatters = items.some((item) => item.opl === undefined);
  return (
    <Panel id="decidir" title={t.decide} note={t.whichHint}>
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href('/reprogramacion/decidir')} csrf={csrfOf(visit)}>
        <Select
          lang={lang}
          name="asunto"
          label={t.subject}
          optional
          hint={t.allUndecided}
          options={items.map((item) => ({ value: item.subject, label: pick(item.title, lang) }))}
          value={value('asunto')}
          error={errorOf(errors, 'asunto')}
        />
        <Select
          lang={lang}
          name="opl"
          label={t.opl}
          optional
          options={[
            ...world.process.opls.map((opl) => ({ value: opl.id, label: pick(opl.name, lang) })),
            ...(hasMatters ? [{ value: 'sistemas', label: t.systems }] : []),
          ]}
          value={value('opl')}
        />
        <Select
          lang={lang}
          name="tema"
          label={t.topic}
          optional
          options={replan.topics.map((topic) => ({ value: topic.id, label: pick(topic.name, lang) }))}
          value={value('tema')}
        />
        <Select
          lang={lang}
          name="decision"
          label={t.decision}
          options={replanChoices.map((choice) => ({ value: choice, label: pick(choiceWords[choice], lang) }))}
          value={value('decision')}
          error={errorOf(errors, 'decision')}
        />
        <DateField
          lang={lang}
          name="fecha"
          label={t.newDate}
          hint={t.dateHint}
          optional
          value={value('fecha')}
          error={errorOf(errors, 'fecha')}
        />
        <TextArea
          lang={lang}
          name="motivo"
          label={t.reason}
          hint={t.reasonHint}
          optional
          rows={3}
          value={value('motivo')}
          error={errorOf(errors, 'motivo')}
        />
        <p class="actions">
          <Submit>{t.decideButton}</Submit>
          <Submit name="accion" value="simular" plain>
            {t.simulateButton}
          </Submit>
        </p>
      </Form>
    </Panel>
  );
}

function ApproveForm(props: Props) {
  const { visit } = props;
  const { lang, form } = visit;
  const t = replanWords(lang);
  const errors = errorsOf(props, 'aprobar');
  return (
    <Panel id="aprobar" title={t.approve} weight="minor">
      <p class="small">{t.approveHint}</p>
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href('/reprogramacion/aprobar')} csrf={csrfOf(visit)}>
        <Field
          lang={lang}
          name="acuerdo"
          label={t.agreement}
          hint={t.agreementHint}
          value={form.get('acuerdo')}
          error={errorOf(errors, 'acuerdo')}
        />
        <Field lang={lang} name="fuente" label={t.source} value={form.get('fuente')} error={errorOf(errors, 'fuente')} />
        <Submit kind="primary">{t.approveButton}</Submit>
      </Form>
    </Panel>
  );
}

function Items({ visit, items }: WithItems) {
  const { lang, day } = visit;
  const t = replanWords(lang);
  const date = (due: string | undefined) => (due === undefined ? '—' : <time datetime={due}>{mediumDate(due, lang)}</time>);
  const proposed = ({ proposed: due }: ReplanItem) => (
    <>
      {date(due)}
      {due !== undefined && due < day && <div class="small">{t.pastShort}</div>}
    </>
  );
  const word = (choice: ReplanChoice) => pick(choiceWords[choice], lang);
  return (
    <DataTable
      lang={lang}
      id="asuntos"
      caption={t.items}
      columns={[
        { title: t.item, head: true, cell: (item: ReplanItem) => pick(item.title, lang) },
        { title: t.present, keep: true, cell: (item) => date(item.due) },
        { title: t.proposed, keep: true, cell: proposed },
        {
          title: t.decision,
          cell: ({ decision }) =>
            decision ? (
              <>
                {word(decision.choice)}
                {decision.reason && <div class="small">{pick(decision.reason, lang)}</div>}
              </>
            ) : (
              <strong>{t.undecided}</strong>
            ),
        },
        { title: t.newDate, keep: true, cell: ({ decision }) => (decision?.choice === 'drop' ? t.leftOut : date(decision?.due)) },
      ]}
      rows={items}
      rowHref={(item) => {
        const href = visit.href('/reprogramacion');
        return `${href}${href.includes('?') ? '&' : '?'}asunto=${encodeURIComponent(item.subject)}#decidir`;
      }}
    />
  );
}

/** Every plan adopted, the one in force first: both stay in sight. */
function Plans({ visit }: { readonly visit: Visit<PlanWorld> }) {
  const { lang, world } = visit;
  const t = replanWords(lang);
  const dropped = (plan: AdoptedPlan) =>
    [...plan.decided.values()].filter(({ choice }) => choice === 'drop').length + plan.omitted.flatMap(({ codes }) => codes).length;
  return (
    <DataTable
      lang={lang}
      id="planes"
      caption={t.plans}
      columns={[
        { title: t.plan, head: true, cell: (plan: AdoptedPlan) => plan.agreement.name },
        { title: t.adoptedOn, keep: true, cell: (plan) => <time datetime={plan.on}>{mediumDate(plan.on, lang)}</time> },
        { title: t.jornada, keep: true, cell: (plan) => mediumDate(plan.jornada, lang) },
        { title: t.norm, cell: (plan) => plan.norm },
        { title: t.decisions, cell: (plan) => `${plan.decided.size}${dropped(plan) > 0 ? ` · ${t.droppedOf(dropped(plan))}` : ''}` },
      ]}
      rows={world.plan.plans.toReversed()}
      empty={planPageWords(lang).noPlan}
    />
  );
}
