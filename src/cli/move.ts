import { makeTables } from '../app/backups.ts';
import { moveToPostgres, moveToSqlite } from '../backup/move.ts';
import { pick } from '../core/words.ts';
import { type Command, Refusal, textOption } from './command.ts';
import { whereOf } from './open.ts';

export const moveCommand: Command = {
  name: 'move',
  usage: 'move --to postgres://… | move --to sqlite --database-url postgres://… [--json]',
  about: {
    es: 'Pasa la bitácora y las tablas de SQLite a PostgreSQL, o de vuelta; comprueba que la raíz y cada renglón son los mismos.',
    en: 'Moves the log and the tables from SQLite to PostgreSQL, or back; checks that the root and every row are the same.',
  },
  options: { to: { type: 'string' }, json: { type: 'boolean' } },
  run: async (call) => {
    const to = textOption(call, 'to') ?? '';
    const { dataDir, databaseUrl } = whereOf(call);
    const isPostgres = /^postgres(?:ql)?:\/\//.test(to);
    if (!isPostgres && to !== 'sqlite')
      throw new Refusal(
        { es: 'Falta --to: la dirección postgres://… o «sqlite».', en: 'Missing --to: the address postgres://… or “sqlite”.' },
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
