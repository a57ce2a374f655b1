import type { IsoDate } from '../../core/event.ts';
import { goLiveChecklist } from '../../domain/systems/gate-checklist.ts';
import { type Line, plus } from './line.ts';
import { type Timed, unit } from './system-cast.ts';

const decider = 'deoe';

/** What a report of tests counts. */
const figures = [
  { name: 'Casos ejecutados', value: '412' },
  { name: 'Casos aprobados', value: '408' },
];

/** The checklist before going into production: shown line by line, then decided. A stalled system is refused. */
export function gateLines({ id: system, pace, live, entities }: Timed): readonly Line[] {
  if (pace === 'silent') return [];
  const opened = plus(live, -14);
  const decided = plus(live, -1);
  const shown = pace === 'stalled' ? ['requirements-signed', 'support-ready'] : goLiveChecklist.items.map(({ id }) => id);
  const met = goLiveChecklist.items
    .filter(({ id }) => shown.includes(id))
    .flatMap((item, i): readonly Line[] => {
      const on = plus(opened, 1 + i);
      const evidence = { text: `Reporte ficticio: ${item.name.es.toLowerCase()}`, date: on };
      const data = { system, item: item.id, evidence, ...(item.figures ? { figures } : {}) };
      const each = item.perEntity && entities.length > 0 ? entities.map((entity) => ({ ...data, entity })) : [data];
      return each.map((one) => ({ on, office: unit, verb: 'meetRequirement', data: one }));
    });
  return [
    { on: opened, office: unit, verb: 'openGate', data: { system, decider } },
    ...met,
    { on: decided, office: decider, verb: 'decideGoLive', data: { system, office: decider, ...verdictOf(pace, live) } },
    ...afterwards(system, pace, live),
  ];
}

function verdictOf(pace: Timed['pace'], live: IsoDate) {
  const observeUntil = plus(live, 10);
  if (pace === 'stalled') return { verdict: 'no', conditions: [], reason: 'Faltan las pruebas de carga y la capacitación de los órganos.' };
  if (pace === 'steady') return { verdict: 'yes', conditions: [], observeUntil };
  const text = 'Repetir la prueba de carga con el doble de usuarios';
  return { verdict: 'conditional', conditions: [{ id: 'carga', text, due: plus(live, 8) }], observeUntil };
}

function afterwards(system: string, pace: Timed['pace'], live: IsoDate): readonly Line[] {
  if (pace === 'stalled') return [];
  const version = { system, version: '1.0.0', releasedOn: live, environment: 'production', note: 'Primera versión en producción' };
  const evidence = { text: 'Segundo reporte ficticio de carga', date: plus(live, 6) };
  const reason = 'La ventana de observación terminó sin incidentes que impidan operar.';
  return [
    { on: live, office: unit, verb: 'recordRelease', data: version },
    ...(pace === 'slow'
      ? [{ on: plus(live, 6), office: unit, verb: 'meetCondition' as const, data: { system, condition: 'carga', evidence } }]
      : []),
    { on: plus(live, 10), office: decider, verb: 'decideRollback', data: { system, verdict: 'keep', office: decider, reason } },
  ];
}
