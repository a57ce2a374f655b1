import { z } from 'zod';
import { type Lang, pick } from '../core/words.ts';
import { type Alert, severities } from '../domain/alerts/views.ts';
import { isoDate } from '../domain/process/events.ts';

/** One alert as programs read it: the contract of `atalaya alerts --json` and of the API. */
export const alertRowSchema = z.object({
  rule: z.string(),
  severity: z.enum(severities),
  subject: z.string().describe('what it is about: a kind and an id, obligation:ieeh/E14'),
  opl: z.string().nullable(),
  since: isoDate.describe('the first day of the uninterrupted run of days on which the rule holds'),
  explanation: z.string(),
});

export const alertRow = (alert: Alert, lang: Lang): z.infer<typeof alertRowSchema> => ({
  rule: alert.rule.id,
  severity: alert.severity,
  subject: alert.subject,
  opl: alert.opl ?? null,
  since: alert.since,
  explanation: pick(alert.explanation, lang),
});
