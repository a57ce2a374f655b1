import { join } from 'node:path';
import { type Acta, arrival, type Country } from './acta.ts';
import { parties } from './country.ts';
import { type Format, moment, two } from './format.ts';
import { pick } from './random.ts';
import { type CutPlan, writeCut } from './write.ts';

/** A finding between cuts that must be made: its check, the later cut (from 1), how many places, and the cut that corrects them. */
export type PlantedBetween = { readonly check: string; readonly cut: number; readonly count: number; readonly correctedIn: number | null };

export type Night = {
  readonly country: Country;
  readonly cuts: number;
  /** Minutes since midnight of election day at which the first cut comes out, and between cuts. */
  readonly first: number;
  readonly every: number;
  readonly faults: boolean;
};

/** One state of 8,400 actas, as its institute publishes it every twenty minutes for 24 hours; keys repeat as they do in real files. */
export const night = (faults: boolean, cuts = 72, actas = 8400, seed = 2031): Night => ({
  country: { seed, actas, states: 1, parties, repeatedKeys: true },
  cuts,
  first: 1200,
  every: 20,
  faults,
});

type Change = {
  readonly check: string;
  /** From cut `from` until before cut `until` the actas are other than they were. */
  readonly from: number;
  readonly until: number | null;
  readonly actas: number;
  readonly pending?: true;
  readonly alter: (acta: Acta) => readonly Acta[] | null | undefined;
};

const assign = (change: (acta: Acta) => Partial<Acta>) => (acta: Acta) => {
  Object.assign(acta, change(acta));
  return undefined;
};

const changes: readonly Change[] = [
  {
    check: 'vote-changed',
    from: 25,
    until: null,
    actas: 4,
    alter: assign((acta) => ({ votes: acta.votes.map((vote, p) => (p === 0 ? Number(vote) + 7 : vote)) })),
  },
  {
    check: 'vote-changed',
    from: 27,
    until: 40,
    actas: 3,
    alter: assign((acta) => ({ votes: acta.votes.map((vote, p) => (p === 1 ? 0 : vote)) })),
  },
  { check: 'acta-gone', from: 30, until: 32, actas: 2, alter: () => null },
  {
    check: 'status-back',
    from: 33,
    until: 34,
    actas: 2,
    alter: assign(() => ({ captured: false, counted: '', votes: [], hash: '', observations: '' })),
  },
  { check: 'detail-changed', from: 36, until: null, actas: 5, alter: assign((acta) => ({ leftover: acta.leftover + 1 })) },
  { check: 'catalogue-changed', from: 38, until: null, actas: 2, pending: true, alter: assign((acta) => ({ list: acta.list + 3 })) },
];

const fall = { cut: 45, until: 46 };
const same = 60;
const missing = 66;

/** The file of one cut (from 1); the cut left out for its absence writes nothing and gives null. */
export function writeNightCut(folder: string, plan: Night, cut: number, format?: Format): string | null {
  if (plan.faults && cut === missing) return null;
  const cutMinute = plan.first + plan.every * (cut - 1);
  const content = plan.faults && cut === same ? cut - 1 : cut;
  const altered = plan.faults ? alterations(plan, content) : new Map<number, Change>();
  const { day, hour, minute } = moment(cutMinute);
  const file = join(folder, `203006${two(day)}_${two(hour)}${two(minute)}_GUB.csv`);
  const planned: CutPlan = {
    country: plan.country,
    minute: plan.first + plan.every * (content - 1),
    cutMinute,
    change: (acta, i) => altered.get(i)?.alter(acta),
    changeTotals: (totals) => {
      totals.ACTAS_ESPERADAS = plan.country.actas;
      if (plan.faults && cut === fall.cut) totals.LISTA_NOMINAL_ACTAS_CONTABILIZADAS -= 900_000;
    },
    ...(format ? { format } : {}),
  };
  writeCut(file, planned);
  return file;
}

/** What must be found between the cuts of the night; numbers are those of the files in order, the missing one not counted. */
export function plantedBetween(plan: Night): readonly PlantedBetween[] {
  if (!plan.faults) return [];
  const number = (cut: number) => (cut > missing ? cut - 1 : cut);
  return [
    ...changes.map(({ check, from, until, actas }) => ({
      check,
      cut: number(from),
      count: actas,
      correctedIn: until === null ? null : number(until),
    })),
    { check: 'total-fell', cut: number(fall.cut), count: 1, correctedIn: number(fall.until) },
    { check: 'equal-content', cut: number(same), count: 1, correctedIn: null },
    { check: 'update-gap', cut: number(plan.cuts), count: 1, correctedIn: null },
  ];
}

/** Which acta bears which change in this cut. Only actas with a key of their own, so that what happened to each can be told. */
function alterations({ country, first, every }: Night, cut: number): ReadonlyMap<number, Change> {
  const taken = new Set<number>();
  const altered = new Map<number, Change>();
  for (const [c, change] of changes.entries())
    for (let n = 0; n < change.actas; n++)
      for (let tries = 0; ; tries++) {
        const i = pick(country.seed, country.actas, 800_000 + c, n * 1000 + tries);
        const arrived = arrival(country, i);
        const when = first + every * (change.from - 2);
        const fits = change.pending ? arrived > first + every * (change.from + 3) : arrived < when;
        const ordinary = i > 400 && pick(country.seed, 1000, i, 5) >= 90;
        if (taken.has(i) || !fits || !ordinary) continue;
        taken.add(i);
        if (cut >= change.from && (change.until === null || cut < change.until)) altered.set(i, change);
        break;
      }
  return altered;
}
