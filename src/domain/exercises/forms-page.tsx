import type { Child } from 'hono/jsx';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, Field, FieldGroup, Form, type FormError, type Option, Select, TextArea } from '../../ui/forms.tsx';
import { Fold } from '../../ui/parts.tsx';
import type { Opl } from '../process/views.ts';
import { checkpointDecisions, exerciseKinds, observationOutcomes, observationWeights, type Phase, phases, verdicts } from './events.ts';
import { exerciseFormWords } from './form-words.ts';
import type { V } from './pages.tsx';
import { checkpointsOf, type Exercise, measureOf, observationsOf, observationsOn, outcomeOn, planOf, termsOf } from './views.ts';
import { decisionNames, exerciseName, kindNames, phaseNames, standingNames, verdictNames, weightNames } from './words.ts';

/** A form that came back: which one, and what is wrong with it. */
export type Failed = { readonly verb: string; readonly errors: readonly FormError[] };
export type FormContext = { readonly visit: V; readonly opl: Opl; readonly failed?: Failed | undefined };

const optionsOf = <T extends string>(values: readonly T[], names: Readonly<Record<T, Bilingual>>, lang: Lang): readonly Option[] =>
  values.map((value) => ({ value, label: pick(names[value], lang) }));

/** What every field of one form shares: what was typed, and what is wrong with it, only when this is the form that came back. */
function fieldsOf({ visit, failed }: FormContext, verb: string) {
  const isBack = failed?.verb === verb;
  return (name: string, label: string, otherwise?: string | undefined) => ({
    lang: visit.lang,
    name: `${verb}-${name}`,
    label,
    value: isBack ? (visit.form.get(`${verb}-${name}`) ?? '') : otherwise,
    error: isBack ? failed.errors.find((one) => one.field === `${verb}-${name}`)?.text : undefined,
  });
}

type VerbFormProps = FormContext & {
  readonly verb: string;
  readonly title: string;
  readonly path: string;
  readonly open?: boolean;
  readonly children: Child;
};
/** One verb: folded until it is needed, open when it came back with something to correct. */
function VerbForm({ visit, failed, verb, title, path, open = false, children }: VerbFormProps) {
  const isBack = failed?.verb === verb;
  const csrf = visit.reader.kind === 'signed-in' ? visit.reader.csrf : '';
  return (
    <Fold id={verb} title={title} open={open || isBack}>
      {isBack && <ErrorSummary lang={visit.lang} errors={failed.errors} />}
      <Form action={visit.href(path)} csrf={csrf} label={title}>
        {children}
        <Submit>{title}</Submit>
      </Form>
    </Fold>
  );
}

/** Forms act on the present: a page of a past state has none. */
const isNow = ({ reader, asOf }: V): boolean => reader.kind === 'signed-in' && asOf === undefined;

/** What may be done for an OPL: plan an exercise, set a checkpoint, decide at one. Nothing when the office may do none. */
export function OplForms(context: FormContext): Child {
  const { visit, opl } = context;
  if (!isNow(visit)) return null;
  const open = checkpointsOf(visit.world.exercises, opl.id).filter((one) => !one.decision);
  const forms = [
    ...(visit.may('log-exercises', opl.id) ? [<PlanForm {...context} />] : []),
    ...(visit.may('review-exercises', opl.id) ? [<SetForm {...context} />] : []),
    ...(visit.may('judge-exercises', opl.id) && open.length > 0 ? [<DecideForms {...context} />] : []),
  ];
  return forms.length > 0 ? forms : null;
}

function PlanForm(context: FormContext) {
  const { visit, opl } = context;
  const { lang } = visit;
  const t = exerciseFormWords(lang);
  const field = fieldsOf(context, 'programar');
  return (
    <VerbForm {...context} verb="programar" title={t.plan} path={`/simulacros/${opl.id}/programar`}>
      <Select {...field('clase', t.kind)} options={optionsOf(exerciseKinds, kindNames, lang)} />
      <Field {...field('numero', t.number)} hint={t.numberHint} optional short inputmode="numeric" />
      <DateField {...field('dia', t.date)} min={visit.today} />
      <FieldGroup title={t.actas}>
        <Field {...field('actas', t.actas)} optional inputmode="numeric" />
        <Field {...field('inicio', t.from)} optional type="time" />
        <Field {...field('termino', t.to)} optional type="time" />
      </FieldGroup>
      <Select
        {...field('orden', t.order)}
        optional
        options={[
          { value: 'norma', label: t.orderNorm },
          { value: 'casilla', label: t.orderCasilla },
        ]}
      />
      <Field {...field('motivo', t.again)} hint={t.againHint} optional />
    </VerbForm>
  );
}

function SetForm(context: FormContext) {
  const { visit, opl } = context;
  const t = exerciseFormWords(visit.lang);
  const field = fieldsOf(context, 'fijar');
  return (
    <VerbForm {...context} verb="fijar" title={t.setCheckpoint} path={`/simulacros/${opl.id}/fijar`}>
      <Field {...field('titulo', t.title)} />
      <DateField {...field('dia', t.date)} min={visit.today} />
      <TextArea {...field('criterios', t.criteria)} hint={t.criteriaHint} />
      <TextArea {...field('plan-b', t.planB)} rows={3} />
    </VerbForm>
  );
}

