import type { Act, IsoDate } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { CommitmentEvent, NewCommitmentEvent } from './events.ts';
import type { Commitment, CommitmentStage, CommitmentsState } from './state.ts';

type Command<Type extends CommitmentEvent['type'], Made extends string = never> = Act &
  Omit<Extract<NewCommitmentEvent, { type: Type }>['data'], Made>;

export type CommitmentRefusal =
  | { readonly kind: 'commitment-unknown'; readonly commitment: string }
  | { readonly kind: 'due-before'; readonly due: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'not-owner'; readonly commitment: string }
  | { readonly kind: 'own-evidence'; readonly commitment: string }
  | { readonly kind: 'wrong-stage'; readonly commitment: string; readonly stage: CommitmentStage }
  | { readonly kind: 'nothing-changed' };

type Decision = Result<readonly NewCommitmentEvent[], CommitmentRefusal>;

export function makeCommitment(state: CommitmentsState, { on, by, ...data }: Command<'CommitmentMade', 'commitment'>): Decision {
  if (data.due < on) return refuse({ kind: 'due-before', due: data.due, on });
  return ok([{ type: 'CommitmentMade', on, by, data: { commitment: `C${state.commitments.size + 1}`, ...data } }]);
}

export function extendCommitment(state: CommitmentsState, { on, by, ...data }: Command<'CommitmentExtended'>): Decision {
  return whenIn(state, data.commitment, ['open'], (known) => {
    if (data.due < on) return refuse({ kind: 'due-before', due: data.due, on });
    return data.due === known.due ? refuse({ kind: 'nothing-changed' }) : ok([{ type: 'CommitmentExtended', on, by, data }]);
  });
}

/** `forOwner`: whoever records it may do so for the responsible office. */
export function giveEvidence(state: CommitmentsState, command: Command<'EvidenceGiven'> & { readonly forOwner: boolean }): Decision {
  const { on, by, forOwner, ...data } = command;
  return whenIn(state, data.commitment, ['open', 'evidenced'], (known) =>
    by.office === known.owner || forOwner
      ? ok([{ type: 'EvidenceGiven', on, by, data }])
      : refuse({ kind: 'not-owner', commitment: known.id }),
  );
}

export const returnCommitment = (state: CommitmentsState, { on, by, ...data }: Command<'CommitmentReturned'>): Decision =>
  whenIn(state, data.commitment, ['evidenced'], () => ok([{ type: 'CommitmentReturned', on, by, data }]));

/** By somebody else than the office that owes it: nobody judges their own evidence. */
export function closeCommitment(state: CommitmentsState, { on, by, ...data }: Command<'CommitmentClosed'>): Decision {
  return whenIn(state, data.commitment, ['evidenced'], (known) =>
    by.office === known.owner ? refuse({ kind: 'own-evidence', commitment: known.id }) : ok([{ type: 'CommitmentClosed', on, by, data }]),
  );
}

export const dropCommitment = (state: CommitmentsState, { on, by, ...data }: Command<'CommitmentDropped'>): Decision =>
  whenIn(state, data.commitment, ['open', 'evidenced'], () => ok([{ type: 'CommitmentDropped', on, by, data }]));

function whenIn(state: CommitmentsState, id: string, stages: readonly CommitmentStage[], then: (known: Commitment) => Decision): Decision {
  const known = state.commitments.get(id);
  if (!known) return refuse({ kind: 'commitment-unknown', commitment: id });
  return stages.includes(known.stage) ? then(known) : refuse({ kind: 'wrong-stage', commitment: id, stage: known.stage });
}
