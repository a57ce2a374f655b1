import type { IsoDate } from '../../core/event.ts';
import type { ReportKind } from '../../domain/reports/events.ts';
import { type Line, plus, said } from './line.ts';
import { secretariat } from './room-lines.ts';

const unit = said('Unidad Técnica de Servicios de Informática (UTSI)', 'Technical unit for information systems (UTSI)');
const office = said('Secretaría Técnica', 'Technical secretariat');
const party = said('Representación de partido', 'Party representative');

/** What the areas write of each informe: section, office, and its text in each of the cycles. */
const texts: Readonly<Record<ReportKind, readonly (readonly [section: string, office: string, text: string])[]>> = {
  prep: [
    [
      'presentacion',
      secretariat,
      'Este informe integra lo que los OPL entregaron hasta el corte y lo que la unidad de sistemas observó. Las cifras se derivan de la bitácora; el texto es de cada área.',
    ],
    [
      'estado',
      'utsi',
      'Los OPL avanzan conforme al plan, con tres excepciones que se detallan en la sección de atención. En los tres casos falta **el contrato con el tercero**, del que dependen las pruebas.\n\n- Se pidió a cada uno una fecha.\n- Se propone tratarlo en la reunión.',
    ],
    ['cambios', 'utsi', 'Los cambios del periodo corresponden sobre todo a documentos corregidos después de una observación.'],
  ],
  systems: [
    [
      'resumen',
      secretariat,
      'Se presentan veinticinco sistemas, con la actividad a la que sirve cada uno y la decisión de su puesta en producción.',
    ],
    ['estado', 'utsi', 'Los sistemas con desfase comparten la causa: el ambiente de pruebas no estuvo disponible en la fecha planeada.'],
    ['incidentes', 'utsi', 'De cada incidente mayor hay un análisis posterior y una persona responsable de lo que sigue.'],
    ['riesgos', 'utsi', 'Preocupan los sistemas sin pruebas de carga: el área usuaria no dará su visto bueno sin ellas.'],
  ],
};

/** One informe of a cycle: written, integrated, frozen, circulated, observed, answered, published. */
export function informeLines(kind: ReportKind, meeting: number, date: IsoDate): readonly Line[] {
  const cutoff = plus(date, -7);
  const report = `${kind}-${cutoff}`;
  const frozen = plus(date, -5);
  const written = texts[kind].flatMap(([section, by, text]): readonly Line[] => {
    const place = { informe: kind, cutoff, section };
    const author = by === secretariat ? office : unit;
    const version = { ...place, version: 1 };
    return [
      {
        on: plus(date, -6),
        office: by,
        verb: 'saveNarrative',
        data: { ...place, text: `${text}\n\nCorte de la reunión ${meeting}.`, author },
      },
      { on: plus(date, -6), office: by, verb: 'deliverNarrative', data: version },
      { on: frozen, office: secretariat, verb: 'integrateNarrative', data: version },
    ];
  });
  return [
    ...written,
    { on: frozen, office: secretariat, freeze: { kind, cutoff } },
    { on: frozen, office: secretariat, verb: 'circulateReport', data: { report } },
    ...(kind === 'prep' ? observed(report, date) : []),
    { on: plus(date, 2), office: secretariat, verb: 'publishReport', data: { report } },
  ];
}

function observed(report: string, date: IsoDate): readonly Line[] {
  const answerBy = plus(date, -1);
  const at = { report, section: 'estado', answerBy, from: party };
  const first = 'El párrafo habla de tres excepciones sin decir desde cuándo. ¿Cuál es la fecha de cada una?';
  const second = 'Conviene decir qué pruebas dependen del contrato.';
  const text = 'La fecha de cada una está en la página del OPL, con su alerta; se agrega al texto en el próximo informe.';
  return [
    { on: plus(date, -4), office: 'representacion-partido', verb: 'observeReport', data: { ...at, paragraph: 1, text: first } },
    { on: plus(date, -3), office: 'consejeria', verb: 'observeReport', data: { report, section: 'estado', answerBy, text: second } },
    { on: plus(date, -2), office: 'utsi', verb: 'answerReportObservation', data: { report, observation: 1, text, from: unit } },
    { on: plus(date, 1), office: secretariat, verb: 'attendReportObservation', data: { report, observation: 1, how: 'attended' } },
  ];
}
