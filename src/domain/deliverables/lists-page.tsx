import { mediumDate } from '../../core/date-words.ts';
import type { Table } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Form, Select } from '../../ui/forms.tsx';
import { Pagination, pageHref, pageOf } from '../../ui/pagination.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { pageWords } from './page-words.ts';
import { placeOf, type V } from './versions-page.tsx';
import { allObservations, type Observation, observationState, observationStates, reviewQueue, type Waiting } from './views.ts';
import { observationMark, observationStateWords, taskWords, weightWords } from './words.ts';

/** The observations the reader may see, as the filters of the address leave them. */
export function listedObservations(visit: V): readonly Observation[] {
  const { world, url } = visit;
  const [opl, state] = [url.searchParams.get('opl'), url.searchParams.get('estado')];
  return allObservations(world.deliverables).filter(
    (one) => visit.may('read-internal', one.opl) && (!opl || one.opl === opl) && (!state || observationState(one) === state),
  );
}

const placeHref = (visit: V, one: { readonly opl: string; readonly key: string }) => visit.href(`/prep/${one.opl}/${one.key}`);
const acronym = (visit: V, opl: string): string => visit.world.process.opls.find((one) => one.id === opl)?.acronym ?? opl;

const pageSize = 50;

export function ObservationsPage({ visit }: { readonly visit: V }) {
  const { lang, world, url } = visit;
  const t = pageWords(lang);
  const opls = world.process.opls.filter((one) => visit.may('read-internal', one.id));
  const { page, pages, rows } = pageOf(listedObservations(visit), url.searchParams.get('pagina'), pageSize);
  const kept = visit.asOf?.day === undefined ? null : <input type="hidden" name="al" value={visit.asOf.day} />;
  return (
    <>
      <PageHead title={t.observations} meta={t.allMeta} />
      <Form action={visit.href('/observaciones').split('?')[0] ?? ''} method="get" label={t.filter}>
        {kept}
        <Select
          lang={lang}
          name="opl"
          label={t.opl}
          options={opls.map((one) => ({ value: one.id, label: pick(one.name, lang) }))}
          value={url.searchParams.get('opl') ?? ''}
          optional
          short
        />
        <Select
          lang={lang}
          name="estado"
          label={t.state}
          options={observationStates.map((value) => ({ value, label: pick(observationStateWords[value], lang) }))}
          value={url.searchParams.get('estado') ?? ''}
          optional
          short
        />
        <Submit>{t.filter}</Submit>
      </Form>
      <DataTable
        lang={lang}
        id="observaciones"
        caption={t.observations}
        columns={[
          { title: t.observation, head: true, cell: (one: Observation) => one.observation },
          { title: t.opl, cell: (one) => acronym(visit, one.opl) },
          { title: t.where, cell: (one) => placeOf(one, lang) },
          { title: t.text, cell: (one) => pick(one.text, lang) },
          { title: t.weight, cell: (one) => pick(weightWords[one.weight], lang) },
          { title: t.made, cell: (one) => mediumDate(one.on, lang) },
          { title: t.state, cell: (one) => <Status {...observationMark(observationState(one), lang)} /> },
        ]}
        rows={rows}
        rowHref={(one) => placeHref(visit, one)}
        empty={t.noObservations}
        downloads={(end) => visit.href(`/observaciones.${end}`)}
        foot={<Pagination lang={lang} page={page} pages={pages} href={pageHref(url)} />}
      />
    </>
  );
}

export function QueuePage({ visit }: { readonly visit: V }) {
  const { lang, url } = visit;
  const t = pageWords(lang);
  const { page, pages, rows } = pageOf(reviewQueue(visit.world.deliverables), url.searchParams.get('pagina'), pageSize);
  return (
    <>
      <PageHead title={t.queue} meta={t.queueMeta} />
      <DataTable
        lang={lang}
        id="por-revisar"
        caption={t.queue}
        columns={[
          { title: t.obligation, head: true, cell: (one: Waiting) => one.deliverable.key },
          { title: t.opl, cell: (one) => acronym(visit, one.deliverable.opl) },
          { title: t.versions, cell: (one) => String(one.version.version), align: 'end' },
          { title: t.task, cell: (one) => pick(taskWords[one.task], lang) },
          { title: t.since, cell: (one) => <time datetime={one.since}>{mediumDate(one.since, lang)}</time> },
        ]}
        rows={rows}
        rowHref={(one) => visit.href(`/prep/${one.deliverable.opl}/${one.deliverable.key}/revision`)}
        empty={t.nothingToReview}
        foot={<Pagination lang={lang} page={page} pages={pages} href={pageHref(url)} />}
      />
    </>
  );
}

/** The same list as plain values: what is downloaded. */
export function observationsTable(visit: V): Table {
  const { lang } = visit;
  const t = pageWords(lang);
  return {
    kind: 'table',
    id: 'observaciones',
    caption: t.observations,
    columns: [t.observation, t.opl, t.where, t.text, t.weight, t.made, t.state].map((title) => ({ title })),
    rows: listedObservations(visit).map((one) => [
      one.observation,
      acronym(visit, one.opl),
      placeOf(one, lang),
      pick(one.text, lang),
      pick(weightWords[one.weight], lang),
      one.on,
      pick(observationStateWords[observationState(one)], lang),
    ]),
  };
}