/** One form a checkpoint, so that its criteria are answered one by one; its verb carries its place, so that no two fields share a name. */
function DecideForms(context: FormContext) {
  const { visit, opl } = context;
  const { lang } = visit;
  const t = exerciseFormWords(lang);
  const answers = [
    { value: 'si', label: t.yes },
    { value: 'no', label: t.no },
  ];
  return checkpointsOf(visit.world.exercises, opl.id).map((checkpoint, n) => {
    if (checkpoint.decision) return null;
    const verb = `decidir-${n + 1}`;
    const terms = termsOf(checkpoint);
    const field = fieldsOf(context, verb);
    return (
      <VerbForm {...context} verb={verb} title={`${t.decide}: ${pick(terms.title, lang)}`} path={`/simulacros/${opl.id}/decidir`}>
        <input type="hidden" name="punto" value={checkpoint.id} />
        <input type="hidden" name="forma" value={verb} />
        {terms.criteria.map((criterion, i) => (
          <Select {...field(`criterio-${i + 1}`, pick(criterion, lang))} optional hint={t.notKnown} options={answers} />
        ))}
        <Select {...field('decision', t.decision)} options={optionsOf(checkpointDecisions, decisionNames, lang)} />
        <TextArea {...field('motivo', t.reason)} rows={3} />
        <Field {...field('quien', t.decider)} hint={t.judgeHint} optional />
        <DateField {...field('dia', t.on, visit.today)} max={visit.today} />
      </VerbForm>
    );
  });
}

/** What may be done with one exercise, by what it is and what the office may do. */
export function ExerciseForms(context: FormContext & { readonly exercise: Exercise }): Child {
  const { visit, opl, exercise } = context;
  if (!isNow(visit)) return null;
  const mayLog = visit.may('log-exercises', opl.id);
  const mayReview = visit.may('review-exercises', opl.id);
  const isHeld = exercise.status.kind === 'held';
  const isPlanned = exercise.status.kind === 'planned';
  const isOpen = observationsOn(visit.world.exercises, exercise.id).some((one) => one.standing !== 'attended');
  const hasCome = isPlanned && outcomeOn(exercise, visit.today) !== 'cancelled' && planOf(exercise).date <= visit.today;
  const forms = [
    ...(mayLog && hasCome ? [<HoldForm {...context} />] : []),
    ...(mayLog && isPlanned ? [<CancelForm {...context} />] : []),
    ...(mayLog && isHeld ? [<MeasureForm {...context} />] : []),
    ...(mayReview && isHeld ? [<ObserveForm {...context} />] : []),
    ...(mayReview && isOpen ? [<ResolveForm {...context} />] : []),
    ...(visit.may('judge-exercises', opl.id) && isHeld ? [<JudgeForm {...context} />] : []),
    ...(mayLog && isHeld ? [<LinkForm {...context} />] : []),
  ];
  return forms.length > 0 ? forms : null;
}

type OneProps = FormContext & { readonly exercise: Exercise };
const pathOf = ({ opl, exercise }: OneProps, verb: string) => `/simulacros/${opl.id}/${exercise.id}/${verb}`;

function HoldForm(props: OneProps) {
  const t = exerciseFormWords(props.visit.lang);
  const field = fieldsOf(props, 'realizar');
  return (
    <VerbForm {...props} verb="realizar" title={t.hold} path={pathOf(props, 'realizar')} open>
      <DateField {...field('dia', t.on, planOf(props.exercise).date)} max={props.visit.today} />
    </VerbForm>
  );
}

function CancelForm(props: OneProps) {
  const t = exerciseFormWords(props.visit.lang);
  const field = fieldsOf(props, 'cancelar');
  return (
    <VerbForm {...props} verb="cancelar" title={t.cancel} path={pathOf(props, 'cancelar')}>
      <TextArea {...field('motivo', t.reason)} rows={3} />
    </VerbForm>
  );
}

