import { mediumDate } from '../../core/date-words.ts';
import { must } from '../../core/result.ts';
import { type Lang, pick } from '../../core/words.ts';
import { numberText } from '../../documents/text.ts';
import { Matrix, type MatrixCell } from '../../ui/matrix.tsx';
import { Breadcrumbs, PageHead, Panel, type RowItem, Rows } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable, type Downloads, type TableColumn } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { PeopleState } from '../people/views.ts';
import type { PlanState } from '../plan/views.ts';
import type { OpenProcess, Opl } from '../process/views.ts';
import { exercisePageWords } from './page-words.ts';
import {
  actasAfter,
  type Checkpoint,
  checkpointsOf,
  type Exercise,
  type ExerciseRow,
  type ExerciseSlot,
  type ExercisesState,
  exerciseRows,
  gapOf,
  judgementsOf,
  measureOf,
  observationsOf,
  observationsOn,
  planOf,
  publishedPercentOf,
  type Standing,
  standingOf,
  termsOf,
  verdictByRule,
} from './views.ts';
import { decisionNames, exerciseName, standingMark, standings, verdictNames } from './words.ts';

/** What the pages of this slice read. */
export type ExercisesWorld = {
  readonly process: OpenProcess;
  readonly plan: PlanState;
  readonly exercises: ExercisesState;
  readonly people: PeopleState;
};
export type V = Visit<ExercisesWorld>;

export const exerciseHref = (visit: Pick<V, 'href'>, opl: string, id: string): string => visit.href(`/simulacros/${opl}/${id}`);

/** The columns of the matrix: what every OPL has to run, and its extra drills together. */
const columns = ['prueba-funcional-1', 'simulacro-1', 'simulacro-2', 'simulacro-3', 'simulacro-adicional', 'jornada'] as const;

/** The exercise of an OPL that a column, or the address of a comparison, names. */
export const slotName = (opl: string, slot: ExerciseSlot): string => slot.id.slice(opl.length + 1);

/** The worst of several: what a cell that stands for more than one must show. */
const worst = (all: readonly Standing[]): Standing =>
  (['unsuccessful', 'unknown', 'with-observations', 'held', 'upcoming', 'successful', 'cancelled'] as const).find((one) =>
    all.includes(one),
  ) ?? 'unknown';

export function ExercisesPage({ visit }: { readonly visit: V }) {
  const { lang, world, day } = visit;
  const t = exercisePageWords(lang);
  const rows = world.process.opls.map((opl) => ({ opl, rows: exerciseRows(world.exercises, opl.id) }));
  const titles = [t.test, t.drillN(1), t.drillN(2), t.drillN(3), t.extras, t.night];
  const cell = (opl: Opl, own: readonly ExerciseRow[], column: (typeof columns)[number]): MatrixCell => {
    const found = own.filter(({ slot }) => slotName(opl.id, slot).startsWith(column));
    if (found.length === 0) return null;
    const [only] = found;
    const href = only && found.length === 1 ? exerciseHref(visit, opl.id, only.slot.id) : visit.href(`/simulacros/${opl.id}`);
    return { mark: standingMark(worst(found.map((one) => standingOf(one.exercise, day))), lang), href };
  };
  const occurring = new Set(rows.flatMap((row) => row.rows.map((one) => standingOf(one.exercise, day))));
  return (
    <>
      <PageHead title={t.exercises} meta={t.meta} />
      <Matrix
        lang={lang}
        id="ejercicios"
        caption={t.matrix}
        rowTitle={t.entity}
        topics={[
          {
            title: '',
            columns: columns.map((column, i) => ({
              code: '',
              title: titles[i] ?? column,
              ...(column === 'simulacro-adicional' ? {} : { href: visit.href(`/simulacros/comparar/${column}`) }),
            })),
          },
        ]}
        rows={rows.map(({ opl, rows: own }) => ({
          label: pick(opl.name, lang),
          note: opl.acronym,
          href: visit.href(`/simulacros/${opl.id}`),
          cells: columns.map((column) => cell(opl, own, column)),
        }))}
        legend={standings.filter((one) => occurring.has(one)).map((one) => standingMark(one, lang))}
        downloads={(end) => visit.href(`/simulacros.${end}`)}
      />
      <Panel id="repetidas" title={t.repeated} weight="large">
        <Rows items={repeatedRows(visit)} empty={t.nothingRepeated} />
      </Panel>
      <Panel id="control" title={t.checkpoints} weight="large">
        <Rows items={groupedCheckpoints(visit)} empty={t.noCheckpoints} />
      </Panel>
    </>
  );
}

