import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { cutTimeOf } from '../detect/cut-time.ts';
import type { Detected, PublishedTotal } from '../detect/detected.ts';
import type { TotalName } from '../detect/total-names.ts';
import { fault, type ReadFault } from '../source/fault.ts';
import type { Source } from '../source/source.ts';

const share = z.looseObject({ total: z.number(), porcentaje: z.number() });
/** The national aggregate of the INE's 2018 PREP, one file a cut. */
const aggregate = z.looseObject({
  fechaCorte: z.string(),
  horaCorte: z.string(),
  totalActas: z.number(),
  actasCapturadas: share.optional(),
  actasContabilizadas: share.optional(),
  listaNominal: z.number().optional(),
  totalVotos: z.number().optional(),
  totalVotosBasicasMR: z.number().optional(),
  porcentajeParticipacionCiudadana: z.number().optional(),
});
type Aggregate = z.infer<typeof aggregate>;

const largest = 4 * 2 ** 20;

/** Reads the time and the totals of a national aggregate; it has no actas. */
export async function detectAggregate(source: Source): Promise<Detected> {
  const read = await parse(source);
  if (typeof read === 'string') return described(source, null, [fault('json', 'error', source.path, read)]);
  return described(source, read, []);
}

async function parse(source: Source): Promise<Aggregate | string> {
  if (source.file === null) return 'no file';
  if (source.sizeBytes > largest) return `> ${largest} bytes`;
  try {
    const read = aggregate.safeParse(JSON.parse(await readFile(source.file, 'utf8')));
    return read.success ? read.data : z.prettifyError(read.error);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function totalsOf(read: Aggregate): readonly PublishedTotal[] {
  const figures: readonly (readonly [TotalName, label: string, value: number | undefined])[] = [
    ['expected', 'totalActas', read.totalActas],
    ['captured', 'actasCapturadas.total', read.actasCapturadas?.total],
    ['capturedPercent', 'actasCapturadas.porcentaje', read.actasCapturadas?.porcentaje],
    ['counted', 'actasContabilizadas.total', read.actasContabilizadas?.total],
    ['countedPercent', 'actasContabilizadas.porcentaje', read.actasContabilizadas?.porcentaje],
    ['list', 'listaNominal', read.listaNominal],
    ['votesWithSpecials', 'totalVotos', read.totalVotos],
    ['votesWithoutSpecials', 'totalVotosBasicasMR', read.totalVotosBasicasMR],
    ['participationPercent', 'porcentajeParticipacionCiudadana', read.porcentajeParticipacionCiudadana],
  ];
  return figures.flatMap(([name, label, value]) => (value === undefined ? [] : [{ name, label, text: String(value), value }]));
}

function described(source: Source, read: Aggregate | null, faults: readonly ReadFault[]): Detected {
  const cut = read === null ? null : cutTimeOf(`${read.fechaCorte} ${read.horaCorte}`);
  const known = <T>(value: T, saw = 'JSON') => ({ value, confidence: 1, saw });
  return {
    kind: known('prep'),
    encoding: known(source.bytes.ascii ? 'ascii' : 'utf-8'),
    bom: false,
    lineEnd: known('lf'),
    delimiter: known(','),
    quoting: known('none'),
    keyProtection: known('none'),
    headerLine: { value: 1, confidence: 0, saw: 'JSON' },
    filledLinesThroughHeader: 0,
    totalsBelow: 0,
    title: null,
    election: { value: 'NACIONAL', confidence: 0.5, saw: 'nivelNodo' },
    stateId: null,
    state: null,
    cutAt: cut === null ? { value: null, confidence: 0, saw: '' } : known(cut.iso, cut.text),
    cutText: cut?.text ?? null,
    totals: read === null ? [] : totalsOf(read),
    columns: [],
    voteColumns: [],
    cells: { specials: [], decimals: false },
    profile: { value: 'generic', confidence: 0.5, saw: 'JSON' },
    faults: cut === null && read !== null ? [...faults, fault('no-cut-time', 'warning', source.path)] : faults,
  };
}
