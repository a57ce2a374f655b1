import { longDate, mediumDate } from '../../core/date-words.ts';
import type { Block } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Lang, pick } from '../../core/words.ts';
import {
  atRisk,
  confirmationWords,
  dueSoon,
  type Item,
  limitOf,
  type matrixOf,
  planInForce,
  shapeOf,
  statuses,
  statusWords,
  tally,
  worstOf,
} from '../plan/views.ts';
import type { Opl } from '../process/views.ts';
import { nameOf, shown } from './prep-cells.ts';
import type { Reading } from './section.ts';
import { informeWords } from './words.ts';

/** How many obligations of each OPL stand in each status: a chart, then its table. */
export function progressOf(matrix: ReturnType<typeof matrixOf>, lang: Lang): readonly Block[] {
  const t = informeWords(lang);
  const counted = matrix.map((row) => ({ row, counts: tally(row.items) }));
  const used = statuses.filter((status) => counted.some(({ counts }) => counts[status] > 0));
  if (used.length === 0) return [{ kind: 'paragraph', text: t.noPlan }];
  const parts = counted.map(
    ({ row, counts }) =>
      `${row.opl.acronym}: ${used.map((status) => `${counts[status]} ${pick(statusWords[status], lang).toLowerCase()}`).join(', ')}.`,
  );
  return [
    {
      kind: 'chart',
      id: 'avance-barras',
      title: t.progress,
      alt: t.progressAlt(parts.slice(0, 6).join(' ')),
      unit: t.unit,
      series: used.map((status) => ({ name: pick(statusWords[status], lang), shape: shapeOf[status] })),
      bars: counted.map(({ row, counts }) => ({ label: row.opl.acronym, values: used.map((status) => counts[status]) })),
    },
    {
      kind: 'table',
      id: 'avance',
      caption: t.progress,
      columns: [
        { title: t.opl, head: true, width: 2 },
        ...used.map((status) => ({ title: pick(statusWords[status], lang), align: 'end' as const })),
        { title: t.total, align: 'end' },
      ],
      rows: counted.map(({ row, counts }) => [
        `${row.opl.acronym} · ${pick(row.opl.name, lang)}`,
        ...used.map((status) => counts[status]),
        row.items.length,
      ]),
    },
  ];
}

export function attentionOf(items: readonly Item[], now: Reading, lang: Lang): Block {
  const t = informeWords(lang);
  return {
    kind: 'table',
    id: 'obligaciones-en-atencion',
    caption: t.attention,
    columns: [
      { title: t.opl, head: true },
      { title: t.obligation, width: 4 },
      { title: t.status, width: 2 },
      { title: t.why, width: 4 },
    ],
    rows: atRisk(items).map((item) => [item.opl.acronym, nameOf(item, lang), shown(item.status, lang), reasonOf(item, now, lang)]),
    empty: t.noAttention,
  };
}

/** Why an obligation of `atRisk` asks for attention, in one line. */
function reasonOf(item: Item, now: Reading, lang: Lang): string {
  const t = informeWords(lang);
  if (item.status === 'overdue') return t.whyOverdue(longDate(limitOf(item.obligation), lang), item.daysLate);
  const omitted = item.omitted ? t.whyOmitted(planInForce(now.plan)?.agreement.name ?? '') : undefined;
  const last = item.status === 'observed' ? item.progress.at(-1) : undefined;
  const observed = last && `${t.whyObserved(longDate(last.on, lang))}${last.note ? `. ${pick(last.note, lang)}` : ''}`;
  return [omitted, observed].filter((part) => part !== undefined).join('. ');
}

export function upcomingOf(items: readonly Item[], lang: Lang): Block {
  const t = informeWords(lang);
  return {
    kind: 'table',
    id: 'vencimientos',
    caption: t.upcoming,
    columns: [
      { title: t.due, width: 1.4 },
      { title: t.opl, head: true },
      { title: t.obligation, width: 5 },
      { title: t.status, width: 2 },
    ],
    rows: items.map((item) => [mediumDate(item.obligation.due, lang), item.opl.acronym, nameOf(item, lang), shown(item.status, lang)]),
    empty: t.noUpcoming,
  };
}

/** One OPL, topic by topic: the most pressing status and the next date. */
export function topicsOf(opl: Opl, items: readonly Item[], now: Reading, cutoff: IsoDate, lang: Lang): Block {
  const t = informeWords(lang);
  const topics = planInForce(now.plan)?.topics ?? [];
  return {
    kind: 'table',
    id: `temas-${opl.id}`,
    caption: t.topicsOf(`${opl.acronym} · ${pick(opl.name, lang)}`),
    columns: [
      { title: t.topic, head: true, width: 3 },
      { title: t.status, width: 2 },
      { title: t.next, width: 3 },
    ],
    rows: topics.map((topic) => {
      const own = items.filter((item) => item.obligation.topic === topic.id);
      const next = dueSoon(own, cutoff, 3650)[0];
      return [
        pick(topic.name, lang),
        shown(worstOf(own), lang),
        next ? `${mediumDate(next.obligation.due, lang)} · ${next.obligation.code}` : '—',
      ];
    }),
    empty: t.noPlan,
  };
}

/** Every obligation of the plan in force, once, with the reason for its date. */
export function annexOf(now: Reading, lang: Lang): Block {
  const t = informeWords(lang);
  return {
    kind: 'table',
    id: 'obligaciones',
    caption: t.annex,
    columns: [
      { title: t.code, head: true, width: 0.9 },
      { title: t.obligation, width: 4 },
      { title: t.due, width: 1.5 },
      { title: t.sendBy, width: 1.5 },
      { title: t.rule, width: 4 },
      { title: t.confirmation, width: 1.6 },
    ],
    rows: (planInForce(now.plan)?.obligations ?? []).map((one) => [
      one.code,
      pick(one.title, lang),
      mediumDate(one.due, lang),
      one.sendBy === undefined ? '—' : mediumDate(one.sendBy, lang),
      `${pick(one.explanation.rule, lang)} ${one.citation}`,
      pick(confirmationWords[one.confirmation], lang),
    ]),
    empty: t.noPlan,
  };
}