/** Observations that came back in a later exercise, those that came back most first. */
export function repeatedRows(visit: V, opl?: string): readonly RowItem[] {
  const { lang, world } = visit;
  const t = exercisePageWords(lang);
  return world.process.opls
    .filter((one) => opl === undefined || one.id === opl)
    .flatMap((one) => observationsOf(world.exercises, one.id).map((row) => ({ opl: one, row })))
    .filter(({ row }) => row.again.length > 0)
    .sort((a, b) => b.row.again.length - a.row.again.length)
    .map(({ opl: one, row }) => ({
      mark: standingMark(row.standing === 'attended' ? 'successful' : 'unsuccessful', lang),
      strong: row.standing !== 'attended',
      text: (
        <a href={`${exerciseHref(visit, one.id, row.observation.exercise)}#observaciones`}>
          {opl === undefined ? `${one.acronym}: ` : ''}
          {pick(row.observation.text, lang)}
        </a>
      ),
      detail: t.repeatedTimes(row.again.length, mediumDate(row.again.at(-1)?.on ?? row.observation.on, lang)),
      when: mediumDate(row.observation.on, lang),
      dateTime: row.observation.on,
    }));
}

export function checkpointRows(visit: V, checkpoints: readonly Checkpoint[]): readonly RowItem[] {
  const { lang, world, day } = visit;
  const t = exercisePageWords(lang);
  return checkpoints.map((checkpoint) => {
    const terms = termsOf(checkpoint);
    const { decision } = checkpoint;
    const past = terms.date < day;
    const state: Standing = decision
      ? decision.decision === 'go'
        ? 'successful'
        : decision.decision === 'plan-b'
          ? 'unsuccessful'
          : 'with-observations'
      : past
        ? 'unknown'
        : 'upcoming';
    const word = decision ? pick(decisionNames[decision.decision], lang) : past ? t.undecidedPast : t.undecided;
    const opl = world.process.opls.find((one) => one.id === checkpoint.opl);
    return {
      mark: { ...standingMark(state, lang), word },
      text: (
        <a href={visit.href(`/simulacros/${checkpoint.opl}#${checkpoint.id}`)}>
          {opl?.acronym}: {pick(terms.title, lang)}
        </a>
      ),
      detail: word,
      when: mediumDate(terms.date, lang),
      dateTime: terms.date,
    };
  });
}

/** Checkpoints that many OPLs share: one row for those of one day and title that stand alike, saying how many they are. */
function groupedCheckpoints(visit: V): readonly RowItem[] {
  const { lang, world } = visit;
  const rows = checkpointsOf(world.exercises).map((checkpoint) => ({
    checkpoint,
    row: must(checkpointRows(visit, [checkpoint])[0], 'one each'),
  }));
  const alike = Map.groupBy(rows, ({ checkpoint, row }) =>
    [termsOf(checkpoint).date, pick(termsOf(checkpoint).title, lang), row.mark?.word].join('|'),
  );
  return [...alike.values()].flatMap((same): readonly RowItem[] => {
    const [first] = same;
    if (!first || same.length <= 3) return same.map(({ row }) => row);
    const text = `${pick(termsOf(first.checkpoint).title, lang)} ${exercisePageWords(lang).inOpls(same.length)}`;
    return [{ ...first.row, text }];
  });
}

const count = (value: number | undefined, lang: Lang): string =>
  value === undefined ? exercisePageWords(lang).unknown : numberText(value, lang);

