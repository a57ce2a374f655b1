import { parseArgs } from 'node:util';
import { BackupFault } from '../backup/fault.ts';
import { faultText } from '../backup/words.ts';
import type { Bilingual, Lang } from '../core/words.ts';
import { LedgerFault } from '../ledger/fault.ts';
import { type Command, type Exit, Refusal } from './command.ts';
import { readEnvironment } from './environment.ts';

const common = {
  data: { type: 'string' },
  'database-url': { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Every command, each loaded only when it is called: `plan` must not wait for the web server to load. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  example: async () => (await import('./example.ts')).exampleCommand,
  plan: async () => (await import('./plan.ts')).planCommand,
  calendar: async () => (await import('./calendar.ts')).calendarCommand,
  alerts: async () => (await import('./alerts.ts')).alertsCommand,
  replay: async () => (await import('./replay.ts')).replayCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  ledger: async () => (await import('./ledger.ts')).ledgerCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  move: async () => (await import('./move.ts')).moveCommand,
  user: async () => (await import('./user.ts')).userCommand,
  witness: async () => (await import('./witness.ts')).witnessCommand,
  prep: async () => (await import('./prep/prep.ts')).prepCommand,
};

async function help(lang: Lang): Promise<string> {
  const lines = [lang === 'es' ? 'Uso: atalaya ORDEN' : 'Usage: atalaya COMMAND', ''];
  for (const load of Object.values(commands)) {
    const command = await load();
    lines.push(`  atalaya ${command.usage}`, `      ${command.about[lang]}`);
  }
  const shared = '[--data DIR] [--database-url postgres://…] [--lang es|en]';
  lines.push('', `${lang === 'es' ? 'Todas aceptan' : 'All take'} ${shared}`);
  return lines.join('\n');
}

/** Runs one command line (without the program's name). Writes to the given streams; never ends the process. */
export async function main(
  args: readonly string[],
  out: (text: string) => void,
  err: (text: string) => void,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Exit> {
  const lang: Lang =
    /^--lang=en$/.test(args.find((one) => one.startsWith('--lang=')) ?? '') ||
    (args.includes('--lang') && args[args.indexOf('--lang') + 1] === 'en')
      ? 'en'
      : 'es';
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const wanted = name === '' || name === '--help' || name === '-h' || name === 'help';
    (wanted ? out : err)(await help(lang));
    return wanted ? 0 : 2;
  }
  const read = readEnvironment(env);
  if (!read.ok) {
    for (const fault of read.error) err(fault[lang]);
    return 2;
  }
  const command = await load();
  try {
    const { values, positionals } = parseArgs({ args: rest, options: { ...common, ...command.options }, allowPositionals: true });
    if (values.lang !== undefined && values.lang !== 'es' && values.lang !== 'en') {
      err(
        `No hay textos en «${values.lang}». Use --lang es o --lang en. / There are no texts in “${values.lang}”. Use --lang es or --lang en.`,
      );
      return 2;
    }
    if (values.help === true) {
      out(`atalaya ${command.usage}\n${command.about[lang]}`);
      return 0;
    }
    return await command.run({
      lang,
      words: positionals,
      options: values as Readonly<Record<string, string | boolean | undefined>>,
      settings: read.value,
      out,
      note: err,
    });
  } catch (thrown) {
    return told(thrown, lang, err, command);
  }
}

/** What a person can mend is told in their words; anything else is a bug and goes on. */
function told(thrown: unknown, lang: Lang, err: (text: string) => void, command: Command): Exit {
  if (thrown instanceof Refusal) {
    err(thrown.text[lang]);
    return thrown.exit;
  }
  if (thrown instanceof LedgerFault) {
    err(`${thrown.text[lang]} ${thrown.advice[lang]}`);
    return 2;
  }
  if (thrown instanceof BackupFault) {
    for (const fault of thrown.faults) err(faultText(fault)[lang]);
    return 2;
  }
  if (thrown instanceof TypeError && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS')) {
    err(`${lang === 'es' ? 'No se entiende la orden' : 'The command is not understood'}: ${thrown.message}\natalaya ${command.usage}`);
    return 2;
  }
  if (isFileFault(thrown)) {
    err(fileFaultText(thrown)[lang]);
    return 2;
  }
  throw thrown;
}

type FileFault = Error & { readonly path: unknown; readonly code: unknown };
/** What the operating system refused about a file that was named on the command line. */
const isFileFault = (thrown: unknown): thrown is FileFault =>
  thrown instanceof Error && 'path' in thrown && 'syscall' in thrown && 'code' in thrown;

const fileFaults: Readonly<Record<string, Bilingual>> = {
  ENOENT: { es: 'no existe, o no existe su carpeta. Revise el nombre', en: 'it does not exist, or its folder does not. Check the name' },
  ENOTDIR: {
    es: 'una parte de su ruta es un archivo y no una carpeta. Revise la ruta',
    en: 'a part of its path is a file and no folder. Check the path',
  },
  EISDIR: { es: 'es una carpeta. Dé el nombre de un archivo', en: 'it is a folder. Give the name of a file' },
  EEXIST: { es: 'ya existe algo con ese nombre. Elija otro', en: 'something has that name already. Choose another' },
  EACCES: {
    es: 'no hay permiso. Revise los permisos o elija otra carpeta',
    en: 'permission is denied. Check permissions, or choose another folder',
  },
  ENOSPC: { es: 'no queda espacio en el disco. Libere espacio y repita', en: 'no space is left on the disk. Make room, and repeat' },
};
function fileFaultText({ path, code, message }: FileFault): Bilingual {
  const known = fileFaults[String(code)];
  return {
    es: `No se pudo usar «${path}»: ${known?.es ?? message}.`,
    en: `“${path}” could not be used: ${known?.en ?? message}.`,
  };
}
