import type { Fold } from '../../core/event.ts';
import type { ProcessEvent } from '../process/events.ts';
import { processFold } from '../process/state.ts';
import { coahuila, hidalgo, joined, opened } from '../process/test-process.ts';
import type { ExercisesContext } from './decide.ts';
import { type ExercisesEvent, exercisesEvents, type Figures, type NewExercisesEvent, type Phase, phases } from './events.ts';
import { exercisesFold } from './state.ts';

export const by = { office: 'enlace-iec' };
export const said = (es: string) => ({ es, en: es });
export type AnyEvent = ExercisesEvent | ProcessEvent;

/** The exercises and the process they belong to, folded side by side, as the world does. */
export const contextFold: Fold<ExercisesContext, AnyEvent> = {
  initial: () => ({ process: processFold.initial(), exercises: exercisesFold.initial() }),
  evolve: (state, event) =>
    Object.hasOwn(exercisesEvents, event.type)
      ? { ...state, exercises: exercisesFold.evolve(state.exercises, event as ExercisesEvent) } // its schema is among this slice's
      : { ...state, process: processFold.evolve(state.process, event as ProcessEvent) },
};

/** The process with its two OPLs. */
export const ground = [opened, joined(coahuila), joined(hidalgo)] as const;

export const drill = 'iec-simulacro-1';
export const drillDay = '2020-09-27';
export const planned = (number = 1, date = drillDay): NewExercisesEvent => ({
  type: 'ExercisePlanned',
  on: '2020-09-01',
  by,
  data: { exercise: `iec-simulacro-${number}`, opl: 'iec', kind: 'drill', number, date, actas: 1000 },
});
export const held = (number = 1, on = drillDay): NewExercisesEvent => ({
  type: 'ExerciseHeld',
  on,
  by,
  data: { exercise: `iec-simulacro-${number}` },
});
export const measured = (figures: Figures, number = 1, on = drillDay): NewExercisesEvent => ({
  type: 'ExerciseMeasured',
  on,
  by,
  data: { exercise: `iec-simulacro-${number}`, ...figures },
});
export const observed = (number = 1, n = 1, on = drillDay, repeats?: string): NewExercisesEvent => ({
  type: 'ExerciseObserved',
  on,
  by,
  data: {
    exercise: `iec-simulacro-${number}`,
    observation: `iec-simulacro-${number}/${n}`,
    text: said('Las actas capturadas y las publicadas no coinciden.'),
    weight: 'blocking',
    ...(repeats === undefined ? {} : { repeats }),
  },
});

/** All phases in order, each with so many actas. */
export const complete = (actas = 1000, order: readonly Phase[] = phases): Figures => ({
  phases: order.map((phase, i) => ({ phase, exercised: true, order: i + 1, actas })),
});
