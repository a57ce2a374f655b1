import type { Act } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { NewWitnessesEvent, WitnessesEvent } from './events.ts';
import type { WitnessesState } from './state.ts';

type Command<Type extends WitnessesEvent['type']> = Act & Extract<NewWitnessesEvent, { type: Type }>['data'];

export type WitnessesRefusal =
  | { readonly kind: 'witness-exists'; readonly witness: string }
  | { readonly kind: 'key-listed'; readonly witness: string }
  | { readonly kind: 'witness-unknown'; readonly witness: string }
  | { readonly kind: 'witness-retired'; readonly witness: string }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'larger-held'; readonly size: number }
  | { readonly kind: 'failing-already' };
type Decision = Result<readonly NewWitnessesEvent[], WitnessesRefusal>;
export type WitnessesContext = { readonly witnesses: WitnessesState };

/** A body that will be sent the checkpoints. One key is one witness: two that share it would count twice. */
export function listWitness({ witnesses: { witnesses } }: WitnessesContext, command: Command<'WitnessListed'>): Decision {
  const { on, by, ...data } = command;
  if (witnesses.has(data.witness)) return refuse({ kind: 'witness-exists', witness: data.witness });
  const same = [...witnesses.values()].find((one) => one.key === data.key && !one.retired);
  return same ? refuse({ kind: 'key-listed', witness: same.id }) : ok([{ type: 'WitnessListed', on, by, data }]);
}

export function retireWitness(context: WitnessesContext, command: Command<'WitnessRetired'>): Decision {
  const { on, by, ...data } = command;
  const refusal = outOfForce(context, data.witness);
  if (refusal) return refuse(refusal);
  return data.reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : ok([{ type: 'WitnessRetired', on, by, data }]);
}

/** A checkpoint with cosignatures that were found to hold. Of two senders that tell the same, the second is refused. */
export function cosignCheckpoint(context: WitnessesContext, command: Command<'CheckpointCosigned'>): Decision {
  const { on, by, ...data } = command;
  for (const { witness } of data.cosigners) {
    const refusal = outOfForce(context, witness);
    if (refusal) return refuse(refusal);
    const held = context.witnesses.witnesses.get(witness)?.held;
    if (held && held.size >= data.size) return refuse({ kind: 'larger-held', size: held.size });
  }
  return ok([{ type: 'CheckpointCosigned', on, by, data }]);
}

/** A witness did not cosign: told once for each reason, until it does. */
export function failWitness(context: WitnessesContext, command: Command<'WitnessFailed'>): Decision {
  const { on, by, ...data } = command;
  const refusal = outOfForce(context, data.witness);
  if (refusal) return refuse(refusal);
  return context.witnesses.witnesses.get(data.witness)?.failing?.why === data.why
    ? refuse({ kind: 'failing-already' })
    : ok([{ type: 'WitnessFailed', on, by, data }]);
}

function outOfForce({ witnesses }: WitnessesContext, id: string): WitnessesRefusal | undefined {
  const witness = witnesses.witnesses.get(id);
  if (!witness) return { kind: 'witness-unknown', witness: id };
  return witness.retired ? { kind: 'witness-retired', witness: id } : undefined;
}
