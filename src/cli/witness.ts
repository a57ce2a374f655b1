import { pick } from '../core/words.ts';
import { readCheckpoint } from '../ledger/checkpoint.ts';
import { hex } from '../ledger/verify.ts';
import { freePort, listen } from '../web/listen.ts';
import { isLogKey, openWitness } from '../witness/folder.ts';
import { witnessSite } from '../witness/site.ts';
import { type Call, type Command, neededWord, Refusal, textOption } from './command.ts';
import { dataDirOf } from './open.ts';

const keyName = /^[A-Za-z0-9][\w./-]{0,200}$/;

export const witnessCommand: Command = {
  name: 'witness',
  usage: 'witness key --name NAME | trust KEY | held | serve [--port 3001] [--host 127.0.0.1]',
  about: {
    es: 'Sirve de testigo de la bitácora de otro organismo: guarda sus puntos de control y los cofirma. Use una carpeta propia con --data.',
    en: 'Is a witness of another body’s log: keeps its checkpoints and cosigns them. Use a folder of its own with --data.',
  },
  options: { name: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } },
  run: async (call) => {
    const folder = dataDirOf(call);
    const what = neededWord(call, 0, { es: 'qué hacer: key, trust, held o serve', en: 'what to do: key, trust, held or serve' });
    switch (what) {
      case 'key': {
        const name = textOption(call, 'name');
        if (name !== undefined && !keyName.test(name))
          throw new Refusal(
            {
              es: 'El nombre es como una dirección sin https://: iec.mx/testigo.',
              en: 'The name is like an address without https://: iec.mx/witness.',
            },
            2,
          );
        call.out(openWitness(folder, name).signer.witnessKey);
        return 0;
      }
      case 'trust': {
        const key = neededWord(call, 1, { es: 'la clave pública de la bitácora', en: 'the public key of the log' });
        if (!isLogKey(key))
          throw new Refusal(
            {
              es: 'No es la clave pública de una bitácora. Cópiela de su página «Verificación».',
              en: 'Not the public key of a log. Copy it from its page “Verification”.',
            },
            2,
          );
        openWitness(folder).trust(key);
        call.out(key);
        return 0;
      }
      case 'held': {
        const notes = openWitness(folder).all();
        for (const note of notes) {
          const head = readCheckpoint(note);
          if (head) call.out(`${head.origin} ${head.size} ${hex(head.root)}`);
        }
        if (notes.length === 0) call.note(pick({ es: 'Todavía no guarda ninguno.', en: 'It holds none yet.' }, call.lang));
        return 0;
      }
      case 'serve':
        return serve(call, folder);
      default:
        throw new Refusal(
          {
            es: `«witness ${what}» no existe. Use key, trust, held o serve.`,
            en: `There is no “witness ${what}”. Use key, trust, held or serve.`,
          },
          2,
        );
    }
  },
};

async function serve(call: Call, folder: string): Promise<0> {
  const host = textOption(call, 'host') ?? '127.0.0.1';
  const port = Number(textOption(call, 'port') ?? '3001');
  if (!(Number.isInteger(port) && port >= 0 && port <= 65535))
    throw new Refusal({ es: '--port es un número de 0 a 65535.', en: '--port is a number from 0 to 65535.' }, 2);
  const witness = openWitness(folder);
  if ((await freePort(host, port)) === undefined)
    throw new Refusal({
      es: `El puerto ${port} está ocupado. Elija otro con --port.`,
      en: `Port ${port} is taken. Choose another with --port.`,
    });
  const seconds = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
  const server = await listen(
    witnessSite(witness, seconds, (fault) => call.note(String(fault))),
    host,
    port,
  );
  call.out(`http://${host}:${server.port}/add-checkpoint`);
  call.note(`${pick({ es: 'Clave pública del testigo', en: 'Public key of the witness' }, call.lang)}: ${witness.signer.witnessKey}`);
  const stopped = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve());
  await stopped.promise;
  await server.stop();
  return 0;
}
