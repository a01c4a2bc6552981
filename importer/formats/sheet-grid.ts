/** Rows of a sheet → rows of a table on one grid, with its merged cells. Pure. */
import { VekhaError } from '#domain/errors';
import type { MergedCells, SheetCell, SheetRow } from '#domain/sheet';
import type { Cell, Row } from '../blocks.js';

/** Empty cells have no place in the file but one on the grid. */
const MOST_CELLS = 2_000_000;

/** @throws VekhaError 'input.too_large' */
export function sheetGrid(
  rows: readonly SheetRow[],
  merged: readonly MergedCells[],
  textOf: (cell: SheetCell) => string,
): Row[] {
  const { left, right } = edges(rows);
  if ((right - left + 1) * rows.length > MOST_CELLS) {
    throw new VekhaError('input.too_large', 'В таблице больше двух миллионов ячеек: такой файл не принимается.');
  }
  const waiting = [...merged].sort((a, b) => a.top - b.top);
  let open: OpenMerge[] = [];
  let next = 0;
  return rows.map(({ number, cells, fills }, row) => {
    open = open.filter(({ area }) => area.bottom >= number);
    for (let area = waiting[next]; area !== undefined && area.top <= number; area = waiting[(next += 1)]) {
      if (area.bottom >= number) open.push({ area, first: null });
    }
    const drawn: Cell[] = [];
    for (let column = left; column <= right; column += 1) {
      const merge = open.find(({ area }) => area.left <= column && column <= area.right);
      const end = merge === undefined ? column : Math.min(merge.area.right, right);
      const cell = cells.get(column);
      const fill = fills?.get(column);
      drawn.push({
        text: cell === undefined ? '' : textOf(cell),
        column: column - left,
        span: end - column + 1,
        ...(merge?.first == null ? {} : { mergedInto: merge.first }),
        ...(fill === undefined ? {} : { fill }),
      });
      if (merge !== undefined) merge.first ??= { row, cell: drawn.length - 1 };
      column = end;
    }
    return { cells: drawn };
  });
}

interface OpenMerge {
  readonly area: MergedCells;
  /** The cell that has the text; null before its row. */
  first: { readonly row: number; readonly cell: number } | null;
}

/** Columns that have cells, from 1. */
function edges(rows: readonly SheetRow[]): { readonly left: number; readonly right: number } {
  let [left, right] = [Number.MAX_SAFE_INTEGER, 0];
  for (const { cells } of rows) {
    for (const column of cells.keys()) [left, right] = [Math.min(left, column), Math.max(right, column)];
  }
  return { left, right };
}
