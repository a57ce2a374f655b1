import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { ActPanel } from '../../ui/fields.tsx';
import { Form, type FormError } from '../../ui/forms.tsx';
import { Panel } from '../../ui/parts.tsx';
import { milestoneKinds } from './events.ts';
import { EvidenceFields } from './evidence-forms.tsx';
import { systemHref, type V } from './list-page.tsx';
import { systemsPageWords } from './page-words.ts';
import { activitiesOf, type Row } from './views.ts';
import { milestoneKindWords, milestoneName, systemsWords } from './words.ts';

export const milestoneActs = ['reach', 'replan', 'reopen', 'drop'] as const;
export type MilestoneAct = (typeof milestoneActs)[number];

type Props = { readonly visit: V; readonly row: Row; readonly errors: readonly FormError[]; readonly csrf: string };

/** What an area reports of its system's milestones. A form that was refused comes back filled in. */
export function MilestoneForms(props: Props) {
  const { visit, row, csrf } = props;
  const t = systemsPageWords(visit.lang);
  const w = systemsWords(visit.lang);
  return (
    <>
      {row.system.reportingSince === undefined && (
        <Panel id="abrir-reporte" title={w.openReporting} weight="minor">
          <p>{t.openReportingHint}</p>
          <Form action={systemHref(visit, row.system.id, '/abrir-reporte')} csrf={csrf}>
            <Submit>{w.openReporting}</Submit>
          </Form>
        </Panel>
      )}
      {row.milestones.length > 0 && <ActForm {...props} />}
      <PlanForm {...props} />
    </>
  );
}

const of = ({ visit, row, errors, csrf }: Props, verb: string) => ({
  filled: { ...visit, errors },
  action: systemHref(visit, row.system.id, `/${verb}`),
  csrf,
});

function ActForm(props: Props) {
  const { visit, row } = props;
  const { lang, today } = visit;
  const t = systemsPageWords(lang);
  const w = systemsWords(lang);
  const milestones = row.milestones.map(({ milestone }) => ({ value: milestone.id, label: milestoneName(milestone, lang) }));
  const acts = milestoneActs.map((act) => ({ value: act, label: w[act] }));
  const needsReason = `${w.replan}, ${w.reopen}, ${w.drop}. ${t.reasonHint}`;
  return (
    <ActPanel
      {...of(props, 'hitos')}
      prefix="a-"
      id="registrar-hito"
      title={t.milestones}
      button={w.recordMilestone}
      kind="primary"
      takesFiles
    >
      {(f) => (
        <>
          {f.select('a-hito', t.milestone, milestones)}
          {f.select('a-acto', t.act, acts)}
          {f.date('a-fecha', t.when, { max: today, value: today })}
          {f.date('a-nueva', t.newDate, { hint: w.replan, optional: true })}
          {f.text('a-motivo', t.reason, { hint: needsReason, optional: true })}
          <EvidenceFields fields={f} visit={visit} prefix="a-" optional />
        </>
      )}
    </ActPanel>
  );
}

function PlanForm(props: Props) {
  const { lang, world, day, today } = props.visit;
  const t = systemsPageWords(lang);
  const kinds = milestoneKinds.map((kind) => ({ value: kind, label: pick(milestoneKindWords[kind], lang) }));
  const activities = activitiesOf(world.process, world.systems, day).map(({ activity }) => ({
    value: activity.id,
    label: pick(activity.name, lang),
  }));
  return (
    <ActPanel {...of(props, 'planear')} prefix="p-" id="planear-hito" title={systemsWords(lang).plan}>
      {(f) => (
        <>
          {f.select('p-tipo', t.kind, kinds)}
          {f.text('p-nombre', t.name, { optional: true })}
          {f.date('p-fecha', t.due, { optional: true })}
          {f.select('p-actividad', t.tie, activities, { hint: t.tieHint, optional: true })}
          {f.number('p-peso', t.weight, { hint: t.weightHint, value: '10' })}
          {f.date('p-acordado', t.plannedOn, { max: today, value: today })}
        </>
      )}
    </ActPanel>
  );
}
