import { pick } from '../../core/words.ts';
import { allChecks } from '../../prep/checks/all.ts';
import { type Call, type Command, type Exit, neededWord, Refusal } from '../command.ts';
import { textTable } from '../table.ts';
import { compare, images, mirrors } from './compare.ts';
import { repeat } from './repeat.ts';
import { verify } from './verify.ts';

async function checks(call: Call): Promise<Exit> {
  const rows = allChecks.map(({ id, family, severity, title, source }) => ({
    id,
    family,
    severity,
    title: pick(title, call.lang),
    source: pick(source, call.lang),
  }));
  if (call.options['json'] === true) call.out(JSON.stringify(rows, null, 2));
  else
    call.out(
      textTable(
        ['id', 'family', 'severity', 'title'],
        rows.map((row) => [row.id, row.family, row.severity, row.title]),
        80,
      ),
    );
  return 0;
}

const verbs: Readonly<Record<string, (call: Call) => Promise<Exit>>> = { verify, compare, mirrors, images, checks, repeat };

export const prepCommand: Command = {
  name: 'prep',
  usage:
    'prep verify FILE|ZIP|DIR … [--final] [--drill [--planned N]] [--announced FILE] [--profile FILE] [--json] [--out FILE] [--record PROCESS --opl ID [--on DATE]] | prep repeat PROCESS ID | prep compare PREP COMPUTOS [--json] [--out FILE] [--record PROCESS --opl ID [--on DATE]] | prep mirrors A B | prep images CUT DIR | prep checks',
  about: {
    es: 'Verifica datos publicados de un PREP; varios archivos son cortes sucesivos. Sale con 0 si no hay hallazgos, 1 si los hay, 2 si no se pudo leer.',
    en: 'Verifies published PREP data; several files are successive cuts. Exits with 0 when nothing was found, 1 when something was, 2 when unreadable.',
  },
  options: {
    final: { type: 'boolean' },
    drill: { type: 'boolean' },
    planned: { type: 'string' },
    announced: { type: 'string' },
    profile: { type: 'string' },
    json: { type: 'boolean' },
    out: { type: 'string' },
    record: { type: 'string' },
    opl: { type: 'string' },
    on: { type: 'string' },
  },
  run: async (call) => {
    const what = neededWord(call, 0, {
      es: 'qué hacer: verify, repeat, compare, mirrors, images o checks',
      en: 'what to do: verify, repeat, compare, mirrors, images or checks',
    });
    const verb = Object.hasOwn(verbs, what) ? verbs[what] : undefined;
    if (verb) return verb(call);
    const known = Object.keys(verbs).join(', ');
    throw new Refusal({ es: `«prep ${what}» no existe. Use: ${known}.`, en: `There is no “prep ${what}”. Use: ${known}.` }, 2);
  },
};
