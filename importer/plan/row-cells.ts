/**
 * Cells of one row under the columns of the header. Lines of the grid need not agree: a cell divided in this row is put
 * together, a cell over several columns belongs to the first of them, a cell merged over rows gives its text to each. Pure.
 */
import type { Cell, Table } from '../blocks.js';
import { emptyPassage, joinPassages, passageOf, type Passage } from '../passage.js';
import { plain, shortened } from '../plain.js';
import { widthOf, type TableHead } from './columns.js';

export interface RowCells {
  /** By the place of the column in the header. */
  readonly texts: ReadonlyMap<number, Passage>;
  /** Colours, by the place of the column. */
  readonly fills: ReadonlyMap<number, string>;
  /** Columns whose text stands in a cell of a row above. */
  readonly merged: ReadonlySet<number>;
  /** Russian: what looks wrong in the make of the row. */
  readonly remarks: readonly string[];
}

/** A cell and its place in the row. */
interface Placed extends Cell {
  readonly index: number;
}

export function cellsOfRow(head: TableHead, table: Table, block: number, at: number): RowCells {
  const row = table.rows[at] ?? { cells: [] };
  const texts = new Map<number, Passage>();
  const fills = new Map<number, string>();
  const merged = new Set<number>();
  const remarks: string[] = [];
  const placed = row.cells.map((cell, index): Placed => ({ ...cell, index }));
  const textOf = (cell: Placed): Passage => {
    const { row: from, cell: index } = cell.mergedInto ?? { row: at, cell: cell.index };
    const origin = table.rows[from]?.cells[index];
    return origin === undefined ? emptyPassage : passageOf(origin.text, { block, row: from, cell: index });
  };
  for (const [i, column] of head.columns.entries()) {
    const end = head.columns[i + 1]?.at ?? Infinity;
    const starting = placed.filter((cell) => cell.column >= column.at && cell.column < end);
    const covering = placed.find((cell) => cell.column < column.at && column.at < cell.column + cell.span);
    const fill = (covering ?? starting[0])?.fill;
    if (fill !== undefined) fills.set(i, fill);
    if (covering !== undefined) {
      if (column.role === 'period') texts.set(i, textOf(covering));
      else if (plain(covering.text) !== '') remarks.push(overColumns(covering, column.header));
      continue;
    }
    if (starting.some(({ mergedInto }) => mergedInto !== undefined)) merged.add(i);
    const filled = starting.map(textOf).filter(({ text }) => plain(text) !== '');
    const whole = starting[0] === undefined ? emptyPassage : textOf(starting[0]);
    texts.set(i, filled.length > 1 ? joinPassages(filled, ' ') : (filled[0] ?? whole));
    if (filled.length > 1 && column.role !== null)
      remarks.push(
        `графа «${column.header}» разделена в этой строке на ${filled.length} ячейки: они соединены, проверьте.`,
      );
  }
  const width = widthOf(row);
  if (width !== head.width && row.cells.length > 1)
    remarks.push(
      `в строке ${width} граф, а в заголовке ${head.width}: ячейки могли сдвинуться, сверьте строку с бумагой.`,
    );
  return { texts, fills, merged, remarks };
}

function overColumns({ text }: Cell, header: string): string {
  return `ячейка «${shortened(plain(text), 60)}» занимает и графу «${header}»: проверьте, что к чему относится.`;
}
