import type { CosignedNote, Witness, WitnessesState } from './state.ts';

export type { CosignedNote, Witness, WitnessesState };

export const witnessesInForce = ({ witnesses }: WitnessesState): readonly Witness[] =>
  [...witnesses.values()].filter(({ retired }) => !retired);

export const witnessStandings = ['holds', 'waiting', 'failing', 'forked', 'retired'] as const;
export type WitnessStanding = (typeof witnessStandings)[number];

/** `rootAtHeld`: the root that the log has now at the size of the checkpoint the witness holds. */
export function standingOf({ retired, failing, held }: Witness, rootAtHeld: string | undefined): WitnessStanding {
  if (retired) return 'retired';
  if ((held && rootAtHeld !== held.root) || failing?.why === 'inconsistent' || failing?.why === 'ahead') return 'forked';
  if (failing) return 'failing';
  return held ? 'holds' : 'waiting';
}

/** The largest checkpoint that somebody else cosigned. */
export const latestCosigned = ({ cosigned }: WitnessesState): CosignedNote | undefined => cosigned[0];
