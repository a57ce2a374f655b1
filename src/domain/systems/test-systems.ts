import { scenario, stateAfter } from '../../../test/given.ts';
import type { Fold } from '../../core/event.ts';
import type { NewProcessEvent, ProcessEvent } from '../process/events.ts';
import { processFold } from '../process/state.ts';
import { said, source, under } from '../process/test-process.ts';
import type { OpenProcess } from '../process/views.ts';
import type { SystemsContext } from './decide.ts';
import { type NewSystemsEvent, type SystemsEvent, systemsEvents } from './events.ts';
import { systemsFold } from './state.ts';

/** The process and its systems together: what the rules of systems decide on. */
export type AnyEvent = ProcessEvent | SystemsEvent;
export type NewAnyEvent = NewProcessEvent | NewSystemsEvent;
export const contextFold: Fold<SystemsContext, AnyEvent> = {
  initial: () => ({ process: processFold.initial(), systems: systemsFold.initial() }),
  evolve: ({ process, systems }, event) =>
    Object.hasOwn(systemsEvents, event.type)
      ? { process, systems: systemsFold.evolve(systems, event as SystemsEvent) } // its type is one of the systems'
      : { process: processFold.evolve(process, event as ProcessEvent), systems }, // there are only the two slices
};

export const by = { office: 'utsi' };
export const on = '2019-10-15';
const event = <const E extends Omit<NewSystemsEvent, 'by' | 'on'>>(one: E, day = on) => ({ on: day, by, ...one }) as const;

const sources = [{ about: 'existence' as const, ...source }];
export const sije = { system: 'sije', name: said('SIJE'), sources };
export const registered = (more: Partial<typeof sije> & { entities?: readonly string[]; reporters?: readonly string[] } = {}) =>
  event({ type: 'SystemRegistered', data: { ...sije, ...more } });
export const jornada = event({
  type: 'ActivityDefined',
  data: { activity: 'jornada', name: said('Jornada'), day: { daysFromJornada: 0 }, source },
});
export const reportingOpened = event({ type: 'SystemReportingOpened', data: { system: 'sije' } });
export const goLive = { system: 'sije', milestone: 'go-live' } as const;
/** Going into production twenty days before election day, tied to it. */
export const goLivePlanned = (due = '2020-05-18') =>
  event({ type: 'MilestonePlanned', data: { ...goLive, kind: 'go-live', due, tie: { activity: 'jornada', days: -20 }, weight: 30 } });
export const milestonePlanned = (milestone: string, kind: 'load-tests' | 'requirements' | 'drill', due: string | undefined, weight = 10) =>
  event({ type: 'MilestonePlanned', data: { system: 'sije', milestone, kind, weight, ...(due === undefined ? {} : { due }) } });
export const reached = (day: string, milestone = 'go-live') => event({ type: 'MilestoneReached', data: { ...goLive, milestone } }, day);
export const replanned = (due: string, day = '2020-03-01') =>
  event({ type: 'MilestoneReplanned', data: { ...goLive, due, tie: { activity: 'jornada', days: -20 }, reason: 'Motivo' } }, day);

/** Both OPLs, the election day of 7 June 2020, and SIJE with its activity. */
export const base: readonly NewAnyEvent[] = [...under, jornada, registered()];

export const contextOf = (...events: readonly NewAnyEvent[]): SystemsContext => stateAfter<SystemsContext, AnyEvent>(contextFold, events);
export const openProcess = ({ process }: SystemsContext): OpenProcess => {
  if (process.kind !== 'open') throw new Error('the process of the tests is open');
  return process;
};

export const decided = <C, R>(decide: Parameters<typeof scenario<SystemsContext, AnyEvent, C, NewSystemsEvent, R>>[1]) =>
  scenario<SystemsContext, AnyEvent, C, NewSystemsEvent, R>(contextFold, decide);
