import type { Act, IsoDate } from '../../core/event.ts';
import { must, ok, type Result, refuse } from '../../core/result.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import type { Bilingual } from '../../core/words.ts';
import type { NewPlanEvent } from '../plan/events.ts';
import { advanceObligation, lastStepOf, type PlanContext, type PlanRefusal, type Step } from '../plan/views.ts';
import type { MonthlyReport, NewDeliverableEvent, Outcome, Weight } from './events.ts';
import { isSameReport, periodOf } from './monthly.ts';
import { type Deliverable, type DeliverablesState, deliverableId, type Observation } from './state.ts';
import { isBlocking, observationState } from './views.ts';

export type DeliverablesRefusal =
  | PlanRefusal
  | { readonly kind: 'nothing-handed-in' }
  | { readonly kind: 'not-monthly' }
  | { readonly kind: 'over-hundred' }
  | { readonly kind: 'file-twice'; readonly name: string }
  | { readonly kind: 'same-as-before'; readonly version: number }
  | { readonly kind: 'no-version' }
  | { readonly kind: 'version-superseded'; readonly seen: number; readonly latest: number }
  | { readonly kind: 'already-accepted'; readonly on: IsoDate }
  | { readonly kind: 'text-missing' }
  | { readonly kind: 'observation-unknown'; readonly observation: string }
  | { readonly kind: 'observation-of-another'; readonly observation: string }
  | { readonly kind: 'observation-attended'; readonly observation: string }
  | { readonly kind: 'observations-pending'; readonly observations: readonly string[] }
  | { readonly kind: 'same-office' }
  | { readonly kind: 'same-person' }
  | { readonly kind: 'already-said'; readonly outcome: Outcome }
  | { readonly kind: 'before-what-it-follows'; readonly on: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'until-before'; readonly until: IsoDate; readonly on: IsoDate };

export type DeliverablesContext = PlanContext & { readonly deliverables: DeliverablesState };
type NewEvent = NewDeliverableEvent | NewPlanEvent;
type Decision = Result<readonly NewEvent[], DeliverablesRefusal>;
export type Of = Act & { readonly opl: string; readonly key: string };

export type Reply = { readonly observation: string; readonly text?: Bilingual };
export type SubmitDeliverable = Of & {
  readonly files: readonly StoredFile[];
  readonly report?: MonthlyReport;
  readonly effectiveDate?: IsoDate;
  readonly note?: Bilingual;
  /** Observations this version answers, each with a text if there is something to say. */
  readonly answers: readonly Reply[];
};

/** Hands in a version, and with it the answers to observations. */
export function submitDeliverable(context: DeliverablesContext, command: SubmitDeliverable): Decision {
  const { files, report, answers, effectiveDate, note, ...of } = command;
  const { on, by, opl, key } = of;
  const known = knownOf(context, of);
  if (files.length === 0 && report === undefined) return refuse({ kind: 'nothing-handed-in' });
  const wrong = report && wrongIn(report, key);
  if (wrong) return refuse(wrong);
  const twice = files.find((file, i) => files.findIndex((one) => one.sha256 === file.sha256) !== i);
  if (twice) return refuse({ kind: 'file-twice', name: twice.name });
  const before = known?.versions.at(-1);
  if (before && isSameReport(before.report, report) && digests(before.files) === digests(files))
    return refuse({ kind: 'same-as-before', version: before.version });
  const version = (before?.version ?? 0) + 1;
  const replies = repliesOf(context, of, answers, version);
  if (!replies.ok) return replies;
  const dated = effectiveDate === undefined ? {} : { effectiveDate };
  const said = note === undefined ? {} : { note };
  const submitted = { opl, key, version, files, ...(report === undefined ? {} : { report }), ...dated, ...said };
  return withStep(context, { ...of, ...dated }, 'deliver', [{ type: 'DeliverableSubmitted', on, by, data: submitted }, ...replies.value]);
}

/** What is wrong with a monthly report by itself. */
function wrongIn({ done, next, figures }: MonthlyReport, key: string): DeliverablesRefusal | undefined {
  if (periodOf(key) === undefined) return { kind: 'not-monthly' };
  if (!done.es.trim() || !next.es.trim()) return { kind: 'text-missing' };
  return (figures.developmentPercent ?? 0) > 100 ? { kind: 'over-hundred' } : undefined;
}

