import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { idPattern } from '../../core/ids.ts';

export const id = z.string().regex(idPattern);
export const isoDate = z.iso.date();
export const bilingual = z.strictObject({ es: z.string().min(1), en: z.string().min(1) });

/** How well a fact or a rule is confirmed: read in a public source, computed from one, or still to be confirmed. */
export const confirmation = z.enum(['seen', 'computed', 'to-confirm']);
export type Confirmation = z.infer<typeof confirmation>;

/** Where a fact comes from. An address is for people to follow; the server never fetches it. */
export const source = z.strictObject({ text: z.string().min(1), url: z.url({ protocol: /^https?$/ }).exactOptional(), confirmation });
export type Source = z.infer<typeof source>;

/** The act that decides: its number as published (INE/CG83/2020), and where it can be read. */
export const agreement = z.strictObject({ name: z.string().min(1), source });
export type Agreement = z.infer<typeof agreement>;

export const processEvents = {
  /** `example`: ships with Atalaya, so anybody may look from every chair. `fictitious`: marked DATOS FICTICIOS everywhere. */
  ProcessOpened: z.strictObject({ name: bilingual, timeZone: z.string(), example: z.boolean(), fictitious: z.boolean(), source }),
  OplJoined: z.strictObject({ opl: id, name: bilingual, acronym: z.string().min(1), entity: id, election: bilingual, source }),
  ElectionDaySet: z.strictObject({ jornada: isoDate, agreement }),
  ProcessSuspended: z.strictObject({ agreement, reason: bilingual }),
  /** Ends a suspension and fixes another election day, in one act. */
  ElectionDayMoved: z.strictObject({ jornada: isoDate, agreement, reason: bilingual }),
  /** Something publicly known that the follow-up has to remember; `opl` absent: it concerns the whole process. */
  FactRecorded: z.strictObject({ opl: id.exactOptional(), text: bilingual, weight: z.enum(['plain', 'warning']), source }),
} as const;

export type ProcessEvent = EventOf<typeof processEvents>;
export type NewProcessEvent = NewEventOf<typeof processEvents>;
