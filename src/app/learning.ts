import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { dayAfter } from '../core/days.ts';
import type { IsoDate, NewEvent } from '../core/event.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import { type Alert, alertsOn, type Severity } from '../domain/alerts/views.ts';
import { bilingual, isoDate } from '../domain/process/events.ts';
import { electionDayOf } from '../domain/process/views.ts';
import type { ActContext } from './acts.ts';
import { decideActs, readActs } from './acts-file.ts';
import { emptyWorld, type ProcessWorld, take } from './world.ts';

const cases = z.array(
  z.strictObject({
    case: z.string(),
    file: z.string(),
    /** The OPL whose PREP it is; absent: a system of the institute. */
    opl: z.string().exactOptional(),
    failedOn: isoDate.exactOptional(),
    name: bilingual,
    what: bilingual,
  }),
);

/** What the rules would have said of one case, day by day, from its public facts alone. */
export type Replay = {
  readonly case: string;
  readonly name: Bilingual;
  readonly what: Bilingual;
  readonly failedOn?: IsoDate;
  /** The first day on which any rule said something grave enough to be an alert, and the first red one. */
  readonly firstAlert?: IsoDate;
  readonly firstRed?: IsoDate;
  /** Whole days from the first red day, or else from the first alert, to the failure; absent: nothing failed, or nothing was said. */
  readonly leadDays?: number;
  /** What stood on the day before the failure, or on the election day of a PREP that worked. */
  readonly alerts: readonly Alert[];
};

type Read = Result<readonly Replay[], Bilingual>;

/** Replays every case of the folder. The files hold facts with their sources; the rules know nothing of them. */
export async function replays(dir: string, context: ActContext): Promise<Read> {
  const listed = cases.parse(parse(await readFile(join(dir, 'cases.yaml'), 'utf8')));
  const told: Replay[] = [];
  for (const one of listed) {
    const events = await eventsOf(join(dir, one.file), context);
    if (!events.ok) return refuse({ es: `${one.file}: ${events.error.es}`, en: `${one.file}: ${events.error.en}` });
    told.push(replay(one, events.value));
  }
  return ok(told);
}

async function eventsOf(file: string, context: ActContext): Promise<Result<readonly NewEvent[], Bilingual>> {
  const acts = readActs(await readFile(file, 'utf8'));
  if (!acts.ok) return acts;
  const decided = decideActs(acts.value, { process: undefined, people: emptyWorld().people, by: { office: 'atalaya' } }, context);
  return decided.ok ? ok(decided.value.process) : decided;
}

function replay({ opl, file: _, ...told }: z.infer<typeof cases>[number], events: readonly NewEvent[]): Replay {
  const { failedOn } = told;
  const all = worldOn(events, '9999-12-31');
  const jornada = all?.process.kind === 'open' ? electionDayOf(all.process)?.jornada : undefined;
  const [first] = events.map(({ on }) => on).sort();
  const last = failedOn === undefined ? jornada : dayBefore(failedOn);
  if (first === undefined || last === undefined) return { ...told, alerts: [] };
  const firsts = new Map<Severity, IsoDate>();
  let alerts: readonly Alert[] = [];
  let world: ProcessWorld | undefined;
  const turns = new Set(events.map(({ on }) => on));
  for (let day = first; day <= last; day = dayAfter(day)) {
    if (turns.has(day)) world = worldOn(events, day);
    if (world?.process.kind !== 'open') continue;
    alerts = alertsOn({ ...world, process: world.process }, day).filter((alert) => alert.severity !== 'note' && alert.opl === opl);
    for (const { severity } of alerts) if (!firsts.has(severity)) firsts.set(severity, day);
  }
  const red = firsts.get('red');
  const firstAlert = [...firsts.values()].sort()[0];
  const from = red ?? firstAlert;
  return {
    ...told,
    ...(firstAlert === undefined ? {} : { firstAlert }),
    ...(red === undefined ? {} : { firstRed: red }),
    ...(from === undefined || failedOn === undefined ? {} : { leadDays: daysBetween(from, failedOn) }),
    alerts,
  };
}

function worldOn(events: readonly NewEvent[], day: IsoDate): ProcessWorld | undefined {
  const world = emptyWorld();
  for (const [i, event] of events.entries())
    if (event.on <= day) take(world, { ...event, seq: i + 1, stream: 'caso', at: '2000-01-01T00:00:00.000Z' });
  return world.processes.get('caso');
}

const plain = (day: IsoDate) => Temporal.PlainDate.from(day);
const dayBefore = (day: IsoDate): IsoDate => plain(day).subtract({ days: 1 }).toString();
const daysBetween = (from: IsoDate, to: IsoDate): number => plain(from).until(plain(to), { largestUnit: 'days' }).days;
