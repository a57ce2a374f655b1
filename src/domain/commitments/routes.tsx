import { parseIsoDate } from '../../core/dates.ts';
import type { By } from '../../core/event.ts';
import { isSubject, partsOfSubject, type Subject, subjectOf } from '../../core/subject.ts';
import { type Lang, pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { officeName, officeOf } from '../people/views.ts';
import {
  type CommitmentRefusal,
  closeCommitment,
  dropCommitment,
  extendCommitment,
  giveEvidence,
  makeCommitment,
  returnCommitment,
} from './decide.ts';
import { CommitmentPage, CommitmentsPage, type CommitmentsWorld, filtered, type Link, MakeCommitmentForm } from './pages.tsx';
import { type Commitment, commitmentOf, standingOn } from './views.ts';
import { commitmentRefusalText, commitmentWords, standingNames } from './words.ts';

export type CommitmentTools<W> = {
  /** What led to a commitment, and where it was followed. */
  readonly chainOf: (world: W, one: Commitment, lang: Lang) => readonly Link[];
  readonly nameSubject: (world: W, subject: Subject, lang: Lang) => { readonly label: string; readonly path: string } | undefined;
};
const here = 'compromisos';
const unknown = { es: commitmentWords('es').unknown, en: commitmentWords('en').unknown };

export function commitmentRoutes<W extends CommitmentsWorld>({ nameSubject, chainOf }: CommitmentTools<W>): readonly Route<W>[] {
  type V = Visit<W>;
  const nameOf = (visit: V) => (subject: Subject) => nameSubject(visit.world, subject, visit.lang);
  const find = (visit: V, then: (one: Commitment) => Answer | Promise<Answer>): Answer | Promise<Answer> => {
    const one = commitmentOf(visit.world.commitments, visit.params.commitment ?? '');
    return one ? then(one) : { kind: 'not-found', what: unknown };
  };
  const page = (visit: V, one: Commitment, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Answer => ({
    kind: 'page',
    title: one.id,
    here,
    status,
    shown: [subjectOf('commitment', one.id)],
    about: subjectOf('commitment', one.id),
    body: <CommitmentPage visit={visit} nameOf={nameOf(visit)} one={one} chain={chainOf(visit.world, one, visit.lang)} errors={errors} />,
  });
  const refusalText = (visit: V, refusal: CommitmentRefusal | { readonly kind: 'conflict' }): string =>
    refusal.kind === 'conflict' ? commitmentWords(visit.lang).conflict : pick(commitmentRefusalText(refusal), visit.lang);

  /** One step of a commitment: `field` is the text it asks for. */
  async function step(
    visit: V,
    one: Commitment,
    field: { readonly name: string; readonly optional?: true },
    decide: (world: W, act: { on: string; by: By; commitment: string }, text: string) => ReturnType<typeof dropCommitment>,
  ): Promise<Answer> {
    const text = visit.form.get(field.name) ?? '';
    if ((text === '' && !field.optional) || text.length > 2000)
      return page(visit, one, [{ field: field.name, text: commitmentWords(visit.lang).textMissing }], 422);
    const done = await visit.execute<CommitmentRefusal>((world, by) => decide(world, { on: visit.today, by, commitment: one.id }, text));
    return done.ok
      ? { kind: 'redirect', to: visit.href(`/compromisos/${one.id}`) }
      : page(visit, one, [{ text: refusalText(visit, done.error) }], 409);
  }

  const dateOf = (visit: V, name: string, errors: FormError[]): string => {
    const read = parseIsoDate(visit.form.get(name) ?? '', { es: commitmentWords('es').due, en: commitmentWords('en').due });
    if (!read.ok) errors.push({ field: name, text: pick(read.error.message, visit.lang) });
    return read.ok ? read.value.toString() : '';
  };

  async function make(visit: V): Promise<Answer> {
    const { form, lang, world } = visit;
    const t = commitmentWords(lang);
    const errors: FormError[] = [];
    const origin = form.get('origen') ?? '';
    const item = Number(form.get('punto'));
    if (!isSubject(origin) || !nameSubject(world, origin, lang)) return { kind: 'not-found' };
    const [text, owner] = [form.get('compromiso') ?? '', form.get('responsable') ?? ''];
    if (text === '' || text.length > 2000) errors.push({ field: 'compromiso', text: t.textMissing });
    if (!officeOf(world.people, owner)) errors.push({ field: 'responsable', text: t.ownerMissing });
    const due = dateOf(visit, 'vence', errors);
    const again = (status: 409 | 422): Answer => ({
      kind: 'page',
      title: t.make,
      here,
      status,
      body: (
        <>
          <PageHead title={t.make} meta={nameOf(visit)(origin)?.label} />
          <MakeCommitmentForm visit={visit} origin={origin} item={item > 0 ? item : undefined} errors={errors} />
        </>
      ),
    });
    if (errors.length > 0) return again(422);
    const done = await visit.execute<CommitmentRefusal>((latest, by) =>
      makeCommitment(latest.commitments, {
        on: visit.today,
        by,
        owner,
        due,
        text,
        origin,
        ...(Number.isInteger(item) && item > 0 ? { item } : {}),
      }),
    );
    if (done.ok) {
      const { kind, ids } = partsOfSubject(origin);
      return { kind: 'redirect', to: visit.href(kind === 'meeting' ? `/reuniones/${ids[0]}/desarrollo#punto-${item}` : '/compromisos') };
    }
    errors.push({ field: 'vence', text: refusalText(visit, done.error) });
    return again(409);
  }

  function extend(visit: V, one: Commitment): Answer | Promise<Answer> {
    const errors: FormError[] = [];
    const due = dateOf(visit, 'plazo', errors);
    if (errors.length > 0) return page(visit, one, errors, 422);
    return step(visit, one, { name: 'motivo-prorroga' }, (world, act, reason) =>
      extendCommitment(world.commitments, { ...act, due, reason }),
    );
  }

  const keeps = { right: 'take-minutes' } as const;
  const base = '/:process/compromisos';
  return [
    {
      method: 'GET',
      path: base,
      may: 'anyone',
      answer: (visit) => ({
        kind: 'page',
        title: commitmentWords(visit.lang).commitments,
        here,
        body: <CommitmentsPage visit={visit} nameOf={nameOf(visit)} />,
      }),
    },
    ...tableRoutes<W>(base, 'anyone', (visit) => {
      const t = commitmentWords(visit.lang);
      const rows = filtered(visit).map((one) => [
        one.id,
        one.text,
        pick(officeName(visit.world.people, one.owner), visit.lang),
        one.due,
        pick(standingNames[standingOn(one, visit.day)], visit.lang),
        one.origin,
      ]);
      const columns = ['id', t.commitment, t.owner, t.due, t.state, t.origin].map((title) => ({ title }));
      return { kind: 'table', id: 'compromisos', caption: t.commitments, columns, rows };
    }),
    { method: 'POST', path: `${base}/contraer`, may: keeps, answer: make },
    { method: 'GET', path: `${base}/:commitment`, may: 'anyone', answer: (visit) => find(visit, (one) => page(visit, one)) },
    {
      method: 'POST',
      path: `${base}/:commitment/evidencia`,
      may: { right: 'take-part' },
      answer: (visit) =>
        find(visit, (one) =>
          step(visit, one, { name: 'evidencia-texto' }, (world, act, text) =>
            giveEvidence(world.commitments, { ...act, text, forOwner: visit.may('take-minutes') }),
          ),
        ),
    },
    {
      method: 'POST',
      path: `${base}/:commitment/cerrar`,
      may: keeps,
      answer: (visit) =>
        find(visit, (one) =>
          step(visit, one, { name: 'nota', optional: true }, (world, act, note) =>
            closeCommitment(world.commitments, { ...act, ...(note === '' ? {} : { note }) }),
          ),
        ),
    },
    {
      method: 'POST',
      path: `${base}/:commitment/devolver`,
      may: keeps,
      answer: (visit) =>
        find(visit, (one) =>
          step(visit, one, { name: 'motivo-devolver' }, (world, act, reason) => returnCommitment(world.commitments, { ...act, reason })),
        ),
    },
    { method: 'POST', path: `${base}/:commitment/prorrogar`, may: keeps, answer: (visit) => find(visit, (one) => extend(visit, one)) },
    {
      method: 'POST',
      path: `${base}/:commitment/retirar`,
      may: keeps,
      answer: (visit) =>
        find(visit, (one) =>
          step(visit, one, { name: 'motivo-retiro' }, (world, act, reason) => dropCommitment(world.commitments, { ...act, reason })),
        ),
    },
  ];
}
