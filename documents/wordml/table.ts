/** Tables as WordprocessingML text: ruled ones of a document, and the ruled-less ones that hold requisites in place. */
import type { Cell, Row, TableBlock } from '../blocks.js';
import type { LayoutProfile } from '../profiles.js';
import { fillGrid, type GridCell } from '../table-grid.js';
import { paragraph, runs, type StyleId } from './paragraph.js';
import { dxa } from './units.js';

/** @param width of the text, mm; the columns are stretched to it exactly */
export function ruledTable(block: TableBlock, width: number, profile: LayoutProfile, keepWithNext: boolean): string {
  const columns = columnWidths(block.widths, width);
  const style = cellStyle(block.size ?? profile.tableSize);
  const grid = fillGrid(
    block.rows.map(({ cells }) => cells),
    columns.length,
  ).rows;
  const last = block.rows.length - 1;
  const rows = block.rows.map((row, i) => {
    const cells = (grid[i] ?? []).map((place) => ruledCell(row, place, columns, style, keepWithNext && i === last));
    const header = i < block.headerRows ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr><w:cantSplit/>${header}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return table(columns, RULED, dxa(profile.cellMargin), rows.join(''));
}

/**
 * Rows that hold parts of a sheet beside each other; cells are given as finished paragraphs. A row of one cell is as wide
 * as the table. Parts that must stay together belong in one table: word processors keep rows together, but not every one
 * keeps a table with the paragraph after it.
 */
export function placingTable(rows: readonly (readonly PlacedCell[])[]): string {
  const widest = rows.reduce((most, row) => (row.length > most.length ? row : most), []);
  const columns = columnWidths(
    widest.map(({ width }) => width),
    widest.reduce((sum, { width }) => sum + width, 0),
  );
  return table(columns, '', 0, rows.map((row) => placingRow(row, columns)).join(''));
}

function placingRow(row: readonly PlacedCell[], columns: readonly number[]): string {
  const whole = row.length === 1 && columns.length > 1;
  const cells = row.map(({ content, bottom }, i) => {
    const width = whole ? columns.reduce((a, b) => a + b, 0) : (columns[i] ?? 0);
    const span = whole ? `<w:gridSpan w:val="${columns.length}"/>` : '';
    const vertical = bottom === true ? '<w:vAlign w:val="bottom"/>' : '';
    return `<w:tc><w:tcPr>${cellWidth(width)}${span}${vertical}</w:tcPr>${content}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
}

export interface PlacedCell {
  /** mm */
  readonly width: number;
  /** At least one paragraph. */
  readonly content: string;
  readonly bottom?: boolean;
}

function ruledCell(row: Row, place: GridCell, columns: readonly number[], style: StyleId, keepNext: boolean): string {
  const width = columns.slice(place.column, place.column + place.colspan).reduce((a, b) => a + b, 0);
  const cell: Cell | undefined = row.cells[place.cell];
  const properties = [
    cellWidth(width),
    place.colspan > 1 ? `<w:gridSpan w:val="${place.colspan}"/>` : '',
    place.vertical === 'none' ? '' : place.vertical === 'begin' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
    cell?.header === true ? '<w:vAlign w:val="center"/>' : '',
  ];
  const bold = row.bold || cell?.header === true;
  const look = { style, keepNext: keepNext || cell?.header === true, align: cell?.align ?? 'left' } as const;
  return `<w:tc><w:tcPr>${properties.join('')}</w:tcPr>${paragraph(look, runs(cell?.runs ?? [], { bold }))}</w:tc>`;
}

function table(columns: readonly number[], borders: string, cellMargin: number, rows: string): string {
  const width = columns.reduce((a, b) => a + b, 0);
  const side = (name: string): string => `<w:${name} w:w="${cellMargin}" w:type="dxa"/>`;
  const none = (name: string): string => `<w:${name} w:w="0" w:type="dxa"/>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>${borders}` +
    '<w:tblLayout w:type="fixed"/>' +
    `<w:tblCellMar>${none('top')}${side('left')}${none('bottom')}${side('right')}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${columns.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
  );
}

/** Half a point, black, every line. */
const RULED = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')}</w:tblBorders>`;

function cellWidth(width: number): string {
  return `<w:tcW w:w="${width}" w:type="dxa"/>`;
}

/** Rounded from the left edge on, so that the sum is exactly the width of the text. */
function columnWidths(widths: readonly number[], width: number): readonly number[] {
  const sum = widths.reduce((a, b) => a + b, 0);
  const edges = widths.map((_, i) => dxa((widths.slice(0, i + 1).reduce((a, b) => a + b, 0) * width) / sum));
  return edges.map((edge, i) => edge - (edges[i - 1] ?? 0));
}

function cellStyle(size: number): StyleId {
  return size <= 10 ? 'Cell10' : size <= 12 ? 'Cell12' : 'Cell14';
}
