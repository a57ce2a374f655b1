import { offencesOf, runChecks } from '../src/prep/checks/run.ts';
import { openPrep } from '../src/prep/load/open-prep.ts';
import { loadOne } from './prep-tasks.ts';
import type { Planted } from './synthetic/faults.ts';
import type { PlantedBetween } from './synthetic/night.ts';

/** Found and planted, and what one list has and the other has not, as text. */
export type Score = {
  readonly planted: number;
  readonly found: number;
  readonly missed: readonly string[];
  readonly flagged: readonly string[];
};

const score = (planted: readonly string[], found: readonly string[]): Score => ({
  planted: planted.length,
  found: planted.filter((one) => found.includes(one)).length,
  missed: planted.filter((one) => !found.includes(one)),
  flagged: found.filter((one) => !planted.includes(one)),
});

/** Verifies a file and compares every row and total it flags with what was planted there. */
export async function scoreNational(file: string, planted: readonly Planted[]): Promise<Score> {
  const prep = await openPrep();
  const cut = await loadOne(prep, file);
  const found: string[] = [];
  for (const finding of await runChecks(prep, cut)) {
    const all =
      finding.rows.length < finding.count ? await offencesOf(prep, cut, finding.check, { limit: 100_000, offset: 0 }) : finding.offences;
    for (const offence of all) found.push(place({ check: finding.check, row: offence.row, subject: offence.subject }));
  }
  await prep.close();
  return score(planted.map(place), found);
}

const place = ({ check, row, subject }: Planted): string => `${check} · ${raggedLike.has(check) || row !== null ? row : subject}`;
const raggedLike = new Set(['ragged-row']);

/** Notes about repeated keys that nothing tells apart are no finding of a fault. */
export const scoreNight = (planted: readonly PlantedBetween[], found: readonly PlantedBetween[]): Score =>
  score(planted.map(between), found.filter(({ check }) => check !== 'uncertain-match').map(between));
const between = ({ check, cut, count, correctedIn }: PlantedBetween): string =>
  `${check} · cut ${cut} · ${count} · ${correctedIn === null ? 'open' : `corrected in ${correctedIn}`}`;
