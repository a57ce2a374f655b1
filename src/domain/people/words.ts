import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue } from '../../core/words.ts';
import type { PeopleRefusal } from './decide.ts';
import type { Capacity, OrganisationKind, Role } from './events.ts';
import type { Right, RightRefusal } from './rights.ts';

type Names<K extends string> = Readonly<Record<K, Bilingual>>;

export const roleWords = catalogue({
  'technical-secretariat': { es: 'Secretaría técnica', en: 'Technical secretariat' },
  chair: { es: 'Presidencia', en: 'Chair' },
  councillor: { es: 'Consejería electoral', en: 'Electoral councillor' },
  adviser: { es: 'Asesoría', en: 'Adviser' },
  'party-representative': { es: 'Representación de partido o del Poder Legislativo', en: 'Party or legislature representative' },
  'systems-unit': { es: 'Unidad de sistemas', en: 'Systems unit' },
  'user-area': { es: 'Área usuaria', en: 'User area' },
  opl: { es: 'Organismo público local', en: 'Local electoral body (OPL)' },
  auditor: { es: 'Ente auditor', en: 'Auditor' },
  administrator: { es: 'Administración', en: 'Administrator' },
  'public-reader': { es: 'Lectura pública', en: 'Public reader' },
} satisfies Names<Role>);

export const capacityWords = catalogue({
  titular: { es: 'Titular', en: 'Titular' },
  suplente: { es: 'Suplente', en: 'Alternate' },
} satisfies Names<Capacity>);

export const organisationKindWords = catalogue({
  ine: { es: 'Instituto Nacional Electoral', en: 'National Electoral Institute (INE)' },
  opl: { es: 'Organismo público local', en: 'Local electoral body (OPL)' },
  'political-party': { es: 'Partido político', en: 'Political party' },
  legislature: { es: 'Poder Legislativo', en: 'Legislature' },
  auditor: { es: 'Ente auditor', en: 'Auditor' },
  other: { es: 'Otra', en: 'Other' },
} satisfies Names<OrganisationKind>);

export const rightWords = catalogue({
  administer: { es: 'administrar cargos, cuentas y procesos', en: 'administer offices, accounts and processes' },
  convene: { es: 'convocar y cambiar reuniones', en: 'schedule and reschedule meetings' },
  plan: { es: 'adoptar el plan y cambiar la jornada', en: 'adopt the plan and change election day' },
  'report-systems': { es: 'reportar todos los sistemas', en: 'report on every system' },
  'decide-go-live': { es: 'decidir la puesta en producción de un sistema', en: 'decide that a system goes into production' },
  'report-own-systems': { es: 'reportar los sistemas de su área', en: 'report on the systems of its area' },
  'report-progress': { es: 'registrar avances de las obligaciones', en: 'report progress on obligations' },
  deliver: { es: 'entregar documentos y responder observaciones', en: 'hand in documents and answer observations' },
  'review-deliverables': { es: 'revisar y observar entregables', en: 'review and observe deliverables' },
  'accept-deliverables': { es: 'aceptar entregables', en: 'accept deliverables' },
  'reserve-deliverables': { es: 'reservar entregables', en: 'reserve deliverables' },
  'read-reserved': { es: 'leer lo reservado', en: 'read what is reserved' },
  'freeze-report': { es: 'congelar informes', en: 'freeze reports' },
  'write-sections': { es: 'escribir el texto de sus secciones en los informes', en: 'write the text of their sections in reports' },
  'log-exercises': { es: 'programar simulacros y registrar sus cifras', en: 'plan drills and record their figures' },
  'review-exercises': { es: 'observar simulacros y fijar puntos de control', en: 'observe drills and set checkpoints' },
  'judge-exercises': { es: 'calificar simulacros y decidir en puntos de control', en: 'judge drills and decide at checkpoints' },
  acknowledge: { es: 'reconocer alertas', en: 'acknowledge alerts' },
  'read-internal': { es: 'leer lo que no está publicado', en: 'read what is not published' },
  'read-receipts': { es: 'leer los acuses de todos', en: 'read everybody’s receipts' },
  'take-minutes': { es: 'levantar la minuta', en: 'take minutes' },
  'take-part': { es: 'participar en las reuniones y en el foro', en: 'take part in meetings and in the forum' },
  moderate: { es: 'moderar el foro', en: 'moderate the forum' },
} satisfies Names<Right>);

/** The period as people read it; `to` absent: still running. */
const period = (one: { readonly from: string; readonly to?: string }): Bilingual =>
  one.to === undefined
    ? { es: `desde el ${one.from}`, en: `since ${one.from}` }
    : { es: `del ${one.from} al ${one.to}`, en: `from ${one.from} to ${one.to}` };

