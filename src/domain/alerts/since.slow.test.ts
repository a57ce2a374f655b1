import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyWorld, take } from '../../app/world.ts';
import type { NewEvent } from '../../core/event.ts';
import { must, ok, type Result } from '../../core/result.ts';
import { rescheduleMeeting } from '../meetings/decide.ts';
import { advanceObligation, openReporting, planAdoption } from '../plan/decide.ts';
import { adopted, adoption, june, obligation, october, topics } from '../plan/test-plan.ts';
import { moveElectionDay, suspendProcess } from '../process/decide.ts';
import { agreed, by, said, under } from '../process/test-process.ts';
import { circulateReport, freezeReport } from '../reports/decide.ts';
import { setThreshold } from './decide.ts';
import { dueSoon } from './rules/due-soon.ts';
import { extraDrill } from './rules/extra-drill.ts';
import { observed } from './rules/observed.ts';
import { overdue } from './rules/overdue.ts';
import { reportLate } from './rules/report-late.ts';
import { type AlertsWorld, alertsOn, rules } from './views.ts';

const first = '2019-09-30';
const days = 420;
const dayOf = (n: number) => Temporal.PlainDate.from(first).add({ days: n }).toString();
const contract = (due: string, sendBy: string) => obligation('E10b', { due, sendBy });
/** For any day that election day may be moved to, some dates move with it and some stay. */
const plans: Readonly<Record<string, typeof june>> = {
  '2020-06-07': [...june, contract('2020-02-07', '2020-02-12')],
  '2020-07-05': [...june, contract('2020-02-07', '2020-02-12')],
  '2020-10-18': [...october, contract('2020-06-18', '2020-06-23')],
  '2020-11-15': [...october, contract('2020-07-15', '2020-07-20')],
};

type Ask = (world: AlertsWorld, on: string) => Result<readonly NewEvent[], unknown>;
const opl = fc.constantFrom('iec', 'ieeh');
const key = fc.constantFrom('E14', 'E15b', 'M02', 'E10b');
const agreement = agreed('INE/CG1/2020');

const ask: fc.Arbitrary<Ask> = fc.oneof(
  opl.map(
    (one): Ask =>
      (world, on) =>
        openReporting(world, { on, by, opl: one }),
  ),
  fc.tuple(fc.constantFrom('start', 'deliver', 'observe', 'conclude'), opl, key).map(
    ([step, who, what]): Ask =>
      (world, on) =>
        advanceObligation(world, { on, by, step, opl: who, key: what }),
  ),
  // What comes back at once: by chance alone it would hardly be met.
  fc.tuple(opl, key).map(
    ([who, what]): Ask =>
      (world, on) => {
        const data = { opl: who, key: what };
        const delivered = advanceObligation(world, { on, by, step: 'deliver', ...data });
        return delivered.ok ? ok([...delivered.value, { type: 'ObligationObserved', on, by, data }]) : delivered;
      },
  ),
  fc
    .tuple(
      opl,
      fc.constantFrom('drill', 'extra-drill'),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      fc.constantFrom('successful', 'unsuccessful'),
    )
    .map(
      ([who, kind, number, coincide, verdict]): Ask =>
        (world, on) =>
          ok(drill(world, on, { who, kind, number, coincide, verdict })),
    ),
  fc.tuple(opl, fc.constantFrom('attended', 'not'), fc.boolean()).map(
    ([who, outcome, coincide]): Ask =>
      (world, on) => {
        const open = [...world.exercises.observations.values()].find((one) => one.exercise.startsWith(who));
        const run = [...world.exercises.exercises.values()].find((one) => one.opl === who);
        const measured = { type: 'ExerciseMeasured', on, by, data: { exercise: run?.id, coincide, reason: said('Se contó de nuevo') } };
        const resolved = { type: 'ExerciseObservationResolved', on, by, data: { observation: open?.id, outcome, note: said('Nota') } };
        return ok([...(run ? [measured] : []), ...(open ? [resolved] : [])]);
      },
  ),
  fc.constant<Ask>((world, on) => suspendProcess(world.process, { on, by, agreement, reason: said('Motivo') })),
  fc.constantFrom(...Object.keys(plans)).map(
    (jornada): Ask =>
      (world, on) =>
        moveElectionDay(world.process, { on, by, jornada, agreement, reason: said('Motivo') }),
  ),
  fc.tuple(opl, fc.subarray(['E14', 'E15b', 'E10b'])).map(
    ([who, codes]): Ask =>
      (world, on) => {
        const jornada = world.process.electionDays.at(-1)?.jornada ?? '';
        const omitted = codes.length > 0 ? [{ opl: who, codes, source: agreement.source }] : [];
        return planAdoption(world, {
          on,
          by,
          norm: 'anexo13-2016',
          jornada,
          agreement,
          topics,
          obligations: plans[jornada] ?? june,
          omitted,
        });
      },
  ),
  fc.integer({ min: 0, max: 40 }).map(
    (n): Ask =>
      (world, on) =>
        rescheduleMeeting(world.meetings, { on, by, number: 1, date: dayOf(100 + n), reason: 'Motivo' }),
  ),
  fc.constant<Ask>((world, on) => {
    const { date } = must(world.meetings.meetings.get(1), 'scheduled').appointment;
    const ahead = Temporal.PlainDate.from(date).subtract({ days: 7 }).toString();
    const cutoff = ahead <= on ? ahead : first;
    return freezeReport(world.reports, { on, by, kind: 'prep', cutoff, position: 1, root: 'a'.repeat(64), reason: said('Motivo') });
  }),
  fc.constant<Ask>((world, on) => {
    const last = [...world.reports.reports.values()].at(-1);
    return circulateReport(world.reports, { on, by, report: last?.id ?? 'none' });
  }),
  fc.tuple(fc.constantFrom('due-soon', 'observed', 'contract-unsigned', 'report-late'), fc.integer({ min: 0, max: 12 })).map(
    ([rule, value]): Ask =>
      (world, on) =>
        setThreshold(world, { on, by, rule, value, reason: 'Motivo' }),
  ),
);

