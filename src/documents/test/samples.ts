import type { Block, Cell, Chart, Document, Shape, Span, Table } from '../../core/document.ts';
import { must } from '../../core/result.ts';
import type { Lang } from '../../core/words.ts';

/** Documents like the real ones in size and kind. Everything in them is invented and says so. */

const statusWords: Readonly<Record<Shape, string>> = {
  done: 'Concluida',
  doneLate: 'Concluida fuera de plazo',
  doing: 'En revisión',
  observed: 'Con observaciones',
  todo: 'Por iniciar',
  late: 'Fuera de plazo',
  unknown: 'Sin información',
};
const cycle: readonly Shape[] = [
  'done',
  'done',
  'doneLate',
  'doing',
  'done',
  'observed',
  'todo',
  'late',
  'todo',
  'unknown',
  'done',
  'todo',
];
const titles = [
  'Instrumento jurídico con el tercero, firmado',
  'Acuerdo por el que se integra el Comité Técnico Asesor',
  'Proceso técnico operativo: proyecto',
  'Prototipo navegable del sitio de publicación',
  'Ubicación de los centros de acopio y transmisión de datos (CATD) y de captura y verificación (CCV)',
  'Designación del ente auditor',
  'Plan de seguridad y continuidad',
  'Informe mensual',
];

export const status = (shape: Shape): Span => ({ mark: 'status', status: { shape, word: statusWords[shape] } });
const at = <T>(values: readonly T[], i: number): T => must(values[i % values.length], 'the sample lists are not empty');

/** `month` moves every tenth row to another state, as a month of work does. */
function obligations(id: string, caption: string, count: number, seed = 0, month = 0): Table {
  const row = (_: unknown, i: number): readonly Cell[] => {
    const shape = at(cycle, i + seed + ((i + seed) % 10 === 0 ? month : 0));
    return [
      `E${String((i % 60) + 1).padStart(2, '0')}`,
      [at(titles, i + seed), ...(i % 7 === 3 ? [' ', { mark: 'small', text: 'versión 2, preliminar' } as const] : [])],
      [status(shape)],
      `${1 + ((i * 3 + seed) % 28)} mar 2020`,
      shape === 'late' ? 3 + ((i + seed) % 40) : null,
      i % 9 === 4
        ? [{ mark: 'link', text: 'Anexo 13, numeral 33, inciso 10', href: 'https://www.example.org/anexo-13#n33' }]
        : 'Al menos 4 meses antes de la jornada; envío dentro de los 5 días siguientes.',
    ];
  };
  return {
    kind: 'table',
    id,
    caption,
    columns: [
      { title: 'Código', width: 0.65, head: true },
      { title: 'Obligación', width: 3.3 },
      { title: 'Estado', width: 2.4 },
      { title: 'Vence', width: 1.2, align: 'end' },
      { title: 'Días de atraso', width: 0.85, align: 'end' },
      { title: 'Regla', width: 3 },
    ],
    rows: Array.from({ length: count }, row),
  };
}

export function progress(names: readonly string[]): Chart {
  const shapes: readonly Shape[] = ['done', 'doneLate', 'doing', 'observed', 'todo', 'late', 'unknown'];
  return {
    kind: 'chart',
    id: 'avance',
    title: 'Avance por entidad',
    alt: 'Coahuila ha concluido 21 de 54 obligaciones y no tiene atrasos; Hidalgo ha concluido 16 y tiene 4 fuera de plazo.',
    unit: 'obligaciones',
    series: shapes.map((shape) => ({ name: statusWords[shape], shape })),
    bars: names.map((label, i) => ({
      label,
      values: [21 - ((i * 5) % 9), 2 + (i % 3), 4, 4 - (i % 4), 20 + ((i * 5) % 9), (i * 4) % 5, i % 2],
    })),
  };
}

