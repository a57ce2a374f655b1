import type { Document } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import { type MeetingsState, meetingForCutoff, previousCutoff } from '../meetings/views.ts';
import type { ReportKind } from './events.ts';
import { reportDocument } from './report.ts';
import type { Audience, Reading, Said } from './section.ts';
import { sectionsOf } from './sections.ts';

export type ReportReading = Reading & Said & { readonly meetings: MeetingsState };
/** The process on a day, as known at a position of the log; absent when nothing was known of it then. */
export type Look = (day: IsoDate, known: number) => Promise<ReportReading | undefined>;
export type ReportOf = {
  readonly kind: ReportKind;
  readonly lang: Lang;
  readonly cutoff: IsoDate;
  readonly position: number;
  readonly root: string;
  /** The day on which it is made, or was frozen: texts and observations up to it are in it, for they come after the cut-off. Absent: none. */
  readonly saidOn?: IsoDate;
  readonly audience?: Audience;
  readonly edition?: { readonly edition: number; readonly reason?: Bilingual };
};

/** The informe of a cut-off, read from the log at `position`; absent when the process was not known on that day, or nothing makes that informe. */
export async function makeReport(look: Look, asked: ReportOf): Promise<Document | undefined> {
  const { kind, lang, cutoff, position, root, saidOn, audience, edition } = asked;
  if (sectionsOf(kind).length === 0) return undefined;
  const now = await look(cutoff, position);
  if (!now) return undefined;
  const day = Temporal.PlainDate.from(cutoff);
  const earlier = previousCutoff(now.meetings, day)?.toString();
  const reading = earlier === undefined ? undefined : await look(earlier, position);
  const said = saidOn === undefined ? undefined : await look(saidOn, position);
  const meeting = meetingForCutoff(now.meetings, day);
  return reportDocument(kind, {
    lang,
    cutoff,
    now,
    position,
    root,
    ...(earlier !== undefined && reading ? { before: { cutoff: earlier, reading } } : {}),
    ...(said ? { said } : {}),
    ...(audience === undefined ? {} : { audience }),
    ...(edition && edition.edition > 1
      ? { edition: { edition: edition.edition, reason: edition.reason ? pick(edition.reason, lang) : '' } }
      : {}),
    ...(meeting ? { meeting: { number: meeting.number, date: meeting.appointment.date } } : {}),
  });
}
