import type { IsoDate } from '../../core/event.ts';
import { type Subject, subjectOf } from '../../core/subject.ts';
import type { Commitment, CommitmentStage, CommitmentsState, Step } from './state.ts';

export type { Commitment, CommitmentStage, CommitmentsState, Step };

/** In the order in which they were made. */
export const commitmentsOf = (state: CommitmentsState): readonly Commitment[] => [...state.commitments.values()];

export const commitmentOf = (state: CommitmentsState, id: string): Commitment | undefined => state.commitments.get(id);

export const isPending = ({ stage }: Commitment): boolean => stage === 'open' || stage === 'evidenced';

/** Those still carried, the soonest due first. */
export const pendingCommitments = (state: CommitmentsState): readonly Commitment[] =>
  commitmentsOf(state)
    .filter(isPending)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));

/** Open ones whose day has passed, with the first day on which they were late. What waits to be judged is not late. */
export const overdueCommitments = (
  state: CommitmentsState,
  day: IsoDate,
): readonly { readonly commitment: Commitment; readonly since: IsoDate }[] =>
  pendingCommitments(state)
    .filter((one) => one.stage === 'open' && one.due < day)
    .map((commitment) => ({ commitment, since: Temporal.PlainDate.from(commitment.due).add({ days: 1 }).toString() }));

/** Those born in a meeting, or from an observation. */
export const bornFrom = (state: CommitmentsState, origin: Subject): readonly Commitment[] =>
  commitmentsOf(state).filter((one) => one.origin === origin);
export const bornIn = (state: CommitmentsState, meeting: number): readonly Commitment[] =>
  bornFrom(state, subjectOf('meeting', String(meeting)));

/** Everything promised about a thing: to be shown on its page. */
export const commitmentsAbout = (state: CommitmentsState, subject: Subject): readonly Commitment[] =>
  commitmentsOf(state).filter((one) => one.subject === subject || one.origin === subject);

/** The states in which it is carried, and how it ended. */
export type Standing = 'pending' | 'overdue' | 'evidenced' | 'closed' | 'dropped';
export const standingOn = (one: Commitment, day: IsoDate): Standing =>
  one.stage === 'open' ? (one.due < day ? 'overdue' : 'pending') : one.stage;
