import { longDate } from '../../core/date-words.ts';
import type { Shape } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue } from '../../core/words.ts';
import type { CommitmentRefusal } from './decide.ts';
import type { CommitmentEvent } from './events.ts';
import type { Standing } from './views.ts';

export const standingNames: Readonly<Record<Standing, Bilingual>> = {
  pending: { es: 'Pendiente', en: 'Pending' },
  overdue: { es: 'Vencido', en: 'Overdue' },
  evidenced: { es: 'Con evidencia', en: 'With evidence' },
  closed: { es: 'Cerrado', en: 'Closed' },
  dropped: { es: 'Retirado', en: 'Dropped' },
};
export const standingShapes: Readonly<Record<Standing, Shape>> = {
  pending: 'todo',
  overdue: 'late',
  evidenced: 'doing',
  closed: 'done',
  dropped: 'unknown',
};
export const stepNames: Readonly<Record<CommitmentEvent['type'], Bilingual>> = {
  CommitmentMade: { es: 'Se contrajo', en: 'Made' },
  CommitmentExtended: { es: 'Se prorrogó', en: 'Extended' },
  EvidenceGiven: { es: 'Se dio evidencia', en: 'Evidence given' },
  CommitmentReturned: { es: 'Se devolvió', en: 'Returned' },
  CommitmentClosed: { es: 'Se cerró', en: 'Closed' },
  CommitmentDropped: { es: 'Se retiró', en: 'Dropped' },
};

export function commitmentRefusalText(refusal: CommitmentRefusal): Bilingual {
  switch (refusal.kind) {
    case 'commitment-unknown':
      return {
        es: `No hay compromiso «${refusal.commitment}». Vea la lista.`,
        en: `There is no commitment “${refusal.commitment}”. See the list.`,
      };
    case 'due-before':
      return {
        es: `El plazo (${longDate(refusal.due, 'es')}) es anterior al día en que se contrae (${longDate(refusal.on, 'es')}). Elija otro.`,
        en: `The due date (${longDate(refusal.due, 'en')}) comes before the day it is made (${longDate(refusal.on, 'en')}). Choose another.`,
      };
    case 'not-owner':
      return {
        es: `La evidencia de ${refusal.commitment} la da su responsable. Actúe con ese cargo.`,
        en: `Evidence for ${refusal.commitment} is given by the office that owes it. Act as that office.`,
      };
    case 'own-evidence':
      return {
        es: `${refusal.commitment} lo cierra otro cargo que no sea su responsable. Pídalo a la Secretaría Técnica.`,
        en: `${refusal.commitment} is closed by an office other than the one that owes it. Ask the technical secretariat.`,
      };
    case 'wrong-stage': {
      const standing = standingNames[refusal.stage === 'open' ? 'pending' : refusal.stage];
      return {
        es: `No procede: ${refusal.commitment} está «${standing.es.toLowerCase()}». Vea qué paso sigue.`,
        en: `Not now: ${refusal.commitment} stands as “${standing.en.toLowerCase()}”. See which step is next.`,
      };
    }
    case 'nothing-changed':
      return { es: 'Ese es ya su plazo. Elija otro día.', en: 'That is its due date already. Choose another day.' };
    default:
      return unreachable(refusal);
  }
}

export const commitmentWords = catalogue({
  commitments: { es: 'Compromisos', en: 'Commitments' },
  meta: {
    es: 'Lo que cada quien tomó a su cargo en una reunión o por una observación. Se arrastra hasta que se cierra.',
    en: 'What each office took upon itself at a meeting or after an observation. It is carried until it is closed.',
  },
  none: {
    es: 'Aquí estarán los compromisos. Se contraen en las reuniones; los registra la Secretaría Técnica.',
    en: 'Commitments will be here. They are made at meetings; the technical secretariat records them.',
  },
  commitment: { es: 'Compromiso', en: 'Commitment' },
  owner: { es: 'Responsable', en: 'Owed by' },
  due: { es: 'Vence', en: 'Due' },
  state: { es: 'Estado', en: 'State' },
  origin: { es: 'Origen', en: 'Origin' },
  about: { es: 'Trata de', en: 'About' },
  filter: { es: 'Filtrar', en: 'Filter' },
  all: { es: 'Todos', en: 'All' },
  chain: { es: 'Cadena', en: 'Chain' },
  make: { es: 'Registrar compromiso', en: 'Record commitment' },
  extend: { es: 'Prorrogar compromiso', en: 'Extend commitment' },
  evidence: { es: 'Dar evidencia', en: 'Give evidence' },
  giveBack: { es: 'Devolver compromiso', en: 'Return commitment' },
  close: { es: 'Cerrar compromiso', en: 'Close commitment' },
  drop: { es: 'Retirar compromiso', en: 'Drop commitment' },
  text: { es: 'Qué se compromete', en: 'What is promised' },
  evidenceText: { es: 'Qué muestra que se cumplió', en: 'What shows that it was done' },
  reason: { es: 'Motivo', en: 'Reason' },
  note: { es: 'Nota', en: 'Note' },
  newDue: { es: 'Nuevo plazo', en: 'New due date' },
  decide: { es: 'Resolver', en: 'Decide' },
  item: { es: 'Punto', en: 'Point' },
  unknown: { es: 'No hay ningún compromiso con esa clave. Vea la lista.', en: 'There is no commitment with that id. See the list.' },
  textMissing: { es: 'Escríbalo, en 2000 caracteres o menos.', en: 'Write it, in 2000 characters or fewer.' },
  ownerMissing: { es: 'Elija un cargo de la lista.', en: 'Choose an office of the list.' },
  conflict: {
    es: 'Alguien registró algo al mismo tiempo. Revise y vuelva a intentarlo.',
    en: 'Somebody recorded something at the same time. Look again and retry.',
  },
  overdueBy: { es: (n: number) => `${n} días de atraso`, en: (n: number) => `${n} days late` },
  dueOn: { es: (date: string) => `vence el ${date}`, en: (date: string) => `due ${date}` },
});