/** Answers an observation with words alone. */
export function answerObservation(context: DeliverablesContext, command: Of & { readonly answers: readonly Reply[] }): Decision {
  const { answers, ...of } = command;
  if (answers.length === 0 || answers.some(({ text }) => !text?.es.trim())) return refuse({ kind: 'text-missing' });
  return notBefore(context, of) ?? repliesOf(context, of, answers, undefined);
}

/** Takes up the latest version for review. */
export function reviewDeliverable(context: DeliverablesContext, command: Of & { readonly seen: number }): Decision {
  const { seen, ...of } = command;
  const { on, by, opl, key } = of;
  return onLatest(context, of, seen, () =>
    withStep(context, of, 'review', [{ type: 'DeliverableReviewed', on, by, data: { opl, key, version: seen } }]),
  );
}

export type MakeObservation = Of & {
  readonly seen: number;
  readonly weight: Weight;
  readonly text: Bilingual;
  readonly page?: number;
  readonly section?: string;
  readonly repeats?: string;
};

/** Observes the latest version. */
export function makeObservation(context: DeliverablesContext, command: MakeObservation): Decision {
  const { seen, weight, text, page, section, repeats, ...of } = command;
  const { on, by, opl, key } = of;
  return onLatest(context, of, seen, (known) => {
    if (!text.es.trim()) return refuse({ kind: 'text-missing' });
    const former = repeats === undefined ? undefined : context.deliverables.observations.get(repeats);
    if (repeats !== undefined && !former) return refuse({ kind: 'observation-unknown', observation: repeats });
    if (former && former.opl !== opl) return refuse({ kind: 'observation-of-another', observation: former.observation });
    const first = former?.repeats ?? former?.observation;
    const observation = `${opl}/${key}/${known.observations.length + 1}`;
    const place = { ...(page === undefined ? {} : { page }), ...(section === undefined ? {} : { section }) };
    const data = { observation, opl, key, version: seen, weight, text, ...place, ...(first === undefined ? {} : { repeats: first }) };
    const last = lastStepOf(context.plan, opl, key);
    const step = weight === 'mandatory' ? (last === 'observe' ? undefined : 'observe') : last === 'deliver' ? 'review' : undefined;
    return withStep(context, of, step, [{ type: 'ObservationMade', on, by, data }]);
  });
}

export type SettleObservation = Act & { readonly observation: string; readonly outcome: Outcome; readonly note?: Bilingual };

/** Says what became of an observation. */
export function settleObservation(context: DeliverablesContext, command: SettleObservation): Decision {
  const { on, by, observation, outcome, note } = command;
  const known = context.deliverables.observations.get(observation);
  if (!known) return refuse({ kind: 'observation-unknown', observation });
  const of = { on, by, opl: known.opl, key: known.key };
  const state = observationState(known);
  if (state === 'attended') return refuse({ kind: 'observation-attended', observation });
  if (state === outcome) return refuse({ kind: 'already-said', outcome });
  if (outcome !== 'attended' && !note?.es.trim()) return refuse({ kind: 'text-missing' });
  const last = lastStepOf(context.plan, known.opl, known.key);
  const returns = known.weight === 'mandatory' && outcome !== 'attended' && (last === 'deliver' || last === 'review');
  const data = { observation, outcome, ...(note === undefined ? {} : { note }) };
  return notBefore(context, of) ?? withStep(context, of, returns ? 'observe' : undefined, [{ type: 'ObservationSettled', on, by, data }]);
}

/** Accepts the latest version: never by the office that handed it in, nor by the same person in another. */
export function acceptDeliverable(
  context: DeliverablesContext,
  command: Of & { readonly seen: number; readonly note?: Bilingual },
): Decision {
  const { seen, note, ...of } = command;
  const { on, by, opl, key } = of;
  return onLatest(context, of, seen, (known) => {
    if (known.versions.some((one) => one.by.office === by.office)) return refuse({ kind: 'same-office' });
    if (by.person !== undefined && known.versions.some((one) => one.by.person === by.person)) return refuse({ kind: 'same-person' });
    const pending = known.observations
      .map((id) => must(context.deliverables.observations.get(id), 'each was recorded with its deliverable'))
      .filter(isBlocking);
    if (pending.length > 0) return refuse({ kind: 'observations-pending', observations: pending.map((one) => one.observation) });
    const data = { opl, key, version: seen, ...(note === undefined ? {} : { note }) };
    return withStep(context, of, 'conclude', [{ type: 'DeliverableAccepted', on, by, data }]);
  });
}

