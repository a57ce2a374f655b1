import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { AgendaEvent, Point } from './events.ts';

export type AgendaItem = Point & {
  readonly item: number;
  readonly addedOn: IsoDate;
  readonly carriedFrom?: { readonly meeting: number; readonly item: number };
};
export type DroppedItem = AgendaItem & { readonly reason: string; readonly droppedOn: IsoDate };

/** A call as it went out: when and where, and the agenda of that moment. */
export type Convocation = {
  readonly meeting: number;
  readonly edition: number;
  readonly date: IsoDate;
  readonly time?: string;
  readonly place?: string;
  readonly called: readonly string[];
  readonly reason?: string;
  readonly items: readonly AgendaItem[];
  readonly on: IsoDate;
  readonly at: IsoInstant;
  /** Its entry in the log. */
  readonly seq: number;
  readonly by: By;
};

export type Agenda = {
  readonly meeting: number;
  /** In their order. */
  readonly items: readonly AgendaItem[];
  readonly dropped: readonly DroppedItem[];
  /** Oldest first. */
  readonly convocations: readonly Convocation[];
  /** Something changed since the last convocation. */
  readonly amended: boolean;
  readonly lastItem: number;
};

export type AgendaState = { readonly agendas: Map<number, Agenda> };

const empty = (meeting: number): Agenda => ({ meeting, items: [], dropped: [], convocations: [], amended: false, lastItem: 0 });

export const agendaFold: Fold<AgendaState, AgendaEvent> = {
  initial: () => ({ agendas: new Map() }),
  evolve: (state, event) => {
    const { meeting } = event.data;
    state.agendas.set(meeting, change(state.agendas.get(meeting) ?? empty(meeting), event));
    return state;
  },
};

function change(agenda: Agenda, event: AgendaEvent): Agenda {
  switch (event.type) {
    case 'AgendaItemAdded': {
      const { meeting: _, ...item } = event.data;
      return { ...agenda, items: [...agenda.items, { ...item, addedOn: event.on }], lastItem: item.item, amended: true };
    }
    case 'AgendaItemChanged': {
      const { meeting: _, ...point } = event.data;
      const { carriedFrom, addedOn } = itemIn(agenda, point.item, event.seq);
      const changed = { ...point, addedOn, ...(carriedFrom ? { carriedFrom } : {}) };
      return { ...agenda, items: agenda.items.map((one) => (one.item === point.item ? changed : one)), amended: true };
    }
    case 'AgendaItemMoved': {
      const moved = itemIn(agenda, event.data.item, event.seq);
      const others = agenda.items.filter((one) => one !== moved);
      return { ...agenda, items: others.toSpliced(event.data.to - 1, 0, moved), amended: true };
    }
    case 'AgendaItemDropped': {
      const dropped = itemIn(agenda, event.data.item, event.seq);
      return {
        ...agenda,
        items: agenda.items.filter((one) => one !== dropped),
        dropped: [...agenda.dropped, { ...dropped, reason: event.data.reason, droppedOn: event.on }],
        amended: true,
      };
    }
    case 'MeetingConvened': {
      const { items } = agenda;
      const convocation = { ...event.data, items, on: event.on, at: event.at, seq: event.seq, by: event.by };
      return { ...agenda, convocations: [...agenda.convocations, convocation], amended: false };
    }
    default:
      return unreachable(event);
  }
}

const itemIn = (agenda: Agenda, item: number, seq: number): AgendaItem =>
  must(
    agenda.items.find((one) => one.item === item),
    `event ${seq} speaks of point ${item}, which is not on the agenda of meeting ${agenda.meeting}`,
  );
