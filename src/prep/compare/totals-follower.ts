import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cut, CutChange } from './cut.ts';
import { type CutsFinding, type CutsOffence, cutsFinding } from './finding.ts';
import { participationBasis, type Totals, totalsOf } from './participation.ts';

/** Keeps what published totals did from cut to cut, and whether a later cut put it right. */
export interface TotalsFollower {
  take(connection: DuckDBConnection, cut: Cut, change: CutChange | null): Promise<void>;
  findings(): readonly CutsFinding[];
}

type Basis = NonNullable<ReturnType<typeof participationBasis>>;
const written = ({ name, percent }: { readonly name: Basis; readonly percent: number | undefined }): string =>
  `${percent} = ${name === 'with-specials' ? 'TOTAL_VOTOS_C_CS' : 'TOTAL_VOTOS_S_CS'} ÷ LISTA_NOMINAL_ACTAS_CONTABILIZADAS`;

type Fall = {
  readonly from: number;
  readonly cut: number;
  readonly name: string;
  before: number;
  after: number;
  correctedIn: number | null;
};

export function followTotals(electionKey: string): TotalsFollower {
  const falls: Fall[] = [];
  const other: CutsFinding[] = [];
  let basis: { readonly name: Basis; readonly percent: number | undefined } | null = null;
  const offence = (subject: string | null, saw: string, expected: string, correctedIn: number | null = null): CutsOffence => ({
    row: null,
    subject,
    saw,
    expected,
    correctedIn,
  });

  function basisMoved(from: number | null, cut: number, totals: Totals) {
    const name = participationBasis(totals);
    if (name === null) return;
    const now = { name, percent: totals.get('participationPercent') };
    if (basis !== null && name !== basis.name)
      other.push(
        cutsFinding({ check: 'participation-basis-changed', electionKey, from, cut }, [
          offence('participationPercent', written(now), written(basis)),
        ]),
      );
    basis = now;
  }

  return {
    async take(connection, { cut }, change) {
      const totals = await totalsOf(connection, cut);
      for (const fall of falls)
        if (fall.correctedIn === null && (totals.get(fall.name) ?? Number.NEGATIVE_INFINITY) >= fall.before) fall.correctedIn = cut;
      basisMoved(change?.from ?? null, cut, totals);
      if (change === null) return;
      for (const fell of change.totalsFell) falls.push({ from: change.from, cut, ...fell, correctedIn: null });
      const expected = change.expectedChanged;
      if (expected)
        other.push(
          cutsFinding({ check: 'expected-changed', electionKey, from: change.from, cut }, [
            offence('expected', `${expected.after}`, `${expected.before}`),
          ]),
        );
    },
    findings: () => [
      ...[...Map.groupBy(falls, ({ cut }) => cut)].map(([cut, fell]) =>
        cutsFinding(
          { check: 'total-fell', electionKey, from: fell[0]?.from ?? null, cut },
          fell.map(({ name, before, after, correctedIn }) => offence(name, `${after}`, `≥ ${before}`, correctedIn)),
        ),
      ),
      ...other,
    ],
  };
}
