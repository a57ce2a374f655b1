import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { ActPanel, fieldsOf, ofForm } from '../../ui/fields.tsx';
import { ErrorSummary, Form, type FormError, type Option } from '../../ui/forms.tsx';
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

const of = ({ visit, errors, csrf }: Props) => ({ filled: { ...visit, errors }, csrf });

function DescriptionForm(props: Props) {
  const { visit, system } = props;
  const { lang, world } = visit;
  const t = systemsPageWords(lang);
  const w = systemsWords(lang);
  const d = system?.description;
  const opls = world.process.opls.slice(0, 4).map((one) => one.id);
  const action = system ? systemHref(visit, system.id, '/ficha') : visit.href('/registrar-sistema');
  const title = system ? w.amend : w.register;
  return (
    <ActPanel {...of(props)} prefix="f-" id="ficha" title={title} action={action} kind="primary">
      {(f) => {
        const field = (name: string, label: string, value: string | undefined, hint?: string) =>
          f.text(name, label, { value, hint, optional: true });
        return (
          <>
            {!system && f.text('f-clave', t.id, { hint: t.idHint })}
            {f.text('f-nombre', t.name, { value: d && pick(d.name, lang) })}
            {f.area('f-proposito', t.purpose, { rows: 3, optional: true, value: d?.purpose && pick(d.purpose, lang) })}
            {field('f-responsable', t.owner, d?.owner)}
            {field('f-usuarias', t.userAreas, d?.userAreas?.join(', '), t.listHint)}
            {field('f-desarrolla', t.developer, d?.developer)}
            {field('f-entidades', t.entities, d?.entities?.join(', '), t.entitiesHint(opls.join(', ')))}
            {field('f-direccion', t.url, d?.url)}
            {field('f-mesa', t.supportDesk, d?.supportDesk)}
            {field('f-sustituye', t.predecessor, d?.predecessor)}
            {field('f-reportan', t.reporters, d?.reporters?.join(', '), t.reportersHint)}
            {f.text('f-fuente', t.source, { value: d?.sources[0]?.text, hint: t.sourceHint })}
            {system && f.text('f-motivo', t.reason, { hint: t.reasonHint })}
          </>
        );
      }}
    </ActPanel>
  );
}

type Known = Props & { readonly system: System };

function ReleaseForm(props: Known) {
  const { visit, system } = props;
  const { lang, today } = visit;
  const t = systemsPageWords(lang);
  const options = environments.map((one) => ({ value: one, label: pick(environmentWords[one], lang) }));
  const action = systemHref(visit, system.id, '/liberaciones');
  return (
    <ActPanel {...of(props)} prefix="l-" id="liberar" title={systemsWords(lang).recordRelease} action={action}>
      {(f) => (
        <>
          {f.text('l-version', t.version)}
          {f.date('l-fecha', t.date, { max: today, value: today })}
          {f.select('l-ambiente', t.environment, options)}
          {f.text('l-nota', t.note, { optional: true })}
        </>
      )}
    </ActPanel>
  );
}

/** What it serves and needs: one list, each option saying which it is. Two acts on one choice, so it has a form of its own. */
function DependencyForm({ visit, system, errors, csrf }: Known) {
  const { lang, world, day } = visit;
  const t = systemsPageWords(lang);
  const w = systemsWords(lang);
  const own = ofForm({ ...visit, errors }, 'd-');
  const f = fieldsOf(own);
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
      <ErrorSummary lang={lang} errors={own.errors} />
      <Form action={systemHref(visit, system.id, '/dependencias')} csrf={csrf}>
        {f.select('d-de', t.dependsOn, options)}
        {f.text('d-motivo', t.reason, { hint: t.withdrawHint, optional: true })}
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
