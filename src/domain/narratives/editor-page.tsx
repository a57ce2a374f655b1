import { raw } from 'hono/html';
import { mediumDate } from '../../core/date-words.ts';
import { differenceOf } from '../../core/difference.ts';
import { type Bilingual, pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Difference } from '../../ui/difference.tsx';
import { ErrorSummary, errorOf, Form, type FormError, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, EmptyState, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { Timeline } from '../../ui/sequence.tsx';
import { Status } from '../../ui/status.tsx';
import type { Visit } from '../../web/visit.ts';
import { officeName } from '../people/views.ts';
import { narrativeWords } from './page-words.ts';
import { type NarrativesWorld, pathOf, penOf, stageShapes } from './preparation-page.tsx';
import { latestVersion, mayWrite, narrativeAt, type Place } from './views.ts';
import { stageNames } from './words.ts';

type V = Visit<NarrativesWorld>;
export type EditorProps = {
  readonly visit: V;
  readonly place: Place;
  readonly title: Bilingual;
  readonly informe: string;
  readonly area: string;
  /** What stands in the field, and the version it began from; `keptAt`: when it was kept as a draft, local hour. */
  readonly typed: { readonly text: string; readonly base: number; readonly keptAt?: string };
  /** Text and figures as HTML made by `documents/` from a document tree: everything in them is escaped already. */
  readonly looks: string | undefined;
  readonly figures: string | undefined;
  readonly others: readonly { readonly office: string; readonly when: string }[];
  readonly errors?: readonly FormError[];
};

/** One section's text: what is saved, what is being written, and what became of it. */
export function EditorPage(props: EditorProps) {
  const { visit, place, title, informe, area, looks, figures, errors = [] } = props;
  const { lang } = visit;
  const t = narrativeWords(lang);
  const narrative = narrativeAt(visit.world.narratives, place);
  const pen = penOf(visit);
  const writes = pen !== undefined && mayWrite(visit.world.narratives, place, area, pen);
  return (
    <>
      <PageHead
        title={pick(title, lang)}
        meta={<Status shape={stageShapes[narrative?.stage ?? 'none']} word={pick(stageNames[narrative?.stage ?? 'none'], lang)} />}
        trail={
          <Breadcrumbs
            lang={lang}
            items={[
              { label: t.reports, href: visit.href('/informes') },
              { label: `${t.preparation} · ${informe}`, href: visit.href(pathOf(place)) },
              { label: pick(title, lang) },
            ]}
          />
        }
      />
      <ErrorSummary lang={lang} errors={errors} />
      <Split aside={<Aside {...props} />}>
        {writes && <Editor {...props} />}
        <Panel id="como-queda" title={writes ? t.looks : t.current}>
          <div data-preview class="document">
            {looks === undefined || looks === '' ? <EmptyState>{writes ? t.looksEmpty : t.nobody}</EmptyState> : raw(looks)}
          </div>
        </Panel>
        {figures !== undefined && (
          <details>
            <summary>{t.figures}</summary>
            <div class="document">{raw(figures)}</div>
          </details>
        )}
      </Split>
    </>
  );
}

function Editor({ visit, place, typed, others, errors = [] }: EditorProps) {
  const { lang, reader, world } = visit;
  const t = narrativeWords(lang);
  const narrative = narrativeAt(world.narratives, place);
  const latest = latestVersion(narrative);
  const began = narrative?.versions.find((one) => one.version === typed.base);
  const stale = latest !== undefined && typed.base !== latest.version;
  const csrf = reader.kind === 'signed-in' ? reader.csrf : '';
  const base = visit.href(`${pathOf(place)}/${place.section}`);
  return (
    <>
      {stale && (
        <Panel id="conflicto" title={t.conflict}>
          <p>{t.conflictText(latest.version)}</p>
          <h3>{t.theirs}</h3>
          <Difference pieces={differenceOf(began?.text ?? '', latest.text)} />
          <h3>{t.yours}</h3>
          <Difference pieces={differenceOf(latest.text, typed.text)} />
        </Panel>
      )}
      {others.map((one) => (
        <p class="small">{t.others(pick(officeName(world.people, one.office), lang), one.when)}</p>
      ))}
      <form
        class="form wide"
        action={`${base}/guardar`}
        method="post"
        novalidate
        data-autosave={`${base}/borrador`}
        data-failed={t.draftFailed}
        data-pending={t.draftPending}
      >
        <input type="hidden" name="csrf" value={csrf} />
        {/* Once both are shown, saving again is meant to come after the latest. */}
        <input type="hidden" name="base" value={String(latest?.version ?? 0)} />
        <TextArea lang={lang} name="texto" label={t.text} hint={t.textHint} rows={18} value={typed.text} error={errorOf(errors, 'texto')} />
        <p class="hint" role="status" data-autosave-state>
          {typed.keptAt === undefined ? '' : t.yourDraft(typed.keptAt)}
        </p>
        <div class="act">
          <Submit kind="primary">{t.save}</Submit>
          <Submit name="ver" value="si" plain>
            {t.preview}
          </Submit>
          <Submit name="borrador" value="si">
            {t.keepDraft}
          </Submit>
        </div>
      </form>
      {(typed.keptAt !== undefined || stale) && (
        <Form action={`${base}/descartar`} csrf={csrf}>
          <Submit>{t.discard}</Submit>
        </Form>
      )}
    </>
  );
}

function Aside({ visit, place, area, errors = [] }: EditorProps) {
  const { lang, world, form, reader } = visit;
  const t = narrativeWords(lang);
  const narrative = narrativeAt(world.narratives, place);
  const latest = latestVersion(narrative);
  const pen = penOf(visit);
  const before = narrative?.versions.at(-2);
  if (!narrative || !latest) return <p class="small">{t.nobody}</p>;
  const base = visit.href(`${pathOf(place)}/${place.section}`);
  const csrf = reader.kind === 'signed-in' ? reader.csrf : '';
  const version = <input type="hidden" name="version" value={String(latest.version)} />;
  const delivers = pen && narrative.stage === 'written' && mayWrite(world.narratives, place, area, pen);
  const reviews = pen?.integrates === true && (narrative.stage === 'written' || narrative.stage === 'delivered');
  return (
    <>
      {(delivers || reviews) && (
        <Panel id="revision" title={t.review} weight="minor">
          {delivers && !pen.integrates && (
            <Form action={`${base}/entregar`} csrf={csrf}>
              {version}
              <Submit kind="quiet">{t.deliver}</Submit>
            </Form>
          )}
          {reviews && (
            <Form action={`${base}/integrar`} csrf={csrf}>
              {version}
              <p class="hint">{t.integrateHint(latest.version)}</p>
              <Submit>{t.integrate}</Submit>
            </Form>
          )}
          {reviews && narrative.stage === 'delivered' && (
            <Form action={`${base}/devolver`} csrf={csrf}>
              {version}
              <TextArea
                lang={lang}
                name="motivo"
                label={t.returnWhy}
                rows={3}
                value={form.get('motivo')}
                error={errorOf(errors, 'motivo')}
              />
              <Submit>{t.return}</Submit>
            </Form>
          )}
        </Panel>
      )}
      {before && (
        <Panel id="cambios" title={t.changed(latest.version)} weight="minor">
          <Difference pieces={differenceOf(before.text, latest.text)} />
        </Panel>
      )}
      <Panel id="versiones" title={t.history} weight="minor">
        <Timeline
          label={t.history}
          items={narrative.versions.toReversed().map((one) => ({
            when: mediumDate(one.on, lang),
            title: `${t.version(one.version)} · ${pick(officeName(world.people, one.by.office), lang)}`,
            detail: [
              narrative.integrated?.version === one.version ? t.integratedOn(mediumDate(narrative.integrated.on, lang)) : '',
              narrative.returned && one === latest && narrative.stage === 'returned'
                ? t.returnedOn(mediumDate(narrative.returned.on, lang), narrative.returned.reason)
                : '',
            ]
              .filter((text) => text !== '')
              .join('. '),
          }))}
        />
      </Panel>
    </>
  );
}
