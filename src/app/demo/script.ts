import type { IsoDate } from '../../core/event.ts';
import type { PlannedObligation } from '../../domain/plan/events.ts';
import { demoOpls, demoPeople } from './cast.ts';
import { chanceOf } from './chance.ts';
import { demoDates } from './dates.ts';
import { exerciseLines } from './exercise-lines.ts';
import { forumLines } from './forum-lines.ts';
import type { Line } from './line.ts';
import { acknowledgementLines, factLines, meetingLines } from './meeting-lines.ts';
import { planLines } from './plan-lines.ts';
import { processLines } from './process-lines.ts';
import { systemLines } from './system-lines.ts';

/** The whole demonstration as of `today`: who is in it, how it begins, and what then happens, oldest first. */
export function demoScript(today: IsoDate, seed: string) {
  const chance = chanceOf(seed);
  const dates = demoDates(today);
  const opls = demoOpls(chance);
  return {
    people: demoPeople(opls),
    opening: processLines(dates, opls),
    /** What happens once the plan has been adopted: it depends on the dates of its obligations. */
    story: (obligations: readonly PlannedObligation[]): readonly Line[] =>
      [
        ...factLines(dates),
        ...planLines(dates, opls, obligations, chance),
        ...exerciseLines(dates, opls, chance),
        ...systemLines(dates, opls, chance),
        ...meetingLines(dates, opls),
        ...forumLines(dates, opls, chance),
        ...acknowledgementLines(dates),
      ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}
