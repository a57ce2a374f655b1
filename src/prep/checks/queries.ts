import { must } from '../../core/result.ts';

const sources = import.meta.glob<string>('./*/query.sql', { query: '?raw', import: 'default', eager: true });

/** The text of a check's `query.sql`, without its comments. */
export const queryOf = (id: string): string =>
  must(sources[`./${id}/query.sql`], `the check ${id} has no query.sql`)
    .replace(/^\s*--.*$/gm, '')
    .trim();

const rowForm = /^select\s+row,[\s\S]+?\bas saw,[\s\S]+?\bas expected\s+from measured\s+where cut = \$cut and \(([\s\S]+)\)$/;

/** The condition of a row check, taken out of its query so that all conditions can be counted in one scan. */
export const conditionOf = (id: string): string =>
  must(rowForm.exec(queryOf(id))?.[1], `${id}/query.sql is not of the form “select row, … from measured where cut = $cut and (…)”`);
