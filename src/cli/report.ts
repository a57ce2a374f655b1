import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createRenderers, isFormat } from '../app/documents.ts';
import { risksTold } from '../app/risks-told.ts';
import { pick } from '../core/words.ts';
import { cutoffRefusal } from '../domain/reports/decide.ts';
import { reportKind } from '../domain/reports/events.ts';
import { makeReport } from '../domain/reports/make.ts';
import { madeKinds } from '../domain/reports/sections.ts';
import { reportRefusalText } from '../domain/reports/words.ts';
import { type Command, type Exit, neededWord, Refusal, textOption } from './command.ts';
import { dateOption, todayOf, withProcess } from './open.ts';

export const reportCommand: Command = {
  name: 'report',
  usage: 'report PROCESS --kind prep|systems --cutoff DATE --format pdf|docx|html|md --out FILE [--json]',
  about: {
    es: 'El informe a un corte. Las mismas entradas dan los mismos bytes.',
    en: 'The report at a cut-off. The same inputs give the same bytes.',
  },
  options: {
    kind: { type: 'string' },
    cutoff: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (call) => {
    const id = neededWord(call, 0, { es: 'la clave del proceso', en: 'the process id' });
    const kind = textOption(call, 'kind') ?? 'prep';
    const asked = reportKind.safeParse(kind);
    if (!asked.success)
      throw new Refusal(
        {
          es: `«${kind}» no es un tipo de informe. Use --kind ${madeKinds.join(' o ')}.`,
          en: `“${kind}” is no kind of report. Use --kind ${madeKinds.join(' or ')}.`,
        },
        2,
      );
    if (!madeKinds.includes(asked.data))
      throw new Refusal({
        es: `Esta versión todavía no hace el informe «${kind}». Use --kind ${madeKinds.join(' o ')}.`,
        en: `This version does not make the “${kind}” report yet. Use --kind ${madeKinds.join(' or ')}.`,
      });
    const cutoff = dateOption(call, 'cutoff');
    if (cutoff === undefined)
      throw new Refusal(
        { es: 'Falta --cutoff, la fecha de corte (AAAA-MM-DD).', en: 'Missing --cutoff, the cut-off date (YYYY-MM-DD).' },
        2,
      );
    const format = textOption(call, 'format') ?? 'pdf';
    if (!isFormat(format))
      throw new Refusal(
        { es: `«${format}» no es un formato. Use pdf, docx, html o md.`, en: `“${format}” is no format. Use pdf, docx, html or md.` },
        2,
      );
    const file = textOption(call, 'out');
    if (file === undefined)
      throw new Refusal({ es: 'Falta --out, el archivo que se escribirá.', en: 'Missing --out, the file to write.' }, 2);
    return withProcess<Exit>(call, id, async ({ app, world }) => {
      const refused = cutoffRefusal(cutoff, todayOf(world.process));
      if (refused) throw new Refusal(reportRefusalText(refused));
      const { position } = app.worlds.current();
      const root = await app.rootAt(position);
      const look = async (day: string, known: number) => {
        const past = await app.worlds.past(id, day, known);
        if (past?.process.kind !== 'open') return undefined;
        const read = { ...past, process: past.process };
        return { ...read, risksOn: (on: string) => risksTold(read, on) };
      };
      const document = await makeReport(look, {
        kind: asked.data,
        lang: call.lang,
        cutoff,
        position,
        root,
        saidOn: todayOf(world.process),
      });
      if (!document)
        throw new Refusal({
          es: `Al ${cutoff} no se sabía nada del proceso «${id}». Elija una fecha posterior a su apertura.`,
          en: `Nothing was known of the process “${id}” on ${cutoff}. Choose a date after it was opened.`,
        });
      const { body } = await createRenderers().file(document, format);
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
      await writeFile(file, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (call.options.json === true)
        call.out(JSON.stringify({ file, kind, cutoff, format, bytes: bytes.length, sha256, position, root }, null, 2));
      else
        call.out(
          pick({ es: `${file}: ${document.title}. SHA-256 ${sha256}`, en: `${file}: ${document.title}. SHA-256 ${sha256}` }, call.lang),
        );
      return 0;
    });
  },
};
