import fc from 'fast-check';
import { must } from '../../core/result.ts';
import { controls, type Family, families } from './test-families.ts';

export type Form = {
  readonly family: string;
  readonly delimiter: ',' | '|' | ';' | '\t';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly quoting: 'none' | 'all' | 'blanks';
  readonly keys: 'bare' | 'apostrophe' | 'apostrophes' | 'equals-quotes' | 'equals-escaped';
  readonly zeros: boolean;
  readonly date: string;
  readonly stamps: 'day-first' | 'year-first' | 'mixed';
  readonly totals: 'plain' | 'ten' | 'thousands' | 'floats' | 'signs' | 'quoted-signs' | 'short';
  readonly labels: 'usual' | 'accents' | 'with-of';
  readonly pending: '-' | '' | ' ';
  readonly specials: 'upper' | 'mixed' | 'lower';
  readonly observations: 'upper' | 'list' | 'dots' | 'mixed';
  readonly out: '2' | '-' | '0';
  readonly separatorLine: boolean;
  readonly blankLines: 0 | 1 | 2;
  readonly padded: boolean;
  readonly lastEnd: boolean;
};

const plain: Form = {
  family: 'INE 2024',
  delimiter: ',',
  encoding: 'utf-8',
  lineEnd: '\n',
  quoting: 'none',
  keys: 'apostrophe',
  zeros: true,
  date: '03/06/2024 20:00 (UTC-6)',
  stamps: 'day-first',
  totals: 'plain',
  labels: 'usual',
  pending: '-',
  specials: 'upper',
  observations: 'upper',
  out: '2',
  separatorLine: false,
  blankLines: 0,
  padded: false,
  lastEnd: true,
};

const dates = [
  '03/06/2024 20:00 (UTC-6)',
  '03/06/2024 20:00(UTC-6)',
  '3/6/2024 20:00 (UTC-6)',
  '2024/06/03 20:00 (UTC-6)',
  '"03/06/2024 20:00 (UTC-6)"',
  '2024-06-03 20:00:00 (UTC-06:00)',
  '03/06/2024 20:00 hrs. (UTC-6)',
  '3 de junio de 2024, 20:00 h (UTC-6)',
];

const any: { readonly [K in keyof Form]: fc.Arbitrary<Form[K]> } = {
  family: fc.constantFrom(...Object.keys(families)),
  delimiter: fc.constantFrom(',', '|', ';', '\t'),
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'windows-1252', 'utf-16le', 'utf-16be'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quoting: fc.constantFrom('none', 'all', 'blanks'),
  keys: fc.constantFrom('bare', 'apostrophe', 'apostrophes', 'equals-quotes', 'equals-escaped'),
  zeros: fc.boolean(),
  date: fc.constantFrom(...dates),
  stamps: fc.constantFrom('day-first', 'year-first', 'mixed'),
  totals: fc.constantFrom('plain', 'ten', 'thousands', 'floats', 'signs', 'quoted-signs', 'short'),
  labels: fc.constantFrom('usual', 'accents', 'with-of'),
  pending: fc.constantFrom('-', '', ' '),
  specials: fc.constantFrom('upper', 'mixed', 'lower'),
  observations: fc.constantFrom('upper', 'list', 'dots', 'mixed'),
  out: fc.constantFrom('2', '-', '0'),
  separatorLine: fc.boolean(),
  blankLines: fc.constantFrom(0, 1, 2),
  padded: fc.boolean(),
  lastEnd: fc.boolean(),
};
export const forms = { plain, any };

type Casilla = {
  readonly type: string;
  readonly section: number | null;
  readonly id: number;
  readonly status: 'counted' | 'void' | 'none' | 'pending' | 'out';
};
const casillas: readonly Casilla[] = [
  { type: 'B', section: 85, id: 1, status: 'counted' },
  { type: 'C', section: 85, id: 1, status: 'counted' },
  { type: 'C', section: 85, id: 10, status: 'counted' },
  { type: 'E', section: 85, id: 1, status: 'counted' },
  { type: 'S', section: 86, id: 1, status: 'counted' },
  { type: 'P', section: null, id: 1, status: 'counted' },
  // Early-vote actas share one key: two districts, one casilla name.
  { type: 'A', section: null, id: 1, status: 'counted' },
  { type: 'A', section: null, id: 1, status: 'counted' },
  { type: 'B', section: 87, id: 1, status: 'void' },
  { type: 'B', section: 88, id: 1, status: 'none' },
  { type: 'B', section: 1234, id: 1, status: 'pending' },
  { type: '-', section: null, id: 0, status: 'out' },
];
const two = (n: number, zeros = true): string => (zeros ? `${n}`.padStart(2, '0') : `${n}`);
const special = (text: string, form: Form): string =>
  form.specials === 'upper' ? text : form.specials === 'lower' ? text.toLowerCase() : text[0] + text.slice(1).toLowerCase();

