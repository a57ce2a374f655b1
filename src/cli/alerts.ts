import { alertRow } from '../app/alert-row.ts';
import { shellWords } from '../app/shell-words.ts';
import { longDate } from '../core/date-words.ts';
import { pick } from '../core/words.ts';
import { alertPageWords } from '../domain/alerts/page-words.ts';
import { alertsOn } from '../domain/alerts/views.ts';
import { severityWords } from '../domain/alerts/words.ts';
import { type Command, type Exit, neededWord, Refusal } from './command.ts';
import { dateOption, processOn, todayOf, withProcess } from './open.ts';
import { textTable } from './table.ts';

export const alertsCommand: Command = {
  name: 'alerts',
  usage: 'alerts PROCESS [--al DATE] [--json]',
  about: {
    es: 'Las alertas abiertas en una fecha: regla, gravedad, asunto, desde cuándo y por qué.',
    en: 'The alerts open on a date: rule, severity, subject, since when and why.',
  },
  options: { al: { type: 'string' }, json: { type: 'boolean' } },
  run: (call) => {
    const id = neededWord(call, 0, { es: 'la clave del proceso', en: 'the process id' });
    const al = dateOption(call, 'al');
    return withProcess<Exit>(call, id, async (opened) => {
      const today = todayOf(opened.world.process);
      const day = al ?? today;
      if (day > today) {
        const inFuture = (lang: 'es' | 'en') => shellWords(lang).futureDate(longDate(day, lang), longDate(today, lang));
        throw new Refusal({ es: inFuture('es'), en: inFuture('en') });
      }
      const world = al === undefined ? opened.world : await processOn(opened, al);
      const alerts = alertsOn(world, day);
      if (call.options.json === true) {
        call.out(
          JSON.stringify(
            alerts.map((alert) => alertRow(alert, call.lang)),
            null,
            2,
          ),
        );
        return 0;
      }
      const t = alertPageWords(call.lang);
      if (alerts.length === 0) {
        call.out(t.none);
        return 0;
      }
      const rows = alerts.map((alert) => [
        pick(severityWords[alert.severity], call.lang),
        alert.since,
        alert.opl ?? '—',
        pick(alert.rule.name, call.lang),
        pick(alert.title, call.lang),
      ]);
      call.out(textTable([t.severity, t.since, t.opl, t.rule, t.subject], rows));
      return 0;
    });
  },
};
