import type { Act, IsoDate } from '../../core/event.ts';
import { must, ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { ProcessState } from '../process/views.ts';
import type { ExerciseKind, ExercisesEvent, Figures, NewExercisesEvent, Phase } from './events.ts';
import { exerciseIdOf } from './identity.ts';
import type { Exercise, ExercisesState } from './state.ts';

type DataOf<Type extends ExercisesEvent['type']> = Extract<NewExercisesEvent, { type: Type }>['data'];
type Command<Type extends ExercisesEvent['type'], Derived extends string = never> = Act & Omit<DataOf<Type>, Derived>;

export type ExercisesRefusal =
  | { readonly kind: 'opl-unknown'; readonly opl: string }
  | { readonly kind: 'number-missing'; readonly exercise: ExerciseKind }
  | { readonly kind: 'number-needless' }
  | { readonly kind: 'exercise-unknown'; readonly exercise: string }
  | { readonly kind: 'held-already'; readonly exercise: string }
  | { readonly kind: 'cancelled-already'; readonly exercise: string }
  | { readonly kind: 'not-held'; readonly exercise: string }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'planned-after-its-day'; readonly date: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'before-its-day'; readonly date: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'before-last'; readonly on: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'phase-repeated'; readonly phase: Phase }
  | { readonly kind: 'order-repeated'; readonly order: number }
  | { readonly kind: 'phase-not-exercised'; readonly phase: Phase }
  | { readonly kind: 'counts-contradict'; readonly captured: number; readonly published: number }
  | { readonly kind: 'progress-out-of-order'; readonly minutes: number }
  | { readonly kind: 'observation-unknown'; readonly observation: string }
  | { readonly kind: 'repeats-not-earlier'; readonly observation: string }
  | { readonly kind: 'resolved-already'; readonly observation: string }
  | { readonly kind: 'verification-linked'; readonly verification: string }
  | { readonly kind: 'checkpoint-unknown'; readonly checkpoint: string }
  | { readonly kind: 'checkpoint-of-other-opl'; readonly checkpoint: string; readonly opl: string }
  | { readonly kind: 'decided-already'; readonly checkpoint: string; readonly on: IsoDate }
  | { readonly kind: 'criteria-differ'; readonly expected: number; readonly given: number };

type Decision = Result<readonly NewExercisesEvent[], ExercisesRefusal>;
/** What the rules need to know: the exercises, and the process with its OPLs. */
export type ExercisesContext = { readonly process: ProcessState; readonly exercises: ExercisesState };

/** Plans an exercise, or plans it again for a reason. Its name is derived from what it is. */
export function planExercise({ process, exercises }: ExercisesContext, command: Command<'ExercisePlanned', 'exercise'>): Decision {
  const { on, by, opl, kind, number, ...plan } = command;
  if (!takesPart(process, opl)) return refuse({ kind: 'opl-unknown', opl });
  if (kind === 'election-night' && number !== undefined) return refuse({ kind: 'number-needless' });
  if (kind !== 'election-night' && number === undefined) return refuse({ kind: 'number-missing', exercise: kind });
  const exercise = exerciseIdOf(opl, kind, number);
  const known = exercises.exercises.get(exercise);
  const wrong = known && (notPlanned(known) ?? (blank(plan.reason) ? { kind: 'reason-missing' as const } : before(on, lastPlan(known).on)));
  if (wrong) return refuse(wrong);
  if (on > plan.date) return refuse({ kind: 'planned-after-its-day', date: plan.date, on });
  const twice = repeated(plan.phases ?? []);
  if (twice) return refuse({ kind: 'phase-repeated', phase: twice });
  const data = { exercise, opl, kind, ...(number === undefined ? {} : { number }), ...plan };
  return ok([{ type: 'ExercisePlanned', on, by, data }]);
}

export function cancelExercise({ exercises }: ExercisesContext, command: Command<'ExerciseCancelled'>): Decision {
  const { on, by, ...data } = command;
  return withExercise(exercises, data.exercise, (known) => {
    const wrong = notPlanned(known) ?? (blank(data.reason) ? { kind: 'reason-missing' as const } : before(on, lastPlan(known).on));
    return wrong ? refuse(wrong) : ok([{ type: 'ExerciseCancelled', on, by, data }]);
  });
}

