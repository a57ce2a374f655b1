import type { By, Fold, IsoDate } from '../../core/event.ts';
import { must } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { CommitmentEvent } from './events.ts';

export type CommitmentStage = 'open' | 'evidenced' | 'closed' | 'dropped';
/** One step of its life, as it was recorded. */
export type Step = {
  readonly kind: CommitmentEvent['type'];
  readonly on: IsoDate;
  readonly by: By;
  readonly seq: number;
  readonly text?: string;
  readonly document?: Subject;
  readonly due?: IsoDate;
};
export type Commitment = {
  readonly id: string;
  readonly owner: string;
  readonly due: IsoDate;
  readonly text: string;
  readonly origin: Subject;
  readonly item?: number;
  readonly subject?: Subject;
  readonly stage: CommitmentStage;
  readonly madeOn: IsoDate;
  /** Oldest first. */
  readonly steps: readonly Step[];
};
export type CommitmentsState = { readonly commitments: Map<string, Commitment> };

const stageAfter = {
  CommitmentExtended: 'open',
  EvidenceGiven: 'evidenced',
  CommitmentReturned: 'open',
  CommitmentClosed: 'closed',
  CommitmentDropped: 'dropped',
} as const;

export const commitmentsFold: Fold<CommitmentsState, CommitmentEvent> = {
  initial: () => ({ commitments: new Map() }),
  evolve: (state, event) => {
    const step = stepOf(event);
    if (event.type === 'CommitmentMade') {
      const { commitment, ...data } = event.data;
      state.commitments.set(commitment, { ...data, id: commitment, stage: 'open', madeOn: event.on, steps: [step] });
      return state;
    }
    const { commitment } = event.data;
    const known = must(state.commitments.get(commitment), `event ${event.seq} speaks of ${commitment}, which was never made`);
    const due = event.type === 'CommitmentExtended' ? event.data.due : known.due;
    state.commitments.set(commitment, { ...known, due, stage: stageAfter[event.type], steps: [...known.steps, step] });
    return state;
  },
};

function stepOf({ type, on, by, seq, data }: CommitmentEvent): Step {
  const text = 'reason' in data ? data.reason : 'note' in data ? data.note : 'text' in data ? data.text : undefined;
  return {
    kind: type,
    on,
    by,
    seq,
    ...(text === undefined ? {} : { text }),
    ...('document' in data ? { document: data.document } : {}),
    ...('due' in data ? { due: data.due } : {}),
  };
}
