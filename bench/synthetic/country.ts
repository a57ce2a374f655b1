import { type Acta, arrival, type Country } from './acta.ts';
import { type Planted, rowFaults, totalFaults } from './faults.ts';
import type { Format } from './format.ts';
import { pick } from './random.ts';
import { writeCut } from './write.ts';

/** Twenty-eight parties, coalitions and candidacies, and the two columns that every file has: sixty columns in all. */
export const parties: readonly string[] = [
  ...['PAN', 'PRI', 'PRD', 'PVEM', 'PT', 'MC', 'MORENA', 'LOCAL_1', 'LOCAL_2', 'LOCAL_3'],
  ...['C_PAN_PRI_PRD', 'C_PAN_PRI', 'C_PAN_PRD', 'C_PRI_PRD', 'C_PVEM_PT_MORENA', 'C_PVEM_PT', 'C_PVEM_MORENA', 'C_PT_MORENA'],
  ...['CC_LOCAL_1_LOCAL_2', 'C_MC_LOCAL_3', 'CAND_IND_1', 'CAND_IND_2', 'CAND_IND_3', 'CAND_IND_4', 'CAND_IND_5', 'CAND_IND_6'],
  ...['CAND_IND_7', 'CAND_IND_8', 'NO_REGISTRADAS', 'NULOS'],
];

/** Thirty-two states; more of them when sections would no longer fit in four digits. */
export const nation = (actas: number, seed = 2030): Country => ({
  seed,
  actas,
  states: Math.max(32, Math.ceil(actas / 15_000)),
  parties,
  repeatedKeys: false,
});

export type National = {
  readonly country: Country;
  /** Minutes since midnight of election day; more than half of the actas have arrived by 02:00 (1560). */
  readonly minute?: number;
  readonly format?: Format;
  /** How many faults of each kind; 0 for a faultless cut. */
  readonly faultsEach?: number;
};

/** Writes a national cut with faults at places that follow from the seed, and says where they are. */
export function writeNational(file: string, { country, minute = 1560, format, faultsEach = 0 }: National): readonly Planted[] {
  const places = choosePlaces(country, minute, faultsEach);
  // A row put after another moves all that follow; each pass counts anew.
  let planted: Planted[] = [];
  let row = 0;
  const change = (acta: Acta, i: number) => {
    if (i === 0) {
      planted = [];
      row = 0;
    }
    row += 1;
    const place = places.get(i);
    if (!place) return undefined;
    const more = place.fault.plant(acta, i);
    planted.push(...foundAs(place.fault.check, row, more?.length ?? 0, acta));
    row += more?.length ?? 0;
    return more;
  };
  const wrongTotals = faultsEach > 0 ? totalFaults : [];
  writeCut(file, {
    country,
    minute,
    ...(format ? { format } : {}),
    change,
    changeTotals: (totals) => {
      for (const { plant } of wrongTotals) plant(totals);
    },
  });
  return [...planted, ...wrongTotals.map(({ check, row: at, subject }) => ({ check, row: at, subject }))];
}

/** A repeated key is found in both rows; an acta out of catalogue in the row put after. */
function foundAs(check: string, row: number, more: number, acta: Acta): readonly Planted[] {
  const at = (n: number): Planted => ({ check, row: n, subject: acta.actaKey });
  if (check === 'acta-key-repeated') return [at(row), at(row + 1)];
  return [at(more > 0 ? row + 1 : row)];
}

type Place = { readonly fault: (typeof rowFaults)[number] };

/** Ordinary actas spread over the country, none of them twice. */
function choosePlaces(country: Country, minute: number, each: number): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const [f, fault] of rowFaults.entries())
    for (let n = 0; n < each; n++) {
      for (let tries = 0; ; tries++) {
        const i = pick(country.seed, country.actas, 900_000 + f, n * 1000 + tries);
        if (places.has(i) || !fits(country, i, minute, fault.on)) continue;
        places.set(i, { fault });
        break;
      }
    }
  return places;
}

function fits(country: Country, i: number, minute: number, on: (typeof rowFaults)[number]['on']): boolean {
  if (on === 'pending') return arrival(country, i) >= minute;
  const ordinary = arrival(country, i) < minute - 60 && pick(country.seed, 1000, i, 5) >= 90;
  const origin = pick(country.seed, 4, i, 4) === 0 ? 'casilla' : 'catd';
  return ordinary && (on === undefined || on === origin);
}
