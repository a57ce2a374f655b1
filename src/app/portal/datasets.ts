import { type Bilingual, pick } from '../../core/words.ts';
import type { DataColumn, DataValue } from '../../documents/parquet.ts';
import { calendarOf, outcomeOn } from '../../domain/meetings/views.ts';
import { outcomeNames } from '../../domain/meetings/words.ts';
import { matrixOn } from '../../domain/plan/views.ts';
import { confirmationWords, statusWords } from '../../domain/plan/words.ts';
import { reportsOf } from '../../domain/reports/views.ts';
import { kindWords } from '../../domain/reports/words.ts';
import { rowsOf } from '../../domain/systems/views.ts';
import { stageMark } from '../../domain/systems/words.ts';
import type { OpenWorld } from '../site.tsx';

/** Open data: one table, with what each of its columns says. Its words are Spanish, whatever the language of the page: programs compare them. */
export type Dataset = {
  readonly id: string;
  readonly title: Bilingual;
  readonly columns: readonly DataColumn[];
  readonly rows: (world: OpenWorld, day: string) => readonly (readonly DataValue[])[];
};

const text = (name: string, about: string): DataColumn => ({ name, kind: 'text', about });
const date = (name: string, about: string): DataColumn => ({ name, kind: 'day', about });
const count = (name: string, about: string): DataColumn => ({ name, kind: 'integer', about });

export const datasets: readonly Dataset[] = [
  {
    id: 'obligaciones',
    title: { es: 'Obligaciones del PREP de cada OPL, con su estado', en: 'PREP obligations of each OPL, with their state' },
    columns: [
      text('opl', 'Clave del OPL'),
      text('opl_nombre', 'Nombre del OPL'),
      text('clave', 'Clave de la obligación; las mensuales llevan su mes'),
      text('obligacion', 'Qué pide la norma'),
      date('vence', 'Último día'),
      text('estado', 'Estado ese día; «sin información» no es atraso'),
      count('dias_atraso', 'Días de atraso; 0 si no lo hay'),
      text('cita', 'De dónde sale la fecha'),
      text('confirmacion', 'Qué tan confirmada está la regla'),
    ],
    rows: (world, day) =>
      matrixOn(world, day).flatMap(({ items }) =>
        items.map(({ opl, obligation, status, daysLate }) => [
          opl.id,
          opl.name.es,
          obligation.key,
          obligation.title.es,
          obligation.due,
          statusWords[status].es,
          daysLate,
          obligation.citation,
          confirmationWords[obligation.confirmation].es,
        ]),
      ),
  },
  {
    id: 'sistemas',
    title: { es: 'Sistemas de la RED INE, con su estado', en: 'RED INE systems, with their state' },
    columns: [
      text('sistema', 'Clave del sistema'),
      text('nombre', 'Nombre'),
      text('estado', 'Estado ese día'),
      text('area', 'Área responsable, si se conoce'),
      date('en_produccion', 'Desde cuándo está en producción, o cuándo se prevé'),
      count('dias_desfase', 'Días de desfase contra el primer plan'),
    ],
    rows: ({ process, systems }, day) =>
      rowsOf(process, systems, day).map((row) => [
        row.system.id,
        row.system.description.name.es,
        stageMark(row.stage, 'es').word,
        row.system.description.owner ?? null,
        row.liveSince ?? row.goLive?.date ?? null,
        row.slipDays ?? null,
      ]),
  },
  {
    id: 'reuniones',
    title: { es: 'Calendario del grupo de trabajo', en: 'Calendar of the working group' },
    columns: [
      count('reunion', 'Número'),
      date('fecha', 'Día de la reunión'),
      date('corte', 'Día de corte de sus informes'),
      text('estado', 'Si se celebró; «sin información» si nadie lo registró'),
    ],
    rows: ({ meetings }, day) =>
      calendarOf(meetings).map((row) => [
        row.number,
        row.appointment.date,
        row.dates.cutoff.toString(),
        pick(outcomeNames[outcomeOn(row, Temporal.PlainDate.from(day))], 'es'),
      ]),
  },
  {
    id: 'informes',
    title: { es: 'Informes publicados', en: 'Published informes' },
    columns: [
      text('informe', 'Clave'),
      text('clase', 'De qué trata'),
      date('corte', 'Fecha de corte'),
      date('publicado', 'Día en que se publicó'),
      count('edicion', 'Edición'),
      count('posicion', 'Posición de la bitácora a la que se congeló'),
      text('raiz', 'Raíz de la bitácora en esa posición'),
    ],
    rows: ({ reports }) =>
      reportsOf(reports).flatMap((one) =>
        one.publishedOn === undefined
          ? []
          : [[one.id, pick(kindWords[one.kind], 'es'), one.cutoff, one.publishedOn, one.edition, one.position, one.root]],
      ),
  },
];

/** The notice goes with every row: rows are copied out of their file. */
const notice = text('aviso', 'Los datos son ficticios');
export function readDataset({ columns, rows }: Dataset, world: OpenWorld, day: string) {
  const { fictitious } = world.process;
  const all = rows(world, day);
  return fictitious ? { columns: [...columns, notice], rows: all.map((row) => [...row, 'DATOS FICTICIOS']) } : { columns, rows: all };
}

export const licence = { name: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/deed.es' } as const;

const jsonKinds = {
  text: { type: ['string', 'null'] },
  day: { type: ['string', 'null'], format: 'date' },
  integer: { type: ['integer', 'null'] },
};
/** The schema of the JSON form, as JSON Schema says it; the other two forms have the same columns. */
export const schemaOf = (dataset: Dataset, columns: readonly DataColumn[]) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: dataset.title.es,
  license: licence.href,
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: columns.map(({ name }) => name),
    properties: Object.fromEntries(columns.map(({ name, kind, about }) => [name, { ...jsonKinds[kind], description: about }])),
  },
});
