import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { drill, makeTables } from '../app/backups.ts';
import { BackupFault } from '../backup/fault.ts';
import { restore } from '../backup/restore.ts';
import { pick } from '../core/words.ts';
import { keysBeside } from './backup.ts';
import { type Call, type Command, type Exit, neededWord, textOption } from './command.ts';
import { bucketOf, fillBucket, whereOf } from './open.ts';

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE [--keys FILE] [--replace] [--drill] [--json]',
  about: {
    es: 'Restaura un respaldo después de verificarlo entero. Con --drill, ensaya: lo restaura aparte, lo abre, lo compara y lo retira.',
    en: 'Restores a backup after verifying all of it. With --drill, rehearses: restores it apart, opens it, compares it and removes it.',
  },
  options: { keys: { type: 'string' }, replace: { type: 'boolean' }, drill: { type: 'boolean' }, json: { type: 'boolean' } },
  run: async (call) => {
    const file = neededWord(call, 0, { es: 'el respaldo', en: 'the backup' });
    const keys = textOption(call, 'keys') ?? keysBeside(file);
    if (!existsSync(keys)) throw new BackupFault({ kind: 'no-keys' });
    if (call.options.drill === true) return rehearse(call, file, keys);
    const place = whereOf(call);
    const { dataDir } = place;
    const done = await restore(file, keys, place, makeTables, call.options.replace === true);
    const bucket = bucketOf(call);
    if (bucket) await fillBucket(call, bucket);
    if (call.options.json === true) call.out(JSON.stringify(done, null, 2));
    else
      call.out(
        pick(
          {
            es: `Restaurado en ${dataDir}: ${done.size} registros, raíz ${done.root}, ${done.files} archivos.`,
            en: `Restored in ${dataDir}: ${done.size} entries, root ${done.root}, ${done.files} files.`,
          },
          call.lang,
        ),
      );
    if (done.before !== undefined)
      call.note(pick({ es: `Lo que había está en ${done.before}.`, en: `What was there is in ${done.before}.` }, call.lang));
    return 0;
  },
};

async function rehearse(call: Call, file: string, keys: string): Promise<Exit> {
  const done = await drill(file, keys, () => performance.now());
  const seconds = done.seconds.toFixed(1);
  if (call.options.json === true) call.out(JSON.stringify(done, null, 2));
  else if (done.same)
    call.out(
      pick(
        {
          es: `Ensayo logrado en ${seconds} s: ${done.size} registros, raíz ${done.root}, ${done.files} archivos; un respaldo de lo restaurado tiene los mismos bytes.`,
          en: `The drill worked in ${seconds} s: ${done.size} entries, root ${done.root}, ${done.files} files; a backup of what was restored has the same bytes.`,
        },
        call.lang,
      ),
    );
  else
    call.note(
      pick(
        {
          es: 'Lo restaurado es íntegro, pero un respaldo suyo tiene otros bytes: lo hizo otra versión de Atalaya.',
          en: 'What was restored is sound, but a backup of it has other bytes: another version of Atalaya made it.',
        },
        call.lang,
      ),
    );
  return done.same ? 0 : 1;
}