function observation({ status, id }: Casilla, form: Form): string {
  const said = {
    counted: id === 10 ? ['Algún campo ilegible o sin dato'] : [],
    void: ['Excede lista nominal', 'Sin dato'],
    none: ['Sin acta por paquete no entregado'],
    pending: [],
    out: ['Fuera de catálogo'],
  }[status];
  if (said.length === 0) return status === 'pending' ? form.pending : ' ';
  const text = (one: string) =>
    form.observations === 'upper'
      ? one
          .toUpperCase()
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
      : one;
  if (form.observations === 'list') return `[${said.map((one) => `'${one}'`).join(', ')}]`;
  return said.map(text).join(form.observations === 'dots' ? '. ' : form.observations === 'mixed' ? ', ' : ',');
}

/** Votes of one acta over its columns: small, so that they stay below every limit; one is illegible in the contigua 10. */
const votesOf = (one: Casilla, at: number, columns: number): readonly (number | string)[] =>
  Array.from({ length: columns }, (_, i) =>
    one.status === 'counted'
      ? one.id === 10 && i === columns - 1 && columns > 1
        ? 'ILEGIBLE'
        : (at + i) % 4
      : one.status === 'void'
        ? i === 0
          ? 900
          : 1
        : one.status === 'none'
          ? 'SIN ACTA'
          : '',
  );

const sum = (votes: readonly (number | string)[]): number =>
  votes.reduce<number>((all, vote) => all + (typeof vote === 'number' ? vote : 0), 0);
const listOf = (one: Casilla): number => (one.type === 'S' ? 0 : one.status === 'out' ? 0 : 700);

function cells(one: Casilla, at: number, family: Family, form: Form): readonly string[] {
  const { zeros, pending } = form;
  const shown = one.status !== 'pending' && one.status !== 'out';
  const section = one.section ?? 0;
  const key = one.status === 'out' ? '-' : `21${`${section}`.padStart(4, '0')}${one.type}${two(one.id)}00`;
  const votes = votesOf(one, at, family.votes.length);
  const given = (text: string | number): string => (shown ? `${text}` : pending);
  const counted =
    one.status === 'counted' ? '1' : one.status === 'void' || one.status === 'none' ? '0' : one.status === 'out' ? form.out : pending;
  const stamp = (minute: number): string => {
    if (!shown) return pending;
    const yearFirst = form.stamps === 'year-first' || (form.stamps === 'mixed' && at % 2 === 0);
    const clock = `19:${two(minute)}:07`;
    return yearFirst ? `2024-06-02 ${clock}${form.stamps === 'mixed' ? '.250000' : ''}` : `02/06/2024 ${clock}`;
  };
  const hash = one.status === 'none' || !shown ? (shown ? 'N/A' : pending) : `${'0123456789ABCDEF'.repeat(4).slice(0, 62)}${two(at)}`;
  const protectedKey = (text: string): string => {
    if (text.startsWith('-')) return text;
    if (form.keys === 'apostrophe') return `'${text}`;
    if (form.keys === 'apostrophes') return `'${text}'`;
    return form.keys.startsWith('equals') ? `="${text}"` : text;
  };
  const place: Readonly<Record<string, string>> = {
    CLAVE_CASILLA: protectedKey(key),
    CLAVE_ACTA: protectedKey(key === '-' ? '-' : `${key}02`),
    ESTADO: 'PUEBLA DE LA PEÑA',
    ENTIDAD: 'PUEBLA DE LA PEÑA',
    SECCION:
      one.section === null ? (one.status === 'out' ? '-' : zeros ? '0000' : '0') : zeros ? `${section}`.padStart(4, '0') : `${section}`,
    ID_CASILLA: one.status === 'out' ? '-' : two(one.id, zeros),
    TIPO_CASILLA: one.type,
    EXT_CONTIGUA: two(0, zeros),
    UBICACION_CASILLA: '1',
    TIPO_ACTA: '2',
    TOTAL_VOTOS_ASENTADO: given(shown && one.status !== 'none' ? sum(votes) : special('SIN ACTA', form)),
    TOTAL_VOTOS_CALCULADO: given(sum(votes)),
    TOTAL_VOTOS: given(sum(votes)),
    LISTA_NOMINAL: `${listOf(one)}`,
    REPRESENTANTES_PP_CI: '14',
    OBSERVACIONES: observation(one, form),
    CONTABILIZADA: counted,
    MECANISMOS_TRASLADO: given('F'),
    SHA: hash,
    CODIGO_INTEGRIDAD: hash,
    FECHA_HORA_ACOPIO: stamp(10),
    FECHA_HORA_CAPTURA: stamp(20),
    FECHA_HORA_VERIFICACION: stamp(30),
    ORIGEN: given('CATD'),
    DIGITALIZACION: given('ESCANER'),
    TIPO_DOCUMENTO: given(one.status === 'none' ? 'N/A' : 'ACTA PREP'),
    COTEJADA: given('1'),
  };
  const plainName = (name: string): string =>
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replaceAll(' ', '_');
  const cell = (name: string): string => {
    const folded = plainName(name);
    if (folded in place) return must(place[folded], folded);
    if (folded.startsWith('ID_'))
      return folded === 'ID_ESTADO' || folded === 'ID_ENTIDAD' ? '21' : two(1 + (one.type === 'A' ? at : 0), zeros);
    if (controls.includes(folded)) return given(one.status === 'none' ? special('SIN ACTA', form) : sum(votes));
    return 'LUGAR';
  };
  return [
    ...family.before.map(cell),
    ...votes.map((vote) => (typeof vote === 'number' ? `${vote}` : vote === '' ? pending : special(vote, form))),
    ...family.after.map(cell),
  ];
}

