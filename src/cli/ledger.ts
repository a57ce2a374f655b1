import { open } from 'node:fs/promises';
import { exportLog, heldCheckpoints, proofOf, verifyExportFile, verifyLogAt } from '../app/log-check.ts';
import { pick } from '../core/words.ts';
import { witnessMark } from '../domain/witnesses/words.ts';
import { type Command, type Exit, neededWord, Refusal, textOption } from './command.ts';
import { hadLedger, needLedger, whereOf, withApp } from './open.ts';

export const ledgerCommand: Command = {
  name: 'ledger',
  usage: 'ledger verify [EXPORT [--key KEY]] | export FILE | checkpoint | prove SEQ | witnesses',
  about: {
    es: 'Verifica la bitácora, la exporta, firma un punto de control, prueba que un registro está en ella o dice qué guardan sus testigos.',
    en: 'Verifies the log, exports it, signs a checkpoint, proves that an entry is in it, or says what its witnesses hold.',
  },
  options: { json: { type: 'boolean' }, key: { type: 'string' } },
  run: async (call) => {
    const what = neededWord(call, 0, {
      es: 'qué hacer: verify, export, checkpoint, prove o witnesses',
      en: 'what to do: verify, export, checkpoint, prove or witnesses',
    });
    switch (what) {
      case 'verify': {
        const [, file] = call.words;
        if (file === undefined) needLedger(call, hadLedger);
        const result = file === undefined ? await verifyLogAt(whereOf(call)) : await verifyExportFile(file, textOption(call, 'key'));
        if (call.options.json === true) call.out(JSON.stringify(result, null, 2));
        else if (result.faults.length === 0)
          call.out(
            call.lang === 'es'
              ? `Bitácora íntegra: ${result.size} registros, raíz ${result.root}.`
              : `The log is sound: ${result.size} entries, root ${result.root}.`,
          );
        else
          for (const fault of result.faults)
            call.out(
              `${pick(fault.where, call.lang)}: ${pick(fault.what, call.lang).replace(/\.*$/, '.')} ${pick(fault.advice, call.lang)}`,
            );
        return result.faults.length === 0 ? 0 : 1;
      }
      case 'export': {
        const file = neededWord(call, 1, { es: 'el archivo que se escribirá', en: 'the file to write' });
        needLedger(call);
        await using output = await open(file, 'w');
        const { size } = await withApp(call, (app) => exportLog(app, (text) => output.appendFile(text)));
        call.out(call.lang === 'es' ? `${file}: ${size} registros.` : `${file}: ${size} entries.`);
        return 0;
      }
      case 'checkpoint':
        needLedger(call);
        await withApp(call, async (app) => call.out((await app.ledger.checkpoint()).trimEnd()));
        return 0;
      case 'prove': {
        const seq = Number(neededWord(call, 1, { es: 'el número del registro', en: 'the number of the entry' }));
        needLedger(call);
        return withApp<Exit>(call, async (app) => {
          const proof = await proofOf(app, seq);
          if (!proof) {
            const { position } = app.worlds.current();
            throw new Refusal({
              es: `La bitácora no tiene ese registro; tiene del 1 al ${position}.`,
              en: `The log has no such entry; it has 1 to ${position}.`,
            });
          }
          call.out(JSON.stringify(proof, null, 2));
          return 0;
        });
      }
      case 'witnesses':
        needLedger(call);
        return withApp<Exit>(call, async (app) => {
          const rows = await heldCheckpoints(app);
          if (call.options.json === true) call.out(JSON.stringify(rows, null, 2));
          else
            for (const { process, body, standing, size, root } of rows)
              call.out(`${process} ${body}: ${witnessMark(standing, call.lang).word}${size === undefined ? '' : ` · ${size} · ${root}`}`);
          if (rows.length === 0) call.note(pick({ es: 'Esta bitácora no tiene testigos.', en: 'This log has no witnesses.' }, call.lang));
          return rows.some(({ standing }) => standing === 'forked') ? 1 : 0;
        });
      default:
        throw new Refusal(
          {
            es: `«ledger ${what}» no existe. Use verify, export, checkpoint, prove o witnesses.`,
            en: `There is no “ledger ${what}”. Use verify, export, checkpoint, prove or witnesses.`,
          },
          2,
        );
    }
  },
};
