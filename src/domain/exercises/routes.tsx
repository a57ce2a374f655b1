import type { By, IsoDate } from '../../core/event.ts';
import type { Result } from '../../core/result.ts';
import { subjectOf } from '../../core/subject.ts';
import { type Bilingual, pick } from '../../core/words.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { type Opl, oplOf } from '../process/views.ts';
import { ComparePage, comparedCurves, comparedRows } from './compare-page.tsx';
import { drawCurves } from './curve-page.tsx';
import * as decide from './decide.ts';
import {
  checkpointDecisions,
  exerciseKinds,
  type NewExercisesEvent,
  observationOutcomes,
  observationWeights,
  type Phase,
  phases,
  verdicts,
} from './events.ts';
import { ExercisePage } from './exercise-page.tsx';
import { exercisesTable } from './export.ts';
import { defined, type FormReader, figuresOf, formReader } from './form.ts';
import { exerciseFormWords } from './form-words.ts';
import type { Failed } from './forms-page.tsx';
import { OplExercisesPage } from './opl-page.tsx';
import { exercisePageWords } from './page-words.ts';
import { ExercisesPage, type ExercisesWorld, exerciseHref, type V } from './pages.tsx';
import {
  checkpointsOf,
  curveOf,
  type ExerciseRow,
  exerciseRows,
  exercisesOf,
  measureOf,
  observationsOn,
  relativeCurve,
  termsOf,
} from './views.ts';
import { exerciseName, exercisesRefusalText } from './words.ts';

const here = 'simulacros';
type Status = 200 | 409 | 422;

async function oplPage(visit: V, opl: Opl, failed?: Failed, status: Status = 200): Promise<Answer> {
  const { lang, world } = visit;
  const curves = exercisesOf(world.exercises, opl.id).map((one) => ({ name: exerciseName(one, lang), points: relativeCurve(one) }));
  const drawn = await drawCurves(curves, lang, 'curvas', true);
  const title = `${exercisePageWords(lang).exercises} · ${opl.acronym}`;
  return { kind: 'page', title, here, status, body: <OplExercisesPage visit={visit} opl={opl} drawn={drawn} failed={failed} /> };
}

async function exercisePage(visit: V, opl: Opl, row: ExerciseRow, failed?: Failed, status: Status = 200): Promise<Answer> {
  const { lang } = visit;
  const t = exercisePageWords(lang);
  const figures = row.exercise && measureOf(row.exercise);
  const curves = figures
    ? [
        { name: t.captured, points: curveOf(figures, 'captured') },
        { name: t.published, points: curveOf(figures, 'published') },
      ]
    : [];
  const drawn = await drawCurves(curves, lang, 'curvas', false);
  const title = `${exerciseName(row.slot, lang)} · ${opl.acronym}`;
  const body = <ExercisePage visit={visit} opl={opl} row={row} drawn={drawn} failed={failed} />;
  const about = row.exercise ? { about: subjectOf('exercise', row.exercise.id) } : {};
  const shown = observationsOn(visit.world.exercises, row.slot.id).map(({ observation }) => subjectOf('observation', observation.id));
  return { kind: 'page', title, here, status, ...about, shown, body };
}

const words = (row: 'unknownOpl' | 'unknownExercise'): Bilingual => ({
  es: exercisePageWords('es')[row],
  en: exercisePageWords('en')[row],
});

const withOpl = (visit: V, then: (opl: Opl) => Promise<Answer> | Answer): Promise<Answer> | Answer => {
  const opl = oplOf(visit.world.process, visit.params.opl ?? '');
  return opl ? then(opl) : { kind: 'not-found', what: words('unknownOpl') };
};

const withExercise = (visit: V, then: (opl: Opl, row: ExerciseRow) => Promise<Answer> | Answer): Promise<Answer> | Answer =>
  withOpl(visit, (opl) => {
    const row = exerciseRows(visit.world.exercises, opl.id).find(({ slot }) => slot.id === visit.params.exercise);
    return row ? then(opl, row) : { kind: 'not-found', what: words('unknownExercise') };
  });

type Decided = Result<readonly NewExercisesEvent[], decide.ExercisesRefusal>;
type Ask = (world: decide.ExercisesContext, by: By) => Decided;
type Again = (failed: Failed, status: Status) => Promise<Answer>;