const truncated = (part: number, whole: number): string => (Math.floor((part * 1_000_000) / whole) / 10_000).toFixed(4);

function totals(family: Family, form: Form): readonly (readonly [label: string, value: string])[] {
  const counted = casillas
    .map((one, at) => ({ ...one, votes: sum(votesOf(one, at, family.votes.length)) }))
    .filter((one) => one.status === 'counted');
  const votes = counted.reduce((all, one) => all + one.votes, 0);
  const special = counted.filter((one) => one.type === 'S').reduce((all, one) => all + one.votes, 0);
  const nominal = counted.reduce((all, one) => all + listOf(one), 0);
  const whole = (n: number): string => (form.totals === 'thousands' ? n.toLocaleString('en-US') : `${n}`);
  const votesText = (n: number): string => (form.totals === 'floats' ? `${n}.0` : whole(n));
  const share = (part: number, of: number): string => {
    const text = truncated(part, of);
    if (form.totals === 'signs') return `${text}%`;
    if (form.totals === 'quoted-signs') return `'${text}%`;
    return form.totals === 'short' ? `${Number(text)}` : text;
  };
  const of = form.labels === 'with-of' ? '_DE_CATALOGO' : form.labels === 'accents' ? '_DE_CATÁLOGO' : '_CATALOGO';
  const all: readonly (readonly [string, string])[] = [
    ['ACTAS_ESPERADAS', whole(11)],
    ['ACTAS_REGISTRADAS', whole(11)],
    [`ACTAS_FUERA${of}`, whole(1)],
    ['ACTAS_CAPTURADAS', whole(10)],
    ['PORCENTAJE_ACTAS_CAPTURADAS', share(10, 11)],
    ['ACTAS_CONTABILIZADAS', whole(8)],
    ['PORCENTAJE_ACTAS_CONTABILIZADAS', share(8, 11)],
    [`PORCENTAJE_ACTAS${form.labels === 'usual' ? '' : '_CON'}_INCONSISTENCIAS`, share(2, 11)],
    ['ACTAS_NO_CONTABILIZADAS', whole(2)],
    ['LISTA_NOMINAL_ACTAS_CONTABILIZADAS', whole(nominal)],
    ['TOTAL_VOTOS_C_CS', votesText(votes)],
    ['TOTAL_VOTOS_S_CS', votesText(votes - special)],
    ['PORCENTAJE_PARTICIPACION_CIUDADANA', share(votes - special, nominal)],
  ];
  const left = /PORCENTAJE_ACTAS_CAPTURADAS|PORCENTAJE_ACTAS_CON.*INCON|PORCENTAJE_ACTAS_INCON|S_CS/;
  return form.totals === 'ten' ? all.filter(([name]) => !left.test(name)) : all;
}

export function bytesOf(form: Form): Uint8Array {
  const family = must(families[form.family], form.family);
  const { delimiter } = form;
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const field = (text: string): string => {
    if (form.quoting === 'all') return quote(text);
    if (text.startsWith('="') && form.keys === 'equals-quotes' && form.quoting === 'none') return text;
    const needs = text.includes(delimiter) || text.includes('"');
    return needs || (form.quoting === 'blanks' && /\s/.test(text)) ? quote(text) : text;
  };
  const line = (fields: readonly string[]): string => fields.map(field).join(delimiter);
  const width = family.before.length + family.votes.length + family.after.length;
  const pad = (text: string, fields: number): string => (form.padded ? text + delimiter.repeat(Math.max(0, width - fields)) : text);
  const published = totals(family, form);
  const blank = Array<string>(form.blankLines).fill(form.padded ? delimiter.repeat(width - 1) : '');
  const date =
    form.quoting === 'all' && !form.date.startsWith('"')
      ? quote(form.date)
      : form.date.includes(delimiter) && !form.date.startsWith('"')
        ? quote(form.date)
        : form.date;
  const lines = [
    ...(form.separatorLine ? [`sep=${delimiter}`] : []),
    pad(field(family.title), 1),
    pad(date, 1),
    ...blank,
    pad(line(published.map(([name]) => name)), published.length),
    pad(line(published.map(([, value]) => value)), published.length),
    ...blank,
    line([...family.before, ...family.votes, ...family.after]),
    ...casillas.map((one, at) => line(cells(one, at, family, form))),
  ];
  const text = lines.join(form.lineEnd) + (form.lastEnd ? form.lineEnd : '');
  if (form.encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  if (form.encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (form.encoding === 'utf-16be') return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return Buffer.from(form.encoding === 'utf-8-bom' ? `\uFEFF${text}` : text);
}
