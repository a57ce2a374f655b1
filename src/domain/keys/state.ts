import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { KeysEvent, Scope } from './events.ts';

export type Use = { readonly digest: string; readonly scope: Scope; readonly seq: number; readonly at: IsoInstant };
export type WriteKey = {
  readonly id: string;
  readonly system: string;
  readonly scopes: readonly Scope[];
  readonly label: string;
  readonly hash: string;
  readonly until: IsoDate;
  readonly issuedOn: IsoDate;
  /** In whose name it reports. */
  readonly by: By;
  readonly revoked?: { readonly on: IsoDate; readonly reason: string };
  /** By idempotency key. It grows with every use; the fold changes it in place. */
  readonly uses: Map<string, Use>;
  readonly lastUsedAt?: IsoInstant;
};
export type KeysState = { readonly keys: Map<string, WriteKey> };

export const keysFold: Fold<KeysState, KeysEvent> = {
  initial: () => ({ keys: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'WriteKeyIssued') {
      const { key, ...data } = event.data;
      state.keys.set(key, { id: key, ...data, issuedOn: event.on, by: event.by, uses: new Map() });
      return state;
    }
    const key = must(state.keys.get(event.data.key), `event ${event.seq} speaks of write key ${event.data.key}, never issued`);
    switch (event.type) {
      case 'WriteKeyRevoked':
        state.keys.set(key.id, { ...key, revoked: { on: event.on, reason: event.data.reason } });
        return state;
      case 'WriteKeyUsed': {
        const { request, digest, scope } = event.data;
        key.uses.set(request, { digest, scope, seq: event.seq, at: event.at });
        state.keys.set(key.id, { ...key, lastUsedAt: event.at });
        return state;
      }
      default:
        return unreachable(event);
    }
  },
};
