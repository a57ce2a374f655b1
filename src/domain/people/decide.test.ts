import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../core/event.ts';
import { admitPerson, assignOffice, createOffice, endAssignment, registerOrganisation, registerPerson } from './decide.ts';
import { peopleEvents } from './events.ts';
import { peopleFold } from './state.ts';
import { ana, by, eva, given, hash, iec, leo, secretariat, workingGroup } from './test-people.ts';

const act = { on: '2019-10-01', by };
const name = { es: 'Unidad de sistemas', en: 'Systems unit' };
const empty = peopleFold.initial;
const refused = (error: unknown) => ({ ok: false, error });
const recorded = (type: string, data: NewEvent['data']) => ({ ok: true, value: [{ type, ...act, data }] });

const ine = { organisation: 'ine', name: { es: 'INE', en: 'INE' }, acronym: 'INE', kind: 'ine' } as const;
const unit = { office: 'unidad-de-sistemas', name, organisation: 'ine', role: 'systems-unit' } as const;
const anaTitular = { office: secretariat, person: ana, from: '2019-10-15', to: '2020-07-14', capacity: 'titular' } as const;
const held = (from = '2019-10-15', to?: string) =>
  workingGroup(['assign', { ...act, ...anaTitular, from, ...(to === undefined ? { to: '2020-07-14' } : { to }) }]);

describe('organisations', () => {
  test('an organisation may be registered', () => {
    expect(registerOrganisation(empty(), { ...act, ...ine })).toEqual(recorded('OrganisationRegistered', ine));
  });
  test('the same organisation may not be registered twice', () => {
    const state = given(['organisation', { ...act, ...ine }]);
    expect(registerOrganisation(state, { ...act, ...ine })).toEqual(refused({ kind: 'organisation-exists', organisation: 'ine' }));
  });
});

describe('offices', () => {
  const state = given(['organisation', { ...act, ...ine }]);
  test('an office may be created in a registered organisation', () => {
    expect(createOffice(state, { ...act, ...unit })).toEqual(recorded('OfficeCreated', unit));
  });
  test('an office that acts for an OPL may be created when it names the OPL', () => {
    const office = { ...unit, role: 'opl', opl: iec } as const;
    expect(createOffice(state, { ...act, ...office })).toEqual(recorded('OfficeCreated', office));
  });
  test('the same office may not be created twice', () => {
    const twice = given(['organisation', { ...act, ...ine }], ['office', { ...act, ...unit }]);
    expect(createOffice(twice, { ...act, ...unit })).toEqual(refused({ kind: 'office-exists', office: unit.office }));
  });
  test('an office of an unknown organisation is refused', () => {
    expect(createOffice(empty(), { ...act, ...unit })).toEqual(refused({ kind: 'organisation-unknown', organisation: 'ine' }));
  });
  test('an office that acts for an OPL must name it', () => {
    expect(createOffice(state, { ...act, ...unit, role: 'opl' })).toEqual(refused({ kind: 'opl-needed', role: 'opl' }));
  });
});

describe('persons', () => {
  test('a person may be registered, by key and keyed hash only', () => {
    expect(registerPerson(empty(), { ...act, person: ana, hash })).toEqual(recorded('PersonRegistered', { person: ana, hash }));
  });
  test('the same person may not be registered twice', () => {
    const state = given(['person', { ...act, person: ana, hash }]);
    expect(registerPerson(state, { ...act, person: ana, hash })).toEqual(refused({ kind: 'person-exists' }));
  });
  test('a name or an e-mail address does not fit in an event', () => {
    for (const person of ['Persona Ejemplo', 'persona@ejemplo.mx'])
      expect(peopleEvents.PersonRegistered.safeParse({ person, hash }).success).toBe(false);
    expect(peopleEvents.PersonRegistered.safeParse({ person: ana, hash, name: 'Persona Ejemplo' }).success).toBe(false);
  });
});

