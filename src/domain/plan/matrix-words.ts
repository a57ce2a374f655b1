import { catalogue } from '../../core/words.ts';

/** The words of the matrix and of the pages that compare OPLs. */
export const matrixWords = catalogue({
  filter: { es: 'Filtrar la matriz', en: 'Filter the matrix' },
  filterButton: { es: 'Filtrar', en: 'Filter' },
  columns: { es: 'Columnas', en: 'Columns' },
  byTopic: { es: 'Una por tema', en: 'One a topic' },
  byObligation: { es: 'Una por obligación', en: 'One an obligation' },
  all: { es: 'Todos', en: 'All' },
  anyStatus: { es: 'Cualquiera', en: 'Any' },
  anyRisk: { es: 'Cualquiera', en: 'Any' },
  topic: { es: 'Tema', en: 'Topic' },
  status: { es: 'Donde haya', en: 'Where there is' },
  risk: { es: 'Riesgo', en: 'Risk' },
  shown: {
    es: (opls: number, obligations: number) => `${opls} OPL × ${obligations} obligaciones`,
    en: (opls: number, obligations: number) => `${opls} OPLs × ${obligations} obligations`,
  },
  noneTitle: { es: 'Nada es como se pide.', en: 'Nothing is as asked for.' },
  none: {
    es: 'Ningún OPL tiene en esta fecha lo que pide el filtro. Quite alguna condición.',
    en: 'No OPL has what the filter asks for on this date. Take a condition away.',
  },
  advance: { es: 'Avance y comparación', en: 'Progress and comparison' },
  advanceMeta: {
    es: (opls: number, all: number) => `De los ${opls} OPL de ${all} que entregan por Atalaya: de los demás el silencio no dice nada.`,
    en: (opls: number, all: number) => `Of the ${opls} OPLs of ${all} that deliver through Atalaya: of the others silence says nothing.`,
  },
  nobodyTitle: { es: 'Ningún OPL entrega por Atalaya en esta fecha.', en: 'No OPL delivers through Atalaya on this date.' },
  nobody: {
    es: 'Aquí se comparará lo planeado con lo entregado. Empieza cuando la Secretaría Técnica abre las entregas de un OPL.',
    en: 'What was planned will be compared here with what was delivered. It begins when the technical secretariat opens reporting for an OPL.',
  },
  curve: { es: 'Planeado y entregado', en: 'Planned and delivered' },
  planned: { es: 'Planeado', en: 'Planned' },
  handedIn: { es: 'Entregado', en: 'Delivered' },
  curveAlt: {
    es: (day: string, planned: number, actual: number, all: number) =>
      `Al ${day} debían haberse entregado ${planned} de ${all} obligaciones y se habían entregado ${actual}.`,
    en: (day: string, planned: number, actual: number, all: number) =>
      `By ${day}, ${planned} of ${all} obligations were due and ${actual} had been delivered.`,
  },
  obligations: { es: 'obligaciones', en: 'obligations' },
  day: { es: 'Día', en: 'Day' },
  lateness: { es: 'Cuánto tarde', en: 'How late' },
  latenessNote: {
    es: 'Lo entregado, por los días que pasaron de su plazo, y lo que sigue sin entregarse.',
    en: 'What was delivered, by the days past its date, and what is still not delivered.',
  },
  latenessAlt: {
    es: (onTime: number, late: number, open: number) => `${onTime} a tiempo, ${late} tarde y ${open} fuera de plazo sin entregar.`,
    en: (onTime: number, late: number, open: number) => `${onTime} in time, ${late} late and ${open} overdue and not delivered.`,
  },
  delivered: { es: 'Entregadas', en: 'Delivered' },
  notDelivered: { es: 'Sin entregar', en: 'Not delivered' },
  daysRange: { es: 'Días de retraso', en: 'Days late' },
  onTime: { es: 'A tiempo', en: 'In time' },
  range: {
    es: (from: number, to: number | undefined) =>
      to === undefined ? `Más de ${from - 1} días` : from === to ? `${from} día` : `${from} a ${to} días`,
    en: (from: number, to: number | undefined) =>
      to === undefined ? `More than ${from - 1} days` : from === to ? `${from} day` : `${from} to ${to} days`,
  },
  compare: { es: 'Comparación de los OPL', en: 'Comparison of the OPLs' },
  compareAlt: {
    es: (opls: number) => `Cuántas obligaciones de cada uno de los ${opls} OPL están en cada estado.`,
    en: (opls: number) => `How many obligations of each of the ${opls} OPLs are in each status.`,
  },
  entity: { es: 'Entidad', en: 'Entity' },
  concluded: { es: 'Concluidas', en: 'Concluded' },
  doing: { es: 'En curso', en: 'Under way' },
  open: { es: 'Por iniciar', en: 'Not started' },
  late: { es: 'Entregadas tarde', en: 'Delivered late' },
  overdue: { es: 'Fuera de plazo', en: 'Overdue' },
  observed: { es: 'Con observaciones', en: 'With observations' },
  unknown: { es: 'Sin información', en: 'No information' },
  medianLate: { es: 'Retraso mediano', en: 'Median lateness' },
  days: { es: 'días', en: 'days' },
  acrossTitle: { es: 'En todos los OPL', en: 'In all OPLs' },
  when: { es: 'Entregada el', en: 'Delivered on' },
  daysLate: { es: 'Tarde', en: 'Late' },
  due: { es: 'Vence', en: 'Due' },
  unknownObligation: {
    es: 'El plan vigente no tiene esa obligación. Vea la matriz de los PREP.',
    en: 'The plan in force has no such obligation. See the matrix of the PREPs.',
  },
});
