import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { subjectPattern } from '../../core/subject.ts';
import { bilingual, id, isoDate, source } from '../process/events.ts';

export const exerciseKinds = ['functional-test', 'drill', 'extra-drill', 'election-night'] as const;
export type ExerciseKind = (typeof exerciseKinds)[number];

/** The phases of the technical operating process in the order of Anexo 13; with PREP Casilla another order may be planned. */
export const phases = ['acopio', 'digitalizacion', 'captura', 'publicacion', 'cotejo', 'empaquetado'] as const;
export type Phase = (typeof phases)[number];

export const observationWeights = ['blocking', 'mandatory', 'recommendation'] as const;
export const observationOutcomes = ['attended', 'partly', 'not'] as const;
export const verdicts = ['successful', 'with-observations', 'unsuccessful'] as const;
export const checkpointDecisions = ['go', 'go-with-conditions', 'plan-b'] as const;

const text = z.string().regex(/\S/);
const count = z.int().min(0).max(10_000_000);
const optionalSource = source.exactOptional();
/** 24-hour local time of the entity, `HH:MM`. */
export const localTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** `ieeh-simulacro-1/2`: the second observation on the first drill. */
const observation = z.string().regex(/^[a-z0-9-]+\/\d+$/);
const number = z.int().min(1).max(99);

/** What is meant to be run. What is absent was not stated. */
export const exercisePlan = z.strictObject({
  date: isoDate,
  from: localTime.exactOptional(),
  to: localTime.exactOptional(),
  /** Volume: how many actas are to be processed. */
  actas: count.exactOptional(),
  /** The order in which the phases are to run, when it is not that of Anexo 13. */
  phases: z.array(z.enum(phases)).exactOptional(),
  /** The obligation it fulfils: M01, M02… of the plan. */
  obligation: text.exactOptional(),
});
export type ExercisePlan = z.infer<typeof exercisePlan>;

/** One phase as it ran. `order`: its place among those exercised; `actas`: how many had passed it at the close. */
export const phaseRun = z.strictObject({
  phase: z.enum(phases),
  exercised: z.boolean(),
  order: z.int().min(1).max(phases.length).exactOptional(),
  from: localTime.exactOptional(),
  to: localTime.exactOptional(),
  actas: count.exactOptional(),
  /** Median minutes an acta spent from its acopio to the end of this phase. */
  medianMinutes: z.number().min(0).max(2880).exactOptional(),
});
export type PhaseRun = z.infer<typeof phaseRun>;

/** Where the curve stood so many minutes after the start. */
export const progressPoint = z.strictObject({
  minutes: z.int().min(0).max(2880),
  captured: count.exactOptional(),
  published: count.exactOptional(),
});
export type ProgressPoint = z.infer<typeof progressPoint>;

/** The metrics of a run. What is absent is not known; a zero is a zero that somebody counted. */
export const figures = z.strictObject({
  from: localTime.exactOptional(),
  to: localTime.exactOptional(),
  phases: z.array(phaseRun).exactOptional(),
  /** Whether as many actas were published as captured, where that is known without the numbers. */
  coincide: z.boolean().exactOptional(),
  /** Actas published at the close, in per cent of those expected, where that is known without the numbers. */
  publishedPercent: z.number().min(0).max(100).exactOptional(),
  progress: z.array(progressPoint).max(500).exactOptional(),
  /** People who took part. */
  staff: count.exactOptional(),
  /** What published in place of the PREP. */
  substitute: text.exactOptional(),
});
export type Figures = z.infer<typeof figures>;

const criterion = z.strictObject({ met: z.boolean().exactOptional(), note: bilingual.exactOptional() });

/** All in the stream of the process. `on`: the day of the plan, of the run, of the remark or of the decision, as stated. */
export const exercisesEvents = {
  /** Said again for the same exercise it replaces the plan, and `reason` says why. */
  ExercisePlanned: z.strictObject({
    exercise: id,
    opl: id,
    kind: z.enum(exerciseKinds),
    /** Of drills and tests, counted apart for each kind; an election night has none. */
    number: number.exactOptional(),
    ...exercisePlan.shape,
    reason: bilingual.exactOptional(),
    source: optionalSource,
  }),
  ExerciseCancelled: z.strictObject({ exercise: id, reason: bilingual, source: optionalSource }),
  /** It was run on the day `on`. */
  ExerciseHeld: z.strictObject({ exercise: id, source: optionalSource }),
  /** States all the figures again; `reason` says why when there were figures before. */
  ExerciseMeasured: z.strictObject({ exercise: id, ...figures.shape, reason: bilingual.exactOptional(), source: optionalSource }),
  ExerciseObserved: z.strictObject({
    exercise: id,
    observation,
    text: bilingual,
    weight: z.enum(observationWeights),
    phase: z.enum(phases).exactOptional(),
    /** The first observation of its kind, of an earlier exercise of the same OPL. */
    repeats: observation.exactOptional(),
    source: optionalSource,
  }),
  ExerciseObservationResolved: z.strictObject({
    observation,
    outcome: z.enum(observationOutcomes),
    note: bilingual,
    source: optionalSource,
  }),
  /** `judge`: the organ that judged, when it is not the office that records. */
  ExerciseJudged: z.strictObject({
    exercise: id,
    verdict: z.enum(verdicts),
    reason: bilingual,
    judge: bilingual.exactOptional(),
    source: optionalSource,
  }),
  VerificationLinked: z.strictObject({
    exercise: id,
    verification: z
      .string()
      .regex(subjectPattern)
      .regex(/^verification:/),
  }),
  CheckpointSet: z.strictObject({
    checkpoint: id,
    opl: id,
    date: isoDate,
    title: bilingual,
    exercise: id.exactOptional(),
    criteria: z.array(bilingual).min(1).max(20),
    planB: bilingual,
    reason: bilingual.exactOptional(),
    source: optionalSource,
  }),
  /** One answer a criterion, in their order; `met` absent: it was not known. `decider`: the organ that decided, if not the office that records. */
  CheckpointDecided: z.strictObject({
    checkpoint: id,
    decision: z.enum(checkpointDecisions),
    criteria: z.array(criterion),
    reason: bilingual,
    decider: bilingual.exactOptional(),
    source: optionalSource,
  }),
} as const;

export type ExercisesEvent = EventOf<typeof exercisesEvents>;
export type NewExercisesEvent = NewEventOf<typeof exercisesEvents>;