describe('holding an office', () => {
  test('an office may be assigned for a period', () => {
    expect(assignOffice(workingGroup(), { ...act, ...anaTitular })).toEqual(recorded('OfficeAssigned', anaTitular));
  });
  test('an office may be assigned without a last day', () => {
    const { to: _, ...open } = anaTitular;
    expect(assignOffice(workingGroup(), { ...act, ...open })).toEqual(recorded('OfficeAssigned', open));
  });
  test('an office may be assigned for a single day', () => {
    expect(assignOffice(workingGroup(), { ...act, ...anaTitular, to: anaTitular.from }).ok).toBe(true);
  });
  test('an unknown office is refused', () => {
    expect(assignOffice(workingGroup(), { ...act, ...anaTitular, office: 'no-hay' })).toEqual(
      refused({ kind: 'office-unknown', office: 'no-hay' }),
    );
  });
  test('an unknown person is refused', () => {
    expect(assignOffice(workingGroup(), { ...act, ...anaTitular, person: 'persona-ajena-9' })).toEqual(refused({ kind: 'person-unknown' }));
  });
  test('a period that ends before it starts is refused', () => {
    expect(assignOffice(workingGroup(), { ...act, ...anaTitular, to: '2019-10-14' })).toEqual(
      refused({ kind: 'ends-before-it-starts', from: '2019-10-15', to: '2019-10-14' }),
    );
  });
  test('a second titular on a day that has one is refused, last day included', () => {
    const second = { ...anaTitular, person: eva, from: '2020-07-14', to: '2020-12-31' };
    expect(assignOffice(held(), { ...act, ...second })).toEqual(
      refused({
        kind: 'office-has-titular',
        office: { es: 'Secretaría técnica', en: 'Secretaría técnica' },
        from: '2019-10-15',
        to: '2020-07-14',
      }),
    );
  });
  test('a titular without a last day is titular on every later day', () => {
    const { to: _, ...open } = anaTitular;
    const state = workingGroup(['assign', { ...act, ...open }]);
    const answer = assignOffice(state, { ...act, ...open, person: eva, from: '2030-01-01' });
    expect(answer).toMatchObject(refused({ kind: 'office-has-titular', from: '2019-10-15' }));
  });
  test('the next titular may begin the day after the last one ends', () => {
    expect(assignOffice(held(), { ...act, ...anaTitular, person: eva, from: '2020-07-15', to: '2020-12-31' }).ok).toBe(true);
  });
  test('several suplentes may stand in on the same days as the titular', () => {
    const state = workingGroup(
      ['assign', { ...act, ...anaTitular }],
      ['assign', { ...act, ...anaTitular, person: eva, capacity: 'suplente' }],
    );
    expect(assignOffice(state, { ...act, ...anaTitular, person: leo, capacity: 'suplente' }).ok).toBe(true);
  });
  test('nobody holds the same office twice on the same day', () => {
    expect(assignOffice(held(), { ...act, ...anaTitular, from: '2020-01-01', capacity: 'suplente' })).toMatchObject(
      refused({ kind: 'holds-it-already', from: '2019-10-15', to: '2020-07-14' }),
    );
  });
});

describe('ending an assignment', () => {
  const ending = { office: secretariat, person: ana, from: '2019-10-15', lastDay: '2020-03-31', reason: 'Renuncia' };
  test('an assignment may be ended on an earlier last day', () => {
    expect(endAssignment(held(), { ...act, ...ending })).toEqual(recorded('AssignmentEnded', ending));
  });
  test('an assignment without a last day may be ended', () => {
    const { to: _, ...open } = anaTitular;
    expect(endAssignment(workingGroup(['assign', { ...act, ...open }]), { ...act, ...ending }).ok).toBe(true);
  });
  test('an assignment that was never made cannot be ended', () => {
    expect(endAssignment(held(), { ...act, ...ending, person: eva })).toEqual(refused({ kind: 'assignment-unknown', from: '2019-10-15' }));
  });
  test('an assignment cannot be lengthened by ending it later, nor ended twice on the same day', () => {
    for (const lastDay of ['2020-07-14', '2021-01-01'])
      expect(endAssignment(held(), { ...act, ...ending, lastDay })).toEqual(refused({ kind: 'ended-already', to: '2020-07-14' }));
  });
  test('an assignment that has not begun may be revoked whole, and the office assigned to another', () => {
    const state = workingGroup(['assign', { ...act, ...anaTitular }], ['end', { ...act, ...ending, lastDay: act.on }]);
    expect(assignOffice(state, { ...act, ...anaTitular, person: eva }).ok).toBe(true);
    expect(assignOffice(state, { ...act, ...anaTitular }).ok).toBe(true);
  });
  test('an assignment that has begun counted on its first day, and cannot be revoked whole', () => {
    expect(endAssignment(held(), { ...act, on: '2019-10-15', ...ending, lastDay: '2019-10-14' })).toEqual(
      refused({ kind: 'begun-already', from: '2019-10-15' }),
    );
  });
});

test('an event that ends an assignment nobody made is a broken ledger, and says which entry', () => {
  const data = { office: secretariat, person: ana, from: '2019-10-15', lastDay: '2020-03-31', reason: 'Renuncia' };
  const event = { type: 'AssignmentEnded' as const, ...act, data, seq: 7, stream: 'people', at: '2019-10-01T00:00:00.000Z' };
  expect(() => peopleFold.evolve(empty(), event)).toThrow('event 7');
});

describe('admitting a person to an office', () => {
  const { person: _, ...office } = anaTitular;
  const admitted = { ...act, ...office, person: 'persona-nueva-0009', hash };
  test('registers them and gives them the office, in one act', () => {
    expect(admitPerson(workingGroup(), admitted)).toEqual({
      ok: true,
      value: [
        { type: 'PersonRegistered', ...act, data: { person: admitted.person, hash } },
        { type: 'OfficeAssigned', ...act, data: { ...office, person: admitted.person } },
      ],
    });
  });
  test('of whom there is already, or to an office there is none of, is refused whole', () => {
    expect(admitPerson(workingGroup(), { ...admitted, person: ana })).toEqual(refused({ kind: 'person-exists' }));
    expect(admitPerson(workingGroup(), { ...admitted, office: 'emperador' })).toMatchObject(refused({ kind: 'office-unknown' }));
  });
});
