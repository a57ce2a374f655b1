import { must } from '../../core/result.ts';
import type { LoadedCut, Prep } from '../load/prep.ts';
import type { Recomputation } from '../totals/recomputation.ts';
import { recompute } from '../totals/recompute.ts';
import { allChecks } from './all.ts';
import { type Check, type CheckOptions, type Finding, families, type Offence, severities, shownRows } from './check.ts';
import { type CutContext, contextOf } from './context.ts';
import { type Found, offencesPage, prepareViews, runRowChecks, runSetCheck } from './run-sql.ts';

/**
 * Every check of one loaded cut; gravest first, each with its first `most` offences. A check whose columns the file lacks is not asked: that
 * they are missing is a finding of its own. `totals` when they are recomputed already. Never throws for what the data say.
 */
export async function runChecks(
  prep: Pick<Prep, 'connection'>,
  cut: LoadedCut,
  options: CheckOptions = {},
  most: number = shownRows,
  totals?: Recomputation,
): Promise<readonly Finding[]> {
  const context = contextOf(prep.connection, cut);
  const asked = allChecks.filter((check) => applies(check, context, options));
  const facts = { cut, totals: totals ?? (await recompute(prep, cut, options)), options };
  await prepareViews(context);
  const byRow = await runRowChecks(
    context,
    asked.filter((check) => check.kind === 'row'),
    most,
  );
  const findings: Finding[] = [];
  for (const check of asked) {
    const found =
      check.kind === 'row'
        ? byRow.get(check.id)
        : check.kind === 'set'
          ? await runSetCheck(context, check, most)
          : all(check.fromCut(facts));
    if (found) findings.push(...findingsOf(check, cut.cut, found, most));
  }
  return findings.toSorted(byGravity);
}

/** A page of all offences of one check in one cut: what `Finding.offences` begins. */
export async function offencesOf(
  prep: Pick<Prep, 'connection'>,
  cut: LoadedCut,
  id: string,
  page: { readonly limit: number; readonly offset: number },
  options: CheckOptions = {},
): Promise<readonly Offence[]> {
  const check = must(
    allChecks.find((one) => one.id === id),
    `there is no check ${id}`,
  );
  if (check.kind === 'cut')
    return check.fromCut({ cut, totals: await recompute(prep, cut, options), options }).slice(page.offset, page.offset + page.limit);
  const context = contextOf(prep.connection, cut);
  await prepareViews(context);
  return offencesPage(context, check, page);
}

const applies = (check: Check, context: CutContext, options: CheckOptions): boolean =>
  (check.needs ?? []).every(context.has) &&
  (check.when !== 'final' || options.final === true) &&
  (check.when !== 'drill' || options.drill !== undefined);

const all = (offences: readonly Offence[]): Found => ({ count: offences.length, offences });

/** One finding of what a check found, or one of each subject; none when nothing was found. */
export function findingsOf(check: Check, cut: number, found: Found, most: number = shownRows): readonly Finding[] {
  if (found.count === 0) return [];
  if (check.kind === 'row' || !check.eachSubject) return [finding(check, cut, null, found, most)];
  const subjects = Map.groupBy(found.offences, (offence) => offence.subject);
  return [...subjects].map(([subject, offences]) => finding(check, cut, subject, all(offences), most));
}

function finding(check: Check, cut: number, subject: string | null, { count, offences }: Found, most: number): Finding {
  const shown = offences.slice(0, shownRows);
  const first = must(shown[0], `${check.id} counted ${count} offences and showed none`);
  const aboutRows = first.row !== null;
  const said = (what: (offence: Offence) => string): string => (aboutRows ? what(first) : [...new Set(shown.map(what))].join(' · '));
  return {
    check: check.id,
    family: check.family,
    severity: check.severity,
    cut,
    subject,
    count,
    rows: shown.flatMap((offence) => offence.row ?? []),
    saw: said((offence) => offence.saw),
    expected: said((offence) => offence.expected),
    offences: offences.slice(0, most),
    title: check.title,
    source: check.source,
    texts: { publisher: check.publisher, overseer: check.overseer },
  };
}

const byGravity = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  families.indexOf(a.family) - families.indexOf(b.family) ||
  a.check.localeCompare(b.check, 'en');
