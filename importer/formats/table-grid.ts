/**
 * Tables as they are written, cell after cell → tables on a grid: which columns a cell covers, into which cell above it is
 * merged, what of a table within a table is. Shared by the formats that nest them. Pure.
 */
import type { Block, Cell, Row } from '../blocks.js';

export interface DraftTable {
  readonly rows: DraftRow[];
  readonly gapBefore: boolean;
}

export interface DraftRow {
  readonly cells: DraftCell[];
  /** Columns left out before the first cell. */
  skipped: number;
  deleted: boolean;
}

export interface DraftCell {
  /** Paragraphs and tables in reading order. */
  readonly content: (string | DraftTable)[];
  span: number;
  /** How it stands to the cell above it, in a table whose cells are merged over rows. */
  merge: 'none' | 'start' | 'continue';
  /** Its own colour; see `fillOf`. */
  fill?: string | undefined;
}

/** A person has to look at a table that became the text of a cell. */
const NESTED = 'Внутри ячейки есть вложенная таблица: её строки прочитаны как текст ячейки, проверьте их.';

/** Widest span of a cell: more columns has no table that is read. */
const MOST_COLUMNS = 100;

/** «3» → 3; anything else → 1. */
export function spanOf(written: string | undefined): number {
  return Math.min(Math.max(1, Math.trunc(Number(written)) || 1), MOST_COLUMNS);
}

/** «#D9D9D9» → d9d9d9; nothing for white and for what names no colour. */
export function fillOf(written: string | undefined): string | undefined {
  const colour = (written ?? '').toLowerCase().replaceAll(/[\s#]/gu, '');
  const none = /^(?:|auto|none|nil|transparent|inherit|initial|unset|white|fff|ffffff|rgb\(255,255,255\)|url.*)$/u;
  return none.test(colour) ? undefined : colour;
}

/**
 * One table, or what stands in it when it is only a frame round a wider table.
 * @param remarks gets `NESTED` when a table becomes text
 */
export function tableBlocks(table: DraftTable, remarks: Set<string>): Block[] {
  if (isFrame(table)) {
    return table.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => contentBlocks(content, remarks)));
  }
  const rows = gridOf(table.rows, remarks);
  const isEmpty = rows.every(({ cells }) => cells.every(({ text }) => text.trim() === ''));
  return isEmpty ? [] : [{ kind: 'table', rows, gapBefore: table.gapBefore }];
}

/** Blocks of a whole text, or of what stands in a frame. @param remarks as for `tableBlocks` */
export function contentBlocks(content: DraftCell['content'], remarks: Set<string>): Block[] {
  let gapBefore = true;
  return content.flatMap((piece): Block[] => {
    if (typeof piece !== 'string') return tableBlocks(piece, remarks);
    const gap = gapBefore;
    gapBefore = piece.trim() === '';
    return gapBefore ? [] : [{ kind: 'paragraph', text: piece, gapBefore: gap }];
  });
}

/** Sites and some forms put the whole page into a table; the plan in it has more columns than its frame. */
function isFrame(table: DraftTable): boolean {
  const width = widthOf(table);
  return table.rows.some(({ cells }) =>
    cells.some(({ content }) =>
      content.some((piece) => typeof piece !== 'string' && (widthOf(piece) > width || isFrame(piece))),
    ),
  );
}

function widthOf({ rows }: DraftTable): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

function gridOf(drafts: readonly DraftRow[], remarks: Set<string>): Row[] {
  const open = new Map<number, { row: number; cell: number }>();
  return drafts.map((draft, row) => {
    let column = draft.skipped;
    const cells: Cell[] = [];
    for (const [cell, { content, span, merge, fill }] of draft.cells.entries()) {
      const above = open.get(column);
      const mergedInto = merge === 'continue' ? above : undefined;
      if (merge === 'start') open.set(column, { row, cell });
      else if (merge === 'none') open.delete(column);
      cells.push({
        text: textOf(content, remarks),
        column,
        span,
        ...(mergedInto === undefined ? {} : { mergedInto }),
        ...(fill === undefined ? {} : { fill }),
      });
      column += span;
    }
    return { cells };
  });
}

/** Paragraphs of a cell, and rows of a table in it, as lines; empty ones at the ends go. */
function textOf(content: DraftCell['content'], remarks: Set<string>): string {
  const lines = content.flatMap((piece) => {
    if (typeof piece === 'string') return [piece];
    remarks.add(NESTED);
    return piece.rows.map(({ cells }) => cells.map((cell) => textOf(cell.content, remarks)).join('\t'));
  });
  return withoutEmptyEnds(lines).join('\n');
}

function withoutEmptyEnds(lines: readonly string[]): readonly string[] {
  const from = lines.findIndex((line) => line.trim() !== '');
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex((line) => line.trim() !== '') + 1);
}
