import { longDate, mediumDate } from '../../core/date-words.ts';
import { unreachable } from '../../core/result.ts';
import { subjectOf } from '../../core/subject.ts';
import { type Lang, pick } from '../../core/words.ts';
import { numberText } from '../../documents/text.ts';
import { EmptyState, Facts, PageHead, Panel, Quote, Rows, Split } from '../../ui/parts.tsx';
import { Strip, Why } from '../../ui/sequence.tsx';
import { Tag } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { officeName } from '../people/views.ts';
import { SourceLink } from '../plan/pages.tsx';
import { confirmationWords } from '../plan/views.ts';
import type { Opl } from '../process/views.ts';
import { whoKnewColumn } from '../receipts/pages.tsx';
import { CurveFigure, type DrawnCurves } from './curve-page.tsx';
import type { PhaseRun } from './events.ts';
import { ExerciseForms, type Failed } from './forms-page.tsx';
import { exercisePageWords } from './page-words.ts';
import { exerciseHref, gapText, Trail, type V } from './pages.tsx';
import {
  actasAfter,
  type Condition,
  type Exercise,
  type ExerciseRow,
  judgementsOf,
  measureOf,
  type ObservationRow,
  obligationOf,
  observationsOn,
  phaseStrip,
  planOf,
  publishedPercentOf,
  standingOf,
  verdictByRule,
} from './views.ts';
import { conditionNames, exerciseName, observationMark, phaseNames, standingMark, truthMark, verdictNames, weightNames } from './words.ts';

type Props = {
  readonly visit: V;
  readonly opl: Opl;
  readonly row: ExerciseRow;
  readonly drawn: DrawnCurves | undefined;
  readonly failed?: Failed | undefined;
};

/** One exercise: what was planned, how it ran, and what is said of it. */
export function ExercisePage({ visit, opl, row, drawn, failed }: Props) {
  const { lang, day } = visit;
  const t = exercisePageWords(lang);
  const { slot, exercise } = row;
  const name = exerciseName(slot, lang);
  const mark = standingMark(standingOf(exercise, day), lang);
  const head = (
    <PageHead
      title={`${name} · ${pick(opl.name, lang)}`}
      trail={<Trail visit={visit} opl={opl} last={name} />}
      actions={<Tag shape={mark.shape}>{mark.word}</Tag>}
    />
  );
  if (!exercise)
    return (
      <>
        {head}
        <EmptyState>{t.noRecord}</EmptyState>
        {slot.obligation !== undefined && <ObligationLink visit={visit} opl={opl} code={slot.obligation} />}
      </>
    );
  const measure = measureOf(exercise);
  const forms = ExerciseForms({ visit, opl, exercise, failed });
  const main = (
    <>
      <Panel id="fases" title={t.phases}>
        <Strip
          label={t.phases}
          steps={phaseStrip(exercise).map(({ phase, run }) => ({ name: pick(phaseNames[phase], lang), ...phaseStep(run, lang) }))}
        />
      </Panel>
      <RuleVerdict exercise={exercise} lang={lang} />
      <Judgements visit={visit} exercise={exercise} />
      {measure?.progress && <CurveFigure lang={lang} id="curvas" title={t.curve} drawn={drawn} />}
      <Panel id="verificaciones" title={t.verifications}>
        <Rows items={exercise.verifications.map((one) => ({ text: one.slice('verification:'.length) }))} empty={t.noVerifications} />
      </Panel>
      <Former exercise={exercise} lang={lang} />
    </>
  );
  const facts = <ExerciseFacts visit={visit} opl={opl} exercise={exercise} />;
  return (
    <>
      {head}
      <Split
        aside={
          <>
            <Panel id="datos" title={t.data}>
              {facts}
            </Panel>
            {forms}
          </>
        }
      >
        {main}
      </Split>
      <Observations visit={visit} opl={opl} exercise={exercise} />
    </>
  );
}

const ObligationLink = ({ visit, opl, code }: { readonly visit: V; readonly opl: Opl; readonly code: string }) => (
  <a href={visit.href(`/prep/${opl.id}/${code}`)}>{code}</a>
);

