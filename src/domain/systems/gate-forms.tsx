import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, errorOf, Field, Form, type FormError, Radios, Select, TextArea } from '../../ui/forms.tsx';
import { Columns, Panel } from '../../ui/parts.tsx';
import { officeName, officesOf } from '../people/views.ts';
import { oplOf } from '../process/views.ts';
import type { GateView, RequirementRow } from './gate.ts';
import { rollbackVerdicts, verdicts } from './gate-events.ts';
import { gatePageWords } from './gate-page-words.ts';
import { gateWords, rollbackWords, verdictWords } from './gate-words.ts';
import { systemHref, type V } from './list-page.tsx';
import { systemsPageWords } from './page-words.ts';
import { mayReport } from './system-page.tsx';
import type { Row } from './views.ts';

type Props = {
  readonly visit: V;
  readonly row: Row;
  readonly view: GateView | undefined;
  readonly errors: readonly FormError[];
  readonly csrf: string;
};
type Open = Props & { readonly view: GateView };

/** Roles that may decide a go-live (`people/rights.ts` grants it to them). */
const deciders = ['chair', 'technical-secretariat', 'systems-unit', 'user-area'];

/** What whoever asks may do now: open, meet, waive, decide, each by its own right. */
export function GateForms({ view, ...props }: Props) {
  const { visit, row } = props;
  const reports = mayReport(visit, row);
  const isOver = view?.status === 'rolledBack';
  if (!view || isOver) return reports ? <OpenForm {...props} view={view} /> : null;
  const open = { ...props, view };
  const isDecider = visit.reader.kind === 'signed-in' && visit.reader.by.office === view.gate.decider && visit.may('decide-go-live');
  const undecided = view.status === 'open' || view.status === 'refused';
  return (
    <>
      {!isDecider && <p>{gatePageWords(visit.lang).whose(pick(officeName(visit.world.people, view.gate.decider), visit.lang))}</p>}
      <Columns of={2}>
        {undecided && reports && <MeetForm {...open} />}
        {undecided && isDecider && <DecideForm {...open} />}
        {undecided && isDecider && <WaiveForm {...open} />}
        {view.status === 'conditional' && reports && <ConditionForm {...open} />}
        {(view.status === 'conditional' || view.status === 'approved') && isDecider && <RollbackForm {...open} />}
      </Columns>
    </>
  );
}

const ownErrors = (errors: readonly FormError[], form: string): readonly FormError[] =>
  errors.filter(({ field }) => (field === undefined ? form === 'general' : field.startsWith(`${form}-`)));

function OpenForm({ visit, row, errors, csrf }: Props) {
  const { lang, world, form } = visit;
  const t = gatePageWords(lang);
  const options = officesOf(world.people)
    .filter(({ role }) => deciders.includes(role))
    .map(({ id, name }) => ({ value: id, label: pick(name, lang) }));
  return (
    <Panel id="abrir" title={gateWords(lang).open} weight="minor">
      <ErrorSummary lang={lang} errors={errors} />
      <p>{t.openHint}</p>
      <Form action={systemHref(visit, row.system.id, '/produccion/abrir')} csrf={csrf}>
        <Select
          lang={lang}
          name="g-decide"
          label={t.decider}
          hint={t.deciderHint}
          value={form.get('g-decide')}
          error={errorOf(errors, 'g-decide')}
          options={options}
        />
        <Submit kind="primary">{gateWords(lang).open}</Submit>
      </Form>
    </Panel>
  );
}

const optionsOf = ({ lang, world }: V, lines: readonly RequirementRow[]) =>
  lines.map(({ key, item, entity }) => ({
    value: key,
    label: entity === undefined ? pick(item.name, lang) : `${pick(item.name, lang)} · ${oplOf(world.process, entity)?.acronym ?? entity}`,
  }));

function MeetForm({ visit, row, view, errors, csrf }: Open) {
  const { lang, form, today } = visit;
  const t = gatePageWords(lang);
  const s = systemsPageWords(lang);
  const own = [...ownErrors(errors, 'm'), ...ownErrors(errors, 'general')];
  const value = (name: string) => form.get(name);
  return (
    <Panel id="acreditar" title={gateWords(lang).meet} weight="minor">
      <ErrorSummary lang={lang} errors={own} />
      <Form action={systemHref(visit, row.system.id, '/produccion/acreditar')} csrf={csrf}>
        <Select
          lang={lang}
          name="m-requisito"
          label={t.requirement}
          value={value('m-requisito')}
          error={errorOf(own, 'm-requisito')}
          options={optionsOf(visit, view.requirements)}
        />
        <Field
          lang={lang}
          name="m-evidencia"
          label={s.evidenceText}
          hint={s.evidenceHint}
          value={value('m-evidencia')}
          error={errorOf(own, 'm-evidencia')}
        />
        <DateField
          lang={lang}
          name="m-documento"
          label={t.documentDate}
          optional
          max={today}
          value={value('m-documento')}
          error={errorOf(own, 'm-documento')}
        />
        <Field lang={lang} name="m-url" type="url" label={s.evidenceUrl} optional value={value('m-url')} error={errorOf(own, 'm-url')} />
        <TextArea
          lang={lang}
          name="m-cifras"
          label={t.figures}
          hint={t.figuresHint}
          rows={3}
          optional
          value={value('m-cifras')}
          error={errorOf(own, 'm-cifras')}
        />
        <Submit kind="primary">{gateWords(lang).meet}</Submit>
      </Form>
    </Panel>
  );
}

