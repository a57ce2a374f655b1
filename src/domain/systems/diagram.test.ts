import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dropMilestone, planMilestone, reachMilestone, reopenMilestone, replanMilestone, type SystemsContext } from './decide.ts';
import type { NewSystemsEvent } from './events.ts';
import { base, by, contextOf, goLive, goLivePlanned, reached } from './test-systems.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
/** The edges drawn under one heading of the README. */
const edgesUnder = (heading: string): readonly string[] => {
  const section = readme.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);
};

describe('the diagram of milestones', () => {
  const on = '2020-05-02';
  const reason = 'Motivo';
  const dropped = { type: 'MilestoneDropped', on: '2020-05-01', by, data: { ...goLive, reason } } as const;
  const worlds: Readonly<Record<string, readonly NewSystemsEvent[]>> = {
    '[*]': [],
    planned: [goLivePlanned()],
    reached: [goLivePlanned(), reached('2020-05-01')],
    dropped: [goLivePlanned(), dropped],
  };
  const verbs = {
    planMilestone: (context: SystemsContext) => planMilestone(context, { on, by, ...goLive, kind: 'go-live', weight: 1 }),
    replanMilestone: (context: SystemsContext) => replanMilestone(context, { on, by, ...goLive, due: '2020-06-01', reason }),
    reachMilestone: (context: SystemsContext) => reachMilestone(context, { on, by, ...goLive }),
    reopenMilestone: (context: SystemsContext) => reopenMilestone(context, { on, by, ...goLive, reason }),
    dropMilestone: (context: SystemsContext) => dropMilestone(context, { on, by, ...goLive, reason }),
  };

  test('draws exactly the changes that are allowed, each verb tried from each state', () => {
    const allowed = Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, decide]) => {
        const decision = decide(contextOf(...base, ...events));
        if (!decision.ok) return [];
        const after = contextOf(...base, ...events, ...decision.value)
          .systems.systems.get('sije')
          ?.milestones.get('go-live');
        return [`${from} --> ${after?.standing.kind}: ${verb}`];
      }),
    );
    expect(allowed.toSorted()).toEqual(edgesUnder('Milestones').toSorted());
  });
});
