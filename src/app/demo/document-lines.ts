import type { IsoDate } from '../../core/event.ts';
import type { PlannedObligation } from '../../domain/plan/events.ts';
import type { Verb } from '../acts.ts';
import { type DemoOpl, officeOf } from './cast.ts';
import type { Chance } from './chance.ts';
import { type Line, said } from './line.ts';

/** The acts on what one OPL hands in for one obligation: each version a document, or the form where the norm asks month by month. */
export function documentOf(opl: DemoOpl, { key, code, title, period }: PlannedObligation, chance: Chance) {
  const of = { opl: opl.id, key };
  const review = (verb: Verb, on: IsoDate, data: object): Line => ({ on, office: 'utsi', verb, data: { ...of, ...data } });
  return {
    handIn(on: IsoDate, version: number, more: object): Line {
      const line = { on, office: officeOf(opl), verb: 'submitDeliverable' as const };
      if (period !== undefined) return { ...line, data: { ...of, files: [], report: monthOf(opl, period, version, chance), ...more } };
      const name = `${code}-${opl.id}-v${version}.pdf`;
      return { ...line, data: { ...of, files: [], ...more }, document: { name, title: title.es, version } };
    },
    review,
    accept: (on: IsoDate, version: number): Line => review('acceptDeliverable', on, { seen: version }),
  };
}

/** Its figures grow from month to month; the second version of a month differs in what it says. */
function monthOf(opl: DemoOpl, period: string, version: number, chance: Chance) {
  const month = Number(period.slice(0, 4)) * 12 + Number(period.slice(5));
  const catdPlanned = 20 + chance.whole(60, 'catd', opl.id);
  const ccvPlanned = 1 + chance.whole(3, 'ccv', opl.id);
  const staffPlanned = 80 + chance.whole(300, 'personal', opl.id);
  const share = (month % 12) / 12;
  const part = (whole: number) => Math.round(whole * share);
  const more = version > 1 ? [' Se corrigen las fechas observadas.', ' The dates that were observed are corrected.'] : ['', ''];
  return {
    done: said(
      `Sesionó el comité técnico y se revisó el avance del desarrollo.${more[0]}`,
      `The technical committee met and development was reviewed.${more[1]}`,
    ),
    next: said('Contratar personal y adecuar los centros de acopio.', 'Hire staff and fit out the collection centres.'),
    ...(opl.temper === 'punctual'
      ? {}
      : { obstacles: said('La licitación del equipo se retrasó dos semanas.', 'The tender for equipment is two weeks late.') }),
    figures: {
      cotaprepSessions: 1 + (month % 7),
      staffPlanned,
      staffHired: part(staffPlanned),
      catdPlanned,
      catdInstalled: part(catdPlanned),
      ccvPlanned,
      ccvInstalled: part(ccvPlanned),
      developmentPercent: Math.min(100, Math.round(100 * share)),
    },
  };
}
