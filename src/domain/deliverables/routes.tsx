import type { Child } from 'hono/jsx';
import { parseIsoDate } from '../../core/dates.ts';
import type { Document } from '../../core/document.ts';
import type { By, NewEvent } from '../../core/event.ts';
import type { Result } from '../../core/result.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { tableRoutes } from '../../web/table-routes.ts';
import { uploadErrors } from '../../web/upload-errors.ts';
import { fileOf } from '../../web/uploads.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { type Item, itemsOf } from '../plan/views.ts';
import { oplOf } from '../process/views.ts';
import { compareVersions, type TextOf } from './compare-routes.tsx';
import * as decide from './decide.ts';
import { outcomes, weights } from './events.ts';
import { answerField, DeliverPage, mostBytes, ReservePage, ReviewPage, WaivePage } from './forms-page.tsx';
import { listedObservations, ObservationsPage, observationsTable, QueuePage } from './lists-page.tsx';
import { isSameReport, lastReport, periodOf } from './monthly.ts';
import { readMonthly } from './monthly-form.ts';
import { monthlyRoutes } from './monthly-routes.tsx';
import { pageWords } from './page-words.ts';
import { receiptOf } from './receipt.ts';
import { below, type DeliverablesWorld, mayOpen, type V } from './versions-page.tsx';
import { awaitsAnswer, deliverableOf, observationSubject, observationsOf, reservationOn } from './views.ts';
import { deliverablesRefusalText } from './words.ts';

/** What the program hands in, so that this slice knows no file format and no log. */
export type DeliverableTools = {
  readonly file: (document: Document, format: 'pdf') => Promise<{ readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string }>;
  readonly rootAt: (position: number) => Promise<string>;
  readonly textOf: TextOf;
};

const here = 'prep';
const unknownObligation = { es: pageWords('es').unknownObligation, en: pageWords('en').unknownObligation };
const unknownVersion = { es: pageWords('es').unknownVersion, en: pageWords('en').unknownVersion };
type PageOf = (props: { readonly visit: V; readonly item: Item; readonly errors: readonly FormError[] }) => Child;
const both = (text: string) => ({ es: text, en: text });

function find(visit: V, then: (item: Item) => Answer | Promise<Answer>): Answer | Promise<Answer> {
  const { world, params, day } = visit;
  const opl = oplOf(world.process, params.opl ?? '');
  const item = opl && itemsOf(world.process, world.plan, opl, day).find((one) => one.obligation.key === params.key);
  return item ? then(item) : { kind: 'not-found', what: unknownObligation };
}

