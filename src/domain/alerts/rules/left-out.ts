import { longDate } from '../../../core/date-words.ts';
import { must } from '../../../core/result.ts';
import { type Item, isOpen, leftOutSince, planInForce } from '../../plan/views.ts';
import { aboutItem, type Found, type Reading, type Rule } from '../rule.ts';

export const leftOut: Rule = {
  id: 'left-out',
  severity: 'red',
  owner: 'technical-secretariat',
  name: { es: 'Fuera del plan vigente', en: 'Left out of the plan in force' },
  about: {
    es: 'El acto que adoptó el plan vigente no incluyó esta obligación, y no consta que esté concluida ni que no aplique. Lo que no tiene fecha no vence, y nadie lo reclama.',
    en: 'The act that adopted the plan in force left this obligation out, and nothing shows that it is concluded or does not apply. What has no date is never due, and nobody asks for it.',
  },
  find: (reading) =>
    reading.rows.flatMap(({ items }) => items.filter((item) => item.omitted && isOpen(item.status)).map((item) => found(item, reading))),
};

function found(item: Item, { plan }: Reading): Found {
  const { opl, obligation } = item;
  const since = must(leftOutSince(plan, opl.id, obligation), 'what the plan in force leaves out is left out since a plan');
  const inForce = must(planInForce(plan), 'an item belongs to a plan');
  const needed = inForce.obligations.filter((one) => one.dependsOn.includes(obligation.code)).map((one) => one.key);
  return {
    ...aboutItem(item),
    spans: [{ from: since }],
    explanation: {
      es: `${inForce.agreement.name} reprogramó las demás obligaciones y no incluyó ésta; la regla le daría el ${longDate(obligation.due, 'es')}.${needed.length > 0 ? ` De ella dependen: ${needed.join(', ')}.` : ''}`,
      en: `${inForce.agreement.name} rescheduled the other obligations and left this one out; the rule would give ${longDate(obligation.due, 'en')}.${needed.length > 0 ? ` Needed by: ${needed.join(', ')}.` : ''}`,
    },
  };
}
