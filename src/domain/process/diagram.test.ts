import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { joinOpl, moveElectionDay, openProcess, recordFact, setElectionDay, suspendProcess } from './decide.ts';
import type { NewProcessEvent } from './events.ts';
import { type ProcessState, processFold } from './state.ts';
import { agreed, by, coahuila, fixed, opened, opening, said, source, suspended } from './test-process.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const edges = [...readme.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);

const on = '2020-04-20';
const agreement = agreed('INE/CG1/2020');
const worlds: Readonly<Record<string, readonly NewProcessEvent[]>> = {
  '[*]': [],
  opened: [opened],
  fixed: [opened, fixed()],
  suspended: [opened, fixed(), suspended()],
};
const verbs = {
  openProcess: (state: ProcessState) => openProcess(state, { on, by, ...opening }),
  joinOpl: (state: ProcessState) => joinOpl(state, { on, by, ...coahuila }),
  setElectionDay: (state: ProcessState) => setElectionDay(state, { on, by, jornada: '2020-10-18', agreement }),
  suspendProcess: (state: ProcessState) => suspendProcess(state, { on, by, agreement, reason: said('Motivo') }),
  moveElectionDay: (state: ProcessState) => moveElectionDay(state, { on, by, jornada: '2020-10-18', agreement, reason: said('Motivo') }),
  recordFact: (state: ProcessState) => recordFact(state, { on, by, text: said('Hecho'), weight: 'plain', source }),
};

function nameOf(state: ProcessState): string {
  if (state.kind === 'absent') return '[*]';
  if (state.suspensions.some((one) => one.to === undefined)) return 'suspended';
  return state.electionDays.length > 0 ? 'fixed' : 'opened';
}

describe('the diagram of the README', () => {
  test('draws exactly the changes that are allowed, each verb tried from each state', () => {
    const allowed = Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, decide]) => {
        expect(nameOf(stateAfter(processFold, events))).toBe(from);
        const decision = decide(stateAfter(processFold, events));
        return decision.ok ? [`${from} --> ${nameOf(stateAfter(processFold, [...events, ...decision.value]))}: ${verb}`] : [];
      }),
    );
    expect(allowed.toSorted()).toEqual(edges.toSorted());
  });
});