/** Captured less published: in numbers, or what the source says without them. */
export function gapText(exercise: Exercise, lang: Lang): string {
  const t = exercisePageWords(lang);
  const gap = gapOf(exercise);
  if (gap !== undefined) return numberText(gap, lang);
  const said = measureOf(exercise)?.coincide;
  return said === undefined ? t.unknown : said ? t.same : t.differ;
}

/** The same columns wherever exercises stand side by side. Of one that nobody recorded, the first says so and the others are dashes. */
export function exerciseColumns(visit: V): readonly TableColumn<ExerciseRow & { readonly opl: Opl }>[] {
  const { lang, day, world } = visit;
  const t = exercisePageWords(lang);
  type Row = ExerciseRow & { readonly opl: Opl };
  const of = (then: (exercise: Exercise) => string) => (row: Row) => (row.exercise ? then(row.exercise) : '—');
  const figure = (phase: 'captura' | 'publicacion') =>
    of((exercise) => {
      const figures = measureOf(exercise);
      return count(figures && actasAfter(figures, phase), lang);
    });
  return [
    { title: t.standing, keep: true, cell: (row) => <Status {...standingMark(standingOf(row.exercise, day), lang)} /> },
    { title: t.plannedDay, keep: true, cell: of((exercise) => mediumDate(planOf(exercise).date, lang)) },
    { title: t.heldDay, keep: true, cell: of(({ status }) => (status.kind === 'held' ? mediumDate(status.on, lang) : '—')) },
    { title: t.planned, unit: t.actas, align: 'end', cell: of((exercise) => count(planOf(exercise).actas, lang)) },
    { title: t.captured, unit: t.actas, align: 'end', cell: figure('captura') },
    { title: t.published, unit: t.actas, align: 'end', cell: figure('publicacion') },
    { title: t.gap, unit: t.actas, align: 'end', cell: of((exercise) => gapText(exercise, lang)) },
    { title: t.percent, unit: '%', align: 'end', cell: of((exercise) => count(publishedPercentOf(exercise), lang)) },
    {
      title: t.phasesRun,
      align: 'end',
      cell: of((exercise) => {
        const runs = measureOf(exercise)?.phases ?? [];
        return runs.length === 0 ? t.unknown : t.phasesOf(runs.filter((one) => one.exercised).length, 6);
      }),
    },
    {
      title: t.open,
      align: 'end',
      cell: of((exercise) => String(observationsOn(world.exercises, exercise.id).filter((one) => one.standing !== 'attended').length)),
    },
    { title: t.byRule, cell: of((exercise) => pick(verdictNames[verdictByRule(exercise).verdict], lang)) },
    {
      title: t.byPerson,
      cell: of((exercise) => {
        const said = judgementsOf(exercise).map((one) => pick(verdictNames[one.verdict], lang));
        return said.length === 0 ? t.unknown : [...new Set(said)].join(', ');
      }),
    },
  ];
}

/** Exercises of one OPL, each leading to its page. */
export function ExerciseTable({ visit, opl, downloads }: { readonly visit: V; readonly opl: Opl; readonly downloads?: Downloads }) {
  const { lang, world } = visit;
  const t = exercisePageWords(lang);
  return (
    <DataTable
      lang={lang}
      id="ejercicios"
      caption={t.ofOpl}
      columns={[{ title: t.exercise, head: true, keep: true, cell: (row) => exerciseName(row.slot, lang) }, ...exerciseColumns(visit)]}
      rows={exerciseRows(world.exercises, opl.id).map((row) => ({ ...row, opl }))}
      rowHref={(row) => exerciseHref(visit, opl.id, row.slot.id)}
      downloads={downloads}
    />
  );
}

export const Trail = ({ visit, opl, last }: { readonly visit: V; readonly opl?: Opl; readonly last: string }) => {
  const { lang } = visit;
  const items = [
    { label: exercisePageWords(lang).exercises, href: visit.href('/simulacros') },
    ...(opl ? [{ label: pick(opl.name, lang), href: visit.href(`/simulacros/${opl.id}`) }] : []),
    { label: last },
  ];
  return <Breadcrumbs lang={lang} items={items} />;
};
