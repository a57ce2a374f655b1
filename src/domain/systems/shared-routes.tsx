import type { Child } from 'hono/jsx';
import type { By } from '../../core/event.ts';
import type { Result } from '../../core/result.ts';
import { subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Answer } from '../../web/visit.ts';
import { officeName } from '../people/views.ts';
import type { Evidence } from './basics.ts';
import type { Decision, SystemsContext, SystemsRefusal } from './decide.ts';
import type { V } from './list-page.tsx';
import { systemsPageWords } from './page-words.ts';
import { mayReport, SystemPage } from './system-page.tsx';
import { type Row, rowOf } from './views.ts';
import { systemsRefusalText } from './words.ts';

export const here = 'sistemas';
type Status = 200 | 409 | 422;
const both = (row: 'unknownSystem' | 'notYours' | 'noDocument') => ({ es: systemsPageWords('es')[row], en: systemsPageWords('en')[row] });

/** The system the address names, on the day of the visit; or the page that says that there is none. */
export function find<T>(visit: V, then: (row: Row) => T): T | Extract<Answer, { kind: 'not-found' }> {
  const system = visit.world.systems.systems.get(visit.params.system ?? '');
  if (!system) return { kind: 'not-found', what: both('unknownSystem') };
  return then(rowOf(visit.world.process, visit.world.systems, system, visit.day));
}

/** The document of a record of this system, to whoever reads the record. */
export const document = (visit: V, of: (row: Row) => Evidence | undefined): Answer | Promise<Answer> =>
  find(visit, (row) => {
    const file = of(row)?.file;
    return file ? { kind: 'stored', file } : { kind: 'not-found', what: both('noDocument') };
  });

/** The system the address names, for whoever reports it. A user area reports its own and no other. */
export const findOwn = (visit: V, then: (row: Row) => Answer | Promise<Answer>): Answer | Promise<Answer> =>
  find(visit, (row) => {
    if (mayReport(visit, row)) return then(row);
    const text = systemsPageWords(visit.lang).notYours;
    return { ...show(visit, row, [{ text }]), status: 403, problem: text };
  });

/** The system the address names, for the office its gate names and no other. */
export const findDecided = (visit: V, then: (row: Row) => Answer | Promise<Answer>): Answer | Promise<Answer> =>
  find(visit, (row) => {
    const decider = row.gate?.gate.decider;
    const office = visit.reader.kind === 'signed-in' ? visit.reader.by.office : undefined;
    if (decider === undefined || decider === office) return then(row);
    const t = systemsPageWords(visit.lang);
    const text = t.notDecider(pick(officeName(visit.world.people, decider), visit.lang));
    return { ...show(visit, row, [{ text }]), status: 403, problem: text, body: <p>{text}</p> };
  });

export const show = (
  visit: V,
  row: Row,
  errors: readonly FormError[] = [],
  status: Status = 200,
  panels: Child = null,
): Extract<Answer, { kind: 'page' }> => ({
  kind: 'page',
  title: pick(row.system.description.name, visit.lang),
  here,
  status,
  about: subjectOf('system', row.system.id),
  body: <SystemPage visit={visit} row={row} errors={errors} panels={panels} />,
});

export const refusedText = (visit: V, refusal: SystemsRefusal | { readonly kind: 'conflict' }): string =>
  refusal.kind === 'conflict' ? systemsPageWords(visit.lang).changedMeanwhile : pick(systemsRefusalText(refusal), visit.lang);

export const reporting = { anyOf: ['report-systems', 'report-own-systems'] } as const;

/** Decides, and leads to where what was recorded is seen (`to` is asked after it was decided); or shows the form again with the reason. */
export async function record(
  visit: V,
  decide: (context: SystemsContext, by: By) => Decision,
  then: { readonly to: string | (() => string); readonly refused: (errors: readonly FormError[]) => Answer },
): Promise<Answer> {
  const done: Result<unknown, SystemsRefusal | { readonly kind: 'conflict' }> = await visit.execute<SystemsRefusal>((world, by) =>
    decide(world, by),
  );
  const to = typeof then.to === 'string' ? then.to : then.to();
  return done.ok ? { kind: 'redirect', to } : then.refused([{ text: refusedText(visit, done.error) }]);
}
