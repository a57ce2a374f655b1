import { emptyWorld, take } from '../src/app/world.ts';
import { must } from '../src/core/result.ts';
import { alertsOf, readingOn } from '../src/domain/alerts/views.ts';
import { country, countryLog } from './country.ts';
import { type Measured, median, most } from './measure.ts';

/** All alerts for 32 OPLs, each rule asked, on a process of about 60,000 events. */
export async function run(): Promise<Measured> {
  const events = countryLog(await country('pais'), 60_000);
  const world = emptyWorld();
  const fold = await median(1, () => {
    for (const [i, event] of events.entries()) take(world, { ...event, seq: i + 1, stream: 'pais', at: '2026-01-01T00:00:00.000Z' });
  });
  const one = must(world.processes.get('pais'), 'just folded');
  if (one.process.kind === 'absent') throw new Error('the country is not open');
  const reading = { ...one, process: one.process };
  let found = 0;
  const each = await median(20, () => {
    found = alertsOf(readingOn(reading, '2026-06-01')).length;
  });
  return {
    name: 'Alerts',
    rows: [
      most(`fold of ${events.length.toLocaleString('en')} events of one process`, fold, 500, 'ms'),
      most(`all alerts for 32 OPLs (${found} found), their obligations worked out too`, each, 100, 'ms', 1),
    ],
  };
}
