import { mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Panel, Rows } from '../../ui/parts.tsx';
import type { Visit } from '../../web/visit.ts';
import type { OplPanels } from '../plan/opl-page.tsx';
import { pageWords } from './page-words.ts';
import type { DeliverablesWorld } from './versions-page.tsx';
import { allObservations, type Observation, observationState, observationSubject } from './views.ts';
import { observationMark } from './words.ts';

const shownRows = 12;

const openOf = ({ world }: Visit<DeliverablesWorld>, opl: string): readonly Observation[] =>
  allObservations(world.deliverables)
    .filter((one) => one.opl === opl && observationState(one) !== 'attended')
    .slice(0, shownRows);

/** On the page of one OPL: what was observed in its documents and is not attended to yet, for whoever may read it. */
export const observationsPanel: OplPanels<DeliverablesWorld> = {
  main: (visit, opl) => {
    const { lang } = visit;
    if (!visit.may('read-internal', opl.id)) return null;
    const t = pageWords(lang);
    const [path, query] = visit.href('/observaciones').split('?');
    const more = { href: `${path}?${query === undefined ? '' : `${query}&`}opl=${opl.id}`, label: t.observations };
    const items = openOf(visit, opl.id).map((one) => ({
      mark: observationMark(observationState(one), lang),
      text: <a href={visit.href(`/prep/${opl.id}/${one.key}`)}>{pick(one.text, lang)}</a>,
      detail: one.key,
      when: mediumDate(one.on, lang),
      dateTime: one.on,
    }));
    return (
      <Panel id="observaciones" title={t.observations} more={more}>
        <Rows items={items} empty={t.noObservations} />
      </Panel>
    );
  },
  shown: (visit, opl) =>
    visit.may('read-internal', opl.id) ? openOf(visit, opl.id).map(({ observation }) => observationSubject(observation)) : [],
};
