import type { IsoDate } from '../../core/event.ts';
import { type Scope, scopes } from './events.ts';
import type { KeysState, WriteKey } from './state.ts';

export { type KeysState, type Scope, scopes, type WriteKey };

export const keysOf = (state: KeysState, system: string): readonly WriteKey[] =>
  [...state.keys.values()].filter((key) => key.system === system);

export type KeyStanding = 'in-force' | 'expired' | 'revoked';
export const standingOf = (key: WriteKey, day: IsoDate): KeyStanding =>
  key.revoked ? 'revoked' : day > key.until ? 'expired' : 'in-force';
