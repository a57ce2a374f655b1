import { raw } from 'hono/html';
import { mediumDate } from '../../core/date-words.ts';
import { differenceOf } from '../../core/difference.ts';
import { pick } from '../../core/words.ts';
import { LinkButton, Submit } from '../../ui/buttons.tsx';
import { Difference } from '../../ui/difference.tsx';
import { ErrorSummary, Field, Form, type FormError, Select, TextArea } from '../../ui/forms.tsx';
import { EmptyState, Facts, Hash, Panel, Split } from '../../ui/parts.tsx';
import { Timeline } from '../../ui/sequence.tsx';
import { Status } from '../../ui/status.tsx';
import type { Visit } from '../../web/visit.ts';
import { MeetingFrame } from '../meetings/frame-page.tsx';
import { type CalendarRow, calendarOf } from '../meetings/views.ts';
import { meetingsWords } from '../meetings/words.ts';
import { officeName } from '../people/views.ts';
import { minutesWords } from './page-words.ts';
import type { MinutesWorld } from './room-shared-page.tsx';
import { latestText, type Record, recordOf } from './views.ts';
import { stageNames } from './words.ts';

type V = Visit<MinutesWorld>;
type Props = {
  readonly visit: V;
  readonly row: CalendarRow;
  readonly errors?: readonly FormError[];
  /** The minutes as HTML made by `documents/` from a document tree: every text in it is escaped already. */
  readonly html: string | undefined;
  /** What the editor begins with when nothing is written yet. */
  readonly proposed: string;
};

export const formats = ['pdf', 'docx', 'html', 'md'] as const;
const shapes = { none: 'unknown', drafted: 'doing', circulated: 'observed', approved: 'done', sealed: 'done', published: 'done' } as const;

/** Whether this reader may read minutes that are not published. */
export const mayRead = (visit: V, record: Record): boolean => record.stage === 'published' || visit.may('take-part');
const writes = (visit: V): boolean => visit.reader.kind === 'signed-in' && !visit.asOf && visit.may('take-minutes');
const csrfOf = (visit: V): string => (visit.reader.kind === 'signed-in' ? visit.reader.csrf : '');

export function MinutesPage(props: Props) {
  const { visit, row, html, errors = [] } = props;
  const { lang, world } = visit;
  const t = minutesWords(lang);
  const record = recordOf(world.minutes, row.number);
  if (!mayRead(visit, record))
    return (
      <>
        <MeetingFrame visit={visit} row={row} here="minutes" />
        <EmptyState>{t.internal}</EmptyState>
      </>
    );
  const circulated = record.circulations.length > 0;
  return (
    <>
      <MeetingFrame
        visit={visit}
        row={row}
        here="minutes"
        actions={
          circulated &&
          formats.map((format) => (
            <LinkButton href={visit.href(`/reuniones/${row.number}/minuta.${format}`)}>{format.toUpperCase()}</LinkButton>
          ))
        }
      />
      <ErrorSummary lang={lang} errors={errors} />
      <Split aside={<Aside {...props} record={record} />}>
        {html === undefined && record.stage === 'none' && <EmptyState>{t.none}</EmptyState>}
        {writes(visit) &&
          row.status.kind === 'held' &&
          (record.stage === 'none' || record.stage === 'drafted' || record.stage === 'circulated') && <Editor {...props} record={record} />}
        <Changes visit={visit} record={record} />
        {html !== undefined && raw(html)}
      </Split>
    </>
  );
}

/** The editor: what was typed comes back; the present text stands beside it when somebody else changed it meanwhile. */
function Editor({ visit, row, record, errors = [], proposed }: Props & { readonly record: Record }) {
  const { lang, form } = visit;
  const t = minutesWords(lang);
  const latest = latestText(record);
  const correcting = record.stage === 'circulated';
  const error = (field: string) => errors.find((one) => one.field === field)?.text;
  const typed = form.get('texto');
  const conflict = typed !== undefined && form.get('base') !== undefined && form.get('base') !== String(record.revisions.length);
  return (
    <details open={record.stage !== 'circulated' || typed !== undefined}>
      <summary>{correcting ? t.correct : t.draftTitle}</summary>
      {conflict && latest && (
        <Panel id="vigente" title={t.present}>
          <Difference pieces={differenceOf(latest.text, typed)} />
        </Panel>
      )}
      <form
        class="form wide"
        action={visit.href(`/reuniones/${row.number}/minuta/${correcting ? 'corregir' : 'redactar'}`)}
        method="post"
        novalidate
      >
        <input type="hidden" name="csrf" value={csrfOf(visit)} />
        <input type="hidden" name="base" value={String(record.revisions.length)} />
        <TextArea
          lang={lang}
          name="texto"
          label={t.draftTitle}
          hint={t.draftHint}
          rows={18}
          value={typed ?? latest?.text ?? proposed}
          error={error('texto')}
        />
        {correcting && <Field lang={lang} name="motivo" label={t.reason} value={form.get('motivo')} error={error('motivo')} />}
        <div class="act">
          <Submit kind="primary">{correcting ? t.correct : t.draft}</Submit>
          <Submit name="ver" value="si" plain>
            {t.preview}
          </Submit>
        </div>
      </form>
    </details>
  );
}

