import { type Subject, subjectOf } from '../../core/subject.ts';
import type { VerifiedInput } from './events.ts';
import type { Comparison, Verification, VerificationsState } from './state.ts';

export type { Comparison, Verification, VerificationsState };

/** One election of one OPL on one occasion, with its verifications, the latest first. */
export type VerifiedElection = {
  readonly opl: string;
  readonly electionKey: string;
  readonly occasion: Verification['occasion'];
  readonly latest: Verification;
  readonly former: readonly Verification[];
};

const isLater = (a: Verification, b: Verification): number => (a.on === b.on ? b.seq - a.seq : a.on < b.on ? 1 : -1);

/** Every election that was verified: nights before drills, then as they come by OPL and name. */
export function electionsOf(state: VerificationsState): readonly VerifiedElection[] {
  const groups = Map.groupBy(state.verifications.values(), (one) => `${one.occasion} ${one.opl} ${one.electionKey}`);
  return [...groups.values()]
    .flatMap((all) => {
      const [latest, ...former] = all.toSorted(isLater);
      return latest ? [{ opl: latest.opl, electionKey: latest.electionKey, occasion: latest.occasion, latest, former }] : [];
    })
    .sort((a, b) =>
      a.occasion === b.occasion
        ? `${a.opl} ${a.electionKey}`.localeCompare(`${b.opl} ${b.electionKey}`, 'en')
        : a.occasion === 'night'
          ? -1
          : 1,
    );
}

export const verificationOf = (state: VerificationsState, id: string): Verification | undefined => state.verifications.get(id);

/** The election a verification belongs to, with what came before and after it. */
export const electionWith = (state: VerificationsState, { opl, electionKey, occasion }: Verification): VerifiedElection | undefined =>
  electionsOf(state).find((one) => one.opl === opl && one.electionKey === electionKey && one.occasion === occasion);

/** What was verified, and what one rule found in it: under these names it is known who was shown it. */
export const verificationSubject = (one: Verification): Subject => subjectOf('verification', one.verification);
export const findingSubject = (one: Verification, check: string): Subject => subjectOf('finding', one.verification, check);

export const lastCutOf = ({ cuts }: Verification): VerifiedInput | undefined => cuts.at(-1);

/** The share of the actas of the catalogue that are captured in the last cut; null for an election without actas. */
export function capturedShare({ standing }: Verification): number | null {
  const all = standing.counted + standing.notCounted + standing.notCaptured;
  return all === 0 ? null : (standing.counted + standing.notCounted) / all;
}

/** Whether a rule is broken in the last cut, notes apart. */
export const isClean = ({ counts }: Verification): boolean => counts.error + counts.warning === 0;

/** The comparisons of an election with its final count, the latest first. */
export const comparisonsOf = (state: VerificationsState, one: Pick<Verification, 'opl' | 'electionKey'>): readonly Comparison[] =>
  [...state.comparisons.values()].filter(({ opl, electionKey }) => opl === one.opl && electionKey === one.electionKey).toReversed();

/** `ieec-juntas-04-2021-1`, `ieec-juntas-04-2021-simulacro-1`: unique in the process. */
export const nextIdOf = (state: VerificationsState, one: Pick<Verification, 'opl' | 'electionKey' | 'occasion'>): string =>
  numbered(`${one.opl}-${one.electionKey}${one.occasion === 'drill' ? '-simulacro' : ''}`, (id) => state.verifications.has(id));

export const nextComparisonIdOf = (state: VerificationsState, one: Pick<Comparison, 'opl' | 'electionKey'>): string =>
  numbered(`${one.opl}-${one.electionKey}-computos`, (id) => state.comparisons.has(id));

function numbered(name: string, isTaken: (id: string) => boolean): string {
  const stem = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 70);
  for (let n = 1; ; n++) if (!isTaken(`${stem}-${n}`)) return `${stem}-${n}`;
}
