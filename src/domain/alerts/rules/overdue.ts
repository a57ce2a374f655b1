import { longDate } from '../../../core/date-words.ts';
import { must } from '../../../core/result.ts';
import { type Item, limitOf } from '../../plan/views.ts';
import { aboutItem, type Found, type Rule } from '../rule.ts';

export const overdue: Rule = {
  id: 'overdue',
  severity: 'red',
  owner: 'opl',
  name: { es: 'Fuera de plazo', en: 'Overdue' },
  about: {
    es: 'Pasó el último día para entregar y el OPL, que entrega por Atalaya, no ha entregado. Los días de suspensión no cuentan.',
    en: 'The last day to hand it in has passed and the OPL, which delivers through Atalaya, has not. Days of suspension do not count.',
  },
  find: ({ rows }) => rows.flatMap(({ items }) => items.filter((item) => item.status === 'overdue').map(found)),
};

function found(item: Item): Found {
  const { due } = item.obligation;
  const limit = limitOf(item.obligation);
  return {
    ...aboutItem(item),
    spans: [{ from: must(item.overdueSince, 'what is overdue is so since a day') }],
    explanation: {
      es: `Vencía el ${longDate(due, 'es')}${limit === due ? '' : ` y debía enviarse a más tardar el ${longDate(limit, 'es')}`}. No hay entrega registrada; van ${item.daysLate} ${item.daysLate === 1 ? 'día' : 'días'}.`,
      en: `It was due on ${longDate(due, 'en')}${limit === due ? '' : ` and had to be sent by ${longDate(limit, 'en')}`}. No delivery is recorded; ${item.daysLate} ${item.daysLate === 1 ? 'day' : 'days'} so far.`,
    },
  };
}
