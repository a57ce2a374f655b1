import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { must } from '../../core/result.ts';
import { contextFold, ground, held, measured, planned } from '../exercises/test-exercises.ts';
import { planFold } from '../plan/state.ts';
import { systemsFold } from '../systems/state.ts';
import { drillsSection } from './drills-section.ts';
import type { ReportInputs } from './section.ts';

function inputs(events: Parameters<typeof stateAfter<ReturnType<typeof contextFold.initial>, never>>[1]): ReportInputs {
  const { process, exercises } = stateAfter(contextFold, events as never);
  if (process.kind !== 'open') throw new Error('the ground opens the process');
  return {
    lang: 'es',
    cutoff: '2020-10-05',
    now: { process, plan: planFold.initial(), systems: systemsFold.initial(), exercises },
    position: 1,
    root: '00',
  };
}

describe('the section on drills of the informe', () => {
  test('does not stand where no exercise is recorded, so that what was frozen before keeps its bytes', () => {
    expect(drillsSection.when?.(inputs([...ground] as never))).toBe(false);
    expect(drillsSection.when?.(inputs([...ground, planned()] as never))).toBe(true);
  });
  test('tells what is known of each exercise, and leaves empty what is not', () => {
    const [table] = drillsSection.of(inputs([...ground, planned(), held(), measured({ coincide: false })] as never));
    if (table?.kind !== 'table') throw new Error('a table is expected');
    const [row] = table.rows;
    expect(must(row, 'one exercise').slice(4)).toEqual([1000, null, null, 'No exitoso', null]);
  });
});
