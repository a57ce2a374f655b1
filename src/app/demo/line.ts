import type { IsoDate } from '../../core/event.ts';
import type { ReportKind } from '../../domain/reports/events.ts';
import type { Verb } from '../acts.ts';

/** One thing somebody does: on which day, in the name of which office, with which verb. */
export type Line =
  | { readonly on: IsoDate; readonly office: string; readonly verb: Verb; readonly data: unknown }
  /** An informe is frozen at the position that the log has reached by then, so it cannot be written down beforehand. */
  | { readonly on: IsoDate; readonly office: string; readonly freeze: { readonly kind: ReportKind; readonly cutoff: IsoDate } };

export const source = { text: 'Datos ficticios de la demostración', confirmation: 'to-confirm' as const };
export const agreement = (name: string) => ({ name, source });
export const said = (es: string, en: string) => ({ es, en });

export const plus = (day: IsoDate, days: number): IsoDate => Temporal.PlainDate.from(day).add({ days }).toString();
