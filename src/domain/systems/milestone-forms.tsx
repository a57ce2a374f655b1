import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, errorOf, Field, Form, type FormError, Select } from '../../ui/forms.tsx';
import { Panel } from '../../ui/parts.tsx';
import { milestoneKinds } from './events.ts';
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

function ActForm({ visit, row, errors, csrf }: Props) {
  const { lang, form, today } = visit;
  const t = systemsPageWords(lang);
  const w = systemsWords(lang);
  const own = errors.some((one) => one.field === undefined || one.field.startsWith('a-')) ? errors : [];
  const value = (field: string) => form.get(field);
  return (
    <Panel id="registrar-hito" title={t.milestones} weight="minor">
      <ErrorSummary lang={lang} errors={own} />
      <Form action={systemHref(visit, row.system.id, '/hitos')} csrf={csrf}>
        <Select
          lang={lang}
          name="a-hito"
          label={t.milestone}
          value={value('a-hito')}
          error={errorOf(own, 'a-hito')}
          options={row.milestones.map(({ milestone }) => ({ value: milestone.id, label: milestoneName(milestone, lang) }))}
        />
        <Select
          lang={lang}
          name="a-acto"
          label={t.act}
          value={value('a-acto')}
          error={errorOf(own, 'a-acto')}
          options={milestoneActs.map((act) => ({ value: act, label: w[act] }))}
        />
        <DateField
          lang={lang}
          name="a-fecha"
          label={t.when}
          max={today}
          value={value('a-fecha') ?? today}
          error={errorOf(own, 'a-fecha')}
        />
        <DateField
          lang={lang}
          name="a-nueva"
          label={t.newDate}
          hint={w.replan}
          optional
          value={value('a-nueva')}
          error={errorOf(own, 'a-nueva')}
        />
        <Field
          lang={lang}
          name="a-motivo"
          label={t.reason}
          hint={`${w.replan}, ${w.reopen}, ${w.drop}. ${t.reasonHint}`}
          optional
          value={value('a-motivo')}
          error={errorOf(own, 'a-motivo')}
        />
        <Field lang={lang} name="a-evidencia" label={t.evidenceText} hint={t.evidenceHint} optional value={value('a-evidencia')} />
        <Field lang={lang} name="a-url" type="url" label={t.evidenceUrl} optional value={value('a-url')} error={errorOf(own, 'a-url')} />
        <Submit kind="primary">{w.recordMilestone}</Submit>
      </Form>
    </Panel>
  );
}

function PlanForm({ visit, row, errors, csrf }: Props) {
  const { lang, form, world, day, today } = visit;
  const t = systemsPageWords(lang);
  const w = systemsWords(lang);
  const own = errors.some((one) => one.field === undefined || one.field.startsWith('p-')) ? errors : [];
  const activities = activitiesOf(world.process, world.systems, day);
  const value = (field: string) => form.get(field);
  return (
    <Panel id="planear-hito" title={w.plan} weight="minor">
      <ErrorSummary lang={lang} errors={own} />
      <Form action={systemHref(visit, row.system.id, '/planear')} csrf={csrf}>
        <Select
          lang={lang}
          name="p-tipo"
          label={t.kind}
          value={value('p-tipo')}
          error={errorOf(own, 'p-tipo')}
          options={milestoneKinds.map((kind) => ({ value: kind, label: pick(milestoneKindWords[kind], lang) }))}
        />
        <Field lang={lang} name="p-nombre" label={t.name} optional value={value('p-nombre')} />
        <DateField lang={lang} name="p-fecha" label={t.due} value={value('p-fecha')} optional error={errorOf(own, 'p-fecha')} />
        <Select
          lang={lang}
          name="p-actividad"
          label={t.tie}
          hint={t.tieHint}
          optional
          value={value('p-actividad')}
          error={errorOf(own, 'p-actividad')}
          options={activities.map(({ activity }) => ({ value: activity.id, label: pick(activity.name, lang) }))}
        />
        <Field
          lang={lang}
          name="p-peso"
          type="number"
          short
          label={t.weight}
          hint={t.weightHint}
          value={value('p-peso') ?? '10'}
          error={errorOf(own, 'p-peso')}
        />
        <DateField
          lang={lang}
          name="p-acordado"
          label={t.plannedOn}
          max={today}
          value={value('p-acordado') ?? today}
          error={errorOf(own, 'p-acordado')}
        />
        <Submit>{w.plan}</Submit>
      </Form>
    </Panel>
  );
}
