import { longDate } from '../../core/date-words.ts';
import { type Bilingual, catalogue } from '../../core/words.ts';
import type { BulkColumn } from './bulk.ts';

const said = (es: string, en: string): Bilingual => ({ es, en });

/** The words of the load from a spreadsheet. */
export const bulkWords = catalogue({
  title: { es: 'Carga desde hoja de cálculo', en: 'Load from a spreadsheet' },
  meta: {
    es: 'Registra muchos pasos de una vez. Primero se muestra qué haría cada renglón; nada se registra hasta confirmarlo.',
    en: 'Records many steps at once. First it shows what each row would do; nothing is recorded until you confirm.',
  },
  file: { es: 'Hoja (XLSX o CSV)', en: 'Sheet (XLSX or CSV)' },
  hint: {
    es: 'Columnas: OPL, Clave, Paso y Fecha; si hace falta, Fecha del documento y Nota. Se lee la primera hoja.',
    en: 'Columns: OPL, Code, Step and Date; if needed, Date of the document and Note. The first sheet is read.',
  },
  template: { es: 'Descargar una hoja de muestra (CSV)', en: 'Download a sample sheet (CSV)' },
  preview: { es: 'Revisar qué haría', en: 'Check what it would do' },
  rows: { es: 'Qué haría cada renglón', en: 'What each row would do' },
  line: { es: 'Renglón', en: 'Row' },
  opl: { es: 'OPL', en: 'OPL' },
  key: { es: 'Clave', en: 'Code' },
  step: { es: 'Paso', en: 'Step' },
  on: { es: 'Fecha', en: 'Date' },
  effectiveDate: { es: 'Fecha del documento', en: 'Date of the document' },
  note: { es: 'Nota', en: 'Note' },
  result: { es: 'Qué pasa', en: 'What happens' },
  right: { es: 'Se registraría', en: 'Would be recorded' },
  wrong: { es: 'No se puede', en: 'Cannot be' },
  confirm: {
    es: (n: number) => (n === 1 ? 'Registrar 1 paso' : `Registrar ${n} pasos`),
    en: (n: number) => (n === 1 ? 'Record 1 step' : `Record ${n} steps`),
  },
  faults: {
    es: (n: number) =>
      n === 1 ? 'Hay 1 renglón por corregir. No se registró nada.' : `Hay ${n} renglones por corregir. No se registró nada.`,
    en: (n: number) =>
      n === 1 ? '1 row has to be corrected. Nothing was recorded.' : `${n} rows have to be corrected. Nothing was recorded.`,
  },
  correct: {
    es: 'Corrija la hoja y vuelva a elegirla: se registran todos los renglones o ninguno.',
    en: 'Correct the sheet and choose it again: all rows are recorded, or none.',
  },
  done: {
    es: (n: number) => (n === 1 ? 'Se registró 1 paso.' : `Se registraron ${n} pasos.`),
    en: (n: number) => (n === 1 ? '1 step was recorded.' : `${n} steps were recorded.`),
  },
  none: { es: 'La hoja no tiene renglones debajo de sus títulos.', en: 'The sheet has no rows below its headings.' },
  choose: { es: 'Elija una hoja.', en: 'Choose a sheet.' },
  missing: {
    es: (columns: string) => `Al primer renglón le faltan estas columnas: ${columns}. Escriba sus títulos tal cual.`,
    en: (columns: string) => `The first row lacks these columns: ${columns}. Write their headings as they stand here.`,
  },
  changed: {
    es: 'Alguien registró algo al mismo tiempo. Revise de nuevo qué haría la hoja.',
    en: 'Somebody recorded something at the same time. Check again what the sheet would do.',
  },
});

/** What is wrong with a row, and what to do. */
export const bulkFaults = {
  empty: (column: BulkColumn): Bilingual =>
    said(
      `La celda de «${bulkWords('es')[column]}» está vacía. Si está combinada con otra, sepárela y repita el dato en cada renglón.`,
      `The cell of “${bulkWords('en')[column]}” is empty. If it is merged with another, split it and repeat the value in each row.`,
    ),
  opl: (given: string, known: readonly string[]): Bilingual =>
    said(
      `«${given}» no es un OPL de este proceso. Los que hay: ${known.join(', ')}.`,
      `“${given}” is no OPL of this process. There are: ${known.join(', ')}.`,
    ),
  step: (given: string): Bilingual =>
    said(
      `«${given}» no es un paso. Escriba Iniciada, Entregada, Puesta en revisión, Con observaciones, Concluida o No aplica.`,
      `“${given}” is no step. Write Started, Delivered, Put in review, With observations, Concluded or Not applicable.`,
    ),
  day: (given: string): Bilingual =>
    said(
      `«${given}» no es una fecha que se entienda. Escriba 2020-10-05, 5/10/2020 (día, mes, año) o 5 de octubre de 2020.`,
      `“${given}” is not understood as a date. Write 2020-10-05 or 5/10/2020 (day, month, year).`,
    ),
  future: (day: string, today: string): Bilingual =>
    said(
      `El ${longDate(day, 'es')} está en el futuro; hoy es ${longDate(today, 'es')}.`,
      `${longDate(day, 'en')} lies in the future; today is ${longDate(today, 'en')}.`,
    ),
  again: said(
    'Ese paso ya está registrado, con la misma fecha. Quite el renglón.',
    'That step is recorded already, with the same date. Take the row away.',
  ),
  right: said('Su cargo no registra pasos de ese OPL.', 'Your office does not record steps of that OPL.'),
} as const;

export const tableFaultText = {
  'no-table': said(
    'Ese archivo no es una hoja de cálculo. Elija un XLSX o un CSV.',
    'That file is no spreadsheet. Choose an XLSX or a CSV.',
  ),
  'too-large': said(
    'La hoja es demasiado grande: hasta 5 MB y 5,000 renglones. Divídala.',
    'The sheet is too large: up to 5 MB and 5,000 rows. Split it.',
  ),
  unreadable: said(
    'No se pudo leer la hoja: está dañada o incompleta. Guárdela de nuevo y vuelva a elegirla.',
    'The sheet could not be read: it is damaged or incomplete. Save it again and choose it again.',
  ),
} as const;
