import type { IsoDate } from '../../core/event.ts';
import type { Verb } from '../acts.ts';
import type { Chance } from './chance.ts';
import { type Line, plus, said } from './line.ts';
import { type Timed, unit } from './system-cast.ts';

/** What goes wrong with systems in production, how it ends, what is counted of their use, and when they are stopped for work. */
export function operationLines(systems: readonly Timed[], today: IsoDate, chance: Chance): readonly Line[] {
  const inProduction = systems.filter(({ pace, live }) => pace !== 'stalled' && pace !== 'silent' && plus(live, 12) <= today);
  return [
    ...inProduction.filter((_, i) => i % 3 === 0).flatMap((system, i) => incidentLines(system, plus(system.live, 4 + i), i)),
    ...inProduction.slice(-1).flatMap((system) => [incident(system, plus(today, -1), 'major')]),
    ...inProduction.filter((_, i) => i % 4 === 1).flatMap((system) => figureLines(system, today, chance)),
    ...inProduction.slice(-2).map(
      ({ id: system }, i): Line => ({
        on: plus(today, -3),
        office: unit,
        verb: 'planMaintenance',
        data: {
          system,
          maintenance: 'mantenimiento-1',
          from: `${plus(today, 2 + i)}T06:00:00.000Z`,
          to: `${plus(today, 2 + i)}T09:00:00.000Z`,
          reason: 'Actualización del servidor de base de datos.',
        },
      }),
    ),
  ];
}

function incident({ id: system, entities }: Timed, on: IsoDate, severity: 'critical' | 'major' | 'minor'): Line {
  const titles = {
    critical: 'Nadie puede entrar al sistema',
    major: 'Las capturas tardan más de un minuto en guardarse',
    minor: 'Un reporte muestra los municipios en desorden',
  };
  const hours = { startedAt: `${on}T15:05:00.000Z`, detectedAt: `${on}T15:20:00.000Z` };
  const data = { system, incident: 'incidente-1', severity, title: titles[severity], ...hours, entities: entities.slice(0, 3) };
  return { on, office: unit, verb: 'openIncident', data };
}

function incidentLines(timed: Timed, on: IsoDate, i: number): readonly Line[] {
  const severity = (['minor', 'major', 'critical'] as const)[i % 3] ?? 'minor';
  const of = { system: timed.id, incident: 'incidente-1' };
  const act = (verb: Verb, data: object, day = on): Line => ({ on: day, office: unit, verb, data: { ...of, ...data } });
  const postmortem = { text: 'Análisis posterior ficticio: la consulta no tenía índice', date: plus(on, 5) };
  const followUp = [{ text: 'Revisar las consultas de los demás reportes', owner: 'UTSI', due: plus(on, 20) }];
  return [
    incident(timed, on, severity),
    act('noteIncident', { at: `${on}T15:40:00.000Z`, text: 'Se avisa a los órganos que lo usan y se revisa la base de datos.' }),
    act('mitigateIncident', { at: `${on}T16:25:00.000Z`, text: 'Se reinicia el servicio con más memoria.' }),
    act('resolveIncident', { at: `${plus(on, 1)}T17:00:00.000Z`, cause: 'Una consulta sin índice agotaba las conexiones.' }, plus(on, 1)),
    act('closeIncident', severity === 'minor' ? { followUp: [] } : { postmortem, followUp }, plus(on, 5)),
  ];
}

/** Every week since it went into production, each OPL that uses it: how much it has done of what is asked. */
function figureLines({ id: system, live, entities }: Timed, today: IsoDate, chance: Chance): readonly Line[] {
  if (entities.length === 0) return [];
  const figure = 'avance';
  const name = said('Registros concluidos', 'Records completed');
  const denominator = said('registros previstos', 'records expected');
  const weeks = Math.min(14, Math.floor(Temporal.PlainDate.from(live).until(Temporal.PlainDate.from(today)).days / 7));
  return [
    { on: live, office: unit, verb: 'defineFigure', data: { system, figure, name, denominator, everyDays: 7 } },
    ...Array.from({ length: weeks }, (_, week): Line => {
      const date = plus(live, 7 * (week + 1));
      const rows = entities.map((entity) => {
        const of = 400 + chance.whole(2000, 'of', system, entity);
        const share = Math.min(1, (0.08 + chance.whole(5, 'pace', system, entity) / 100) * (week + 1));
        const reported = Math.round(of * share);
        return { entity, date, reported, achieved: Math.round(reported * 0.96), of };
      });
      return { on: date, office: unit, verb: 'reportFigures', data: { system, figure, rows } };
    }),
  ];
}