type Run = { readonly who: string; readonly kind: string; readonly number: number; readonly coincide: boolean; readonly verdict: string };
/** A drill from its plan to its verdict in one day, with an observation that repeats the first one of the OPL; nothing if it was run. */
function drill({ exercises }: AlertsWorld, on: string, { who, kind, number, coincide, verdict }: Run): readonly NewEvent[] {
  const exercise = `${who}-${kind}-${number}`;
  if (exercises.exercises.has(exercise)) return [];
  const first = [...exercises.observations.values()].find((one) => one.exercise.startsWith(who));
  const remark = {
    exercise,
    observation: `${exercise}/1`,
    text: said('No coinciden'),
    weight: 'blocking',
    ...(first ? { repeats: first.id } : {}),
  };
  return [
    { type: 'ExercisePlanned', on, by, data: { exercise, opl: who, kind, number, date: on } },
    { type: 'ExerciseHeld', on, by, data: { exercise } },
    { type: 'ExerciseMeasured', on, by, data: { exercise, coincide } },
    { type: 'ExerciseObserved', on, by, data: remark },
    { type: 'ExerciseJudged', on, by, data: { exercise, verdict, reason: said('Motivo') } },
  ];
}

/** Acts on their days, in order; those that are refused leave nothing. */
const acts = fc
  .array(fc.tuple(fc.integer({ min: 1, max: days - 20 }), ask), { minLength: 4, maxLength: 50 })
  .map((all) => all.toSorted(([a], [b]) => a - b));

const start: readonly NewEvent[] = [
  ...under,
  adopted(adoption(plans['2020-06-07'] ?? [], '2020-06-07', 'INE/CG433/2019'), first),
  { type: 'MeetingScheduled', on: first, by, data: { number: 1, date: dayOf(110) } },
  {
    type: 'ReportFrozen',
    on: first,
    by,
    data: { report: 'prep-2019-09-01', kind: 'prep', cutoff: '2019-09-01', edition: 1, position: 1, root: 'a'.repeat(64) },
  },
];

/** Every alert of every day as `id since`, with the day on which it was found. */
function everyDay(
  script: readonly (readonly [number, Ask])[],
): readonly { readonly day: string; readonly found: ReadonlyMap<string, string> }[] {
  const world = emptyWorld();
  let seq = 0;
  const record = (events: readonly NewEvent[]) => {
    for (const event of events) take(world, { ...event, seq: ++seq, stream: 'p', at: '2026-01-01T00:00:00.000Z' });
  };
  const now = (): AlertsWorld => {
    const one = must(world.processes.get('p'), 'opened first');
    if (one.process.kind === 'absent') throw new Error('opened first');
    return { ...one, process: one.process };
  };
  record(start);
  return Array.from({ length: days }, (_, n) => {
    for (const [at, decide] of script) {
      const decision = at === n ? decide(now(), dayOf(n)) : undefined;
      if (decision?.ok) record(decision.value);
    }
    const day = dayOf(n);
    return { day, found: new Map(alertsOn(now(), day).map((alert) => [alert.id, alert.since])) };
  });
}

describe('since when', () => {
  test('is the first day of the uninterrupted run of days on which the rule holds, whatever happens', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(acts, (script) => {
        const began = new Map<string, string>();
        for (const { day, found } of everyDay(script)) {
          for (const id of began.keys()) if (!found.has(id)) began.delete(id);
          for (const [id, since] of found) {
            if (!began.has(id)) began.set(id, day);
            met.add(id.split('.')[0] ?? '');
            expect(`${id} on ${day}: since ${since}`).toBe(`${id} on ${day}: since ${began.get(id)}`);
          }
        }
      }),
      { numRuns: 40 },
    );
    // Those of systems, commitments and cuts have their own acts: `operation.test.ts`.
    const rulesOfPlanAndDrills = rules.slice(0, rules.indexOf(overdue) + 1).concat(observed, extraDrill, reportLate, dueSoon);
    expect([...met].sort()).toEqual(rulesOfPlanAndDrills.map(({ id }) => id).sort());
  }, 60_000);
});
