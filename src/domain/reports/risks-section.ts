import { mediumDate } from '../../core/date-words.ts';
import type { Cell, Shape } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Bilingual, pick } from '../../core/words.ts';
import type { ReportInputs, Section } from './section.ts';
import { informeMoreWords } from './words-more.ts';

/** How an OPL stands on a day and why, as the rules of the alerts told it to whoever reads the process. */
export type RiskTold = {
  readonly acronym: string;
  readonly mark: { readonly shape: Shape; readonly word: Bilingual };
  /** One line a rule: how often it speaks, since when, and what it says of the first. Empty: nothing is found. */
  readonly reasons: readonly { readonly rule: Bilingual; readonly times: number; readonly since: IsoDate; readonly why: Bilingual }[];
};

const told = ({ now, cutoff }: ReportInputs): readonly RiskTold[] =>
  now.risksOn?.(cutoff).filter(({ reasons }) => reasons.length > 0) ?? [];

/** Which OPLs are at risk and why: no score, only reasons. Where no rule speaks there is no such section. */
export const risksSection: Section = {
  id: 'riesgos',
  title: { es: informeMoreWords('es').risks, en: informeMoreWords('en').risks },
  area: 'technical-secretariat',
  when: (inputs) => told(inputs).length > 0,
  of: (inputs) => {
    const { lang } = inputs;
    const t = informeMoreWords(lang);
    const risks = told(inputs);
    const rows = risks.flatMap(({ acronym, mark, reasons }) =>
      reasons.map(({ rule, times, since, why }, i): readonly Cell[] => [
        acronym,
        i === 0 ? [{ mark: 'status', status: { shape: mark.shape, word: pick(mark.word, lang) } }] : '',
        pick(rule, lang),
        times,
        mediumDate(since, lang),
        pick(why, lang),
      ]),
    );
    return [
      { kind: 'paragraph', text: t.risksText(risks.length, inputs.now.process.opls.length) },
      {
        kind: 'table',
        id: 'riesgos-motivos',
        caption: t.risksCaption,
        columns: [
          { title: t.opl, width: 0.6, head: true },
          { title: t.risk, width: 1.1 },
          { title: t.rule, width: 1.6 },
          { title: t.times, width: 0.5, align: 'end' },
          { title: t.since, width: 0.9 },
          { title: t.why, width: 3.2 },
        ],
        rows,
      },
    ];
  },
};
