import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue } from '../../core/words.ts';
import type { CellFault, FigureColumn, FileRefusal, RowFault } from './figures-file.ts';
import { figureFaultText } from './operation-words.ts';

export const figuresPageWords = catalogue({
  figures: { es: 'Cifras de uso', en: 'Figures of use' },
  meta: {
    es: 'Lo reportado no es lo logrado, y cada cifra dice de cuántos.',
    en: 'Reported is not achieved, and each figure says out of how many.',
  },
  none: {
    es: 'Sin información: nadie ha definido qué se cuenta en este sistema. Lo hacen las áreas que lo reportan.',
    en: 'No information: nobody has defined what is counted in this system. The areas that report it do so.',
  },
  figure: { es: 'Cifra', en: 'Figure' },
  chooseFigure: { es: 'Elija la cifra.', en: 'Choose the figure.' },
  chooseEntity: { es: 'Elija la entidad.', en: 'Choose the entity.' },
  entity: { es: 'Entidad', en: 'Entity' },
  date: { es: 'Fecha', en: 'Date' },
  time: { es: 'Hora', en: 'Time' },
  timeHint: { es: 'Solo si se cuenta varias veces al día.', en: 'Only when it is counted several times a day.' },
  reported: { es: 'Reportado', en: 'Reported' },
  achieved: { es: 'Logrado', en: 'Achieved' },
  of: { es: 'De', en: 'Out of' },
  ofHint: { es: 'El total del que se reporta.', en: 'The total out of which it is reported.' },
  reportedShare: { es: 'Reportado', en: 'Reported' },
  stated: { es: 'Registrada', en: 'Recorded' },
  corrected: { es: (n: number) => (n === 1 ? 'Corregida 1 vez' : `Corregida ${n} veces`), en: (n: number) => `Corrected ${n}×` },
  outOf: {
    es: (name: string, denominator: string) => `${name}, de ${denominator.toLowerCase()}`,
    en: (name: string, denominator: string) => `${name}, out of ${denominator.toLowerCase()}`,
  },
  latest: { es: 'Última de cada entidad', en: 'Latest of each entity' },
  history: { es: 'Todas', en: 'All' },
  newest: {
    es: (n: number) => `Las ${n} más recientes; el archivo las tiene todas.`,
    en: (n: number) => `The ${n} newest; the file has all.`,
  },
  every: {
    es: (n: number) => (n === 1 ? 'Se espera cada día.' : `Se espera cada ${n} días.`),
    en: (n: number) => (n === 1 ? 'Due every day.' : `Due every ${n} days.`),
  },
  together: { es: 'Todas las entidades', en: 'All entities' },
  defineName: { es: 'Qué se cuenta', en: 'What is counted' },
  defineNameHint: { es: '«Casillas instaladas».', en: '“Polling places set up”.' },
  defineOf: { es: 'De qué total', en: 'Out of what total' },
  defineOfHint: { es: '«Casillas aprobadas».', en: '“Polling places approved”.' },
  everyDays: { es: 'Cada cuántos días', en: 'Every how many days' },
  everyHint: { es: 'Si pasan sin ella, será una alerta.', en: 'When they pass without it, it will be an alert.' },
  badEvery: { es: 'Escriba de 1 a 366 días.', en: 'Write from 1 to 366 days.' },
  reason: { es: 'Motivo de la corrección', en: 'Reason of the correction' },
  reasonHint: {
    es: 'Si otra cifra ya consta para esa entidad, día y hora.',
    en: 'When another figure stands for that entity, day and hour.',
  },
  load: { es: 'Cargar archivo de cifras', en: 'Load file of figures' },
  loadAbout: {
    es: 'CSV con las columnas entidad, fecha, hora, reportado, logrado y total. Antes de registrar se muestra qué se leyó.',
    en: 'CSV with the columns entity, date, time, reported, achieved and of. What was read is shown before it is recorded.',
  },
  template: { es: 'Plantilla con las entidades', en: 'Template with the entities' },
  file: { es: 'Archivo CSV', en: 'CSV file' },
  review: { es: 'Revisar archivo', en: 'Review file' },
  needFile: { es: 'Elija el archivo con las cifras.', en: 'Choose the file with the figures.' },
  preview: { es: 'Lo que se leyó', en: 'What was read' },
  previewCount: {
    es: (good: number, wrong: number) => `${good} filas sin falta · ${wrong} con falta`,
    en: (good: number, wrong: number) => `${good} rows without fault · ${wrong} with one`,
  },
  row: { es: 'Fila', en: 'Row' },
  fault: { es: 'Falta', en: 'Fault' },
  noFault: { es: 'Ninguna', en: 'None' },
  recordRows: { es: (n: number) => `Registrar ${n} cifras`, en: (n: number) => `Record ${n} figures` },
  allOrNone: {
    es: 'No se registró nada: corrija las filas señaladas y cargue el archivo otra vez.',
    en: 'Nothing was recorded: correct the rows marked and load the file again.',
  },
});

