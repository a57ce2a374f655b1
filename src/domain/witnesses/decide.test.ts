import { describe, expect, test } from 'vitest';
import { cosignCheckpoint, failWitness, listWitness, retireWitness } from './decide.ts';
import type { WitnessesEvent } from './events.ts';
import { type WitnessesState, witnessesFold } from './state.ts';
import { standingOf } from './views.ts';
import { witnessesRefusalText } from './words.ts';

const act = { on: '2020-10-05', by: { office: 'administracion' } };
const iec = { witness: 'iec', body: 'IEC', key: 'iec.mx+0a0b0c0d+BA==', url: 'https://iec.example/testigo', isPrivate: false };
const root = 'a'.repeat(64);
const note = { size: 10, root, note: 'nota', cosigners: [{ witness: 'iec', seconds: 1 }] };
const failure = { witness: 'iec', why: 'unreachable', detail: 'timeout' } as const;

/** The state after these; each was decided, so that none is possible only here. */
function following(...steps: readonly ((context: { witnesses: WitnessesState }) => ReturnType<typeof listWitness>)[]) {
  let witnesses = witnessesFold.initial();
  let seq = 0;
  for (const step of steps) {
    const decided = step({ witnesses });
    if (!decided.ok) throw new Error(decided.error.kind);
    for (const event of decided.value)
      witnesses = witnessesFold.evolve(witnesses, { ...event, seq: ++seq, at: '2020-10-05T18:00:00.000Z', stream: 'p' } as WitnessesEvent);
  }
  return { witnesses };
}
const list = (context: { witnesses: WitnessesState }) => listWitness(context, { ...act, ...iec });
const retire = (context: { witnesses: WitnessesState }) => retireWitness(context, { ...act, witness: 'iec', reason: 'Cambió' });
const cosign = (context: { witnesses: WitnessesState }) => cosignCheckpoint(context, { ...act, ...note });
const fail = (context: { witnesses: WitnessesState }) => failWitness(context, { ...act, ...failure });
const refused = (decided: ReturnType<typeof list>) => {
  if (decided.ok) return 'done';
  expect(witnessesRefusalText(decided.error).es).toMatch(/\S/);
  return decided.error.kind;
};

describe('witnesses of the log', () => {
  test('a listed one waits, holds what it cosigned, fails, and holds again', () => {
    const standing = (context: { witnesses: WitnessesState }) => {
      const one = context.witnesses.witnesses.get('iec');
      return one && standingOf(one, root);
    };
    expect(standing(following(list))).toBe('waiting');
    expect(standing(following(list, fail))).toBe('failing');
    expect(standing(following(list, fail, cosign))).toBe('holds');
    expect(standing(following(list, cosign, fail))).toBe('failing');
    expect(standing(following(list, cosign, retire))).toBe('retired');
    const held = following(list, cosign).witnesses.witnesses.get('iec');
    expect(held && standingOf(held, 'b'.repeat(64))).toBe('forked');
  });

  test('one body is listed once, under one key', () => {
    expect(refused(list(following(list)))).toBe('witness-exists');
    expect(refused(listWitness(following(list), { ...act, ...iec, witness: 'otro' }))).toBe('key-listed');
    expect(refused(listWitness(following(list, retire), { ...act, ...iec, witness: 'otro' }))).toBe('done');
  });

  test('nothing is recorded of one that is unknown or was retired', () => {
    for (const step of [retire, cosign, fail]) {
      expect(refused(step(following()))).toBe('witness-unknown');
      expect(refused(step(following(list, retire)))).toBe('witness-retired');
    }
  });

  test('a checkpoint no larger than the one held, the same failure again and a retirement without reason are refused', () => {
    expect(refused(cosign(following(list, cosign)))).toBe('larger-held');
    expect(refused(fail(following(list, fail)))).toBe('failing-already');
    expect(refused(failWitness(following(list, fail), { ...act, ...failure, why: 'inconsistent' }))).toBe('done');
    expect(refused(retireWitness(following(list), { ...act, witness: 'iec', reason: ' ' }))).toBe('reason-missing');
  });
});
