import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../core/result.ts';
import { execute } from './execute.ts';
import { LedgerFault } from './fault.ts';
import { note } from './ledger.contract.ts';
import type { Ledger } from './ledger.ts';

const appended = { first: 1, last: 1, at: '2020-03-10T18:00:00.000Z' };
/** A ledger of which only `append` is ever asked: it answers from a list. */
function answering(...answers: readonly (() => ReturnType<Ledger['append']>)[]) {
  const left = [...answers];
  const asked: number[] = [];
  const append: Ledger['append'] = async (_stream, expected) => {
    asked.push(expected);
    const answer = left.shift();
    if (answer === undefined) throw new Error('asked more often than expected');
    return answer();
  };
  return { ledger: { append } as Ledger, asked }; // execute uses nothing else of it
}
const conflict = async () => refuse({ kind: 'conflict' as const, stream: 's', expected: 0, actual: 1 });
const done = async () => ok(appended);

describe('executing a command', () => {
  test('what the law refuses is not appended', async () => {
    const { ledger, asked } = answering();
    const look = async () => ({ state: 'closed', position: 3 });
    expect(await execute(ledger, 's', look, (state) => refuse({ kind: 'notAllowed', state }))).toEqual(
      refuse({ kind: 'notAllowed', state: 'closed' }),
    );
    expect(asked).toEqual([]);
  });

  test('what changes nothing is not appended either', async () => {
    const { ledger } = answering();
    expect(
      await execute(
        ledger,
        's',
        async () => ({ state: 0, position: 3 }),
        () => ok([]),
      ),
    ).toEqual(ok(undefined));
  });

  test('when somebody wrote first, it looks again and decides again', async () => {
    const { ledger, asked } = answering(conflict, done);
    let position = 0;
    const look = async () => ({ state: position, position: position++ });
    expect(await execute(ledger, 's', look, (state) => ok([note(state)]))).toEqual(ok(appended));
    expect(asked).toEqual([0, 1]);
  });

  test('what was allowed may no longer be when it looks again', async () => {
    const { ledger } = answering(conflict);
    let looked = 0;
    const look = async () => ({ state: looked++, position: looked });
    expect(await execute(ledger, 's', look, (state) => (state === 0 ? ok([note(1)]) : refuse('taken')))).toEqual(refuse('taken'));
  });

  test('after three tries the conflict is the answer', async () => {
    const { ledger, asked } = answering(conflict, conflict, conflict);
    const result = await execute(
      ledger,
      's',
      async () => ({ state: 0, position: 0 }),
      () => ok([note(1)]),
    );
    expect(result).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(asked).toHaveLength(3);
  });

  test('a failing store is not tried again', async () => {
    const { ledger, asked } = answering(async () => {
      throw new LedgerFault('diskFull');
    });
    await expect(
      execute(
        ledger,
        's',
        async () => ({ state: 0, position: 0 }),
        () => ok([note(1)]),
      ),
    ).rejects.toMatchObject({ kind: 'diskFull' });
    expect(asked).toHaveLength(1);
  });
});
