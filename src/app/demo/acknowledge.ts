import { ok, refuse } from '../../core/result.ts';
import { acknowledgeAlert } from '../../domain/alerts/decide.ts';
import { alertsOn } from '../../domain/alerts/views.ts';
import { alertRefusalText } from '../../domain/alerts/words.ts';
import type { Role } from '../../domain/people/events.ts';
import type { Decided } from '../acts.ts';
import type { ProcessWorld } from '../world.ts';
import type { Line } from './line.ts';

/** How many an office acknowledges in one sitting. */
const sitting = 3;
const ownerOf = (office: string): Role => (office === 'utsi' ? 'systems-unit' : 'technical-secretariat');

/** Those nobody has acknowledged yet: the gravest of the office's own, then the gravest of all. */
export function acknowledgeSome(world: ProcessWorld, { on, office, acknowledge: note }: Extract<Line, { acknowledge: string }>): Decided {
  const { process } = world;
  if (process.kind === 'absent') return ok([]);
  const waiting = alertsOn({ ...world, process }, on).filter(({ acknowledged }) => acknowledged.length === 0);
  const own = waiting.filter(({ owner }) => owner === ownerOf(office));
  const events = [];
  for (const { rule, subject } of [...own, ...waiting.filter((one) => !own.includes(one))].slice(0, sitting)) {
    const decided = acknowledgeAlert(world, { on, by: { office }, rule: rule.id, subject, note });
    if (!decided.ok) return refuse(alertRefusalText(decided.error));
    events.push(...decided.value);
  }
  return ok(events);
}
