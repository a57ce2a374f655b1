import { Field, type FormError } from '../../ui/forms.tsx';
import type { Visit } from '../../web/visit.ts';
import type { AgendaWorld } from '../agenda/shared-page.tsx';
import { hourOf } from '../meetings/moment.ts';
import type { CalendarRow } from '../meetings/views.ts';
import { minutesWords } from './page-words.ts';

export type MinutesWorld = AgendaWorld;

export type V = Visit<MinutesWorld>;

export type Props = { readonly visit: V; readonly row: CalendarRow; readonly errors?: readonly FormError[] };

export const csrfOf = (visit: V): string => (visit.reader.kind === 'signed-in' ? visit.reader.csrf : '');

export const path = (row: CalendarRow, rest: string): string => `/reuniones/${row.number}/desarrollo/${rest}`;

export const keeps = (visit: V): boolean => visit.reader.kind === 'signed-in' && !visit.asOf && visit.may('take-minutes');

export const hasBegun = (row: CalendarRow): boolean => row.status.kind === 'open' || row.status.kind === 'held';

export const isFinal = (stage: string): boolean => stage === 'approved' || stage === 'sealed' || stage === 'published';

export const Hour = ({ visit, name }: { readonly visit: V; readonly name: string }) => (
  <Field
    lang={visit.lang}
    name={name}
    type="time"
    label={minutesWords(visit.lang).time}
    short
    value={visit.form.get(name) ?? hourOf(visit.now, visit.world.process.timeZone)}
  />
);
