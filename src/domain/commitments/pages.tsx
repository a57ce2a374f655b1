import { longDate, mediumDate } from '../../core/date-words.ts';
import type { IsoDate } from '../../core/event.ts';
import type { Subject } from '../../core/subject.ts';
import { type Lang, pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { DateField, ErrorSummary, Form, type FormError, Select, TextArea } from '../../ui/forms.tsx';
import { Pagination, pageHref, pageOf } from '../../ui/pagination.tsx';
import { Breadcrumbs, Facts, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { Timeline } from '../../ui/sequence.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { officeName, officesOf, type PeopleState } from '../people/views.ts';
import type { OpenProcess } from '../process/views.ts';
import { type Commitment, type CommitmentsState, commitmentsOf, isPending, type Standing, standingOn } from './views.ts';
import { commitmentWords, standingNames, standingShapes, stepNames } from './words.ts';

export type CommitmentsWorld = { readonly process: OpenProcess; readonly people: PeopleState; readonly commitments: CommitmentsState };
export type NameOf = (subject: Subject) => { readonly label: string; readonly path: string } | undefined;
type V = Visit<CommitmentsWorld>;
/** Something that led to a commitment, or a meeting that followed it. */
export type Link = { readonly on: IsoDate; readonly title: string; readonly detail: string; readonly path: string };

export const standingMark = (one: Commitment, day: IsoDate, lang: Lang) => {
  const standing = standingOn(one, day);
  return { shape: standingShapes[standing], word: pick(standingNames[standing], lang) };
};

const Named = ({ visit, nameOf, subject }: { readonly visit: V; readonly nameOf: NameOf; readonly subject: Subject }) => {
  const named = nameOf(subject);
  return named ? <a href={visit.href(named.path)}>{named.label}</a> : <>{subject}</>;
};

/** Those asked for: by state and by responsible office. */
export function filtered(visit: V): readonly Commitment[] {
  const [standing, owner] = ['estado', 'responsable'].map((name) => visit.url.searchParams.get(name) ?? '');
  return commitmentsOf(visit.world.commitments).filter(
    (one) => (standing === '' || standingOn(one, visit.day) === standing) && (owner === '' || one.owner === owner),
  );
}

const pageSize = 50;

/** An address with what was asked for. */
function asAsked({ href, url }: V, path: string): string {
  const [bare = '', query] = href(path).split('?');
  const asked = new URLSearchParams(query);
  for (const name of ['estado', 'responsable']) if (url.searchParams.get(name)) asked.set(name, url.searchParams.get(name) ?? '');
  return asked.size > 0 ? `${bare}?${asked}` : bare;
}

export function CommitmentsPage({ visit, nameOf }: { readonly visit: V; readonly nameOf: NameOf }) {
  const { lang, world, day, url } = visit;
  const t = commitmentWords(lang);
  const owners = [...new Set(commitmentsOf(world.commitments).map((one) => one.owner))];
  const standings = Object.keys(standingNames) as Standing[]; // its keys are the standings
  const { page, pages, rows } = pageOf(filtered(visit), url.searchParams.get('pagina'), pageSize);
  return (
    <>
      <PageHead title={t.commitments} meta={t.meta} />
      <div class="act">
        <Form action={visit.href('/compromisos')} method="get" label={t.filter}>
          <Select
            lang={lang}
            name="estado"
            label={t.state}
            optional
            short
            options={standings.map((value) => ({ value, label: pick(standingNames[value], lang) }))}
            value={url.searchParams.get('estado') ?? ''}
          />
          <Select
            lang={lang}
            name="responsable"
            label={t.owner}
            optional
            short
            options={owners.map((value) => ({ value, label: pick(officeName(world.people, value), lang) }))}
            value={url.searchParams.get('responsable') ?? ''}
          />
          {visit.asOf?.day !== undefined && <input type="hidden" name="al" value={visit.asOf.day} />}
          <Submit>{t.filter}</Submit>
        </Form>
      </div>
      <DataTable
        lang={lang}
        id="compromisos"
        caption={t.commitments}
        columns={[
          { title: t.commitment, head: true, cell: (one: Commitment) => `${one.id} · ${one.text}` },
          { title: t.owner, cell: (one) => pick(officeName(world.people, one.owner), lang) },
          { title: t.due, keep: true, cell: (one) => <time datetime={one.due}>{mediumDate(one.due, lang)}</time> },
          { title: t.state, keep: true, cell: (one) => <Status {...standingMark(one, day, lang)} /> },
          { title: t.origin, cell: (one) => <Named visit={visit} nameOf={nameOf} subject={one.origin} /> },
        ]}
        rows={rows}
        rowHref={(one) => visit.href(`/compromisos/${one.id}`)}
        empty={t.none}
        downloads={(end) => asAsked(visit, `/compromisos.${end}`)}
        foot={<Pagination lang={lang} page={page} pages={pages} href={pageHref(url)} />}
      />
    </>
  );
}

/** The whole chain of one: what it comes from, what was promised, evidence, and how it ended. */
export function CommitmentPage(props: {
  readonly visit: V;
  readonly nameOf: NameOf;
  readonly one: Commitment;
  readonly chain?: readonly Link[];
  readonly errors?: readonly FormError[];
}) {
  const { visit, nameOf, one, chain = [], errors = [] } = props;
  const { lang, world, day, reader } = visit;
  const t = commitmentWords(lang);
  const facts = [
    { term: t.state, value: <Status {...standingMark(one, day, lang)} /> },
    { term: t.owner, value: pick(officeName(world.people, one.owner), lang) },
    { term: t.due, value: longDate(one.due, lang) },
    { term: t.origin, value: <Named visit={visit} nameOf={nameOf} subject={one.origin} /> },
    ...(one.subject ? [{ term: t.about, value: <Named visit={visit} nameOf={nameOf} subject={one.subject} /> }] : []),
  ];
  const links = chain.map((link) => ({
    when: mediumDate(link.on, lang),
    dateTime: link.on,
    title: link.title,
    detail: <a href={visit.href(link.path)}>{link.detail}</a>,
  }));
  const steps = one.steps.map((step) => ({
    when: mediumDate(step.on, lang),
    dateTime: step.on,
    mark: { shape: step.kind === 'CommitmentClosed' ? ('done' as const) : ('doing' as const), word: pick(stepNames[step.kind], lang) },
    title: `${pick(stepNames[step.kind], lang)} · ${pick(officeName(world.people, step.by.office), lang)}`,
    detail: (
      <>
        {step.text}
        {step.due !== undefined && ` (${t.dueOn(longDate(step.due, lang))})`}
        {step.document && (
          <>
            {' '}
            <Named visit={visit} nameOf={nameOf} subject={step.document} />
          </>
        )}
      </>
    ),
  }));
  const acts = reader.kind === 'signed-in' && !visit.asOf && isPending(one);
  return (
    <>
      <PageHead
        title={`${one.id} · ${one.text.length > 90 ? `${one.text.slice(0, 89)}…` : one.text}`}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.commitments, href: visit.href('/compromisos') }, { label: one.id }]} />}
      />
      <ErrorSummary lang={lang} errors={errors} />
      <Split aside={acts ? <Acts visit={visit} one={one} errors={errors} /> : null}>
        <Facts items={facts} />
        <Panel id="cadena" title={t.chain}>
          <Timeline
            label={t.chain}
            items={[...links, ...steps].toSorted((a, b) => (a.dateTime < b.dateTime ? -1 : a.dateTime > b.dateTime ? 1 : 0))}
          />
        </Panel>
      </Split>
    </>
  );
}

