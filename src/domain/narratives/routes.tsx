import { parseIsoDate } from '../../core/dates.ts';
import type { Block } from '../../core/document.ts';
import type { By } from '../../core/event.ts';
import { proseBlocks, proseFault } from '../../core/prose.ts';
import { type Lang, pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { officeOf } from '../people/views.ts';
import { assignSection, deliverNarrative, integrateNarrative, type NarrativesRefusal, returnNarrative, saveNarrative } from './decide.ts';
import { EditorPage } from './editor-page.tsx';
import { narrativeWords } from './page-words.ts';
import {
  type NarrativesWorld,
  PreparationPage,
  type Prepared,
  pathOf,
  penOf,
  type TextSection,
  writingOffices,
} from './preparation-page.tsx';
import { latestVersion, mayWrite, narrativeAt, type Pen, type Place } from './views.ts';
import { narrativesRefusalText } from './words.ts';

type Draft = { readonly base: number; readonly text: string; readonly office: string; readonly at: string };
/** What the program hands in: drafts, and what the informes say of themselves. */
export type NarrativeTools<W> = {
  readonly drafts: {
    readonly keep: (text: string, person: string, draft: Draft) => Promise<void>;
    readonly of: (text: string, person: string) => Promise<Draft | undefined>;
    readonly others: (text: string, person: string) => Promise<readonly { readonly office: string; readonly at: string }[]>;
    readonly discard: (text: string, person: string) => Promise<void>;
  };
  /** Absent: this version makes no informe of that kind. */
  readonly prepared: (world: W, informe: string, cutoff: string) => Prepared | undefined;
  /** What is derived in one section at a cut-off; absent: it does not stand there. */
  readonly figures: (visit: Visit<W>, place: Place) => Promise<readonly Block[] | undefined>;
  readonly html: (blocks: readonly Block[], lang: Lang) => Promise<string>;
};

const here = 'informes';
/** A pasted text that cannot be set must still come back in its form: more than this is no text. */
const maxFormBytes = 6 * 1024 * 1024;
const unknown = { es: narrativeWords('es').unknown, en: narrativeWords('en').unknown };
type Status = 200 | 403 | 409 | 422;

export function narrativeRoutes<W extends NarrativesWorld>(tools: NarrativeTools<W>): readonly Route<W>[] {
  type V = Visit<W>;
  type Of = { readonly place: Place; readonly prepared: Prepared; readonly section: TextSection };
  const hourOf = (visit: V, at: string): string =>
    Temporal.Instant.from(at).toZonedDateTimeISO(visit.world.process.timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  /** Drafts are of one person; who has no key of their own (an example's chair) writes as the office. */
  const whoOf = ({ reader }: V): { readonly person: string; readonly office: string } | undefined =>
    reader.kind === 'signed-in' ? { person: reader.by.person ?? reader.by.office, office: reader.by.office } : undefined;
  const draftKey = (visit: V, { informe, cutoff, section }: Place): string => [visit.world.process.id, informe, cutoff, section].join('/');

  const withInforme = (visit: V, then: (prepared: Prepared, informe: string, cutoff: string) => Answer | Promise<Answer>) => {
    const { informe = '', cutoff = '' } = visit.params;
    const day = parseIsoDate(cutoff, { es: 'corte', en: 'cut-off' });
    const prepared = day.ok ? tools.prepared(visit.world, informe, cutoff) : undefined;
    return prepared ? then(prepared, informe, cutoff) : ({ kind: 'not-found', what: unknown } as const);
  };
  const withSection = (visit: V, then: (of: Of) => Answer | Promise<Answer>): Answer | Promise<Answer> =>
    withInforme(visit, (prepared, informe, cutoff) => {
      const section = prepared.sections.find((one) => one.id === visit.params.section);
      return section ? then({ prepared, section, place: { informe, cutoff, section: section.id } }) : { kind: 'not-found', what: unknown };
    });

  const list = (visit: V, errors: readonly FormError[] = [], status: Status = 200): Answer | Promise<Answer> =>
    withInforme(visit, (prepared, informe, cutoff) => ({
      kind: 'page',
      title: narrativeWords(visit.lang).preparation,
      here,
      status,
      body: <PreparationPage visit={visit} informe={informe} cutoff={cutoff} prepared={prepared} errors={errors} />,
    }));

  const looksOf = async (text: string, { section }: Place, lang: Lang): Promise<string> =>
    text.trim() === '' || proseFault(text) ? '' : tools.html(proseBlocks(text, { lang, id: `texto-${section}` }), lang);

  async function editor(
    visit: V,
    { place, prepared, section }: Of,
    errors: readonly FormError[] = [],
    status: Status = 200,
  ): Promise<Answer> {
    const { lang, form, world } = visit;
    const latest = latestVersion(narrativeAt(world.narratives, place));
    const who = whoOf(visit);
    const pen = penOf(visit);
    const writes = who !== undefined && pen !== undefined && mayWrite(world.narratives, place, section.area, pen);
    const draft = writes ? await tools.drafts.of(draftKey(visit, place), who.person) : undefined;
    const sent = form.get('texto');
    const typed =
      sent !== undefined
        ? { text: sent.replaceAll('\r\n', '\n'), base: Number(form.get('base')) || 0 }
        : draft
          ? { text: draft.text, base: draft.base, keptAt: hourOf(visit, draft.at) }
          : { text: latest?.text ?? '', base: latest?.version ?? 0 };
    const figures = await tools.figures(visit, place);
    const others = writes ? await tools.drafts.others(draftKey(visit, place), who.person) : [];
    return {
      kind: 'page',
      title: pick(section.title, lang),
      here,
      status,
      body: (
        <EditorPage
          visit={visit}
          place={place}
          title={section.title}
          informe={`${pick(prepared.name, lang)} ${place.cutoff}`}
          area={section.area}
          typed={typed}
          looks={await looksOf(writes ? typed.text : (latest?.text ?? ''), place, lang)}
          figures={figures && (await tools.html(figures, lang))}
          others={others.map(({ office, at }) => ({ office, when: hourOf(visit, at) }))}
          errors={errors}
        />
      ),
    };
  }

  const textOf = (visit: V): string => (visit.form.get('texto') ?? '').replaceAll('\r\n', '\n');
  const told = (visit: V, refusal: NarrativesRefusal | { readonly kind: 'conflict' }): string =>
    refusal.kind === 'conflict' ? narrativeWords(visit.lang).conflictRetry : pick(narrativesRefusalText(refusal), visit.lang);
  const noPen: Pen = { office: '', role: undefined, integrates: false };

  /** What they have written so far, whatever it is: it need not be fit to be saved. Nothing is kept that says what the latest says. */
  async function keep(visit: V, { place }: Of): Promise<void> {
    const who = whoOf(visit);
    if (!who) return;
    const key = draftKey(visit, place);
    const text = textOf(visit);
    if (text === (latestVersion(narrativeAt(visit.world.narratives, place))?.text ?? '')) return tools.drafts.discard(key, who.person);
    await tools.drafts.keep(key, who.person, { base: Number(visit.form.get('base')) || 0, text, office: who.office, at: visit.now });
  }

  async function keepDraft(visit: V, of: Of): Promise<Answer> {
    const t = narrativeWords(visit.lang);
    const pen = penOf(visit);
    if (!pen || !mayWrite(visit.world.narratives, of.place, of.section.area, pen))
      return editor(visit, of, [{ text: told(visit, { kind: 'not-yours', section: of.place.section }) }], 403);
    await keep(visit, of);
    // Sent by the script of the page: it wants to know when it was kept, and how it looks.
    const fault = proseFault(textOf(visit));
    const looks = await looksOf(textOf(visit), of.place, visit.lang);
    const state = fault ? told(visit, { kind: 'prose', fault }) : t.draftKept(hourOf(visit, visit.now));
    return { kind: 'json', body: { state, looks } };
  }

  async function save(visit: V, of: Of): Promise<Answer> {
    const { place, section } = of;
    if (visit.form.get('ver') === 'si') {
      const fault = proseFault(textOf(visit));
      return editor(visit, of, fault ? [{ field: 'texto', text: told(visit, { kind: 'prose', fault }) }] : []);
    }
    const back = { kind: 'redirect', to: visit.href(`${pathOf(place)}/${place.section}`) } as const;
    const pen = penOf(visit) ?? noPen;
    const base = Number(visit.form.get('base')) || 0;
    if (visit.form.get('borrador') === 'si' && mayWrite(visit.world.narratives, place, section.area, pen)) {
      await keep(visit, of);
      return back;
    }
    const done = await visit.execute<NarrativesRefusal>((world, by) => {
      const author = officeOf(world.people, by.office)?.name;
      const writer = { on: visit.today, by, ...place, area: section.area, pen, base, text: textOf(visit) };
      return saveNarrative(world.narratives, { ...writer, ...(author === undefined ? {} : { author }) });
    });
    const who = whoOf(visit);
    if (done.ok) {
      if (who) await tools.drafts.discard(draftKey(visit, place), who.person);
      return back;
    }
    if (done.error.kind === 'not-yours') return editor(visit, of, [{ text: told(visit, done.error) }], 403);
    await keep(visit, of);
    const status = done.error.kind === 'prose' || done.error.kind === 'nothing-written' ? 422 : 409;
    return editor(visit, of, [{ field: 'texto', text: told(visit, done.error) }], status);
  }

  async function discard(visit: V, { place }: Of): Promise<Answer> {
    const who = whoOf(visit);
    if (who) await tools.drafts.discard(draftKey(visit, place), who.person);
    return { kind: 'redirect', to: visit.href(`${pathOf(place)}/${place.section}`) };
  }

  type Act = { readonly on: string; readonly by: By } & Place & { readonly version: number };
  async function turn(visit: V, of: Of, decide: (world: W, act: Act) => ReturnType<typeof integrateNarrative>): Promise<Answer> {
    const { place } = of;
    const version = Number(visit.form.get('version')) || 0;
    const done = await visit.execute<NarrativesRefusal>((world, by) => decide(world, { on: visit.today, by, ...place, version }));
    if (done.ok) return { kind: 'redirect', to: visit.href(`${pathOf(place)}/${place.section}`) };
    const field = done.error.kind === 'reason-missing' ? { field: 'motivo' } : {};
    return editor(visit, of, [{ ...field, text: told(visit, done.error) }], done.error.kind === 'not-yours' ? 403 : 409);
  }

  async function assign(visit: V): Promise<Answer> {
    const { informe = '' } = visit.params;
    const [section = '', office = ''] = [visit.form.get('seccion'), visit.form.get('cargo')];
    if (!writingOffices(visit.world.people).some((one) => one.id === office))
      return list(visit, [{ field: 'cargo', text: narrativeWords(visit.lang).badOffice }], 422);
    return withInforme(visit, async ({ sections }, _, cutoff) => {
      const area = sections.find((one) => one.id === section)?.area;
      const done = await visit.execute<NarrativesRefusal>((world, by) =>
        assignSection(world.narratives, { on: visit.today, by, informe, section, office, area }),
      );
      if (done.ok) return { kind: 'redirect', to: visit.href(pathOf({ informe, cutoff })) };
      const field = done.error.kind === 'section-unknown' ? 'seccion' : 'cargo';
      return list(visit, [{ field, text: told(visit, done.error) }], done.error.kind === 'section-unknown' ? 422 : 409);
    });
  }

  const base = '/:process/informes/preparacion/:informe/:cutoff';
  const writes = { anyOf: ['write-sections', 'freeze-report'] } as const;
  const integrates = { right: 'freeze-report' } as const;
  const reads = { right: 'read-internal' } as const;
  return [
    { method: 'GET', path: base, may: reads, answer: (visit) => list(visit) },
    { method: 'POST', path: `${base}/asignar`, may: integrates, answer: assign },
    { method: 'GET', path: `${base}/:section`, may: reads, answer: (visit) => withSection(visit, (of) => editor(visit, of)) },
    {
      method: 'POST',
      path: `${base}/:section/guardar`,
      may: writes,
      maxFormBytes,
      answer: (visit) => withSection(visit, (of) => save(visit, of)),
    },
    {
      method: 'POST',
      path: `${base}/:section/borrador`,
      may: writes,
      maxFormBytes,
      answer: (visit) => withSection(visit, (of) => keepDraft(visit, of)),
    },
    { method: 'POST', path: `${base}/:section/descartar`, may: writes, answer: (visit) => withSection(visit, (of) => discard(visit, of)) },
    {
      method: 'POST',
      path: `${base}/:section/entregar`,
      may: writes,
      answer: (visit) =>
        withSection(visit, (of) =>
          turn(visit, of, (world, act) =>
            deliverNarrative(world.narratives, { ...act, area: of.section.area, pen: penOf(visit) ?? noPen }),
          ),
        ),
    },
    {
      method: 'POST',
      path: `${base}/:section/devolver`,
      may: integrates,
      answer: (visit) =>
        withSection(visit, (of) =>
          turn(visit, of, (world, act) => returnNarrative(world.narratives, { ...act, reason: visit.form.get('motivo') ?? '' })),
        ),
    },
    {
      method: 'POST',
      path: `${base}/:section/integrar`,
      may: integrates,
      answer: (visit) => withSection(visit, (of) => turn(visit, of, (world, act) => integrateNarrative(world.narratives, act))),
    },
  ];
}
