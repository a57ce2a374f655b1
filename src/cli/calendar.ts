import { pick } from '../core/words.ts';
import { renderIcs } from '../documents/ics.ts';
import { calendarFeed } from '../domain/meetings/calendar.ts';
import { calendarOf, outcomeOn } from '../domain/meetings/views.ts';
import { meetingsWords, outcomeNames } from '../domain/meetings/words.ts';
import { type Command, type Exit, neededWord, Refusal, textOption } from './command.ts';
import { todayOf, withProcess } from './open.ts';
import { textTable } from './table.ts';

export const calendarCommand: Command = {
  name: 'calendar',
  usage: 'calendar PROCESS [--format table|ics|json]',
  about: { es: 'El calendario de reuniones del grupo de trabajo.', en: 'The calendar of the working group’s meetings.' },
  options: { format: { type: 'string' } },
  run: (call) => {
    const id = neededWord(call, 0, { es: 'la clave del proceso', en: 'the process id' });
    const format = textOption(call, 'format') ?? 'table';
    if (!['table', 'ics', 'json'].includes(format))
      throw new Refusal(
        { es: `«${format}» no es un formato. Use table, ics o json.`, en: `“${format}” is no format. Use table, ics or json.` },
        2,
      );
    return withProcess<Exit>(call, id, async ({ world, app }) => {
      const { process, meetings } = world;
      if (format === 'ics') {
        const urlOf = (number: number) => new URL(`/${id}/reuniones/${number}`, app.baseUrl).toString();
        const feed = calendarFeed(meetings, {
          lang: call.lang,
          processName: pick(process.name, call.lang),
          uidDomain: `${id}.atalaya`,
          urlOf,
        });
        call.out((await renderIcs(feed)).replace(/\n$/, ''));
        return 0;
      }
      const today = Temporal.PlainDate.from(todayOf(process));
      const rows = calendarOf(meetings).map((row) => ({
        number: row.number,
        date: row.appointment.date,
        time: row.appointment.time ?? null,
        cutoff: row.dates.cutoff.toString(),
        freeze: row.dates.freeze.toString(),
        circulate: row.dates.circulate.toString(),
        observeUntil: row.dates.observeUntil.toString(),
        minutes: row.dates.minutes.toString(),
        session: row.session?.date?.toString() ?? null,
        state: outcomeNames[outcomeOn(row, today)].es.toLowerCase(),
      }));
      if (format === 'json') call.out(JSON.stringify(rows, null, 2));
      else {
        const t = meetingsWords(call.lang);
        const head =
          call.lang === 'es'
            ? ['Reunión', 'Fecha', 'Corte', 'Circulación', 'Observaciones hasta', 'Estado']
            : ['Meeting', 'Date', 'Cut-off', 'Circulation', 'Observations until', 'State'];
        call.out(
          textTable(
            head,
            rows.map((row) => [t.meetingNumber(row.number), row.date, row.cutoff, row.circulate, row.observeUntil, row.state]),
          ),
        );
      }
      return 0;
    });
  },
};