/** Executes what was read, or shows the page again with what is wrong beside the form it is wrong in. */
async function run(visit: V, verb: string, read: FormReader, ask: Ask, to: string, again: Again): Promise<Answer> {
  if (read.faults.length > 0) return again({ verb, errors: read.faults }, 422);
  const done = await visit.execute<decide.ExercisesRefusal>(ask);
  if (done.ok) return { kind: 'redirect', to };
  const text = done.error.kind === 'conflict' ? exercisePageWords(visit.lang).changed : pick(exercisesRefusalText(done.error), visit.lang);
  return again({ verb, errors: [{ text }] }, 409);
}

const readerOf = (visit: V): FormReader => formReader(visit.form, visit.lang, visit.today);

/** A verb of one exercise: its segment, what its form says, and the decision. */
function exerciseVerb(
  verb: string,
  right: 'log-exercises' | 'review-exercises' | 'judge-exercises',
  read: (reader: FormReader, exercise: string, today: IsoDate) => Ask,
): Route<ExercisesWorld> {
  return {
    method: 'POST',
    path: `/:process/simulacros/:opl/:exercise/${verb}`,
    may: { right, oplParam: 'opl' },
    answer: (visit) =>
      withExercise(visit, (opl, row) => {
        const reader = readerOf(visit);
        const ask = read(reader, row.slot.id, visit.today);
        return run(visit, verb, reader, ask, exerciseHref(visit, opl.id, row.slot.id), (failed, status) =>
          exercisePage(visit, opl, row, failed, status),
        );
      }),
  };
}

/** A verb of an OPL; the form may carry another name than its verb when several stand on the page. */
function oplVerb(
  verb: string,
  right: 'log-exercises' | 'review-exercises' | 'judge-exercises',
  read: (reader: FormReader, opl: Opl, visit: V) => Ask,
  anchor = '',
): Route<ExercisesWorld> {
  return {
    method: 'POST',
    path: `/:process/simulacros/:opl/${verb}`,
    may: { right, oplParam: 'opl' },
    answer: (visit) =>
      withOpl(visit, (opl) => {
        const reader = readerOf(visit);
        const ask = read(reader, opl, visit);
        const form = reader.text('forma') ?? verb;
        return run(visit, form, reader, ask, visit.href(`/simulacros/${opl.id}${anchor}`), (failed, status) =>
          oplPage(visit, opl, failed, status),
        );
      }),
  };
}

const casillaFirst: readonly Phase[] = ['digitalizacion', ...phases.filter((phase) => phase !== 'digitalizacion')];

