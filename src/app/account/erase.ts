import type { Act } from '../../core/event.ts';
import { asId, type PersonId } from '../../core/ids.ts';
import type { Result } from '../../core/result.ts';
import { erasePerson, type PeopleRefusal } from '../../domain/people/decide.ts';
import type { erasureGrounds } from '../../domain/people/events.ts';
import { execute } from '../../ledger/execute.ts';
import type { Conflict } from '../../ledger/ledger.ts';
import type { App } from '../app.ts';
import { peopleStream } from '../world.ts';

type Erasure = Act & { readonly person: string; readonly ground: (typeof erasureGrounds)[number] };

/**
 * Erases what identifies a person wherever it is kept, and records that it was done. The erasing comes first: were the program to stop between the two,
 * the same order given again finds nothing left to erase, and records it.
 */
export async function eraseFromEverywhere(app: App, erasure: Erasure): Promise<Result<unknown, PeopleRefusal | Conflict>> {
  const person = asId<PersonId>(erasure.person);
  const possible = erasePerson((await app.worlds.catchUp()).people, erasure);
  if (!possible.ok) return possible;
  await app.drafts.forget(person);
  await app.identity.erasePersonalData(person);
  const look = async () => ({
    state: (await app.worlds.catchUp()).people,
    position: await app.ledger.streamPosition(peopleStream),
  });
  const done = await execute(app.ledger, peopleStream, look, (people) => erasePerson(people, erasure));
  await app.worlds.catchUp();
  return done;
}
