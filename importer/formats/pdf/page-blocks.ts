/** Marks of a page → blocks: text in ruled cells makes tables, the lines between them paragraphs. Pure. */
import type { Block, Cell, Row } from '../../blocks.js';
import type { Spelling } from '../spelling.js';
import { alignedTable } from '../text/aligned.js';
import { fixedPitch, FIXED_PITCH } from './fixed-pitch.js';
import { cellText, linesOf, type TextLine } from './lines.js';
import type { PageMarks, Piece } from './page-marks.js';
import { gridsOf, type Grid, type GridCell } from './ruled-grid.js';

export function pageBlocks({ pieces, rules }: PageMarks, spelling: Spelling): Block[] {
  const grids = gridsOf(rules).map((grid) => ({ grid, texts: new Map<GridCell, Piece[]>() }));
  const outside: Piece[] = [];
  for (const piece of pieces) {
    const cell = grids.map(({ grid, texts }) => ({ texts, cell: cellAt(grid, piece) })).find((at) => at.cell !== null);
    if (cell?.cell == null) outside.push(piece);
    else {
      const own = cell.texts.get(cell.cell) ?? [];
      own.push(piece);
      cell.texts.set(cell.cell, own);
    }
  }
  const lines = withoutPageNumber(linesOf(outside));
  const blocks: Block[] = [];
  let from = 0;
  for (const { grid, texts } of grids) {
    const to = lines.findIndex(({ base }, at) => at >= from && base > (grid.ys[0] ?? 0));
    const above = lines.slice(from, to < 0 ? undefined : to);
    addText(blocks, above, spelling);
    from += above.length;
    blocks.push({ kind: 'table', rows: rowsOf(grid, texts, spelling), gapBefore: true });
  }
  addText(blocks, lines.slice(from), spelling);
  return blocks;
}

/** A number alone at the top or the foot. */
function withoutPageNumber(lines: readonly TextLine[]): readonly TextLine[] {
  const isNumber = (line: TextLine | undefined) => /^[–—-]?\s*\d{1,4}\s*[–—-]?$/u.test(line?.text ?? '');
  return lines.slice(isNumber(lines[0]) ? 1 : 0, lines.length > 1 && isNumber(lines.at(-1)) ? -1 : undefined);
}

/** In letter sizes: lines that stand farther apart have a gap between them. */
const LINE_STEP = 1.75;

/** Lines, and tables whose columns only white space keeps apart. */
function addText(blocks: Block[], lines: readonly TextLine[], { hyphenated }: Spelling): void {
  const pitched = lines.map(fixedPitch);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const gapBefore = hasGapBefore(line, lines[at - 1]);
    const table = alignedTable(pitched, at, { ...FIXED_PITCH, hyphenated });
    if (table === null) blocks.push({ kind: 'paragraph', text: line.text, gapBefore });
    else {
      blocks.push({ kind: 'table', rows: table.rows, gapBefore });
      at = table.end - 1;
    }
  }
}

function hasGapBefore({ text, base, size }: TextLine, above: TextLine | undefined): boolean {
  return above === undefined ? !/^\p{Ll}/u.test(text) : base - above.base > LINE_STEP * size;
}

function cellAt({ xs, ys, cells }: Grid, { left, right, base, size }: Piece): GridCell | null {
  const column = bandOf(xs, (left + right) / 2);
  const row = bandOf(ys, base - size / 3);
  if (column < 0 || row < 0) return null;
  return (
    cells.find(
      (cell) =>
        cell.row <= row && row < cell.row + cell.rows && cell.column <= column && column < cell.column + cell.columns,
    ) ?? null
  );
}

/** Which band between two edges holds a place; −1 outside. */
function bandOf(edges: readonly number[], place: number): number {
  const after = edges.findIndex((edge) => edge > place);
  return after <= 0 ? -1 : after - 1;
}

function rowsOf({ xs, ys, cells }: Grid, texts: ReadonlyMap<GridCell, readonly Piece[]>, spelling: Spelling): Row[] {
  const places = new Map<GridCell, { readonly row: number; readonly cell: number }>();
  return Array.from({ length: ys.length - 1 }, (_, row): Row => {
    const here = cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rows)
      .sort((a, b) => a.column - b.column);
    return {
      cells: here.map((cell, at): Cell => {
        const origin = places.get(cell);
        const place = { column: cell.column, span: cell.columns };
        if (origin !== undefined) return { text: '', ...place, mergedInto: origin };
        places.set(cell, { row, cell: at });
        const width = (xs[cell.column + cell.columns] ?? 0) - (xs[cell.column] ?? 0);
        return { text: cellText(linesOf(texts.get(cell) ?? []), width, spelling), ...place };
      }),
    };
  });
}
