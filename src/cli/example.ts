import { examplesDir } from '../app/app.ts';
import { examplesIn, loadExample } from '../app/example.ts';
import { verifyExample } from '../app/example-verifications.ts';
import { homeZone, todayIn } from '../app/today.ts';
import { type Command, type Exit, Refusal } from './command.ts';
import { dataDirOf, withApp } from './open.ts';

export const exampleCommand: Command = {
  name: 'example',
  usage: 'example NAME',
  about: {
    es: 'Carga un proceso de ejemplo (se rechaza si ya existe). Sin nombre, los lista.',
    en: 'Loads an example process (refused if it exists). Without a name, lists them.',
  },
  run: async (call) => {
    const [name] = call.words;
    if (name === undefined) {
      call.out((await examplesIn(examplesDir())).join('\n'));
      return 0;
    }
    return withApp<Exit>(call, async (app) => {
      const loaded = await loadExample(
        name,
        examplesDir(),
        app.worlds.current(),
        app.ledger,
        { norms: await app.norms(), files: app.files },
        todayIn(homeZone, app.now()),
      );
      if (!loaded.ok) throw new Refusal(loaded.error);
      await app.worlds.catchUp();
      const verified = await verifyExample(app, name);
      if (!verified.ok) throw new Refusal(verified.error);
      const { process } = loaded.value;
      const events = loaded.value.events + verified.value;
      call.out(
        call.lang === 'es'
          ? `Ejemplo «${process}» cargado en ${dataDirOf(call)}: ${events} registros.`
          : `Example “${process}” loaded into ${dataDirOf(call)}: ${events} entries.`,
      );
      return 0;
    });
  },
};
