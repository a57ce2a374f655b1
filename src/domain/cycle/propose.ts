import { longDate } from '../../core/date-words.ts';
import { subjectOf } from '../../core/subject.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import type { Point } from '../agenda/events.ts';
import { type AgendaState, agendaOf, copiesOf } from '../agenda/views.ts';
import type { AlertsWorld } from '../alerts/views.ts';
import { overdueCommitments, pendingCommitments } from '../commitments/views.ts';
import { calendarOf, type MeetingsState, meetingOf } from '../meetings/views.ts';
import { type MinutesState, recordOf } from '../minutes/views.ts';
import { atRisk, changesBetween, matrixOf } from '../plan/views.ts';
import { editionsOf, unansweredOf } from '../reports/views.ts';
import { alertProposals, questionProposals } from './propose-warnings.ts';

/** A point that the state of things suggests, and why. */
export type Proposal = {
  /** The same for the same cause, so that what was ticked is found again. */
  readonly key: string;
  readonly point: Point;
  readonly carriedFrom?: { readonly meeting: number; readonly item: number };
  readonly why: string;
};

export type ProposalWorld = AlertsWorld & { readonly agenda: AgendaState; readonly minutes: MinutesState };
/** The same world at the cut-off before; absent when there was none. */
export type Before = { readonly cutoff: string; readonly world: Pick<ProposalWorld, 'process' | 'plan'> };

/** The meeting before this one that stands, by date. */
export const formerMeeting = (meetings: MeetingsState, number: number) => {
  const row = meetingOf(meetings, number);
  return row && calendarOf(meetings).findLast((one) => one.status.kind !== 'cancelled' && one.appointment.date < row.appointment.date);
};

