import { mediumDate } from '../../core/date-words.ts';
import type { Block, Cell, Table } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import { allObservations, type Deliverable, type Observation, observationState, observationStates } from '../deliverables/views.ts';
import { planInForce } from '../plan/views.ts';
import type { ReportInputs, Section } from './section.ts';
import { informeMoreWords } from './words-more.ts';

const received = ({ now }: ReportInputs): readonly Deliverable[] =>
  [...(now.deliverables?.deliverables.values() ?? [])].filter(({ versions }) => versions.length > 0);

/** What the OPLs handed in and what became of it. An informe of a time at which nothing was handed in has no such section. */
export const documentsSection: Section = {
  id: 'documentos',
  title: { es: informeMoreWords('es').documents, en: informeMoreWords('en').documents },
  area: 'systems-unit',
  when: (inputs) => received(inputs).length > 0,
  of: (inputs) => [{ kind: 'paragraph', text: summaryOf(inputs) }, documentsTable(inputs), observationsTable(inputs)],
};

function summaryOf(inputs: ReportInputs): string {
  const t = informeMoreWords(inputs.lang);
  const all = received(inputs);
  const since = inputs.before?.cutoff;
  const fresh = since === undefined ? undefined : all.filter(({ versions }) => versions.some(({ on }) => on > since)).length;
  const [reviewed, accepted] = [all.filter(({ reviews }) => reviews.length > 0).length, all.filter(({ acceptance }) => acceptance).length];
  return t.documentsText(all.length, reviewed, accepted) + (fresh === undefined ? '' : t.documentsFresh(fresh));
}

function documentsTable(inputs: ReportInputs): Table {
  const { now, lang } = inputs;
  const t = informeMoreWords(lang);
  const plan = planInForce(now.plan);
  const rows = now.process.opls.flatMap((opl) =>
    received(inputs)
      .filter((one) => one.opl === opl.id)
      .map((one): readonly Cell[] => {
        const obligation = plan?.byKey.get(one.key);
        const [last, review] = [one.versions.at(-1), one.reviews.at(-1)];
        return [
          opl.acronym,
          obligation ? `${obligation.code} · ${pick(obligation.title, lang)}` : one.key,
          one.versions.length,
          last ? mediumDate(last.on, lang) : null,
          review ? mediumDate(review.on, lang) : null,
          one.acceptance ? mediumDate(one.acceptance.on, lang) : null,
        ];
      }),
  );
  const [opl, document, versions, ...days] = [t.opl, t.document, t.versions, t.lastVersion, t.reviewed, t.accepted];
  return {
    kind: 'table',
    id: 'documentos-recibidos',
    caption: t.documentsCaption,
    columns: [
      { title: opl, width: 0.6 },
      { title: document, width: 3, head: true },
      { title: versions, align: 'end', width: 0.8 },
      ...days.map((title) => ({ title })),
    ],
    rows,
  };
}

/** How many, and in what state; what they say is between the OPL and whoever reviews. */
function observationsTable({ now, lang, cutoff }: ReportInputs): Block {
  const t = informeMoreWords(lang);
  const all = now.deliverables ? allObservations(now.deliverables) : [];
  const rows = now.process.opls.flatMap((opl): readonly (readonly Cell[])[] => {
    const own = all.filter((one) => one.opl === opl.id && one.on <= cutoff);
    if (own.length === 0) return [];
    const counts = observationStates.map((state) => own.filter((one) => observationState(one) === state).length);
    const [oldest] = own
      .filter(isUnsettled)
      .map(({ on }) => on)
      .sort();
    const mandatory = own.filter((one) => one.weight === 'mandatory').length;
    return [[opl.acronym, own.length, mandatory, ...counts, oldest === undefined ? null : mediumDate(oldest, lang)]];
  });
  const titles = [t.made, t.mandatory, ...observationStates.map((state) => t[state])];
  return {
    kind: 'table',
    id: 'documentos-observaciones',
    caption: t.observationsCaption,
    columns: [{ title: t.opl, head: true }, ...titles.map((title) => ({ title, align: 'end' as const })), { title: t.oldest }],
    rows,
    empty: t.noObservations,
  };
}

const isUnsettled = (one: Observation): boolean => observationState(one) !== 'attended';
