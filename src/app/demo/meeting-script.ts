import { type Subject, subjectOf } from '../../core/subject.ts';
import type { Purpose } from '../../domain/agenda/events.ts';

/** What the group takes up in a meeting, what is noted of it and what comes out. `{opl}` stands for an OPL in trouble. */
export type Topic = {
  readonly title: string;
  readonly purpose: Purpose;
  readonly minutes: number;
  readonly presenter?: string;
  readonly informe?: 'prep' | 'systems';
  readonly subject?: Subject;
  readonly notes: readonly string[];
  readonly outcome?: readonly ['information' | 'agreement', string];
  readonly commitments?: readonly Promised[];
};
/** Days are counted from the meeting. `overdue` ones are simply never evidenced. */
export type Promised = {
  readonly owner: string;
  readonly text: string;
  readonly dueDays: number;
  readonly subject?: Subject;
  readonly extended?: { readonly after: number; readonly toDays: number; readonly reason: string };
  readonly evidence?: { readonly after: number; readonly text: string };
  readonly closedAfter?: number;
};

const standing = (prep: string, systems: string): readonly Topic[] => [
  {
    title: 'Informe sobre la implementación y operación de los PREP',
    purpose: 'discuss',
    minutes: 25,
    presenter: 'utsi',
    informe: 'prep',
    notes: [prep],
    outcome: ['information', 'Se da por presentado el informe sobre los PREP.'],
  },
  {
    title: 'Informe sobre los sistemas de la RED INE',
    purpose: 'discuss',
    minutes: 20,
    presenter: 'utsi',
    informe: 'systems',
    notes: [systems],
    outcome: ['information', 'Se da por presentado el informe sobre los sistemas.'],
  },
];
const approval = (number: number): Topic => ({
  title: `Aprobación de la minuta de la reunión ${number}`,
  purpose: 'agree',
  minutes: 5,
  presenter: 'secretaria-tecnica',
  notes: [],
  outcome: ['agreement', `Se aprueba la minuta de la reunión ${number}.`],
});
const general: Topic = { title: 'Asuntos generales', purpose: 'discuss', minutes: 10, notes: [] };

/** Meeting by meeting, as far as the demonstration has come: three were held, the fourth is convened. */
export const topicsOf = (troubled: readonly { readonly id: string; readonly office: string }[]): readonly (readonly Topic[])[] => {
  const [one, two] = troubled;
  const ofOpl = (opl: typeof one) => (opl === undefined ? {} : { subject: subjectOf('opl', opl.id) });
  return [
    [
      ...standing(
        'La unidad de sistemas presenta el estado de los treinta y dos OPL. Dos todavía no entregan en Atalaya: de ellos **no hay información**, lo que no significa retraso.',
        'La mayoría de los sistemas está en desarrollo; tres ya operan.',
      ),
      {
        title: 'Criterio para señalar que un OPL requiere atención',
        purpose: 'agree',
        minutes: 15,
        presenter: 'consejeria',
        notes: ['La consejería pide que el criterio sea el mismo en el informe y en el tablero.'],
        outcome: ['agreement', 'Requiere atención el OPL con una obligación fuera de plazo, con observaciones o fuera del plan.'],
        commitments: [
          {
            owner: 'utsi',
            text: 'Publicar el calendario de pruebas de carga de los sistemas',
            dueDays: 20,
            evidence: { after: 15, text: 'El calendario está en la página de sistemas.' },
            closedAfter: 18,
          },
          {
            owner: one?.office ?? 'utsi',
            text: 'Entregar el contrato con el tercero, firmado',
            dueDays: 30,
            ...ofOpl(one),
            extended: { after: 28, toDays: 55, reason: 'El consejo del OPL sesiona hasta el mes siguiente.' },
          },
        ],
      },
      general,
    ],
    [
      approval(1),
      ...standing(
        'Se revisan los OPL con observaciones sin atender. Un proveedor común a tres de ellos avisó de cambios en su equipo.',
        'Se revisa la lista de producción de los sistemas que sirven a la capacitación.',
      ),
      {
        title: 'Proveedor común a varios OPL',
        purpose: 'discuss',
        minutes: 15,
        presenter: 'utsi',
        notes: [
          'La representación pregunta qué pasa si el proveedor deja a los tres al mismo tiempo.',
          'Cada OPL debe tener su plan de continuidad probado.',
        ],
        outcome: ['agreement', 'Los OPL con ese proveedor presentan su plan de continuidad antes de la próxima reunión.'],
        commitments: [
          {
            owner: 'deoe',
            text: 'Enviar a los OPL la guía de planes de continuidad',
            dueDays: 10,
            evidence: { after: 8, text: 'Se envió por oficio a los treinta y dos OPL.' },
            closedAfter: 12,
          },
          {
            owner: 'ente-auditor',
            text: 'Informar el alcance de las pruebas de seguridad',
            dueDays: 25,
            evidence: { after: 24, text: 'Se presenta el documento de alcance.' },
          },
        ],
      },
      {
        title: 'Seguimiento de compromisos',
        purpose: 'discuss',
        minutes: 10,
        presenter: 'secretaria-tecnica',
        notes: ['Se revisan uno por uno.'],
      },
      general,
    ],
    [
      approval(2),
      ...standing(
        'Se revisa la preparación de las pruebas funcionales y la agenda de simulacros.',
        'Dos sistemas no recibieron visto bueno para producción: faltan pruebas de carga y capacitación.',
      ),
      {
        title: 'Simulacros: calendario y forma de medirlos',
        purpose: 'agree',
        minutes: 20,
        presenter: 'utsi',
        notes: [
          'Se medirá cada simulacro con la misma forma que la jornada.',
          'La asesoría pide ver las cifras de captura **contra** las publicadas.',
        ],
        outcome: ['agreement', 'Los tres simulacros se miden con la misma forma; sus cifras se registran el mismo día.'],
        commitments: [
          {
            owner: two?.office ?? 'utsi',
            text: 'Registrar el calendario de simulacros aprobado por su consejo',
            dueDays: 15,
            ...ofOpl(two),
          },
          {
            owner: 'utsi',
            text: 'Presentar el resultado de la segunda prueba de carga',
            dueDays: 34,
            subject: subjectOf('system', 'conteo-rapido'),
          },
        ],
      },
      {
        title: 'Seguimiento de compromisos',
        purpose: 'discuss',
        minutes: 10,
        presenter: 'secretaria-tecnica',
        notes: ['Se revisan uno por uno.'],
      },
      general,
    ],
    [
      approval(3),
      ...standing('', ''),
      {
        title: 'Resultado de los simulacros y decisión de los puntos de control',
        purpose: 'agree',
        minutes: 25,
        presenter: 'utsi',
        notes: [],
      },
      general,
    ],
  ];
};
