import { nthSundayBefore } from '../../core/dates.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Figures, type PhaseRun, phases } from '../../domain/exercises/events.ts';
import { exerciseIdOf } from '../../domain/exercises/views.ts';
import { type DemoOpl, officeOf } from './cast.ts';
import type { Chance } from './chance.ts';
import type { DemoDates } from './dates.ts';
import { type Line, plus, said } from './line.ts';

const systems = 'utsi';
type Drill = {
  readonly kind: 'functional-test' | 'drill' | 'extra-drill';
  readonly number: number;
  readonly date: IsoDate;
  readonly obligation?: string;
};

const mismatch = said('Las actas publicadas no coinciden con las capturadas.', 'The actas published differ from those captured.');
const slowSite = said('El sitio de publicación tardó en mostrar los cortes.', 'The publication site was slow to show the cuts.');

/** What each OPL ran so far, with its figures, what was observed and how it was judged; and the checkpoints before election day. */
export function exerciseLines({ today, jornada }: DemoDates, opls: readonly DemoOpl[], chance: Chance): readonly Line[] {
  const day = Temporal.PlainDate.from(jornada);
  const sunday = (n: number) => nthSundayBefore(day, n).toString();
  return opls
    .filter((opl) => opl.temper !== 'silent')
    .flatMap((opl) => {
      const drills: readonly Drill[] = [
        { kind: 'functional-test', number: 1, date: plus(jornada, -45), obligation: 'M01' },
        { kind: 'drill', number: 1, date: sunday(3), obligation: 'M02' },
        { kind: 'drill', number: 2, date: sunday(2), obligation: 'M03' },
        { kind: 'drill', number: 3, date: sunday(1), obligation: 'M04' },
        ...(opl.temper === 'troubled' ? [{ kind: 'extra-drill' as const, number: 1, date: plus(sunday(2), 3) }] : []),
      ];
      const actas = 900 + chance.whole(6000, 'actas', opl.id);
      const night = { opl: opl.id, kind: 'election-night', date: jornada, from: '20:00', actas, obligation: 'M07' };
      return [
        { on: plus(jornada, -60), office: officeOf(opl), verb: 'planExercise' as const, data: night },
        ...drills.flatMap((drill) => drillLines(opl, drill, actas, chance)),
        ...checkpointLines(opl, jornada),
      ];
    })
    .filter((line) => line.on <= today);
}

function drillLines(opl: DemoOpl, drill: Drill, actas: number, chance: Chance): readonly Line[] {
  const { kind, number, date } = drill;
  const exercise = exerciseIdOf(opl.id, kind, number);
  const office = officeOf(opl);
  const isTest = kind === 'functional-test';
  const volume = isTest ? 30 : actas;
  const failed = opl.temper === 'troubled' && !isTest;
  const slow = opl.temper === 'slow' && chance.happens(60, 'slow', exercise);
  const planned = isTest || kind === 'drill' ? plus(date, isTest ? -20 : -25) : plus(date, -2);
  const first = exerciseIdOf(opl.id, 'drill', 1);
  const isFirst = exercise === first;
  const lines: Line[] = [
    { on: planned, office, verb: 'planExercise', data: { opl: opl.id, ...drill, from: '10:00', actas: volume } },
    { on: date, office, verb: 'holdExercise', data: { exercise } },
    {
      on: date,
      office,
      verb: 'measureExercise',
      data: { exercise, ...run(volume, exercise, failed ? 0.62 : slow ? 0.93 : 1, failed, chance) },
    },
  ];
  const observed = { exercise, weight: failed ? 'blocking' : 'recommendation', phase: 'publicacion', text: failed ? mismatch : slowSite };
  if (failed || slow)
    lines.push({
      on: plus(date, 1),
      office: systems,
      verb: 'observeExercise',
      data: { ...observed, ...(failed && !isFirst ? { repeats: `${first}/1` } : {}) },
    });
  const verdict = failed ? 'unsuccessful' : slow ? 'with-observations' : 'successful';
  const reason = failed
    ? said(
        'Se publicaron menos actas que las capturadas y faltó el cotejo.',
        'Fewer actas were published than captured, and the collation was missing.',
      )
    : slow
      ? said(
          'Se cumplió el proceso; queda pendiente la velocidad del sitio.',
          'The process was followed; the speed of the site remains to be improved.',
        )
      : said(
          'Se ejercitó todo el proceso en orden, con todo el volumen.',
          'The whole process was exercised in order, with all the volume.',
        );
  lines.push({ on: plus(date, 2), office: systems, verb: 'judgeExercise', data: { exercise, verdict, reason } });
  if (failed && isFirst)
    lines.push({
      on: plus(date, 3),
      office,
      verb: 'judgeExercise',
      data: {
        exercise,
        verdict: 'with-observations',
        reason: said('El tercero corregirá la publicación.', 'The third party will correct the publication.'),
      },
    });
  return lines;
}

