import { mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Panel, Rows } from '../../ui/parts.tsx';
import type { OplPanels } from '../plan/opl-page.tsx';
import { peoplePageWords } from './page-words.ts';
import { holdersOf, officesOf, type PeopleState } from './views.ts';

/** On the page of one OPL: its offices, and since when each is held. Who holds them is nobody's to read here. */
export const officesPanel: OplPanels<{ readonly people: PeopleState }> = {
  aside: ({ lang, world, day }, opl) => {
    const t = peoplePageWords(lang);
    const own = officesOf(world.people).filter((one) => one.opl === opl.id);
    if (own.length === 0) return null;
    const items = own.map((office) => {
      const [holder] = holdersOf(world.people, office.id, day);
      const text = pick(office.name, lang);
      return holder ? { text, when: t.heldSince(mediumDate(holder.from, lang)), dateTime: holder.from } : { text, when: t.vacant };
    });
    return (
      <Panel id="cargos" title={t.oplOffices}>
        <Rows items={items} empty="" />
      </Panel>
    );
  },
};
