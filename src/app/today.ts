import type { IsoDate } from '../core/event.ts';

/** Without a process there is no zone to ask for: the institute's own. */
export const homeZone = 'America/Mexico_City';

export const todayIn = (zone: string, now: string): IsoDate => Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString();
