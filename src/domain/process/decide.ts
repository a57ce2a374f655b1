import type { z } from 'zod';
import type { Act, IsoDate } from '../../core/event.ts';
import { must, ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Agreement, NewProcessEvent, processEvents, Source } from './events.ts';
import type { OpenProcess, ProcessState } from './state.ts';

export type ProcessRefusal =
  | { readonly kind: 'process-exists' }
  | { readonly kind: 'process-unknown' }
  | { readonly kind: 'before-opening'; readonly on: IsoDate; readonly opened: IsoDate }
  | { readonly kind: 'before-last-decision'; readonly on: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'opl-exists'; readonly opl: string }
  | { readonly kind: 'opl-unknown'; readonly opl: string }
  | { readonly kind: 'election-day-set-already'; readonly jornada: IsoDate }
  | { readonly kind: 'election-day-missing' }
  | { readonly kind: 'election-day-same'; readonly jornada: IsoDate }
  | { readonly kind: 'election-day-not-after-act'; readonly jornada: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'suspended-already'; readonly since: IsoDate };

type Decision = Result<readonly NewProcessEvent[], ProcessRefusal>;

export function openProcess(state: ProcessState, command: Act & z.infer<typeof processEvents.ProcessOpened>): Decision {
  if (state.kind === 'open') return refuse({ kind: 'process-exists' });
  const { on, by, ...data } = command;
  return ok([{ type: 'ProcessOpened', on, by, data }]);
}

export function joinOpl(state: ProcessState, command: Act & z.infer<typeof processEvents.OplJoined>): Decision {
  return whenOpen(state, command.on, (process) => {
    const { on, by, ...data } = command;
    if (process.opls.some((opl) => opl.id === data.opl)) return refuse({ kind: 'opl-exists', opl: data.opl });
    return ok([{ type: 'OplJoined', on, by, data }]);
  });
}

export function setElectionDay(state: ProcessState, command: Act & { jornada: IsoDate; agreement: Agreement }): Decision {
  return whenOpen(state, command.on, (process) => {
    const { on, by, ...data } = command;
    const set = process.electionDays.at(-1);
    if (set) return refuse({ kind: 'election-day-set-already', jornada: set.jornada });
    if (data.jornada <= on) return refuse({ kind: 'election-day-not-after-act', jornada: data.jornada, on });
    return ok([{ type: 'ElectionDaySet', on, by, data }]);
  });
}

export function suspendProcess(state: ProcessState, command: Act & { agreement: Agreement; reason: Bilingual }): Decision {
  return whenOpen(state, command.on, (process) => {
    const { on, by, ...data } = command;
    if (process.electionDays.length === 0) return refuse({ kind: 'election-day-missing' });
    const suspended = process.suspensions.find((one) => one.to === undefined);
    if (suspended) return refuse({ kind: 'suspended-already', since: suspended.from });
    const last = lastDecisionOn(process);
    if (on < last) return refuse({ kind: 'before-last-decision', on, last });
    return ok([{ type: 'ProcessSuspended', on, by, data }]);
  });
}

/** The obligations keep their dates until a plan is adopted for the new day: re-planning is an act of its own. */
export function moveElectionDay(
  state: ProcessState,
  command: Act & { jornada: IsoDate; agreement: Agreement; reason: Bilingual },
): Decision {
  return whenOpen(state, command.on, (process) => {
    const { on, by, ...data } = command;
    const current = process.electionDays.at(-1);
    if (!current) return refuse({ kind: 'election-day-missing' });
    const last = lastDecisionOn(process);
    if (on < last) return refuse({ kind: 'before-last-decision', on, last });
    if (current.jornada === data.jornada && process.suspensions.every((one) => one.to !== undefined))
      return refuse({ kind: 'election-day-same', jornada: data.jornada });
    if (data.jornada <= on) return refuse({ kind: 'election-day-not-after-act', jornada: data.jornada, on });
    return ok([{ type: 'ElectionDayMoved', on, by, data }]);
  });
}

export function recordFact(
  state: ProcessState,
  command: Act & { opl?: string; text: Bilingual; weight: 'plain' | 'warning'; source: Source },
): Decision {
  return whenOpen(state, command.on, (process) => {
    const { on, by, ...data } = command;
    if (data.opl !== undefined && !process.opls.some((opl) => opl.id === data.opl)) return refuse({ kind: 'opl-unknown', opl: data.opl });
    return ok([{ type: 'FactRecorded', on, by, data }]);
  });
}

/** The last day on which election day or a suspension was decided: these acts rest on each other, so they come in order. */
function lastDecisionOn({ openedOn, electionDays, suspensions }: OpenProcess): IsoDate {
  const days = [openedOn, ...electionDays.map((one) => one.on), ...suspensions.map((one) => one.from)];
  return must(days.sort().at(-1), 'a process was opened on a day');
}

/** Nothing is dated before the process was opened: on such a day nobody could look at it. */
function whenOpen(state: ProcessState, on: IsoDate, then: (process: OpenProcess) => Decision): Decision {
  if (state.kind === 'absent') return refuse({ kind: 'process-unknown' });
  return on < state.openedOn ? refuse({ kind: 'before-opening', on, opened: state.openedOn }) : then(state);
}
