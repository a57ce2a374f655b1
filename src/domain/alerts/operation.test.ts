import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../core/event.ts';
import { by, said, under } from '../process/test-process.ts';
import { base, goLivePlanned, milestonePlanned, reached, reportingOpened } from '../systems/test-systems.ts';
import { alertCalled, alertsAt, told } from './test-alerts.ts';

const event = (type: string, on: string, data: NewEvent['data']): NewEvent => ({ type, on, by, data });
const openOn = (events: readonly NewEvent[], day: string, rule: string) =>
  told(alertsAt(events, day)).filter((one) => one.startsWith(`${rule}.`));

const made = (due: string, on = '2020-01-14') =>
  event('CommitmentMade', on, { commitment: 'C1', owner: 'enlace-ieeh', due, text: 'Enviar el contrato', origin: 'meeting:4', item: 1 });
const given = (on: string) => event('EvidenceGiven', on, { commitment: 'C1', text: 'Se envió' });
const returned = (on: string) => event('CommitmentReturned', on, { commitment: 'C1', reason: 'Falta la firma' });
const extended = (on: string, due: string) => event('CommitmentExtended', on, { commitment: 'C1', due, reason: 'Falta un anexo' });

describe('a commitment', () => {
  const overdueOn = (day: string, ...more: readonly NewEvent[]) =>
    openOn([...under, made('2020-01-31'), ...more], day, 'commitment-overdue');
  test('is overdue from the day after its day, until there is evidence, and again when it is returned', () => {
    expect(overdueOn('2020-01-31')).toEqual([]);
    expect(overdueOn('2020-02-10')).toEqual(['commitment-overdue.commitment.C1 2020-02-01']);
    expect(overdueOn('2020-02-10', given('2020-02-05'))).toEqual([]);
    expect(overdueOn('2020-02-10', given('2020-02-05'), returned('2020-02-08'))).toEqual(['commitment-overdue.commitment.C1 2020-02-08']);
    expect(overdueOn('2020-02-10', extended('2020-01-30', '2020-02-20'))).toEqual([]);
  });
  test('is of the office that made it', () => {
    const alerts = alertsAt([...under, made('2020-01-31')], '2020-02-10');
    expect(alertCalled(alerts, 'commitment-overdue.commitment.C1').office).toBe('enlace-ieeh');
  });
});

const asked = (audience: 'internal' | 'circulation', answerBy?: string) =>
  event('ThreadOpened', '2020-02-03', {
    thread: 'H1',
    subject: 'opl:ieeh',
    title: '¿Quién audita?',
    audience,
    ...(audience === 'internal' ? { opl: 'ieeh' } : {}),
    question: answerBy === undefined ? {} : { answerBy },
  });
const ofThread = { thread: 'H1', audience: 'circulation' };
describe('a question of the forum', () => {
  const waitingOn = (day: string, ...events: readonly NewEvent[]) => openOn([...under, ...events], day, 'question-unanswered');
  test('waits in vain from the day after its day, until an answer is accepted, and again when it is reopened', () => {
    const question = asked('circulation', '2020-02-10');
    const post = (on: string) => event('PostWritten', on, { ...ofThread, post: 1, text: 'Nadie aún', mentions: [], files: [] });
    const accepted = event('AnswerAccepted', '2020-02-12', { ...ofThread, post: 1 });
    const reopened = event('QuestionReopened', '2020-02-15', { ...ofThread, reason: 'No responde' });
    expect(waitingOn('2020-02-10', question)).toEqual([]);
    expect(waitingOn('2020-02-20', question)).toEqual(['question-unanswered.thread.H1 2020-02-11']);
    expect(waitingOn('2020-02-20', question, post('2020-02-11'), accepted)).toEqual([]);
    expect(waitingOn('2020-02-20', question, post('2020-02-11'), accepted, reopened)).toEqual(['question-unanswered.thread.H1 2020-02-15']);
    expect(waitingOn('2020-02-20', asked('circulation'))).toEqual([]);
  });
  test('that is internal is told of by its number, never by its title', () => {
    const alert = alertCalled(alertsAt([...under, asked('internal', '2020-02-10')], '2020-02-20'), 'question-unanswered.thread.H1');
    expect(JSON.stringify([alert.title, alert.explanation])).not.toContain('audita');
  });
});

const systemOn = (day: string, rule: string, ...more: readonly NewEvent[]) => openOn([...base, ...more], day, rule);
const defined = (everyDays?: number) =>
  event('FigureDefined', '2020-05-01', {
    system: 'sije',
    figure: 'casillas',
    name: said('Casillas'),
    denominator: said('Aprobadas'),
    ...(everyDays === undefined ? {} : { everyDays }),
  });
const reported = (on: string, date = on) =>
  event('FiguresReported', on, { system: 'sije', figure: 'casillas', rows: [{ entity: 'ieeh', date, reported: 1, of: 2 }] });

describe('figures', () => {
  const staleOn = (day: string, every: number | undefined, ...more: readonly NewEvent[]) =>
    systemOn(day, 'figures-stale', defined(every), ...more);
  test('are not up to date once their period has passed since the latest one, and nothing is said without a period', () => {
    expect(staleOn('2020-05-08', 7)).toEqual([]);
    expect(staleOn('2020-05-12', 7)).toEqual(['figures-stale.system.sije.casillas 2020-05-09']);
    expect(staleOn('2020-05-12', 7, reported('2020-05-10'))).toEqual([]);
    expect(staleOn('2020-06-06', undefined)).toEqual([]);
  });
  test('that come with an old day do not break the run', () => {
    expect(staleOn('2020-05-20', 7, reported('2020-05-18', '2020-05-05'))).toEqual(['figures-stale.system.sije.casillas 2020-05-09']);
  });
});

