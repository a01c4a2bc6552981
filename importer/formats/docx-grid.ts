/** Rows of a Word table → rows on its grid: which columns a cell covers, into which cell above it is merged. Pure. */
import type { Cell, Row } from '../blocks.js';

export interface DraftCell {
  readonly paragraphs: string[];
  span: number;
  merge: 'none' | 'start' | 'continue';
}

export interface DraftRow {
  readonly cells: DraftCell[];
  /** Columns left out before the first cell. */
  skipped: number;
  deleted: boolean;
}

export function gridOf(drafts: readonly DraftRow[]): Row[] {
  const open = new Map<number, { row: number; cell: number }>();
  return drafts.map((draft, row) => {
    let column = draft.skipped;
    const cells: Cell[] = [];
    for (const [cell, { paragraphs, span, merge }] of draft.cells.entries()) {
      const above = open.get(column);
      const mergedInto = merge === 'continue' ? above : undefined;
      if (merge === 'start') open.set(column, { row, cell });
      else if (merge === 'none') open.delete(column);
      cells.push({ text: textOf(paragraphs), column, span, ...(mergedInto === undefined ? {} : { mergedInto }) });
      column += span;
    }
    return { cells };
  });
}

/** Paragraphs of a cell as lines; empty ones at the ends go. */
function textOf(paragraphs: readonly string[]): string {
  return paragraphs.join('\n').replace(/^(?:[^\S\n]*\n)+|(?:\n[^\S\n]*)+$/gu, '');
}