function WaiveForm({ visit, row, view, errors, csrf }: Open) {
  const { lang, form, today } = visit;
  const t = gatePageWords(lang);
  const s = systemsPageWords(lang);
  const own = ownErrors(errors, 'w');
  const value = (name: string) => form.get(name);
  const open = view.requirements.filter(({ state }) => state !== 'met');
  return (
    <Panel id="dispensar" title={gateWords(lang).waive} weight="minor">
      <ErrorSummary lang={lang} errors={own} />
      <Form action={systemHref(visit, row.system.id, '/produccion/dispensar')} csrf={csrf}>
        <Select
          lang={lang}
          name="w-requisito"
          label={t.requirement}
          value={value('w-requisito')}
          error={errorOf(own, 'w-requisito')}
          options={optionsOf(visit, open)}
        />
        <Field
          lang={lang}
          name="w-motivo"
          label={s.reason}
          hint={s.reasonHint}
          value={value('w-motivo')}
          error={errorOf(own, 'w-motivo')}
        />
        <DateField lang={lang} name="w-hasta" label={t.until} min={today} value={value('w-hasta')} error={errorOf(own, 'w-hasta')} />
        <Submit>{gateWords(lang).waive}</Submit>
      </Form>
    </Panel>
  );
}

function DecideForm({ visit, row, errors, csrf }: Open) {
  const { lang, form, today } = visit;
  const t = gatePageWords(lang);
  const s = systemsPageWords(lang);
  const own = [...ownErrors(errors, 'd'), ...ownErrors(errors, 'general')];
  const value = (name: string) => form.get(name);
  return (
    <Panel id="decidir" title={gateWords(lang).decide} weight="minor">
      <ErrorSummary lang={lang} errors={own} />
      <Form action={systemHref(visit, row.system.id, '/produccion/decidir')} csrf={csrf}>
        <Radios
          lang={lang}
          name="d-decision"
          label={t.verdict}
          value={value('d-decision')}
          error={errorOf(own, 'd-decision')}
          options={verdicts.map((verdict) => ({ value: verdict, label: pick(verdictWords[verdict], lang) }))}
        />
        <TextArea
          lang={lang}
          name="d-condiciones"
          label={t.conditions}
          hint={t.conditionsHint}
          rows={3}
          optional
          value={value('d-condiciones')}
          error={errorOf(own, 'd-condiciones')}
        />
        <DateField
          lang={lang}
          name="d-observar"
          label={t.observeUntil}
          optional
          min={today}
          value={value('d-observar')}
          error={errorOf(own, 'd-observar')}
        />
        <Field
          lang={lang}
          name="d-motivo"
          label={s.reason}
          hint={s.reasonHint}
          optional
          value={value('d-motivo')}
          error={errorOf(own, 'd-motivo')}
        />
        <Submit kind="primary">{gateWords(lang).decide}</Submit>
      </Form>
    </Panel>
  );
}

function ConditionForm({ visit, row, view, errors, csrf }: Open) {
  const { lang, form } = visit;
  const t = gatePageWords(lang);
  const s = systemsPageWords(lang);
  const own = [...ownErrors(errors, 'c'), ...ownErrors(errors, 'general')];
  return (
    <Panel id="condicion" title={gateWords(lang).meetCondition} weight="minor">
      <ErrorSummary lang={lang} errors={own} />
      <Form action={systemHref(visit, row.system.id, '/produccion/cumplir')} csrf={csrf}>
        <Select
          lang={lang}
          name="c-condicion"
          label={t.condition}
          value={form.get('c-condicion')}
          error={errorOf(own, 'c-condicion')}
          options={view.conditions.filter(({ met }) => !met).map(({ id, text }) => ({ value: id, label: text }))}
        />
        <Field
          lang={lang}
          name="c-evidencia"
          label={s.evidenceText}
          hint={s.evidenceHint}
          value={form.get('c-evidencia')}
          error={errorOf(own, 'c-evidencia')}
        />
        <Field lang={lang} name="c-url" type="url" label={s.evidenceUrl} optional value={form.get('c-url')} error={errorOf(own, 'c-url')} />
        <Submit kind="primary">{gateWords(lang).meetCondition}</Submit>
      </Form>
    </Panel>
  );
}

function RollbackForm({ visit, row, errors, csrf }: Open) {
  const { lang, form } = visit;
  const t = gatePageWords(lang);
  const s = systemsPageWords(lang);
  const own = ownErrors(errors, 'r');
  return (
    <Panel id="reversion" title={gateWords(lang).rollback} weight="minor">
      <ErrorSummary lang={lang} errors={own} />
      <Form action={systemHref(visit, row.system.id, '/produccion/revertir')} csrf={csrf}>
        <Radios
          lang={lang}
          name="r-decision"
          label={t.rollbackChoice}
          value={form.get('r-decision')}
          error={errorOf(own, 'r-decision')}
          options={rollbackVerdicts.map((verdict) => ({ value: verdict, label: pick(rollbackWords[verdict], lang) }))}
        />
        <Field
          lang={lang}
          name="r-motivo"
          label={s.reason}
          hint={s.reasonHint}
          value={form.get('r-motivo')}
          error={errorOf(own, 'r-motivo')}
        />
        <Submit>{gateWords(lang).rollback}</Submit>
      </Form>
    </Panel>
  );
}
