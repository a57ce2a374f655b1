import type { Child } from 'hono/jsx';
import { longDate, mediumDate } from '../../core/date-words.ts';
import type { StatusMark } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import type { Subject } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { ShareBar } from '../../ui/figure.tsx';
import { Breadcrumbs, EmptyState, PageHead, Panel, Rows, Split } from '../../ui/parts.tsx';
import { Timeline } from '../../ui/sequence.tsx';
import type { Visit } from '../../web/visit.ts';
import { electionDayOf, factsOf, type Opl } from '../process/views.ts';
import { planPageWords } from './page-words.ts';
import { ObligationTable, type PlanWorld, SourceLink, SuspensionNotice, soonRows } from './pages.tsx';
import { dueSoon, itemsOf, statuses, tally } from './views.ts';
import { statusMark } from './words.ts';

/** One thing of an OPL's timeline, on the day it happened or is to happen. */
export type OplMoment = { readonly on: IsoDate; readonly mark?: StatusMark; readonly title: Child; readonly detail?: Child };

/**
 * What another slice brings to the page of one OPL; the app hands them over in the order in which they stand. `top` comes first of
 * all, `main` after what asks for attention, `aside` beside it, `below` before the table of obligations. A panel with nothing to say is null.
 */
export type OplPanels<W> = {
  readonly top?: (visit: Visit<W>, opl: Opl) => Child;
  readonly main?: (visit: Visit<W>, opl: Opl) => Child;
  readonly aside?: (visit: Visit<W>, opl: Opl) => Child;
  readonly below?: (visit: Visit<W>, opl: Opl) => Child;
  readonly moments?: (visit: Visit<W>, opl: Opl) => readonly OplMoment[];
  /** What it shows of which it must be known later who was shown it. */
  readonly shown?: (visit: Visit<W>, opl: Opl) => readonly Subject[];
};

type Props<W> = { readonly visit: Visit<W>; readonly opl: Opl; readonly panels: readonly OplPanels<W>[] };

export function OplPage<W extends PlanWorld>({ visit, opl, panels }: Props<W>) {
  const { lang, world, day } = visit;
  const t = planPageWords(lang);
  const items = itemsOf(world.process, world.plan, opl, day);
  const counts = tally(items);
  const jornada = electionDayOf(world.process);
  const trail = <Breadcrumbs lang={lang} items={[{ label: t.prep, href: visit.href('/prep') }, { label: pick(opl.name, lang) }]} />;
  const meta = `${opl.acronym} · ${pick(opl.election, lang)} · ${t.jornada}: ${jornada ? longDate(jornada.jornada, lang) : t.notFixed}`;
  const of = (place: 'top' | 'main' | 'aside' | 'below') => panels.map((one) => one[place]?.(visit, opl) ?? null);
  return (
    <>
      <PageHead title={pick(opl.name, lang)} meta={meta} trail={trail} />
      <SuspensionNotice visit={visit} />
      {of('top')}
      <Split
        aside={
          <>
            <Panel id="ahora" title={t.now} note={mediumDate(day, lang)}>
              <ShareBar shares={statuses.map((status) => ({ mark: statusMark(status, lang), count: counts[status] }))} />
            </Panel>
            <Panel id="por-vencer" title={t.dueSoon} note={t.days30}>
              <Rows items={soonRows(visit, dueSoon(items, day, 30))} empty={t.nothingDue} />
            </Panel>
            {of('aside')}
          </>
        }
      >
        {of('main')}
        <OplTimeline visit={visit} opl={opl} panels={panels} />
      </Split>
      {of('below')}
      <ObligationTable visit={visit} items={items} downloads={(end) => visit.href(`/prep/${opl.id}/obligaciones.${end}`)} />
    </>
  );
}

/** What is known of the OPL from every slice, oldest first. */
function OplTimeline<W extends PlanWorld>({ visit, opl, panels }: Props<W>) {
  const { lang, world } = visit;
  const t = planPageWords(lang);
  const facts = factsOf(world.process, opl.id).map(
    (fact): OplMoment => ({
      on: fact.on,
      ...(fact.weight === 'warning' ? { mark: statusMark('observed', lang) } : {}),
      title: pick(fact.text, lang),
      detail: <SourceLink source={fact.source} />,
    }),
  );
  const moments = [...facts, ...panels.flatMap((one) => one.moments?.(visit, opl) ?? [])];
  moments.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const items = moments.map(({ on, ...rest }) => ({ when: mediumDate(on, lang), dateTime: on, ...rest }));
  return (
    <Panel id="hechos" title={t.facts}>
      {items.length > 0 ? <Timeline label={t.facts} items={items} /> : <EmptyState>{t.noFacts}</EmptyState>}
    </Panel>
  );
}
