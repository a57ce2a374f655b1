import type { By } from '../../core/event.ts';
import { known, type Read, readForm } from '../../web/read-form.ts';
import type { Answer, Route } from '../../web/visit.ts';
import type { Evidence } from './basics.ts';
import {
  type Decision,
  dropMilestone,
  planMilestone,
  reachMilestone,
  reopenMilestone,
  replanMilestone,
  type SystemsContext,
} from './decide.ts';
import { milestoneKinds } from './events.ts';
import { evidenceUploads, readEvidence } from './evidence-forms.tsx';
import { type SystemsWorld, systemHref, type V } from './list-page.tsx';
import { type MilestoneAct, milestoneActs } from './milestone-forms.tsx';
import { systemsPageWords } from './page-words.ts';
import { document, findOwn, record, reporting, show } from './shared-routes.tsx';
import { dateOf, type Row } from './views.ts';

/** The first free id for a milestone of this kind: `drill`, `drill-2`. */
function freeId({ system }: Row, kind: string): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? kind : `${kind}-${n}`;
    if (!system.milestones.has(id)) return id;
  }
}

function plan(visit: V, row: Row): Answer | Promise<Answer> {
  const { lang, world } = visit;
  const t = systemsPageWords(lang);
  const read = readForm(visit);
  const kind = read.oneOf('p-tipo', milestoneKinds, t.chooseKind);
  const due = read.optionalDate('p-fecha', t.due);
  const activity = world.systems.activities.get(read.raw('p-actividad'));
  const weight = read.integer('p-peso', 1, 100, t.badWeight);
  const on = read.pastDate('p-acordado', t.plannedOn);
  const day = activity && dateOf(world.process, activity);
  if (activity && (due === undefined || day === undefined) && read.errors.length === 0) read.wrong('p-fecha', t.tieNeedsDate);
  if (!kind || read.errors.length > 0) return show(visit, row, read.errors, 422);
  const tie = activity && due !== undefined && day !== undefined ? { activity: activity.id, days: daysFrom(day, due) } : undefined;
  const name = read.optional('p-nombre');
  const milestone = freeId(row, kind);
  const data = { system: row.system.id, milestone, kind, weight, ...known('due', due), ...known('tie', tie) };
  const named = known('name', name === undefined ? undefined : { es: name, en: name });
  return record(visit, (context, by) => planMilestone(context, { on, by, ...data, ...named }), {
    to: systemHref(visit, row.system.id, `#hito-${milestone}`),
    refused: (errors) => show(visit, row, errors, 409),
  });
}

const daysFrom = (day: string, due: string): number =>
  Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(due), { largestUnit: 'days' }).days;

/** What each act needs from the form besides the milestone and the day. */
function actOf(visit: V, row: Row, act: MilestoneAct, read: Read): (context: SystemsContext, by: By, on: string) => Decision {
  const t = systemsPageWords(visit.lang);
  const of = { system: row.system.id, milestone: read.raw('a-hito') };
  switch (act) {
    case 'reach': {
      const evidence = readEvidence(read, visit, 'a-');
      return (context, by, on) => reachMilestone(context, { on, by, ...of, ...known('evidence', evidence) });
    }
    case 'replan': {
      const due = read.date('a-nueva', t.newDate);
      const reason = read.text('a-motivo');
      const tie = row.system.milestones.get(of.milestone)?.tie;
      const activity = tie && visit.world.systems.activities.get(tie.activity);
      const day = activity && dateOf(visit.world.process, activity);
      const moved = tie && day !== undefined && due !== '' ? { activity: tie.activity, days: daysFrom(day, due) } : undefined;
      return (context, by, on) => replanMilestone(context, { on, by, ...of, due, reason, ...known('tie', moved) });
    }
    case 'reopen': {
      const reason = read.text('a-motivo');
      return (context, by, on) => reopenMilestone(context, { on, by, ...of, reason });
    }
    case 'drop': {
      const reason = read.text('a-motivo');
      return (context, by, on) => dropMilestone(context, { on, by, ...of, reason });
    }
  }
}

function act(visit: V, row: Row): Answer | Promise<Answer> {
  const t = systemsPageWords(visit.lang);
  const read = readForm(visit);
  const milestone = read.oneOf('a-hito', [...row.system.milestones.keys()], t.chooseMilestone);
  const chosen = read.oneOf('a-acto', milestoneActs, t.chooseAct);
  const on = read.pastDate('a-fecha', t.when);
  const decide = chosen && actOf(visit, row, chosen, read);
  if (!decide || milestone === undefined || read.errors.length > 0) return show(visit, row, read.errors, 422);
  return record(visit, (context, by) => decide(context, by, on), {
    to: systemHref(visit, row.system.id, `#hito-${milestone}`),
    refused: (errors) => show(visit, row, errors, 409),
  });
}

function evidenceOf({ system }: Row, id = ''): Evidence | undefined {
  const standing = system.milestones.get(id)?.standing;
  return standing?.kind === 'reached' ? standing.evidence : undefined;
}

export const milestoneRoutes: readonly Route<SystemsWorld>[] = [
  {
    method: 'GET',
    path: '/:process/sistemas/:system/hitos/:milestone/evidencia',
    may: 'anyone',
    answer: (visit) => document(visit, (row) => evidenceOf(row, visit.params.milestone)),
  },
  {
    method: 'POST',
    path: '/:process/sistemas/:system/planear',
    may: reporting,
    answer: (visit) => findOwn(visit, (row) => plan(visit, row)),
  },
  {
    method: 'POST',
    path: '/:process/sistemas/:system/hitos',
    may: reporting,
    uploads: evidenceUploads,
    answer: (visit) => findOwn(visit, (row) => act(visit, row)),
  },
];
