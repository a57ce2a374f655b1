import type { IsoDate, IsoInstant, NewEvent } from '../core/event.ts';
import { ok, type Result } from '../core/result.ts';
import { type ProbesRefusal, turnProbe } from '../domain/probes/decide.ts';
import type { Failure } from '../domain/probes/events.ts';
import { type Probe, type ProbesState, probesDown } from '../domain/probes/views.ts';
import { failureWords } from '../domain/probes/words.ts';
import type { SystemsContext, SystemsRefusal } from '../domain/systems/decide.ts';
import { mitigateIncident, noteIncident, openIncident } from '../domain/systems/decide-operation.ts';
import { freeIncidentId, incidentsOf, isFelt } from '../domain/systems/operation.ts';
import type { Severity } from '../domain/systems/operation-events.ts';

/** A change that was confirmed: since when by the watcher's clock, and the days of both hours where the process is. */
export type ConfirmedTurn = {
  readonly probe: string;
  readonly to: 'up' | 'down';
  readonly since: IsoInstant;
  readonly confirmedAt: IsoInstant;
  readonly on: IsoDate;
  readonly confirmedOn: IsoDate;
  readonly failure?: Failure;
  readonly detail?: string;
};
type Context = SystemsContext & { readonly probes: ProbesState };

/** What goes into the log; `untold`: why the incident could not be told, though the change was. */
export type ToldTurn = { readonly events: readonly NewEvent[]; readonly untold?: SystemsRefusal };

const by = { office: 'atalaya' };

/** A failure that users may not feel yet. */
const severityOf = (failure: Failure | undefined): Severity => (failure === 'certificate-ending' || failure === 'slow' ? 'minor' : 'major');

/**
 * A confirmed change, and what it means for the incidents of its system: the first probe without an answer opens one, the others add to it, and
 * when all of them answer again it is mitigated. Its cause, and so its resolution, is for people to tell.
 */
export function decideTurn(context: Context, turn: ConfirmedTurn): Result<ToldTurn, ProbesRefusal> {
  const { confirmedOn, on, ...data } = turn;
  const turned = turnProbe(context, { on, by, ...data });
  if (!turned.ok) return turned;
  const probe = context.probes.probes.get(turn.probe);
  const meant = probe && incidentOf(context, probe, turn);
  if (!meant) return ok({ events: turned.value });
  return ok(meant.ok ? { events: [...turned.value, ...meant.value] } : { events: turned.value, untold: meant.error });
}

function incidentOf(context: Context, probe: Probe, turn: ConfirmedTurn) {
  const { since, confirmedAt, confirmedOn: on, failure, detail } = turn;
  const system = context.systems.systems.get(probe.system);
  if (!system || failure === 'guard') return undefined; // what Atalaya may not ask says nothing of the system
  const open = incidentsOf(system).find((one) => one.probe !== undefined && isFelt(one));
  const name = probe.name.es;
  const why = failure === undefined ? '' : `: ${failureWords[failure].es}${detail === undefined ? '' : ` (${detail})`}`;
  if (turn.to === 'down' && !open)
    return openIncident(context, {
      on,
      by,
      system: system.id,
      incident: freeIncidentId(system, on),
      severity: severityOf(failure),
      title: `${name}${why}`,
      // The watcher's clock may have been set back between the first failure and the last.
      startedAt: since < confirmedAt ? since : confirmedAt,
      detectedAt: confirmedAt,
      entities: [],
      probe: probe.id,
    });
  if (!open) return undefined;
  const told = { on, by, system: system.id, incident: open.id, at: since < open.startedAt ? open.startedAt : since };
  if (turn.to === 'down') return noteIncident(context, { ...told, text: `${name}: tampoco responde${why.replace(/^:/, '.')}` });
  const others = probesDown(context.probes).filter(
    (one) => one.probe.system === system.id && one.probe.id !== probe.id && one.outage.failure !== 'guard',
  );
  if (others.length > 0) return noteIncident(context, { ...told, text: `${name}: responde de nuevo.` });
  return mitigateIncident(context, { ...told, text: `${name}: responde de nuevo.` });
}
