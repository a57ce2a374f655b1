import { dayAfter } from '../src/core/days.ts';
import type { NewEvent } from '../src/core/event.ts';
import { entities } from '../src/core/zones.ts';
import type { NewSystemsEvent } from '../src/domain/systems/events.ts';
import { milestoneKinds } from '../src/domain/systems/events.ts';

const by = { office: 'utsi' };
const said = (text: string) => ({ es: text, en: text });
const source = { text: 'Datos ficticios del banco de pruebas', confirmation: 'to-confirm' as const };
const systemCount = 40;
const months = 24;
const first = '2024-09-01';

const opls = entities.map(({ id }) => id);

/** Forty systems that every entity uses: their milestones of twenty-four months, an incident now and then, and figures entity by entity. */
export function* systemsEvents(figures: number): Generator<NewSystemsEvent> {
  for (let activity = 0; activity < 12; activity++)
    yield {
      type: 'ActivityDefined',
      on: first,
      by,
      data: { activity: `actividad-${activity}`, name: said(`Actividad ${activity}`), day: { daysFromJornada: -20 * activity }, source },
    };
  for (let n = 0; n < systemCount; n++) yield* systemEvents(n);
  const days = Math.ceil(figures / (systemCount * opls.length));
  let left = figures;
  for (let day = 0; day < days; day++)
    for (let n = 0; n < systemCount; n++)
      for (const [e, entity] of opls.entries()) {
        if (left-- <= 0) return;
        const date = dayAfter(first, Math.floor((day * months * 30) / days));
        const row = { entity, date, reported: 100 + ((e * 7 + n) % 50), achieved: 90, of: 200 };
        yield { type: 'FiguresReported', on: date, by, data: { system: `sistema-${n}`, figure: 'uso', rows: [row] } };
      }
}

function* systemEvents(n: number): Generator<NewSystemsEvent> {
  const system = `sistema-${n}`;
  const sources = [{ about: 'existence' as const, ...source }];
  yield {
    type: 'SystemRegistered',
    on: first,
    by,
    data: {
      system,
      name: said(`Sistema ficticio número ${n + 1}`),
      purpose: said('Datos ficticios'),
      owner: 'UTSI',
      entities: opls,
      sources,
    },
  };
  yield { type: 'DependencyDeclared', on: first, by, data: { system, kind: 'activity', target: `actividad-${n % 12}` } };
  yield {
    type: 'FigureDefined',
    on: first,
    by,
    data: { system, figure: 'uso', name: said('Casillas'), denominator: said('Casillas aprobadas') },
  };
  for (let half = 0; half < 2; half++)
    for (const [k, kind] of milestoneKinds.entries()) {
      const milestone = half === 0 ? kind : `${kind}-${half + 1}`;
      const due = dayAfter(first, 20 + half * 360 + k * 32 + ((n * 7) % 30));
      const of = { system, milestone };
      yield { type: 'MilestonePlanned', on: first, by, data: { ...of, kind, due, weight: 10 } };
      if ((n + k) % 3 === 0) yield { type: 'MilestoneReplanned', on: first, by, data: { ...of, due: dayAfter(due, 12), reason: 'Ajuste' } };
      if (half === 0 || k < 3) yield { type: 'MilestoneReached', on: dayAfter(due, (n + k) % 9), by, data: of };
    }
  const at = `${dayAfter(first, 300 + n)}T15:00:00.000Z`;
  const incident = { system, incident: 'incidente-1' };
  const data = { ...incident, severity: 'major' as const, title: 'No responde', startedAt: at, detectedAt: at, entities: [] };
  yield { type: 'IncidentOpened', on: at.slice(0, 10), by, data };
}

/** The process of the thirty-two entities that the systems serve, without anything else in it. */
export function processEvents(): readonly NewEvent[] {
  const agreement = { name: 'Acuerdo ficticio', source };
  return [
    {
      type: 'ProcessOpened',
      on: first,
      by,
      data: { name: said('Proceso ficticio'), timeZone: 'America/Mexico_City', example: true, fictitious: true, source },
    },
    ...entities.map((entity) => ({
      type: 'OplJoined',
      on: first,
      by,
      data: {
        opl: entity.id,
        acronym: entity.id.slice(0, 4).toUpperCase(),
        name: entity.name,
        entity: entity.id,
        election: said('Elección'),
        source,
      },
    })),
    { type: 'ElectionDaySet', on: first, by, data: { jornada: '2026-06-07', agreement } },
  ];
}
