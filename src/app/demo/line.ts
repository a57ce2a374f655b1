import type { IsoDate } from '../../core/event.ts';
import type { ReportKind } from '../../domain/reports/events.ts';
import type { Verb } from '../acts.ts';

/** A document that is handed in with an act: made as a PDF and kept in the file store when the line is played. */
export type DemoDocument = { readonly name: string; readonly title: string; readonly version: number };

type Spoken = { readonly on: IsoDate; readonly office: string };
/** One thing somebody does: on which day, in the name of which office, with which verb. */
export type Line =
  | (Spoken & { readonly verb: Verb; readonly data: unknown; readonly document?: DemoDocument })
  /** An informe is frozen at the position that the log has reached by then, so it cannot be written down beforehand. */
  | (Spoken & { readonly freeze: { readonly kind: ReportKind; readonly cutoff: IsoDate } })
  /** So are minutes, when they are circulated and when they are sealed. */
  | (Spoken & { readonly pin: 'circulateMinutes' | 'sealMinutes'; readonly meeting: number })
  /** Which alerts there are by then is derived: some of them are acknowledged. */
  | (Spoken & { readonly acknowledge: string });

export type Write = (verb: Verb, data: unknown, on?: IsoDate) => Line;

export const source = { text: 'Datos ficticios de la demostración', confirmation: 'to-confirm' as const };
export const agreement = (name: string) => ({ name, source });
export const said = (es: string, en: string) => ({ es, en });

export const plus = (day: IsoDate, days: number): IsoDate => Temporal.PlainDate.from(day).add({ days }).toString();
