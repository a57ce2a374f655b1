import type { IsoDate } from '../../core/event.ts';
import type { MilestoneKind } from '../../domain/systems/events.ts';
import type { DemoOpl } from './cast.ts';
import type { Chance } from './chance.ts';
import type { DemoDates } from './dates.ts';
import { gateLines } from './gate-lines.ts';
import { type Line, plus, source, type Write } from './line.ts';
import { operationLines } from './operation-lines.ts';
import { activities, type DemoSystem, demoSystems, type Timed, unit } from './system-cast.ts';

/** Days from going into production, and the weight each has in the progress of the system. */
const path: readonly (readonly [kind: MilestoneKind, days: number, weight: number])[] = [
  ['requirements', -120, 10],
  ['development', -60, 20],
  ['functional-tests', -40, 15],
  ['load-tests', -30, 15],
  ['security-tests', -22, 10],
  ['training', -15, 10],
  ['drill', -7, 5],
  ['go-live', 0, 10],
];
/** Days between going into production and the activity. */
const margin = 8;
/** What a slow system loses, from its load tests on. */
const delay = 6;

/** The catalogue of systems, what each reached and when, its gate, its incidents and its figures, up to today. */
export function systemLines(dates: DemoDates, opls: readonly DemoOpl[], chance: Chance): readonly Line[] {
  const { today, opened, jornada } = dates;
  const line: Write = (verb, data, on = plus(opened, 5)) => ({ on, office: unit, verb, data });
  const timed = demoSystems.map((system) => timedOf(system, jornada, opls, chance));
  return [
    ...activities.map(([activity, name, daysFromJornada]) =>
      line('defineActivity', { activity, name, day: { daysFromJornada }, source }, plus(opened, 4)),
    ),
    ...timed.flatMap((system) => [...registered(system, opened, line), ...milestoneLines(system, opened, chance)]),
    ...timed.flatMap((system) => gateLines(system)),
    ...operationLines(timed, today, chance),
    line('declareDependency', { system: 'representantes', kind: 'system', target: 'casillas' }),
    line('declareDependency', { system: 'resultados', kind: 'system', target: 'computos' }),
    line('declareDependency', { system: 'rutas', kind: 'system', target: 'bodegas' }),
  ].filter(({ on }) => on <= today);
}

function timedOf(system: DemoSystem, jornada: IsoDate, opls: readonly DemoOpl[], chance: Chance): Timed {
  const serves = plus(jornada, activities.find(([id]) => id === system.activity)?.[2] ?? 0);
  const planned = plus(serves, -margin);
  const users = opls.filter((opl) => opl.temper !== 'silent' && chance.happens(18, 'uses', system.id, opl.id)).map(({ id }) => id);
  return { ...system, serves, planned, live: system.pace === 'slow' ? plus(planned, delay) : planned, entities: users };
}

function registered({ id, name, purpose, activity, pace, entities }: Timed, opened: IsoDate, line: Write): readonly Line[] {
  const row = { system: id, name, purpose, owner: 'DEOE', userAreas: ['DEOE'], reporters: ['deoe'], entities };
  const sources = [{ about: 'existence', ...source }];
  return [
    line('registerSystem', { ...row, environments: ['testing', 'production'], sources }),
    line('declareDependency', { system: id, kind: 'activity', target: activity }),
    ...(pace === 'silent' ? [] : [line('openSystemReporting', { system: id }, plus(opened, 15))]),
  ];
}

function milestoneLines({ id, activity, pace, planned }: Timed, opened: IsoDate, chance: Chance): readonly Line[] {
  const office = pace === 'slow' ? 'deoe' : unit;
  return path.flatMap(([kind, days, weight]): readonly Line[] => {
    const of = { system: id, milestone: kind };
    const due = plus(planned, days);
    const tie = { activity, days: days - margin };
    const plan: Line = { on: plus(opened, 12), office: unit, verb: 'planMilestone', data: { ...of, kind, due, weight, tie } };
    const evidence = { text: 'Constancia ficticia' };
    const reach = (on: IsoDate): Line => ({ on, office, verb: 'reachMilestone', data: { ...of, evidence: { ...evidence, date: on } } });
    if (pace === 'silent') return [plan];
    if (pace === 'stalled' && days > -60) return [plan];
    if (pace !== 'slow' || days < -30) return [plan, reach(plus(due, -chance.whole(4, 'early', id, kind)))];
    const moved = plus(due, delay);
    const later = { activity, days: days - margin + delay };
    const reason = 'El ambiente de pruebas no estuvo disponible en la fecha planeada.';
    const replan: Line = { on: plus(planned, -32), office, verb: 'replanMilestone', data: { ...of, due: moved, tie: later, reason } };
    return [plan, replan, reach(moved)];
  });
}