const lead: readonly Block[] = [
  { kind: 'heading', level: 2, text: 'Presentación', id: 'presentacion' },
  {
    kind: 'paragraph',
    text: [
      'Al 10 de marzo de 2020, a 89 días de la jornada electoral, ',
      { mark: 'strong', text: 'las dos entidades cuentan con instancia interna y comité técnico' },
      '. Hidalgo no ha firmado el contrato con el tercero, que debía firmarse cuatro meses antes de la jornada (',
      { mark: 'link', text: 'anexo de obligaciones', href: '#anexo-ieeh' },
      '). ',
      { mark: 'emphasis', text: 'Sin información' },
      ' no significa atraso.',
    ],
  },
  {
    kind: 'list',
    ordered: false,
    items: [
      [status('late'), ': contrato con el tercero: Hidalgo, 32 días.'],
      [status('observed'), ': cuatro observaciones sin atender en Coahuila, al proyecto de convenio con el ente auditor.'],
      [status('unknown'), ': designación de la instancia de supervisión: no hay constancia pública.'],
    ],
  },
  { kind: 'heading', level: 2, text: 'Fundamento' },
  {
    kind: 'list',
    ordered: true,
    items: [
      'Reglamento de Elecciones, artículos 336 a 354.',
      'Anexo 13, Lineamientos del PREP.',
      ['Acuerdo ', { mark: 'code', text: 'INE/CG420/2019' }, '.'],
    ],
  },
];

const frame = {
  title: 'Informe de avance del PREP',
  subtitle: 'Proceso Electoral Local 2019-2020 · marzo de 2020',
  notice: 'Estado al 10 de marzo de 2020 · DATOS FICTICIOS',
  facts: [
    ['Corte', '10 de marzo de 2020'],
    ['Jornada electoral', '7 de junio de 2020 (faltan 89 días)'],
    ['Reunión', 'Sexta, 17 de marzo de 2020, 10:00'],
    ['Edición', 'Primera, para circulación'],
  ],
  footer: 'Bitácora, posición 4,211 · raíz 9c1e5b7a0f3d48e2b6c1a9d4e7f80213c5b6a798d0e1f2a3b4c5d6e7f80977d0',
} as const;

/** Two entities: what a councillor receives each month. */
export function informe(lang: Lang = 'es'): Document {
  return {
    ...frame,
    lang,
    blocks: [
      ...lead,
      { kind: 'heading', level: 2, text: 'Estado por entidad' },
      progress(['Coahuila', 'Hidalgo']),
      { ...obligations('resumen', 'Resumen', 8), columns: obligations('x', 'x', 0).columns },
      { kind: 'heading', level: 3, text: 'Ente auditor' },
      {
        kind: 'table',
        id: 'auditor',
        caption: 'Observaciones al ente auditor',
        columns: [{ title: 'Fecha' }, { title: 'Observación', width: 4 }],
        rows: [],
        empty: 'Aquí estarán las observaciones al ente auditor; las emite la UTSI al revisar cada versión.',
      },
      { kind: 'pageBreak' },
      { kind: 'heading', level: 2, text: 'Anexo. Obligaciones con su explicación' },
      obligations('anexo-iec', 'Coahuila (IEC)', 54, 1),
      obligations('anexo-ieeh', 'Hidalgo (IEEH)', 54, 4),
    ],
  };
}

const entities =
  'Aguascalientes,Baja California,Baja California Sur,Campeche,Chiapas,Chihuahua,Ciudad de México,Coahuila,Colima,Durango,Guanajuato,Guerrero,Hidalgo,Jalisco,México,Michoacán,Morelos,Nayarit,Nuevo León,Oaxaca,Puebla,Querétaro,Quintana Roo,San Luis Potosí,Sinaloa,Sonora,Tabasco,Tamaulipas,Tlaxcala,Veracruz,Yucatán,Zacatecas'.split(
    ',',
  );

/** All 32 entities with 60 obligations each: 1,920 rows and a summary. `month` makes the informe of another month. */
export function nationalInforme(month = 0): Document {
  return {
    ...frame,
    lang: 'es',
    title: `${frame.title} de las 32 entidades`,
    blocks: [
      ...lead.map((block) =>
        block.kind === 'paragraph' ? { ...block, text: `Corte ${month}. Se da cuenta de las 32 entidades.` } : block,
      ),
      { kind: 'heading', level: 2, text: 'Estado por entidad' },
      progress(entities),
      obligations('resumen', 'Resumen', 32, 0, month),
      { kind: 'heading', level: 2, text: 'Anexo. Obligaciones por entidad' },
      ...entities.flatMap((name, i): readonly Block[] => [
        { kind: 'heading', level: 3, text: name },
        obligations(`anexo-${i + 1}`, `Obligaciones: ${name}`, 60, i, month),
      ]),
    ],
  };
}

/** One table of 1,920 rows: the hardest single block. */
export const longTable = (month = 0): Document => ({
  ...frame,
  lang: 'es',
  title: 'Plan completo',
  blocks: [obligations('plan', 'Plan', 1920, 0, month)],
});