/** Asks for nothing, for a reason; for good, or up to a day. */
export function waiveDeliverable(
  context: DeliverablesContext,
  command: Of & { readonly reason: Bilingual; readonly until?: IsoDate },
): Decision {
  const { reason, until, ...of } = command;
  const { on, by, opl, key } = of;
  if (!reason.es.trim()) return refuse({ kind: 'text-missing' });
  if (until !== undefined && until < on) return refuse({ kind: 'until-before', until, on });
  const ending = until === undefined ? {} : { until };
  return withStep(context, { ...of, ...ending, note: reason }, 'exempt', [
    { type: 'DeliverableWaived', on, by, data: { opl, key, reason, ...ending } },
  ]);
}

export type ReserveDeliverable = Of & {
  readonly owner: Bilingual;
  readonly reason: Bilingual;
  readonly until: IsoDate;
  readonly publicVersion?: StoredFile;
};

/** Keeps what was handed in from those who need not see it, up to a day. */
export function reserveDeliverable(context: DeliverablesContext, command: ReserveDeliverable): Decision {
  const { owner, reason, until, publicVersion, ...of } = command;
  const { on, by, opl, key } = of;
  if (!owner.es.trim() || !reason.es.trim()) return refuse({ kind: 'text-missing' });
  if (until < on) return refuse({ kind: 'until-before', until, on });
  if (!knownOf(context, of)?.versions.length) return refuse({ kind: 'no-version' });
  const data = { opl, key, owner, reason, until, ...(publicVersion === undefined ? {} : { publicVersion }) };
  return notBefore(context, of) ?? ok([{ type: 'DeliverableReserved', on, by, data }]);
}

const knownOf = ({ deliverables }: DeliverablesContext, { opl, key }: Of): Deliverable | undefined =>
  deliverables.deliverables.get(deliverableId(opl, key));

const digests = (files: readonly StoredFile[]): string =>
  files
    .map((one) => one.sha256)
    .toSorted()
    .join();

/** Our events, and the step of the plan that they amount to: both or neither. */
function withStep(
  context: DeliverablesContext,
  of: Of & Progress,
  step: Step | undefined,
  events: readonly NewDeliverableEvent[],
): Decision {
  if (step === undefined) return ok(events);
  const late = notBefore(context, of);
  if (late) return late;
  const advanced = advanceObligation(context, { ...of, step });
  return advanced.ok ? ok([...events, ...advanced.value]) : advanced;
}
type Progress = { readonly effectiveDate?: IsoDate; readonly until?: IsoDate; readonly note?: Bilingual };

/** Every as-of view must fold: nothing is dated before what it follows. */
function notBefore(context: DeliverablesContext, of: Of): Result<never, DeliverablesRefusal> | undefined {
  const last = knownOf(context, of)?.lastOn;
  return last !== undefined && of.on < last ? refuse({ kind: 'before-what-it-follows', on: of.on, last }) : undefined;
}

function onLatest(context: DeliverablesContext, of: Of, seen: number, then: (known: Deliverable) => Decision): Decision {
  const known = knownOf(context, of);
  const latest = known?.versions.at(-1);
  if (!known || !latest) return refuse({ kind: 'no-version' });
  if (latest.version !== seen) return refuse({ kind: 'version-superseded', seen, latest: latest.version });
  if (known.acceptance) return refuse({ kind: 'already-accepted', on: known.acceptance.on });
  return notBefore(context, of) ?? then(known);
}

/** Answers to observations on this same obligation that are not attended yet. */
function repliesOf(
  context: DeliverablesContext,
  of: Of,
  replies: readonly Reply[],
  version: number | undefined,
): Result<readonly NewDeliverableEvent[], DeliverablesRefusal> {
  const { on, by } = of;
  const events: NewDeliverableEvent[] = [];
  for (const { observation, text } of replies) {
    const known: Observation | undefined = context.deliverables.observations.get(observation);
    if (!known) return refuse({ kind: 'observation-unknown', observation });
    if (known.opl !== of.opl || known.key !== of.key) return refuse({ kind: 'observation-of-another', observation });
    if (observationState(known) === 'attended') return refuse({ kind: 'observation-attended', observation });
    const how = { ...(text === undefined ? {} : { text }), ...(version === undefined ? {} : { version }) };
    events.push({ type: 'ObservationAnswered', on, by, data: { observation, ...how } });
  }
  return ok(events);
}
