import { expect, test } from 'vitest';
import { isSubject, partsOfSubject, subjectKinds, subjectOf } from './subject.ts';

test('a subject is its kind and its id, and is taken apart again', () => {
  expect(subjectOf('obligation', 'ieeh', 'E14')).toBe('obligation:ieeh/E14');
  for (const kind of subjectKinds) expect(partsOfSubject(subjectOf(kind, 'a', 'b@2020-04'))).toEqual({ kind, ids: ['a', 'b@2020-04'] });
});

test.each(['obligation:ieeh/E14', 'report:prep-2020-03-10'])('%s is one', (text) => expect(isSubject(text)).toBe(true));
test.each(['', 'obligation', 'obligation:', 'person:ana', 'alert:a b', ' opl:iec'])('«%s» is none', (text) =>
  expect(isSubject(text)).toBe(false),
);
