import type { DuckDBConnection } from '@duckdb/node-api';
import type { Detected } from '../detect/detected.ts';
import type { ReadFault } from '../source/fault.ts';
import type { Source } from '../source/source.ts';

/** A row whose number of fields is not the header's: kept, its missing fields null. `row` counts as `acta.row` does, from 1. */
export type RaggedRow = { readonly row: number; readonly fields: number; readonly expected: number };

/** Rows that are no actas: how many, the first thousand, and the SQL condition on the cut's own table that tells them. */
export type NotActas = { readonly count: number; readonly rows: readonly number[]; readonly where: string };

/** One cut in the tables `acta`, `total` and `raw` of this run. */
export type LoadedCut = {
  /** Number of the cut in this run, from 1, in the order of loading. */
  readonly cut: number;
  /** Name of the file, as published. */
  readonly file: string;
  /** Where it came from, for people. */
  readonly path: string;
  /** SHA-256 of the published bytes; empty when the file could not be read at all. */
  readonly sha256: string;
  /** For people: the title as published, or the type of election when there is no title. */
  readonly election: string;
  /** Equal for the cuts of one election, whatever the title's letter case: `AYUN-21-2024`. */
  readonly electionKey: string;
  /** Local time of the publisher with its offset, as ISO text; null when the file does not say. */
  readonly cutAt: string | null;
  /** Actas: data rows, ragged ones included, without those that are no actas. */
  readonly rows: number;
  /** Names of the vote columns as published, in the order of `acta.votes`. */
  readonly voteColumns: readonly string[];
  readonly detected: Detected;
  /** Faults of the source, of its detection and of its loading. */
  readonly faults: readonly ReadFault[];
  readonly notActas: NotActas | null;
  /** The first thousand; the view `ragged` has them all. */
  readonly raggedRows: readonly RaggedRow[];
};

/** One in-memory database with the model of `prep/README.md`. */
export interface Prep {
  readonly connection: DuckDBConnection;
  /** A folder of this run, removed by `close`. */
  readonly temp: string;
  /** The cuts in the model, in the order of loading. */
  readonly cuts: readonly LoadedCut[];
  /**
   * Reads one results file or one national aggregate (JSON) into the model as the next cut. A file with nothing to read gives a cut of
   * 0 rows whose faults say why; the only exceptions are a closed database and a full disk.
   */
  load(source: Source, detected?: Detected): Promise<LoadedCut>;
  /** Takes a cut out of the model and gives its memory back, so that a whole night runs in flat memory. Numbers are not used again. */
  forget(cut: number): Promise<void>;
  close(): Promise<void>;
}
