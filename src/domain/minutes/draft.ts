import { longDate } from '../../core/date-words.ts';
import { type Lang, pick } from '../../core/words.ts';
import type { AgendaItem } from '../agenda/views.ts';
import type { Commitment } from '../commitments/views.ts';
import type { Record } from './views.ts';
import { outcomeNames } from './words.ts';

type Inputs = {
  readonly lang: Lang;
  readonly items: readonly AgendaItem[];
  readonly record: Record;
  readonly commitments: readonly Commitment[];
  readonly officeName: (office: string) => string;
};

/** A first text of the minutes, in Markdown: point by point, what was noted, what came out, and who promised what. */
export function draftText({ lang, items, record, commitments, officeName }: Inputs): string {
  const parts = items.flatMap((item, index) => {
    const notes = record.notes.filter((one) => one.item === item.item).map((one) => one.text);
    const outcomes = record.outcomes
      .filter((one) => one.item === item.item && one.struck === undefined)
      .map((one) => `**${pick(outcomeNames[one.kind], lang)}.** ${one.text}`);
    const promised = commitments
      .filter((one) => one.item === item.item)
      .map(
        (one) =>
          `**${lang === 'es' ? 'Compromiso' : 'Commitment'} ${one.id}.** ${literal(officeName(one.owner))}: ${one.text} (${longDate(one.due, lang)})`,
      );
    const deferred = record.deferred.get(item.item);
    const left = deferred === undefined ? [] : [lang === 'es' ? `El punto se traslada: ${deferred}` : `The point is deferred: ${deferred}`];
    const said = [...notes, ...outcomes, ...promised, ...left];
    return [`### ${index + 1}. ${literal(item.title)}`, ...(said.length > 0 ? said : [lang === 'es' ? '*Sin notas.*' : '*No notes.*'])];
  });
  return parts.join('\n\n');
}

const literal = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>|~#&]/g, '\\$&');