/** Records that it was run on the day `on`, which may be later than planned; an earlier day is planned first. */
export function holdExercise({ exercises }: ExercisesContext, command: Command<'ExerciseHeld'>): Decision {
  const { on, by, ...data } = command;
  return withExercise(exercises, data.exercise, (known) => {
    const { date } = lastPlan(known);
    const wrong = notPlanned(known) ?? (on < date ? { kind: 'before-its-day' as const, date, on } : undefined);
    return wrong ? refuse(wrong) : ok([{ type: 'ExerciseHeld', on, by, data }]);
  });
}

/** States all that is known of how it ran. Said again it replaces what was said, for a reason. */
export function measureExercise({ exercises }: ExercisesContext, command: Command<'ExerciseMeasured'>): Decision {
  const { on, by, ...data } = command;
  return withHeld(exercises, data.exercise, on, (known) => {
    const former = known.measures.at(-1);
    if (former && blank(data.reason)) return refuse({ kind: 'reason-missing' });
    const wrong = (former && before(on, former.on)) ?? impossible(data);
    return wrong ? refuse(wrong) : ok([{ type: 'ExerciseMeasured', on, by, data }]);
  });
}

/** A remark on an exercise. One that was made before points to the first of its kind, whichever of them it was said to repeat. */
export function observeExercise({ exercises }: ExercisesContext, command: Command<'ExerciseObserved', 'observation'>): Decision {
  const { on, by, repeats, ...data } = command;
  return withHeld(exercises, data.exercise, on, (known) => {
    const number = [...exercises.observations.values()].filter((one) => one.exercise === known.id).length + 1;
    const event = { type: 'ExerciseObserved', on, by } as const;
    const observation = `${known.id}/${number}`;
    if (repeats === undefined) return ok([{ ...event, data: { ...data, observation } }]);
    const named = exercises.observations.get(repeats);
    if (!named) return refuse({ kind: 'observation-unknown', observation: repeats });
    const first = must(exercises.observations.get(named.repeats ?? named.id), 'what an observation repeats was recorded before it');
    const other = exercises.exercises.get(named.exercise);
    const isEarlier = other?.opl === known.opl && other.id !== known.id && heldOn(other) <= heldOn(known);
    if (!isEarlier) return refuse({ kind: 'repeats-not-earlier', observation: repeats });
    return ok([{ ...event, data: { ...data, observation, repeats: first.id } }]);
  });
}

/** Says whether the OPL attended to it; what was attended stays so, and if it comes back it is observed anew. */
export function resolveObservation({ exercises }: ExercisesContext, command: Command<'ExerciseObservationResolved'>): Decision {
  const { on, by, ...data } = command;
  const known = exercises.observations.get(data.observation);
  if (!known) return refuse({ kind: 'observation-unknown', observation: data.observation });
  const last = known.resolutions.at(-1);
  if (last?.outcome === 'attended' || last?.outcome === data.outcome)
    return refuse({ kind: 'resolved-already', observation: data.observation });
  const wrong = blank(data.note) ? { kind: 'reason-missing' as const } : before(on, (last ?? known).on);
  return wrong ? refuse(wrong) : ok([{ type: 'ExerciseObservationResolved', on, by, data }]);
}

/** An office's own verdict, with its reason. It may judge again; nothing it said is lost. */
export function judgeExercise({ exercises }: ExercisesContext, command: Command<'ExerciseJudged'>): Decision {
  const { on, by, ...data } = command;
  return withHeld(exercises, data.exercise, on, () =>
    blank(data.reason) ? refuse({ kind: 'reason-missing' }) : ok([{ type: 'ExerciseJudged', on, by, data }]),
  );
}

export function linkVerification({ exercises }: ExercisesContext, command: Command<'VerificationLinked'>): Decision {
  const { on, by, ...data } = command;
  return withHeld(exercises, data.exercise, on, (known) =>
    known.verifications.includes(data.verification)
      ? refuse({ kind: 'verification-linked', verification: data.verification })
      : ok([{ type: 'VerificationLinked', on, by, data }]),
  );
}

