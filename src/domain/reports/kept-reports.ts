import type { Document } from '../../core/document.ts';
import { type Look, makeReport, type ReportOf } from './make.ts';

/** A page of it and its files, in both languages and for both readers, of the informes that people have open at the same time. */
const mostKept = 16;

/**
 * Informes as they were made. One is a function of what is asked and of the log up to its position, so what was made once is exact for ever: the
 * last ones asked for are kept. `process` says whose log it is.
 */
export function keepReports(make: typeof makeReport = makeReport) {
  const kept = new Map<string, Promise<Document | undefined>>();
  return (process: string, look: Look, asked: ReportOf): Promise<Document | undefined> => {
    const key = JSON.stringify([process, ...Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))]);
    const made = kept.get(key) ?? make(look, asked);
    made.catch(() => kept.delete(key)); // whoever asked is told; the next one tries again
    kept.delete(key); // what was asked for last goes last
    kept.set(key, made);
    const oldest = kept.keys().next();
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
    return made;
  };
}
