import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '../profiles/profile.ts';
import { readSources } from '../source/read.ts';
import { detectAny } from './detect-any.ts';
import { openPrep } from './open-prep.ts';
import type { LoadedCut, Prep } from './prep.ts';

/** A small cut with what every publisher has; each test changes the one thing it is about. */
export type Small = {
  readonly title?: string;
  readonly date?: string;
  readonly names?: string;
  readonly values?: string;
  readonly header?: string;
  readonly rows?: readonly string[];
};
export const names = 'ACTAS_ESPERADAS,ACTAS_REGISTRADAS,ACTAS_FUERA_CATALOGO,ACTAS_CAPTURADAS,ACTAS_CONTABILIZADAS,TOTAL_VOTOS_C_CS';
export const header =
  'CLAVE_CASILLA,CLAVE_ACTA,ID_ESTADO,ESTADO,SECCION,ID_CASILLA,TIPO_CASILLA,EXT_CONTIGUA,TIPO_ACTA,TOTAL_VOTOS_SACADOS,PAN,PRI,C_PAN_PRI,NO_REGISTRADOS,NULOS,TOTAL_VOTOS_ASENTADO,TOTAL_VOTOS_CALCULADO,LISTA_NOMINAL,OBSERVACIONES,CONTABILIZADA,SHA,FECHA_HORA_ACOPIO';
export const row = '210001B0100,210001B01002,21,PUEBLA,0001,01,B,00,2,30,10,12,3,0,5,30,30,500,,1,,03/06/2024 18:30:15';

export const small = ({ title = 'GUBERNATURA', date = '03/06/2024 20:00 (UTC-6)', ...parts }: Small = {}): string =>
  [title, date, '', parts.names ?? names, parts.values ?? '1,1,0,1,1,30', '', parts.header ?? header, ...(parts.rows ?? [row]), ''].join(
    '\n',
  );

/** Runs a test with a model of its own. */
export async function withPrep<T>(run: (prep: Prep) => Promise<T>): Promise<T> {
  const prep = await openPrep();
  try {
    return await run(prep);
  } finally {
    await prep.close();
  }
}

/** Loads one file of the given content, as if it had been handed in under `name`. */
export async function loaded(prep: Prep, content: string | Uint8Array, name = 'PUE_GUB_2024.csv', profile?: Profile): Promise<LoadedCut> {
  const folder = join(prep.temp, `given-${prep.cuts.length}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(file, content);
  const [source] = await readSources([file], prep.temp);
  if (source === undefined) throw new Error('a file always is a source');
  return prep.load(source, await detectAny(source, { profile }));
}

/** Rows of a query, as JSON values. */
export async function rowsOf(prep: Prep, sql: string): Promise<unknown[][]> {
  return (await prep.connection.runAndReadAll(sql)).getRowsJson();
}

export const codesOf = (cut: LoadedCut): readonly string[] => cut.faults.map((one) => one.code);
