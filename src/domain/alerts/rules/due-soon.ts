import { longDate } from '../../../core/date-words.ts';
import { dayAfter } from '../../../core/days.ts';
import { dateInForceSince, type Item, isAwaited, isHalted, type Progress, standstillsOf } from '../../plan/views.ts';
import { aboutItem, type Found, type Reading, type Rule } from '../rule.ts';
import { latest, overlaps, type Span, without } from '../spans.ts';

export const dueSoon: Rule = {
  id: 'due-soon',
  severity: 'note',
  owner: 'opl',
  name: { es: 'Por vencer', en: 'Due soon' },
  about: {
    es: 'Vence en pocos días y el OPL, que entrega por Atalaya, no ha entregado, o tiene observaciones por atender.',
    en: 'It is due within a few days and the OPL, which delivers through Atalaya, has not delivered, or has observations to attend to.',
  },
  threshold: {
    unit: 'days',
    usual: 7,
    least: 1,
    most: 60,
    reason: {
      es: 'Una semana: lo que el ciclo deja entre el corte y la reunión para revisar e integrar.',
      en: 'A week: what the cycle leaves between cut-off and meeting to review and integrate.',
    },
  },
  find: (reading, days) => {
    const { process, plan, day, rows } = reading;
    const still = standstillsOf(process, plan);
    if (isHalted(still, day)) return [];
    const until = Temporal.PlainDate.from(day).add({ days }).toString();
    return rows.flatMap(({ opl, items }) => {
      const since = plan.reportingSince.get(opl.id);
      if (since === undefined) return [];
      return items.filter((item) => isDue(item, day, until)).map((item) => found(item, reading, { days, since, still }));
    });
  },
};

const isDue = ({ status, omitted, obligation }: Item, day: string, until: string): boolean =>
  obligation.due >= day && obligation.due <= until && !omitted && isAwaited(status);

type Counted = { readonly days: number; readonly since: string; readonly still: readonly Span[] };
function found(item: Item, { process, plan }: Reading, { days, since, still }: Counted): Found {
  const { obligation, opl, progress, status } = item;
  const near = Temporal.PlainDate.from(obligation.due).subtract({ days }).toString();
  const from = latest(since, near, dateInForceSince(process, plan, opl.id, obligation));
  const runs: readonly Span[] = [{ from, to: dayAfter(obligation.due) }];
  const awaited = awaitedSpans(progress).flatMap((span) => overlaps(runs, span));
  return {
    ...aboutItem(item),
    spans: without(awaited, still),
    explanation: {
      es: `Vence el ${longDate(obligation.due, 'es')}. ${status === 'observed' ? 'Tiene observaciones por atender.' : 'No hay entrega registrada.'}`,
      en: `It is due on ${longDate(obligation.due, 'en')}. ${status === 'observed' ? 'It has observations to attend to.' : 'No delivery is recorded.'}`,
    },
  };
}

/** Days on which it was in nobody's hands but the OPL's: until the first delivery, and from each day it came back until the next. */
function awaitedSpans(progress: readonly Progress[]): readonly Span[] {
  const told = progress.filter(({ step }) => step !== 'start');
  const ends = (i: number) => (told[i] ? { to: told[i].on } : {});
  const returned = told.flatMap(({ step, on }, i) => (step === 'observe' ? [{ from: on, ...ends(i + 1) }] : []));
  return [{ from: '0000-01-01', ...ends(0) }, ...returned];
}
