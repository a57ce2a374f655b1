import { z } from 'zod';
import type { By, NewEvent } from '../core/event.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import * as agenda from '../domain/agenda/decide.ts';
import { agendaEvents } from '../domain/agenda/events.ts';
import { agendaRefusalText } from '../domain/agenda/words.ts';
import * as alerts from '../domain/alerts/decide.ts';
import { alertEvents } from '../domain/alerts/events.ts';
import { alertRefusalText } from '../domain/alerts/words.ts';
import * as commitments from '../domain/commitments/decide.ts';
import { commitmentEvents } from '../domain/commitments/events.ts';
import { commitmentRefusalText } from '../domain/commitments/words.ts';
import * as deliverables from '../domain/deliverables/decide.ts';
import { deliverableEvents } from '../domain/deliverables/events.ts';
import { deliverablesRefusalText } from '../domain/deliverables/words.ts';
import * as exercises from '../domain/exercises/decide.ts';
import { exercisesEvents } from '../domain/exercises/events.ts';
import { exercisesRefusalText } from '../domain/exercises/words.ts';
import * as forum from '../domain/forum/decide.ts';
import { forumEvents } from '../domain/forum/events.ts';
import { forumRefusalText } from '../domain/forum/words.ts';
import * as meetings from '../domain/meetings/decide.ts';
import { meetingsEvents } from '../domain/meetings/events.ts';
import { meetingsRefusalText } from '../domain/meetings/words.ts';
import * as minutes from '../domain/minutes/decide.ts';
import { minutesEvents } from '../domain/minutes/events.ts';
import * as live from '../domain/minutes/live.ts';
import { minutesRefusalText } from '../domain/minutes/words.ts';
import * as narratives from '../domain/narratives/decide.ts';
import { narrativesEvents } from '../domain/narratives/events.ts';
import { latestVersion, narrativeAt, type Place } from '../domain/narratives/views.ts';
import { narrativesRefusalText } from '../domain/narratives/words.ts';
import type { Right } from '../domain/people/rights.ts';
import { computeObligations } from '../domain/plan/compute.ts';
import * as plan from '../domain/plan/decide.ts';
import { planEvents, replanChoices } from '../domain/plan/events.ts';
import type { Norm } from '../domain/plan/norm.ts';
import { replanItems, undecidedOf } from '../domain/plan/replan.ts';
import * as replans from '../domain/plan/replan-decide.ts';
import { replanRefusalText } from '../domain/plan/replan-words.ts';
import { steps } from '../domain/plan/state.ts';
import { planRefusalText } from '../domain/plan/words.ts';
import * as probes from '../domain/probes/decide.ts';
import { probesEvents } from '../domain/probes/events.ts';
import { probesRefusalText } from '../domain/probes/words.ts';
import * as process from '../domain/process/decide.ts';
import { bilingual, isoDate, processEvents, source } from '../domain/process/events.ts';
import { processRefusalText } from '../domain/process/words.ts';
import * as reports from '../domain/reports/decide.ts';
import * as observations from '../domain/reports/decide-observations.ts';
import { reportEvents } from '../domain/reports/events.ts';
import { observationRefusalText } from '../domain/reports/observation-words.ts';
import { standingInformes, textSectionsOf } from '../domain/reports/views.ts';
import { reportRefusalText } from '../domain/reports/words.ts';
import * as systems from '../domain/systems/decide.ts';
import * as gate from '../domain/systems/decide-gate.ts';
import * as operation from '../domain/systems/decide-operation.ts';
import { systemsEvents } from '../domain/systems/events.ts';
import { goLiveChecklist } from '../domain/systems/gate-checklist.ts';
import { systemsRefusalText } from '../domain/systems/words.ts';
import { settleSystems, systemMatters } from './replan.ts';
import type { ProcessWorld } from './world.ts';

/** What an act needs from outside: the norms that are installed. */
export type ActContext = { readonly norms: ReadonlyMap<string, Norm> };
export type Decided = Result<readonly NewEvent[], Bilingual>;
type Decide = (world: ProcessWorld, on: string, by: By, data: unknown, context: ActContext) => Decided;

