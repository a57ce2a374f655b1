import type { By, IsoDate, NewEvent } from '../core/event.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { isSubject, partsOfSubject } from '../core/subject.ts';
import type { Bilingual } from '../core/words.ts';
import type { ReplanDecision, ReplanMatter } from '../domain/plan/events.ts';
import type { OpenProcess } from '../domain/process/views.ts';
import { dropMilestone, replanMilestone } from '../domain/systems/decide.ts';
import { proposalsOf, type SystemsState } from '../domain/systems/views.ts';
import { systemsRefusalText } from '../domain/systems/words.ts';

type World = { readonly process: OpenProcess; readonly systems: SystemsState };

/** The milestones of systems whose tie gives another date than the one in force: decided in the same act as the obligations. */
export const systemMatters = ({ process, systems }: World, day: IsoDate): readonly ReplanMatter[] =>
  proposalsOf(process, systems, day).map(({ subject, system, row, proposed }) => {
    const { name } = system.description;
    const milestone = row.milestone.name ?? { es: row.milestone.kind, en: row.milestone.kind };
    return {
      subject,
      title: { es: `${name.es} · ${milestone.es}`, en: `${name.en} · ${milestone.en}` },
      proposed,
      ...(row.date === undefined ? {} : { due: row.date }),
    };
  });

/** What was decided of them, as the systems record it; the obligations are the plan's own. */
export function settleSystems(
  world: World,
  decisions: readonly ReplanDecision[],
  { on, by }: { readonly on: IsoDate; readonly by: By },
): Result<readonly NewEvent[], Bilingual> {
  const events: NewEvent[] = [];
  for (const { subject, choice, due, reason } of decisions) {
    if (choice === 'keep' || !isSubject(subject) || !subject.startsWith('system:')) continue;
    const [system = '', milestone = ''] = partsOfSubject(subject).ids;
    const act = { on, by, system, milestone, reason: reason?.es ?? 'Se reprogramó con la jornada.' };
    const decided = choice === 'drop' ? dropMilestone(world, act) : replanMilestone(world, { ...act, due: due ?? on });
    if (!decided.ok) return refuse(systemsRefusalText(decided.error));
    events.push(...decided.value);
  }
  return ok(events);
}
