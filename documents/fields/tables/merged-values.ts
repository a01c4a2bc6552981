/** Blocks merged downwards: the value of the first cell belongs to every row of the block. Pure. */
import { VekhaError } from '#domain/errors';
import type { Sheet, SheetCell } from '#domain/sheet';

const MOST_COVERED = 500_000;

/** The cell whose value covers this one, with its row; null when it is not covered from above. */
export type Covering = (row: number, column: number) => { readonly row: number; readonly cell: SheetCell } | null;

/** @throws VekhaError 'input.too_large' */
export function coveringOf(sheet: Sheet): Covering {
  const last = sheet.rows.at(-1)?.number ?? 0;
  const tops = new Map<string, number>();
  for (const { top, bottom, left } of sheet.merged) {
    for (let row = top + 1; row <= Math.min(bottom, last); row += 1) tops.set(`${String(row)}:${String(left)}`, top);
    if (tops.size > MOST_COVERED) throw new VekhaError('input.too_large', 'В листе слишком много объединённых ячеек.');
  }
  const rows = new Map(sheet.rows.map((row) => [row.number, row]));
  return (row, column) => {
    const top = tops.get(`${String(row)}:${String(column)}`);
    const cell = top === undefined ? undefined : rows.get(top)?.cells.get(column);
    return top === undefined || cell === undefined ? null : { row: top, cell };
  };
}