function Acts({ visit, one, errors }: { readonly visit: V; readonly one: Commitment; readonly errors: readonly FormError[] }) {
  const { lang, reader, form } = visit;
  const t = commitmentWords(lang);
  const csrf = reader.kind === 'signed-in' ? reader.csrf : '';
  const base = `/compromisos/${one.id}`;
  const keeps = visit.may('take-minutes');
  const owns = reader.kind === 'signed-in' && reader.by.office === one.owner;
  const area = (name: string, label: string, optional = false) => (
    <TextArea
      lang={lang}
      name={name}
      label={label}
      rows={3}
      optional={optional}
      value={form.get(name)}
      error={errors.find((each) => each.field === name)?.text}
    />
  );
  return (
    <>
      {(owns || keeps) && (
        <Panel id="evidencia" title={t.evidence} weight="minor">
          <Form action={visit.href(`${base}/evidencia`)} csrf={csrf}>
            {area('evidencia-texto', t.evidenceText)}
            <Submit kind={one.stage === 'open' ? 'primary' : 'quiet'}>{t.evidence}</Submit>
          </Form>
        </Panel>
      )}
      {keeps && one.stage === 'evidenced' && (
        <Panel id="resolver" title={t.decide} weight="minor">
          <Form action={visit.href(`${base}/cerrar`)} csrf={csrf}>
            {area('nota', t.note, true)}
            <Submit kind="primary">{t.close}</Submit>
          </Form>
          <Form action={visit.href(`${base}/devolver`)} csrf={csrf}>
            {area('motivo-devolver', t.reason)}
            <Submit>{t.giveBack}</Submit>
          </Form>
        </Panel>
      )}
      {keeps && one.stage === 'open' && (
        <Panel id="prorrogar" title={t.extend} weight="minor">
          <Form action={visit.href(`${base}/prorrogar`)} csrf={csrf}>
            <DateField
              lang={lang}
              name="plazo"
              label={t.newDue}
              min={visit.today}
              value={form.get('plazo')}
              error={errors.find((each) => each.field === 'plazo')?.text}
            />
            {area('motivo-prorroga', t.reason)}
            <Submit>{t.extend}</Submit>
          </Form>
        </Panel>
      )}
      {keeps && (
        <Panel id="retirar" title={t.drop} weight="minor">
          <Form action={visit.href(`${base}/retirar`)} csrf={csrf}>
            {area('motivo-retiro', t.reason)}
            <Submit kind="danger">{t.drop}</Submit>
          </Form>
        </Panel>
      )}
    </>
  );
}

/** The form by which a commitment is recorded; `origin` is what it comes from, `item` the point of a meeting. */
export function MakeCommitmentForm({
  visit,
  origin,
  item,
  errors,
}: {
  readonly visit: V;
  readonly origin: Subject;
  readonly item?: number | undefined;
  readonly errors: readonly FormError[];
}) {
  const { lang, world, reader, form } = visit;
  const t = commitmentWords(lang);
  const error = (field: string) => errors.find((one) => one.field === field)?.text;
  return (
    <Form action={visit.href('/compromisos/contraer')} csrf={reader.kind === 'signed-in' ? reader.csrf : ''} label={t.make}>
      <input type="hidden" name="origen" value={origin} />
      {item !== undefined && <input type="hidden" name="punto" value={String(item)} />}
      <TextArea lang={lang} name="compromiso" label={t.text} rows={2} value={form.get('compromiso')} error={error('compromiso')} />
      <Select
        lang={lang}
        name="responsable"
        label={t.owner}
        options={officesOf(world.people).map((one) => ({ value: one.id, label: pick(one.name, lang) }))}
        value={form.get('responsable')}
        error={error('responsable')}
      />
      <DateField lang={lang} name="vence" label={t.due} min={visit.today} value={form.get('vence')} error={error('vence')} />
      <Submit>{t.make}</Submit>
    </Form>
  );
}
