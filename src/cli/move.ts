import { makeTables } from '../app/backups.ts';
import { moveToPostgres, moveToSqlite } from '../backup/move.ts';
import { pick } from '../core/words.ts';
import { type Call, type Command, type Exit, Refusal, textOption } from './command.ts';
import { bucketOf, fillBucket, whereOf } from './open.ts';

export const moveCommand: Command = {
  name: 'move',
  usage: 'move --to postgres://… | move --to sqlite --database-url postgres://… | move --to s3 [--json]',
  about: {
    es: 'Pasa la bitácora y las tablas de SQLite a PostgreSQL, o de vuelta; comprueba que la raíz y cada renglón son los mismos. Con «s3», envía los archivos al depósito.',
    en: 'Moves the log and the tables from SQLite to PostgreSQL, or back; checks that the root and every row are the same. With “s3”, sends the files to the bucket.',
  },
  options: { to: { type: 'string' }, json: { type: 'boolean' } },
  run: async (call) => {
    const to = textOption(call, 'to') ?? '';
    if (to === 's3') return toBucket(call);
    const { dataDir, databaseUrl } = whereOf(call);
    const isPostgres = /^postgres(?:ql)?:\/\//.test(to);
    if (!isPostgres && to !== 'sqlite')
      throw new Refusal(
        { es: 'Falta --to: la dirección postgres://…, «sqlite» o «s3».', en: 'Missing --to: the address postgres://…, “sqlite” or “s3”.' },
        2,
      );
    if (isPostgres ? databaseUrl !== undefined : databaseUrl === undefined)
      throw new Refusal(
        {
          es: 'Hacia PostgreSQL, indique solo --to; hacia SQLite, indique de dónde con --database-url.',
          en: 'Towards PostgreSQL give --to alone; towards SQLite say where from with --database-url.',
        },
        2,
      );
    const moved = isPostgres ? await moveToPostgres(dataDir, to, makeTables) : await moveToSqlite(dataDir, databaseUrl ?? '', makeTables);
    if (call.options.json === true) call.out(JSON.stringify(moved, null, 2));
    else
      call.out(
        pick(
          {
            es: `Movidos ${moved.size} registros con la misma raíz ${moved.root} y ${moved.rows} renglones de tablas. Lo anterior está en ${moved.aside}.`,
            en: `Moved ${moved.size} entries with the same root ${moved.root} and ${moved.rows} rows of tables. What was before is in ${moved.aside}.`,
          },
          call.lang,
        ),
      );
    return 0;
  },
};

async function toBucket(call: Call): Promise<Exit> {
  const bucket = bucketOf(call);
  if (bucket === undefined)
    throw new Refusal({ es: 'Diga cuál es el depósito con ATALAYA_BUCKET_URL.', en: 'Say which bucket it is with ATALAYA_BUCKET_URL.' }, 2);
  const sent = await fillBucket(call, bucket);
  if (call.options.json === true) call.out(JSON.stringify({ sent }, null, 2));
  else
    call.out(
      pick(
        { es: `Enviados ${sent} archivos; los de la carpeta siguen en ella.`, en: `Sent ${sent} files; the folder keeps its own.` },
        call.lang,
      ),
    );
  return 0;
}
