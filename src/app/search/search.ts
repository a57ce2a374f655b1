import type { IsoDate } from '../../core/event.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openIndex, type SearchIndex } from '../../search/index.ts';
import { createTerms } from '../../search/terms.ts';
import { peopleStream } from '../world.ts';
import type { KeptTexts } from './kept-texts.ts';
import { type Context, hear, type Said } from './sayings.ts';

/** A saying with the day from which, and the entry at which, another took its place. */
export type Kept = Said & { readonly ended?: { readonly on: IsoDate; readonly seq: number } };
type OfProcess = { readonly index: SearchIndex; readonly rows: Kept[]; readonly current: Map<string, number>; readonly context: Context };

/** The index of everything that was said, process by process, kept as the log grows. */
export function createSearch(ledger: Ledger, textOf: KeptTexts) {
  const terms = createTerms();
  const processes = new Map<string, OfProcess>();
  let position = 0;
  let catching: Promise<void> | undefined;
  let reading: Promise<void> = Promise.resolve();
  let closed = false;

  const of = (stream: string): OfProcess => {
    const known = processes.get(stream);
    if (known) return known;
    const made = { index: openIndex(terms), rows: [], current: new Map(), context: { opls: new Set<string>(), obligations: [] } };
    processes.set(stream, made);
    return made;
  };

  const readOn = async (): Promise<void> => {
    for await (const batch of ledger.entries({ after: position })) {
      const added = new Map<OfProcess, { row: number; title: string; text: string }[]>();
      for (const entry of batch) {
        position = entry.seq;
        if (entry.stream === peopleStream) continue;
        const process = of(entry.stream);
        const { said, ended = [] } = hear(entry, process.context);
        for (const id of [...ended, ...said.map((one) => one.id)]) {
          const row = process.current.get(id);
          const former = row === undefined ? undefined : process.rows[row];
          if (row !== undefined && former) process.rows[row] = { ...former, ended: { on: entry.on, seq: entry.seq } };
          process.current.delete(id);
        }
        for (const saying of said) {
          const row = process.rows.length;
          process.rows.push({ ...saying, on: entry.on, seq: entry.seq, office: entry.by.office });
          process.current.set(saying.id, row);
          if (saying.file) reading = reading.then(() => readFile(process, row));
          else added.set(process, [...(added.get(process) ?? []), { row, title: saying.title ?? '', text: saying.text }]);
        }
      }
      for (const [process, rows] of added) process.index.add(rows);
    }
  };

  /** A document is found by its words once they have been read, which may take its time. */
  const readFile = async ({ index, rows }: OfProcess, row: number): Promise<void> => {
    const saying = rows[row];
    if (closed || !saying?.file) return;
    const text = await textOf(saying.file).catch((fault: unknown) => {
      console.error(saying.id, fault); // it is found by its name; the rest goes on
      return '';
    });
    if (!closed) index.add([{ row, title: saying.title ?? '', text }]);
  };

  return {
    terms,
    /** Takes in what the log holds beyond the index. */
    catchUp: (): Promise<void> =>
      (catching ??= readOn().finally(() => {
        catching = undefined;
      })),
    /** When the documents known so far have been read. */
    read: (): Promise<void> => reading,
    /** What was said in a process with all the words asked for, the closest first. */
    *find(process: string, asked: string): Generator<Kept> {
      const known = processes.get(process);
      for (const row of known?.index.find(asked) ?? []) {
        const saying = known?.rows[row];
        if (saying) yield saying;
      }
    },
    textOf: (saying: Said): Promise<string> => (saying.file ? textOf(saying.file) : Promise.resolve(saying.text)),
    close: async (): Promise<void> => {
      closed = true;
      await catching?.catch(() => undefined); // whoever asked was told
      await reading;
      for (const { index } of processes.values()) index.close();
    },
  };
}
export type Search = ReturnType<typeof createSearch>;
