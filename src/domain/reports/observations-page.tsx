import { longDate, mediumDate } from '../../core/date-words.ts';
import type { Block, Document } from '../../core/document.ts';
import { plain } from '../../core/document.ts';
import { subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { fieldsOf } from '../../ui/fields.tsx';
import { ErrorSummary, Form, type FormError, type Option } from '../../ui/forms.tsx';
import { Breadcrumbs, EmptyState, PageHead, Panel, Rows, Split } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import type { Visit } from '../../web/visit.ts';
import { MakeCommitmentForm, standingMark } from '../commitments/pages.tsx';
import { type CommitmentsState, commitmentsOf } from '../commitments/views.ts';
import { commitmentWords } from '../commitments/words.ts';
import { meetingForCutoff } from '../meetings/views.ts';
import { mayWrite } from '../narratives/views.ts';
import { officeOf, type PeopleState } from '../people/views.ts';
import { attentions } from './events.ts';
import { anchorText, attentionWords, observationWords, standingWords } from './observation-words.ts';
import { reportPageWords } from './page-words.ts';
import type { ReportsWorld } from './pages.tsx';
import { blocksUnder } from './report.ts';
import { observationsOf, type Report, type ReportObservation, standingOf, textSectionsOf } from './views.ts';
import { kindWords } from './words.ts';

type V = Visit<ReportsWorld & { readonly people: PeopleState; readonly commitments: CommitmentsState }>;
export type ObservationsProps = {
  readonly visit: V;
  readonly report: Report;
  /** The informe itself: where an observation may point. */
  readonly document: Document;
  readonly errors?: readonly FormError[];
};

const shapes = { open: 'todo', late: 'late', answered: 'doing', attended: 'done', partly: 'observed', 'not-attended': 'observed' } as const;
const csrfOf = ({ reader }: V): string => (reader.kind === 'signed-in' ? reader.csrf : '');
const acts = (visit: V, right: string): boolean => visit.reader.kind === 'signed-in' && !visit.asOf && visit.may(right);

/** Paragraphs and lists of a section, in order: what an observation may point to. */
const pointsOf = (document: Document, section: string): readonly string[] =>
  (blocksUnder(document, section) ?? []).flatMap((block: Block) =>
    block.kind === 'paragraph' ? [plain(block.text)] : block.kind === 'list' ? [block.items.map(plain).join('; ')] : [],
  );

/** `estado` or `estado/2`, with what it says; absent: the informe has no such place. */
export function placeIn(document: Document, place: string): { section?: string; paragraph?: number; quote?: string } | undefined {
  if (place === '') return {};
  const [section = '', number] = place.split('/');
  if (!document.blocks.some((block) => block.kind === 'heading' && block.level === 2 && block.id === section)) return undefined;
  if (number === undefined) return { section };
  const text = pointsOf(document, section)[Number(number) - 1];
  return text === undefined ? undefined : { section, paragraph: Number(number), quote: text.slice(0, 120) };
}

const placesOf = (document: Document, whole: string): readonly Option[] => [
  { value: 'informe', label: whole },
  ...document.blocks.flatMap((block): readonly Option[] => {
    if (block.kind !== 'heading' || block.level !== 2 || block.id === undefined) return [];
    const { id, text } = block;
    const points = pointsOf(document, id).map((point, i) => ({
      value: `${id}/${i + 1}`,
      label: `${text} · ¶ ${i + 1}: ${point.slice(0, 60)}`,
    }));
    return [{ value: id, label: text }, ...points];
  }),
];

/** Whose answer it is: of whoever writes the section, or integrates the informe. */
export function mayAnswer(visit: V, report: Report, { section }: ReportObservation): boolean {
  const { reader, world } = visit;
  if (reader.kind !== 'signed-in' || visit.asOf) return false;
  const integrates = visit.may('freeze-report');
  const area = textSectionsOf(report.kind).find((one) => one.id === section)?.area;
  if (section === undefined || area === undefined) return integrates;
  const role = visit.may('write-sections') ? officeOf(world.people, reader.by.office)?.role : undefined;
  return mayWrite(world.narratives, { informe: report.kind, section }, area, { office: reader.by.office, role, integrates });
}

/** What was observed of one informe, what was answered, and what became of it. */
export function ObservationsPage(props: ObservationsProps) {
  const { visit, report, document, errors = [] } = props;
  const { lang, world } = visit;
  const t = observationWords(lang);
  const observations = observationsOf(world.reports, report.id);
  const row = meetingForCutoff(world.meetings, Temporal.PlainDate.from(report.cutoff));
  const name = `${pick(kindWords[report.kind], lang)} · ${longDate(report.cutoff, lang)}`;
  return (
    <>
      <PageHead
        title={`${t.observations}: ${name}`}
        meta={row && t.until(mediumDate(row.dates.observeFrom.toString(), lang), mediumDate(row.dates.observeUntil.toString(), lang))}
        trail={
          <Breadcrumbs
            lang={lang}
            items={[
              { label: reportPageWords(lang).reports, href: visit.href('/informes') },
              { label: name, href: visit.href(`/informes/${report.id}`) },
              { label: t.observations },
            ]}
          />
        }
      />
      <ErrorSummary lang={lang} errors={errors} />
      <Split aside={<ObserveForm {...props} />}>
        {observations.length === 0 && <EmptyState>{report.state === 'circulated' ? t.none : t.notYet}</EmptyState>}
        {observations.map((one) => (
          <One {...props} one={one} titles={document} />
        ))}
      </Split>
    </>
  );
}

function One({
  visit,
  report,
  one,
  titles,
  errors = [],
}: ObservationsProps & { readonly one: ReportObservation; readonly titles: Document }) {
  const { lang, form, day } = visit;
  const t = observationWords(lang);
  const nameOf = ({ from, by }: Pick<ReportObservation, 'from' | 'by'>) => (from ? pick(from, lang) : by.office);
  const standing = standingOf(one, day);
  const subject = subjectOf('observation', report.id, String(one.observation));
  const own = commitmentsOf(visit.world.commitments).filter((each) => each.origin === subject || each.subject === subject);
  const heading = titles.blocks.find((block) => block.kind === 'heading' && block.id === one.section);
  const title = heading?.kind === 'heading' ? { sectionTitle: { es: heading.text, en: heading.text } } : {};
  const sent = form.get('observacion') === String(one.observation);
  const fields = fieldsOf({ lang, form: sent ? form : new Map(), errors: sent ? errors : [] });
  const base = `/informes/${report.id}/observaciones/${one.observation}`;
  const number = <input type="hidden" name="observacion" value={String(one.observation)} />;
  const answers = standing !== 'attended' && mayAnswer(visit, report, one);
  const attends = standing !== 'attended' && one.answers.length > 0 && acts(visit, 'freeze-report');
  const due = one.answers.length === 0 ? `${t.answerBy}: ${mediumDate(one.answerBy, lang)}` : undefined;
  return (
    <Panel id={`o-${one.observation}`} title={`${one.observation}. ${anchorText({ ...one, ...title }, lang)}`} note={due}>
      <p>
        <Status shape={shapes[standing]} word={standingWords(lang)[standing]} />
      </p>
      <p>{one.text}</p>
      <p class="small">{`${nameOf(one)}, ${mediumDate(one.on, lang)}`}</p>
      {one.answers.map((answer) => (
        <blockquote>
          <p>{answer.text}</p>
          <p class="small">{`${nameOf(answer)}, ${mediumDate(answer.on, lang)}`}</p>
        </blockquote>
      ))}
      {one.attention && (
        <p class="small">
          {[`${attentionWords(lang)[one.attention.how]}, ${mediumDate(one.attention.on, lang)}`, one.attention.note]
            .filter(Boolean)
            .join('. ')}
        </p>
      )}
      {own.length > 0 && (
        <Rows
          items={own.map((each) => ({
            mark: standingMark(each, day, lang),
            text: <a href={visit.href(`/compromisos/${each.id}`)}>{`${each.id} · ${each.text.slice(0, 90)}`}</a>,
          }))}
          empty=""
        />
      )}
      {acts(visit, 'take-minutes') && standing !== 'attended' && (
        <details>
          <summary>{commitmentWords(lang).make}</summary>
          <MakeCommitmentForm visit={visit} origin={subject} errors={[]} />
        </details>
      )}
      {answers && (
        <details open={sent}>
          <summary>{t.toAnswer}</summary>
          <Form action={visit.href(`${base}/responder`)} csrf={csrfOf(visit)}>
            {number}
            {fields.area(`respuesta-${one.observation}`, t.answerText, { rows: 4 })}
            <Submit>{t.toAnswer}</Submit>
          </Form>
        </details>
      )}
      {attends && (
        <details open={sent}>
          <summary>{t.toAttend}</summary>
          <Form action={visit.href(`${base}/atender`)} csrf={csrfOf(visit)}>
            {number}
            {fields.select(
              `atencion-${one.observation}`,
              t.how,
              attentions.map((value) => ({ value, label: attentionWords(lang)[value] })),
            )}
            {fields.text(`nota-${one.observation}`, t.note, { optional: true })}
            <Submit>{t.toAttend}</Submit>
          </Form>
        </details>
      )}
    </Panel>
  );
}

function ObserveForm({ visit, report, document, errors = [] }: ObservationsProps) {
  const { lang, form, url, world, today } = visit;
  const t = observationWords(lang);
  if (report.state !== 'circulated' || !acts(visit, 'take-part')) return null;
  const fields = fieldsOf({ lang, form: form.has('observacion') ? new Map() : form, errors: form.has('observacion') ? [] : errors });
  const meeting = meetingForCutoff(world.meetings, Temporal.PlainDate.from(report.cutoff))?.appointment.date;
  const soon = Temporal.PlainDate.from(today).add({ days: 5 }).toString();
  return (
    <Panel id="observar" title={t.observe} weight="minor">
      <p class="small">{t.observeHint}</p>
      <Form action={visit.href(`/informes/${report.id}/observar`)} csrf={csrfOf(visit)}>
        {fields.select('lugar', t.where, placesOf(document, t.whole), { value: url.searchParams.get('lugar') ?? 'informe' })}
        {fields.area('texto', t.text, { rows: 5 })}
        {fields.date('responder', t.answerBy, { min: today, value: meeting !== undefined && meeting >= today ? meeting : soon })}
        <Submit kind="primary">{t.observe}</Submit>
      </Form>
    </Panel>
  );
}
