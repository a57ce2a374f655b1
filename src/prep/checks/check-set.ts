import { createHash } from 'node:crypto';
import { kinds } from '../compare/kinds.ts';
import { allChecks } from './all.ts';
import { queryOf } from './queries.ts';

/** To be raised whenever the same cut may be told otherwise than before: by a check, by the reader, by a comparison. */
export const checkSetVersion = 1;

/** What a verification was made by: everything that rules say and ask, and the version of the program that asks it. */
export function checkSet(): { readonly version: number; readonly sha256: string } {
  const rules = allChecks.map(({ id, kind, family, severity, title, source, publisher, overseer, when = null, needs = [] }) => {
    const query = kind === 'cut' ? null : queryOf(id);
    return { id, kind, family, severity, title, source, publisher, overseer, when, needs, query };
  });
  const text = JSON.stringify({ version: checkSetVersion, rules, kinds });
  return { version: checkSetVersion, sha256: createHash('sha256').update(text).digest('hex') };
}
