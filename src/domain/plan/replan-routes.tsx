import { parseIsoDate } from '../../core/dates.ts';
import type { By, IsoDate, NewEvent } from '../../core/event.ts';
import { ok, type Result } from '../../core/result.ts';
import { type Bilingual, pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { computeObligations } from './compute.ts';
import { type ReplanDecision, type ReplanMatter, replanChoices } from './events.ts';
import type { Norm } from './norm.ts';
import type { PlanWorld } from './pages.tsx';
import { inGroup, replanItems, undecidedOf } from './replan.ts';
import { approveReplan, decideReplan, proposeReplan, type ReplanRefusal, simulated } from './replan-decide.ts';
import { type ReplanForm, ReplanPage } from './replan-page.tsx';
import { replanRefusalText, replanWords } from './replan-words.ts';
import type { Replan } from './views.ts';

/** What re-planning needs from outside: the norms installed, and the other slices whose dates are decided in the same act. */
export type ReplanTools<W> = {
  readonly norms: () => Promise<ReadonlyMap<string, Norm>>;
  readonly matters: (world: W, day: IsoDate) => readonly ReplanMatter[];
  /** What the other slices record of the decisions on their matters when the whole is approved. */
  readonly settle: (
    world: W,
    decisions: readonly ReplanDecision[],
    act: { readonly on: IsoDate; readonly by: By },
  ) => Result<readonly NewEvent[], Bilingual>;
};

type Refused = ReplanRefusal | { readonly kind: 'elsewhere'; readonly text: Bilingual };

export function replanRoutes<W extends PlanWorld>(tools: ReplanTools<W>): readonly Route<W>[] {
  const show = async (
    visit: Visit<W>,
    form?: ReplanForm,
    errors: readonly FormError[] = [],
    status: 200 | 409 | 422 = 200,
    simulated?: Replan,
  ): Promise<Answer> => {
    const norms = [...(await tools.norms()).keys()];
    const body = (
      <ReplanPage visit={visit} norms={norms} errors={errors} {...(form ? { form } : {})} {...(simulated ? { simulated } : {})} />
    );
    return { kind: 'page', title: replanWords(visit.lang).replan, here: 'reprogramacion', status, body };
  };
  const back = (visit: Visit<W>, anchor: string): Answer => ({ kind: 'redirect', to: `${visit.href('/reprogramacion')}#${anchor}` });
  const refused = (visit: Visit<W>, form: ReplanForm, refusal: Refused | { readonly kind: 'conflict' }) => {
    const fields: Readonly<Record<string, string>> = {
      'choice-reason-missing': 'motivo',
      'date-missing': 'fecha',
      'date-after-election': 'fecha',
    };
    const text =
      refusal.kind === 'conflict'
        ? replanWords(visit.lang).changedMeanwhile
        : pick(refusal.kind === 'elsewhere' ? refusal.text : replanRefusalText(refusal), visit.lang);
    const field = fields[refusal.kind];
    return show(visit, form, [field === undefined ? { text } : { field, text }], 409);
  };

  const propose = async (visit: Visit<W>): Promise<Answer> => {
    const norm = (await tools.norms()).get(visit.form.get('norma') ?? '');
    if (!norm) return show(visit, 'proponer', [{ field: 'norma', text: replanWords(visit.lang).chooseNorm }], 422);
    const done = await visit.execute<ReplanRefusal>((world, by) => {
      const jornada = world.process.electionDays.at(-1)?.jornada ?? '';
      const obligations = jornada === '' ? [] : computeObligations(norm, Temporal.PlainDate.from(jornada));
      const matters = tools.matters(world, visit.today);
      return proposeReplan(world, { on: visit.today, by, norm: norm.id, jornada, topics: norm.topics, obligations, matters });
    });
    return done.ok ? back(visit, 'asuntos') : refused(visit, 'proponer', done.error);
  };

  const decide = async (visit: Visit<W>): Promise<Answer> => {
    const { lang, form, today, world } = visit;
    const t = replanWords(lang);
    const errors: FormError[] = [];
    const choice = replanChoices.find((one) => one === form.get('decision'));
    if (!choice) errors.push({ field: 'decision', text: t.chooseChoice });
    const typed = form.get('fecha') ?? '';
    const due = typed === '' ? undefined : parseIsoDate(typed, { es: replanWords('es').newDate, en: replanWords('en').newDate });
    if (due && !due.ok) errors.push({ field: 'fecha', text: pick(due.error.message, lang) });
    const { replan } = world.plan;
    const [asunto = '', opl = '', topic = ''] = ['asunto', 'opl', 'tema'].map((name) => form.get(name));
    const group = { ...(opl === '' ? {} : { opl }), ...(topic === '' ? {} : { topic }) };
    const open = replan ? undecidedOf(replanItems(world.process, world.plan, replan, today)) : [];
    const subjects = asunto === '' ? open.filter((item) => inGroup(item, group)).map(({ subject }) => subject) : [asunto];
    if (replan && subjects.length === 0) errors.push({ field: 'asunto', text: t.nothingChosen });
    if (!choice || errors.length > 0) return show(visit, 'decidir', errors, 422);
    const reason = form.get('motivo') ?? '';
    const decision = (latest: PlanWorld, by: By) =>
      decideReplan(latest, {
        on: today,
        by,
        subjects,
        choice,
        ...(due?.ok && choice === 'date' ? { due: due.value.toString() } : {}),
        ...(reason === '' ? {} : { reason: { es: reason, en: reason } }),
      });
    if (form.get('accion') === 'simular') {
      const tried = simulated(world.plan, decision(world, { office: 'simulacion' }));
      return tried.ok ? show(visit, 'decidir', [], 200, tried.value.replan) : refused(visit, 'decidir', tried.error);
    }
    const done = await visit.execute<ReplanRefusal>(decision);
    return done.ok ? back(visit, 'cambios') : refused(visit, 'decidir', done.error);
  };

  const approve = async (visit: Visit<W>): Promise<Answer> => {
    const t = replanWords(visit.lang);
    const [name = '', text = ''] = ['acuerdo', 'fuente'].map((field) => visit.form.get(field));
    const errors: FormError[] = [
      ...(name === '' ? [{ field: 'acuerdo', text: t.agreementMissing }] : []),
      ...(text === '' ? [{ field: 'fuente', text: t.sourceMissing }] : []),
    ];
    if (errors.length > 0) return show(visit, 'aprobar', errors, 422);
    const on = visit.today;
    const agreement = { name, source: { text, confirmation: 'to-confirm' as const } };
    const done = await visit.execute<Refused>((world, by) => {
      const decided = approveReplan(world, { on, by, agreement });
      if (!decided.ok) return decided;
      const settled = tools.settle(world, [...(world.plan.replan?.decided.values() ?? [])], { on, by });
      return settled.ok ? ok([...decided.value, ...settled.value]) : { ok: false, error: { kind: 'elsewhere', text: settled.error } };
    });
    return done.ok ? back(visit, 'planes') : refused(visit, 'aprobar', done.error);
  };

  return [
    { method: 'GET', path: '/:process/reprogramacion', may: 'anyone', answer: (visit) => show(visit) },
    { method: 'POST', path: '/:process/reprogramacion/proponer', may: { right: 'plan' }, answer: propose },
    { method: 'POST', path: '/:process/reprogramacion/decidir', may: { right: 'plan' }, answer: decide },
    { method: 'POST', path: '/:process/reprogramacion/aprobar', may: { right: 'plan' }, answer: approve },
  ];
}
