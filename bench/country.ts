import { join } from 'node:path';
import { decideAct } from '../src/app/acts.ts';
import { packageRoot } from '../src/app/paths.ts';
import { emptyProcess, emptyWorld, take } from '../src/app/world.ts';
import type { NewEvent } from '../src/core/event.ts';
import { must } from '../src/core/result.ts';
import { entities } from '../src/core/zones.ts';
import { planEvents } from '../src/domain/plan/events.ts';
import { readNorms } from '../src/domain/plan/load-norm.ts';
import type { Ledger } from '../src/ledger/ledger.ts';

const by = { office: 'secretaria-tecnica' };
const source = { text: 'Datos ficticios del banco de pruebas', confirmation: 'to-confirm' as const };
const both = (text: string) => ({ es: text, en: text });
const notes = both('Datos ficticios del banco de pruebas.');

export async function norms() {
  const read = await readNorms(join(packageRoot(), 'norms'));
  if (!read.ok) throw new Error('norms/ cannot be read');
  return new Map(read.value.map((norm) => [norm.id as string, norm]));
}

/** A fictitious process of the 32 entities: its plan, ten meetings, and everybody delivering here. All through the same rules. */
export async function country(id: string): Promise<readonly NewEvent[]> {
  const context = { norms: await norms() };
  const world = emptyWorld();
  const events: NewEvent[] = [];
  const act = (on: string, verb: string, data: unknown) => {
    const decided = decideAct(verb, world.processes.get(id) ?? emptyProcess(), on, by, data, context);
    if (!decided.ok) throw new Error(decided.error.es);
    for (const event of decided.value) {
      events.push(event);
      take(world, { ...event, seq: events.length, stream: id, at: '2000-01-01T00:00:00.000Z' });
    }
  };
  const agreement = { name: 'Acuerdo ficticio', source };
  act('2025-09-01', 'openProcess', {
    name: both('Proceso ficticio'),
    timeZone: 'America/Mexico_City',
    example: true,
    fictitious: true,
    source,
  });
  for (const entity of entities)
    act('2025-09-01', 'joinOpl', {
      opl: entity.id,
      acronym: entity.id.slice(0, 4).toUpperCase(),
      name: entity.name,
      entity: entity.id,
      election: both('Elección ficticia'),
      source,
    });
  act('2025-09-01', 'setElectionDay', { jornada: '2026-06-07', agreement });
  act('2025-09-01', 'adoptPlan', { norm: 'anexo13-2021', jornada: '2026-06-07', agreement });
  for (const entity of entities) act('2025-09-01', 'openReporting', { opl: entity.id });
  for (let month = 0; month < 10; month++) {
    const date = Temporal.PlainDate.from('2025-10-14').add({ months: month }).toString();
    act('2025-09-01', 'scheduleMeeting', { number: month + 1, date });
  }
  const steps = ['start', 'deliver', 'observe', 'deliver', 'review', 'conclude'] as const;
  const keys = must(world.processes.get(id), 'just made').plan.plans[0]?.obligations.map((one) => one.key) ?? [];
  for (const [e, entity] of entities.entries())
    for (const [k, key] of keys.entries()) {
      for (let s = 0; s < (e * 7 + k * 3) % (steps.length + 1); s++)
        act('2025-12-01', 'advanceObligation', { step: must(steps[s], 'within the list'), opl: entity.id, key, note: notes });
    }
  return events;
}

/** A ledger of `count` events: the country, and then facts in the streams of as many processes as it takes. */
export async function fill(ledger: Ledger, count: number): Promise<void> {
  const first = await country('pais');
  const adopted = must(
    first.find((event) => event.type === 'PlanAdopted'),
    'the country has a plan',
  );
  const keys = planEvents.PlanAdopted.parse(adopted.data).obligations.map((one) => one.key);
  await append(ledger, 'pais', first.slice(0, count));
  let left = count - first.length;
  for (let i = 1; left > 0; i++) {
    const id = `proceso-${i}`;
    const many = Math.min(left, 50_000);
    const opened = first.slice(0, 60);
    const facts = Array.from({ length: Math.max(0, many - opened.length) }, (_, n) => fact(n, keys));
    await append(ledger, id, [...opened, ...facts].slice(0, many));
    left -= many;
  }
}

/** Progress on the obligations of the process, round and round: what a long-lived log is mostly made of. */
function fact(n: number, keys: readonly string[]): NewEvent {
  const entity = must(entities[n % entities.length], 'within the list');
  const key = must(keys[Math.floor(n / entities.length) % keys.length], 'within the list');
  const type = (['ObligationDelivered', 'ObligationObserved', 'ObligationReviewed'] as const)[n % 3] ?? 'ObligationDelivered';
  return { type, on: '2025-12-01', by, data: { opl: entity.id, key, note: notes } };
}

/** One process of `count` events: the country, and then progress on its obligations over twelve months. */
export function countryLog(first: readonly NewEvent[], count: number): readonly NewEvent[] {
  const adopted = must(
    first.find((event) => event.type === 'PlanAdopted'),
    'the country has a plan',
  );
  const keys = planEvents.PlanAdopted.parse(adopted.data).obligations.map((one) => one.key);
  return [...first, ...Array.from({ length: Math.max(0, count - first.length) }, (_, n) => fact(n, keys))];
}

export async function append(ledger: Ledger, stream: string, events: readonly NewEvent[]): Promise<void> {
  let position = 0;
  for (let i = 0; i < events.length; i += 5000) {
    const done = await ledger.append(stream, position, events.slice(i, i + 5000));
    if (!done.ok) throw new Error('somebody else wrote to the benchmark’s ledger');
    position = done.value.last;
  }
}
