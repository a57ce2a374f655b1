import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, errorOf, Field, FileField, Form, type FormError, Select, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, PageHead, Panel } from '../../ui/parts.tsx';
import { planPageWords } from '../plan/page-words.ts';
import type { Item } from '../plan/views.ts';
import { outcomes, weights } from './events.ts';
import { periodOf } from './monthly.ts';
import { MonthlyFields } from './monthly-page.tsx';
import { pageWords } from './page-words.ts';
import { below, ObservationsTable, placeOf, type V, VersionsTable } from './versions-page.tsx';
import {
  allObservations,
  awaitsAnswer,
  awaitsSettlement,
  deliverableOf,
  type Observation,
  observationState,
  observationsOf,
} from './views.ts';
import { outcomeWords, weightWords } from './words.ts';

export const mostBytes = 500 * 2 ** 20;
type Props = { readonly visit: V; readonly item: Item; readonly errors: readonly FormError[] };

export const Head = ({ visit, item, title }: { readonly visit: V; readonly item: Item; readonly title: string }) => {
  const { lang } = visit;
  const trail = [
    { label: planPageWords(lang).prep, href: visit.href('/prep') },
    { label: pick(item.opl.name, lang), href: visit.href(`/prep/${item.opl.id}`) },
    { label: item.obligation.key, href: below(visit, item, '') },
    { label: title },
  ];
  return (
    <PageHead
      title={title}
      meta={`${item.opl.acronym} · ${item.obligation.key} ${pick(item.obligation.title, lang)}`}
      trail={<Breadcrumbs lang={lang} items={trail} />}
    />
  );
};

const csrfOf = ({ reader }: V): string => (reader.kind === 'signed-in' ? reader.csrf : '');
/** The name of the field in which an observation is answered. */
export const answerField = (observation: string): string => `respuesta-${observation.split('/').at(-1)}`;

export function DeliverPage({ visit, item, errors }: Props) {
  const { lang, form, today, uploads } = visit;
  const t = pageWords(lang);
  const isMonthly = periodOf(item.obligation.key) !== undefined;
  const waiting = observationsOf(visit.world.deliverables, item.opl.id, item.obligation.key).filter(awaitsAnswer);
  return (
    <>
      <Head visit={visit} item={item} title={waiting.length > 0 ? t.deliverOrAnswer : t.deliver} />
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={below(visit, item, '/entregar')} csrf={csrfOf(visit)} enctype="multipart/form-data">
        {isMonthly && <MonthlyFields visit={visit} item={item} errors={errors} />}
        <FileField
          lang={lang}
          name="archivo"
          label={t.files}
          hint={t.filesHint}
          multiple
          maxBytes={mostBytes}
          kept={uploads.of('archivo')}
          error={errorOf(errors, 'archivo')}
          optional={waiting.length > 0 || isMonthly}
        />
        <DateField
          lang={lang}
          name="documento"
          label={t.documentDate}
          hint={t.documentDateHint}
          max={today}
          value={form.get('documento')}
          error={errorOf(errors, 'documento')}
          optional
        />
        {waiting.map((one) => (
          <TextArea
            lang={lang}
            name={answerField(one.observation)}
            label={t.answerTo(one.observation)}
            hint={`${placeOf(one, lang)}: ${pick(one.text, lang)}. ${t.answerHint}`}
            rows={3}
            value={form.get(answerField(one.observation))}
            optional
          />
        ))}
        <TextArea lang={lang} name="nota" label={t.note} rows={3} value={form.get('nota')} optional />
        <Submit kind="primary">{waiting.length > 0 ? t.deliverOrAnswer : t.deliver}</Submit>
      </Form>
    </>
  );
}

