import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { langs } from '../../core/words.ts';
import { agreed, by, moved, said, source, suspended, under } from '../process/test-process.ts';
import type { PlanContext } from './decide.ts';
import type { NewPlanEvent } from './events.ts';
import { differenceOf, inGroup, replanItems } from './replan.ts';
import { approveReplan, decideReplan, proposeReplan, type ReplanRefusal, simulated } from './replan-decide.ts';
import { replanRefusalText } from './replan-words.ts';
import { type AnyEvent, adopted, contextFold, decidedAll, proposal, proposed, reporting, step } from './test-plan.ts';
import { itemsOf } from './views.ts';

type Log = Parameters<typeof stateAfter<PlanContext, AnyEvent>>[1];
const on = '2020-07-30';
const before: Log = [...under, adopted(), suspended(), moved()];
const open: Log = [...before, proposed()];
const at = (log: Log): PlanContext => stateAfter(contextFold, log);
const agreement = agreed('INE/CG170/2020');

function underWay(log: Log) {
  const { process, plan } = at(log);
  if (process.kind === 'absent' || !plan.replan) throw new Error('no re-planning is under way');
  return { process, plan, items: replanItems(process, plan, plan.replan, on) };
}
const subjectsIn = (log: Log) => underWay(log).items.map(({ subject }) => subject);
const itemIn = (log: Log, opl: string, key: string, day: string) => {
  const { process, plan } = at(log);
  if (process.kind === 'absent') throw new Error('opened first');
  const one = process.opls.find(({ id }) => id === opl);
  return one && itemsOf(process, plan, one, day).find(({ obligation }) => obligation.key === key);
};
/** The log with what was decided, and approved. */
function replanned(log: Log, ...choices: readonly Parameters<typeof decideReplan>[1][]): Log {
  let grown = log;
  for (const choice of choices) grown = [...grown, ...eventsOf(decideReplan(at(grown), choice))];
  const rest = underWay(grown).items.filter(({ decision }) => !decision);
  if (rest.length > 0)
    grown = [...grown, ...eventsOf(decideReplan(at(grown), { on, by, choice: 'adopt', subjects: rest.map(({ subject }) => subject) }))];
  return [...grown, ...eventsOf(approveReplan(at(grown), { on, by, agreement }))];
}
const eventsOf = (
  decision: { readonly ok: true; readonly value: readonly NewPlanEvent[] } | { readonly ok: false; readonly error: unknown },
) => {
  if (!decision.ok) throw new Error(JSON.stringify(decision.error));
  return decision.value;
};

describe('a decision that is only tried', () => {
  const { process, plan } = underWay(open);
  const replan = plan.replan ?? expect.unreachable('a re-planning is under way');
  const subjects = subjectsIn(open);
  test('gives the same as the one recorded, and leaves what is under way as it was', () => {
    const command = { on, by, choice: 'adopt', subjects } as const;
    const tried = simulated(plan, decideReplan({ process, plan }, command));
    const recorded = at([...open, ...eventsOf(decideReplan(at(open), command))]).plan.replan;
    expect(tried).toEqual({ ok: true, value: { ...plan, replan: recorded } });
    expect(replan.decided.size).toBe(0);
  });
  test('is refused for the same reasons', () => {
    const refusal = { ok: false, error: { kind: 'choice-reason-missing', choice: 'drop' } };
    expect(simulated(plan, decideReplan({ process, plan }, { on, by, choice: 'drop', subjects }))).toEqual(refusal);
  });
});

describe('what a change of election day asks to be decided', () => {
  test('is every open obligation of every OPL, and those the new day brings; a month that is no longer in the calendar ceases', () => {
    expect(subjectsIn(open)).toEqual(
      ['iec', 'ieeh'].flatMap((opl) => ['E14', 'E15b', 'E03@2020-08', 'M02'].map((key) => `obligation:${opl}/${key}`)),
    );
  });
  test('is not what is concluded; what is under way stays, in the calendar or not', () => {
    const log: Log = [
      ...under,
      adopted(),
      step('conclude', 'E14', '2020-02-01'),
      step('start', 'E03@2020-04', '2020-03-20'),
      moved(),
      proposed(),
    ];
    expect(subjectsIn(log).filter((one) => one.includes('iec'))).toEqual([
      'obligation:iec/E15b',
      'obligation:iec/E03@2020-08',
      'obligation:iec/M02',
      'obligation:iec/E03@2020-04',
    ]);
  });
  test('is also what other slices ask for, in the same act', () => {
    const matters = [{ subject: 'system:sije/go-live', title: said('SIJE · producción'), due: '2020-05-01', proposed: '2020-09-11' }];
    const log: Log = [...before, { type: 'ReplanProposed', on, by, data: { ...proposal, matters } }];
    expect(subjectsIn(log)).toContain('system:sije/go-live');
    expect(
      underWay(log)
        .items.filter((item) => inGroup(item, { opl: 'sistemas' }))
        .map(({ proposed: due }) => due),
    ).toEqual(['2020-09-11']);
  });
});

