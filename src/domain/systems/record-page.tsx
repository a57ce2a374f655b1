import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, errorOf, Field, Form, type FormError, type Option, Select, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { environments } from './events.ts';
import { systemHref, type V } from './list-page.tsx';
import { systemsPageWords } from './page-words.ts';
import { activitiesOf, type System } from './views.ts';
import { environmentWords, systemsWords } from './words.ts';

type Props = { readonly visit: V; readonly system?: System; readonly errors: readonly FormError[]; readonly csrf: string };

/** Registers a system, or states its row again; a system that exists also takes releases and dependencies here. */
export function RecordPage(props: Props) {
  const { visit, system } = props;
  const { lang } = visit;
  const t = systemsPageWords(lang);
  const w = systemsWords(lang);
  const title = system ? `${w.amend}: ${pick(system.description.name, lang)}` : w.register;
  const trail = [
    { label: t.systems, href: visit.href('/sistemas') },
    ...(system ? [{ label: pick(system.description.name, lang), href: systemHref(visit, system.id) }] : []),
    { label: system ? t.record : w.register },
  ];
  return (
    <>
      <PageHead title={title} trail={<Breadcrumbs lang={lang} items={trail} />} />
      {system ? (
        <Split
          aside={
            <>
              <ReleaseForm {...props} system={system} />
              <DependencyForm {...props} system={system} />
            </>
          }
        >
          <DescriptionForm {...props} />
        </Split>
      ) : (
        <DescriptionForm {...props} />
      )}
    </>
  );
}

const owned = (errors: readonly FormError[], prefix: string): readonly FormError[] =>
  errors.filter((one) => (one.field === undefined ? prefix === 'f-' : one.field.startsWith(prefix)));

function DescriptionForm({ visit, system, errors, csrf }: Props) {
  const { lang, form, world } = visit;
  const t = systemsPageWords(lang);
  const w = systemsWords(lang);
  const own = owned(errors, 'f-');
  const d = system?.description;
  const field = (name: string, label: string, value: string | undefined, more: { optional?: boolean; hint?: string } = {}) => (
    <Field
      lang={lang}
      name={name}
      label={label}
      value={form.get(name) ?? value}
      optional={more.optional ?? true}
      hint={more.hint}
      error={errorOf(own, name)}
    />
  );
  return (
    <>
      <ErrorSummary lang={lang} errors={own} />
      <Form action={system ? systemHref(visit, system.id, '/ficha') : visit.href('/registrar-sistema')} csrf={csrf}>
        {!system && field('f-clave', t.id, undefined, { optional: false, hint: t.idHint })}
        {field('f-nombre', t.name, d && pick(d.name, lang), { optional: false })}
        <TextArea
          lang={lang}
          name="f-proposito"
          label={t.purpose}
          rows={3}
          optional
          value={form.get('f-proposito') ?? (d?.purpose && pick(d.purpose, lang))}
        />
        {field('f-responsable', t.owner, d?.owner)}
        {field('f-usuarias', t.userAreas, d?.userAreas?.join(', '), { hint: t.listHint })}
        {field('f-desarrolla', t.developer, d?.developer)}
        {field('f-entidades', t.entities, d?.entities?.join(', '), {
          hint: t.entitiesHint(
            world.process.opls
              .slice(0, 4)
              .map((one) => one.id)
              .join(', '),
          ),
        })}
        {field('f-direccion', t.url, d?.url)}
        {field('f-mesa', t.supportDesk, d?.supportDesk)}
        {field('f-sustituye', t.predecessor, d?.predecessor)}
        {field('f-reportan', t.reporters, d?.reporters?.join(', '), { hint: t.reportersHint })}
        {field('f-fuente', t.source, d?.sources[0]?.text, { optional: false, hint: t.sourceHint })}
        {system && field('f-motivo', t.reason, undefined, { optional: false, hint: t.reasonHint })}
        <Submit kind="primary">{system ? w.amend : w.register}</Submit>
      </Form>
    </>
  );
}

type Known = Props & { readonly system: System };

function ReleaseForm({ visit, system, errors, csrf }: Known) {
  const { lang, form, today } = visit;
  const t = systemsPageWords(lang);
  const w = systemsWords(lang);
  const own = owned(errors, 'l-');
  const value = (name: string) => form.get(name);
  return (
    <Panel id="liberar" title={w.recordRelease} weight="minor">
      <ErrorSummary lang={lang} errors={own} />
      <Form action={systemHref(visit, system.id, '/liberaciones')} csrf={csrf}>
        <Field lang={lang} name="l-version" label={t.version} value={value('l-version')} error={errorOf(own, 'l-version')} />
        <DateField
          lang={lang}
          name="l-fecha"
          label={t.date}
          max={today}
          value={value('l-fecha') ?? today}
          error={errorOf(own, 'l-fecha')}
        />
        <Select
          lang={lang}
          name="l-ambiente"
          label={t.environment}
          value={value('l-ambiente')}
          error={errorOf(own, 'l-ambiente')}
          options={environments.map((one) => ({ value: one, label: pick(environmentWords[one], lang) }))}
        />
        <Field lang={lang} name="l-nota" label={t.note} optional value={value('l-nota')} />
        <Submit>{w.recordRelease}</Submit>
      </Form>
    </Panel>
  );
}

/** What it serves and needs: one list, each option saying which it is. */
function DependencyForm({ visit, system, errors, csrf }: Known) {
  const { lang, form, world, day } = visit;
  const t = systemsPageWords(lang);
  const w = systemsWords(lang);
  const own = owned(errors, 'd-');
  const options: readonly Option[] = [
    ...activitiesOf(world.process, world.systems, day).map(({ activity: { id, name } }) => ({
      value: `activity:${id}`,
      label: `${t.activity}: ${pick(name, lang)}`,
    })),
    ...[...world.systems.systems.values()]
      .filter(({ id }) => id !== system.id)
      .map(({ id, description }) => ({ value: `system:${id}`, label: `${t.system}: ${pick(description.name, lang)}` })),
  ];
  return (
    <Panel id="dependencias" title={w.declareDependency} weight="minor">
      <ErrorSummary lang={lang} errors={own} />
      <Form action={systemHref(visit, system.id, '/dependencias')} csrf={csrf}>
        <Select lang={lang} name="d-de" label={t.dependsOn} value={form.get('d-de')} error={errorOf(own, 'd-de')} options={options} />
        <Field
          lang={lang}
          name="d-motivo"
          label={t.reason}
          hint={t.withdrawHint}
          optional
          value={form.get('d-motivo')}
          error={errorOf(own, 'd-motivo')}
        />
        <div class="actions">
          <Submit name="hacer" value="declarar">
            {w.declareDependency}
          </Submit>
          <Submit name="hacer" value="retirar">
            {w.withdrawDependency}
          </Submit>
        </div>
      </Form>
    </Panel>
  );
}