/** Figures of one run: `share` of the volume captured by the close, along a curve that rises fast and flattens. */
function run(volume: number, exercise: string, share: number, failed: boolean, chance: Chance): Figures {
  const pace = 55 + chance.whole(60, 'pace', exercise);
  const captured = Math.round(volume * share);
  const published = failed ? Math.round(captured * 0.94) : captured;
  const minutes = Array.from({ length: 25 }, (_, i) => i * 20);
  const at = (total: number, minute: number) => (minute === 480 ? total : Math.floor(total * (1 - Math.exp(-minute / pace))));
  const phaseRun = (phase: (typeof phases)[number], i: number): PhaseRun =>
    failed && phase === 'cotejo'
      ? { phase, exercised: false }
      : {
          phase,
          exercised: true,
          order: i + 1,
          actas: phase === 'acopio' || phase === 'digitalizacion' ? volume : phase === 'captura' ? captured : published,
          medianMinutes: 4 + i * 6 + chance.whole(5, 'minutes', exercise, phase),
        };
  return {
    from: '10:00',
    to: '18:00',
    phases: phases.map(phaseRun),
    progress: minutes.map((minute) => ({ minutes: minute, captured: at(captured, minute), published: at(published, minute) })),
    staff: 20 + chance.whole(180, 'staff', exercise),
  };
}

/** The day on which it is decided whether the PREP runs; those in trouble have an earlier one. */
function checkpointLines(opl: DemoOpl, jornada: IsoDate): readonly Line[] {
  const criteria = [
    said('Al menos un simulacro exitoso', 'At least one successful drill'),
    said('Ninguna observación que impida operar sigue abierta', 'No blocking observation is open'),
    said('El informe final del ente auditor está entregado', 'The auditor’s final report is delivered'),
  ];
  const planB = said(
    'Publicar las imágenes de las actas conforme lleguen y los resultados de los cómputos.',
    'Publish the images of the actas as they arrive, and the results of the official counts.',
  );
  const terms = { opl: opl.id, title: said('¿Opera el PREP?', 'Does the PREP run?'), criteria, planB };
  const last: Line = {
    on: plus(jornada, -40),
    office: systems,
    verb: 'setCheckpoint',
    data: { checkpoint: `${opl.id}-control-1`, date: plus(jornada, -5), ...terms },
  };
  if (opl.temper !== 'troubled') return [last];
  const checkpoint = `${opl.id}-control-2`;
  const title = said('¿Sigue el mismo tercero?', 'Does the same third party go on?');
  return [
    last,
    { on: plus(jornada, -20), office: systems, verb: 'setCheckpoint', data: { ...terms, checkpoint, title, date: plus(jornada, -13) } },
    {
      on: plus(jornada, -13),
      office: officeOf(opl),
      verb: 'decideCheckpoint',
      data: {
        checkpoint,
        decision: 'go-with-conditions',
        criteria: [{ met: false }, { met: false }, {}],
        reason: said(
          'Sigue, con un simulacro adicional y personal del OPL junto al del tercero.',
          'It goes on, with an extra drill and staff of the OPL beside the third party’s.',
        ),
      },
    },
  ];
}
