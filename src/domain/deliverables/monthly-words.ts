import { catalogue } from '../../core/words.ts';

/** The words of the monthly reports: their form, their panel and their list. */
export const monthlyWords = catalogue({
  reports: { es: 'Informes mensuales', en: 'Monthly reports' },
  meta: {
    es: 'El informe de cada mes vence el día 5 del siguiente. Entre paréntesis, los días de retraso.',
    en: 'The report of each month is due by day 5 of the next. In brackets, the days it was late.',
  },
  report: { es: 'Informe del mes', en: 'Report of the month' },
  fill: { es: 'Llenar el informe', en: 'Fill in the report' },
  fillHint: {
    es: 'Las cifras se cuentan desde el principio y hasta el fin del mes. Deje vacío lo que no sepa: un cero es un cero.',
    en: 'Figures are counted from the beginning and up to the end of the month. Leave empty what you do not know: a zero is a zero.',
  },
  orFile: {
    es: 'Puede adjuntar el oficio y sus anexos, o entregar solo archivos y no llenar el informe.',
    en: 'You may attach the covering letter and annexes, or hand in files alone and leave the report empty.',
  },
  done: { es: 'Qué se hizo en el mes', en: 'What was done in the month' },
  next: { es: 'Qué sigue el mes próximo', en: 'What comes next month' },
  obstacles: { es: 'Qué lo impide o lo pone en riesgo', en: 'What stands in the way or puts it at risk' },
  figures: { es: 'Cifras', en: 'Figures' },
  groupWork: { es: 'Trabajo y sistema', en: 'Work and system' },
  groupStaff: { es: 'Personal', en: 'Staff' },
  groupPlaces: { es: 'CATD y CCV', en: 'CATDs and CCVs' },
  figure: { es: 'Cifra', en: 'Figure' },
  before: { es: (month: string, value: string) => `${month}: ${value}`, en: (month: string, value: string) => `${month}: ${value}` },
  firstReport: { es: 'Es el primer informe con cifras de este OPL.', en: 'This is the first report of this OPL with figures.' },
  notStated: { es: 'sin información', en: 'no information' },
  value: { es: 'Valor', en: 'Value' },
  month: { es: 'Mes', en: 'Month' },
  daysLate: { es: 'Días tarde', en: 'Days late' },
  change: { es: 'Cambio', en: 'Change' },
  late: {
    es: (n: number) => (n === 1 ? '1 día tarde' : `${n} días tarde`),
    en: (n: number) => (n === 1 ? '1 day late' : `${n} days late`),
  },
  badFigure: {
    es: 'Escriba un número entero, desde 0 y hasta 1,000,000, o deje el campo vacío.',
    en: 'Write a whole number, from 0 to 1,000,000, or leave the field empty.',
  },
  series: { es: (acronym: string) => `Informes mensuales de ${acronym}`, en: (acronym: string) => `Monthly reports of ${acronym}` },
  seriesEmpty: {
    es: 'Aquí estarán las cifras de cada mes. Las entrega el OPL al llenar su informe.',
    en: 'The figures of each month will be here. The OPL hands them in by filling in its report.',
  },
  noMonths: {
    es: 'El plan vigente no pide informes mensuales.',
    en: 'The plan in force asks for no monthly reports.',
  },
});
