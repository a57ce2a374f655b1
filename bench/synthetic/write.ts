import { closeSync, openSync, writeSync } from 'node:fs';
import { type Acta, actaAt, type Country, sumOf } from './acta.ts';
import { cutLine, type Format, plain, stamp, two } from './format.ts';
import { digest } from './random.ts';
import { count, noCounts, type TotalLabel, totalNames, totalsFrom, totalText } from './totals.ts';

/** One cut to be written: `change` plants what it likes in a row, and may return rows to follow it; null takes the row out. */
export type CutPlan = {
  readonly country: Country;
  /** Minutes since midnight of election day: what had arrived by then is captured. */
  readonly minute: number;
  /** The time the cut bears, when it is another. */
  readonly cutMinute?: number;
  readonly change?: (acta: Acta, i: number) => readonly Acta[] | null | undefined;
  readonly changeTotals?: (totals: Record<TotalLabel, number>) => void;
  readonly format?: Format;
};

const identity = [
  'CLAVE_CASILLA',
  'CLAVE_ACTA',
  'ID_ENTIDAD',
  'ENTIDAD',
  'ID_DISTRITO',
  'DISTRITO',
  'SECCION',
  'ID_CASILLA',
  'TIPO_CASILLA',
];
const place = ['EXT_CONTIGUA', 'UBICACION_CASILLA', 'TIPO_ACTA'];
const controls = ['TOTAL_BOLETAS_SOBRANTES', 'TOTAL_PERSONAS_VOTARON', 'TOTAL_REP_PARTIDO_CI_VOTARON', 'TOTAL_VOTOS_SACADOS'];
const after = ['TOTAL_VOTOS_ASENTADO', 'TOTAL_VOTOS_CALCULADO', 'LISTA_NOMINAL', 'REPRESENTANTES_PP_CI', 'OBSERVACIONES', 'CONTABILIZADA'];
const integrity = ['MECANISMOS_TRASLADO', 'CODIGO_INTEGRIDAD', 'FECHA_HORA_ACOPIO', 'FECHA_HORA_CAPTURA', 'FECHA_HORA_VERIFICACION'];
const channel = ['ORIGEN', 'DIGITALIZACION', 'TIPO_DOCUMENTO'];

/** Writes the cut to `file` as it is made: the rows are made twice (once for the totals above them) so that memory stays flat. Returns the number of rows. */
export function writeCut(file: string, plan: CutPlan): number {
  const format = plan.format ?? plain;
  const counts = noCounts();
  let rows = 0;
  eachActa(plan, (acta) => {
    count(counts, acta);
    rows += 1;
  });
  const totals = totalsFrom(counts);
  plan.changeTotals?.(totals);
  const out = writer(file, format);
  const field = fieldWriter(format);
  const line = (fields: readonly string[]) => out.text(fields.map(field).join(format.delimiter) + format.lineEnd);
  if (format.separatorLine) out.text(`sep=${format.delimiter}${format.lineEnd}`);
  out.text(`GUBERNATURA DEL ESTADO FICTICIO DE LA PEÑA${format.lineEnd}`);
  out.text(`${cutLine(plan.cutMinute ?? plan.minute, format.cutDate)}${format.lineEnd}`);
  if (format.blankLines) out.text(format.lineEnd);
  line(totalNames);
  line(totalNames.map((name) => totalText(name, totals[name], format.totals)));
  if (format.blankLines) out.text(format.lineEnd);
  line([...identity, ...place, ...controls, ...plan.country.parties, ...after, ...integrity, ...channel]);
  eachActa(plan, (acta) => line(fieldsOf(acta, format, plan.country)));
  out.close();
  return rows;
}

function eachActa({ country, minute, change }: CutPlan, take: (acta: Acta) => void): void {
  for (let i = 0; i < country.actas; i++) {
    const acta = actaAt(country, i, minute);
    const more = change?.(acta, i);
    if (more === null) continue;
    take(acta);
    if (more) for (const one of more) take(one);
  }
}

