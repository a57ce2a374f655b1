import type { DuckDBValue } from '@duckdb/node-api';
import type { Bilingual } from '../../core/words.ts';
import type { LoadedCut, Prep } from '../load/prep.ts';
import { ask, contextOf } from './context.ts';
import specialKeys from './special-keys.sql?raw';
import counts from './statistics.sql?raw';

/** A part of the actas of a cut of which something normal and worth knowing is true. `percent` is null when there is nothing to divide by. */
export type Statistic = {
  readonly id: StatisticId;
  readonly count: number;
  readonly of: number;
  readonly percent: number | null;
  readonly title: Bilingual;
  /** Why it is no error by itself. */
  readonly meaning: Bilingual;
};

const byHand: Bilingual = {
  es: 'Quien llena el acta a medianoche se equivoca al sumar: entre 5 y 60 % de las actas según la elección. No es un error del PREP.',
  en: 'Whoever fills in the acta at midnight adds up wrongly: 5 to 60 % of actas, by election. It is no error of the PREP.',
};
const words = {
  entered: { title: { es: 'Total asentado distinto del calculado', en: 'Entered total other than the calculated' }, meaning: byHand },
  drawn: {
    title: { es: 'Votos sacados distintos del total calculado', en: 'Votes drawn other than the calculated total' },
    meaning: byHand,
  },
  days_off: {
    title: { es: 'Horas a más de un día y medio del corte', en: 'Times more than a day and a half away from the cut' },
    meaning: {
      es: 'Relojes de equipos sin ajustar. Las que son posteriores al corte se informan además como advertencia.',
      en: 'Clocks of machines that were not set. Those after the cut are told as a warning as well.',
    },
  },
  zeroed: {
    title: {
      es: 'Con observación de ilegible o sin dato y todos los votos en número',
      en: 'Remarked as illegible or without data, with all votes as numbers',
    },
    meaning: {
      es: 'Hay quien publica un cero en vez de ILEGIBLE o SIN DATO: en esas actas un cero puede no ser un cero.',
      en: 'Some publish a zero instead of ILEGIBLE or SIN DATO: in those actas a zero may not be a zero.',
    },
  },
  acta_types: {
    title: { es: 'Tipo de acta de forma inusual', en: 'Acta type of an unusual form' },
    meaning: { es: 'Se teclea a mano y no interviene en ninguna cuenta.', en: 'It is typed by hand and enters no count.' },
  },
  repeated: {
    title: { es: 'Clave repetida en casillas especiales o voto anticipado', en: 'Key repeated for special casillas or early vote' },
    meaning: {
      es: 'Quien publica no numera aparte estas casillas; su geografía las distingue.',
      en: 'Publishers do not number these casillas apart; their geography tells them apart.',
    },
  },
} as const satisfies Readonly<Record<string, Pick<Statistic, 'title' | 'meaning'>>>;
export type StatisticId = keyof typeof words;

/** The normal noise of a cut as figures; never a finding. */
export async function statistics(prep: Pick<Prep, 'connection'>, cut: LoadedCut): Promise<readonly Statistic[]> {
  const context = contextOf(prep.connection, cut);
  const [noise] = await ask(context, counts);
  const [keys] = await ask(context, specialKeys);
  const found: Readonly<Record<string, DuckDBValue>> = { ...noise, ...keys };
  const number = (name: string) => Number(found[name] ?? 0);
  // The keys of an object literal are the ids.
  return (Object.keys(words) as StatisticId[]).map((id) => {
    const [count, of] = [number(id), number(`${id}_of`)];
    return { id, count, of, percent: of === 0 ? null : Math.floor((count / of) * 1e6) / 1e4, ...words[id] };
  });
}
