import { mediumDate } from '../../core/date-words.ts';
import { Panel, Rows } from '../../ui/parts.tsx';
import type { OplPanels } from '../plan/opl-page.tsx';
import { OpenFindings, pathOf, type VerificationsPageWorld } from './list-page.tsx';
import { verificationPageWords } from './page-words.ts';
import { electionsOf } from './views.ts';

/** On the page of one OPL: what was found in what its PREP published, election by election. */
export const findingsPanel: OplPanels<VerificationsPageWorld> = {
  main: (visit, opl) => {
    const { lang, world } = visit;
    const t = verificationPageWords(lang);
    const own = electionsOf(world.verifications).filter((one) => one.opl === opl.id);
    if (own.length === 0) return null;
    const items = own.map(({ latest, occasion }) => ({
      text: <a href={visit.href(pathOf(latest))}>{latest.election}</a>,
      detail: (
        <>
          {t[occasion]} · <OpenFindings lang={lang} one={latest} />
        </>
      ),
      when: mediumDate(latest.on, lang),
      dateTime: latest.on,
    }));
    return (
      <Panel id="hallazgos" title={t.findings}>
        <Rows items={items} empty="" />
      </Panel>
    );
  },
};
