import { describe, expect, test } from 'vitest';
import { note } from './ledger.contract.ts';
import { parseBodies, parseBody, renderBody, renderTail } from './link.ts';

const body = (seq: number) => renderBody(seq, '2020-03-10T00:00:00.000Z', renderTail('a', note(seq)));

describe('the text of an entry', () => {
  test('is not made of data that is no object: a log of anything else could not be read by its schemas', () => {
    for (const data of [null, ['lista'], 'texto', 7]) expect(() => renderTail('a', { ...note(1), data: data as never })).toThrow(TypeError); // what the types forbid: that is the test
  });

  test('that is JSON but says no entry is corrupt, alone or among others', () => {
    for (const text of ['5', '{"seq":1}', 'null']) {
      expect(() => parseBody(text)).toThrow(expect.objectContaining({ kind: 'corrupt' }));
      expect(() => parseBodies(`${body(1)},${text}`)).toThrow(expect.objectContaining({ kind: 'corrupt' }));
    }
  });

  test('joined in another order than that of the log is put in order', () => {
    expect(parseBodies([3, 1, 2].map(body).join(',')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});
