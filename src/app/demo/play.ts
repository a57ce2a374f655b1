import type { IsoDate, NewEvent } from '../../core/event.ts';
import { must, ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import { planInForce } from '../../domain/plan/views.ts';
import { freezeReport } from '../../domain/reports/decide.ts';
import { reportRefusalText } from '../../domain/reports/words.ts';
import type { SignedLedger } from '../../ledger/open.ts';
import { type Decided, decideAct } from '../acts.ts';
import { beaten, newPeople } from '../acts-file.ts';
import type { ExampleContext } from '../example.ts';
import { emptyProcess, emptyWorld, peopleStream, take, type World } from '../world.ts';
import { acknowledgeSome } from './acknowledge.ts';
import { keepDocuments } from './documents.ts';
import type { Line } from './line.ts';
import { circulated, sealed } from './minutes.ts';
import { demoId } from './process-lines.ts';
import { demoScript } from './script.ts';

/**
 * Plays the demonstration into a ledger that does not hold it yet, line by line through the rules; whatever they refuse stops it, since a
 * demo that breaks a rule would be a lie. Returns how many events.
 */
export async function playDemo(
  today: IsoDate,
  world: World,
  ledger: SignedLedger,
  context: ExampleContext,
): Promise<Result<number, Bilingual>> {
  const script = demoScript(today, demoId);
  const stage = stageOf(ledger, context);
  const [first] = script.opening;
  const people = newPeople(script.people, first?.on ?? today, { process: undefined, people: world.people, by: { office: 'atalaya' } });
  if (!people.ok) return people;
  const known = await ledger.append(peopleStream, await ledger.streamPosition(peopleStream), people.value);
  if (!known.ok) return refuse(beaten);
  for (const event of people.value) stage.know(event);
  const opened = await stage.play(script.opening);
  if (!opened.ok) return opened;
  const plan = must(planInForce(stage.world().plan), 'the opening adopts a plan');
  const played = await stage.play(script.story(plan.obligations));
  return played.ok ? ok(people.value.length + played.value) : played;
}

/** While lines are only being decided, nothing has been learnt yet. */
const beginning = '1970-01-01T00:00:00.000Z';

function stageOf(ledger: SignedLedger, context: ExampleContext) {
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

  const keep = keepDocuments(context.files);
  const head = async () => {
    const { size, root } = await ledger.head();
    return { position: size, root: Buffer.from(root).toString('hex') };
  };

  const decide = async (line: Line): Promise<Decided> => {
    const by = { office: line.office };
    if ('verb' in line) {
      const files = line.document === undefined ? {} : { files: [await keep(line.document)] };
      return decideAct(line.verb, world(), line.on, by, { ...(line.data as object), ...files }, context); // of every line an object
    }
    if ('acknowledge' in line) return acknowledgeSome(world(), line);
    if (!(await flush())) return refuse(beaten);
    const fixed = await head();
    if ('pin' in line) {
      const { meeting } = line;
      const seal = () => sealed(world(), draft.people, meeting, fixed, ledger.verifierKey);
      const data = line.pin === 'sealMinutes' ? await seal() : circulated(meeting, fixed);
      return decideAct(line.pin, world(), line.on, by, data, context);
    }
    const frozen = freezeReport(world().reports, { on: line.on, by, ...line.freeze, ...fixed });
    return frozen.ok ? frozen : refuse(reportRefusalText(frozen.error));
  };

  const play = async (lines: readonly Line[]): Promise<Result<number, Bilingual>> => {
    for (const line of lines) {
      const decided = await decide(line);
      if (!decided.ok) {
        const what = `${line.on} · ${line.office} · ${'verb' in line ? `${line.verb} ${JSON.stringify(line.data)}` : JSON.stringify(line)}`;
        return refuse({ es: `${what}: ${decided.error.es}`, en: `${what}: ${decided.error.en}` });
      }
      for (const event of decided.value) {
        waiting.push(event);
        count += 1;
        take(draft, { ...event, seq: count, stream: demoId, at: beginning });
      }
    }
    return (await flush()) ? ok(count) : refuse(beaten);
  };
  /** Offices, so that documents can name them. */
  const know = (event: NewEvent) => take(draft, { ...event, seq: 0, stream: peopleStream, at: beginning });
  return { play, world, know };
}
