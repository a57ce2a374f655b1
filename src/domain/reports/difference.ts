import { changedLines, type Piece } from '../../core/difference.ts';
import { type Block, type Document, plain } from '../../core/document.ts';
import { blocksUnder } from './report.ts';

/** One section in two informes. `gone` and `added`: only one of them has it. */
export type SectionDifference = {
  readonly id: string;
  readonly title: string;
  readonly kind: 'same' | 'changed' | 'added' | 'gone';
  /** The lines that went and came; of a table, its rows. */
  readonly pieces: readonly Piece[];
};

/** Section by section, in the order of the later informe; those it no longer has come last. */
export function differencesOf(before: Document, after: Document): readonly SectionDifference[] {
  const [old, now] = [sectionsIn(before), sectionsIn(after)];
  const gone = [...old].filter(([id]) => !now.has(id));
  return [...now, ...gone].map(([id, title]) => {
    const [was, is] = [linesIn(before, id), linesIn(after, id)];
    const pieces = changedLines(was, is);
    const kind = !old.has(id) ? 'added' : !now.has(id) ? 'gone' : pieces.length > 0 ? 'changed' : 'same';
    return { id, title, kind, pieces };
  });
}

const sectionsIn = (document: Document): ReadonlyMap<string, string> =>
  new Map(
    document.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 && block.id !== undefined ? [[block.id, block.text] as const] : [],
    ),
  );

const linesIn = (document: Document, section: string): readonly string[] => (blocksUnder(document, section) ?? []).flatMap(linesOf);

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [plain(block.text)];
    case 'list':
      return block.items.map((item) => `• ${plain(item)}`);
    case 'table':
      return block.rows.map((row) => row.map((cell) => plain(cell) || '—').join(' | '));
    case 'chart':
      return [block.alt];
    case 'pageBreak':
      return [];
  }
}
