import type { App } from '../../app/app.ts';
import { homeZone, todayIn } from '../../app/today.ts';
import { type Call, Refusal, textOption } from '../command.ts';
import { dateOption, needLedger, todayOf, withApp } from '../open.ts';

/** Opens the log in which something is to be recorded, and reads of whom (`--record`, `--opl`) and when (`--on`, today otherwise). */
export async function recording<T>(
  call: Call,
  record: (app: App, of: { readonly process: string; readonly opl: string; readonly on: string }) => Promise<T>,
): Promise<T> {
  const process = textOption(call, 'record') ?? '';
  const opl = textOption(call, 'opl');
  if (opl === undefined) throw new Refusal({ es: 'Falta --opl: de qué OPL son los datos.', en: 'Missing --opl: whose data they are.' }, 2);
  needLedger(call);
  return withApp(call, async (app) => {
    const opened = app.worlds.current().processes.get(process)?.process;
    const today = opened?.kind === 'open' ? todayOf(opened) : todayIn(homeZone, app.now());
    const on = dateOption(call, 'on') ?? today;
    if (on > today)
      throw new Refusal({ es: `${on} todavía no llega: hoy es ${today}.`, en: `${on} has not come yet: today is ${today}.` }, 2);
    return record(app, { process, opl, on });
  });
}
