import { type Bilingual, catalogue } from '../core/words.ts';
import type { AgendaEvent } from '../domain/agenda/events.ts';
import type { AlertEvent } from '../domain/alerts/events.ts';
import type { CommitmentEvent } from '../domain/commitments/events.ts';
import type { DeliverableEvent } from '../domain/deliverables/events.ts';
import type { ExercisesEvent } from '../domain/exercises/events.ts';
import type { ForumEvent } from '../domain/forum/events.ts';
import type { KeysEvent } from '../domain/keys/events.ts';
import type { MeetingsEvent } from '../domain/meetings/events.ts';
import type { MinutesEvent } from '../domain/minutes/events.ts';
import type { NarrativesEvent } from '../domain/narratives/events.ts';
import type { PeopleEvent } from '../domain/people/events.ts';
import type { PlanEvent } from '../domain/plan/events.ts';
import type { ProbesEvent } from '../domain/probes/events.ts';
import type { ProcessEvent } from '../domain/process/events.ts';
import type { ReceiptEvent } from '../domain/receipts/events.ts';
import type { ReportEvent } from '../domain/reports/events.ts';
import type { SystemsEvent } from '../domain/systems/events.ts';
import type { VerificationsEvent } from '../domain/verifications/events.ts';
import type { WebhooksEvent } from '../domain/webhooks/events.ts';
import type { WitnessesEvent } from '../domain/witnesses/events.ts';

type Event =
  | AlertEvent
  | ProcessEvent
  | DeliverableEvent
  | PlanEvent
  | MeetingsEvent
  | AgendaEvent
  | MinutesEvent
  | NarrativesEvent
  | CommitmentEvent
  | ReportEvent
  | ReceiptEvent
  | PeopleEvent
  | ExercisesEvent
  | ForumEvent
  | SystemsEvent
  | ProbesEvent
  | KeysEvent
  | WebhooksEvent
  | WitnessesEvent
  | VerificationsEvent;
export type EventType = Event['type'];

