import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { unreachable } from '../../core/result.ts';
import type { NewVerificationsEvent, VerificationsEvent } from './events.ts';

export type Verification = Extract<NewVerificationsEvent, { type: 'VerificationRecorded' }>['data'] & {
  readonly seq: number;
  readonly on: IsoDate;
  readonly at: IsoInstant;
  readonly by: By;
};

export type Comparison = Extract<NewVerificationsEvent, { type: 'ComparisonRecorded' }>['data'] & {
  readonly seq: number;
  readonly on: IsoDate;
  readonly at: IsoInstant;
  readonly by: By;
};

/** In the order in which they were recorded. */
export type VerificationsState = { readonly verifications: Map<string, Verification>; readonly comparisons: Map<string, Comparison> };

export const verificationsFold: Fold<VerificationsState, VerificationsEvent> = {
  initial: () => ({ verifications: new Map(), comparisons: new Map() }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'VerificationRecorded': {
        const { seq, on, at, by, data } = event;
        state.verifications.set(data.verification, { ...data, seq, on, at, by });
        return state;
      }
      case 'ComparisonRecorded': {
        const { seq, on, at, by, data } = event;
        state.comparisons.set(data.comparison, { ...data, seq, on, at, by });
        return state;
      }
      default:
        return unreachable(event);
    }
  },
};
