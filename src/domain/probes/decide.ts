import type { Act } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { SystemsState } from '../systems/views.ts';
import type { Condition, NewProbesEvent, ProbesEvent } from './events.ts';
import { conditionOf, type Probe, type ProbesState } from './state.ts';

type Command<Type extends ProbesEvent['type']> = Act & Extract<NewProbesEvent, { type: Type }>['data'];

export type ProbesRefusal =
  | { readonly kind: 'probe-exists'; readonly probe: string }
  | { readonly kind: 'probe-unknown'; readonly probe: string }
  | { readonly kind: 'probe-retired'; readonly probe: string }
  | { readonly kind: 'system-unknown'; readonly system: string }
  | { readonly kind: 'limit-too-long'; readonly limitSeconds: number; readonly everySeconds: number }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'turned-already'; readonly condition: Condition };

type Decision = Result<readonly NewProbesEvent[], ProbesRefusal>;
export type ProbesContext = { readonly probes: ProbesState; readonly systems: SystemsState };

/** Lists an address of a system to be asked from now on. */
export function listProbe({ probes, systems }: ProbesContext, command: Command<'ProbeListed'>): Decision {
  const { on, by, ...data } = command;
  if (probes.probes.has(data.probe)) return refuse({ kind: 'probe-exists', probe: data.probe });
  if (!systems.systems.has(data.system)) return refuse({ kind: 'system-unknown', system: data.system });
  const { limitMs, everySeconds } = data.schedule;
  if (limitMs > everySeconds * 1000) return refuse({ kind: 'limit-too-long', limitSeconds: limitMs / 1000, everySeconds });
  return ok([{ type: 'ProbeListed', on, by, data }]);
}

export function retireProbe({ probes }: Pick<ProbesContext, 'probes'>, command: Command<'ProbeRetired'>): Decision {
  const { on, by, ...data } = command;
  return whenListed(probes, data.probe, () =>
    data.reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : ok([{ type: 'ProbeRetired', on, by, data }]),
  );
}

/** Records what was confirmed. Of two watchers that confirm the same, the second is refused. */
export function turnProbe({ probes }: Pick<ProbesContext, 'probes'>, command: Command<'ProbeTurned'>): Decision {
  const { on, by, ...data } = command;
  return whenListed(probes, data.probe, (probe) => {
    const condition = conditionOf(probe);
    if (condition === data.to) return refuse({ kind: 'turned-already', condition });
    return ok([{ type: 'ProbeTurned', on, by, data }]);
  });
}

function whenListed(state: ProbesState, id: string, then: (probe: Probe) => Decision): Decision {
  const probe = state.probes.get(id);
  if (!probe) return refuse({ kind: 'probe-unknown', probe: id });
  return probe.retired ? refuse({ kind: 'probe-retired', probe: id }) : then(probe);
}
