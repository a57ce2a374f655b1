import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { proseLimits } from '../../core/prose.ts';
import { assignSection, deliverNarrative, integrateNarrative, returnNarrative, saveNarrative } from './decide.ts';
import type { NewNarrativesEvent } from './events.ts';
import { narrativesFold } from './state.ts';
import { integratedVersion, narrativeAt } from './views.ts';

const on = '2019-11-06';
const utsi = { office: 'utsi' };
const secretariat = { office: 'secretaria-tecnica' };
const place = { informe: 'prep', cutoff: '2019-11-05', section: 'estado' };
const [writes, integrates] = [
  { office: 'utsi', role: 'systems-unit', integrates: false },
  { office: 'secretaria-tecnica', role: 'technical-secretariat', integrates: true },
];
const foreign = { office: 'deoe', role: 'user-area', integrates: false };
const area = 'systems-unit';
const saved = (version: number, text: string, by = utsi) =>
  ({ type: 'NarrativeSaved', on, by, data: { ...place, version, text } }) satisfies NewNarrativesEvent;
const delivered = (version = 1) => ({ type: 'NarrativeDelivered', on, by: utsi, data: { ...place, version } }) satisfies NewNarrativesEvent;
const returned = (version = 1) =>
  ({ type: 'NarrativeReturned', on, by: secretariat, data: { ...place, version, reason: 'Falta la fuente' } }) satisfies NewNarrativesEvent;
const integrated = (version = 1) =>
  ({ type: 'NarrativeIntegrated', on, by: secretariat, data: { ...place, version } }) satisfies NewNarrativesEvent;
const assigned = (office: string) =>
  ({ type: 'SectionAssigned', on, by: secretariat, data: { informe: 'prep', section: 'estado', office } }) satisfies NewNarrativesEvent;

const save = { on, by: utsi, ...place, area, pen: writes, base: 0, text: 'Avanza.' };

describe('saving a text', () => {
  const { given } = scenario(narrativesFold, saveNarrative);
  test('makes the first version, under the office by its name of that day', () => {
    const author = { es: 'UTSI', en: 'UTSI' };
    given()
      .when({ ...save, author })
      .thenRecords({ type: 'NarrativeSaved', on, by: utsi, data: { ...place, version: 1, text: 'Avanza.', author } });
  });
  test('adds a version; the former ones stay whole', () => {
    const state = given(saved(1, 'Uno.'))
      .when({ ...save, base: 1, text: 'Dos.' })
      .thenRecords(saved(2, 'Dos.'));
    expect(narrativeAt(state, place)?.versions.map((one) => one.text)).toEqual(['Uno.', 'Dos.']);
  });
  test('is refused when another version was saved meanwhile: nothing is replaced unseen', () => {
    given(saved(1, 'Uno.')).when(save).thenRefuses({ kind: 'saved-meanwhile', version: 1 });
  });
  test('is refused with nothing written, or nothing new', () => {
    given()
      .when({ ...save, text: ' \n ' })
      .thenRefuses({ kind: 'nothing-written' });
    given(saved(1, 'Avanza.'))
      .when({ ...save, base: 1 })
      .thenRefuses({ kind: 'nothing-changed' });
  });
  test('is refused when it could not be set: a paste of two million characters says how many fit', () => {
    const characters = 2_000_000;
    given()
      .when({ ...save, text: 'x'.repeat(characters) })
      .thenRefuses({ kind: 'prose', fault: { kind: 'too-long', characters } });
    expect(characters).toBeGreaterThan(proseLimits.characters);
  });
  test('is refused to an office whose section it is not, and to everybody where there is no text', () => {
    given()
      .when({ ...save, pen: foreign })
      .thenRefuses({ kind: 'not-yours', section: 'estado' });
    given()
      .when({ ...save, area: undefined })
      .thenRefuses({ kind: 'section-unknown', section: 'estado' });
  });
  test('follows the assignment: the office named writes, its area no longer does, the secretariat always may', () => {
    given(assigned('deoe'))
      .when({ ...save, by: { office: 'deoe' }, pen: foreign })
      .thenRecords(saved(1, 'Avanza.', { office: 'deoe' }));
    given(assigned('deoe')).when(save).thenRefuses({ kind: 'not-yours', section: 'estado' });
    given(assigned('deoe'))
      .when({ ...save, by: secretariat, pen: integrates })
      .thenRecords(saved(1, 'Avanza.', secretariat));
  });
});