const verbs: readonly Route<ExercisesWorld>[] = [
  oplVerb('programar', 'log-exercises', (read, opl, { today }) => {
    const kind = read.choice('programar-clase', exerciseKinds);
    const date = read.day('programar-dia', { es: exerciseFormWords('es').date, en: exerciseFormWords('en').date });
    const plan = defined({
      number: read.count('programar-numero'),
      actas: read.count('programar-actas'),
      from: read.time('programar-inicio'),
      to: read.time('programar-termino'),
      phases: read.text('programar-orden') === 'casilla' ? [...casillaFirst] : undefined,
      reason: read.said('programar-motivo'),
    });
    return (world, by) => decide.planExercise(world, { on: today, by, opl: opl.id, kind: kind ?? 'drill', date, ...plan });
  }),
  oplVerb(
    'fijar',
    'review-exercises',
    (read, opl, { today, world }) => {
      const title = read.need('fijar-titulo');
      const date = read.day('fijar-dia', { es: exerciseFormWords('es').date, en: exerciseFormWords('en').date });
      const criteria = read
        .need('fijar-criterios')
        .es.split('\n')
        .flatMap((line) => (line.trim() === '' ? [] : [{ es: line.trim(), en: line.trim() }]));
      const planB = read.need('fijar-plan-b');
      const checkpoint = `${opl.id}-control-${checkpointsOf(world.exercises, opl.id).length + 1}`;
      return (latest, by) => decide.setCheckpoint(latest, { on: today, by, checkpoint, opl: opl.id, date, title, criteria, planB });
    },
    '#control',
  ),
  oplVerb(
    'decidir',
    'judge-exercises',
    (read, opl, { world }) => {
      const form = read.text('forma') ?? 'decidir';
      const known = checkpointsOf(world.exercises, opl.id).find((one) => one.id === read.text('punto'));
      const criteria = (known ? termsOf(known).criteria : []).map((_, i) => defined({ met: read.truth(`${form}-criterio-${i + 1}`) }));
      const decision = read.choice(`${form}-decision`, checkpointDecisions);
      const reason = read.need(`${form}-motivo`);
      const on = read.past(`${form}-dia`);
      const decider = defined({ decider: read.said(`${form}-quien`) });
      return (latest, by) =>
        decide.decideCheckpoint(latest, { on, by, checkpoint: known?.id ?? '', decision: decision ?? 'go', criteria, reason, ...decider });
    },
    '#control',
  ),
  exerciseVerb('realizar', 'log-exercises', (read, exercise) => {
    const on = read.past('realizar-dia');
    return (world, by) => decide.holdExercise(world, { on, by, exercise });
  }),
  exerciseVerb('cancelar', 'log-exercises', (read, exercise, today) => {
    const reason = read.need('cancelar-motivo');
    return (world, by) => decide.cancelExercise(world, { on: today, by, exercise, reason });
  }),
  exerciseVerb('medir', 'log-exercises', (read, exercise) => {
    const on = read.past('medir-dia');
    const figures = figuresOf(read);
    const reason = defined({ reason: read.said('medir-motivo') });
    return (world, by) => decide.measureExercise(world, { on, by, exercise, ...figures, ...reason });
  }),
  exerciseVerb('observar', 'review-exercises', (read, exercise) => {
    const text = read.need('observar-texto');
    const weight = read.choice('observar-tipo', observationWeights) ?? 'mandatory';
    const phase = phases.find((one) => one === read.text('observar-fase'));
    const more = defined({ phase, repeats: read.text('observar-repite') });
    const on = read.past('observar-dia');
    return (world, by) => decide.observeExercise(world, { on, by, exercise, text, weight, ...more });
  }),
  exerciseVerb('resolver', 'review-exercises', (read) => {
    const observation = read.need('resolver-observacion').es;
    const outcome = read.choice('resolver-resultado', observationOutcomes) ?? 'not';
    const note = read.need('resolver-nota');
    const on = read.past('resolver-dia');
    return (world, by) => decide.resolveObservation(world, { on, by, observation, outcome, note });
  }),
  exerciseVerb('calificar', 'judge-exercises', (read, exercise) => {
    const verdict = read.choice('calificar-calificacion', verdicts) ?? 'unsuccessful';
    const reason = read.need('calificar-motivo');
    const on = read.past('calificar-dia');
    const judge = defined({ judge: read.said('calificar-quien') });
    return (world, by) => decide.judgeExercise(world, { on, by, exercise, verdict, reason, ...judge });
  }),
  exerciseVerb('vincular', 'log-exercises', (read, exercise, today) => {
    const id = read.need('vincular-verificacion').es.replace(/^verification:/, '');
    return (world, by) =>
      decide.linkVerification(world, { on: today, by, exercise, verification: `verification:${id.replaceAll(/\s/g, '-')}` });
  }),
];

export const exercisesRoutes: readonly Route<ExercisesWorld>[] = [
  {
    method: 'GET',
    path: '/:process/simulacros',
    may: 'anyone',
    answer: (visit) => ({ kind: 'page', title: exercisePageWords(visit.lang).exercises, here, body: <ExercisesPage visit={visit} /> }),
  },
  ...tableRoutes<ExercisesWorld>('/:process/simulacros', 'anyone', ({ world, lang, day }) =>
    exercisesTable(world.process.opls, world.exercises, lang, day),
  ),
  {
    method: 'GET',
    path: '/:process/simulacros/comparar/:slot',
    may: 'anyone',
    answer: async (visit) => {
      const name = visit.params.slot ?? '';
      const rows = comparedRows(visit, name);
      if (!rows) return { kind: 'not-found', what: words('unknownExercise') };
      const drawn = await drawCurves(comparedCurves(visit, rows), visit.lang, 'curvas', true);
      const path = `/simulacros/comparar/${name}`;
      const body = <ComparePage visit={visit} rows={rows} drawn={drawn} path={path} />;
      return { kind: 'page', title: exercisePageWords(visit.lang).compare, here, body };
    },
  },
  { method: 'GET', path: '/:process/simulacros/:opl', may: 'anyone', answer: (visit) => withOpl(visit, (opl) => oplPage(visit, opl)) },
  {
    method: 'GET',
    path: '/:process/simulacros/:opl/:exercise',
    may: 'anyone',
    answer: (visit) => withExercise(visit, (opl, row) => exercisePage(visit, opl, row)),
  },
  ...verbs,
];