function ExerciseFacts({ visit, opl, exercise }: { readonly visit: V; readonly opl: Opl; readonly exercise: Exercise }) {
  const { lang } = visit;
  const t = exercisePageWords(lang);
  const plan = planOf(exercise);
  const measure = measureOf(exercise);
  const number = (value: number | undefined) => (value === undefined ? t.unknown : numberText(value, lang));
  const hours = (from: string | undefined, to: string | undefined) =>
    from === undefined && to === undefined ? t.unknown : t.fromTo(from ?? '—', to ?? '—');
  const obligation = obligationOf(exercise);
  const { status } = exercise;
  const source = measure?.source ?? (status.kind === 'held' ? status.source : undefined) ?? plan.source;
  const percent = publishedPercentOf(exercise);
  return (
    <Facts
      items={[
        { term: t.plannedDay, value: longDate(plan.date, lang) },
        { term: t.heldDay, value: status.kind === 'held' ? longDate(status.on, lang) : t.unknown },
        { term: t.time, value: hours(measure?.from ?? plan.from, measure?.to ?? plan.to) },
        { term: t.volume, value: number(plan.actas) },
        { term: t.captured, value: number(measure && actasAfter(measure, 'captura')) },
        { term: t.published, value: number(measure && actasAfter(measure, 'publicacion')) },
        { term: t.gap, value: gapText(exercise, lang) },
        { term: t.percent, value: percent === undefined ? t.unknown : `${numberText(percent, lang)} %` },
        { term: t.staff, value: number(measure?.staff) },
        ...(measure?.substitute === undefined ? [] : [{ term: t.substitute, value: measure.substitute }]),
        ...(obligation === undefined ? [] : [{ term: t.fulfils, value: <ObligationLink visit={visit} opl={opl} code={obligation} /> }]),
        ...(source
          ? [
              { term: t.source, value: <SourceLink source={source} /> },
              { term: t.confirmation, value: pick(confirmationWords[source.confirmation], lang) },
            ]
          : []),
      ]}
    />
  );
}

/** How a phase went, in words; of what nobody said anything there is no information. */
function phaseStep(run: PhaseRun | undefined, lang: Lang) {
  const t = exercisePageWords(lang);
  if (!run) return { mark: truthMark('unknown', lang) };
  const details = [
    ...(run.order === undefined ? [] : [t.place(run.order)]),
    ...(run.actas === undefined ? [] : [t.actasN(numberText(run.actas, lang))]),
    ...(run.from === undefined && run.to === undefined ? [] : [t.fromTo(run.from ?? '—', run.to ?? '—')]),
    ...(run.medianMinutes === undefined ? [] : [t.median(numberText(run.medianMinutes, lang))]),
  ];
  const word = run.exercised ? t.exercised : t.notExercised;
  return {
    mark: { shape: run.exercised ? ('done' as const) : ('late' as const), word },
    ...(details.length > 0 ? { detail: details.join(' · ') } : {}),
  };
}

function RuleVerdict({ exercise, lang }: { readonly exercise: Exercise; readonly lang: Lang }) {
  const t = exercisePageWords(lang);
  const { verdict, conditions } = verdictByRule(exercise);
  return (
    <Why
      id="regla"
      title={t.ruleTitle(pick(verdictNames[verdict], lang).toLowerCase())}
      rule={t.ruleText}
      steps={conditions.map((condition) => {
        const mark = truthMark(condition.truth, lang);
        return (
          <>
            <Tag shape={mark.shape}>{mark.word}</Tag> <strong>{pick(conditionNames[condition.name], lang)}.</strong>{' '}
            {reasonOf(condition, lang)}
          </>
        );
      })}
      citation={t.ruleCitation}
    />
  );
}

/** What a condition was decided from. */
export function reasonOf(condition: Condition, lang: Lang): string {
  const t = exercisePageWords(lang);
  const number = (value: number) => numberText(value, lang);
  const names = (list: readonly (keyof typeof phaseNames)[]) => list.map((phase) => pick(phaseNames[phase], lang)).join(', ');
  switch (condition.name) {
    case 'phases':
      return condition.missing.length > 0
        ? t.whyMissing(names(condition.missing))
        : condition.unknown.length > 0
          ? t.whyUnknownPhases(names(condition.unknown))
          : t.whyAllPhases;
    case 'order':
      return condition.truth === 'unknown' ? t.whyOrderUnknown : t.whyOrder(names(condition.run));
    case 'volume': {
      const { planned, captured, percent, enough } = condition;
      if (planned !== undefined && captured !== undefined) return t.whyVolume(number(captured), number(planned), enough);
      return percent === undefined ? t.whyVolumeUnknown : t.whyPercent(number(percent), enough);
    }
    case 'match': {
      const { captured, published, truth } = condition;
      if (captured !== undefined && published !== undefined) return t.whyMatch(number(captured), number(published));
      return truth === 'unknown' ? t.whyMatchUnknown : t.whyMatchSaid;
    }
    default:
      return unreachable(condition);
  }
}