function fieldsOf(acta: Acta, format: Format, { seed, parties }: Country): readonly string[] {
  const zeros = (text: string) => (format.leadingZeros ? text : text.replace(/^0+(?=\d)/, ''));
  const none = format.pending;
  const special = (text: string) => (format.specials === 'upper' ? text : text.charAt(0) + text.slice(1).toLowerCase());
  const shown = acta.captured && acta.counted !== '2';
  const given = (value: number | string) => (shown ? `${value}` : none);
  const sum = acta.calculated ?? sumOf(acta);
  const time = (minutes: number, seconds: number) => (shown ? stamp(minutes, seconds, format.stamps) : none);
  const paper = acta.hash !== '' || acta.counted === '1';
  return [
    protect(acta.key, format),
    protect(acta.actaKey, format),
    zeros(two(acta.state)),
    `ENTIDAD ${acta.state} DE LA PEÑA`,
    zeros(`${acta.district}`.padStart(3, '0')),
    `DISTRITO ${acta.district}`,
    acta.section === null ? 'N/A' : zeros(`${acta.section}`.padStart(4, '0')),
    acta.id === null ? 'N/A' : zeros(two(acta.id)),
    acta.type,
    zeros(two(acta.ext)),
    '1',
    '2',
    given(acta.leftover),
    given(acta.voters),
    given(0),
    given(acta.drawn),
    ...Array.from({ length: parties.length }, (_, p) => {
      const vote = acta.votes[p];
      return vote === undefined ? none : typeof vote === 'number' ? `${vote}` : special(vote);
    }),
    given(acta.entered),
    given(sum),
    `${acta.list}`,
    `${acta.reps}`,
    acta.observations === '' ? (shown ? ' ' : none) : special(acta.observations),
    acta.counted === '' ? none : acta.counted,
    given('F'),
    shown && acta.hash !== '' ? (typeof acta.hash === 'number' ? digest(seed, acta.hash) : acta.hash) : none,
    time(acta.collected, 7),
    time(acta.capture, 11),
    acta.withoutVerification ? none : time(acta.verified, 48),
    given(acta.origin),
    given(acta.origin === 'CASILLA' ? 'MOVIL' : 'ESCANER'),
    given(paper ? 'ACTA PREP' : 'N/A'),
    ...Array.from({ length: acta.spare }, () => 'X'),
  ];
}

function protect(key: string, format: Format): string {
  if (key === '-') return key;
  if (format.keys === 'apostrophe') return `'${key}`;
  if (format.keys === 'apostrophes') return `'${key}'`;
  return format.keys === 'equals-quotes' ? `="${key}"` : key;
}

function fieldWriter({ quoting, delimiter, keys }: Format): (field: string) => string {
  const quote = (field: string) => `"${field.replaceAll('"', '""')}"`;
  const needs = (field: string) =>
    field.includes(delimiter) || (field.includes('"') && !(keys === 'equals-quotes' && field.startsWith('="')));
  if (quoting === 'all') return quote;
  if (quoting === 'some') return (field) => (needs(field) || field.includes(' ') ? quote(field) : field);
  return (field) => (needs(field) ? quote(field) : field);
}

/** Text to disk in pieces of about a megabyte. The characters used are the same in Latin-1 and in cp1252. */
function writer(file: string, { encoding }: Format) {
  const disk = openSync(file, 'w');
  let pieces: string[] = [];
  let size = 0;
  const flush = () => {
    writeSync(disk, Buffer.from(pieces.join(''), encoding === 'windows-1252' ? 'latin1' : 'utf8'));
    pieces = [];
    size = 0;
  };
  if (encoding === 'utf-8-bom') pieces.push('\uFEFF');
  return {
    text(piece: string) {
      pieces.push(piece);
      size += piece.length;
      if (size > 1 << 20) flush();
    },
    close() {
      flush();
      closeSync(disk);
    },
  };
}
