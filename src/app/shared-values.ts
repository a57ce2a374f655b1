import type { By, IsoDate, IsoInstant } from '../core/event.ts';

/** No more holders than this are remembered; beyond, all are forgotten and met again. */
const mostHolders = 10_000;

/**
 * Values that recur from one event to the next, kept once, so that a million events that name one date or one office-holder hold one of
 * it: events of one commit bear one instant, and those that follow each other mostly one day.
 */
export function createSharedValues() {
  let lastInstant: IsoInstant = '';
  let lastDay: IsoDate = '';
  const days = new Map<IsoDate, IsoDate>();
  const holders = new Map<string, Map<string | undefined, By>>();
  let count = 0;
  return {
    instant: (at: IsoInstant): IsoInstant => {
      if (at !== lastInstant) lastInstant = at;
      return lastInstant;
    },
    day: (on: IsoDate): IsoDate => {
      if (on !== lastDay) {
        lastDay = days.get(on) ?? on;
        days.set(lastDay, lastDay);
      }
      return lastDay;
    },
    holder: (by: By): By => {
      const ofOffice = holders.get(by.office);
      const known = ofOffice?.get(by.person);
      if (known) return known;
      if (count >= mostHolders) {
        holders.clear();
        count = 0;
      }
      count += 1;
      const persons = holders.get(by.office);
      if (persons) persons.set(by.person, by);
      else holders.set(by.office, new Map([[by.person, by]]));
      return by;
    },
  };
}
export type SharedValues = ReturnType<typeof createSharedValues>;