/** What was refused, and what to do. */
export function peopleRefusalText(refusal: PeopleRefusal): Bilingual {
  switch (refusal.kind) {
    case 'organisation-exists':
      return {
        es: `Ya existe la organización «${refusal.organisation}». Elija otra clave.`,
        en: `The organisation “${refusal.organisation}” exists already. Choose another id.`,
      };
    case 'organisation-unknown':
      return {
        es: `No existe la organización «${refusal.organisation}». Regístrela primero.`,
        en: `There is no organisation “${refusal.organisation}”. Register it first.`,
      };
    case 'office-exists':
      return {
        es: `Ya existe el cargo «${refusal.office}». Elija otra clave.`,
        en: `The office “${refusal.office}” exists already. Choose another id.`,
      };
    case 'office-unknown':
      return officeUnknown(refusal.office);
    case 'opl-needed':
      return {
        es: `Un cargo con la función «${roleWords('es')[refusal.role]}» actúa por un OPL. Indique cuál.`,
        en: `An office with the role “${roleWords('en')[refusal.role]}” acts for one OPL. Say which.`,
      };
    case 'person-exists':
      return { es: 'Esta persona ya está registrada.', en: 'This person is registered already.' };
    case 'person-unknown':
      return { es: 'Esta persona no está registrada. Regístrela primero.', en: 'This person is not registered. Register them first.' };
    case 'ends-before-it-starts':
      return {
        es: `El último día (${refusal.to}) es anterior al primero (${refusal.from}). Revise ambas fechas.`,
        en: `The last day (${refusal.to}) comes before the first (${refusal.from}). Check both dates.`,
      };
    case 'office-has-titular':
      return {
        es: `«${refusal.office.es}» ya tiene titular ${period(refusal).es}. Termine esa asignación, cambie las fechas o nombre a la persona suplente.`,
        en: `“${refusal.office.en}” has a titular already ${period(refusal).en}. End that assignment, change the dates, or name the person as alternate.`,
      };
    case 'holds-it-already':
      return {
        es: `Esta persona ya ocupa «${refusal.office.es}» ${period(refusal).es}. Elija fechas que no se encimen.`,
        en: `This person holds “${refusal.office.en}” already ${period(refusal).en}. Choose dates that do not overlap.`,
      };
    case 'assignment-unknown':
      return {
        es: `Esta persona no tiene una asignación a ese cargo que empiece el ${refusal.from}. Revise la lista de asignaciones.`,
        en: `This person has no assignment to that office that starts on ${refusal.from}. See the list of assignments.`,
      };
    case 'ended-already':
      return {
        es: `Esta asignación ya termina el ${refusal.to}. Para prolongarla, asigne el cargo de nuevo.`,
        en: `This assignment ends on ${refusal.to} already. To lengthen it, assign the office again.`,
      };
    case 'erased-already':
      return {
        es: `Los datos de esta persona ya se borraron el ${refusal.on}. No hay nada más que borrar.`,
        en: `The data of this person were erased on ${refusal.on} already. There is nothing more to erase.`,
      };
    case 'holds-office':
      return {
        es: `Esta persona ocupa «${refusal.office.es}». Termine primero esa asignación, con ayer como último día.`,
        en: `This person holds “${refusal.office.en}”. End that assignment first, with yesterday as its last day.`,
      };
    case 'begun-already':
      return {
        es: `Esta asignación empezó el ${refusal.from} y ese día cuenta. Indique un último día igual o posterior.`,
        en: `This assignment began on ${refusal.from}, and that day counts. Give that day or a later one as the last.`,
      };
    default:
      return unreachable(refusal);
  }
}

/** Why somebody may not do something, and what would let them. */
export function rightRefusalText(refusal: RightRefusal): Bilingual {
  switch (refusal.kind) {
    case 'office-unknown':
      return officeUnknown(refusal.office);
    case 'office-not-held':
      return {
        es: `Usted no ocupa «${refusal.office.es}» el ${refusal.on}. Elija un cargo que ocupe ese día, o pida su asignación a la administración.`,
        en: `You do not hold “${refusal.office.en}” on ${refusal.on}. Choose an office you hold on that day, or ask the administrator to assign it.`,
      };
    case 'right-not-granted':
      return {
        es: `«${refusal.office.es}» no tiene permiso para ${rightWords('es')[refusal.right]}. Si ocupa otro cargo que sí lo tenga, elíjalo.`,
        en: `“${refusal.office.en}” may not ${rightWords('en')[refusal.right]}. If you hold another office that may, choose it.`,
      };
    case 'other-opl':
      return {
        es: `«${refusal.office.es}» solo puede ${rightWords('es')[refusal.right]} ${refusal.own ? `del OPL «${refusal.own}»` : 'de su OPL, y no tiene ninguno asignado'}${refusal.asked ? `, no de «${refusal.asked}»` : ''}.`,
        en: `“${refusal.office.en}” may ${rightWords('en')[refusal.right]} ${refusal.own ? `only for the OPL “${refusal.own}”` : 'only for its own OPL, and it has none'}${refusal.asked ? `, not for “${refusal.asked}”` : ''}.`,
      };
    default:
      return unreachable(refusal);
  }
}

const officeUnknown = (office: string): Bilingual => ({
  es: `No existe el cargo «${office}». Revise la lista de cargos.`,
  en: `There is no office “${office}”. See the list of offices.`,
});
