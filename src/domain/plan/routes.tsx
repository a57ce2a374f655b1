import { longDate } from '../../core/date-words.ts';
import { parseIsoDate } from '../../core/dates.ts';
import type { Table } from '../../core/document.ts';
import { subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { oplOf } from '../process/views.ts';
import { AcrossPage, acrossOf, acrossTable } from './across-page.tsx';
import { AdvancePage, comparisonTable, curveTable, drawAdvance, latenessTable } from './advance-page.tsx';
import { advanceObligation, type PlanRefusal, possibleSteps } from './decide.ts';
import { narrowedRows, PrepPage, type RiskColumn } from './matrix-page.tsx';
import { matrixWords } from './matrix-words.ts';
import { ObligationPage, type ObligationPanel, type ObligationWorld } from './obligation-page.tsx';
import { OplPage, type OplPanels } from './opl-page.tsx';
import { planPageWords } from './page-words.ts';
import { itemHref } from './pages.tsx';
import { type Item, itemsOf, obligationSubject, wasObserved } from './views.ts';
import { confirmationWords, planRefusalText, statusWords } from './words.ts';

type World = ObligationWorld;
const here = 'prep';

/** The obligations as a table of plain values: what is downloaded. Dates are ISO, so that a spreadsheet reads them. */
function itemsTable(visit: Visit<World>, items: readonly Item[], id: string): Table {
  const { lang } = visit;
  const t = planPageWords(lang);
  const titles = [t.opl, t.code, t.obligation, t.topic, t.due, t.sendBy, t.status, t.rule, t.citation, t.confirmation];
  return {
    kind: 'table',
    id,
    caption: t.obligations,
    columns: titles.map((title) => ({ title })),
    rows: items.map(({ opl, obligation, status, omitted }) => [
      opl.acronym,
      obligation.key,
      pick(obligation.title, lang),
      obligation.topic,
      omitted ? t.omittedShort : obligation.due,
      omitted ? null : (obligation.sendBy ?? null),
      pick(statusWords[status], lang),
      pick(obligation.explanation.rule, lang),
      obligation.citation,
      pick(confirmationWords[obligation.confirmation], lang),
    ]),
  };
}

/** The obligation the address names, on the day of the visit; or the page that says that there is none. */
function find(visit: Visit<World>, then: (item: Item) => Answer | Promise<Answer>): Answer | Promise<Answer> {
  const { world, params, day } = visit;
  const opl = oplOf(world.process, params.opl ?? '');
  if (!opl) return { kind: 'not-found', what: both('unknownOpl') };
  const item = itemsOf(world.process, world.plan, opl, day).find((one) => one.obligation.key === params.key);
  return item ? then(item) : { kind: 'not-found', what: both('unknownObligation') };
}

const both = (row: 'unknownOpl' | 'unknownObligation') => ({ es: planPageWords('es')[row], en: planPageWords('en')[row] });

type Show<W extends World> = (visit: Visit<W>, item: Item, errors?: readonly FormError[], status?: 200 | 409 | 422) => Answer;
const showing =
  <W extends World>(panels: readonly ObligationPanel<W>[]): Show<W> =>
  (visit, item, errors = [], status = 200) => {
    const title = `${item.obligation.code} · ${item.opl.acronym}`;
    const shown = wasObserved(item) ? [obligationSubject(item)] : [];
    const body = <ObligationPage visit={visit} item={item} errors={errors} panels={panels.map((panel) => panel(visit, item))} />;
    return { kind: 'page', title, here, status, shown, about: obligationSubject(item), body };
  };

async function advance<W extends World>(visit: Visit<W>, item: Item, show: Show<W>): Promise<Answer> {
  const { lang, form, today } = visit;
  const t = planPageWords(lang);
  const errors: FormError[] = [];
  const step = possibleSteps(visit.world.plan, item.opl.id, item.obligation.key).find((one) => one === form.get('paso'));
  if (!step) errors.push({ field: 'paso', text: t.chooseStep });
  const on = dateField(visit, 'fecha', t.whenHappened, errors);
  const effectiveDate = form.get('documento') ? dateField(visit, 'documento', t.documentDate, errors) : undefined;
  if (on !== undefined && on > today) errors.push({ field: 'fecha', text: t.future(longDate(today, lang)) });
  if (!step || on === undefined || errors.length > 0) return show(visit, item, errors, 422);
  const note = form.get('nota');
  const done = await visit.execute<PlanRefusal>((world, by) =>
    advanceObligation(world, {
      on,
      by,
      step,
      opl: item.opl.id,
      key: item.obligation.key,
      ...(effectiveDate === undefined ? {} : { effectiveDate }),
      ...(note ? { note: { es: note, en: note } } : {}),
    }),
  );
  if (done.ok) return { kind: 'redirect', to: `${itemHref(visit, item)}#registro` };
  const text = done.error.kind === 'conflict' ? t.changedMeanwhile : pick(planRefusalText(done.error), lang);
  return show(visit, item, [{ text }], 409);
}

function dateField(visit: Visit<World>, name: string, label: string, errors: FormError[]): string | undefined {
  const read = parseIsoDate(visit.form.get(name) ?? '', { es: label, en: label });
  if (read.ok) return read.value.toString();
  errors.push({ field: name, text: pick(read.error.message, visit.lang) });
  return undefined;
}

/** The obligation the address names, in every OPL. */
function across<T>(visit: Visit<World>, then: (items: readonly Item[], first: Item) => T): T | Extract<Answer, { kind: 'not-found' }> {
  const items = acrossOf(visit, visit.params.key ?? '');
  const [first] = items;
  return first
    ? then(items, first)
    : { kind: 'not-found', what: { es: matrixWords('es').unknownObligation, en: matrixWords('en').unknownObligation } };
}

/** `panels`: what other slices bring to the page of one OPL; `below`, to that of one obligation. */
export const planRoutes = <W extends World>(
  panels: readonly OplPanels<W>[],
  below: readonly ObligationPanel<W>[],
  risk: RiskColumn<W>,
): readonly Route<W>[] => [
  {
    method: 'GET',
    path: '/:process/prep',
    may: 'anyone',
    answer: (visit) => ({ kind: 'page', title: planPageWords(visit.lang).prep, here, body: <PrepPage visit={visit} risk={risk} /> }),
  },
  ...tableRoutes<W>('/:process/prep', 'anyone', (visit) => {
    const items = narrowedRows(visit, risk).flatMap((row) => row.items);
    return itemsTable(visit, items, 'prep');
  }),
  ...tableRoutes<W>('/:process/prep/avance', 'anyone', comparisonTable),
  ...tableRoutes<W>('/:process/prep/avance/curva', 'anyone', (visit) => curveTable(visit)),
  ...tableRoutes<W>('/:process/prep/avance/plazos', 'anyone', latenessTable),
  {
    method: 'GET',
    path: '/:process/prep/avance',
    may: 'anyone',
    answer: async (visit) => {
      const drawn = await drawAdvance(visit);
      return { kind: 'page', title: matrixWords(visit.lang).advance, here, body: <AdvancePage visit={visit} drawn={drawn} /> };
    },
  },
  ...tableRoutes<W>('/:process/prep/obligacion/:key/opl', 'anyone', (visit) => across(visit, (items) => acrossTable(visit, items))),
  {
    method: 'GET',
    path: '/:process/prep/obligacion/:key',
    may: 'anyone',
    answer: (visit) =>
      across(visit, (items, first) => ({
        kind: 'page',
        title: pick(first.obligation.title, visit.lang),
        here,
        body: <AcrossPage visit={visit} items={items} first={first} />,
      })),
  },
  {
    method: 'GET',
    path: '/:process/prep/:opl',
    may: 'anyone',
    answer: (visit) => {
      const opl = oplOf(visit.world.process, visit.params.opl ?? '');
      if (!opl) return { kind: 'not-found', what: both('unknownOpl') };
      const body = <OplPage visit={visit} opl={opl} panels={panels} />;
      const shown = panels.flatMap((one) => one.shown?.(visit, opl) ?? []);
      return { kind: 'page', title: pick(opl.name, visit.lang), here, shown, about: subjectOf('opl', opl.id), body };
    },
  },
  ...tableRoutes<W>('/:process/prep/:opl/obligaciones', 'anyone', (visit) => {
    const opl = oplOf(visit.world.process, visit.params.opl ?? '');
    if (!opl) return { kind: 'not-found', what: both('unknownOpl') };
    return itemsTable(visit, itemsOf(visit.world.process, visit.world.plan, opl, visit.day), `prep-${opl.id}`);
  }),
  { method: 'GET', path: '/:process/prep/:opl/:key', may: 'anyone', answer: (visit) => find(visit, (item) => showing(below)(visit, item)) },
  {
    method: 'POST',
    path: '/:process/prep/:opl/:key/avanzar',
    may: { right: 'report-progress', oplParam: 'opl' },
    answer: (visit) => find(visit, (item) => advance(visit, item, showing(below))),
  },
];
