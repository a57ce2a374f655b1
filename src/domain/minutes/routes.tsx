import { createHash } from 'node:crypto';
import type { Document } from '../../core/document.ts';
import type { By } from '../../core/event.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { agendaOf } from '../agenda/views.ts';
import { bornIn } from '../commitments/views.ts';
import { meetingTitle, unknownMeeting } from '../meetings/frame-page.tsx';
import { type CalendarRow, meetingOf } from '../meetings/views.ts';
import { officeName } from '../people/views.ts';
import {
  addAddendum,
  approveMinutes,
  circulateMinutes,
  correctMinutes,
  draftMinutes,
  type MinutesRefusal,
  publishMinutes,
  sealMinutes,
} from './decide.ts';
import { minutesDocument } from './document.ts';
import { draftText } from './draft.ts';
import { formats, MinutesPage, mayRead } from './minutes-page.tsx';
import { minutesWords } from './page-words.ts';
import { roomRoutes } from './room-routes.tsx';
import type { MinutesWorld } from './room-shared-page.tsx';
import { timeStampRequest } from './time-stamp.ts';
import { latestCirculation, latestText, type Revision, recordOf } from './views.ts';
import { minutesRefusalText } from './words.ts';

export type MinutesTools = {
  readonly file: (
    document: Document,
    format: (typeof formats)[number],
  ) => Promise<{ readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string }>;
  readonly fragment: (document: Document) => Promise<string>;
  /** What a checkpoint of the log states at a position: origin, size and root. */
  readonly checkpointText: (position: number, root: string) => string;
};

const here = 'reuniones';
const ever = '9999-12-31';
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

