import type { By, Fold, IsoDate } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Source } from '../process/events.ts';
import type { ExerciseKind, ExercisePlan, ExercisesEvent, Figures } from './events.ts';

/** When something was said to happen, who recorded it, and from where. */
type Told = { readonly on: IsoDate; readonly seq: number; readonly by: By; readonly source?: Source };
type DataOf<Type extends ExercisesEvent['type']> = Extract<ExercisesEvent, { type: Type }>['data'];

export type PlannedRun = ExercisePlan & Told & { readonly reason?: Bilingual };
export type Measure = Figures & Told & { readonly reason?: Bilingual };
export type Judgement = Told & Pick<DataOf<'ExerciseJudged'>, 'verdict' | 'reason' | 'judge'>;

export type ExerciseStatus =
  | { readonly kind: 'planned' }
  | { readonly kind: 'held'; readonly on: IsoDate; readonly source?: Source }
  | { readonly kind: 'cancelled'; readonly on: IsoDate; readonly reason: Bilingual };

export type Exercise = {
  readonly id: string;
  readonly opl: string;
  readonly kind: ExerciseKind;
  readonly number?: number;
  readonly status: ExerciseStatus;
  /** Oldest first, the last one in force; the same of figures and judgements. */
  readonly plans: readonly [PlannedRun, ...PlannedRun[]];
  readonly measures: readonly Measure[];
  readonly judgements: readonly Judgement[];
  readonly verifications: readonly string[];
};

export type Resolution = Told & Pick<DataOf<'ExerciseObservationResolved'>, 'outcome' | 'note'>;
export type ExerciseObservation = Told &
  Omit<DataOf<'ExerciseObserved'>, 'observation' | 'source'> & { readonly id: string; readonly resolutions: readonly Resolution[] };

export type CheckpointTerms = Told & Omit<DataOf<'CheckpointSet'>, 'checkpoint' | 'opl' | 'source'>;
export type CheckpointDecision = Told & Omit<DataOf<'CheckpointDecided'>, 'checkpoint' | 'source'>;
export type Checkpoint = {
  readonly id: string;
  readonly opl: string;
  readonly terms: readonly [CheckpointTerms, ...CheckpointTerms[]];
  readonly decision?: CheckpointDecision;
};

export type ExercisesState = {
  readonly exercises: Map<string, Exercise>;
  readonly observations: Map<string, ExerciseObservation>;
  readonly checkpoints: Map<string, Checkpoint>;
};

export const exercisesFold: Fold<ExercisesState, ExercisesEvent> = {
  initial: () => ({ exercises: new Map(), observations: new Map(), checkpoints: new Map() }),
  evolve: (state, event) => {
    const told = { on: event.on, seq: event.seq, by: event.by };
    switch (event.type) {
      case 'ExercisePlanned': {
        const { exercise: id, opl, kind, number, ...plan } = event.data;
        const known = state.exercises.get(id);
        const run = { ...plan, ...told };
        const first = { id, opl, kind, ...(number === undefined ? {} : { number }), status: { kind: 'planned' as const } };
        const none = { measures: [], judgements: [], verifications: [] };
        state.exercises.set(id, known ? { ...known, plans: [...known.plans, run] } : { ...first, plans: [run], ...none });
        return state;
      }
      case 'ExerciseCancelled':
        return change(state, event, { status: { kind: 'cancelled', on: event.on, reason: event.data.reason } });
      case 'ExerciseHeld': {
        const { source } = event.data;
        return change(state, event, { status: { kind: 'held', on: event.on, ...(source === undefined ? {} : { source }) } });
      }
      case 'ExerciseMeasured': {
        const { exercise: _, ...figures } = event.data;
        return change(state, event, { measures: [...exerciseOf(state, event).measures, { ...figures, ...told }] });
      }
      case 'ExerciseJudged': {
        const { exercise: _, ...judgement } = event.data;
        return change(state, event, { judgements: [...exerciseOf(state, event).judgements, { ...judgement, ...told }] });
      }
      case 'VerificationLinked':
        return change(state, event, { verifications: [...exerciseOf(state, event).verifications, event.data.verification] });
      case 'ExerciseObserved': {
        const { observation: id, ...rest } = event.data;
        state.observations.set(id, { ...rest, ...told, id, resolutions: [] });
        return state;
      }
      case 'ExerciseObservationResolved': {
        const { observation: id, ...rest } = event.data;
        const open = must(state.observations.get(id), `event ${event.seq} resolves observation ${id}, never made`);
        state.observations.set(id, { ...open, resolutions: [...open.resolutions, { ...rest, ...told }] });
        return state;
      }
      case 'CheckpointSet': {
        const { checkpoint: id, opl, ...rest } = event.data;
        const known = state.checkpoints.get(id);
        const terms = { ...rest, ...told };
        state.checkpoints.set(id, known ? { ...known, terms: [...known.terms, terms] } : { id, opl, terms: [terms] });
        return state;
      }
      case 'CheckpointDecided': {
        const { checkpoint: id, ...rest } = event.data;
        const set = must(state.checkpoints.get(id), `event ${event.seq} decides checkpoint ${id}, never set`);
        state.checkpoints.set(id, { ...set, decision: { ...rest, ...told } });
        return state;
      }
      default:
        return unreachable(event);
    }
  },
};

type OfExercise = Extract<ExercisesEvent, { data: { exercise: string } }>;

const exerciseOf = (state: ExercisesState, { seq, type, data }: OfExercise): Exercise =>
  must(state.exercises.get(data.exercise), `event ${seq} (${type}) speaks of exercise ${data.exercise}, never planned`);

function change(state: ExercisesState, event: OfExercise, to: Partial<Exercise>): ExercisesState {
  state.exercises.set(event.data.exercise, { ...exerciseOf(state, event), ...to });
  return state;
}