describe('nothing is left out in silence', () => {
  test('the plan is refused while one item is undecided, and says which', () => {
    expect(approveReplan(at(open), { on, by, agreement })).toMatchObject({ ok: false, error: { kind: 'undecided', count: 8 } });
    const [last = ''] = subjectsIn(open).slice(-1);
    const most = { on, by, choice: 'adopt' as const, subjects: subjectsIn(open).slice(0, -1) };
    const log: Log = [...open, ...eventsOf(decideReplan(at(open), most))];
    expect(approveReplan(at(log), { on, by, agreement })).toMatchObject({
      ok: false,
      error: { kind: 'undecided', count: 1, first: { es: expect.stringContaining('M02') } },
    });
    expect(approveReplan(at([...log, ...eventsOf(decideReplan(at(log), { ...most, subjects: [last] }))]), { on, by, agreement }).ok).toBe(
      true,
    );
  });
  test('what is left out needs its reason, stays open and in sight, and its decision is in the plan', () => {
    const drop = { on, by, choice: 'drop' as const, subjects: ['obligation:ieeh/E14'] };
    expect(decideReplan(at(open), drop)).toEqual({ ok: false, error: { kind: 'choice-reason-missing', choice: 'drop' } });
    const log = replanned(open, { ...drop, reason: said('No se contrató'), source });
    expect(itemIn(log, 'ieeh', 'E14', '2020-10-12')).toMatchObject({ omitted: true, status: 'unknown' });
    expect(itemIn(log, 'iec', 'E14', '2020-10-12')).toMatchObject({ omitted: false });
    expect(at(log).plan.plans.at(-1)?.decided.get('obligation:ieeh/E14')).toMatchObject({
      choice: 'drop',
      reason: said('No se contrató'),
      source,
    });
  });
  test('both plans stay in sight, and none is under way any more', () => {
    const { plan } = at(replanned(open));
    expect(plan.plans.map(({ jornada }) => jornada)).toEqual(['2020-06-07', '2020-10-18']);
    expect(plan.replan).toBeUndefined();
  });
});

describe('a date', () => {
  test('adopted is the norm’s; given, the one given, with its reason and as many days to send it', () => {
    const log = replanned(open, {
      on,
      by,
      choice: 'date',
      subjects: ['obligation:iec/E15b'],
      due: '2020-08-20',
      reason: said('Se acordó'),
    });
    expect(itemIn(log, 'ieeh', 'E15b', on)?.obligation).toMatchObject({ due: '2020-08-18', sendBy: '2020-08-23' });
    const given = itemIn(log, 'iec', 'E15b', on)?.obligation;
    expect(given).toMatchObject({ due: '2020-08-20', sendBy: '2020-08-25' });
    expect(given?.explanation.steps.at(-1)).toEqual({ text: said('Se acordó'), result: '2020-08-20' });
  });
  test('kept is still the former one: who was late is late again when deadlines run, and was not while they stood still', () => {
    const late: Log = [...under, adopted(), reporting(), suspended(), moved(), proposed()];
    const log = replanned(late, { on, by, choice: 'keep', subjects: ['obligation:iec/E14'] });
    expect(itemIn(late, 'iec', 'E14', '2020-07-29')?.status).toBe('suspended');
    expect(itemIn(log, 'iec', 'E14', '2020-08-01')).toMatchObject({
      status: 'overdue',
      overdueSince: on,
      obligation: { due: '2020-02-07' },
    });
    expect(itemIn(replanned(late), 'iec', 'E14', '2020-08-01')).toMatchObject({ status: 'unknown', daysLate: 0 });
  });
  test('may be decided again before the approval: the last decision counts', () => {
    const subjects = ['obligation:iec/M02'];
    const log = replanned(open, { on, by, choice: 'drop', subjects, reason: said('x') }, { on, by, choice: 'adopt', subjects });
    expect(itemIn(log, 'iec', 'M02', on)).toMatchObject({ omitted: false, obligation: { due: '2020-09-27' } });
  });
});