/** Sets a day to decide whether to go on, by which criteria, and what is done otherwise. Set again, while undecided, for a reason. */
export function setCheckpoint({ process, exercises }: ExercisesContext, command: Command<'CheckpointSet'>): Decision {
  const { on, by, ...data } = command;
  const { checkpoint, opl } = data;
  if (!takesPart(process, opl)) return refuse({ kind: 'opl-unknown', opl });
  if (data.exercise !== undefined && exercises.exercises.get(data.exercise)?.opl !== opl)
    return refuse({ kind: 'exercise-unknown', exercise: data.exercise });
  const known = exercises.checkpoints.get(checkpoint);
  if (known) {
    if (known.opl !== opl) return refuse({ kind: 'checkpoint-of-other-opl', checkpoint, opl: known.opl });
    if (known.decision) return refuse({ kind: 'decided-already', checkpoint, on: known.decision.on });
    const wrong = blank(data.reason) ? { kind: 'reason-missing' as const } : before(on, latest(known.terms).on);
    if (wrong) return refuse(wrong);
  }
  if (on > data.date) return refuse({ kind: 'planned-after-its-day', date: data.date, on });
  return ok([{ type: 'CheckpointSet', on, by, data }]);
}

/** Records what was decided, criterion by criterion. Before its day is allowed: whoever decides early has decided. */
export function decideCheckpoint({ exercises }: ExercisesContext, command: Command<'CheckpointDecided'>): Decision {
  const { on, by, ...data } = command;
  const { checkpoint } = data;
  const known = exercises.checkpoints.get(checkpoint);
  if (!known) return refuse({ kind: 'checkpoint-unknown', checkpoint });
  if (known.decision) return refuse({ kind: 'decided-already', checkpoint, on: known.decision.on });
  const terms = latest(known.terms);
  if (data.criteria.length !== terms.criteria.length)
    return refuse({ kind: 'criteria-differ', expected: terms.criteria.length, given: data.criteria.length });
  const wrong = blank(data.reason) ? { kind: 'reason-missing' as const } : before(on, terms.on);
  return wrong ? refuse(wrong) : ok([{ type: 'CheckpointDecided', on, by, data }]);
}

const takesPart = (process: ProcessState, opl: string): boolean => process.kind === 'open' && process.opls.some((one) => one.id === opl);
const latest = <T>(list: readonly [T, ...T[]]): T => must(list.at(-1), 'the type says that there is one');
const lastPlan = (exercise: Exercise) => latest(exercise.plans);
/** Of an exercise that was observed: only what was held is. */
const heldOn = ({ status }: Exercise): IsoDate => (status as Extract<Exercise['status'], { kind: 'held' }>).on;
const blank = (text: Bilingual | undefined): boolean => text === undefined || text.es.trim() === '';
const before = (on: IsoDate, last: IsoDate): ExercisesRefusal | undefined => (on < last ? { kind: 'before-last', on, last } : undefined);
const repeated = <T>(list: readonly T[]): T | undefined => list.find((one, i) => list.indexOf(one) !== i);

function notPlanned({ id: exercise, status }: Exercise): ExercisesRefusal | undefined {
  if (status.kind === 'held') return { kind: 'held-already', exercise };
  return status.kind === 'cancelled' ? { kind: 'cancelled-already', exercise } : undefined;
}

function withExercise(state: ExercisesState, exercise: string, then: (known: Exercise) => Decision): Decision {
  const known = state.exercises.get(exercise);
  return known ? then(known) : refuse({ kind: 'exercise-unknown', exercise });
}

function withHeld(state: ExercisesState, exercise: string, on: IsoDate, then: (known: Exercise) => Decision): Decision {
  return withExercise(state, exercise, (known) => {
    if (known.status.kind !== 'held') return refuse({ kind: 'not-held', exercise });
    const wrong = before(on, known.status.on);
    return wrong ? refuse(wrong) : then(known);
  });
}

/** Figures that cannot be true together. What is odd but possible is for whoever judges. */
function impossible({ phases = [], coincide, progress = [] }: Figures): ExercisesRefusal | undefined {
  const phase = repeated(phases.map((one) => one.phase));
  if (phase) return { kind: 'phase-repeated', phase };
  const order = repeated(phases.flatMap((one) => one.order ?? []));
  if (order !== undefined) return { kind: 'order-repeated', order };
  const idle = phases.find((one) => !one.exercised && (one.order ?? one.from ?? one.to ?? (one.actas || undefined)) !== undefined);
  if (idle) return { kind: 'phase-not-exercised', phase: idle.phase };
  const [captured, published] = (['captura', 'publicacion'] as const).map((name) => phases.find((one) => one.phase === name)?.actas);
  if (coincide !== undefined && captured !== undefined && published !== undefined && coincide !== (captured === published))
    return { kind: 'counts-contradict', captured, published };
  const late = progress.slice(1).find((point, i) => point.minutes <= must(progress[i], 'the one before it').minutes);
  return late && { kind: 'progress-out-of-order', minutes: late.minutes };
}
