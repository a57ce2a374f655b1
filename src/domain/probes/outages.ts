import type { IsoInstant } from '../../core/event.ts';
import type { Failure } from './events.ts';
import type { Probe } from './state.ts';

/** One time without an answer. `to` absent: it goes on. */
export type Outage = { readonly from: IsoInstant; readonly to?: IsoInstant; readonly failure?: Failure; readonly detail?: string };

/** Every confirmed outage of a probe, oldest first. */
export const outagesOf = ({ turns }: Probe): readonly Outage[] =>
  turns.flatMap((turn, i): readonly Outage[] => {
    if (turn.to !== 'down') return [];
    const end = turns[i + 1]?.since;
    return [
      {
        from: turn.since,
        ...(end === undefined ? {} : { to: end }),
        ...(turn.failure === undefined ? {} : { failure: turn.failure }),
        ...(turn.detail === undefined ? {} : { detail: turn.detail }),
      },
    ];
  });
