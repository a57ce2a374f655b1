import type { Block, Inline } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Lang, pick } from '../../core/words.ts';
import { type Item, type PlanState, type Status, statusMark } from '../plan/views.ts';
import type { OpenProcess } from '../process/views.ts';

/** One process as of a day: what an informe reads. */
export type Reading = { readonly process: OpenProcess; readonly plan: PlanState };

export type PrepReportInputs = {
  readonly lang: Lang;
  readonly cutoff: IsoDate;
  readonly now: Reading;
  /** As of the cut-off before this one, as known at the same position of the log; absent: this is the first. */
  readonly before?: { readonly cutoff: IsoDate; readonly reading: Reading };
  readonly meeting?: { readonly number: number; readonly date: IsoDate };
  /** The position of the log the informe speaks from, and the root there, both printed at the foot of every page. */
  readonly position: number;
  readonly root: string;
};

export const heading = (text: string, id: string): Block => ({ kind: 'heading', level: 2, text, id });
export const shown = (status: Status, lang: Lang): Exclude<Inline, string> => [{ mark: 'status', status: statusMark(status, lang) }];
export const nameOf = (item: Item, lang: Lang): string => `${item.obligation.code} · ${pick(item.obligation.title, lang)}`;
