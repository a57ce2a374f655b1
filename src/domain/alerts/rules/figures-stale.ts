import { longDate } from '../../../core/date-words.ts';
import { subjectOf } from '../../../core/subject.ts';
import { type Series, type System, seriesOf } from '../../systems/views.ts';
import type { Found, Rule } from '../rule.ts';
import { latest, runStart, type Span } from '../spans.ts';

export const figuresStale: Rule = {
  id: 'figures-stale',
  severity: 'amber',
  owner: 'systems-unit',
  name: { es: 'Cifras sin actualizar', en: 'Figures not updated' },
  about: {
    es: 'Una cifra de un sistema debe llegar cada cierto tiempo, según se definió, y no ha llegado. De la que no tiene plazo no se dice nada.',
    en: 'A figure of a system is due every so often, as was defined, and has not come. Of one without a period nothing is said.',
  },
  threshold: {
    unit: 'days',
    usual: 0,
    least: 0,
    most: 30,
    reason: {
      es: 'Días de gracia sobre el plazo de cada cifra: ninguno, porque el plazo lo fijó el área que la reporta.',
      en: 'Days of grace beyond the period of each figure: none, since the area that reports it set the period.',
    },
  },
  find: ({ systems, day }, days) =>
    [...systems.systems.values()].flatMap((system) =>
      seriesOf(system).flatMap((series) => {
        const spans = staleDays(series, days);
        return runStart(spans, day) === undefined ? [] : [found(system, series, spans)];
      }),
    ),
};

/**
 * From one report to the next: more days than it should take have passed since the latest day that any entity's figure is of. A figure
 * that was corrected had come when it first came.
 */
function staleDays({ everyDays, definedOn, data }: Series, days: number): readonly Span[] {
  if (everyDays === undefined) return [];
  const reports = [{ firstOn: definedOn, date: definedOn }, ...data.values()].toSorted((a, b) =>
    a.firstOn < b.firstOn ? -1 : a.firstOn > b.firstOn ? 1 : 0,
  );
  let newest = definedOn;
  return reports.flatMap(({ firstOn: on, date }, i) => {
    newest = latest(newest, date);
    const missing = Temporal.PlainDate.from(newest)
      .add({ days: everyDays + days + 1 })
      .toString();
    const from = latest(on, missing);
    const next = reports[i + 1];
    return next && next.firstOn <= from ? [] : [{ from, ...(next ? { to: next.firstOn } : {}) }];
  });
}

function found({ id, description }: System, { id: figure, name, everyDays = 0, data }: Series, spans: readonly Span[]): Found {
  const newest = [...data.values()].reduce((last, { date }) => (date > last ? date : last), '');
  return {
    subject: subjectOf('system', id, figure),
    title: { es: `${description.name.es} · ${name.es}`, en: `${description.name.en} · ${name.en}` },
    spans,
    explanation: {
      es: `Se espera cada ${everyDays === 1 ? 'día' : `${everyDays} días`}; ${newest === '' ? 'no consta ninguna.' : `la última es del ${longDate(newest, 'es')}.`}`,
      en: `It is due every ${everyDays === 1 ? 'day' : `${everyDays} days`}; ${newest === '' ? 'none is recorded.' : `the last one is of ${longDate(newest, 'en')}.`}`,
    },
  };
}
