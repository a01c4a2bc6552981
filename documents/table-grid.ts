/** Cells with spans on the grid of a table's columns: which column each begins in, and what does not add up. Pure. */

export interface Span {
  readonly colspan: number;
  readonly rowspan: number;
}

export interface GridCell {
  /** Index of the cell in its row; -1 for the continuation of a cell from a row above. */
  readonly cell: number;
  readonly column: number;
  readonly colspan: number;
  /** `begin` and `continue` of a cell that spans rows, `none` of an ordinary one. */
  readonly vertical: 'none' | 'begin' | 'continue';
}

export interface GridFault {
  readonly row: number;
  readonly message: string;
}

interface Hanging {
  readonly colspan: number;
  left: number;
}

/** @returns per row its cells from left to right, continuations included */
export function fillGrid(
  rows: readonly (readonly Span[])[],
  columns: number,
): { rows: GridCell[][]; faults: GridFault[] } {
  const hanging = new Map<number, Hanging>();
  const faults: GridFault[] = [];
  const filled = rows.map((spans, row) => {
    const cells = fillRow(spans, hanging, columns);
    const width = cells.reduce((sum, cell) => sum + cell.colspan, 0);
    if (width !== columns)
      faults.push({ row, message: `в строке таблицы ячеек на ${width} ст., а столбцов ${columns}` });
    return cells;
  });
  if (hanging.size > 0) faults.push({ row: rows.length - 1, message: 'rowspan больше, чем осталось строк' });
  return { rows: filled, faults };
}

function fillRow(spans: readonly Span[], hanging: Map<number, Hanging>, columns: number): GridCell[] {
  const cells: GridCell[] = [];
  let column = 0;
  let next = 0;
  while (next < spans.length || hangsAt(hanging, column, columns)) {
    const above = hanging.get(column);
    const span = spans[next];
    if (above !== undefined) {
      cells.push({ cell: -1, column, colspan: above.colspan, vertical: 'continue' });
      above.left -= 1;
      if (above.left === 0) hanging.delete(column);
      column += above.colspan;
    } else if (span !== undefined) {
      const { colspan, rowspan } = span;
      cells.push({ cell: next, column, colspan, vertical: rowspan > 1 ? 'begin' : 'none' });
      if (rowspan > 1) hanging.set(column, { colspan, left: rowspan - 1 });
      column += colspan;
      next += 1;
    } else break;
  }
  return cells;
}

function hangsAt(hanging: ReadonlyMap<number, Hanging>, column: number, columns: number): boolean {
  return column < columns && hanging.has(column);
}