function show(visit: V, item: Item, Body: PageOf, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Answer {
  const shown = observationsOf(visit.world.deliverables, item.opl.id, item.obligation.key).map((one) =>
    observationSubject(one.observation),
  );
  return {
    kind: 'page',
    title: `${item.obligation.key} · ${item.opl.acronym}`,
    here,
    status,
    shown,
    body: <Body visit={visit} item={item} errors={errors} />,
  };
}

const listedSubjects = (visit: V) => listedObservations(visit).map((one) => observationSubject(one.observation));

type Decided = Result<readonly NewEvent[], decide.DeliverablesRefusal>;
/** Decides, and goes to the obligation's page; or the same form comes back with the reason. */
async function act(visit: V, item: Item, Body: PageOf, to: string, ask: (world: DeliverablesWorld, by: By) => Decided): Promise<Answer> {
  const done = await visit.execute(ask);
  if (done.ok) return { kind: 'redirect', to: below(visit, item, to) };
  const text =
    done.error.kind === 'conflict' ? pageWords(visit.lang).changedMeanwhile : pick(deliverablesRefusalText(done.error), visit.lang);
  return show(visit, item, Body, [{ text }], 409);
}

function day(visit: V, field: string, label: string, errors: FormError[]): string | undefined {
  const typed = visit.form.get(field);
  if (!typed) return undefined;
  const read = parseIsoDate(typed, both(label));
  if (read.ok) return read.value.toString();
  errors.push({ field, text: pick(read.error.message, visit.lang) });
  return undefined;
}
const kept = <K extends string, T>(key: K, value: T | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T }; // the one property named

function submit(visit: V, item: Item): Answer | Promise<Answer> {
  const { lang, form, today, uploads, world } = visit;
  const t = pageWords(lang);
  const errors: FormError[] = [...uploadErrors(visit)];
  const effectiveDate = day(visit, 'documento', t.documentDate, errors);
  const report = periodOf(item.obligation.key) === undefined ? undefined : readMonthly(form, lang, errors);
  if (errors.length > 0) return show(visit, item, DeliverPage, errors, 422);
  const files = uploads.of('archivo').map(fileOf);
  const note = form.get('nota');
  const answers = observationsOf(world.deliverables, item.opl.id, item.obligation.key)
    .filter(awaitsAnswer)
    .flatMap(({ observation }) => {
      const text = form.get(answerField(observation));
      return text ? [{ observation, text: both(text) }] : [];
    });
  const of = { on: today, opl: item.opl.id, key: item.obligation.key };
  const isNews = files.length > 0 || !isSameReport(lastReport(world.deliverables, of.opl, of.key), report);
  if (!isNews && answers.length > 0)
    return act(visit, item, DeliverPage, '#observaciones', (now, by) => decide.answerObservation(now, { ...of, by, answers }));
  return act(visit, item, DeliverPage, '#versiones', (now, by) =>
    decide.submitDeliverable(now, {
      ...of,
      by,
      files,
      answers,
      ...kept('report', report),
      ...kept('effectiveDate', effectiveDate),
      ...(note ? { note: both(note) } : {}),
    }),
  );
}

function observe(visit: V, item: Item): Answer | Promise<Answer> {
  const { lang, form, today } = visit;
  const t = pageWords(lang);
  const errors: FormError[] = [];
  const weight = weights.find((one) => one === form.get('caracter'));
  if (!weight) errors.push({ field: 'caracter', text: t.chooseOne });
  const typed = form.get('pagina') ?? '';
  const page = typed === '' ? undefined : /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (Number.isNaN(page)) errors.push({ field: 'pagina', text: t.badPage });
  const text = form.get('texto') ?? '';
  if (text === '') errors.push({ field: 'texto', text: pick(deliverablesRefusalText({ kind: 'text-missing' }), lang) });
  if (!weight || errors.length > 0) return show(visit, item, ReviewPage, errors, 422);
  const more = {
    ...kept('page', page),
    ...kept('section', form.get('apartado') || undefined),
    ...kept('repeats', form.get('repite') || undefined),
  };
  const of = { on: today, opl: item.opl.id, key: item.obligation.key, seen: seenIn(visit), weight, text: both(text), ...more };
  return act(visit, item, ReviewPage, '/revision', (now, by) => decide.makeObservation(now, { ...of, by }));
}

const seenIn = ({ form }: V): number => Number(form.get('version') ?? 0) || 0;

function settle(visit: V, item: Item): Answer | Promise<Answer> {
  const { form, today, lang } = visit;
  const observation = form.get('observacion') ?? '';
  const n = observation.split('/').at(-1) ?? '';
  const outcome = outcomes.find((one) => one === form.get(`dictamen-${n}`));
  if (!outcome) return show(visit, item, ReviewPage, [{ field: `dictamen-${n}`, text: pageWords(lang).chooseOne }], 422);
  // The right was asked for this OPL: an observation of another is none of this page's.
  if (!observation.startsWith(`${item.opl.id}/${item.obligation.key}/`)) return { kind: 'not-found', what: unknownObligation };
  const note = form.get(`motivo-${n}`);
  return act(visit, item, ReviewPage, '/revision', (now, by) =>
    decide.settleObservation(now, { on: today, by, observation, outcome, ...(note ? { note: both(note) } : {}) }),
  );
}

function waive(visit: V, item: Item): Answer | Promise<Answer> {
  const errors: FormError[] = [];
  const until = day(visit, 'hasta', pageWords(visit.lang).waiveUntil, errors);
  if (errors.length > 0) return show(visit, item, WaivePage, errors, 422);
  const of = { on: visit.today, opl: item.opl.id, key: item.obligation.key, reason: both(visit.form.get('motivo') ?? '') };
  return act(visit, item, WaivePage, '#versiones', (now, by) => decide.waiveDeliverable(now, { ...of, by, ...kept('until', until) }));
}

function reserve(visit: V, item: Item): Answer | Promise<Answer> {
  const { form, lang, today, uploads } = visit;
  const t = pageWords(lang);
  const errors: FormError[] = [...uploadErrors(visit)];
  const until = day(visit, 'hasta', t.reserveUntil, errors);
  if (until === undefined && errors.length === 0) errors.push({ field: 'hasta', text: t.chooseOne });
  if (until === undefined || errors.length > 0) return show(visit, item, ReservePage, errors, 422);
  const [publicVersion] = uploads.of('publica').map(fileOf);
  const of = {
    on: today,
    opl: item.opl.id,
    key: item.obligation.key,
    until,
    owner: both(form.get('area') ?? ''),
    reason: both(form.get('motivo') ?? ''),
  };
  return act(visit, item, ReservePage, '#versiones', (now, by) =>
    decide.reserveDeliverable(now, { ...of, by, ...kept('publicVersion', publicVersion) }),
  );
}

const versionIn = (visit: V, item: Item) =>
  deliverableOf(visit.world.deliverables, item.opl.id, item.obligation.key)?.versions.find(
    (one) => String(one.version) === visit.params.version,
  );

function closed({ lang }: V): Answer {
  const text = pageWords(lang).reservedRefused;
  return { kind: 'page', title: pageWords(lang).reserved, here, status: 403, problem: text, body: <p>{text}</p> };
}

/** A file through the version that names it. */
function serve(visit: V, item: Item): Answer {
  const file = versionIn(visit, item)?.files[Number(visit.params.file) - 1];
  if (!file) return { kind: 'not-found', what: unknownVersion };
  if (!mayOpen(visit, item.opl.id, item.obligation.key)) return closed(visit);
  return { kind: 'stored', file, shown: [`obligation:${item.opl.id}/${item.obligation.key}`] };
}

export function deliverablesRoutes<W extends DeliverablesWorld>(tools: DeliverableTools): readonly Route<W>[] {
  const receipt = async (visit: V, item: Item): Promise<Answer> => {
    const version = versionIn(visit, item);
    if (!version) return { kind: 'not-found', what: unknownVersion };
    const { lang, world } = visit;
    const document = receiptOf({
      lang,
      process: world.process,
      people: world.people,
      item,
      version,
      root: await tools.rootAt(version.seq),
    });
    return {
      kind: 'file',
      ...(await tools.file(document, 'pdf')),
      name: `acuse-${item.opl.id}-${item.obligation.key}-v${version.version}.pdf`,
    };
  };
  const publicVersion = (visit: V, item: Item): Answer => {
    const file = reservationOn(deliverableOf(visit.world.deliverables, item.opl.id, item.obligation.key), visit.today)?.publicVersion;
    return file ? { kind: 'stored', file } : { kind: 'not-found', what: unknownVersion };
  };
  const of = (right: string) => ({ right, oplParam: 'opl' }) as const;
  const at = '/:process/prep/:opl/:key';
  const uploads = { maxBytes: mostBytes, maxFiles: 20 };
  return [
    { method: 'GET', path: `${at}/entregar`, may: of('deliver'), answer: (visit) => find(visit, (item) => show(visit, item, DeliverPage)) },
    { method: 'POST', path: `${at}/entregar`, may: of('deliver'), uploads, answer: (visit) => find(visit, (item) => submit(visit, item)) },
    {
      method: 'GET',
      path: `${at}/revision`,
      may: of('review-deliverables'),
      answer: (visit) => find(visit, (item) => show(visit, item, ReviewPage)),
    },
    {
      method: 'POST',
      path: `${at}/revision/iniciar`,
      may: of('review-deliverables'),
      answer: (visit) =>
        find(visit, (item) =>
          act(visit, item, ReviewPage, '/revision', (now, by) =>
            decide.reviewDeliverable(now, { on: visit.today, by, opl: item.opl.id, key: item.obligation.key, seen: seenIn(visit) }),
          ),
        ),
    },
    {
      method: 'POST',
      path: `${at}/revision/observar`,
      may: of('review-deliverables'),
      answer: (visit) => find(visit, (item) => observe(visit, item)),
    },
    {
      method: 'POST',
      path: `${at}/revision/dictaminar`,
      may: of('review-deliverables'),
      answer: (visit) => find(visit, (item) => settle(visit, item)),
    },
    {
      method: 'POST',
      path: `${at}/revision/aceptar`,
      may: of('accept-deliverables'),
      answer: (visit) =>
        find(visit, (item) =>
          act(visit, item, ReviewPage, '#versiones', (now, by) =>
            decide.acceptDeliverable(now, { on: visit.today, by, opl: item.opl.id, key: item.obligation.key, seen: seenIn(visit) }),
          ),
        ),
    },
    {
      method: 'GET',
      path: `${at}/dispensar`,
      may: { right: 'plan' },
      answer: (visit) => find(visit, (item) => show(visit, item, WaivePage)),
    },
    { method: 'POST', path: `${at}/dispensar`, may: { right: 'plan' }, answer: (visit) => find(visit, (item) => waive(visit, item)) },
    {
      method: 'GET',
      path: `${at}/reservar`,
      may: of('reserve-deliverables'),
      answer: (visit) => find(visit, (item) => show(visit, item, ReservePage)),
    },
    {
      method: 'POST',
      path: `${at}/reservar`,
      may: of('reserve-deliverables'),
      uploads,
      answer: (visit) => find(visit, (item) => reserve(visit, item)),
    },
    {
      method: 'GET',
      path: `${at}/versiones/:version/acuse.pdf`,
      may: of('read-internal'),
      answer: (visit) => find(visit, (item) => receipt(visit, item)),
    },
    {
      method: 'GET',
      path: `${at}/versiones/:version/:file{[0-9]+}`,
      may: of('read-internal'),
      answer: (visit) => find(visit, (item) => serve(visit, item)),
    },
    {
      method: 'GET',
      path: `${at}/comparar`,
      may: of('read-internal'),
      answer: (visit) =>
        find(visit, (item) =>
          mayOpen(visit, item.opl.id, item.obligation.key) ? compareVersions(visit, item, tools.textOf) : closed(visit),
        ),
    },
    {
      method: 'GET',
      path: `${at}/version-publica`,
      may: 'anyone',
      fresh: true,
      answer: (visit) => find(visit, (item) => publicVersion(visit, item)),
    },
    {
      method: 'GET',
      path: '/:process/observaciones',
      may: 'signed-in',
      answer: (visit) => ({
        kind: 'page',
        title: pageWords(visit.lang).observations,
        here: 'observaciones',
        shown: listedSubjects(visit),
        body: <ObservationsPage visit={visit} />,
      }),
    },
    ...tableRoutes<W>('/:process/observaciones', 'signed-in', observationsTable, listedSubjects),
    ...monthlyRoutes,
    {
      method: 'GET',
      path: '/:process/por-revisar',
      may: { right: 'review-deliverables' },
      answer: (visit) => ({ kind: 'page', title: pageWords(visit.lang).queue, here, body: <QueuePage visit={visit} /> }),
    },
  ];
}