describe('a system', () => {
  test('in production without a decision is told of only where it is reported here', () => {
    const live = [goLivePlanned(), reached('2020-05-18')];
    expect(systemOn('2020-05-20', 'live-undecided', ...live)).toEqual([]);
    expect(systemOn('2020-05-20', 'live-undecided', reportingOpened, ...live)).toEqual(['live-undecided.system.sije 2020-05-18']);
  });
  test('with a load test shown at its gate is not untested, and without one it is', () => {
    const live = [reportingOpened, goLivePlanned(), milestonePlanned('load', 'load-tests', '2020-04-01'), reached('2020-05-18')];
    expect(systemOn('2020-05-20', 'live-untested', ...live)).toEqual(['live-untested.system.sije 2020-05-18']);
    const gate = [
      event('GateOpened', '2020-04-01', {
        system: 'sije',
        checklist: 'base',
        decider: 'deoe',
        items: [
          {
            id: 'load-tests',
            name: said('Prueba de carga'),
            obligatory: true,
            perEntity: false,
            figures: false,
            citation: 'Lineamientos',
            confirmation: 'seen',
          },
        ],
      }),
      event('RequirementMet', '2020-05-02', { system: 'sije', item: 'load-tests', evidence: { text: 'Informe de la prueba' } }),
    ];
    expect(systemOn('2020-05-20', 'live-untested', ...live, ...gate)).toEqual([]);
  });
  test('with a major incident unsolved is red until it is resolved; then its postmortem is missing, from the day after', () => {
    const [opened, resolved] = [
      event('IncidentOpened', '2020-05-10', {
        system: 'sije',
        incident: 'i1',
        severity: 'major',
        title: 'Lento',
        startedAt: '2020-05-10T15:00:00.000Z',
        detectedAt: '2020-05-10T15:00:00.000Z',
        entities: [],
      }),
      event('IncidentResolved', '2020-05-11', { system: 'sije', incident: 'i1', at: '2020-05-11T15:00:00.000Z', cause: 'Consulta' }),
    ];
    expect(systemOn('2020-05-10', 'incident-unsolved', opened)).toEqual(['incident-unsolved.incident.sije.i1 2020-05-10']);
    expect(systemOn('2020-05-11', 'incident-unsolved', opened, resolved)).toEqual([]);
    expect(systemOn('2020-05-11', 'postmortem-missing', opened, resolved)).toEqual([]);
    expect(systemOn('2020-05-14', 'postmortem-missing', opened, resolved)).toEqual(['postmortem-missing.incident.sije.i1 2020-05-12']);
  });
});

describe('the cuts of an election', () => {
  const sha256 = 'a'.repeat(64);
  const verified = (lateCuts: number | undefined) =>
    event('VerificationRecorded', '2020-10-18', {
      verification: 'ieeh-ayun-1',
      opl: 'ieeh',
      occasion: 'night',
      election: 'Ayuntamientos',
      electionKey: 'AYUN',
      cuts: [{ name: 'a.csv', sha256, sizeBytes: 1, cutAt: null, actas: 1 }],
      final: false,
      checkSet: { version: 1, sha256 },
      counts: { error: 0, warning: 0, note: 0, corrected: 0 },
      standing: { counted: 1, notCounted: 0, notCaptured: 0, outOfCatalogue: 0 },
      totalsDiffer: 0,
      ...(lateCuts === undefined ? {} : { lateCuts }),
      findings: { sha256, name: 'a.json', type: 'application/json', sizeBytes: 1 },
    });
  const lateOn = (lateCuts?: number) => openOn([...under, verified(lateCuts)], '2020-10-18', 'cut-late');
  test('are late when one came after its announced time; with no schedule announced nothing is said', () => {
    expect(lateOn(2)).toEqual(['cut-late.verification.ieeh-ayun-1 2020-10-18']);
    expect(lateOn(0)).toEqual([]);
    expect(lateOn()).toEqual([]);
  });
});

test('a figure that is corrected later had come when it first came', () => {
  const events = [...base, defined(5), reported('2020-05-15', '2020-05-10'), reported('2020-06-08', '2020-05-10')];
  const since = alertsAt(events, '2020-06-09').flatMap((one) => (one.rule.id === 'figures-stale' ? one.since : []));
  expect(since).toEqual(['2020-05-16']);
});

test('since when commitments and figures wait is the first day of the uninterrupted run, whatever happens', () => {
  const dayOf = (n: number) => Temporal.PlainDate.from('2020-05-01').add({ days: n }).toString();
  const day = fc.integer({ min: 1, max: 40 });
  const act = fc.oneof(
    fc.tuple(day, day).map(([n, before]) => [n, reported(dayOf(n), dayOf(Math.max(0, n - before)))] as const),
    day.map((n) => [n, given(dayOf(n))] as const),
    day.map((n) => [n, returned(dayOf(n))] as const),
    fc.tuple(day, day).map(([n, more]) => [n, extended(dayOf(n), dayOf(n + more))] as const),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (acts, every) => {
      const later = acts.toSorted(([a], [b]) => a - b).map(([, one]) => one);
      const events = [...base, { ...made('2020-05-06', '2020-05-01') }, defined(every), ...later];
      const began = new Map<string, string>();
      for (let n = 0; n < 45; n += 1) {
        const found = alertsAt(events, dayOf(n)).filter(({ rule }) => /^(?:commitment-overdue|figures-stale)$/.test(rule.id));
        for (const id of began.keys()) if (!found.some((one) => one.id === id)) began.delete(id);
        for (const { id, since } of found) {
          if (!began.has(id)) began.set(id, dayOf(n));
          expect(`${id} since ${since}`).toBe(`${id} since ${began.get(id)}`);
        }
      }
    }),
    { numRuns: 30 },
  );
});