function Judgements({ visit, exercise }: { readonly visit: V; readonly exercise: Exercise }) {
  const { lang, world } = visit;
  const t = exercisePageWords(lang);
  const said = judgementsOf(exercise);
  return (
    <Panel id="calificaciones" title={t.judgements}>
      {said.length === 0 && <EmptyState>{t.noJudgements}</EmptyState>}
      {said.map((one) => (
        <Quote
          by={`${one.judge ? pick(one.judge, lang) : pick(officeName(world.people, one.by.office), lang)}: ${pick(verdictNames[one.verdict], lang).toLowerCase()}`}
          note={
            <>
              {mediumDate(one.on, lang)}
              {one.source && (
                <>
                  {' · '}
                  <SourceLink source={one.source} />
                </>
              )}
            </>
          }
        >
          {pick(one.reason, lang)}
        </Quote>
      ))}
    </Panel>
  );
}

function Observations({ visit, opl, exercise }: { readonly visit: V; readonly opl: Opl; readonly exercise: Exercise }) {
  const { lang, world } = visit;
  const t = exercisePageWords(lang);
  const nameOf = (id: string) => {
    const of = world.exercises.exercises.get(id);
    return of ? exerciseName(of, lang) : id;
  };
  const link = (id: string) => <a href={`${exerciseHref(visit, opl.id, id)}#observaciones`}>{nameOf(id)}</a>;
  const history = ({ first, again }: ObservationRow) => {
    if (first)
      return (
        <>
          {t.firstSeen} {link(first.exercise)}
        </>
      );
    if (again.length === 0) return '—';
    return (
      <>
        {t.againIn}{' '}
        {again.map((one, i) => (
          <>
            {i > 0 && ', '}
            {link(one.exercise)}
          </>
        ))}
      </>
    );
  };
  return (
    <DataTable
      lang={lang}
      id="observaciones"
      caption={t.observations}
      columns={[
        { title: t.observations, head: true, cell: ({ observation }: ObservationRow) => pick(observation.text, lang) },
        { title: t.weight, keep: true, cell: ({ observation }) => pick(weightNames[observation.weight], lang) },
        {
          title: t.state,
          keep: true,
          cell: ({ standing }) => <Tag shape={observationMark(standing, lang).shape}>{observationMark(standing, lang).word}</Tag>,
        },
        { title: t.history, cell: history },
        { title: t.source, cell: ({ observation }) => (observation.source ? <SourceLink source={observation.source} /> : '—') },
        ...whoKnewColumn(visit, ({ observation }: ObservationRow) => subjectOf('observation', observation.id)),
      ]}
      rows={observationsOn(world.exercises, exercise.id)}
      empty={t.noObservations}
    />
  );
}

/** Plans and figures that were replaced: what was said before stays in sight, with why it changed. */
function Former({ exercise, lang }: { readonly exercise: Exercise; readonly lang: Lang }) {
  const t = exercisePageWords(lang);
  const changes = [
    ...exercise.plans
      .slice(1)
      .map((plan, i) => ({ text: t.formerPlan(longDate(exercise.plans[i]?.date ?? plan.date, lang)), change: plan })),
    ...exercise.measures.slice(1).map((measure) => ({ text: t.formerMeasure, change: measure })),
  ];
  if (changes.length === 0) return null;
  return (
    <Panel id="antes" title={t.former}>
      <Rows
        items={changes.map(({ text, change }) => ({
          text,
          ...(change.reason ? { detail: pick(change.reason, lang) } : {}),
          when: mediumDate(change.on, lang),
          dateTime: change.on,
        }))}
        empty=""
      />
    </Panel>
  );
}