/** One verb: the form of what is asked, the decision, and the words of its refusals. */
function act<S extends z.ZodType, R>(
  schema: S,
  decide: (world: ProcessWorld, command: { on: string; by: By } & z.infer<S>, context: ActContext) => Result<readonly NewEvent[], R>,
  words: (refusal: R) => Bilingual,
): Decide {
  return (world, on, by, data, context) => {
    const read = schema.safeParse(data);
    if (!read.success) return refuse(malformed(read.error));
    const decided = decide(world, { on, by, ...(read.data as object & z.infer<S>) }, context); // every act's data is an object
    return decided.ok ? decided : refuse(words(decided.error));
  };
}

const malformed = (error: z.ZodError): Bilingual => {
  const where = error.issues.map((issue) => `${issue.path.join('.') || '·'}: ${issue.message}`).join('; ');
  return { es: `Datos mal formados: ${where}.`, en: `Malformed data: ${where}.` };
};

const adopt = planEvents.PlanAdopted.pick({ norm: true, jornada: true, agreement: true }).extend({
  omitted: planEvents.PlanAdopted.shape.omitted.exactOptional(),
});

type AdoptRefusal = plan.PlanRefusal | { readonly kind: 'norm-unknown'; readonly norm: string; readonly known: readonly string[] };
const adoptRefusalText = (refusal: AdoptRefusal): Bilingual =>
  refusal.kind === 'norm-unknown'
    ? {
        es: `No hay ninguna norma «${refusal.norm}». Las instaladas son: ${refusal.known.join(', ')}.`,
        en: `There is no norm “${refusal.norm}”. Those installed are: ${refusal.known.join(', ')}.`,
      }
    : planRefusalText(refusal);

/** What a file decides «of the rest»: all that is still undecided on the day. */
const undecidedIn = ({ process, plan: { replan }, plan: state }: ProcessWorld, day: string): readonly string[] =>
  process.kind === 'open' && replan ? undecidedOf(replanItems(process, state, replan, day)).map(({ subject }) => subject) : [];

const advance = planEvents.ObligationStarted.extend({
  step: z.enum(Object.keys(steps) as [keyof typeof steps, ...(keyof typeof steps)[]]), // the keys of `steps` are the verbs
});

const { DeliverableSubmitted, DeliverableReviewed, ObservationMade, ObservationAnswered, DeliverableAccepted } = deliverableEvents;
const replies = z.array(ObservationAnswered.omit({ version: true }));
/** Of the version that is being looked at. */
const seen = DeliverableReviewed.shape.version;

const { ThreadOpened, PostWritten } = forumEvents;
const firstPost = { text: PostWritten.shape.text, mentions: PostWritten.shape.mentions, files: PostWritten.shape.files };
/** Said by the thread, not by whoever writes in it. */
const reach = { audience: true, opl: true } as const;
/** Whose a section is; absent: the informe has no such section, or no text in it. */
const areaOf = ({ informe, section }: Pick<Place, 'informe' | 'section'>) =>
  standingInformes.filter((kind) => kind === informe).flatMap((kind) => textSectionsOf(kind).filter(({ id }) => id === section))[0]?.area;
/** A file is written by whoever integrates the informe, whoever it says wrote the text. */
const ofFile = { office: '', role: undefined, integrates: true } as const;

