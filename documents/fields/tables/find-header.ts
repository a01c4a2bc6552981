/** Where a table begins in a sheet: the row, or the two rows, with the most known headings. Pure. */
import type { Sheet, SheetRow } from '#domain/sheet';
import type { Column } from '../register-columns/column.js';
import type { HeadingReader } from './headings.js';

export interface Header {
  /** Column of the sheet → column of the register. */
  readonly known: ReadonlyMap<number, Column>;
  /** Headings as they stand, by the column of the sheet. */
  readonly headings: ReadonlyMap<number, string>;
  /** Place of the first row after it in `sheet.rows`. */
  readonly next: number;
}

const LOOKED_AT = 40;
/** One heading may be a word of a title. */
const FEWEST_KNOWN = 2;

export function findHeader(sheet: Sheet, read: HeadingReader): Header | null {
  let best: Header | null = null;
  for (const at of sheet.rows.slice(0, LOOKED_AT).keys()) {
    for (const depth of [1, 2]) {
      const header = headerAt(sheet, at, depth, read);
      if (header !== null && header.known.size > (best?.known.size ?? FEWEST_KNOWN - 1)) best = header;
    }
  }
  return best;
}

function headerAt(sheet: Sheet, at: number, depth: number, read: HeadingReader): Header | null {
  const [upper, lower] = [sheet.rows[at], depth === 2 ? sheet.rows[at + 1] : undefined];
  if (upper === undefined || (depth === 2 && lower?.number !== upper.number + 1)) return null;
  const known = new Map<number, Column>();
  const headings = new Map<number, string>();
  const columns = new Set([...upper.cells.keys(), ...(lower?.cells.keys() ?? [])]);
  for (const column of columns) {
    const texts = [group(sheet, upper, column), lower === undefined ? '' : textAt(lower, column)].filter(
      (t) => t !== '',
    );
    const heading = texts.join(' ');
    headings.set(column, heading);
    const found = read(heading) ?? (lower === undefined ? null : read(texts.at(-1) ?? ''));
    if (found !== null) known.set(column, found);
  }
  const next = at + depth;
  return { known, headings, next: isNumbering(sheet.rows[next]) ? next + 1 : next };
}

/** The heading over several columns stands in the first of them. */
function group(sheet: Sheet, row: SheetRow, column: number): string {
  const block = sheet.merged.find(
    ({ top, bottom, left, right }) => top <= row.number && row.number <= bottom && left <= column && column <= right,
  );
  return textAt(row, block?.left ?? column);
}

function textAt(row: SheetRow, column: number): string {
  const cell = row.cells.get(column);
  if (cell?.kind === 'text') return cell.text.trim();
  return cell?.kind === 'number' ? cell.digits : '';
}

/** «1 | 2 | 3 …» under the headings. */
function isNumbering(row: SheetRow | undefined): boolean {
  const cells = [...(row?.cells ?? [])];
  return (
    row !== undefined &&
    cells.length > 2 &&
    cells.every(([column], at) => /^\d+$/u.test(textAt(row, column)) && Number(textAt(row, column)) === at + 1)
  );
}
