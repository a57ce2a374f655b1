import type { Subject } from '../../core/subject.ts';
import type { Bilingual } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Visit } from '../../web/visit.ts';
import type { AlertsWorld } from '../alerts/views.ts';
import type { MeetingsWorld } from '../meetings/pages.tsx';
import type { CalendarRow } from '../meetings/views.ts';
import type { PeopleState } from '../people/views.ts';
import type { deliveryWords } from './page-words.ts';

export type AgendaWorld = MeetingsWorld & AlertsWorld & { readonly people: PeopleState };

export type Named = { readonly label: string; readonly path: string };

/** What became of the call to one office; `answer`: what the mail server said. */
export type Delivery = { readonly office: Bilingual; readonly state: keyof ReturnType<typeof deliveryWords>; readonly answer?: string };
export type NameOf = (subject: Subject) => Named | undefined;

export type V = Visit<AgendaWorld>;

export type Props = { readonly visit: V; readonly row: CalendarRow; readonly nameOf: NameOf; readonly errors?: readonly FormError[] };

/** Whether the reader may prepare this agenda now. */
export const mayPrepare = (visit: V, row: CalendarRow): boolean =>
  visit.reader.kind === 'signed-in' &&
  !visit.asOf &&
  visit.may('convene') &&
  (row.status.kind === 'scheduled' || row.status.kind === 'open');

export const csrfOf = (visit: V): string => (visit.reader.kind === 'signed-in' ? visit.reader.csrf : '');
