import { type ReportKind, reportKind } from './events.ts';
import { observationsSection } from './observations-section.ts';
import { prepSections } from './prep-sections.ts';
import type { Section } from './section.ts';
import { systemsSections } from './systems-sections.ts';

/** What each informe consists of, in order. A new section is one line here, or in the list of its informe, and a file beside. */
const sections: Readonly<Record<ReportKind, readonly Section[]>> = {
  prep: [...prepSections, observationsSection('prep')],
  systems: [...systemsSections, observationsSection('systems')],
};

/** Empty: this version does not make that informe. */
export const sectionsOf = (kind: ReportKind): readonly Section[] => sections[kind];

/** The informes this version makes. */
export const madeKinds: readonly ReportKind[] = reportKind.options.filter((kind) => sections[kind].length > 0);