describe('assigning a section', () => {
  const { given } = scenario(narrativesFold, assignSection);
  const command = { on, by: secretariat, informe: 'prep', section: 'estado', office: 'deoe', area };
  test('gives it to one office, and later to another', () => {
    given().when(command).thenRecords(assigned('deoe'));
    given(assigned('utsi')).when(command).thenRecords(assigned('deoe'));
  });
  test('is refused twice the same, or where the informe has no text', () => {
    given(assigned('deoe')).when(command).thenRefuses({ kind: 'nothing-changed' });
    given()
      .when({ ...command, area: undefined })
      .thenRefuses({ kind: 'section-unknown', section: 'estado' });
  });
});

describe('review', () => {
  const of = { on, ...place, version: 1 };
  test('returns a delivered text with a reason', () => {
    const { given } = scenario(narrativesFold, returnNarrative);
    const command = { ...of, by: secretariat, reason: 'Falta la fuente' };
    given(saved(1, 'Uno.'), delivered()).when(command).thenRecords(returned());
    given(saved(1, 'Uno.'), delivered())
      .when({ ...command, reason: ' ' })
      .thenRefuses({ kind: 'reason-missing' });
    given(saved(1, 'Uno.')).when(command).thenRefuses({ kind: 'wrong-stage', stage: 'written' });
  });
  test('integrates the version that was looked at, and no other', () => {
    const { given } = scenario(narrativesFold, integrateNarrative);
    const command = { ...of, by: secretariat };
    given(saved(1, 'Uno.'), delivered()).when(command).thenRecords(integrated());
    given(saved(1, 'Uno.'), saved(2, 'Dos.')).when(command).thenRefuses({ kind: 'saved-meanwhile', version: 2 });
    given().when(command).thenRefuses({ kind: 'nothing-written' });
  });
  test('leaves the integrated version in the informe while a later one is being written', () => {
    const state = stateAfter(narrativesFold, [saved(1, 'Uno.'), integrated(), saved(2, 'Dos.')]);
    expect(integratedVersion(narrativeAt(state, place))?.text).toBe('Uno.');
  });
  test('a text is delivered by whoever may write it', () => {
    const { given } = scenario(narrativesFold, deliverNarrative);
    given(saved(1, 'Uno.'))
      .when({ ...of, by: utsi, area, pen: writes })
      .thenRecords(delivered());
    given(saved(1, 'Uno.'))
      .when({ ...of, by: utsi, area, pen: foreign })
      .thenRefuses({ kind: 'not-yours', section: 'estado' });
    given(saved(1, 'Uno.'))
      .when({ ...of, by: utsi, area: undefined, pen: writes })
      .thenRefuses({ kind: 'section-unknown', section: 'estado' });
  });
});

test('the diagram of the README draws exactly the changes that are allowed, each verb tried from each state', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const edges = [...readme.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);
  const worlds: Readonly<Record<string, readonly NewNarrativesEvent[]>> = {
    '[*]': [],
    written: [saved(1, 'Uno.')],
    delivered: [saved(1, 'Uno.'), delivered()],
    returned: [saved(1, 'Uno.'), delivered(), returned()],
    integrated: [saved(1, 'Uno.'), integrated()],
  };
  const after = (events: readonly NewNarrativesEvent[]) => stateAfter(narrativesFold, events);
  type State = ReturnType<typeof after>;
  const of = { on, by: secretariat, ...place, version: 1 };
  const verbs = {
    saveNarrative: (state: State) =>
      saveNarrative(state, { ...save, base: narrativeAt(state, place)?.versions.length ?? 0, text: 'Otro.', pen: integrates }),
    deliverNarrative: (state: State) => deliverNarrative(state, { ...of, area, pen: integrates }),
    returnNarrative: (state: State) => returnNarrative(state, { ...of, reason: 'Falta' }),
    integrateNarrative: (state: State) => integrateNarrative(state, of),
  };
  const allowed = Object.entries(worlds).flatMap(([from, events]) =>
    Object.entries(verbs).flatMap(([verb, decide]) => {
      const decision = decide(after(events));
      return decision.ok ? [`${from} --> ${narrativeAt(after([...events, ...decision.value]), place)?.stage}: ${verb}`] : [];
    }),
  );
  expect(allowed.toSorted()).toEqual(edges.toSorted());
});

test('a text said to continue a version that nobody saved is refused, with the version there is', () => {
  scenario(narrativesFold, saveNarrative)
    .given()
    .when({ ...save, base: 3 })
    .thenRefuses({ kind: 'saved-meanwhile', version: 0 });
});