/** What each event says happened; the compiler counts them. */
export const eventWords: Readonly<Record<EventType, Bilingual>> = {
  ProcessOpened: { es: 'Se abrió el proceso', en: 'The process was opened' },
  OplJoined: { es: 'Se incorporó un OPL', en: 'An OPL joined' },
  ElectionDaySet: { es: 'Se fijó la jornada', en: 'Election day was set' },
  ProcessSuspended: { es: 'Se suspendió el proceso', en: 'The process was suspended' },
  ElectionDayMoved: { es: 'Se movió la jornada', en: 'Election day was moved' },
  FactRecorded: { es: 'Se registró un hecho', en: 'An event was recorded' },
  PlanAdopted: { es: 'Se adoptó un plan', en: 'A plan was adopted' },
  ReplanProposed: { es: 'Se propuso una reprogramación', en: 'A re-planning was proposed' },
  ReplanDecided: { es: 'Se decidió sobre fechas de una reprogramación', en: 'Dates of a re-planning were decided' },
  ReportingOpened: { es: 'Un OPL empezó a entregar por Atalaya', en: 'An OPL began to deliver through Atalaya' },
  ObligationStarted: { es: 'Se inició una obligación', en: 'An obligation was started' },
  ObligationDelivered: { es: 'Se registró una entrega', en: 'A delivery was recorded' },
  ObligationReviewed: { es: 'Se puso en revisión una obligación', en: 'An obligation was put in review' },
  ObligationObserved: { es: 'Se registraron observaciones', en: 'Observations were recorded' },
  ObligationConcluded: { es: 'Se concluyó una obligación', en: 'An obligation was concluded' },
  DeliverableSubmitted: { es: 'Se entregó una versión', en: 'A version was handed in' },
  DeliverableReviewed: { es: 'Se tomó una versión para revisarla', en: 'A version was taken up for review' },
  ObservationMade: { es: 'Se hizo una observación', en: 'An observation was made' },
  ObservationAnswered: { es: 'Se respondió una observación', en: 'An observation was answered' },
  ObservationSettled: { es: 'Se dictaminó una observación', en: 'An observation was settled' },
  DeliverableAccepted: { es: 'Se aceptó un entregable', en: 'A deliverable was accepted' },
  DeliverableWaived: { es: 'Se dispensó un entregable', en: 'A deliverable was waived' },
  DeliverableReserved: { es: 'Se reservó un entregable', en: 'A deliverable was reserved' },
  ObligationExempted: { es: 'Se marcó que una obligación no aplica', en: 'An obligation was marked as not applicable' },
  CycleOffsetsSet: { es: 'Se fijaron los plazos del ciclo', en: 'The cycle’s offsets were set' },
  MeetingScheduled: { es: 'Se programó una reunión', en: 'A meeting was scheduled' },
  MeetingRescheduled: { es: 'Se reprogramó una reunión', en: 'A meeting was rescheduled' },
  MeetingCancelled: { es: 'Se canceló una reunión', en: 'A meeting was cancelled' },
  MeetingOpened: { es: 'Se abrió una reunión', en: 'A meeting was opened' },
  MeetingClosed: { es: 'Se cerró una reunión', en: 'A meeting was closed' },
  MeetingHeld: { es: 'Se registró una reunión celebrada', en: 'A meeting was recorded as held' },
  AgendaItemAdded: { es: 'Se agregó un punto al orden del día', en: 'A point was added to an agenda' },
  AgendaItemChanged: { es: 'Se cambió un punto del orden del día', en: 'A point of an agenda was changed' },
  AgendaItemMoved: { es: 'Se movió un punto del orden del día', en: 'A point of an agenda was moved' },
  AgendaItemDropped: { es: 'Se retiró un punto del orden del día', en: 'A point of an agenda was dropped' },
  MeetingConvened: { es: 'Se convocó a una reunión', en: 'A meeting was convened' },
  AttendeeArrived: { es: 'Llegó alguien a una reunión', en: 'Somebody arrived at a meeting' },
  AttendeeLeft: { es: 'Salió alguien de una reunión', en: 'Somebody left a meeting' },
  ItemTakenUp: { es: 'Se abordó un punto', en: 'A point was taken up' },
  ItemDeferred: { es: 'Se trasladó un punto', en: 'A point was deferred' },
  FloorAsked: { es: 'Se pidió la palabra', en: 'The floor was asked for' },
  FloorGiven: { es: 'Se dio la palabra', en: 'The floor was given' },
  FloorWithdrawn: { es: 'Se retiró una petición de palabra', en: 'A request for the floor was withdrawn' },
  NoteTaken: { es: 'Se tomó una nota de la reunión', en: 'A note of a meeting was taken' },
  OutcomeRecorded: { es: 'Se registró un resultado', en: 'An outcome was recorded' },
  OutcomeStruck: { es: 'Un resultado quedó sin efecto', en: 'An outcome was struck' },
  SectionAssigned: { es: 'Se asignó una sección de un informe', en: 'A section of a report was assigned' },
  NarrativeSaved: { es: 'Se guardó el texto de una sección', en: 'The text of a section was saved' },
  NarrativeDelivered: { es: 'Se entregó el texto de una sección', en: 'The text of a section was delivered' },
  NarrativeReturned: { es: 'Se devolvió el texto de una sección', en: 'The text of a section was returned' },
  NarrativeIntegrated: { es: 'Se integró el texto de una sección', en: 'The text of a section was integrated' },
  MinutesDrafted: { es: 'Se redactó una minuta', en: 'Minutes were drafted' },
  MinutesCorrected: { es: 'Se corrigió una minuta', en: 'Minutes were corrected' },
  MinutesCirculated: { es: 'Se circuló una minuta', en: 'Minutes were circulated' },
  MinutesApproved: { es: 'Se aprobó una minuta', en: 'Minutes were approved' },
  MinutesSealed: { es: 'Se selló una minuta', en: 'Minutes were sealed' },
  AddendumAdded: { es: 'Se agregó un adendo a una minuta', en: 'An addendum was added to minutes' },
  MinutesPublished: { es: 'Se publicó una minuta', en: 'Minutes were published' },
  CommitmentMade: { es: 'Se contrajo un compromiso', en: 'A commitment was made' },
  CommitmentExtended: { es: 'Se prorrogó un compromiso', en: 'A commitment was extended' },
  EvidenceGiven: { es: 'Se dio evidencia de un compromiso', en: 'Evidence of a commitment was given' },
  CommitmentReturned: { es: 'Se devolvió un compromiso', en: 'A commitment was returned' },
  CommitmentClosed: { es: 'Se cerró un compromiso', en: 'A commitment was closed' },
  CommitmentDropped: { es: 'Se retiró un compromiso', en: 'A commitment was dropped' },
  CommissionSessionLinked: { es: 'Se vinculó una sesión de la Comisión', en: 'A commission session was linked' },
  CommissionSessionRecorded: { es: 'Se registró una sesión de la Comisión', en: 'A commission session was recorded' },
  ReportFrozen: { es: 'Se congeló un informe', en: 'A report was frozen' },
  ReportObserved: { es: 'Se observó un informe', en: 'A report was observed' },
  ReportObservationAnswered: { es: 'Se respondió una observación a un informe', en: 'An observation of a report was answered' },
  ReportObservationAttended: { es: 'Se registró la atención de una observación', en: 'What became of an observation was recorded' },
  ReportPublished: { es: 'Se publicó un informe', en: 'A report was published' },
  ReportCirculated: { es: 'Se circuló un informe', en: 'A report was circulated' },
  SubjectsShown: { es: 'Se mostró algo por primera vez a alguien', en: 'Something was shown to somebody for the first time' },
  ExercisePlanned: { es: 'Se programó un ejercicio del PREP', en: 'A PREP exercise was planned' },
  ExerciseCancelled: { es: 'Se canceló un ejercicio del PREP', en: 'A PREP exercise was cancelled' },
  ExerciseHeld: { es: 'Se realizó un ejercicio del PREP', en: 'A PREP exercise was held' },
  ExerciseMeasured: { es: 'Se registraron las cifras de un ejercicio', en: 'The figures of an exercise were recorded' },
  ExerciseObserved: { es: 'Se observó un ejercicio', en: 'An exercise was observed' },
  ExerciseObservationResolved: { es: 'Se resolvió una observación de un ejercicio', en: 'An observation on an exercise was resolved' },
  ExerciseJudged: { es: 'Se calificó un ejercicio', en: 'An exercise was judged' },
  VerificationLinked: { es: 'Se vinculó una verificación a un ejercicio', en: 'A verification was linked to an exercise' },
  CheckpointSet: { es: 'Se fijó un punto de control del PREP', en: 'A PREP checkpoint was set' },
  CheckpointDecided: { es: 'Se decidió en un punto de control', en: 'A checkpoint was decided' },
  ThreadOpened: { es: 'Se abrió un hilo en el foro', en: 'A thread was opened in the forum' },
  PostWritten: { es: 'Se escribió un mensaje en el foro', en: 'A post was written in the forum' },
  PostEdited: { es: 'Se editó un mensaje del foro', en: 'A post of the forum was edited' },
  QuestionMarked: { es: 'Se marcó un hilo como pregunta', en: 'A thread was marked as a question' },
  AnswerAccepted: { es: 'Se aceptó una respuesta en el foro', en: 'An answer was accepted in the forum' },
  QuestionReopened: { es: 'Se reabrió una pregunta del foro', en: 'A question of the forum was reopened' },
  ThreadCirculated: { es: 'Se circuló un hilo del foro', en: 'A thread of the forum was circulated' },
  PostWithdrawn: { es: 'Se retiró un mensaje del foro', en: 'A post of the forum was withdrawn' },
  PostRestored: { es: 'Se restituyó un mensaje del foro', en: 'A post of the forum was restored' },
  ActivityDefined: { es: 'Se definió una actividad', en: 'An activity was defined' },
  SystemRegistered: { es: 'Se registró un sistema', en: 'A system was registered' },
  SystemAmended: { es: 'Se corrigió la ficha de un sistema', en: 'The record of a system was amended' },
  ReleaseRecorded: { es: 'Se registró una liberación', en: 'A release was recorded' },
  SystemReportingOpened: { es: 'Un sistema empezó a reportarse por Atalaya', en: 'A system began to be reported through Atalaya' },
  DependencyDeclared: { es: 'Se declaró una dependencia', en: 'A dependency was declared' },
  DependencyWithdrawn: { es: 'Se retiró una dependencia', en: 'A dependency was withdrawn' },
  GateOpened: { es: 'Se abrió una lista de puesta en producción', en: 'A go-live gate was opened' },
  RequirementMet: { es: 'Se acreditó un requisito', en: 'A requirement was met' },
  RequirementWaived: { es: 'Se dispensó un requisito', en: 'A requirement was waived' },
  GoLiveDecided: { es: 'Se decidió una puesta en producción', en: 'A go-live was decided' },
  ConditionMet: { es: 'Se cumplió una condición', en: 'A condition was met' },
  RollbackDecided: { es: 'Se decidió sobre una reversión', en: 'A rollback was decided' },
  IncidentOpened: { es: 'Se abrió un incidente', en: 'An incident was opened' },
  IncidentNoted: { es: 'Se agregó una nota a un incidente', en: 'A note was added to an incident' },
  IncidentMitigated: { es: 'Se mitigó un incidente', en: 'An incident was mitigated' },
  IncidentResolved: { es: 'Se resolvió un incidente', en: 'An incident was resolved' },
  IncidentClosed: { es: 'Se cerró un incidente', en: 'An incident was closed' },
  MaintenancePlanned: { es: 'Se planeó un mantenimiento', en: 'A maintenance was planned' },
  MaintenanceCancelled: { es: 'Se canceló un mantenimiento', en: 'A maintenance was cancelled' },
  FigureDefined: { es: 'Se definió una cifra', en: 'A figure was defined' },
  FiguresReported: { es: 'Se registraron cifras', en: 'Figures were reported' },
  MilestonePlanned: { es: 'Se planeó un hito', en: 'A milestone was planned' },
  MilestoneReplanned: { es: 'Se reprogramó un hito', en: 'A milestone was replanned' },
  MilestoneReached: { es: 'Se cumplió un hito', en: 'A milestone was reached' },
  MilestoneReopened: { es: 'Se reabrió un hito', en: 'A milestone was reopened' },
  WriteKeyIssued: { es: 'Se emitió una llave de escritura', en: 'A write key was issued' },
  WriteKeyRevoked: { es: 'Se revocó una llave de escritura', en: 'A write key was revoked' },
  WebhookListed: { es: 'Se registró un aviso saliente', en: 'A webhook was listed' },
  WebhookRetired: { es: 'Se retiró un aviso saliente', en: 'A webhook was retired' },
  WebhookFailed: { es: 'Un aviso saliente no se recibió', en: 'A webhook was not taken' },
  PersonErased: { es: 'Se borraron los datos personales de alguien', en: 'Somebody’s personal data were erased' },
  WitnessListed: { es: 'Se registró un testigo de la bitácora', en: 'A witness of the log was listed' },
  WitnessRetired: { es: 'Se retiró un testigo de la bitácora', en: 'A witness of the log was retired' },
  CheckpointCosigned: { es: 'Se cofirmó un punto de control', en: 'A checkpoint was cosigned' },
  WitnessFailed: { es: 'Un testigo no cofirmó', en: 'A witness did not cosign' },
  WebhookDelivered: { es: 'Se recibió un aviso saliente', en: 'A webhook was taken' },
  WriteKeyUsed: { es: 'Se reportó con una llave de escritura', en: 'A report was made with a write key' },
  ProbeListed: { es: 'Se registró una sonda', en: 'A probe was listed' },
  ProbeRetired: { es: 'Se retiró una sonda', en: 'A probe was retired' },
  ProbeTurned: { es: 'Cambió la condición de una sonda', en: 'The condition of a probe changed' },
  MilestoneDropped: { es: 'Se retiró un hito', en: 'A milestone was dropped' },
  AlertAcknowledged: { es: 'Se reconoció una alerta', en: 'An alert was acknowledged' },
  AlertThresholdSet: { es: 'Se fijó el umbral de una regla', en: 'The threshold of a rule was set' },
  VerificationRecorded: { es: 'Se registró una verificación del PREP', en: 'A verification of the PREP was recorded' },
  ComparisonRecorded: { es: 'Se comparó el PREP con los cómputos', en: 'The PREP was compared with the final count' },
  OrganisationRegistered: { es: 'Se registró una organización', en: 'An organisation was registered' },
  OfficeCreated: { es: 'Se creó un cargo', en: 'An office was created' },
  PersonRegistered: { es: 'Se registró una persona', en: 'A person was registered' },
  OfficeAssigned: { es: 'Se asignó un cargo', en: 'An office was assigned' },
  AssignmentEnded: { es: 'Terminó una asignación', en: 'An assignment ended' },
};

