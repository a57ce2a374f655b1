import type { Outcome } from './probe.ts';

/** One answer, kept. `slot`: whole schedule intervals since 1970, so that two watchers cannot keep one twice. */
export type Sample = {
  readonly probe: string;
  readonly slot: number;
  readonly at: string;
  readonly inMaintenance: boolean;
  readonly outcome: Outcome;
};

/** Many answers told as one. `from`: UTC instant at which the step begins; latencies in milliseconds, of those that answered. */
export type Summary = {
  readonly from: string;
  readonly answers: number;
  readonly failures: number;
  /** Asked during maintenance: counted apart, and in neither of the others. */
  readonly inMaintenance: number;
  readonly latencyMin?: number;
  readonly latencyMean?: number;
  readonly latencyMax?: number;
};

/** Seconds of a summary's step. Single answers are kept for 35 days, those of ten minutes for a year, those of an hour for ever. */
export const steps = [600, 3600] as const;
export type StepSeconds = (typeof steps)[number];
export const keepDays: Readonly<Record<'sample' | 600, number>> = { sample: 35, 600: 366 };

/** Where answers are kept: outside the log, since nobody is cross-examined on a minute's latency, and there are millions. */
export interface Samples {
  /** All or none; one whose slot is taken is passed over. Returns how many were new. */
  add(samples: readonly Sample[]): Promise<number>;
  /** Summaries of one probe whose step begins in [from, to), oldest first; steps without a question are absent. */
  summaries(probe: string, stepSeconds: StepSeconds, from: string, to: string): Promise<readonly Summary[]>;
  /** The latest answers, newest first. */
  latest(probe: string, count: number): Promise<readonly Sample[]>;
  /** Forgets what is older than it is kept. */
  forget(now: string): Promise<void>;
  close(): Promise<void>;
}

export const secondsOf = (instant: string): number => Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);
export const instantOf = (seconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString({ fractionalSecondDigits: 3 });
export const slotOf = (at: string, everySeconds: number): number => Math.floor(secondsOf(at) / everySeconds);
