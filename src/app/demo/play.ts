import type { IsoDate, NewEvent } from '../../core/event.ts';
import { must, ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import { planInForce } from '../../domain/plan/views.ts';
import { freezeReport } from '../../domain/reports/decide.ts';
import { reportRefusalText } from '../../domain/reports/words.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type ActContext, type Decided, decideAct } from '../acts.ts';
import { beaten, newPeople } from '../acts-file.ts';
import { emptyProcess, emptyWorld, peopleStream, take, type World } from '../world.ts';
import type { Line } from './line.ts';
import { demoId } from './process-lines.ts';
import { demoScript } from './script.ts';

/**
 * Plays the demonstration into a ledger that does not hold it yet, line by line through the rules; whatever they refuse stops it, since a
 * demo that breaks a rule would be a lie. Returns how many events.
 */
export async function playDemo(today: IsoDate, world: World, ledger: Ledger, context: ActContext): Promise<Result<number, Bilingual>> {
  const script = demoScript(today, demoId);
  const stage = stageOf(ledger, context);
  const [first] = script.opening;
  const people = newPeople(script.people, first?.on ?? today, { process: undefined, people: world.people, by: { office: 'atalaya' } });
  if (!people.ok) return people;
  const known = await ledger.append(peopleStream, await ledger.streamPosition(peopleStream), people.value);
  if (!known.ok) return refuse(beaten);
  const opened = await stage.play(script.opening);
  if (!opened.ok) return opened;
  const plan = must(planInForce(stage.world().plan), 'the opening adopts a plan');
  const played = await stage.play(script.story(plan.obligations));
  return played.ok ? ok(people.value.length + played.value) : played;
}

function stageOf(ledger: Ledger, context: ActContext) {
  const draft = emptyWorld();
  const world = () => draft.processes.get(demoId) ?? emptyProcess();
  let waiting: NewEvent[] = [];
  let position = 0;
  let count = 0;

  const flush = async (): Promise<boolean> => {
    if (waiting.length === 0) return true;
    const done = await ledger.append(demoId, position, waiting);
    waiting = [];
    if (done.ok) position = done.value.last;
    return done.ok;
  };

  const decide = async (line: Line): Promise<Decided> => {
    const by = { office: line.office };
    if ('verb' in line) return decideAct(line.verb, world(), line.on, by, line.data, context);
    if (!(await flush())) return refuse(beaten);
    const head = await ledger.head();
    const fixed = { position: head.size, root: Buffer.from(head.root).toString('hex') };
    const frozen = freezeReport(world().reports, { on: line.on, by, ...line.freeze, ...fixed });
    return frozen.ok ? frozen : refuse(reportRefusalText(frozen.error));
  };

  const play = async (lines: readonly Line[]): Promise<Result<number, Bilingual>> => {
    for (const line of lines) {
      const decided = await decide(line);
      if (!decided.ok) {
        const what = `${line.on} · ${line.office} · ${'verb' in line ? `${line.verb} ${JSON.stringify(line.data)}` : 'freezeReport'}`;
        return refuse({ es: `${what}: ${decided.error.es}`, en: `${what}: ${decided.error.en}` });
      }
      for (const event of decided.value) {
        waiting.push(event);
        count += 1;
        take(draft, { ...event, seq: count, stream: demoId, at: '1970-01-01T00:00:00.000Z' });
      }
    }
    return (await flush()) ? ok(count) : refuse(beaten);
  };
  return { play, world };
}