function MeasureForm(props: OneProps) {
  const { visit, exercise } = props;
  const { lang } = visit;
  const t = exerciseFormWords(lang);
  const field = fieldsOf(props, 'medir');
  const known = measureOf(exercise);
  const yesNo = [
    { value: 'si', label: t.yes },
    { value: 'no', label: t.no },
  ];
  const text = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const truth = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'si' : 'no');
  const phaseFields = (phase: Phase) => {
    const run = known?.phases?.find((one) => one.phase === phase);
    return (
      <FieldGroup title={pick(phaseNames[phase], lang)}>
        <Select {...field(`${phase}-si`, t.exercised, truth(run?.exercised))} optional options={yesNo} />
        <Field {...field(`${phase}-lugar`, t.place, text(run?.order))} optional inputmode="numeric" />
        <Field {...field(`${phase}-actas`, t.through, text(run?.actas))} optional inputmode="numeric" />
        <Field {...field(`${phase}-inicio`, t.phaseFrom, run?.from)} optional type="time" />
        <Field {...field(`${phase}-termino`, t.phaseTo, run?.to)} optional type="time" />
        <Field {...field(`${phase}-mediana`, t.median, text(run?.medianMinutes))} optional inputmode="numeric" />
      </FieldGroup>
    );
  };
  const lines = known?.progress?.map((point) => [point.minutes, point.captured ?? '-', point.published ?? '-'].join(', ')).join('\n');
  return (
    <VerbForm {...props} verb="medir" title={t.measure} path={pathOf(props, 'medir')} open={known === undefined}>
      <p class="hint">{t.blankIsUnknown}</p>
      <DateField {...field('dia', t.on, visit.today)} max={visit.today} />
      <FieldGroup title={`${t.from} · ${t.to}`}>
        <Field {...field('inicio', t.from, known?.from)} optional type="time" />
        <Field {...field('termino', t.to, known?.to)} optional type="time" />
        <Field {...field('personas', t.staff, text(known?.staff))} optional inputmode="numeric" />
      </FieldGroup>
      {phases.map(phaseFields)}
      <Select {...field('coinciden', t.coincide, truth(known?.coincide))} hint={t.coincideHint} optional options={yesNo} />
      <Field {...field('porcentaje', t.percent, text(known?.publishedPercent))} hint={t.percentHint} optional short inputmode="decimal" />
      <TextArea {...field('avance', t.progress, lines)} hint={t.progressHint} optional rows={6} />
      <Field {...field('sustituto', t.substitute, known?.substitute)} optional />
      {known && <Field {...field('motivo', t.again)} hint={t.againHint} />}
    </VerbForm>
  );
}

function ObserveForm(props: OneProps) {
  const { visit, opl, exercise } = props;
  const { lang, world } = visit;
  const t = exerciseFormWords(lang);
  const field = fieldsOf(props, 'observar');
  const earlier = observationsOf(world.exercises, opl.id).filter(
    ({ observation }) => observation.exercise !== exercise.id && observation.repeats === undefined,
  );
  return (
    <VerbForm {...props} verb="observar" title={t.observe} path={pathOf(props, 'observar')}>
      <TextArea {...field('texto', t.text)} rows={3} />
      <Select {...field('tipo', t.weight)} options={optionsOf(observationWeights, weightNames, lang)} />
      <Select {...field('fase', t.phase)} optional options={optionsOf(phases, phaseNames, lang)} />
      {earlier.length > 0 && (
        <Select
          {...field('repite', t.repeats)}
          hint={t.repeatsHint}
          optional
          options={earlier.map(({ observation }) => {
            const of = world.exercises.exercises.get(observation.exercise);
            return { value: observation.id, label: `${of ? exerciseName(of, lang) : ''}: ${pick(observation.text, lang)}` };
          })}
        />
      )}
      <DateField {...field('dia', t.on, visit.today)} max={visit.today} />
    </VerbForm>
  );
}

function ResolveForm(props: OneProps) {
  const { visit, exercise } = props;
  const { lang, world } = visit;
  const t = exerciseFormWords(lang);
  const field = fieldsOf(props, 'resolver');
  const open = observationsOn(world.exercises, exercise.id).filter((one) => one.standing !== 'attended');
  return (
    <VerbForm {...props} verb="resolver" title={t.resolve} path={pathOf(props, 'resolver')}>
      <Select
        {...field('observacion', t.observation)}
        options={open.map(({ observation }) => ({ value: observation.id, label: pick(observation.text, lang) }))}
      />
      <Select {...field('resultado', t.outcome)} options={optionsOf(observationOutcomes, standingNames, lang)} />
      <TextArea {...field('nota', t.note)} rows={3} />
      <DateField {...field('dia', t.on, visit.today)} max={visit.today} />
    </VerbForm>
  );
}

function JudgeForm(props: OneProps) {
  const { visit } = props;
  const t = exerciseFormWords(visit.lang);
  const field = fieldsOf(props, 'calificar');
  return (
    <VerbForm {...props} verb="calificar" title={t.judge} path={pathOf(props, 'calificar')}>
      <Select {...field('calificacion', t.verdict)} options={optionsOf(verdicts, verdictNames, visit.lang)} />
      <TextArea {...field('motivo', t.reason)} rows={3} />
      <Field {...field('quien', t.judgedBy)} hint={t.judgeHint} optional />
      <DateField {...field('dia', t.on, visit.today)} max={visit.today} />
    </VerbForm>
  );
}

function LinkForm(props: OneProps) {
  const t = exerciseFormWords(props.visit.lang);
  const field = fieldsOf(props, 'vincular');
  return (
    <VerbForm {...props} verb="vincular" title={t.link} path={pathOf(props, 'vincular')}>
      <Field {...field('verificacion', t.verification)} />
    </VerbForm>
  );
}