/** Every verb that changes a process, by its name: what example files are written in. */
export const acts = {
  openProcess: act(processEvents.ProcessOpened, (world, command) => process.openProcess(world.process, command), processRefusalText),
  joinOpl: act(processEvents.OplJoined, (world, command) => process.joinOpl(world.process, command), processRefusalText),
  setElectionDay: act(processEvents.ElectionDaySet, (world, command) => process.setElectionDay(world.process, command), processRefusalText),
  suspendProcess: act(
    processEvents.ProcessSuspended,
    (world, command) => process.suspendProcess(world.process, command),
    processRefusalText,
  ),
  moveElectionDay: act(
    processEvents.ElectionDayMoved,
    (world, command) => process.moveElectionDay(world.process, command),
    processRefusalText,
  ),
  recordFact: act(
    processEvents.FactRecorded,
    (world, { opl, ...rest }) => process.recordFact(world.process, { ...rest, ...(opl === undefined ? {} : { opl }) }),
    processRefusalText,
  ),
  adoptPlan: act(
    adopt,
    (world, { omitted = [], ...command }, { norms }): Result<readonly NewEvent[], AdoptRefusal> => {
      const norm = norms.get(command.norm);
      if (!norm) return refuse({ kind: 'norm-unknown', norm: command.norm, known: [...norms.keys()] });
      const obligations = computeObligations(norm, Temporal.PlainDate.from(command.jornada));
      return plan.adoptPlan(world, { ...command, topics: norm.topics, obligations, omitted });
    },
    adoptRefusalText,
  ),
  proposeReplan: act(
    planEvents.ReplanProposed.pick({ norm: true, jornada: true, source: true }),
    (world, command, { norms }): Result<readonly NewEvent[], AdoptRefusal | replans.ReplanRefusal> => {
      const norm = norms.get(command.norm);
      if (!norm) return refuse({ kind: 'norm-unknown', norm: command.norm, known: [...norms.keys()] });
      const obligations = computeObligations(norm, Temporal.PlainDate.from(command.jornada));
      const matters = world.process.kind === 'open' ? systemMatters({ ...world, process: world.process }, command.on) : [];
      return replans.proposeReplan(world, { ...command, topics: norm.topics, obligations, matters });
    },
    (refusal) => (refusal.kind === 'norm-unknown' ? adoptRefusalText(refusal) : replanRefusalText(refusal as replans.ReplanRefusal)),
  ),
  decideReplan: act(
    z.strictObject({
      subjects: z.array(z.string()).min(1).exactOptional(),
      rest: z.literal(true).exactOptional(),
      choice: z.enum(replanChoices),
      due: isoDate.exactOptional(),
      reason: bilingual.exactOptional(),
      source: source.exactOptional(),
    }),
    (world, { subjects, rest: _, ...choice }) =>
      replans.decideReplan(world, { ...choice, subjects: subjects ?? undecidedIn(world, choice.on) }),
    replanRefusalText,
  ),
  approveReplan: act(
    planEvents.PlanAdopted.pick({ agreement: true }),
    (world, command): Result<readonly NewEvent[], replans.ReplanRefusal | { readonly kind: 'elsewhere'; readonly text: Bilingual }> => {
      const decided = replans.approveReplan(world, command);
      if (!decided.ok || world.process.kind === 'absent') return decided;
      const settled = settleSystems({ ...world, process: world.process }, [...(world.plan.replan?.decided.values() ?? [])], command);
      return settled.ok ? ok([...decided.value, ...settled.value]) : refuse({ kind: 'elsewhere', text: settled.error });
    },
    (refusal) => (refusal.kind === 'elsewhere' ? refusal.text : replanRefusalText(refusal)),
  ),
  openReporting: act(planEvents.ReportingOpened, (world, command) => plan.openReporting(world, command), planRefusalText),
  advanceObligation: act(advance, (world, command) => plan.advanceObligation(world, command), planRefusalText),
  scheduleMeeting: act(
    meetingsEvents.MeetingScheduled,
    (world, command) => meetings.scheduleMeeting(world.meetings, command),
    meetingsRefusalText,
  ),
  rescheduleMeeting: act(
    meetingsEvents.MeetingRescheduled,
    (world, command) => meetings.rescheduleMeeting(world.meetings, command),
    meetingsRefusalText,
  ),
  cancelMeeting: act(
    meetingsEvents.MeetingCancelled,
    (world, command) => meetings.cancelMeeting(world.meetings, command),
    meetingsRefusalText,
  ),
  addItem: act(agendaEvents.AgendaItemAdded.omit({ item: true }), (world, command) => agenda.addItem(world, command), agendaRefusalText),
  changeItem: act(agendaEvents.AgendaItemChanged, (world, command) => agenda.changeItem(world, command), agendaRefusalText),
  moveItem: act(agendaEvents.AgendaItemMoved, (world, command) => agenda.moveItem(world, command), agendaRefusalText),
  dropItem: act(agendaEvents.AgendaItemDropped, (world, command) => agenda.dropItem(world, command), agendaRefusalText),
  convene: act(
    agendaEvents.MeetingConvened.pick({ meeting: true, called: true, reason: true }),
    (world, command) => agenda.convene(world, command),
    agendaRefusalText,
  ),
  arrive: act(minutesEvents.AttendeeArrived, (world, command) => live.arrive(world, command), minutesRefusalText),
  leave: act(minutesEvents.AttendeeLeft, (world, command) => live.leave(world, command), minutesRefusalText),
  takeUp: act(minutesEvents.ItemTakenUp, (world, command) => live.takeUp(world, command), minutesRefusalText),
  deferItem: act(minutesEvents.ItemDeferred, (world, command) => live.deferItem(world, command), minutesRefusalText),
  askFloor: act(minutesEvents.FloorAsked.omit({ turn: true }), (world, command) => live.askFloor(world, command), minutesRefusalText),
  giveFloor: act(minutesEvents.FloorGiven, (world, command) => live.giveFloor(world, command), minutesRefusalText),
  withdrawFloor: act(minutesEvents.FloorWithdrawn, (world, command) => live.withdrawFloor(world, command), minutesRefusalText),
  takeNote: act(minutesEvents.NoteTaken.omit({ note: true }), (world, command) => live.takeNote(world, command), minutesRefusalText),
  recordOutcome: act(
    minutesEvents.OutcomeRecorded.omit({ outcome: true }),
    (world, command) => live.recordOutcome(world, command),
    minutesRefusalText,
  ),
  strikeOutcome: act(minutesEvents.OutcomeStruck, (world, command) => live.strikeOutcome(world, command), minutesRefusalText),
  draftMinutes: act(
    minutesEvents.MinutesDrafted.omit({ revision: true }).extend({ base: z.int().min(0) }),
    (world, command) => minutes.draftMinutes(world, command),
    minutesRefusalText,
  ),
  correctMinutes: act(
    minutesEvents.MinutesCorrected.omit({ revision: true }).extend({ base: z.int().min(0) }),
    (world, command) => minutes.correctMinutes(world, command),
    minutesRefusalText,
  ),
  circulateMinutes: act(
    minutesEvents.MinutesCirculated.omit({ revision: true }),
    (world, command) => minutes.circulateMinutes(world, command),
    minutesRefusalText,
  ),
  approveMinutes: act(
    minutesEvents.MinutesApproved.omit({ revision: true }),
    (world, command) => minutes.approveMinutes(world, command),
    minutesRefusalText,
  ),
  sealMinutes: act(minutesEvents.MinutesSealed, (world, command) => minutes.sealMinutes(world, command), minutesRefusalText),
  addAddendum: act(
    minutesEvents.AddendumAdded.omit({ addendum: true }),
    (world, command) => minutes.addAddendum(world, command),
    minutesRefusalText,
  ),
  publishMinutes: act(minutesEvents.MinutesPublished, (world, command) => minutes.publishMinutes(world, command), minutesRefusalText),
  makeCommitment: act(
    commitmentEvents.CommitmentMade.omit({ commitment: true }),
    (world, command) => commitments.makeCommitment(world.commitments, command),
    commitmentRefusalText,
  ),
  extendCommitment: act(
    commitmentEvents.CommitmentExtended,
    (world, command) => commitments.extendCommitment(world.commitments, command),
    commitmentRefusalText,
  ),
  giveEvidence: act(
    commitmentEvents.EvidenceGiven,
    (world, command) => commitments.giveEvidence(world.commitments, { ...command, forOwner: true }),
    commitmentRefusalText,
  ),
  returnCommitment: act(
    commitmentEvents.CommitmentReturned,
    (world, command) => commitments.returnCommitment(world.commitments, command),
    commitmentRefusalText,
  ),
  closeCommitment: act(
    commitmentEvents.CommitmentClosed,
    (world, command) => commitments.closeCommitment(world.commitments, command),
    commitmentRefusalText,
  ),
  dropCommitment: act(
    commitmentEvents.CommitmentDropped,
    (world, command) => commitments.dropCommitment(world.commitments, command),
    commitmentRefusalText,
  ),
  openMeeting: act(meetingsEvents.MeetingOpened, (world, command) => meetings.openMeeting(world.meetings, command), meetingsRefusalText),
  closeMeeting: act(meetingsEvents.MeetingClosed, (world, command) => meetings.closeMeeting(world.meetings, command), meetingsRefusalText),
  holdMeeting: act(meetingsEvents.MeetingHeld, (world, command) => meetings.holdMeeting(world.meetings, command), meetingsRefusalText),
  setOffsets: act(meetingsEvents.CycleOffsetsSet, (world, command) => meetings.setOffsets(world.meetings, command), meetingsRefusalText),
  recordSession: act(
    meetingsEvents.CommissionSessionRecorded,
    (world, command) => meetings.recordSession(world.meetings, command),
    meetingsRefusalText,
  ),
  linkSession: act(
    meetingsEvents.CommissionSessionLinked,
    (world, command) => meetings.linkSession(world.meetings, command),
    meetingsRefusalText,
  ),
  assignSection: act(
    narrativesEvents.SectionAssigned,
    (world, command) => narratives.assignSection(world.narratives, { ...command, area: areaOf(command) }),
    narrativesRefusalText,
  ),
  saveNarrative: act(
    narrativesEvents.NarrativeSaved.omit({ version: true }),
    (world, { author, ...command }) => {
      const base = latestVersion(narrativeAt(world.narratives, command))?.version ?? 0;
      const known = { ...command, area: areaOf(command), pen: ofFile, base };
      return narratives.saveNarrative(world.narratives, { ...known, ...(author === undefined ? {} : { author }) });
    },
    narrativesRefusalText,
  ),
  deliverNarrative: act(
    narrativesEvents.NarrativeDelivered,
    (world, command) => narratives.deliverNarrative(world.narratives, { ...command, area: areaOf(command), pen: ofFile }),
    narrativesRefusalText,
  ),
  returnNarrative: act(
    narrativesEvents.NarrativeReturned,
    (world, command) => narratives.returnNarrative(world.narratives, command),
    narrativesRefusalText,
  ),
  integrateNarrative: act(
    narrativesEvents.NarrativeIntegrated,
    (world, command) => narratives.integrateNarrative(world.narratives, command),
    narrativesRefusalText,
  ),
  observeReport: act(
    reportEvents.ReportObserved.omit({ observation: true }),
    (world, { section, paragraph, quote, from, ...command }) =>
      observations.observeReport(world.reports, {
        ...command,
        ...(section === undefined ? {} : { section }),
        ...(paragraph === undefined ? {} : { paragraph }),
        ...(quote === undefined ? {} : { quote }),
        ...(from === undefined ? {} : { from }),
      }),
    observationRefusalText,
  ),
  answerReportObservation: act(
    reportEvents.ReportObservationAnswered,
    (world, { from, ...command }) =>
      observations.answerReportObservation(world.reports, { ...command, answers: true, ...(from === undefined ? {} : { from }) }),
    observationRefusalText,
  ),
  attendReportObservation: act(
    reportEvents.ReportObservationAttended,
    (world, { note, ...command }) =>
      observations.attendReportObservation(world.reports, { ...command, ...(note === undefined ? {} : { note }) }),
    observationRefusalText,
  ),
  publishReport: act(reportEvents.ReportPublished, (world, command) => reports.publishReport(world.reports, command), reportRefusalText),
  circulateReport: act(
    reportEvents.ReportCirculated,
    (world, command) => reports.circulateReport(world.reports, command),
    reportRefusalText,
  ),
  // Files are already in the store: an act names them by their digest.
  submitDeliverable: act(
    DeliverableSubmitted.omit({ version: true }).extend({ answers: replies.default([]) }),
    deliverables.submitDeliverable,
    deliverablesRefusalText,
  ),
  answerObservation: act(
    DeliverableReviewed.omit({ version: true }).extend({ answers: replies }),
    deliverables.answerObservation,
    deliverablesRefusalText,
  ),
  reviewDeliverable: act(
    DeliverableReviewed.omit({ version: true }).extend({ seen }),
    deliverables.reviewDeliverable,
    deliverablesRefusalText,
  ),
  makeObservation: act(
    ObservationMade.omit({ version: true, observation: true }).extend({ seen }),
    deliverables.makeObservation,
    deliverablesRefusalText,
  ),
  settleObservation: act(deliverableEvents.ObservationSettled, deliverables.settleObservation, deliverablesRefusalText),
  acceptDeliverable: act(
    DeliverableAccepted.omit({ version: true }).extend({ seen }),
    deliverables.acceptDeliverable,
    deliverablesRefusalText,
  ),
  waiveDeliverable: act(deliverableEvents.DeliverableWaived, deliverables.waiveDeliverable, deliverablesRefusalText),
  reserveDeliverable: act(deliverableEvents.DeliverableReserved, deliverables.reserveDeliverable, deliverablesRefusalText),
  openThread: act(
    ThreadOpened.omit({ thread: true }).extend(firstPost),
    (world, { opl, question, ...command }) =>
      forum.openThread(world.forum, { ...command, ...(opl === undefined ? {} : { opl }), ...(question ? { question } : {}) }),
    forumRefusalText,
  ),
  writePost: act(PostWritten.omit({ ...reach, post: true }), (world, command) => forum.writePost(world.forum, command), forumRefusalText),
  editPost: act(forumEvents.PostEdited.omit(reach), (world, command) => forum.editPost(world.forum, command), forumRefusalText),
  markQuestion: act(forumEvents.QuestionMarked.omit(reach), (world, command) => forum.markQuestion(world.forum, command), forumRefusalText),
  acceptAnswer: act(forumEvents.AnswerAccepted.omit(reach), (world, command) => forum.acceptAnswer(world.forum, command), forumRefusalText),
  reopenQuestion: act(
    forumEvents.QuestionReopened.omit(reach),
    (world, command) => forum.reopenQuestion(world.forum, command),
    forumRefusalText,
  ),
  circulateThread: act(
    forumEvents.ThreadCirculated.omit(reach),
    (world, command) => forum.circulateThread(world.forum, command),
    forumRefusalText,
  ),
  withdrawPost: act(forumEvents.PostWithdrawn.omit(reach), (world, command) => forum.withdrawPost(world.forum, command), forumRefusalText),
  restorePost: act(forumEvents.PostRestored.omit(reach), (world, command) => forum.restorePost(world.forum, command), forumRefusalText),
  planExercise: act(
    exercisesEvents.ExercisePlanned.omit({ exercise: true }),
    (world, command) => exercises.planExercise(world, command),
    exercisesRefusalText,
  ),
  cancelExercise: act(exercisesEvents.ExerciseCancelled, exercises.cancelExercise, exercisesRefusalText),
  holdExercise: act(exercisesEvents.ExerciseHeld, exercises.holdExercise, exercisesRefusalText),
  measureExercise: act(exercisesEvents.ExerciseMeasured, exercises.measureExercise, exercisesRefusalText),
  observeExercise: act(exercisesEvents.ExerciseObserved.omit({ observation: true }), exercises.observeExercise, exercisesRefusalText),
  resolveObservation: act(exercisesEvents.ExerciseObservationResolved, exercises.resolveObservation, exercisesRefusalText),
  judgeExercise: act(exercisesEvents.ExerciseJudged, exercises.judgeExercise, exercisesRefusalText),
  linkVerification: act(exercisesEvents.VerificationLinked, exercises.linkVerification, exercisesRefusalText),
  setCheckpoint: act(exercisesEvents.CheckpointSet, exercises.setCheckpoint, exercisesRefusalText),
  decideCheckpoint: act(exercisesEvents.CheckpointDecided, exercises.decideCheckpoint, exercisesRefusalText),
  defineActivity: act(systemsEvents.ActivityDefined, systems.defineActivity, systemsRefusalText),
  registerSystem: act(systemsEvents.SystemRegistered, systems.registerSystem, systemsRefusalText),
  amendSystem: act(systemsEvents.SystemAmended, systems.amendSystem, systemsRefusalText),
  recordRelease: act(systemsEvents.ReleaseRecorded, systems.recordRelease, systemsRefusalText),
  openSystemReporting: act(systemsEvents.SystemReportingOpened, systems.openSystemReporting, systemsRefusalText),
  declareDependency: act(systemsEvents.DependencyDeclared, systems.declareDependency, systemsRefusalText),
  withdrawDependency: act(systemsEvents.DependencyWithdrawn, systems.withdrawDependency, systemsRefusalText),
  planMilestone: act(systemsEvents.MilestonePlanned, systems.planMilestone, systemsRefusalText),
  replanMilestone: act(systemsEvents.MilestoneReplanned, systems.replanMilestone, systemsRefusalText),
  reachMilestone: act(systemsEvents.MilestoneReached, systems.reachMilestone, systemsRefusalText),
  reopenMilestone: act(systemsEvents.MilestoneReopened, systems.reopenMilestone, systemsRefusalText),
  dropMilestone: act(systemsEvents.MilestoneDropped, systems.dropMilestone, systemsRefusalText),
  listProbe: act(probesEvents.ProbeListed, probes.listProbe, probesRefusalText),
  retireProbe: act(probesEvents.ProbeRetired, probes.retireProbe, probesRefusalText),
  turnProbe: act(probesEvents.ProbeTurned, probes.turnProbe, probesRefusalText),
  acknowledgeAlert: act(alertEvents.AlertAcknowledged.omit({ since: true }), alerts.acknowledgeAlert, alertRefusalText),
  setThreshold: act(alertEvents.AlertThresholdSet, alerts.setThreshold, alertRefusalText),
  openGate: act(
    systemsEvents.GateOpened.pick({ system: true, decider: true }),
    (world, command) => gate.openGate(world, { ...command, checklist: goLiveChecklist.id, items: goLiveChecklist.items }),
    systemsRefusalText,
  ),
  meetRequirement: act(systemsEvents.RequirementMet, gate.meetRequirement, systemsRefusalText),
  waiveRequirement: act(systemsEvents.RequirementWaived, gate.waiveRequirement, systemsRefusalText),
  decideGoLive: act(systemsEvents.GoLiveDecided, gate.decideGoLive, systemsRefusalText),
  meetCondition: act(systemsEvents.ConditionMet, gate.meetCondition, systemsRefusalText),
  decideRollback: act(systemsEvents.RollbackDecided, gate.decideRollback, systemsRefusalText),
  openIncident: act(systemsEvents.IncidentOpened, operation.openIncident, systemsRefusalText),
  noteIncident: act(systemsEvents.IncidentNoted, operation.noteIncident, systemsRefusalText),
  mitigateIncident: act(systemsEvents.IncidentMitigated, operation.mitigateIncident, systemsRefusalText),
  resolveIncident: act(systemsEvents.IncidentResolved, operation.resolveIncident, systemsRefusalText),
  closeIncident: act(systemsEvents.IncidentClosed, operation.closeIncident, systemsRefusalText),
  planMaintenance: act(systemsEvents.MaintenancePlanned, operation.planMaintenance, systemsRefusalText),
  cancelMaintenance: act(systemsEvents.MaintenanceCancelled, operation.cancelMaintenance, systemsRefusalText),
  defineFigure: act(systemsEvents.FigureDefined, operation.defineFigure, systemsRefusalText),
  reportFigures: act(systemsEvents.FiguresReported, operation.reportFigures, systemsRefusalText),
} satisfies Record<string, Decide>;
export type Verb = keyof typeof acts;