/** What should be on the agenda of a meeting, in the order in which it is usually taken, without what is on it already. */
export function proposalsFor(
  world: ProposalWorld,
  number: number,
  day: string,
  lang: Lang,
  before: Before | undefined,
): readonly Proposal[] {
  const row = meetingOf(world.meetings, number);
  if (!row) return [];
  const say = (text: Bilingual): string => pick(text, lang);
  const former = formerMeeting(world.meetings, number);
  const cutoff = row.dates.cutoff.toString();
  const items = matrixOf(world.process, world.plan, day).flatMap((one) => one.items);
  const past = before && matrixOf(before.world.process, before.world.plan, before.cutoff).flatMap((one) => one.items);
  const changes = past ? changesBetween(past, items) : [];
  const risks = atRisk(items);
  const point = (title: Bilingual, purpose: Point['purpose'], minutes: number, documents: Point['documents'] = []): Point => ({
    title: say(title),
    purpose,
    minutes,
    documents: [...documents],
  });
  const proposals: Proposal[] = [];
  if (former)
    proposals.push({
      key: 'minuta',
      point: point(
        { es: `Aprobación de la minuta de la reunión ${former.number}`, en: `Approval of the minutes of meeting ${former.number}` },
        'agree',
        5,
        [subjectOf('meeting', String(former.number))],
      ),
      why: say({ es: 'La minuta se aprueba en la reunión siguiente.', en: 'Minutes are approved at the next meeting.' }),
    });
  for (const kind of ['prep', 'systems'] as const) {
    const [latest] = editionsOf(world.reports, kind, cutoff);
    const name = {
      prep: {
        es: 'Informe sobre la implementación y operación de los PREP',
        en: 'Report on the implementation and operation of the PREPs',
      },
      systems: { es: 'Informe sobre los sistemas de la RED INE', en: 'Report on the RED INE systems' },
    }[kind];
    proposals.push({
      key: `informe-${kind}`,
      point: point(name, 'discuss', 20, latest ? [subjectOf('report', latest.id)] : []),
      why: latest
        ? say({ es: `Congelado con corte al ${longDate(cutoff, 'es')}.`, en: `Frozen with cut-off ${longDate(cutoff, 'en')}.` })
        : say({ es: 'Informe permanente del grupo; todavía sin congelar.', en: 'Standing report of the group; not frozen yet.' }),
    });
  }
  if (changes.length > 0 && before)
    proposals.push({
      key: 'cambios',
      point: point({ es: 'Cambios desde el corte anterior', en: 'Changes since the last cut-off' }, 'inform', 10),
      why: say({
        es: `${changes.length} obligaciones cambiaron desde el ${longDate(before.cutoff, 'es')}.`,
        en: `${changes.length} obligations changed since ${longDate(before.cutoff, 'en')}.`,
      }),
    });
  for (const opl of world.process.opls) {
    const own = risks.filter((one) => one.opl.id === opl.id);
    if (own.length === 0) continue;
    const codes = own.slice(0, 4).map((one) => one.obligation.code);
    const list = own.length > codes.length ? `${codes.join(', ')}…` : codes.join(', ');
    proposals.push({
      key: `atencion-${opl.id}`,
      point: {
        ...point(
          {
            es: `${opl.acronym}: obligaciones que requieren atención (${list})`,
            en: `${opl.acronym}: obligations that need attention (${list})`,
          },
          'discuss',
          10,
        ),
        subject: subjectOf('opl', opl.id),
      },
      why: say({
        es: `${own.length} fuera de plazo, con observaciones o fuera del plan.`,
        en: `${own.length} overdue, with observations, or left out of the plan.`,
      }),
    });
  }
  proposals.push(...alertProposals(world, day, lang));
  if (former) {
    for (const { carriedFrom: _, addedOn: __, item, ...rest } of agendaOf(world.agenda, former.number).items.filter((one) =>
      isOpen(one.item),
    ))
      proposals.push({
        key: `traslado-${item}`,
        point: rest,
        carriedFrom: { meeting: former.number, item },
        why: say({ es: `No se desahogó en la reunión ${former.number}.`, en: `It was not dealt with at meeting ${former.number}.` }),
      });
  }
  const unanswered = unansweredOf(world.reports);
  if (unanswered.length > 0)
    proposals.push({
      key: 'observaciones',
      point: point(
        { es: 'Observaciones a los informes sin respuesta', en: 'Observations of the reports without an answer' },
        'discuss',
        10,
        [...new Set(unanswered.map((one) => subjectOf('report', one.report)))].slice(0, 20),
      ),
      why: say({ es: `${unanswered.length} por responder.`, en: `${unanswered.length} to be answered.` }),
    });
  proposals.push(...questionProposals(world, day, lang));
  const open = pendingCommitments(world.commitments);
  if (open.length > 0) {
    const late = overdueCommitments(world.commitments, day).length;
    proposals.push({
      key: 'compromisos',
      point: point(
        { es: 'Seguimiento de compromisos', en: 'Follow-up of commitments' },
        'discuss',
        10,
        open.slice(0, 20).map((one) => subjectOf('commitment', one.id)),
      ),
      why: say({ es: `${open.length} abiertos, ${late} vencidos.`, en: `${open.length} open, ${late} overdue.` }),
    });
  }
  proposals.push({
    key: 'generales',
    point: point({ es: 'Asuntos generales', en: 'Other business' }, 'discuss', 10),
    why: say({ es: 'Cierra toda reunión.', en: 'It closes every meeting.' }),
  });
  const present = agendaOf(world.agenda, number).items;
  return proposals.filter(
    ({ point: { title }, carriedFrom }) =>
      !present.some(
        (one) =>
          one.title === title ||
          (carriedFrom && one.carriedFrom?.item === carriedFrom.item && one.carriedFrom.meeting === carriedFrom.meeting),
      ),
  );

  /** Deferred, or never taken up by the time the meeting closed, and not carried over yet. */
  function isOpen(item: number): boolean {
    if (former?.status.kind !== 'held') return false;
    const record = recordOf(world.minutes, former.number);
    const left = record.deferred.has(item) || (record.takenUp.size > 0 && !record.takenUp.has(item));
    return left && copiesOf(world.agenda, former.number, item).length === 0;
  }
}