export function minutesRoutes<W extends MinutesWorld>(tools: MinutesTools): readonly Route<W>[] {
  type V = Visit<W>;
  type Act = { readonly on: string; readonly by: By; readonly meeting: number };
  type Decision = ReturnType<typeof sealMinutes>;

  const find = (visit: V, then: (row: CalendarRow) => Answer | Promise<Answer>): Answer | Promise<Answer> => {
    const row = meetingOf(visit.world.meetings, Number(visit.params.number));
    return row ? then(row) : { kind: 'not-found', what: unknownMeeting };
  };

  /** The minutes read from a world; `lang` of the reader, or Spanish for what is sealed. */
  function documentOf(
    visit: V,
    world: W,
    number: number,
    how: { position: number; root: string; lang?: 'es'; sealed: boolean; revision?: Revision | undefined },
  ): Document | undefined {
    const row = meetingOf(world.meetings, number);
    const record = recordOf(world.minutes, number);
    const revision = how.revision ?? latestText(record);
    if (!row || !revision) return undefined;
    const lang = how.lang ?? visit.lang;
    return minutesDocument({
      ...how,
      lang,
      process: world.process,
      row,
      agenda: agendaOf(world.agenda, number),
      record,
      revision,
      commitments: bornIn(world.commitments, number),
      officeName: (office) => pick(officeName(world.people, office), lang),
    });
  }

  /** As circulated, from the position of its circulation; once sealed, with its seal and what was added since. */
  async function circulated(visit: V, number: number): Promise<Document | undefined> {
    const record = recordOf(visit.world.minutes, number);
    const sent = latestCirculation(record);
    if (!sent) return undefined;
    const at = record.seal ?? sent;
    const world = await visit.worldOn(ever, at.position);
    if (!world) return undefined;
    const then = recordOf(world.minutes, number);
    const revision = record.revisions.find((one) => one.revision === (record.approved?.revision ?? sent.revision));
    const sealed = {
      ...world,
      minutes: {
        records: new Map([
          [
            number,
            {
              ...then,
              ...(record.approved ? { approved: record.approved } : {}),
              ...(record.seal ? { seal: record.seal } : {}),
              addenda: record.addenda,
            },
          ],
        ]),
      },
    };
    return documentOf(visit, sealed, number, { position: at.position, root: at.root, sealed: true, revision });
  }

  async function page(
    visit: V,
    row: CalendarRow,
    errors: readonly FormError[] = [],
    status: 200 | 409 | 422 = 200,
    typed?: string,
  ): Promise<Answer> {
    const { world, lang } = visit;
    const record = recordOf(world.minutes, row.number);
    const reads = mayRead(visit, record);
    const revision: Revision | undefined =
      typed === undefined
        ? latestText(record)
        : { revision: record.revisions.length + 1, text: typed, on: visit.today, by: { office: '' } };
    const isFinal = record.stage === 'circulated' || record.seal !== undefined;
    const document = !reads
      ? undefined
      : isFinal && typed === undefined
        ? await circulated(visit, row.number)
        : documentOf(visit, world, row.number, { position: visit.position, root: visit.root, sealed: true, revision });
    const proposed = draftText({
      lang,
      items: agendaOf(world.agenda, row.number).items,
      record,
      commitments: bornIn(world.commitments, row.number),
      officeName: (office) => pick(officeName(world.people, office), lang),
    });
    const html = document && (await tools.fragment(document));
    const body = <MinutesPage visit={visit} row={row} html={html} proposed={proposed} errors={errors} />;
    return { kind: 'page', title: meetingTitle(lang, row.number, 'minutes'), here, status, body };
  }

  async function act(visit: V, row: CalendarRow, field: string | undefined, decide: (world: W, act: Act) => Decision): Promise<Answer> {
    const done = await visit.execute<MinutesRefusal>((world, by) => decide(world, { on: visit.today, by, meeting: row.number }));
    if (done.ok) return { kind: 'redirect', to: visit.href(`/reuniones/${row.number}/minuta`) };
    const text = done.error.kind === 'conflict' ? minutesWords(visit.lang).conflict : pick(minutesRefusalText(done.error), visit.lang);
    return page(visit, row, [{ ...(field === undefined ? {} : { field }), text }], 409);
  }

  /** The editor's text: shown as it would be set, or saved. */
  async function write(visit: V, row: CalendarRow, verb: 'draft' | 'correct'): Promise<Answer> {
    const { form, lang } = visit;
    const t = minutesWords(lang);
    const text = (form.get('texto') ?? '').replaceAll('\r\n', '\n');
    const reason = form.get('motivo') ?? '';
    if (text === '') return page(visit, row, [{ field: 'texto', text: t.textMissing }], 422);
    if (form.has('ver')) return page(visit, row, [], 200, text);
    if (verb === 'correct' && reason === '') return page(visit, row, [{ field: 'motivo', text: t.textMissing }], 422);
    const base = Number(form.get('base'));
    return act(visit, row, 'texto', (world, who) =>
      verb === 'draft'
        ? draftMinutes(world, { ...who, base, text })
        : correctMinutes(world, { ...who, base, text, reason: reason.slice(0, 2000) }),
    );
  }

  async function seal(visit: V, row: CalendarRow): Promise<Answer> {
    const { position, root } = visit;
    const record = recordOf(visit.world.minutes, row.number);
    const revision = record.revisions.find((one) => one.revision === record.approved?.revision);
    const document = documentOf(visit, visit.world, row.number, { position, root, lang: 'es', sealed: false, revision });
    const text = document === undefined ? '' : sha256((await tools.file(document, 'md')).body);
    const checkpoint = sha256(tools.checkpointText(position, root));
    return act(visit, row, undefined, (world, who) => sealMinutes(world, { ...who, position, root, text, checkpoint }));
  }

  async function addendum(visit: V, row: CalendarRow): Promise<Answer> {
    const t = minutesWords(visit.lang);
    const [text, reason] = [(visit.form.get('adendo') ?? '').replaceAll('\r\n', '\n'), visit.form.get('motivo-adendo') ?? ''];
    if (text === '') return page(visit, row, [{ field: 'adendo', text: t.textMissing }], 422);
    if (reason === '') return page(visit, row, [{ field: 'motivo-adendo', text: t.textMissing }], 422);
    return act(visit, row, 'adendo', (world, who) => addAddendum(world, { ...who, text, reason: reason.slice(0, 2000) }));
  }

  async function file(visit: V, row: CalendarRow): Promise<Answer> {
    const format = (visit.params.minuta ?? '').split('.')[1] ?? '';
    const record = recordOf(visit.world.minutes, row.number);
    if (!mayRead(visit, record)) return { kind: 'not-found' };
    const name = `${visit.world.process.id}-reunion-${row.number}-minuta.${format}`;
    if (format === 'tsq')
      return record.seal
        ? { kind: 'file', body: timeStampRequest(record.seal.text), type: 'application/timestamp-query', name }
        : { kind: 'not-found' };
    if (format === 'txt') return sealedText(visit, row);
    const known = formats.find((one) => one === format);
    const document = await circulated(visit, row.number);
    if (!known || !document) return { kind: 'not-found' };
    return { kind: 'file', ...(await tools.file(document, known)), name };
  }

  /** The very text whose digest the seal holds. */
  async function sealedText(visit: V, row: CalendarRow): Promise<Answer> {
    const record = recordOf(visit.world.minutes, row.number);
    const world = record.seal && (await visit.worldOn(ever, record.seal.position));
    if (!record.seal || !world) return { kind: 'not-found' };
    const { position, root } = record.seal;
    const revision = record.revisions.find((one) => one.revision === record.approved?.revision);
    const document = documentOf(visit, world, row.number, { position, root, lang: 'es', sealed: false, revision });
    if (!document) return { kind: 'not-found' };
    return {
      kind: 'file',
      body: (await tools.file(document, 'md')).body,
      type: 'text/plain; charset=utf-8',
      name: `${world.process.id}-reunion-${row.number}-minuta.txt`,
    };
  }

  const base = '/:process/reuniones/:number';
  const keeps = { right: 'take-minutes' } as const;
  const post = (path: string, then: (visit: V, row: CalendarRow) => Answer | Promise<Answer>): Route<W> => ({
    method: 'POST',
    path: `${base}/minuta/${path}`,
    may: keeps,
    answer: (visit) => find(visit, (row) => then(visit, row)),
  });
  return [
    ...roomRoutes<W>(),
    { method: 'GET', path: `${base}/minuta`, may: 'anyone', answer: (visit) => find(visit, (row) => page(visit, row)) },
    {
      method: 'GET',
      path: `${base}/:minuta{minuta\\.(?:pdf|docx|html|md|txt|tsq)}`,
      may: 'anyone',
      answer: (visit) => find(visit, (row) => file(visit, row)),
    },
    post('redactar', (visit, row) => write(visit, row, 'draft')),
    post('corregir', (visit, row) => write(visit, row, 'correct')),
    post('circular', (visit, row) =>
      act(visit, row, undefined, (world, who) => circulateMinutes(world, { ...who, position: visit.position, root: visit.root })),
    ),
    post('aprobar', (visit, row) =>
      act(visit, row, 'reunion', (world, who) => approveMinutes(world, { ...who, in: Number(visit.form.get('reunion')) || 0 })),
    ),
    post('sellar', seal),
    post('publicar', (visit, row) => act(visit, row, undefined, (world, who) => publishMinutes(world, who))),
    post('adendo', addendum),
  ];
}
