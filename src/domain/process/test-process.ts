import type { By } from '../../core/event.ts';
import type { Agreement, NewProcessEvent, Source } from './events.ts';

/** The process of 2019-2020 in a few acts, for tests: two OPLs, the day fixed, suspended and moved on their true dates. */
export const by: By = { office: 'secretaria-tecnica' };
export const source: Source = { text: 'Diario Oficial de la Federación', confirmation: 'seen' };
export const agreed = (name: string): Agreement => ({ name, source });
export const said = (text: string) => ({ es: text, en: `${text} (en)` });

export const openedOn = '2019-09-30';
export const opening = { name: said('PEL 2019-2020'), timeZone: 'America/Mexico_City', example: false, fictitious: false, source };
export const opened = { type: 'ProcessOpened', on: openedOn, by, data: opening } satisfies NewProcessEvent;

export const coahuila = { opl: 'iec', name: said('Coahuila'), acronym: 'IEC', entity: 'coahuila', election: said('Diputaciones'), source };
export const hidalgo = { opl: 'ieeh', name: said('Hidalgo'), acronym: 'IEEH', entity: 'hidalgo', election: said('Ayuntamientos'), source };
export const joined = (data: typeof coahuila, on = openedOn) => ({ type: 'OplJoined', on, by, data }) satisfies NewProcessEvent;

export const fixed = (jornada = '2020-06-07', on = openedOn) =>
  ({ type: 'ElectionDaySet', on, by, data: { jornada, agreement: agreed('INE/CG433/2019') } }) satisfies NewProcessEvent;
export const suspended = (on = '2020-04-01') =>
  ({
    type: 'ProcessSuspended',
    on,
    by,
    data: { agreement: agreed('INE/CG83/2020'), reason: said('Emergencia sanitaria.') },
  }) satisfies NewProcessEvent;
export const moved = (jornada = '2020-10-18', on = '2020-07-30') =>
  ({
    type: 'ElectionDayMoved',
    on,
    by,
    data: { jornada, agreement: agreed('INE/CG170/2020'), reason: said('Se reanuda.') },
  }) satisfies NewProcessEvent;
export const fact = (on: string, opl?: 'iec' | 'ieeh') =>
  ({
    type: 'FactRecorded',
    on,
    by,
    data: { text: said(`Hecho del ${on}`), weight: 'plain', source, ...(opl ? { opl } : {}) },
  }) satisfies NewProcessEvent;

/** Both OPLs joined and election day fixed. */
export const under: readonly NewProcessEvent[] = [opened, joined(coahuila), joined(hidalgo), fixed()];
