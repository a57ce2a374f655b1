import { pick } from '../../core/words.ts';
import { ActPanel } from '../../ui/fields.tsx';
import type { FormError } from '../../ui/forms.tsx';
import { Columns } from '../../ui/parts.tsx';
import { officeName, officesOf } from '../people/views.ts';
import { oplOf } from '../process/views.ts';
import { EvidenceFields } from './evidence-forms.tsx';
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

const of = ({ visit, row, errors, csrf }: Props, verb: string) => ({
  filled: { ...visit, errors },
  action: systemHref(visit, row.system.id, `/produccion/${verb}`),
  csrf,
});

function OpenForm(props: Props) {
  const { lang, world } = props.visit;
  const t = gatePageWords(lang);
  const options = officesOf(world.people)
    .filter(({ role }) => deciders.includes(role))
    .map(({ id, name }) => ({ value: id, label: pick(name, lang) }));
  return (
    <ActPanel {...of(props, 'abrir')} prefix="g-" id="abrir" title={gateWords(lang).open} about={t.openHint} kind="primary">
      {(f) => f.select('g-decide', t.decider, options, { hint: t.deciderHint })}
    </ActPanel>
  );
}

const optionsOf = ({ lang, world }: V, lines: readonly RequirementRow[]) =>
  lines.map(({ key, item, entity }) => ({
    value: key,
    label: entity === undefined ? pick(item.name, lang) : `${pick(item.name, lang)} · ${oplOf(world.process, entity)?.acronym ?? entity}`,
  }));

function MeetForm(props: Open) {
  const { visit, view } = props;
  const t = gatePageWords(visit.lang);
  return (
    <ActPanel {...of(props, 'acreditar')} prefix="m-" id="acreditar" title={gateWords(visit.lang).meet} kind="primary" takesFiles>
      {(f) => (
        <>
          {f.select('m-requisito', t.requirement, optionsOf(visit, view.requirements))}
          <EvidenceFields fields={f} visit={visit} prefix="m-" />
          {f.area('m-cifras', t.figures, { hint: t.figuresHint, rows: 3, optional: true })}
        </>
      )}
    </ActPanel>
  );
}

function WaiveForm(props: Open) {
  const { visit, view } = props;
  const t = gatePageWords(visit.lang);
  const s = systemsPageWords(visit.lang);
  const open = view.requirements.filter(({ state }) => state !== 'met');
  return (
    <ActPanel {...of(props, 'dispensar')} prefix="w-" id="dispensar" title={gateWords(visit.lang).waive}>
      {(f) => (
        <>
          {f.select('w-requisito', t.requirement, optionsOf(visit, open))}
          {f.text('w-motivo', s.reason, { hint: s.reasonHint })}
          {f.date('w-hasta', t.until, { min: visit.today })}
        </>
      )}
    </ActPanel>
  );
}

function DecideForm(props: Open) {
  const { lang, today } = props.visit;
  const t = gatePageWords(lang);
  const s = systemsPageWords(lang);
  const options = verdicts.map((verdict) => ({ value: verdict, label: pick(verdictWords[verdict], lang) }));
  return (
    <ActPanel {...of(props, 'decidir')} prefix="d-" id="decidir" title={gateWords(lang).decide} kind="primary">
      {(f) => (
        <>
          {f.radios('d-decision', t.verdict, options)}
          {f.area('d-condiciones', t.conditions, { hint: t.conditionsHint, rows: 3, optional: true })}
          {f.date('d-observar', t.observeUntil, { optional: true, min: today })}
          {f.text('d-motivo', s.reason, { hint: s.reasonHint, optional: true })}
        </>
      )}
    </ActPanel>
  );
}

function ConditionForm(props: Open) {
  const { visit, view } = props;
  const t = gatePageWords(visit.lang);
  const options = view.conditions.filter(({ met }) => !met).map(({ id, text }) => ({ value: id, label: text }));
  return (
    <ActPanel {...of(props, 'cumplir')} prefix="c-" id="condicion" title={gateWords(visit.lang).meetCondition} kind="primary" takesFiles>
      {(f) => (
        <>
          {f.select('c-condicion', t.condition, options)}
          <EvidenceFields fields={f} visit={visit} prefix="c-" />
        </>
      )}
    </ActPanel>
  );
}

function RollbackForm(props: Open) {
  const { lang } = props.visit;
  const t = gatePageWords(lang);
  const s = systemsPageWords(lang);
  const options = rollbackVerdicts.map((verdict) => ({ value: verdict, label: pick(rollbackWords[verdict], lang) }));
  return (
    <ActPanel {...of(props, 'revertir')} prefix="r-" id="reversion" title={gateWords(lang).rollback}>
      {(f) => (
        <>
          {f.radios('r-decision', t.rollbackChoice, options)}
          {f.text('r-motivo', s.reason, { hint: s.reasonHint })}
        </>
      )}
    </ActPanel>
  );
}