export const logWords = catalogue({
  log: { es: 'Bitácora', en: 'Log' },
  meta: {
    es: 'Todo lo que ocurrió, en el orden en que se supo. Nada se cambia ni se borra.',
    en: 'All that happened, in the order in which it was learnt. Nothing is changed or erased.',
  },
  entries: { es: 'Registros', en: 'Entries' },
  number: { es: 'Núm.', en: 'No.' },
  on: { es: 'Ocurrió', en: 'Happened' },
  at: { es: 'Se supo (UTC)', en: 'Learnt (UTC)' },
  what: { es: 'Qué', en: 'What' },
  who: { es: 'Registró', en: 'Recorded by' },
  where: { es: 'Flujo', en: 'Stream' },
  none: { es: 'No hay registros hasta esa fecha.', en: 'There are no entries up to that date.' },
  witnesses: { es: 'Testigos', en: 'Witnesses' },
  verify: { es: 'Verificar bitácora', en: 'Verify log' },
  checkpoint: { es: 'Punto de control', en: 'Checkpoint' },
  export: { es: 'Exportar', en: 'Export' },
  verification: { es: 'Verificación de la bitácora', en: 'Verification of the log' },
  verifiedMeta: {
    es: (size: number) => `Se volvió a calcular la huella de los ${size} registros y de todo el árbol.`,
    en: (size: number) => `The digests of the ${size} entries and of the whole tree were computed again.`,
  },
  sound: { es: 'La bitácora está íntegra', en: 'The log is sound' },
  soundText: {
    es: 'Ningún registro fue alterado, quitado ni agregado fuera de orden, y el último punto de control firmado coincide.',
    en: 'No entry was altered, removed or added out of order, and the last signed checkpoint agrees.',
  },
  broken: { es: 'La bitácora tiene fallas', en: 'The log has faults' },
  fault: { es: 'Falla', en: 'Fault' },
  place: { es: 'Dónde', en: 'Where' },
  advice: { es: 'Qué hacer', en: 'What to do' },
  size: { es: 'Registros', en: 'Entries' },
  root: { es: 'Raíz', en: 'Root' },
  key: { es: 'Clave pública de firma', en: 'Public signing key' },
  keyHint: {
    es: 'Guárdela fuera de este servidor: con ella se comprueba cualquier punto de control.',
    en: 'Keep it outside this server: any checkpoint can be checked with it.',
  },
  entry: { es: (seq: number) => `Registro ${seq}`, en: (seq: number) => `Entry ${seq}` },
  bytes: { es: 'Los bytes que se sellaron', en: 'The bytes that were sealed' },
  leaf: { es: 'Huella del registro', en: 'Digest of the entry' },
  proof: { es: 'Prueba de inclusión', en: 'Inclusion proof' },
  proofText: {
    es: (size: number) => `Con estas huellas, en este orden, cualquiera llega del registro a la raíz de ${size} registros (RFC 9162).`,
    en: (size: number) => `With these digests, in this order, anybody gets from the entry to the root of ${size} entries (RFC 9162).`,
  },
  withheld: { es: 'reservado', en: 'withheld' },
  withheldText: {
    es: 'Lo que dice este registro lo lee sólo quien tiene ese derecho. Su huella está arriba: basta para probar que está en la bitácora y que no ha cambiado.',
    en: 'What this entry says is read only by those with that right. Its digest is above: it is enough to prove that it is in the log and has not changed.',
  },
  unknownEntry: { es: 'La bitácora no tiene ese registro. Vea la lista.', en: 'The log has no such entry. See the list.' },
});