function Changes({ visit, record }: { readonly visit: V; readonly record: Record }) {
  const t = minutesWords(visit.lang);
  const latest = record.revisions.at(-1);
  const before = record.revisions.at(-2);
  if (!latest || !before) return null;
  return (
    <Panel id="cambios-minuta" title={t.change(latest.revision)} note={latest.reason}>
      <Difference pieces={differenceOf(before.text, latest.text)} />
    </Panel>
  );
}

function Aside({ visit, row, record, errors = [] }: Props & { readonly record: Record }) {
  const { lang, world } = visit;
  const t = minutesWords(lang);
  const { stage, seal, approved } = record;
  const history = record.revisions.map((one) => {
    const sent = record.circulations.find((each) => each.revision === one.revision);
    return {
      when: mediumDate(one.on, lang),
      title: `${t.revision} ${one.revision} · ${pick(officeName(world.people, one.by.office), lang)}`,
      detail: [one.reason, sent && `${pick(stageNames.circulated, lang)}: ${mediumDate(sent.on, lang)}`].filter(Boolean).join('. '),
    };
  });
  return (
    <>
      <Facts
        items={[
          { term: t.stage, value: <Status shape={shapes[stage]} word={pick(stageNames[stage], lang)} /> },
          ...(approved ? [{ term: pick(stageNames.approved, lang), value: t.approvedIn(approved.in, mediumDate(approved.on, lang)) }] : []),
          ...(seal
            ? [
                { term: t.rootLabel, value: <Hash value={seal.root} /> },
                { term: 'SHA-256', value: <Hash value={seal.text} /> },
                {
                  term: 'RFC 3161',
                  value: (
                    <a href={visit.href(`/reuniones/${row.number}/minuta.tsq`)} data-turbo="false">
                      {t.tsq}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {writes(visit) && row.status.kind === 'held' && <NextSteps visit={visit} row={row} record={record} errors={errors} />}
      {history.length > 0 && (
        <Panel id="versiones" title={t.history} weight="minor">
          <Timeline label={t.history} items={history} />
        </Panel>
      )}
    </>
  );
}

function NextSteps({
  visit,
  row,
  record,
  errors,
}: {
  readonly visit: V;
  readonly row: CalendarRow;
  readonly record: Record;
  readonly errors: readonly FormError[];
}) {
  const { lang, world, form } = visit;
  const t = minutesWords(lang);
  const base = `/reuniones/${row.number}/minuta`;
  const csrf = csrfOf(visit);
  const later = calendarOf(world.meetings).filter(
    (one) => one.appointment.date > row.appointment.date && (one.status.kind === 'held' || one.status.kind === 'open'),
  );
  const button = (verb: string, label: string) => (
    <Form action={visit.href(`${base}/${verb}`)} csrf={csrf}>
      <Submit kind="primary">{label}</Submit>
    </Form>
  );
  const { stage } = record;
  if (stage === 'none') return null;
  return (
    <Panel id="siguiente" title={t.next} weight="minor">
      {stage === 'drafted' && button('circular', t.circulate)}
      {stage === 'circulated' && (
        <Form action={visit.href(`${base}/aprobar`)} csrf={csrf}>
          <Select
            lang={lang}
            name="reunion"
            label={t.approvedAt}
            options={later.map((one) => ({ value: String(one.number), label: meetingsWords(lang).meetingNumber(one.number) }))}
            value={form.get('reunion') ?? later[0]?.number.toString()}
            error={errors.find((one) => one.field === 'reunion')?.text}
          />
          <Submit kind="primary">{t.approve}</Submit>
        </Form>
      )}
      {stage === 'approved' && button('sellar', t.sealAct)}
      {stage === 'sealed' && button('publicar', t.publish)}
      {(stage === 'sealed' || stage === 'published') && (
        <Form action={visit.href(`${base}/adendo`)} csrf={csrf}>
          <TextArea
            lang={lang}
            name="adendo"
            label={t.text}
            rows={4}
            value={form.get('adendo')}
            error={errors.find((one) => one.field === 'adendo')?.text}
          />
          <Field
            lang={lang}
            name="motivo-adendo"
            label={t.reason}
            value={form.get('motivo-adendo')}
            error={errors.find((one) => one.field === 'motivo-adendo')?.text}
          />
          <Submit>{t.addAddendum}</Submit>
        </Form>
      )}
    </Panel>
  );
}
