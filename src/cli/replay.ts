import { join } from 'node:path';
import { replays } from '../app/learning.ts';
import { learningWords } from '../app/learning-words.ts';
import { casesDir, packageRoot } from '../app/paths.ts';
import { pick } from '../core/words.ts';
import { readNorms } from '../domain/plan/load-norm.ts';
import { type Command, Refusal } from './command.ts';
import { textTable } from './table.ts';

export const replayCommand: Command = {
  name: 'replay',
  usage: 'replay [--json]',
  about: {
    es: 'Cuántos días antes habrían avisado las reglas en los casos de «aprendizaje», con sus hechos públicos.',
    en: 'How many days before the rules would have warned in the cases of “learning”, from their public facts.',
  },
  options: { json: { type: 'boolean' } },
  run: async (call) => {
    const norms = await readNorms(join(packageRoot(), 'norms'));
    if (!norms.ok) throw new Refusal({ es: 'No se pueden leer las normas de norms/.', en: 'The norms of norms/ cannot be read.' }, 2);
    const told = await replays(casesDir(), { norms: new Map(norms.value.map((norm) => [norm.id as string, norm])) });
    if (!told.ok) throw new Refusal(told.error);
    const rows = told.value.map(({ alerts, ...one }) => ({
      case: one.case,
      failedOn: one.failedOn ?? null,
      firstAlert: one.firstAlert ?? null,
      firstRed: one.firstRed ?? null,
      leadDays: one.leadDays ?? null,
      rules: [...new Set(alerts.map((alert) => alert.rule.id))],
    }));
    const t = learningWords(call.lang);
    if (call.options.json === true) call.out(JSON.stringify(rows, null, 2));
    else
      call.out(
        textTable(
          [t.case, t.firstAlert, t.firstRed, t.lead, t.reasons],
          rows.map((row, i) => [
            pick(told.value[i]?.name ?? { es: row.case, en: row.case }, call.lang),
            row.firstAlert ?? '—',
            row.firstRed ?? '—',
            row.failedOn === null ? t.worked : row.leadDays === null ? t.never : t.leadDays(row.leadDays),
            row.rules.join(', '),
          ]),
          100,
        ),
      );
    return 0;
  },
};
