import type { Fold, IsoDate } from '../../core/event.ts';
import type { OplId, ProcessId } from '../../core/ids.ts';
import { asId } from '../../core/ids.ts';
import { unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Agreement, ProcessEvent, Source } from './events.ts';

export type Opl = {
  readonly id: OplId;
  readonly name: Bilingual;
  readonly acronym: string;
  readonly entity: string;
  readonly election: Bilingual;
};
export type ElectionDay = { readonly jornada: IsoDate; readonly on: IsoDate; readonly agreement: Agreement; readonly reason?: Bilingual };
export type Suspension = { readonly from: IsoDate; readonly to?: IsoDate; readonly agreement: Agreement; readonly reason: Bilingual };
export type Fact = {
  readonly on: IsoDate;
  readonly seq: number;
  readonly opl?: OplId;
  readonly text: Bilingual;
  readonly weight: 'plain' | 'warning';
  readonly source: Source;
};

export type ProcessState =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'open';
      readonly id: ProcessId;
      readonly name: Bilingual;
      readonly openedOn: IsoDate;
      readonly timeZone: string;
      readonly example: boolean;
      readonly fictitious: boolean;
      readonly source: Source;
      readonly opls: Opl[];
      /** Oldest first; the last one is in force. */
      readonly electionDays: ElectionDay[];
      readonly suspensions: Suspension[];
      readonly facts: Fact[];
    };
export type OpenProcess = Extract<ProcessState, { kind: 'open' }>;

export const processFold: Fold<ProcessState, ProcessEvent> = {
  initial: () => ({ kind: 'absent' }),
  evolve: (state, event) => {
    if (event.type === 'ProcessOpened') {
      const { name, timeZone, example, fictitious, source } = event.data;
      const lists = { opls: [], electionDays: [], suspensions: [], facts: [] };
      return { kind: 'open', id: asId(event.stream), openedOn: event.on, name, timeZone, example, fictitious, source, ...lists };
    }
    if (state.kind === 'absent') throw new Error(`event ${event.seq} (${event.type}) comes before ProcessOpened in ${event.stream}`);
    return grow(state, event);
  },
};

function grow(state: OpenProcess, event: Exclude<ProcessEvent, { type: 'ProcessOpened' }>): OpenProcess {
  switch (event.type) {
    case 'OplJoined': {
      const { opl, name, acronym, entity, election } = event.data;
      state.opls.push({ id: asId(opl), name, acronym, entity, election });
      return state;
    }
    case 'ElectionDaySet':
      state.electionDays.push({ ...event.data, on: event.on });
      return state;
    case 'ProcessSuspended':
      state.suspensions.push({ from: event.on, ...event.data });
      return state;
    case 'ElectionDayMoved': {
      const open = state.suspensions.findIndex((one) => one.to === undefined);
      const suspended = state.suspensions[open];
      if (suspended) state.suspensions[open] = { ...suspended, to: event.on };
      state.electionDays.push({ ...event.data, on: event.on });
      return state;
    }
    case 'FactRecorded': {
      const { opl, ...fact } = event.data;
      state.facts.push({ ...fact, on: event.on, seq: event.seq, ...(opl === undefined ? {} : { opl: asId<OplId>(opl) }) });
      return state;
    }
    default:
      return unreachable(event);
  }
}
