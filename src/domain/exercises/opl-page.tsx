import { longDate, mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { PageHead, Panel, Rows, Split } from '../../ui/parts.tsx';
import { Tag } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { officeName } from '../people/views.ts';
import type { OplMoment, OplPanels } from '../plan/opl-page.tsx';
import type { Opl } from '../process/views.ts';
import { CurveFigure, type DrawnCurves } from './curve-page.tsx';
import { type Failed, OplForms } from './forms-page.tsx';
import { exercisePageWords } from './page-words.ts';
import { checkpointRows, type ExercisesWorld, ExerciseTable, exerciseHref, repeatedRows, Trail, type V } from './pages.tsx';
import { type Checkpoint, checkpointsOf, dayOf, exercisesOf, standingOf, termsOf } from './views.ts';
import { decisionNames, exerciseName, standingMark, truthMark } from './words.ts';

type Props = { readonly visit: V; readonly opl: Opl; readonly drawn: DrawnCurves | undefined; readonly failed?: Failed | undefined };

/** All that an OPL ran and is to run, laid over each other. */
export function OplExercisesPage({ visit, opl, drawn, failed }: Props) {
  const { lang, world } = visit;
  const t = exercisePageWords(lang);
  const checkpoints = checkpointsOf(world.exercises, opl.id);
  const main = (
    <>
      <CurveFigure lang={lang} id="curvas" title={t.curve} drawn={drawn} />
      <Panel id="repetidas" title={t.repeated}>
        <Rows items={repeatedRows(visit, opl.id)} empty={t.nothingRepeated} />
      </Panel>
    </>
  );
  const forms = OplForms({ visit, opl, failed });
  return (
    <>
      <PageHead
        title={`${t.exercises}: ${pick(opl.name, lang)}`}
        meta={<a href={visit.href(`/prep/${opl.id}`)}>{opl.acronym}</a>}
        trail={<Trail visit={visit} last={pick(opl.name, lang)} />}
      />
      <ExerciseTable visit={visit} opl={opl} downloads={(end) => visit.href(`/simulacros.${end}`)} />
      {forms ? <Split aside={forms}>{main}</Split> : main}
      <Panel id="control" title={t.checkpoints} weight="large">
        {checkpoints.length === 0 && <p>{t.noCheckpoints}</p>}
        {checkpoints.map((one) => (
          <CheckpointPart visit={visit} checkpoint={one} />
        ))}
      </Panel>
    </>
  );
}

/** What was to be decided, by which criteria, what otherwise, and what was decided. */
function CheckpointPart({ visit, checkpoint }: { readonly visit: V; readonly checkpoint: Checkpoint }) {
  const { lang, world } = visit;
  const t = exercisePageWords(lang);
  const terms = termsOf(checkpoint);
  const { decision } = checkpoint;
  const [row] = checkpointRows(visit, [checkpoint]);
  const who = decision && (decision.decider ? pick(decision.decider, lang) : pick(officeName(world.people, decision.by.office), lang));
  const met = (i: number) => {
    const answer = decision?.criteria[i];
    return answer === undefined ? '—' : truthMark(answer.met === undefined ? 'unknown' : answer.met ? 'met' : 'broken', lang).word;
  };
  return (
    <section id={checkpoint.id} aria-label={pick(terms.title, lang)}>
      <h3>
        {pick(terms.title, lang)} <small>{longDate(terms.date, lang)}</small>
      </h3>
      <p>
        {row?.mark && <Tag shape={row.mark.shape}>{row.mark.word}</Tag>}
        {decision && who !== undefined && (
          <>
            {' '}
            {t.decidedBy(who, longDate(decision.on, lang))}. {pick(decision.reason, lang)}
          </>
        )}
      </p>
      <DataTable
        lang={lang}
        id={`${checkpoint.id}-criterios`}
        caption={decision ? pick(decisionNames[decision.decision], lang) : t.criterion}
        columns={[
          { title: t.criterion, head: true, cell: (i: number) => pick(terms.criteria[i] ?? terms.title, lang) },
          { title: truthMark('met', lang).word, keep: true, cell: met },
        ]}
        rows={terms.criteria.map((_, i) => i)}
      />
      <p>
        <strong>{t.planB}:</strong> {pick(terms.planB, lang)}
      </p>
    </section>
  );
}

/** What this slice brings to the page of one OPL. */
export const exercisesPanels: OplPanels<ExercisesWorld> = {
  below: (visit, opl) => (
    <Panel
      id="simulacros"
      title={exercisePageWords(visit.lang).exercises}
      weight="large"
      more={{ href: visit.href(`/simulacros/${opl.id}`), label: exercisePageWords(visit.lang).all }}
    >
      <ExerciseTable visit={visit} opl={opl} />
    </Panel>
  ),
  moments: (visit, opl) =>
    exercisesOf(visit.world.exercises, opl.id)
      .filter((one) => one.status.kind === 'held')
      .map((one): OplMoment => {
        const mark = standingMark(standingOf(one, visit.day), visit.lang);
        return {
          on: dayOf(one),
          mark,
          title: <a href={exerciseHref(visit, opl.id, one.id)}>{`${exerciseName(one, visit.lang)}: ${mark.word.toLowerCase()}`}</a>,
          detail: <small>{mediumDate(dayOf(one), visit.lang)}</small>,
        };
      }),
};