export function ReviewPage({ visit, item, errors }: Props) {
  const { lang, form, world } = visit;
  const t = pageWords(lang);
  const { opl, obligation } = item;
  const deliverable = deliverableOf(world.deliverables, opl.id, obligation.key);
  const latest = deliverable?.versions.at(-1);
  const observations = observationsOf(world.deliverables, opl.id, obligation.key);
  const href = (path: string) => below(visit, item, `/revision${path}`);
  const isOpen = latest !== undefined && deliverable?.acceptance === undefined;
  const former = allObservations(world.deliverables).filter((one) => one.opl === opl.id && one.repeats === undefined);
  const seen = <input type="hidden" name="version" value={String(latest?.version ?? 0)} />;
  return (
    <>
      <Head visit={visit} item={item} title={t.review} />
      <ErrorSummary lang={lang} errors={errors} />
      <VersionsTable visit={visit} item={item} versions={deliverable?.versions ?? []} />
      <ObservationsTable lang={lang} observations={observations} />
      {isOpen && item.status === 'delivered' && (
        <Form action={href('/iniciar')} csrf={csrfOf(visit)} label={t.begin}>
          {seen}
          <Submit>{t.begin}</Submit>
        </Form>
      )}
      {observations
        .filter((one) => awaitsSettlement(one) || observationState(one) === 'open')
        .map((one) => (
          <SettleForm visit={visit} href={href} one={one} />
        ))}
      {isOpen && (
        <Panel id="observar" title={t.observe}>
          <Form action={href('/observar')} csrf={csrfOf(visit)} label={t.observe}>
            {seen}
            <Select
              lang={lang}
              name="caracter"
              label={t.weight}
              options={weights.map((value) => ({ value, label: pick(weightWords[value], lang) }))}
              value={form.get('caracter')}
              error={errorOf(errors, 'caracter')}
              short
            />
            <TextArea lang={lang} name="texto" label={t.text} rows={4} value={form.get('texto')} error={errorOf(errors, 'texto')} />
            <Field
              lang={lang}
              name="pagina"
              label={t.pageNumber}
              inputmode="numeric"
              value={form.get('pagina')}
              error={errorOf(errors, 'pagina')}
              optional
              short
            />
            <Field lang={lang} name="apartado" label={t.section} maxlength={200} value={form.get('apartado')} optional />
            {former.length > 0 && (
              <Select
                lang={lang}
                name="repite"
                label={t.repeated}
                options={former.map((one) => ({
                  value: one.observation,
                  label: `${one.observation}: ${pick(one.text, lang).slice(0, 60)}`,
                }))}
                value={form.get('repite')}
                optional
              />
            )}
            <Submit>{t.observe}</Submit>
          </Form>
        </Panel>
      )}
      {isOpen && visit.may('accept-deliverables', opl.id) && (
        <Panel id="aceptar" title={t.accept}>
          <p class="small">{t.acceptHint}</p>
          <Form action={href('/aceptar')} csrf={csrfOf(visit)} label={t.accept}>
            {seen}
            <Submit kind="primary">{t.accept}</Submit>
          </Form>
        </Panel>
      )}
    </>
  );
}

function SettleForm({ visit, href, one }: { readonly visit: V; readonly href: (path: string) => string; readonly one: Observation }) {
  const { lang } = visit;
  const t = pageWords(lang);
  const n = one.observation.split('/').at(-1) ?? '';
  const mine = visit.form.get('observacion') === one.observation;
  return (
    <Panel id={`dictaminar-${n}`} title={`${t.settle} ${one.observation}`} weight="minor">
      <Form action={href('/dictaminar')} csrf={csrfOf(visit)} label={`${t.settle} ${one.observation}`}>
        <input type="hidden" name="observacion" value={one.observation} />
        <Select
          lang={lang}
          name={`dictamen-${n}`}
          label={t.outcome}
          options={outcomes.map((value) => ({ value, label: pick(outcomeWords[value], lang) }))}
          value={mine ? visit.form.get(`dictamen-${n}`) : undefined}
          short
        />
        <TextArea
          lang={lang}
          name={`motivo-${n}`}
          label={t.reason}
          hint={t.reasonHint}
          rows={2}
          value={mine ? visit.form.get(`motivo-${n}`) : undefined}
          optional
        />
        <Submit>{t.settle}</Submit>
      </Form>
    </Panel>
  );
}

export function WaivePage({ visit, item, errors }: Props) {
  const { lang, form, today } = visit;
  const t = pageWords(lang);
  return (
    <>
      <Head visit={visit} item={item} title={t.waive} />
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={below(visit, item, '/dispensar')} csrf={csrfOf(visit)}>
        <TextArea lang={lang} name="motivo" label={t.reason} rows={3} value={form.get('motivo')} error={errorOf(errors, 'motivo')} />
        <DateField
          lang={lang}
          name="hasta"
          label={t.waiveUntil}
          hint={t.waiveUntilHint}
          min={today}
          value={form.get('hasta')}
          error={errorOf(errors, 'hasta')}
          optional
        />
        <Submit kind="primary">{t.waive}</Submit>
      </Form>
    </>
  );
}

export function ReservePage({ visit, item, errors }: Props) {
  const { lang, form, today, uploads } = visit;
  const t = pageWords(lang);
  return (
    <>
      <Head visit={visit} item={item} title={t.reserve} />
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={below(visit, item, '/reservar')} csrf={csrfOf(visit)} enctype="multipart/form-data">
        <Field lang={lang} name="area" label={t.owner} maxlength={200} value={form.get('area')} error={errorOf(errors, 'area')} />
        <TextArea lang={lang} name="motivo" label={t.reason} rows={3} value={form.get('motivo')} error={errorOf(errors, 'motivo')} />
        <DateField lang={lang} name="hasta" label={t.reserveUntil} min={today} value={form.get('hasta')} error={errorOf(errors, 'hasta')} />
        <FileField
          lang={lang}
          name="publica"
          label={t.publicVersion}
          maxBytes={mostBytes}
          kept={uploads.of('publica')}
          error={errorOf(errors, 'publica')}
          optional
        />
        <Submit kind="primary">{t.reserve}</Submit>
      </Form>
    </>
  );
}
