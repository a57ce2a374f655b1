import { describe, expect, test } from 'vitest';
import { langs } from '../../core/words.ts';
import type { PeopleRefusal } from './decide.ts';
import { capacities, organisationKinds, roles } from './events.ts';
import { type RightRefusal, rights } from './rights.ts';
import { iec, ieeh } from './test-people.ts';
import { capacityWords, organisationKindWords, peopleRefusalText, rightRefusalText, rightWords, roleWords } from './words.ts';

const office = { es: 'Secretaría técnica', en: 'Technical secretariat' };

// The compiler refuses a table that lacks a kind of refusal.
const peopleRefusals: { readonly [K in PeopleRefusal['kind']]: Extract<PeopleRefusal, { kind: K }> } = {
  'organisation-exists': { kind: 'organisation-exists', organisation: 'ine' },
  'organisation-unknown': { kind: 'organisation-unknown', organisation: 'ine' },
  'office-exists': { kind: 'office-exists', office: 'enlace-iec' },
  'office-unknown': { kind: 'office-unknown', office: 'enlace-iec' },
  'opl-needed': { kind: 'opl-needed', role: 'opl' },
  'person-exists': { kind: 'person-exists' },
  'person-unknown': { kind: 'person-unknown' },
  'ends-before-it-starts': { kind: 'ends-before-it-starts', from: '2020-02-02', to: '2020-02-01' },
  'office-has-titular': { kind: 'office-has-titular', office, from: '2020-02-01', to: '2020-02-02' },
  'holds-it-already': { kind: 'holds-it-already', office, from: '2020-02-01' },
  'assignment-unknown': { kind: 'assignment-unknown', from: '2020-02-01' },
  'ended-already': { kind: 'ended-already', to: '2020-02-01' },
  'begun-already': { kind: 'begun-already', from: '2020-02-01' },
  'erased-already': { kind: 'erased-already', on: '2020-02-01' },
  'holds-office': { kind: 'holds-office', office },
};
const rightRefusals: { readonly [K in RightRefusal['kind']]: Extract<RightRefusal, { kind: K }> } = {
  'office-unknown': { kind: 'office-unknown', office: 'enlace-iec' },
  'office-not-held': { kind: 'office-not-held', office, on: '2020-02-01' },
  'right-not-granted': { kind: 'right-not-granted', office, right: 'convene' },
  'other-opl': { kind: 'other-opl', office, right: 'report-progress', own: iec, asked: ieeh },
};

describe('every refusal has words in both languages', () => {
  const said = [
    ...Object.values(peopleRefusals).map((refusal) => [refusal.kind, peopleRefusalText(refusal)] as const),
    ...Object.values(rightRefusals).map((refusal) => [refusal.kind, rightRefusalText(refusal)] as const),
  ];
  test.each(said)('%s', (_, text) => {
    for (const lang of langs) expect(text[lang]).toMatch(/^\S.{15,}\.$/s);
    expect(text.es).not.toBe(text.en);
    expect(text.es + text.en).not.toMatch(/undefined|\[object/);
  });
});

test('a refusal names the office, the day, and the other OPL', () => {
  expect(rightRefusalText(rightRefusals['office-not-held']).es).toContain('«Secretaría técnica» el 2020-02-01');
  expect(rightRefusalText(rightRefusals['other-opl']).es).toMatch(/«iec».*no de «ieeh»/);
  expect(rightRefusalText({ kind: 'other-opl', office, right: 'read-internal' }).es).toContain('no tiene ninguno asignado');
  expect(peopleRefusalText(peopleRefusals['office-has-titular']).es).toContain('del 2020-02-01 al 2020-02-02');
  expect(peopleRefusalText(peopleRefusals['holds-it-already']).en).toContain('since 2020-02-01');
});

test('every role, capacity, right and kind of organisation has a name in both languages', () => {
  for (const lang of langs) {
    for (const role of roles) expect(roleWords(lang)[role]).toBeTruthy();
    for (const capacity of capacities) expect(capacityWords(lang)[capacity]).toBeTruthy();
    for (const kind of organisationKinds) expect(organisationKindWords(lang)[kind]).toBeTruthy();
    for (const right of rights) expect(rightWords(lang)[right]).toBeTruthy();
  }
});
