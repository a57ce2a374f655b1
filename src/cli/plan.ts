import { planRow } from '../app/plan-row.ts';
import { shellWords } from '../app/shell-words.ts';
import { longDate } from '../core/date-words.ts';
import type { IsoDate } from '../core/event.ts';
import type { Lang } from '../core/words.ts';
import { computeObligations } from '../domain/plan/compute.ts';
import { itemsOf, type PlanState, planInForce } from '../domain/plan/views.ts';
import { electionDayOf } from '../domain/process/views.ts';
import { type Call, type Command, type Exit, neededWord, Refusal, textOption } from './command.ts';
import { dateOption, type OpenedProcess, processOn, todayOf, withProcess } from './open.ts';
import { textTable } from './table.ts';

/** The plan as it would be for another election day: computed anew from the norm in force, decided by nobody. */
async function supposed(opened: OpenedProcess, plan: PlanState, jornada: IsoDate, call: Call): Promise<PlanState> {
  const inForce = planInForce(plan);
  const norms = await opened.app.norms();
  const norm = norms.get(inForce?.norm ?? '');
  if (!inForce || !norm)
    throw new Refusal({
      es: 'El proceso no tiene un plan adoptado cuya norma esté instalada, así que no hay fechas que calcular. Adopte un plan y repita.',
      en: 'The process has no adopted plan whose norm is installed, so there are no dates to compute. Adopt a plan, and repeat.',
    });
  const obligations = computeObligations(norm, Temporal.PlainDate.from(jornada));
  if (Temporal.PlainDate.from(jornada).dayOfWeek !== 7)
    call.note(
      call.lang === 'es'
        ? `Atención: el ${jornada} no es domingo; la jornada electoral se celebra en domingo. Revise la fecha.`
        : `Note: ${jornada} is not a Sunday; election day is held on a Sunday. Check the date.`,
    );
  const byKey = new Map(obligations.map((one) => [one.key, one]));
  return { ...plan, plans: [{ ...inForce, jornada, obligations, byKey, omitted: [] }] };
}

export const planCommand: Command = {
  name: 'plan',
  usage: 'plan PROCESS [--opl ID] [--jornada DATE] [--al DATE] [--json]',
  about: {
    es: 'Las obligaciones de cada OPL con su fecha, su estado y la explicación de la fecha.',
    en: 'The obligations of each OPL with their date, status and the reason for the date.',
  },
  options: { opl: { type: 'string' }, jornada: { type: 'string' }, al: { type: 'string' }, json: { type: 'boolean' } },
  run: (call) => {
    const id = neededWord(call, 0, { es: 'la clave del proceso', en: 'the process id' });
    const jornada = dateOption(call, 'jornada');
    const al = dateOption(call, 'al');
    return withProcess<Exit>(call, id, async (opened) => {
      const today = todayOf(opened.world.process);
      const day = al ?? today;
      if (day > today) {
        const inFuture = (lang: Lang) => shellWords(lang).futureDate(longDate(day, lang), longDate(today, lang));
        throw new Refusal({ es: inFuture('es'), en: inFuture('en') });
      }
      const { process, plan } = al === undefined ? opened.world : await processOn(opened, al);
      const asked = textOption(call, 'opl');
      const opls = process.opls.filter((opl) => asked === undefined || opl.id === asked);
      if (opls.length === 0) {
        const known = process.opls.map((opl) => opl.id).join(', ');
        throw new Refusal({
          es: `El OPL «${asked}» no forma parte del proceso. Los que hay: ${known}.`,
          en: `The OPL “${asked}” is not part of the process. There are: ${known}.`,
        });
      }
      const state =
        jornada === undefined || jornada === electionDayOf(process)?.jornada ? plan : await supposed(opened, plan, jornada, call);
      const rows = opls.flatMap((opl) => itemsOf(process, state, opl, day)).map((item) => planRow(item, call.lang));
      if (call.options.json === true) call.out(JSON.stringify(rows, null, 2));
      else {
        const head =
          call.lang === 'es'
            ? ['OPL', 'Clave', 'Vence', 'Envío', 'Estado', 'Obligación']
            : ['OPL', 'Code', 'Due', 'Send by', 'Status', 'Obligation'];
        call.out(
          textTable(
            head,
            rows.map((row) => [row.opl, row.code, row.inPlan ? row.due : '—', row.sendBy ?? '—', row.status, row.title]),
          ),
        );
      }
      return 0;
    });
  },
};
