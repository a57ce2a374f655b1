import { emptyProcess, emptyWorld, type ProcessWorld, take } from '../../app/world.ts';
import type { IsoDate, NewEvent } from '../../core/event.ts';
import { must } from '../../core/result.ts';
import { type Alert, type AlertsWorld, alertsOn } from './views.ts';

/** The process after these events, the later than `day` left out: what was known on that day. */
export function worldOn(events: readonly NewEvent[], day: IsoDate = '9999-12-31'): AlertsWorld & ProcessWorld {
  const world = emptyWorld();
  for (const [i, event] of events.entries())
    if (event.on <= day) take(world, { ...event, seq: i + 1, stream: 'p', at: '2026-01-01T00:00:00.000Z' });
  const found = world.processes.get('p') ?? emptyProcess();
  if (found.process.kind === 'absent') throw new Error(`the process is not open on ${day}`);
  return { ...found, process: found.process };
}

export const alertsAt = (events: readonly NewEvent[], day: IsoDate): readonly Alert[] => alertsOn(worldOn(events, day), day);

/** `overdue.obligation.iec.E14 2020-02-08`: what holds on a day, and since when. */
export const told = (alerts: readonly Alert[]): readonly string[] => alerts.map((alert) => `${alert.id} ${alert.since}`).sort();

export const alertCalled = (alerts: readonly Alert[], id: string): Alert =>
  must(
    alerts.find((alert) => alert.id === id),
    `${id} is open; open are: ${alerts.map((alert) => alert.id).join(', ')}`,
  );
