import { createHash } from 'node:crypto';
import { must } from '../../core/result.ts';
import { pick } from '../../core/words.ts';
import { renderMarkdown } from '../../documents/markdown.ts';
import { agendaOf } from '../../domain/agenda/views.ts';
import { bornIn } from '../../domain/commitments/views.ts';
import { meetingOf } from '../../domain/meetings/views.ts';
import { minutesDocument } from '../../domain/minutes/document.ts';
import { recordOf } from '../../domain/minutes/views.ts';
import { officeName } from '../../domain/people/views.ts';
import { checkpointText } from '../checkpoint-text.ts';
import type { ProcessWorld, World } from '../world.ts';

type Fixed = { readonly position: number; readonly root: string };

export const circulated = (meeting: number, fixed: Fixed) => ({ meeting, ...fixed });

/** What is sealed of approved minutes: the digest of their text, and of the checkpoint at that position. */
export function sealed(world: ProcessWorld, people: World['people'], meeting: number, fixed: Fixed, verifierKey: string) {
  const { process } = world;
  if (process.kind === 'absent') throw new Error('minutes are of a process that is open');
  const record = recordOf(world.minutes, meeting);
  const document = minutesDocument({
    ...fixed,
    lang: 'es',
    process,
    row: must(meetingOf(world.meetings, meeting), 'the meeting was held'),
    agenda: agendaOf(world.agenda, meeting),
    record,
    revision: must(
      record.revisions.find((one) => one.revision === record.approved?.revision),
      'they were approved',
    ),
    commitments: bornIn(world.commitments, meeting),
    officeName: (office) => pick(officeName(people, office), 'es'),
    sealed: false,
  });
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  return { meeting, ...fixed, text: digest(renderMarkdown(document)), checkpoint: digest(checkpointText(verifierKey, fixed)) };
}