/** The right each verb asks for (`people/rights.ts`); `undefined` for a verb there is not. */
const rightOf: Readonly<Record<Verb, Right>> = {
  openProcess: 'administer',
  joinOpl: 'administer',
  setElectionDay: 'plan',
  suspendProcess: 'plan',
  moveElectionDay: 'plan',
  recordFact: 'plan',
  adoptPlan: 'plan',
  proposeReplan: 'plan',
  decideReplan: 'plan',
  approveReplan: 'plan',
  openReporting: 'plan',
  advanceObligation: 'report-progress',
  scheduleMeeting: 'convene',
  rescheduleMeeting: 'convene',
  cancelMeeting: 'convene',
  addItem: 'convene',
  changeItem: 'convene',
  moveItem: 'convene',
  dropItem: 'convene',
  convene: 'convene',
  arrive: 'take-minutes',
  leave: 'take-minutes',
  takeUp: 'take-minutes',
  deferItem: 'take-minutes',
  askFloor: 'take-minutes',
  giveFloor: 'take-minutes',
  withdrawFloor: 'take-minutes',
  takeNote: 'take-minutes',
  recordOutcome: 'take-minutes',
  strikeOutcome: 'take-minutes',
  draftMinutes: 'take-minutes',
  correctMinutes: 'take-minutes',
  circulateMinutes: 'take-minutes',
  approveMinutes: 'take-minutes',
  sealMinutes: 'take-minutes',
  addAddendum: 'take-minutes',
  publishMinutes: 'take-minutes',
  makeCommitment: 'take-minutes',
  extendCommitment: 'take-minutes',
  giveEvidence: 'take-minutes',
  returnCommitment: 'take-minutes',
  closeCommitment: 'take-minutes',
  dropCommitment: 'take-minutes',
  openMeeting: 'convene',
  closeMeeting: 'convene',
  holdMeeting: 'convene',
  setOffsets: 'convene',
  recordSession: 'convene',
  linkSession: 'convene',
  assignSection: 'freeze-report',
  saveNarrative: 'freeze-report',
  deliverNarrative: 'freeze-report',
  returnNarrative: 'freeze-report',
  integrateNarrative: 'freeze-report',
  observeReport: 'freeze-report',
  answerReportObservation: 'freeze-report',
  attendReportObservation: 'freeze-report',
  publishReport: 'freeze-report',
  circulateReport: 'freeze-report',
  submitDeliverable: 'deliver',
  answerObservation: 'deliver',
  reviewDeliverable: 'review-deliverables',
  makeObservation: 'review-deliverables',
  settleObservation: 'review-deliverables',
  acceptDeliverable: 'accept-deliverables',
  waiveDeliverable: 'plan',
  reserveDeliverable: 'reserve-deliverables',
  openThread: 'take-part',
  writePost: 'take-part',
  editPost: 'take-part',
  markQuestion: 'take-part',
  acceptAnswer: 'take-part',
  reopenQuestion: 'take-part',
  circulateThread: 'moderate',
  withdrawPost: 'moderate',
  restorePost: 'moderate',
  planExercise: 'log-exercises',
  cancelExercise: 'log-exercises',
  holdExercise: 'log-exercises',
  measureExercise: 'log-exercises',
  observeExercise: 'review-exercises',
  resolveObservation: 'review-exercises',
  judgeExercise: 'judge-exercises',
  linkVerification: 'log-exercises',
  setCheckpoint: 'review-exercises',
  decideCheckpoint: 'judge-exercises',
  defineActivity: 'report-systems',
  registerSystem: 'report-systems',
  amendSystem: 'report-systems',
  recordRelease: 'report-systems',
  openSystemReporting: 'report-systems',
  declareDependency: 'report-systems',
  withdrawDependency: 'report-systems',
  planMilestone: 'report-systems',
  replanMilestone: 'report-systems',
  reachMilestone: 'report-systems',
  reopenMilestone: 'report-systems',
  dropMilestone: 'report-systems',
  listProbe: 'administer',
  retireProbe: 'administer',
  turnProbe: 'administer',
  acknowledgeAlert: 'acknowledge',
  setThreshold: 'plan',
  openGate: 'report-systems',
  meetRequirement: 'report-systems',
  waiveRequirement: 'decide-go-live',
  decideGoLive: 'decide-go-live',
  meetCondition: 'report-systems',
  decideRollback: 'decide-go-live',
  openIncident: 'report-systems',
  noteIncident: 'report-systems',
  mitigateIncident: 'report-systems',
  resolveIncident: 'report-systems',
  closeIncident: 'report-systems',
  planMaintenance: 'report-systems',
  cancelMaintenance: 'report-systems',
  defineFigure: 'report-systems',
  reportFigures: 'report-systems',
};
export const actRight = (verb: string): Right | undefined => (Object.hasOwn(rightOf, verb) ? rightOf[verb as Verb] : undefined); // just found among them

/** Decides one act by its name; an unknown verb is refused with the list of those there are. */
export function decideAct(verb: string, world: ProcessWorld, on: string, by: By, data: unknown, context: ActContext): Decided {
  if (!Object.hasOwn(acts, verb)) {
    const known = Object.keys(acts).join(', ');
    return refuse({ es: `No hay ningún acto «${verb}». Los que hay: ${known}.`, en: `There is no act “${verb}”. There are: ${known}.` });
  }
  return acts[verb as Verb](world, on, by, data, context); // the line above has just found it among the verbs
}
