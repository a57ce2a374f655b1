import type { Act, IsoDate } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { SystemsState } from '../systems/views.ts';
import type { KeysEvent, NewKeysEvent, Scope } from './events.ts';
import type { KeysState, Use, WriteKey } from './state.ts';

type Command<Type extends KeysEvent['type']> = Act & Extract<NewKeysEvent, { type: Type }>['data'];

export type KeysRefusal =
  | { readonly kind: 'key-exists'; readonly key: string }
  | { readonly kind: 'key-unknown'; readonly key: string }
  | { readonly kind: 'system-unknown'; readonly system: string }
  | { readonly kind: 'already-over'; readonly until: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'too-long'; readonly until: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'revoked'; readonly on: IsoDate }
  | { readonly kind: 'expired'; readonly until: IsoDate }
  | { readonly kind: 'other-system'; readonly system: string }
  | { readonly kind: 'scope-not-granted'; readonly scope: Scope }
  | { readonly kind: 'sent-otherwise'; readonly request: string };

export type KeysContext = { readonly keys: KeysState; readonly systems: SystemsState };

/** No key outlives a process by chance: at most so long from the day it is issued. */
export const longestDays = 400;

export function issueKey({ keys, systems }: KeysContext, command: Command<'WriteKeyIssued'>): Result<readonly NewKeysEvent[], KeysRefusal> {
  const { on, by, ...data } = command;
  if (keys.keys.has(data.key)) return refuse({ kind: 'key-exists', key: data.key });
  if (!systems.systems.has(data.system)) return refuse({ kind: 'system-unknown', system: data.system });
  if (data.until < on) return refuse({ kind: 'already-over', until: data.until, on });
  const last = Temporal.PlainDate.from(on).add({ days: longestDays }).toString();
  if (data.until > last) return refuse({ kind: 'too-long', until: data.until, last });
  return ok([{ type: 'WriteKeyIssued', on, by, data }]);
}

export function revokeKey(
  { keys }: Pick<KeysContext, 'keys'>,
  command: Command<'WriteKeyRevoked'>,
): Result<readonly NewKeysEvent[], KeysRefusal> {
  const { on, by, ...data } = command;
  const key = keys.keys.get(data.key);
  if (!key) return refuse({ kind: 'key-unknown', key: data.key });
  if (key.revoked) return refuse({ kind: 'revoked', on: key.revoked.on });
  return data.reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : ok([{ type: 'WriteKeyRevoked', on, by, data }]);
}

export type UseKey = {
  readonly on: IsoDate;
  readonly key: string;
  readonly system: string;
  readonly scope: Scope;
  readonly request: string;
  readonly digest: string;
};

/** A first use, to be recorded with what it reports; or the former use that this one repeats. */
export type Used =
  | { readonly kind: 'first'; readonly key: WriteKey; readonly events: readonly NewKeysEvent[] }
  | { readonly kind: 'repeated'; readonly use: Use };

/** Who sent it has shown the secret: that is for the edge to check. What has been recorded already is answered even by a key that is over. */
export function useKey({ keys }: Pick<KeysContext, 'keys'>, asked: UseKey): Result<Used, KeysRefusal> {
  const { on, key: id, system, scope, request, digest } = asked;
  const key = keys.keys.get(id);
  if (!key) return refuse({ kind: 'key-unknown', key: id });
  if (key.system !== system) return refuse({ kind: 'other-system', system });
  const former = key.uses.get(request);
  if (former) return former.digest === digest ? ok({ kind: 'repeated', use: former }) : refuse({ kind: 'sent-otherwise', request });
  if (key.revoked) return refuse({ kind: 'revoked', on: key.revoked.on });
  if (on > key.until) return refuse({ kind: 'expired', until: key.until });
  if (!key.scopes.includes(scope)) return refuse({ kind: 'scope-not-granted', scope });
  return ok({ kind: 'first', key, events: [{ type: 'WriteKeyUsed', on, by: key.by, data: { key: id, scope, request, digest } }] });
}
