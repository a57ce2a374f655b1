import { longDate } from '../../../core/date-words.ts';
import type { IsoDate } from '../../../core/event.ts';
import { must } from '../../../core/result.ts';
import type { Item, Progress } from '../../plan/views.ts';
import { aboutItem, type Found, type Rule } from '../rule.ts';
import { runStart } from '../spans.ts';

export const observed: Rule = {
  id: 'observed',
  severity: 'amber',
  owner: 'opl',
  name: { es: 'Observaciones sin atender', en: 'Observations not attended' },
  about: {
    es: 'Lo entregado se revisó, tiene observaciones, y no consta que se hayan atendido.',
    en: 'What was delivered was reviewed, has observations, and nothing shows that they were attended to.',
  },
  threshold: {
    unit: 'days',
    usual: 0,
    least: 0,
    most: 60,
    reason: {
      es: 'Desde el primer día: entre un simulacro y el siguiente hay siete.',
      en: 'From the first day: between one drill and the next there are seven.',
    },
  },
  find: ({ rows, day }, days) =>
    rows.flatMap(({ items }) =>
      items.flatMap((item) => {
        if (item.status !== 'observed') return [];
        const one = found(item, days);
        return runStart(one.spans, day) === undefined ? [] : [one];
      }),
    ),
};

function found(item: Item, days: number): Found {
  const { on, note } = must(item.progress.at(-1), 'what is observed was observed on a day');
  return {
    ...aboutItem(item),
    spans: [{ from: runFrom(item.progress, days) ?? on }],
    explanation: {
      es: `Observada el ${longDate(on, 'es')}, sin respuesta registrada.${note ? ` ${note.es}` : ''}`,
      en: `Observed on ${longDate(on, 'en')}, with no answer recorded.${note ? ` ${note.en}` : ''}`,
    },
  };
}

/** The day from which observations have stood without a break: answered and observed again on one day, they go on. */
function runFrom(progress: readonly Progress[], days: number): IsoDate | undefined {
  let from: IsoDate | undefined;
  for (let i = progress.length - 1; i >= 0; i -= 1) {
    const told = progress[i];
    if (told?.step !== 'observe') continue;
    const start = days === 0 ? told.on : Temporal.PlainDate.from(told.on).add({ days }).toString();
    if (from !== undefined && (progress[i + 1]?.on ?? '') < from) break;
    from = start;
  }
  return from;
}
