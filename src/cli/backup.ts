import { backUp } from '../app/backups.ts';
import { backUpKeys } from '../backup/make.ts';
import { faultText } from '../backup/words.ts';
import { pick } from '../core/words.ts';
import { openLedger } from '../ledger/open.ts';
import { type Command, neededWord, Refusal, textOption } from './command.ts';
import { filesOf, needLedger, whereOf } from './open.ts';

/** Where the keys go, or come from, unless --keys says otherwise. */
export const keysBeside = (file: string): string => `${file.replace(/\.tar$/, '')}.keys.tar`;

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE [--keys FILE | --without-keys] [--json]',
  about: {
    es: 'Respalda la bitácora, las tablas y los archivos mientras el programa sigue en marcha; las llaves, aparte.',
    en: 'Backs up the log, the tables and the files while the program goes on; the keys, apart.',
  },
  options: { keys: { type: 'string' }, 'without-keys': { type: 'boolean' }, json: { type: 'boolean' } },
  run: async (call) => {
    const file = neededWord(call, 0, { es: 'el archivo que se escribirá', en: 'the file to write' });
    const keys = call.options['without-keys'] === true ? undefined : (textOption(call, 'keys') ?? keysBeside(file));
    if (keys === file)
      throw new Refusal(
        { es: 'Las llaves se guardan en otro archivo que el respaldo.', en: 'The keys go to another file than the backup.' },
        2,
      );
    needLedger(call);
    const place = whereOf(call);
    const ledger = await openLedger(place);
    try {
      const made = await backUp({ ledger, place, files: filesOf(call) }, file);
      if (keys !== undefined) await backUpKeys(place.dataDir, keys);
      const { size, files, sizeBytes, faults } = made;
      if (call.options.json === true)
        call.out(JSON.stringify({ file, keys: keys ?? null, entries: size, files, bytes: sizeBytes, faults }, null, 2));
      else {
        call.out(
          pick({ es: `${file}: ${size} registros, ${files} archivos.`, en: `${file}: ${size} entries, ${files} files.` }, call.lang),
        );
        if (keys !== undefined)
          call.note(
            pick(
              {
                es: `Llaves en ${keys}: guárdelas en otro lugar que el respaldo.`,
                en: `Keys in ${keys}: keep them elsewhere than the backup.`,
              },
              call.lang,
            ),
          );
      }
      for (const fault of faults) call.note(pick(faultText(fault), call.lang));
      return faults.length === 0 ? 0 : 1;
    } finally {
      await ledger.close();
    }
  },
};
