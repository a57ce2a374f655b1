import { catalogue } from '../../core/words.ts';

export const boardWords = catalogue({
  board: { es: 'Tablero', en: 'Board' },
  jornada: { es: (date: string) => `Jornada electoral: ${date}`, en: (date: string) => `Election day: ${date}` },
  noJornada: { es: 'Jornada electoral: sin fijar', en: 'Election day: not fixed' },
  daysLeft: {
    es: (n: number) => (n === 1 ? 'falta 1 día' : `faltan ${n} días`),
    en: (n: number) => (n === 1 ? '1 day to go' : `${n} days to go`),
  },
  today: { es: 'es hoy', en: 'is today' },
  passed: {
    es: (n: number) => (n === 1 ? 'fue hace 1 día' : `fue hace ${n} días`),
    en: (n: number) => (n === 1 ? 'was 1 day ago' : `was ${n} days ago`),
  },
  opls: { es: (n: number) => (n === 1 ? '1 entidad' : `${n} entidades`), en: (n: number) => (n === 1 ? '1 entity' : `${n} entities`) },
  obligations: { es: (n: number) => `${n} obligaciones`, en: (n: number) => `${n} obligations` },
  atRisk: { es: 'En riesgo, y por qué', en: 'At risk, and why' },
  ofOpls: { es: (n: number, all: number) => `${n} de ${all} entidades`, en: (n: number, all: number) => `${n} of ${all} entities` },
  nothingAtRisk: {
    es: 'Las reglas no encuentran nada en lo registrado. Lo que nadie ha registrado está como sin información en la matriz.',
    en: 'The rules find nothing in what is recorded. What nobody has recorded stands as no information in the matrix.',
  },
  allAlerts: {
    es: (n: number) => (n === 1 ? 'Ver 1 alerta' : `Ver las ${n} alertas`),
    en: (n: number) => (n === 1 ? 'See 1 alert' : `See all ${n} alerts`),
  },
  changed: { es: 'Qué cambió', en: 'What changed' },
  since: { es: (date: string) => `desde el ${date}`, en: (date: string) => `since ${date}` },
  firstCutoff: { es: 'Todavía no hay un corte anterior con el cual comparar.', en: 'There is no earlier cut-off to compare with yet.' },
  nothingChanged: { es: 'Nada cambió desde el corte anterior.', en: 'Nothing has changed since the last cut-off.' },
  warning: { es: 'Advertencia', en: 'Warning' },
  moved: { es: (former: string) => `antes vencía el ${former}`, en: (former: string) => `was due on ${former}` },
  movedMany: {
    es: (n: number) => `${n} obligaciones cambiaron de fecha o de estado`,
    en: (n: number) => `${n} obligations changed date or status`,
  },
  due: { es: 'Por vencer', en: 'Due soon' },
  days30: { es: '30 días', en: '30 days' },
  nothingDue: { es: 'Nada vence en los próximos 30 días.', en: 'Nothing is due in the next 30 days.' },
  more: { es: (n: number) => `Ver las ${n}`, en: (n: number) => `See all ${n}` },
  matrix: { es: 'PREP por entidad y tema', en: 'PREP by entity and topic' },
  entity: { es: 'Entidad', en: 'Entity' },
  readReport: { es: 'Leer informe', en: 'Read report' },
  concluded: {
    es: (date: string) => `El calendario de reuniones concluyó: la última programada fue el ${date}.`,
    en: (date: string) => `The calendar of meetings is over: the last one scheduled was on ${date}.`,
  },
  otherDays: { es: 'Ver otra fecha', en: 'See another date' },
  otherDaysNote: { es: 'cortes y días con hechos', en: 'cut-offs and days with events' },
  noMeetings: {
    es: 'No hay reuniones programadas a esta fecha. Las programa la Secretaría Técnica.',
    en: 'No meetings are scheduled on this date. The technical secretariat schedules them.',
  },
  noPlanTitle: { es: 'Todavía no hay plan.', en: 'There is no plan yet.' },
  noPlan: {
    es: 'Aquí estará la matriz de obligaciones. La pone la Secretaría Técnica al adoptar el plan.',
    en: 'The matrix of obligations will be here. The technical secretariat puts it here by adopting the plan.',
  },
  alLabel: { es: 'Ver el estado al', en: 'See the state on' },
  alButton: { es: 'Ver estado', en: 'See state' },
});
