import { z } from 'zod';
import { type Lang, pick } from '../core/words.ts';
import type { Item, Status } from '../domain/plan/views.ts';
import { statusWords } from '../domain/plan/words.ts';
import { confirmation, isoDate } from '../domain/process/events.ts';

/** One obligation of one OPL as programs read it: the contract of `atalaya plan --json` and of the API. */
export const planRowSchema = z.object({
  opl: z.string(),
  code: z.string(),
  key: z.string().describe('code, and the month for a monthly obligation: E03@2019-12'),
  title: z.string(),
  due: isoDate,
  sendBy: isoDate.nullable(),
  status: z.string().describe('in the words of the law, in Spanish and lower case, whatever the language asked for'),
  inPlan: z.boolean().describe('false: the act that adopted the plan in force left it out, and `due` is what the rule would give'),
  daysLate: z.int(),
  rule: z.string(),
  explanation: z.string(),
  steps: z.array(z.object({ text: z.string(), result: isoDate })),
  citation: z.string(),
  confirmation,
});

const statusName = (status: Status): string => statusWords[status].es.toLowerCase();

export function planRow(item: Item, lang: Lang): z.infer<typeof planRowSchema> {
  const { obligation, opl } = item;
  const { explanation } = obligation;
  const inputs = explanation.inputs.map((input) => `${pick(input.name, lang)}: ${input.value}`);
  const steps = explanation.steps.map((step) => `${pick(step.text, lang)} → ${step.result}`);
  return {
    opl: opl.id,
    code: obligation.code,
    key: obligation.key,
    title: pick(obligation.title, lang),
    due: obligation.due,
    sendBy: item.omitted ? null : (obligation.sendBy ?? null),
    status: statusName(item.status),
    inPlan: !item.omitted,
    daysLate: item.daysLate,
    rule: pick(explanation.rule, lang),
    explanation: [...inputs, ...steps].join('. '),
    steps: explanation.steps.map((step) => ({ text: pick(step.text, lang), result: step.result })),
    citation: obligation.citation,
    confirmation: obligation.confirmation,
  };
}
