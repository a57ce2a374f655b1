import { mediumDate } from '../../core/date-words.ts';
import type { Block, Cell } from '../../core/document.ts';
import type { IsoDate, IsoInstant } from '../../core/event.ts';
import { knownService, probesOf, shareText } from '../probes/views.ts';
import type { Row } from '../systems/views.ts';
import type { ReportInputs } from './section.ts';
import { nameOf } from './systems-status.ts';
import { systemsReportWords } from './systems-words.ts';

/** Without a probe nothing is known of what users got, and the section does not stand. */
export const hasProbes = ({ now }: ReportInputs): boolean => (now.probes?.probes.size ?? 0) > 0;

/** The first instant of a day in the zone of the process. */
const startOf = (day: Temporal.PlainDate, zone: string): IsoInstant =>
  day.toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });

/** What users got of each system that is watched, since the last cut-off, up to the end of this one's day. */
export function serviceOf(rows: readonly Row[], { now, before, cutoff, lang }: ReportInputs): readonly Block[] {
  const s = systemsReportWords(lang);
  const zone = now.process.timeZone;
  const after = (day: IsoDate): IsoInstant => startOf(Temporal.PlainDate.from(day).add({ days: 1 }), zone);
  const from = before ? after(before.cutoff) : '';
  const lines = rows.flatMap((row): readonly (readonly Cell[])[] => {
    const probes = now.probes ? probesOf(now.probes, row.system.id) : [];
    if (probes.length === 0) return [];
    const known = knownService(row.system, probes, from, after(cutoff));
    if (!known) return [[nameOf(row, lang), s.unknown, '—', '—', '—', '—', '—']];
    const { availability, dueMinutes, downMinutes, incidents, meanMinutesToResolve } = known.level;
    const since = Temporal.Instant.from(known.since).toZonedDateTimeISO(zone).toPlainDate().toString();
    return [
      [
        nameOf(row, lang),
        mediumDate(since, lang),
        availability === undefined ? '—' : shareText(availability),
        Math.round(downMinutes),
        Math.round(dueMinutes),
        incidents,
        meanMinutesToResolve === undefined ? '—' : Math.round(meanMinutesToResolve),
      ],
    ];
  });
  return [
    { kind: 'paragraph', text: s.serviceText },
    {
      kind: 'table',
      id: 'servicio',
      caption: s.service,
      columns: [
        { title: s.system, head: true, width: 2.6 },
        { title: s.countedSince, width: 1.5 },
        { title: s.availability, align: 'end', width: 1.3 },
        { title: s.down, align: 'end', width: 1.2 },
        { title: s.dueMinutes, align: 'end', width: 1.3 },
        { title: s.incidents, align: 'end', width: 1.1 },
        { title: s.meanToResolve, align: 'end', width: 1.4 },
      ],
      rows: lines,
      empty: s.noService,
    },
  ];
}
