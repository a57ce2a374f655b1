import type { Shape, StatusMark } from '../core/document.ts';
import { must } from '../core/result.ts';
import type { MatrixCell, MatrixRow, MatrixTopic } from './matrix.tsx';
import { shapes } from './status.tsx';

/** Invented places and requirements, of the lengths the pages really meet. Nothing here is anybody's record. */
const words: Readonly<Record<Shape, string>> = {
  done: 'Concluida',
  doneLate: 'Concluida fuera de plazo',
  doing: 'En revisión',
  observed: 'Con observaciones',
  todo: 'Por iniciar',
  late: 'Fuera de plazo',
  unknown: 'Sin información',
};
export const mark = (shape: Shape): StatusMark => ({ shape, word: words[shape] });
export const allMarks: readonly StatusMark[] = shapes.map(mark);

const places =
  'Altamira,Bahía Honda,Bahía Honda Sur,Campo Real,Cañada Verde,Chacayal,Ciudad Alameda,Cóndor,Comillas,Dos Ríos,Guadiana,Guaymura,Hinojosa,Jaral,Lomas,Miraflores,Montelargo,Nacimiento,Nueva Laguna,Oasis,Puente Alto,Quebrada,Quiroga del Mar,San Telmo de los Pinos,Simbra,Solana,Tabacal,Tres Hermanos,Talismán,Veracanto,Yerbabuena,Zacate Grande'.split(
    ',',
  );
const topicSizes: readonly (readonly [string, number])[] = [
  ['Instancia interna', 2],
  ['Comité técnico', 5],
  ['Plan de trabajo', 3],
  ['Tercero', 4],
  ['Proceso técnico operativo', 4],
  ['Prototipo navegable', 3],
  ['Centros de acopio', 5],
  ['Supervisión', 2],
  ['Ente auditor', 5],
  ['Seguridad y continuidad', 5],
  ['Inicio y cortes', 3],
  ['Prueba funcional', 1],
  ['Simulacros', 6],
  ['Difusores', 3],
  ['Informes mensuales', 7],
  ['Cierre', 2],
];
const titles =
  'Acuerdo de integración,Designación y aviso,Proyecto de convenio,Instrumento jurídico firmado,Informe preliminar,Versión final'.split(
    ',',
  );

const firstOf = topicSizes.map((_, i) => topicSizes.slice(0, i).reduce((sum, [, size]) => sum + size, 1));

export const topics: readonly MatrixTopic[] = topicSizes.map(([title, size], topic) => ({
  title,
  columns: Array.from({ length: size }, (_, i) => {
    const number = must(firstOf[topic], 'one start a topic') + i;
    return {
      code: `E${String(number).padStart(2, '0')}`,
      title: must(titles[(number * 5) % titles.length], 'the remainder is within'),
      href: `#E${number}`,
    };
  }),
}));
const columnCount = topics.reduce((sum, topic) => sum + topic.columns.length, 0);

/** A fixed scatter: much done at the left, little begun at the right, a few troubles. */
function shapeAt(row: number, column: number): Shape | null {
  const dice = (row * 7919 + column * 104_729 + row * column * 31) % 97;
  if (dice === 3) return null;
  if (column < 24 + (row % 5)) {
    if (dice < 70) return 'done';
    return must((['doneLate', 'doing', 'observed', 'late', 'unknown'] as const)[dice % 5], 'the remainder is within');
  }
  if (dice < 6) return 'doing';
  return dice < 8 ? 'unknown' : 'todo';
}

/** 32 rows of 60 cells. */
export const matrixRows: readonly MatrixRow[] = places.map((label, row) => ({
  label,
  href: `#fila-${row}`,
  cells: Array.from({ length: columnCount }, (_, column): MatrixCell => {
    const shape = shapeAt(row, column);
    return shape === null ? null : { mark: mark(shape), href: `/entidades/fila-${row}/E${column + 1}` };
  }),
}));

export type Requirement = {
  readonly code: string;
  readonly title: string;
  readonly due: string;
  readonly days: number;
  readonly shape: Shape;
};
/** 54 rows for the long table. */
export const requirements: readonly Requirement[] = Array.from({ length: 54 }, (_, i) => ({
  code: `E${String(i + 1).padStart(2, '0')}`,
  title: `${must(titles[i % titles.length], 'within')} · ${must(topicSizes[i % topicSizes.length], 'within')[0].toLowerCase()}`,
  due: `${1 + ((i * 5) % 28)} mar 2031`,
  days: 40 - i,
  shape: must(shapes[(i * 3) % shapes.length], 'within'),
}));
