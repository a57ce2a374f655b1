import { longDate, mediumDate } from '../../core/date-words.ts';
import { type Bilingual, pick } from '../../core/words.ts';
import { LinkButton, Submit } from '../../ui/buttons.tsx';
import { ErrorSummary, errorOf, Form, type FormError, Select } from '../../ui/forms.tsx';
import { Breadcrumbs, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { Role } from '../people/events.ts';
import { grants } from '../people/rights.ts';
import { officeName, officeOf, officesOf, type PeopleState } from '../people/views.ts';
import { roleWords } from '../people/words.ts';
import type { OpenProcess } from '../process/views.ts';
import { narrativeWords } from './page-words.ts';
import { assignedTo, integratedVersion, latestVersion, type NarrativesState, narrativeAt, type Pen, type Place } from './views.ts';
import { stageNames } from './words.ts';

export type NarrativesWorld = { readonly process: OpenProcess; readonly people: PeopleState; readonly narratives: NarrativesState };
type V = Visit<NarrativesWorld>;

/** A section in which an area writes. */
export type TextSection = { readonly id: string; readonly title: Bilingual; readonly area: Role };
/** One informe in preparation: what it is called, its sections with a text, and the last edition frozen of it. */
export type Prepared = {
  readonly name: Bilingual;
  readonly sections: readonly TextSection[];
  readonly frozen?: { readonly edition: number; readonly on: string };
};

export const stageShapes = { none: 'unknown', written: 'doing', delivered: 'observed', returned: 'late', integrated: 'done' } as const;
export const pathOf = ({ informe, cutoff }: Pick<Place, 'informe' | 'cutoff'>): string => `/informes/preparacion/${informe}/${cutoff}`;

/** As whom the reader writes; absent: they look at the past, or have not signed in. */
export function penOf({ reader, asOf, may, world }: V): Pen | undefined {
  if (reader.kind !== 'signed-in' || asOf) return undefined;
  const role = officeOf(world.people, reader.by.office)?.role;
  return { office: reader.by.office, role: may('write-sections') ? role : undefined, integrates: may('freeze-report') };
}

type Props = {
  readonly visit: V;
  readonly informe: string;
  readonly cutoff: string;
  readonly prepared: Prepared;
  readonly errors?: readonly FormError[];
};

/** Who writes what in one informe, how far each is, and what is in it already. */
export function PreparationPage({ visit, informe, cutoff, prepared, errors = [] }: Props) {
  const { lang, world } = visit;
  const t = narrativeWords(lang);
  const rows = prepared.sections.map((section) => ({
    section,
    office: assignedTo(world.narratives, informe, section.id),
    narrative: narrativeAt(world.narratives, { informe, cutoff, section: section.id }),
  }));
  const title = `${pick(prepared.name, lang)} · ${longDate(cutoff, lang)}`;
  const done = rows.filter((one) => one.narrative?.integrated).length;
  return (
    <>
      <PageHead
        title={`${t.preparation}: ${title}`}
        meta={t.meta}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.reports, href: visit.href('/informes') }, { label: t.preparation }]} />}
        actions={
          cutoff <= visit.day && (
            <LinkButton href={`${visit.href('/informes/corte')}${visit.asOf ? '&' : '?'}corte=${cutoff}&tipo=${informe}`}>
              {t.readDraft}
            </LinkButton>
          )
        }
      />
      {prepared.frozen && <p class="notice">{t.frozen(prepared.frozen.edition, longDate(prepared.frozen.on, lang))}</p>}
      <Split aside={<Assign visit={visit} informe={informe} cutoff={cutoff} prepared={prepared} errors={errors} />}>
        <DataTable
          lang={lang}
          id="secciones"
          caption={t.sections}
          note={t.progress(done, rows.length)}
          columns={[
            { title: t.section, head: true, cell: ({ section }) => pick(section.title, lang) },
            {
              title: t.inCharge,
              cell: ({ section, office }) =>
                office === undefined ? t.anyOf(roleWords(lang)[section.area]) : pick(officeName(world.people, office), lang),
            },
            {
              title: t.state,
              cell: ({ narrative }) => (
                <Status shape={stageShapes[narrative?.stage ?? 'none']} word={pick(stageNames[narrative?.stage ?? 'none'], lang)} />
              ),
            },
            {
              title: t.latest,
              cell: ({ narrative }) => {
                const latest = latestVersion(narrative);
                return latest ? t.versionOn(latest.version, mediumDate(latest.on, lang)) : '—';
              },
            },
            {
              title: t.inReport,
              cell: ({ narrative }) => {
                const version = integratedVersion(narrative);
                return version && narrative?.integrated ? t.versionOn(version.version, mediumDate(narrative.integrated.on, lang)) : '—';
              },
            },
          ]}
          rows={rows}
          rowHref={({ section }) => visit.href(`${pathOf({ informe, cutoff })}/${section.id}`)}
          empty={t.none}
        />
      </Split>
    </>
  );
}

function Assign({ visit, informe, cutoff, prepared, errors = [] }: Props) {
  const { lang, world, form, reader } = visit;
  const t = narrativeWords(lang);
  if (!penOf(visit)?.integrates || reader.kind !== 'signed-in') return null;
  return (
    <Panel id="asignar" title={t.assign} weight="minor">
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href(`${pathOf({ informe, cutoff })}/asignar`)} csrf={reader.csrf}>
        <Select
          lang={lang}
          name="seccion"
          label={t.section}
          options={prepared.sections.map(({ id, title }) => ({ value: id, label: pick(title, lang) }))}
          value={form.get('seccion') ?? ''}
          error={errorOf(errors, 'seccion')}
        />
        <Select
          lang={lang}
          name="cargo"
          label={t.office}
          options={writingOffices(world.people).map(({ id, name }) => ({ value: id, label: pick(name, lang) }))}
          value={form.get('cargo') ?? ''}
          error={errorOf(errors, 'cargo')}
        />
        <Submit>{t.assign}</Submit>
      </Form>
    </Panel>
  );
}

/** To whom a section may be given. */
export const writingOffices = (people: PeopleState) => officesOf(people).filter(({ role }) => grants[role]['write-sections'] !== undefined);
