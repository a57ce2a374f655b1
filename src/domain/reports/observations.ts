import type { By, IsoDate } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Attention, ReportEvent } from './events.ts';

/** Where in an informe: a section, and the paragraph of it by its number and first words. */
export type Anchor = { readonly section?: string; readonly paragraph?: number; readonly quote?: string };
/** The office by its name at that time; absent: known by its id alone. */
type Said = { readonly on: IsoDate; readonly by: By; readonly from?: Bilingual; readonly text: string };

export type ReportObservation = Said &
  Anchor & {
    readonly report: string;
    readonly observation: number;
    readonly answerBy: IsoDate;
    /** Oldest first. */
    readonly answers: readonly Said[];
    readonly attention?: { readonly how: Attention; readonly on: IsoDate; readonly by: By; readonly note?: string };
  };

type ObservationEvent = Extract<ReportEvent, { type: 'ReportObserved' | 'ReportObservationAnswered' | 'ReportObservationAttended' }>;
export type Observations = Map<string, readonly ReportObservation[]>;

/** What was observed of each informe, in the order in which it was. */
export function takeObservation(state: Observations, event: ObservationEvent): void {
  const { on, by } = event;
  const { report, observation } = event.data;
  const those = state.get(report) ?? [];
  if (event.type === 'ReportObserved') {
    state.set(report, [...those, { ...event.data, on, by, answers: [] }]);
    return;
  }
  must(
    those.find((one) => one.observation === observation),
    `event ${event.seq} (${event.type}) speaks of an observation nobody made`,
  );
  state.set(
    report,
    those.map((one) => (one.observation === observation ? turned(one, event) : one)),
  );
}

function turned(one: ReportObservation, event: Exclude<ObservationEvent, { type: 'ReportObserved' }>): ReportObservation {
  const { on, by } = event;
  switch (event.type) {
    case 'ReportObservationAnswered': {
      const { text, from } = event.data;
      return { ...one, answers: [...one.answers, { on, by, text, ...(from === undefined ? {} : { from }) }] };
    }
    case 'ReportObservationAttended': {
      const { how, note } = event.data;
      return { ...one, attention: { on, by, how, ...(note === undefined ? {} : { note }) } };
    }
    default:
      return unreachable(event);
  }
}

/** `late`: nobody answered by its day. */
export type ObservationStanding = 'open' | 'late' | 'answered' | Attention;
export function standingOf(one: ReportObservation, day: IsoDate): ObservationStanding {
  if (one.attention) return one.attention.how;
  if (one.answers.length > 0) return 'answered';
  return one.answerBy < day ? 'late' : 'open';
}
