import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { by } from '../process/test-process.ts';
import { circulateReport, freezeReport, publishReport } from './decide.ts';
import type { NewReportEvent, ReportEvent } from './events.ts';
import { type ReportsState, reportsFold } from './state.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
// The first diagram; what becomes of an observation is in its own tests.
const edges = [...(readme.split('Once circulated')[0] ?? '').matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(
  ([, from, to, verb]) => `${from} --> ${to}: ${verb}`,
);

const [on, report, cutoff, root] = ['2020-03-12', 'prep-2020-03-10', '2020-03-10', 'ab'.repeat(32)];
const frozen: NewReportEvent = { type: 'ReportFrozen', on, by, data: { report, kind: 'prep', cutoff, edition: 1, position: 40, root } };
const worlds: Readonly<Record<string, readonly NewReportEvent[]>> = {
  '[*]': [],
  frozen: [frozen],
  circulated: [frozen, { type: 'ReportCirculated', on, by, data: { report } }],
};
const verbs = {
  // Without a reason: with one it would be another informe, of the next edition.
  freezeReport: (state: ReportsState) => freezeReport(state, { on, by, kind: 'prep', cutoff, position: 40, root }),
  circulateReport: (state: ReportsState) => circulateReport(state, { on, by, report }),
  publishReport: (state: ReportsState) => publishReport(state, { on, by, report }),
};
const after = (events: readonly NewReportEvent[]) => stateAfter<ReportsState, ReportEvent>(reportsFold, events);

test('the diagram of the README draws exactly the changes that are allowed, each verb tried from each state', () => {
  const allowed = Object.entries(worlds).flatMap(([from, events]) =>
    Object.entries(verbs).flatMap(([verb, decide]) => {
      const decision = decide(after(events));
      return decision.ok ? [`${from} --> ${after([...events, ...decision.value]).reports.get(report)?.state}: ${verb}`] : [];
    }),
  );
  expect(allowed.toSorted()).toEqual(edges.toSorted());
});