const columnWords: Readonly<Record<FigureColumn, Bilingual>> = {
  entity: { es: 'entidad', en: 'entity' },
  date: { es: 'fecha', en: 'date' },
  time: { es: 'hora', en: 'time' },
  reported: { es: 'reportado', en: 'reported' },
  achieved: { es: 'logrado', en: 'achieved' },
  of: { es: 'total', en: 'of' },
};

/** Why a file was not read, and what to do. */
export function fileRefusalText(refusal: FileRefusal): Bilingual {
  switch (refusal.kind) {
    case 'not-text':
      return { es: 'El archivo no es de texto. Guárdelo como CSV.', en: 'The file is not text. Save it as CSV.' };
    case 'not-csv':
      return {
        es: `El archivo no se entiende desde la línea ${refusal.line}. Revise sus comillas y guárdelo como CSV.`,
        en: `The file is not understood from line ${refusal.line} on. Check its quotation marks and save it as CSV.`,
      };
    case 'no-rows':
      return { es: 'El archivo no tiene filas bajo los títulos.', en: 'The file has no rows below its heads.' };
    case 'too-many':
      return { es: `El archivo pasa de ${refusal.most} filas. Divídalo.`, en: `The file has more than ${refusal.most} rows. Divide it.` };
    case 'no-column': {
      const { es, en } = columnWords[refusal.column];
      return { es: `Falta la columna «${es}». Use la plantilla.`, en: `The column “${en}” is missing. Use the template.` };
    }
    default:
      return unreachable(refusal);
  }
}

const isOfCell = (fault: RowFault): fault is CellFault => 'column' in fault;

/** What is wrong with one row of a file, and what to do. */
export function rowFaultText(fault: RowFault): Bilingual {
  if (!isOfCell(fault)) return figureFaultText(fault);
  const { row, typed } = fault;
  const column = columnWords[fault.column];
  switch (fault.kind) {
    case 'missing':
      return { es: `Fila ${row}: falta «${column.es}».`, en: `Row ${row}: “${column.en}” is missing.` };
    case 'no-number':
      return {
        es: `Fila ${row}: «${typed}» en «${column.es}» no es un número entero.`,
        en: `Row ${row}: “${typed}” in “${column.en}” is not a whole number.`,
      };
    case 'negative':
      return {
        es: `Fila ${row}: «${typed}» en «${column.es}» es negativo. Escriba 0 o más.`,
        en: `Row ${row}: “${typed}” in “${column.en}” is negative. Write 0 or more.`,
      };
    case 'no-date':
      return {
        es: `Fila ${row}: «${typed}» no es una fecha. Escríbala año-mes-día o día/mes/año.`,
        en: `Row ${row}: “${typed}” is not a date. Write it year-month-day or day/month/year.`,
      };
    case 'no-time':
      return {
        es: `Fila ${row}: «${typed}» no es una hora. Escríbala como 09:24.`,
        en: `Row ${row}: “${typed}” is not a time. Write it like 09:24.`,
      };
    default:
      return unreachable(fault);
  }
}