describe('the difference', () => {
  test('tells what moves, what is dropped, what becomes late, what nobody could meet, and what stands', () => {
    const late: Log = [
      ...under,
      adopted(),
      reporting(),
      step('conclude', 'M02', '2020-03-01', { opl: 'ieeh' }),
      suspended(),
      moved(),
      proposed(),
    ];
    const decided: Log = [
      ...late,
      decidedAll(late, on),
      ...eventsOf(decideReplan(at(late), { on, by, choice: 'keep', subjects: ['obligation:iec/E14'] })),
      ...eventsOf(decideReplan(at(late), { on, by, choice: 'drop', subjects: ['obligation:ieeh/E15b'], reason: said('x') })),
    ];
    const { process, plan, items } = underWay(decided);
    const told = differenceOf(process, plan, items, on);
    const names = (some: readonly { readonly subject: string }[]) => some.map(({ subject }) => subject.replace('obligation:', ''));
    expect(names(told.moved)).toEqual(['iec/E15b', 'iec/E03@2020-08', 'iec/M02', 'ieeh/E14', 'ieeh/E03@2020-08']);
    expect(names(told.unchanged)).toEqual(['iec/E14']);
    expect(names(told.dropped)).toEqual(['ieeh/E15b']);
    expect(names(told.late)).toEqual(['iec/E14']);
    expect(names(told.past)).toEqual(['ieeh/E14']);
    expect(told.standing.map(({ opl, obligation }) => `${opl.id}/${obligation.key}`)).toEqual(['ieeh/M02']);
  });
});

describe('what is refused', () => {
  const one = { on, by, choice: 'adopt' as const, subjects: ['obligation:iec/M02'] };
  const propose = (log: Log, changed = {}) => proposeReplan(at(log), { ...proposal, on, by, ...changed });
  const april: Log = [...under, adopted(), step('start', 'E03@2020-04', '2020-03-20'), moved(), proposed()];
  const cases: readonly (readonly [string, unknown, ReplanRefusal])[] = [
    ['proposing where there is no process', propose([]), { kind: 'process-unknown' }],
    ['deciding where there is no process', decideReplan(at([]), one), { kind: 'process-unknown' }],
    ['approving where there is no process', approveReplan(at([]), { on, by, agreement }), { kind: 'process-unknown' }],
    ['proposing before there is a plan', propose(under), { kind: 'no-plan' }],
    [
      'proposing while the plan is that of the day',
      propose([...under, adopted()], { jornada: '2020-06-07' }),
      { kind: 'plan-in-force', jornada: '2020-06-07', on: '2019-09-30' },
    ],
    [
      'proposing for another day than the one fixed',
      propose(before, { jornada: '2020-11-01' }),
      { kind: 'plan-for-another-day', jornada: '2020-11-01', expected: '2020-10-18' },
    ],
    ['proposing twice', propose(open), { kind: 'replan-open', jornada: '2020-10-18' }],
    [
      'proposing before election day moved',
      propose(before, { on: '2020-07-29' }),
      { kind: 'before-last-decision', on: '2020-07-29', last: on },
    ],
    ['deciding on what nobody proposed', decideReplan(at(before), one), { kind: 'no-replan' }],
    ['approving what nobody proposed', approveReplan(at(before), { on, by, agreement }), { kind: 'no-replan' }],
    [
      'deciding before the proposal',
      decideReplan(at(open), { ...one, on: '2020-07-29' }),
      { kind: 'before-last-decision', on: '2020-07-29', last: on },
    ],
    [
      'approving before the last decision',
      approveReplan(at(open), { on: '2020-07-29', by, agreement }),
      { kind: 'before-last-decision', on: '2020-07-29', last: on },
    ],
    [
      'deciding on what is not open',
      decideReplan(at(open), { ...one, subjects: ['obligation:iec/E99'] }),
      { kind: 'item-unknown', subject: 'obligation:iec/E99' },
    ],
    ['deciding on nothing', decideReplan(at(open), { ...one, subjects: [] }), { kind: 'item-unknown', subject: '' }],
    [
      'another date without its reason',
      decideReplan(at(open), { ...one, choice: 'date', due: '2020-09-20' }),
      { kind: 'choice-reason-missing', choice: 'date' },
    ],
    ['another date that is not given', decideReplan(at(open), { ...one, choice: 'date', reason: said('x') }), { kind: 'date-missing' }],
    [
      'a drill after election day',
      decideReplan(at(open), { ...one, choice: 'date', reason: said('x'), due: '2020-10-19' }),
      { kind: 'date-after-election', due: '2020-10-19', jornada: '2020-10-18' },
    ],
    [
      'adopting what the norm gives no date',
      decideReplan(at(april), { ...one, subjects: ['obligation:iec/E03@2020-04'] }),
      { kind: 'nothing-proposed', subject: 'obligation:iec/E03@2020-04' },
    ],
    [
      'keeping what had no date',
      decideReplan(at(open), { ...one, choice: 'keep', subjects: ['obligation:iec/E03@2020-08'] }),
      { kind: 'nothing-to-keep', subject: 'obligation:iec/E03@2020-08' },
    ],
    [
      'approving for a day that has moved again',
      approveReplan(at([...open, moved('2020-11-01')]), { on, by, agreement }),
      { kind: 'plan-for-another-day', jornada: '2020-10-18', expected: '2020-11-01' },
    ],
  ];
  test.each(cases)('%s', (_, decision, error) => {
    expect(decision).toEqual({ ok: false, error });
    for (const lang of langs) expect(replanRefusalText(error)[lang]).toMatch(/^[\p{Lu}«“].+\.$/u);
  });
});
