import type { Bilingual } from '../core/words.ts';
import type { Fault } from './verify.ts';
import { both } from './words.ts';

/** Something wrong that verification found: what, where, and what to do. Findings are a list, never an exception. */
export type Finding = {
  readonly kind:
    | Fault['kind']
    | 'page'
    | 'sealAltered'
    | 'sealMissing'
    | 'checkpointMissing'
    | 'checkpointAltered'
    | 'truncated'
    | 'keyFault'
    | 'schema'
    | 'unreadable'
    | 'missing'
    | 'format'
    | 'extra';
  /** The entry it concerns. */
  readonly seq?: number;
  /** The database page it concerns, from 1. */
  readonly page?: number;
  /** The line and the byte offset (both of an export) it concerns, from 1 and from 0. */
  readonly line?: number;
  readonly offset?: number;
  readonly what: Bilingual;
  readonly where: Bilingual;
  readonly saw?: string;
  readonly expected?: string;
  readonly advice: Bilingual;
};

const whats = {
  seq: 'whatSeq',
  body: 'whatBody',
  at: 'whatAt',
  stream: 'whatStream',
  leaf: 'whatLeaf',
  nodes: 'whatNodes',
  size: 'whatSize',
  root: 'whatRoot',
  proof: 'whatProof',
  note: 'whatNote',
  key: 'whatKey',
  origin: 'whatOrigin',
  signature: 'whatSignature',
} as const satisfies Record<Fault['kind'], string>;

/** In words, what a verifier's fault says. */
export const whatOf = (kind: Fault['kind']): Bilingual => both((words) => words[whats[kind]]);

/** A verifier's fault about an entry, as a finding. */
export const entryFinding = ({ kind, seq, saw, expected }: Fault): Finding => ({
  kind,
  seq,
  what: whatOf(kind),
  where: both((words) => words.atEntry(seq)),
  saw,
  expected,
  advice: both((words) => words.adviceEntry),
});

/** Something that cannot be read at all. */
export const unreadable = (where: Bilingual, detail: string, seq?: number): Finding => ({
  kind: 'unreadable',
  ...(seq === undefined ? {} : { seq }),
  what: both((words) => words.whatUnreadable(detail)),
  where,
  advice: both((words) => words.corruptAdvice),
});
