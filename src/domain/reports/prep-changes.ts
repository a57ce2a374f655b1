import { longDate, mediumDate } from '../../core/date-words.ts';
import type { Block, Inline } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { unreachable } from '../../core/result.ts';
import { type Lang, pick } from '../../core/words.ts';
import { type Change, changesBetween, type Item, matrixOf } from '../plan/views.ts';
import { decisionsBetween, factsBetween, type ProcessDecision } from '../process/views.ts';
import { nameOf, shown } from './prep-cells.ts';
import type { Reading, ReportInputs } from './section.ts';
import { informeWords } from './words.ts';

/** What changed since the last cut-off: the obligations, then what was decided and what became known. */
export function changesOf({ lang, cutoff, now, before }: ReportInputs, items: readonly Item[]): readonly Block[] {
  const t = informeWords(lang);
  if (!before) return [{ kind: 'paragraph', text: t.firstCutoff }];
  const past = matrixOf(before.reading.process, before.reading.plan, before.cutoff).flatMap((row) => row.items);
  return [
    { kind: 'paragraph', text: t.changedSince(longDate(before.cutoff, lang)) },
    {
      kind: 'table',
      id: 'obligaciones-cambiadas',
      caption: t.changed,
      columns: [
        { title: t.opl, head: true },
        { title: t.obligation, width: 4 },
        { title: t.before, width: 2 },
        { title: t.now, width: 2 },
      ],
      rows: changesBetween(past, items).map((change) => [
        change.item.opl.acronym,
        nameOf(change.item, lang),
        formerly(change, lang),
        presently(change, lang),
      ]),
      empty: t.noChange,
    },
    {
      kind: 'table',
      id: 'hechos',
      caption: t.facts,
      columns: [
        { title: t.date, width: 1.4 },
        { title: t.opl, head: true },
        { title: t.event, width: 5 },
        { title: t.source, width: 3 },
      ],
      rows: newsBetween(now, before.cutoff, cutoff, lang).map((one) => [mediumDate(one.on, lang), one.opl, one.text, sourceOf(one.source)]),
      empty: t.noFacts,
    },
  ];
}

function formerly({ item, before, formerDue, gone }: Change, lang: Lang): Inline {
  if (before === undefined) return '—';
  const due = gone ? item.obligation.due : formerDue;
  return due === undefined ? shown(before, lang) : [...shown(before, lang), ` · ${mediumDate(due, lang)}`];
}

/** A date that the plan in force left out is not shown: it is not in force. */
function presently({ item, before, formerDue, gone }: Change, lang: Lang): Inline {
  const t = informeWords(lang);
  if (gone) return t.gone;
  if (item.omitted) return t.leftOut;
  const dated = before === undefined || formerDue !== undefined;
  return dated ? [...shown(item.status, lang), ` · ${mediumDate(item.obligation.due, lang)}`] : shown(item.status, lang);
}

type News = { readonly on: IsoDate; readonly opl: string; readonly text: string; readonly source: { text: string; url?: string } };

/** Decisions on the process, plans adopted and facts, after `from` and up to `to`, by date. */
function newsBetween({ process, plan }: Reading, from: IsoDate, to: IsoDate, lang: Lang): readonly News[] {
  const t = informeWords(lang);
  const decisions = decisionsBetween(process, from, to).map((one): News => {
    const reason = one.reason ? ` ${pick(one.reason, lang)}` : '';
    return { on: one.on, opl: '—', text: `${decisionText(one, lang)}${reason}`, source: one.agreement.source };
  });
  const plans = plan.plans
    .filter(({ on }) => on > from && on <= to)
    .map(({ on, agreement, jornada }): News => {
      return { on, opl: '—', text: t.planAdopted(agreement.name, longDate(jornada, lang)), source: agreement.source };
    });
  const facts = factsBetween(process, from, to).map(({ on, opl, text, source }): News => {
    return { on, opl: process.opls.find((one) => one.id === opl)?.acronym ?? '—', text: pick(text, lang), source };
  });
  return [...decisions, ...plans, ...facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function decisionText(decision: ProcessDecision, lang: Lang): string {
  const t = informeWords(lang);
  const { name } = decision.agreement;
  switch (decision.kind) {
    case 'suspended':
      return t.processSuspended(name);
    case 'election-day-set':
      return t.jornadaSet(name, longDate(decision.jornada, lang));
    case 'election-day-moved':
      return t.jornadaMoved(name, longDate(decision.jornada, lang));
    default:
      return unreachable(decision);
  }
}

const sourceOf = (source: { text: string; url?: string }): Inline =>
  source.url === undefined ? source.text : [{ mark: 'link', text: source.text, href: source.url }];
