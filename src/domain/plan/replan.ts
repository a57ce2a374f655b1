import type { IsoDate } from '../../core/event.ts';
import { subjectOf } from '../../core/subject.ts';
import type { Bilingual } from '../../core/words.ts';
import type { OpenProcess, Opl } from '../process/views.ts';
import type { PlannedObligation, ReplanDecision } from './events.ts';
import type { PlanState, Replan } from './state.ts';
import { type Item, isOpen, itemsOf } from './views.ts';

/** One thing a re-planning has to decide: an open obligation of an OPL, or what another slice asks for. */
export type ReplanItem = {
  readonly subject: string;
  readonly title: Bilingual;
  readonly opl?: Opl;
  readonly topic?: string;
  /** The obligation as it stands under the plan in force; absent when the new day brings it. */
  readonly item?: Item;
  /** What the norm gives for the new day; absent when it gives nothing for it any more. */
  readonly obligation?: PlannedObligation;
  readonly due?: IsoDate;
  readonly proposed?: IsoDate;
  readonly decision?: ReplanDecision;
};

/**
 * Every open item, in the order of the OPLs and of the norm. What nobody recorded anything of and has no date for the new day (a month
 * that is no longer in the calendar) ceases by itself; what is late or under way does not.
 */
export function replanItems(process: OpenProcess, state: PlanState, replan: Replan, day: IsoDate): readonly ReplanItem[] {
  const proposed = new Map(replan.obligations.map((one) => [one.key, one]));
  const decided = (subject: string) => {
    const decision = replan.decided.get(subject);
    return decision ? { decision } : {};
  };
  const ofOpls = process.opls.flatMap((opl) => {
    const now = new Map(itemsOf(process, state, opl, day).map((item) => [item.obligation.key, item]));
    const keys = [...new Set([...proposed.keys(), ...now.keys()])];
    return keys.flatMap((key): readonly ReplanItem[] => {
      const item = now.get(key);
      const obligation = proposed.get(key);
      const told = obligation ?? item?.obligation;
      if (!told || (item && !isOpen(item.status)) || (!obligation && item?.progress.length === 0 && item.status !== 'overdue')) return [];
      const subject = subjectOf('obligation', opl.id, key);
      const title = { es: `${opl.acronym} · ${told.code} ${told.title.es}`, en: `${opl.acronym} · ${told.code} ${told.title.en}` };
      return [
        {
          subject,
          title,
          opl,
          topic: told.topic,
          ...(item ? { item } : {}),
          ...(item && !item.omitted ? { due: item.obligation.due } : {}),
          ...(obligation ? { obligation, proposed: obligation.due } : {}),
          ...decided(subject),
        },
      ];
    });
  });
  const matters = replan.matters.map(
    ({ subject, title, due, proposed: next }): ReplanItem => ({
      subject,
      title,
      proposed: next,
      ...(due === undefined ? {} : { due }),
      ...decided(subject),
    }),
  );
  return [...ofOpls, ...matters];
}

export const undecidedOf = (items: readonly ReplanItem[]): readonly ReplanItem[] => items.filter(({ decision }) => !decision);

/** What a re-planning would change, as decided so far. */
export type Difference = {
  readonly moved: readonly ReplanItem[];
  readonly unchanged: readonly ReplanItem[];
  readonly dropped: readonly ReplanItem[];
  /** Kept with a date for which it is late already, once deadlines run again. */
  readonly late: readonly ReplanItem[];
  /** Adopted with a date that had passed: nobody can meet it, and nobody will be late for it. */
  readonly past: readonly ReplanItem[];
  /** Handed in under the plan in force: judged as it was, whatever is decided. */
  readonly standing: readonly Item[];
};

export function differenceOf(process: OpenProcess, state: PlanState, items: readonly ReplanItem[], day: IsoDate): Difference {
  const decided = items.filter(({ decision }) => decision !== undefined);
  const dueOf = ({ decision }: ReplanItem) => decision?.due;
  const dated = decided.filter((one) => dueOf(one) !== undefined);
  const done = process.opls.flatMap((opl) => itemsOf(process, state, opl, day)).filter(({ status }) => !isOpen(status));
  return {
    moved: dated.filter((one) => dueOf(one) !== one.due),
    unchanged: dated.filter((one) => dueOf(one) === one.due),
    dropped: decided.filter(({ decision }) => decision?.choice === 'drop'),
    late: dated.filter(({ decision, item }) => decision?.choice === 'keep' && item !== undefined && reallyLate(item, state, day)),
    past: dated.filter((one) => one.decision?.choice !== 'keep' && (dueOf(one) ?? day) < day),
    standing: done,
  };
}

const reallyLate = ({ opl, obligation, progress }: Item, state: PlanState, day: IsoDate): boolean => {
  const since = state.reportingSince.get(opl.id);
  const limit = obligation.sendBy ?? obligation.due;
  return since !== undefined && since <= obligation.due && limit < day && !progress.some(({ step }) => step === 'deliver');
};

/** Items of one OPL, of one topic, or both; what is not of an OPL is under `system`. */
export const inGroup = (item: ReplanItem, { opl, topic }: { readonly opl?: string; readonly topic?: string }): boolean =>
  (opl === undefined || (opl === 'sistemas' ? item.opl === undefined : item.opl?.id === opl)) &&
  (topic === undefined || item.topic === topic);
