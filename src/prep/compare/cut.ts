import type { LoadedCut } from '../load/prep.ts';

/** What a comparison must know of a loaded cut; its rows are in `acta` and `total`, under its number. */
export type Cut = Pick<LoadedCut, 'cut' | 'file' | 'sha256' | 'election' | 'electionKey' | 'cutAt' | 'rows' | 'voteColumns'>;

/** How often one column changed in actas already captured; `delta` is the net change of a numeric column, in its own unit. */
export type ColumnChange = { readonly name: string; readonly count: number; readonly delta?: number };

/** One changed cell. `row` is the data row in the later cut; null: the cell had no value. A special value is shown by its status. */
export type CellChange = {
  readonly key: string;
  readonly row: number;
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** A published total that may only grow, and went down. */
export type TotalFall = { readonly name: string; readonly before: number; readonly after: number };

/** Of one district (or municipality): actas captured in the earlier cut that are otherwise in the later one, and their net votes. */
export type PlaceChange = { readonly place: string; readonly changed: number; readonly votesDelta: number };

/** What changed from one cut to the next one of the same election. Counts are actas, votes are votes. */
export type CutChange = {
  readonly electionKey: string;
  /** Numbers of the two cuts in this run. */
  readonly from: number;
  readonly to: number;
  readonly newRows: number;
  /** Of the new rows, those of the catalogue: an acta out of catalogue is expected to appear, one of the catalogue is not. */
  readonly newInCatalogue: number;
  readonly goneRows: number;
  readonly newlyCaptured: number;
  /** Of the newly captured, those counted (CONTABILIZADA = 1); the rest are captured and not counted. */
  readonly newlyCounted: number;
  /** Actas captured in the earlier cut of which any column is different in the later one. */
  readonly changedAfterCapture: number;
  /** Of those changed, actas whose calculated total is lower. */
  readonly calculatedFell: number;
  /** Net change of the sum of calculated votes over the actas captured in both cuts. */
  readonly votesDelta: number;
  /** Captured and then not, or counted and then not. */
  readonly statusBack: number;
  /** Rows whose place in the catalogue changed: key, geography, section, casilla, acta type or lista nominal. */
  readonly catalogueChanged: number;
  /** Matches of rows that nothing published tells apart: the counts hold, which acta is which does not. */
  readonly uncertainMatches: number;
  readonly voteColumnsAdded: readonly string[];
  readonly voteColumnsGone: readonly string[];
  /** Not one row or total differs. */
  readonly equalContent: boolean;
  readonly totalsFell: readonly TotalFall[];
  /** `expected` of both cuts when it changed: the catalogue is constant during the night. */
  readonly expectedChanged: { readonly before: number; readonly after: number } | null;
  readonly columns: readonly ColumnChange[];
  /** Where it changed after capture; places where nothing did are left out. */
  readonly places: readonly PlaceChange[];
  /** The first 50 changed cells of captured actas, in the order of the later file. */
  readonly rows: readonly CellChange[];
};
