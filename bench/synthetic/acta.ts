import { mix, pick } from './random.ts';

/** Where the actas of the country lie and how they arrive. */
export type Country = {
  readonly seed: number;
  readonly actas: number;
  readonly states: number;
  readonly parties: readonly string[];
  /** Adds early-vote casillas under one key, and contiguas 10, 11 … published as 01: actas that share their keys without being at fault. */
  readonly repeatedKeys: boolean;
};

/** One row before it is written. A vote is a number or a special value; everything may be changed by a planted fault. */
export type Acta = {
  key: string;
  actaKey: string;
  state: number;
  district: number;
  section: number | null;
  type: string;
  id: number | null;
  ext: number;
  list: number;
  reps: number;
  captured: boolean;
  counted: '1' | '0' | '2' | '';
  votes: (number | string)[];
  /** null: the sum of the votes. */
  calculated: number | null;
  entered: number;
  drawn: number;
  voters: number;
  leftover: number;
  observations: string;
  /** A number stands for the digest made of it when the row is written; '' for none. */
  hash: string | number;
  collected: number;
  capture: number;
  verified: number;
  origin: 'CATD' | 'CASILLA';
  /** Fields too many at the end of the row. */
  spare: number;
  withoutVerification: boolean;
};

const flags = { illegible: 'ALGUN CAMPO ILEGIBLE O SIN DATO', void: 'TODOS ILEGIBLES O SIN DATO', over: 'EXCEDE LISTA NOMINAL' };
export const observationOf = { ...flags, noActa: 'SIN ACTA POR PAQUETE NO ENTREGADO', stray: 'FUERA DE CATALOGO' } as const;

/** Minute (since midnight of election day) at which acta `i` is captured: from 18:30, half before midnight, the last within 25 hours. */
export function arrival(country: Country, i: number): number {
  const share = mix(country.seed, i, 1) / 2 ** 32;
  return Math.floor(1110 + 1500 * share * share);
}

const casillas = [1, 2, 2, 3, 3, 4];

/** The place of acta `i`. Sections have one basic casilla and up to three contiguas; one in fifty has a special casilla. */
function place(country: Country, i: number): Pick<Acta, 'state' | 'district' | 'section' | 'type' | 'id' | 'key' | 'list'> {
  const perState = Math.ceil(country.actas / country.states);
  const state = Math.floor(i / perState) + 1;
  const inState = i % perState;
  const early = country.repeatedKeys && inState < 30;
  if (early)
    return {
      state,
      district: inState + 1,
      section: null,
      type: 'A',
      id: null,
      key: `${two(state)}0000A0100`,
      list: 1 + pick(country.seed, 20, i, 2),
    };
  const block = Math.floor(inState / 15);
  const section = block * casillas.length;
  const { s, c } = within(inState % 15);
  const district = 1 + (Math.floor(section / 300) % 40);
  const number = section + s + 1;
  const special = c === 0 && s === 5 && block % 8 === 0;
  const truncated = country.repeatedKeys && block < 12 && s === 5 && c > 0;
  const type = special ? 'S' : c === 0 ? 'B' : 'C';
  const id = truncated ? 1 : Math.max(1, c);
  const key = `${two(state)}${`${number}`.padStart(4, '0')}${type}${two(id)}00`;
  return { state, district, section: number, type, id, key, list: special ? 0 : 300 + pick(country.seed, 450, i, 2) };
}

const two = (n: number): string => `${n}`.padStart(2, '0');

/** Which section of the block of fifteen actas, and which casilla of that section. */
function within(n: number): { s: number; c: number } {
  let left = n;
  for (const [s, many] of casillas.entries()) {
    if (left < many) return { s, c: left };
    left -= many;
  }
  return { s: casillas.length - 1, c: 0 };
}

/** Acta `i` as a faultless PREP publishes it at `minute`. */
export function actaAt(country: Country, i: number, minute: number): Acta {
  const { seed, parties } = country;
  const where = place(country, i);
  const capture = arrival(country, i);
  const captured = capture < minute;
  const acta: Acta = {
    ...where,
    actaKey: `${where.key}02`,
    ext: 0,
    reps: where.type === 'A' ? 0 : 12,
    captured,
    counted: captured ? '1' : '',
    votes: [],
    calculated: null,
    entered: 0,
    drawn: 0,
    voters: 0,
    leftover: 0,
    observations: '',
    hash: '',
    collected: capture - 5 - pick(seed, 60, i, 3),
    capture,
    verified: capture,
    origin: pick(seed, 4, i, 4) === 0 ? 'CASILLA' : 'CATD',
    spare: 0,
    withoutVerification: false,
  };
  if (captured) fill(acta, country, i);
  if (parties.length !== acta.votes.length && captured) throw new Error('an acta has a vote for each party');
  return acta;
}

function fill(acta: Acta, { seed, parties }: Country, i: number): void {
  const ballots = acta.type === 'S' ? 600 : acta.list;
  const fate = pick(seed, 1000, i, 5);
  let left = Math.floor((ballots * (400 + pick(seed, 400, i, 6))) / 1000);
  for (let p = 0; p < parties.length; p++) {
    const vote = p === parties.length - 1 ? Math.min(left, 9) : Math.floor((left * pick(seed, 60 - p, i, 700 + p)) / 200);
    acta.votes.push(vote);
    left -= vote;
  }
  acta.hash = i;
  if (fate < 10) noActa(acta);
  else if (fate < 15) void_(acta);
  else if (fate < 22 && acta.list > 0) over(acta);
  else if (fate < 90) illegible(acta, pick(seed, parties.length - 1, i, 8));
  const sum = sumOf(acta);
  // People fill in forms at midnight: one acta in twelve says another sum. Noise, and never a fault.
  acta.entered = pick(seed, 12, i, 9) === 0 ? sum + 1 : sum;
  acta.drawn = pick(seed, 10, i, 10) === 0 ? Math.max(0, sum - 2) : sum;
  acta.voters = sum;
  acta.leftover = Math.max(0, ballots - sum);
}

export const sumOf = (acta: Pick<Acta, 'votes'>): number =>
  acta.votes.reduce<number>((sum, vote) => sum + (typeof vote === 'number' ? vote : 0), 0);

function noActa(acta: Acta): void {
  Object.assign(acta, { counted: '0', observations: observationOf.noActa, hash: '', votes: acta.votes.map(() => 'SIN ACTA') });
}
function void_(acta: Acta): void {
  Object.assign(acta, {
    counted: '0',
    observations: observationOf.void,
    votes: acta.votes.map((_, p) => (p % 2 === 0 ? 'ILEGIBLE' : 'SIN DATO')),
  });
}
function over(acta: Acta): void {
  acta.votes[0] = acta.list + acta.reps + 1;
  Object.assign(acta, { counted: '0', observations: observationOf.over });
}
function illegible(acta: Acta, party: number): void {
  acta.votes[party] = party % 2 === 0 ? 'ILEGIBLE' : 'SIN DATO';
  acta.observations = observationOf.illegible;
}
