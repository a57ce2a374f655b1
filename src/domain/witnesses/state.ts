import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { WitnessesEvent, WitnessFailure } from './events.ts';

export type Held = { readonly size: number; readonly root: string; readonly seconds: number };
export type Witness = {
  readonly id: string;
  /** The body whose witness it is. */
  readonly body: string;
  readonly key: string;
  readonly url: string;
  readonly isPrivate: boolean;
  readonly listedOn: IsoDate;
  readonly by: By;
  /** The largest checkpoint it is known to have cosigned. */
  readonly held?: Held;
  readonly failing?: { readonly since: IsoInstant; readonly why: WitnessFailure; readonly detail: string };
  readonly retired?: { readonly on: IsoDate; readonly reason: string };
};
export type CosignedNote = {
  readonly at: IsoInstant;
  readonly size: number;
  readonly root: string;
  readonly note: string;
  readonly cosigners: readonly { readonly witness: string; readonly seconds: number }[];
};
export type WitnessesState = {
  readonly witnesses: Map<string, Witness>;
  /** The latest, newest first. */
  cosigned: readonly CosignedNote[];
  /** The last entry of the log that this slice recorded of a checkpoint. */
  recordedAt: number;
};

const keptNotes = 50;

export const witnessesFold: Fold<WitnessesState, WitnessesEvent> = {
  initial: () => ({ witnesses: new Map(), cosigned: [], recordedAt: 0 }),
  evolve: (state, event) => {
    const known = (id: string): Witness => must(state.witnesses.get(id), `event ${event.seq} speaks of witness ${id}, never listed`);
    switch (event.type) {
      case 'WitnessListed': {
        const { witness: id, ...rest } = event.data;
        state.witnesses.set(id, { id, ...rest, listedOn: event.on, by: event.by });
        return state;
      }
      case 'WitnessRetired': {
        const { witness, reason } = event.data;
        state.witnesses.set(witness, { ...known(witness), retired: { on: event.on, reason } });
        return state;
      }
      case 'CheckpointCosigned': {
        const { size, root, note, cosigners } = event.data;
        for (const { witness, seconds } of cosigners) {
          const { failing: _, ...rest } = known(witness);
          state.witnesses.set(witness, { ...rest, held: { size, root, seconds } });
        }
        state.cosigned = [{ at: event.at, size, root, note, cosigners }, ...state.cosigned].slice(0, keptNotes);
        state.recordedAt = event.seq;
        return state;
      }
      case 'WitnessFailed': {
        const { witness, why, detail } = event.data;
        state.witnesses.set(witness, { ...known(witness), failing: { since: event.at, why, detail } });
        state.recordedAt = event.seq;
        return state;
      }
      default:
        return unreachable(event);
    }
  },
};
